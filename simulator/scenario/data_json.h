// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/scenario/json_object.h"
#include "simulator/scenario/scenario.h"

/// The JSON of data_layer.h and of caches.
namespace shardscape::simulator {

Cache readCache(const Json& value, const std::string& path, JsonProblem& problem);
Json cacheJson(const Cache& cache);
EventQueue readEventQueue(const Json& value, const std::string& path, JsonProblem& problem);
Json eventQueueJson(const EventQueue& queue);

/// Those members of a table and of a step that say where data lives and when work is done.
void readDataMembers(JsonObject& object, Table& table);
void readDataMembers(JsonObject& object, Step& step);
void writeDataMembers(Json& json, const Table& table);
void writeDataMembers(Json& json, const Step& step);

} // namespace shardscape::simulator
