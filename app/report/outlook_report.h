// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "estimator/capacity/outlook.h"

namespace shardscape::app {

/// A table of the report, before it is HTML or Markdown.
struct ReportTable {
    struct Column {
        std::string title;
        bool number = false;
    };
    std::string title;
    std::string note; ///< a sentence below the title; may be empty
    std::vector<Column> columns;
    std::vector<std::vector<std::string>> rows;
};

/// Cost, limits and when they are reached, the ladder, durations, consistency, indexes and the best partition keys;
/// those with nothing to say are left out.
std::vector<ReportTable> outlookTables(const estimator::Outlook& outlook);

/// The number and what it is: "$4.20 k" and "a month, list prices of 2026-06-17", or "no price".
std::pair<std::string, std::string> costHeadline(const estimator::CostEstimate& cost);

} // namespace shardscape::app
