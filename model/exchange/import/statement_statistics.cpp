// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/statement_statistics.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <map>
#include <sstream>

#include <fmt/format.h>

#include "model/base/csv.h"
#include "model/exchange/import/text_tokens.h"

namespace shardscape::model {
namespace {

struct Statement {
    std::string sql;
    double calls = 0;
    int line = 0;
};

constexpr const char* kAdvice =
    "write it with: COPY (SELECT * FROM pg_stat_statements) TO STDOUT WITH (FORMAT csv, HEADER)";

/// "order_items" → "OrderItems".
std::string camel(const std::string& name) {
    std::string out;
    bool upper = true;
    for (const char c : name) {
        if (!std::isalnum(static_cast<unsigned char>(c))) {
            upper = true;
            continue;
        }
        out += upper ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
        upper = false;
    }
    return out;
}

/// "GetOrdersById", "InsertOrders": what the statement does, to which table, by which columns.
std::string titleOf(const Project& project, const AccessPattern& pattern) {
    const Entity* entity = project.entities.find(pattern.entity);
    std::string out = camel(name(pattern.verb)) + (entity ? camel(entity->name) : std::string());
    std::string by;
    for (const Predicate& predicate : pattern.predicates)
        if (const Attribute* attribute = project.find(predicate.column);
            attribute && (predicate.comparison == Comparison::Equal || predicate.comparison == Comparison::In))
            by += (by.empty() ? "By" : "And") + camel(attribute->name);
    return out + by;
}

std::string uniqueTitle(const Project& project, const std::string& wanted) {
    std::string out = wanted;
    for (int i = 2; project.findPattern(out); ++i)
        out = fmt::format("{}{}", wanted, i);
    return out;
}

bool isQuery(const std::string& sql) {
    std::size_t at = 0;
    while (at < sql.size() && (std::isspace(static_cast<unsigned char>(sql[at])) || sql[at] == '('))
        ++at;
    std::size_t end = at;
    while (end < sql.size() && std::isalpha(static_cast<unsigned char>(sql[end])))
        ++end;
    const std::string word = lowered(std::string_view(sql).substr(at, end - at));
    return word == "select" || word == "insert" || word == "update" || word == "delete" || word == "with" ||
           word == "merge";
}

Result<std::vector<Statement>> readStatements(const ImportSource& csv) {
    std::istringstream in(csv.text);
    CsvReader reader(in, csv.name);
    std::vector<std::string> fields;
    Result<bool> more = reader.next(fields);
    if (!more)
        return fail(more.error());
    const auto column = [&](std::string_view name) {
        return std::find_if(fields.begin(), fields.end(), [&](const std::string& f) { return sameWord(f, name); }) -
               fields.begin();
    };
    const auto query = static_cast<std::size_t>(column("query"));
    const auto calls = static_cast<std::size_t>(column("calls"));
    if (!*more || query >= fields.size() || calls >= fields.size())
        return fail(Error{ErrorCode::Invalid, "the first line names no columns \"query\" and \"calls\"", kAdvice,
                          csv.name, 1, 1});
    std::vector<Statement> statements;
    std::map<std::string, std::size_t> known;
    for (;;) {
        more = reader.next(fields);
        if (!more)
            return fail(more.error());
        if (!*more)
            return statements;
        const auto place = [&](const std::string& message) {
            return fail(Error{ErrorCode::Invalid, message, kAdvice, csv.name, reader.line(), 1});
        };
        if (query >= fields.size() || calls >= fields.size())
            return place("this record has fewer columns than the first line");
        double count = 0;
        const std::string& text = fields[calls];
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
        if (error != std::errc() || end != text.data() + text.size() || count < 0)
            return place(fmt::format("'{}' is no number of calls", text.substr(0, 40)));
        const auto [at, fresh] = known.try_emplace(fields[query], statements.size());
        if (fresh)
            statements.push_back({fields[query], 0, reader.line()});
        statements[at->second].calls += count;
    }
}

} // namespace

bool isStatementStatistics(std::string_view text) {
    const std::string header = lowered(text.substr(0, std::min(text.find('\n'), text.size())));
    return header.find("query") != std::string::npos && header.find("calls") != std::string::npos &&
           header.find(',') != std::string::npos;
}

Result<Imported> importStatementStatistics(const Project& project, const ImportSource& csv,
                                           std::optional<double> windowSeconds) {
    if (!windowSeconds || *windowSeconds <= 0)
        return fail(Error{ErrorCode::Invalid, "the file does not say for how long the statements were counted",
                          "give the time since pg_stat_statements was reset: --window 7d", csv.name, 0, 0});
    const auto statements = readStatements(csv);
    if (!statements)
        return fail(statements.error());
    Imported out;
    out.project = project;
    std::size_t others = 0;
    std::size_t added = 0;
    for (const Statement& statement : *statements) {
        if (!isQuery(statement.sql)) {
            ++others;
            continue;
        }
        AccessPattern pattern;
        pattern.id = out.project.newId<PatternId>();
        auto read = parsePatternSql(out.project, pattern, statement.sql);
        if (read && !read->entity)
            read = fail(ErrorCode::Invalid, "the statement is over no table of the project");
        if (!read) {
            out.diagnostics.push_back({Severity::Info, csv.name, statement.line, 1,
                                       fmt::format("left out: {}", read.error().message), read.error().advice});
            continue;
        }
        read->name = uniqueTitle(out.project, titleOf(out.project, *read));
        read->returns = isWrite(read->verb) ? Returns::Nothing : read->verb == Verb::Get ? Returns::One : Returns::Many;
        read->rate.average = PerSecond{statement.calls / *windowSeconds};
        out.project.patterns.set(std::move(*read));
        ++added;
    }
    if (others > 0)
        out.diagnostics.push_back(
            {Severity::Info,
             csv.name,
             1,
             1,
             fmt::format("{} × statements that are no queries (BEGIN, SET, VACUUM …) are left out", others),
             {}});
    if (added == 0)
        return fail(Error{ErrorCode::Invalid, "no statement of the file is over a table of the project",
                          "import the schema of the same database", csv.name, 0, 0});
    return out;
}

} // namespace shardscape::model
