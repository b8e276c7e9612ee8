// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "simulator/scenario/json_object.h"

namespace shardscape::simulator {

/// Every member that readScenario asks for while it reads this text, also those that are absent from it, up to the
/// first problem: what the reader knows, told by the reader itself. A text that fills every part of a scenario makes it
/// tell everything. resources/scenarios/scenario.schema.json is held against it. Empty when the text is no JSON.
std::vector<JsonMember> membersAskedFor(std::string_view json);

} // namespace shardscape::simulator
