// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace shardscape::app {

/// The part of sentenceTable() about what follows from an estimate: outlook, copies, calibration. Not for use outside
/// it.
const std::vector<const char*>& outlookSentences();

} // namespace shardscape::app
