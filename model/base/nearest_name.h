// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace shardscape::model {

/// The name that was probably meant, for advice in messages: the first with the smallest edit distance (Levenshtein,
/// ASCII case ignored), when that is at most a third of the length of what was written, rounded up; else empty. What is
/// shorter than 2 or longer than 128 bytes is no slip of the pen.
/// The view is one of "names", and lives as long as they do.
std::string_view nearestName(std::string_view written, const std::vector<std::string_view>& names);
std::string nearestName(std::string_view written, const std::vector<std::string>& names);

/// The same as advice: `did you mean "X"?`, or empty.
std::string didYouMean(std::string_view written, const std::vector<std::string>& names);

} // namespace shardscape::model
