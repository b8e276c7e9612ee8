// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "model/base/result.h"

namespace shardscape::simulator {

/// One value of a scenario file, named by its JSON pointer (RFC 6901): "/streams/0/rate". The value is JSON, or a text
/// that need not be quoted.
struct Patch {
    std::string pointer;
    std::string value;
    bool operator==(const Patch&) const = default;
};

/// "/streams/0/rate=500". Errors: Invalid, quoting the text.
model::Result<Patch> parsePatch(std::string_view spec);

/// The text of a scenario file with one value put in or replaced; the object or list that it belongs to has to be
/// there,
/// "-" is the place after the last of a list. Errors: as parseJson; Invalid when there is no such place. Whether the
/// outcome is a scenario is for readScenario to say.
model::Result<std::string> patchScenario(std::string_view json, const Patch& patch);

} // namespace shardscape::simulator
