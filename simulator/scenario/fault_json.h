// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/scenario/fault.h"
#include "simulator/scenario/json_object.h"

namespace shardscape::simulator {

Fault readFault(const Json& value, const std::string& path, JsonProblem& problem);
Json faultJson(const Fault& fault);

} // namespace shardscape::simulator
