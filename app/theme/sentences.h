// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <QString>

#include "model/base/result.h"

namespace shardscape::app {

/// What model, estimator or simulator said in English, in the language of the window.
///
/// Below `app` sentences are made of a form and what is put into it ("route {} → {} partition"). The table of forms
/// (sentence_table.cpp) has their translations; what was put in is found by matching, translated when it is a sentence
/// of its own, and otherwise kept: names are nobody's to translate. Numbers with their units are written as the window
/// writes them. What matches no form comes back as it is. Thread-safety: none; for the window's thread.
QString said(const QString& english);
QString said(const std::string& english);

/// An error as Error::text() has it: place, message and, in parentheses, the advice.
QString said(const model::Error& error);

/// "1.73 B rows" → "17.3 亿行" where numbers are written so; anything else comes back as it is.
QString saidNumber(const QString& english);

/// The forms, %1 … for what is put in; marked for translation in the context "Sentences".
const std::vector<const char*>& sentenceTable();

} // namespace shardscape::app
