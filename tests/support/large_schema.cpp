// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/large_schema.h"

#include <array>

#include <fmt/format.h>

namespace shardscape::tests {
namespace {

constexpr std::array kTypes{"integer", "varchar(80)", "timestamptz", "numeric(12,2)", "boolean",
                            "text",    "uuid",        "smallint",    "jsonb",         "date"};

std::string tableName(int table) {
    return fmt::format("entity_{:04}", table);
}

} // namespace

std::string largeSchema(int tables, int columns) {
    std::string out;
    for (int table = 0; table < tables; ++table) {
        const std::string name = tableName(table);
        out += fmt::format("CREATE TABLE {} (\n    id bigint NOT NULL", name);
        const bool hasParents = table > 0;
        if (hasParents)
            out += ",\n    parent_id bigint NOT NULL,\n    owner_id bigint";
        for (int column = hasParents ? 3 : 1; column < columns; ++column)
            out += fmt::format(",\n    {}_{:02} {}{}", "field", column,
                               kTypes[static_cast<std::size_t>(column + table) % kTypes.size()],
                               column % 3 == 0 ? " NOT NULL" : "");
        out += "\n);\n";
        out += fmt::format("ALTER TABLE ONLY {0} ADD CONSTRAINT {0}_pkey PRIMARY KEY (id);\n", name);
        if (hasParents) {
            // Parents are near in the list, as tables of one part of an application are.
            const int parent = table - 1 - table % 7 % table;
            out += fmt::format("CREATE INDEX {0}_parent_idx ON {0} USING btree (parent_id, id DESC);\n", name);
            out += fmt::format(
                "ALTER TABLE ONLY {0} ADD CONSTRAINT {0}_parent_fkey FOREIGN KEY (parent_id) REFERENCES {1}(id);\n",
                name, tableName(parent));
            out += fmt::format("ALTER TABLE ONLY {0} ADD CONSTRAINT {0}_owner_fkey FOREIGN KEY (owner_id) REFERENCES "
                               "{1}(id) ON DELETE SET NULL;\n",
                               name, tableName(table / 10));
        }
        out += fmt::format("COMMENT ON TABLE {} IS 'Part {} of the application';\n", name, table / 25);
    }
    return out;
}

std::string largeWorkload(int tables, int patterns) {
    std::string out;
    for (int table = 0; table < tables; ++table)
        out +=
            fmt::format("-- table: {} rows={} growth={}/day\n", tableName(table), 10'000 + 1'000 * table, 10 + table);
    for (int pattern = 0; pattern < patterns; ++pattern) {
        const int table = 1 + pattern * (tables - 1) / patterns;
        const std::string name = tableName(table);
        const char* returns = pattern % 3 == 0 ? "one" : pattern % 3 == 1 ? "many" : "exec";
        out += fmt::format("\n-- name: Pattern{} :{}\n-- rate: {}/s\n", pattern, returns, 10 + pattern);
        if (pattern % 3 == 0)
            out += fmt::format("-- keys: id zipf(0.9)\nSELECT * FROM {} WHERE id = $1;\n", name);
        else if (pattern % 3 == 1)
            out += fmt::format(
                "-- keys: parent_id zipf(0.8)\nSELECT * FROM {} WHERE parent_id = $1 ORDER BY id DESC LIMIT 20;\n",
                name);
        else
            out += fmt::format("INSERT INTO {} (id, parent_id, owner_id) VALUES ($1, $2, $3);\n", name);
    }
    return out;
}

} // namespace shardscape::tests
