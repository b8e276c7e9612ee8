// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "simulator/scenario/client.h"
#include "simulator/traffic/random.h"

namespace shardscape::simulator {

/// How long a client waits before retry number n, from 1.
std::int64_t backoffNs(const Retries& retries, std::uint32_t n, Random& random);

} // namespace shardscape::simulator
