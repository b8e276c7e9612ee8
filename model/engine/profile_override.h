// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

#include "model/engine/engine_profile.h"
#include "model/engine/measured.h"

namespace shardscape::model {

/// The text of a profile file that overrides single constants of an engine with what was measured: the constants, and
/// below "calibration" the server, the machine, the day and every measurement. EngineCatalogue merges it over the
/// product's profile when it lies in the user's folder.
std::string overrideText(const Measured& measured, const std::map<std::string, Constant>& constants);

/// Where the override of an engine lies in a folder of profiles: "<folder>/postgresql.calibrated.json". It is read
/// before a file of the user's own called postgresql.json, which therefore has the last word.
std::string overridePath(const std::string& folder, const std::string& engine);

} // namespace shardscape::model
