// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/scenario/json_object.h"
#include "simulator/scenario/service.h"

namespace shardscape::simulator {

Service readService(const Json& value, const std::string& path, JsonProblem& problem);
Json serviceJson(const Service& service);

} // namespace shardscape::simulator
