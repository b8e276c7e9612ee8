// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/scenario/client.h"
#include "simulator/scenario/json_object.h"

namespace shardscape::simulator {

Client readClient(const Json& value, const std::string& path, JsonProblem& problem);
Json clientJson(const Client& client);

} // namespace shardscape::simulator
