// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "simulator/scenario/result.h"

namespace shardscape::simulator {

/// XXH64 over every number of the result but the wall time, in the order of its members, as 16 hexadecimal digits. Two
/// runs with the same fingerprint had the same outcome to the last bit.
std::string fingerprintOf(const RunResult& result);

} // namespace shardscape::simulator
