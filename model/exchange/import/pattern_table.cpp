// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/pattern_table.h"

#include <algorithm>
#include <optional>
#include <sstream>

#include <fmt/format.h>

#include "model/base/csv.h"
#include "model/base/quantity.h"
#include "model/edit/pattern_edits.h"
#include "model/exchange/import/import.h"

namespace shardscape::model {
namespace {

enum class Cell { Name, Sql, Rate, Peak, P99, Keys, Consistent, Comment };

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    return first == std::string::npos ? std::string()
                                      : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::optional<Cell> headOf(const std::string& text) {
    static const std::pair<const char*, Cell> kWords[] = {
        {"name", Cell::Name},      {"pattern", Cell::Name},    {"sql", Cell::Sql},
        {"statement", Cell::Sql},  {"query", Cell::Sql},       {"rate", Cell::Rate},
        {"qps", Cell::Rate},       {"average", Cell::Rate},    {"peak", Cell::Peak},
        {"p99", Cell::P99},        {"latency", Cell::P99},     {"p99 wanted", Cell::P99},
        {"keys", Cell::Keys},      {"popularity", Cell::Keys}, {"consistency", Cell::Consistent},
        {"comment", Cell::Comment}};
    for (const auto& [word, cell] : kWords)
        if (lower(trimmed(text)) == word)
            return cell;
    return std::nullopt;
}

std::optional<Consistency> consistencyOf(const std::string& text) {
    const std::string word = lower(text);
    if (word == "strong")
        return Consistency{ConsistencyKind::Strong, 0};
    if (word == "eventual")
        return Consistency{ConsistencyKind::Eventual, 0};
    if (word == "read-your-writes" || word == "read your writes")
        return Consistency{ConsistencyKind::ReadYourWrites, 0};
    if (word.rfind("bounded", 0) != 0)
        return std::nullopt;
    std::string bound = trimmed(text.substr(7));
    if (bound.size() > 1 && bound.front() == '(' && bound.back() == ')')
        bound = bound.substr(1, bound.size() - 2);
    const auto seconds = parseDuration(bound);
    return seconds && *seconds > 0 ? std::optional(Consistency{ConsistencyKind::Bounded, *seconds}) : std::nullopt;
}

Result<double> rateOf(const std::string& text) {
    if (const auto rate = parseRate(text))
        return rate->value;
    return parseCount(text);
}

Result<double> latencyOf(const std::string& text) {
    const std::string word = lower(text);
    return parseDuration(word.rfind("p99", 0) == 0 ? trimmed(text.substr(3)) : text);
}

bool isSql(const std::string& text) {
    const std::string word = lower(text.substr(0, text.find_first_of(" \t\n(")));
    for (const char* verb : {"select", "insert", "update", "delete", "with", "merge"})
        if (word == verb)
            return true;
    return false;
}

/// What a cell is, where no header says it.
Cell guessed(const std::string& text, bool hasName, bool hasRate) {
    if (isSql(text))
        return Cell::Sql;
    if (parseRate(text))
        return hasRate ? Cell::Peak : Cell::Rate;
    if (latencyOf(text))
        return Cell::P99;
    if (consistencyOf(text))
        return Cell::Consistent;
    if (parsePopularity(text))
        return Cell::Keys;
    return hasName ? Cell::Comment : Cell::Name;
}

struct Row {
    int line = 0;
    std::string name;
    std::string sql;
    std::vector<std::pair<Cell, std::string>> facts;
};

Result<void> apply(AccessPattern& pattern, const Row& row) {
    const auto wrong = [&](const std::string& what, const std::string& text, const char* advice) {
        return fail({ErrorCode::Invalid, fmt::format("'{}' is no {}", text, what), advice, {}, row.line, 0});
    };
    for (const auto& [cell, text] : row.facts) {
        if (cell == Cell::Rate || cell == Cell::Peak) {
            const auto rate = rateOf(text);
            if (!rate || *rate < 0)
                return wrong("rate", text, "write it as 5k/s or 2M/day");
            if (cell == Cell::Rate)
                pattern.rate.average = {*rate};
            else
                pattern.rate.peak = PerSecond{*rate};
        } else if (cell == Cell::P99) {
            const auto seconds = latencyOf(text);
            if (!seconds || !(*seconds > 0))
                return wrong("latency", text, "write it as 50ms");
            pattern.p99Seconds = *seconds;
        } else if (cell == Cell::Keys) {
            const auto popularity = parsePopularity(text);
            if (!popularity)
                return wrong("popularity", text, "write it as uniform, zipf(0.99) or hotset(0.01, 0.8)");
            pattern.popularity = *popularity;
        } else if (cell == Cell::Consistent) {
            const auto consistency = consistencyOf(text);
            if (!consistency)
                return wrong("consistency", text, "write strong, read-your-writes, bounded(5s) or eventual");
            pattern.consistency = *consistency;
        } else if (cell == Cell::Comment) {
            pattern.comment += (pattern.comment.empty() ? "" : " ") + text;
        }
    }
    return {};
}

Result<std::vector<Row>> readRows(const std::string& text) {
    const std::string first = text.substr(0, text.find('\n'));
    const char separator = first.find('\t') != std::string::npos                                          ? '\t'
                           : first.find(';') != std::string::npos && first.find(',') == std::string::npos ? ';'
                                                                                                          : ',';
    std::istringstream in(text);
    CsvReader reader(in, "the table", separator);
    std::vector<std::string> cells;
    std::vector<std::optional<Cell>> header;
    std::vector<Row> rows;
    for (bool top = true;; top = false) {
        const auto more = reader.next(cells);
        if (!more)
            return fail(more.error());
        if (!*more)
            return rows;
        if (top && !cells.empty() &&
            std::count_if(cells.begin(), cells.end(), [](const auto& cell) { return headOf(cell).has_value(); }) * 2 >
                int(cells.size())) {
            for (const std::string& cell : cells)
                header.push_back(headOf(cell));
            continue;
        }
        Row row;
        row.line = reader.line();
        bool hasRate = false;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::string cell = trimmed(cells[i]);
            if (cell.empty() || (!header.empty() && (i >= header.size() || !header[i])))
                continue;
            const Cell kind = header.empty() ? guessed(cell, !row.name.empty(), hasRate) : *header[i];
            hasRate = hasRate || kind == Cell::Rate;
            if (kind == Cell::Name)
                row.name = cell;
            else if (kind == Cell::Sql)
                row.sql = cell;
            else
                row.facts.emplace_back(kind, cell);
        }
        if (row.name.empty() && row.sql.empty() && row.facts.empty())
            continue;
        if (row.name.empty())
            return fail({ErrorCode::Invalid,
                         "this line names no access pattern",
                         "write the name in its first cell",
                         {},
                         row.line,
                         0});
        rows.push_back(std::move(row));
    }
}

} // namespace

Result<PatternTable> importPatternTable(const Project& project, const std::string& text) {
    const auto rows = readRows(text);
    if (!rows)
        return fail(rows.error());
    if (rows->empty())
        return fail(ErrorCode::Invalid, "There is no access pattern in this text",
                    "A line is a name, its SQL when it is new, and what is known: 5k/s, p99 50ms, zipf(0.99)");
    PatternTable table;
    table.project = project;
    for (const Row& row : *rows) {
        const auto here = [&](Error error) {
            error.line = row.line;
            return fail(std::move(error));
        };
        const AccessPattern* known = table.project.findPattern(row.name);
        if (!known && row.sql.empty())
            return here({ErrorCode::NotFound,
                         fmt::format("there is no access pattern {}", row.name),
                         "a new one needs its SQL in a cell",
                         {},
                         0,
                         0});
        AccessPattern pattern = known ? *known : AccessPattern();
        pattern.name = row.name;
        if (const auto done = apply(pattern, row); !done)
            return fail(done.error());
        if (!row.sql.empty()) {
            auto read = parsePatternSql(table.project, std::move(pattern), row.sql);
            if (!read)
                return here(read.error());
            pattern = std::move(*read);
        }
        auto next = known ? changePattern(table.project, pattern) : addPattern(table.project, pattern);
        if (!next)
            return here(next.error());
        table.added += known ? 0 : 1;
        table.changed += known ? 1 : 0;
        table.project = std::move(*next);
    }
    return table;
}

} // namespace shardscape::model
