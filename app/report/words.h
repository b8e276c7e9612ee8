// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "estimator/figure/figure.h"

namespace shardscape::app {

/// What a report says itself, or what model, estimator and simulator said, in the language that is spoken: forms of
/// theme/sentence_table_report.cpp and of the other tables. Names are not for these functions: an entity may be called
/// "reads".
std::string say(const std::string& english);
/// Sentence by sentence, for texts of several.
std::string sayAll(const std::string& english);
/// A number with its unit, as it is written in that language.
std::string sayNumber(const std::string& english);
std::string written(double value, estimator::Unit unit);
std::string written(const estimator::Figure& figure);

} // namespace shardscape::app
