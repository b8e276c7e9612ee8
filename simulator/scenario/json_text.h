// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "model/base/result.h"

namespace shardscape::simulator {

using Json = nlohmann::ordered_json;

/// How deep lists and objects may lie in each other. Scenarios need seven levels; what reads or prints a value calls
/// itself once a level.
inline constexpr std::size_t kDeepestJson = 64;

/// Parses JSON (RFC 8259) and nothing beside it: no comments, no NaN, no keys that stand twice in one object, no
/// numbers beyond a double, no more than kDeepestJson levels. A byte order mark of UTF-8 at the start is skipped.
/// Errors: Invalid, with line and column (1-based, in characters) of the first thing that is not JSON, or with the path
/// of the value ("streams[0].rate: …") where the text is JSON but says too much.
model::Result<Json> parseJson(std::string_view text);

/// The first bytes of a text and "…", without breaking a character; the text itself when it is not longer.
std::string cut(std::string text, std::size_t most = 40);

/// A value as messages show it: on one line, cut off after 40 characters.
std::string shown(const Json& value);

} // namespace shardscape::simulator
