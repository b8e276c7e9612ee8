// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "app/stages/simulate/simulation.h"

/// What a run says, in sentences.
namespace shardscape::app {

/// Why a partition is as busy as it is: how much more than the mean, which pattern and key, how its node fares.
QString explainPartition(const Simulation& simulation, std::size_t table, int partition);

/// What is hot in a table at a moment of the series (an index into RunResult::series), in one or two sentences: the
/// partition given, or the busiest of that window.
QString explainMoment(const Simulation& simulation, std::size_t table, int moment, int partition);

/// Which patterns and keys make a node or a time hot: "62 % GetPost, 21 % LikePost; key: the most popular posts.post_id
/// 31 %".
QString hotCauses(const simulator::HotSpot& spot, const simulator::RunResult& run);

/// One line about the whole run: "2.00 M requests in 840 ms · seed 7".
QString describeRun(const Simulation& simulation);

/// What was run: "cassandra, traffic=2, nodes=32".
QString describeDesign(const Simulation& simulation);

/// A key in words: "the most popular users.user_id" and "users.user_id, no. 3 in popularity" where keys are numbers in
/// the order of popularity, else "users.handle 7f3a…", shortened in the middle.
QString keyWord(const std::string& space, const std::string& key);

} // namespace shardscape::app
