// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "simulator/scenario/result.h"

namespace shardscape::app {

/// What a run says about its hottest partition, in words: which pattern and which key make it hot, and how loaded its
/// node is. The window, the command line and the report show the same sentences.
struct Hotspot {
    std::string table;
    std::uint32_t partition = 0;
    std::string pattern;     ///< with the largest share of the partition's load; empty when not known
    double patternShare = 0; ///< of the partition's load
    std::string key;         ///< the partition's most popular key; empty when not known
    double keyShare = 0;     ///< of the partition's load
    std::string node;
    double utilisation = 0;   ///< of that node; from rates and service times where known, else as observed
    bool overloaded = false;  ///< the node is offered more than it can serve
    double shareOverMean = 0; ///< the partition's share of its table's load over that of an average partition
    std::string text;         ///< all of it, one to three sentences
};

/// "users.user_id #1" for the first of numbered keys, the most popular one in most distributions; named keys as they
/// are.
std::string keyWords(const std::string& space, const std::string& key);

/// Empty text when nothing ran or every load is even (within 20 % of the mean) and no node is overloaded.
Hotspot findHotspot(const simulator::RunResult& run);

} // namespace shardscape::app
