// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/export/suggested_workload.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <vector>

#include <fmt/format.h>

#include "model/exchange/export/postgres_words.h"

namespace shardscape::model {
namespace {

constexpr double kReadShare = 0.9;
constexpr long long kAssumedRows = 1'000'000;
constexpr int kPage = 50;

struct Statement {
    std::string name;
    std::string returns; ///< "one", "many", "exec"
    std::string keys;    ///< column whose values are asked for, may be empty
    std::string sql;
    bool write = false;
};

/// "order_items" → "OrderItems": letters and digits of a name as one CamelCase word. Letters beyond ASCII stay.
std::string camelCase(const std::string& name) {
    std::string out;
    bool upper = true;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80 && !std::isalnum(byte)) {
            upper = true;
            continue;
        }
        out += upper && byte < 0x80 ? static_cast<char>(std::toupper(byte)) : c;
        upper = false;
    }
    return out.empty() ? "Entity" : out;
}

class Suggestions {
public:
    explicit Suggestions(const Project& project)
        : m_project(project) {}

    std::vector<Statement> run() {
        for (const Entity& entity : m_project.entities)
            suggestGet(entity);
        for (const Relationship& relationship : m_project.relationships)
            suggestList(relationship);
        for (const Entity& entity : m_project.entities)
            suggestInsert(entity);
        return std::move(m_statements);
    }

private:
    std::string unique(const std::string& wanted) {
        std::string name = wanted;
        for (int number = 2; !m_names.insert(name).second; ++number)
            name = wanted + std::to_string(number);
        return name;
    }
    static std::string conditions(const Entity& entity, const std::vector<AttributeId>& attributes) {
        std::string out;
        int parameter = 0;
        for (AttributeId id : attributes)
            out += fmt::format("{}{} = ${}", out.empty() ? "" : " AND ", postgresIdentifier(entity.find(id)->name),
                               ++parameter);
        return out;
    }
    void suggestGet(const Entity& entity) {
        const Key* primary = entity.primaryKey();
        if (!primary)
            return;
        m_statements.push_back({unique("Get" + camelCase(entity.name)), "one",
                                entity.find(primary->attributes.front())->name,
                                fmt::format("SELECT * FROM {} WHERE {};", postgresName(entity.schema, entity.name),
                                            conditions(entity, primary->attributes)),
                                false});
    }
    void suggestList(const Relationship& relationship) {
        const Entity* child = m_project.entities.find(relationship.child);
        const Entity* parent = m_project.entities.find(relationship.parent);
        if (!child || !parent || relationship.childAttributes.empty() || child->isUnique(relationship.childAttributes))
            return;
        const std::string order = newestFirst(*child);
        m_statements.push_back(
            {unique("List" + camelCase(child->name) + "By" +
                    camelCase(child->find(relationship.childAttributes.front())->name)),
             "many", child->find(relationship.childAttributes.front())->name,
             fmt::format("SELECT * FROM {} WHERE {}{} LIMIT {};", postgresName(child->schema, child->name),
                         conditions(*child, relationship.childAttributes), order, kPage),
             false});
    }
    /// The order people ask for: by time when there is a timestamp, else by the key.
    static std::string newestFirst(const Entity& entity) {
        const auto time = std::find_if(entity.attributes.begin(), entity.attributes.end(), [](const Attribute& a) {
            return a.type.kind == TypeKind::Timestamp && !a.nullable;
        });
        if (time != entity.attributes.end())
            return fmt::format(" ORDER BY {} DESC", postgresIdentifier(time->name));
        const Key* primary = entity.primaryKey();
        return primary
                   ? fmt::format(" ORDER BY {} DESC", postgresIdentifier(entity.find(primary->attributes.back())->name))
                   : "";
    }
    void suggestInsert(const Entity& entity) {
        std::string columns;
        std::string values;
        int parameter = 0;
        for (const Attribute& attribute : entity.attributes) {
            if (attribute.generator == Generator::AutoIncrement || !attribute.generatedSql.empty() ||
                !attribute.defaultSql.empty())
                continue;
            columns += (columns.empty() ? "" : ", ") + postgresIdentifier(attribute.name);
            values += fmt::format("{}${}", values.empty() ? "" : ", ", ++parameter);
        }
        if (columns.empty())
            return;
        const Key* primary = entity.primaryKey();
        m_statements.push_back(
            {unique("Create" + camelCase(entity.name)), "exec",
             primary ? entity.find(primary->attributes.front())->name : "",
             fmt::format("INSERT INTO {} ({}) VALUES ({});", postgresName(entity.schema, entity.name), columns, values),
             true});
    }

    const Project& m_project;
    std::vector<Statement> m_statements;
    std::set<std::string> m_names;
};

} // namespace

std::string suggestWorkload(const Project& project, PerSecond total) {
    const std::vector<Statement> statements = Suggestions(project).run();
    const auto writes = std::count_if(statements.begin(), statements.end(), [](const Statement& s) { return s.write; });
    const auto reads = static_cast<std::ptrdiff_t>(statements.size()) - writes;
    const double readTotal = writes == 0 ? total.value : total.value * kReadShare;
    const double writeTotal = reads == 0 ? total.value : total.value * (1 - kReadShare);
    std::string out =
        fmt::format("-- A starting point, not a measurement: {}/s in all, nine reads for a write, split evenly over\n"
                    "-- the patterns; uniform keys. Put in what you know: rows, rates, and which keys are hot.\n\n",
                    total.value);
    for (const Entity& entity : project.entities)
        if (!entity.volume.rows)
            out += fmt::format("-- table: {} rows={}\n", postgresName(entity.schema, entity.name), kAssumedRows);
    for (const Statement& statement : statements) {
        const double rate =
            statement.write ? writeTotal / static_cast<double>(writes) : readTotal / static_cast<double>(reads);
        out += fmt::format("\n-- name: {} :{}\n-- rate: {:.6g}/s\n", statement.name, statement.returns, rate);
        if (!statement.keys.empty())
            out += fmt::format("-- keys: {} uniform\n", postgresIdentifier(statement.keys));
        out += statement.sql + "\n";
    }
    return out;
}

} // namespace shardscape::model
