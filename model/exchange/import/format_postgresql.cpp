// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/import_formats.h"

#include "model/exchange/import/postgres_reader.h"
#include "model/exchange/import/text_tokens.h"

namespace shardscape::model {
namespace {

/// SQL that shows no other dialect is PostgreSQL's: its parser is the one that reads the standard.
int sniffPostgres(std::string_view text) {
    const std::string lower = lowered(text.substr(0, 200000));
    const auto has = [&](std::string_view what) { return lower.find(what) != std::string::npos; };
    if (has("postgresql database dump"))
        return 100;
    int sure = has("create table") || has("create unlogged table") ? 20 : has("create") || has("alter") ? 5 : 0;
    if (has("timestamptz") || has("::") || has("$$") || has("jsonb") || has("create extension") || has("search_path") ||
        has(" owner to ") || has("bigserial") || has(" serial") || has("as enum") || has("using btree") ||
        has("using gin") || has("timestamp with") || has("character varying") || has("comment on "))
        sure += 40;
    return sure;
}

} // namespace

ImportFormat postgresqlFormat() {
    return {"postgresql",
            "PostgreSQL DDL",
            {"postgres", "pg"},
            {"sql", "ddl", "psql", "pgsql"},
            sniffPostgres,
            readPostgres,
            true};
}

} // namespace shardscape::model
