// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "simulator/scenario/hotspot.h"

namespace shardscape::app {

/// A partition's facts in one to three English sentences, for reports and the command line (the window's own are in
/// stages/simulate/run_words.h and are translated). Empty when the load is even and no node is overloaded.
std::string hotspotText(const simulator::Hotspot& spot);

/// What is hot, how busy it is, and which pattern and key make it so, in one to three English sentences. A share of a
/// key that a sketch observed is given with its bound: "31 % to 33 %".
std::string hotText(const simulator::HotSpot& spot, const simulator::RunResult& run);

/// "users.user_id #1" for the first of numbered keys, the most popular one in most distributions; named keys as they
/// are.
std::string keyWords(const std::string& space, const std::string& key);

} // namespace shardscape::app
