// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/sqlite_catalogue.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <memory>

#include <fmt/format.h>
#include <sqlite3.h>

namespace shardscape::model {
namespace {

/// A statement with its parameters bound to texts.
class Query {
public:
    Query(sqlite3* database, const char* sql, const std::string& parameter = {}) {
        sqlite3_stmt* statement = nullptr;
        m_status = sqlite3_prepare_v2(database, sql, -1, &statement, nullptr);
        m_statement.reset(statement);
        if (m_status == SQLITE_OK && sqlite3_bind_parameter_count(statement) > 0)
            sqlite3_bind_text(statement, 1, parameter.c_str(), -1, SQLITE_TRANSIENT);
    }
    bool next() {
        if (m_status != SQLITE_OK)
            return false;
        const int step = sqlite3_step(m_statement.get());
        if (step != SQLITE_ROW && step != SQLITE_DONE)
            m_status = step;
        return step == SQLITE_ROW;
    }
    std::string text(int column) const {
        const unsigned char* value = sqlite3_column_text(m_statement.get(), column);
        return value ? reinterpret_cast<const char*>(value) : "";
    }
    int number(int column) const { return sqlite3_column_int(m_statement.get(), column); }
    bool isNull(int column) const { return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL; }
    bool ok() const { return m_status == SQLITE_OK; }

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    int m_status = SQLITE_OK;
};

ReferentialAction actionOf(const std::string& word) {
    if (word == "CASCADE")
        return ReferentialAction::Cascade;
    if (word == "RESTRICT")
        return ReferentialAction::Restrict;
    if (word == "SET NULL")
        return ReferentialAction::SetNull;
    return word == "SET DEFAULT" ? ReferentialAction::SetDefault : ReferentialAction::NoAction;
}

/// A default as the pragma gives it; a text in double quotes, which SQLite takes, becomes one in single quotes.
std::string defaultSql(const std::string& written) {
    if (sameWord(written, "null"))
        return {};
    if (written.size() < 2 || written.front() != '"' || written.back() != '"')
        return written;
    std::string out = "'";
    for (const char c : written.substr(1, written.size() - 2))
        out += c == '\'' ? "''" : std::string(1, c);
    return out + "'";
}

class Catalogue {
public:
    Catalogue(sqlite3* database, ImportDraft& draft, const SqlitePlaces& places)
        : m_database(database)
        , m_draft(draft)
        , m_places(places) {}

    Result<void> read() {
        Query tables(m_database, "SELECT l.name, l.type, coalesce(s.sql, '') FROM pragma_table_list l"
                                 " JOIN sqlite_schema s ON s.name = l.name AND s.type = 'table'"
                                 " WHERE l.schema = 'main' ORDER BY s.rowid");
        while (tables.next()) {
            const std::string name = tables.text(0);
            if (name.starts_with("sqlite_"))
                continue;
            if (tables.text(1) == "virtual")
                m_draft.report(Severity::Info, place(name),
                               fmt::format("the virtual table {} is not part of the model", name));
            else if (tables.text(1) == "table")
                table(name, tables.text(2));
        }
        if (!tables.ok())
            return fail(ErrorCode::Io, fmt::format("the database cannot be read: {}", sqlite3_errmsg(m_database)),
                        "check that it is a SQLite 3 database and not damaged (PRAGMA integrity_check)");
        statistics();
        return {};
    }

private:
    std::size_t place(const std::string& name) const {
        const auto at = m_places.find(lowered(name));
        return at == m_places.end() ? 0 : at->second;
    }

    void table(const std::string& name, const std::string& sql) {
        Entity* entity = m_draft.addEntity({}, name, place(name));
        if (!entity)
            return;
        const SqliteTableText text = readSqliteTable(sql);
        entity->checks = text.checks;
        columns(*entity, text);
        references(*entity, text);
        Query list(m_database, "SELECT name, \"unique\", origin, partial FROM pragma_index_list(?1) ORDER BY seq DESC",
                   name);
        while (list.next())
            if (list.text(2) != "pk")
                index(*entity, text, list.text(0), list.number(1) != 0, list.text(2) == "u");
        if (text.withoutRowid)
            m_draft.tally(place(name), "WITHOUT ROWID is not part of the model");
        if (text.collations)
            m_draft.tally(place(name), "tables with collations of columns: collations are not part of the model");
        if (text.conflictClauses)
            m_draft.tally(place(name), "tables with ON CONFLICT clauses: they are not part of the model");
    }

    void columns(Entity& entity, const SqliteTableText& text) {
        Query list(m_database,
                   "SELECT name, type, \"notnull\", dflt_value, pk, hidden FROM pragma_table_xinfo(?1) ORDER BY cid",
                   entity.name);
        std::vector<std::pair<int, AttributeId>> primary;
        while (list.next()) {
            if (list.number(5) == 1)
                continue;
            Attribute* attribute = m_draft.addAttribute(entity, list.text(0), place(entity.name));
            if (!attribute)
                continue;
            attribute->type = sqliteType(list.text(1));
            if (list.text(1).empty())
                m_draft.tally(place(entity.name), "columns without a type: they count as text");
            attribute->nullable = list.number(2) == 0;
            attribute->defaultSql = defaultSql(list.text(3));
            if (const auto at = text.generated.find(lowered(attribute->name)); at != text.generated.end())
                attribute->generatedSql = at->second;
            if (list.number(5) == 2)
                m_draft.tally(place(entity.name), "VIRTUAL columns count as stored ones in the model");
            if (list.number(4) > 0)
                primary.emplace_back(list.number(4), attribute->id);
        }
        if (primary.empty())
            return;
        std::sort(primary.begin(), primary.end());
        std::vector<AttributeId> ids;
        for (const auto& [position, id] : primary)
            ids.push_back(id);
        m_draft.setPrimaryKey(entity, ids, text.primaryName);
    }

    void references(Entity& entity, const SqliteTableText& text) {
        Query list(m_database,
                   "SELECT id, \"table\", \"from\", \"to\", on_update, on_delete FROM pragma_foreign_key_list(?1)"
                   " ORDER BY id DESC, seq",
                   entity.name);
        int last = -1;
        std::size_t count = 0;
        std::vector<DraftReference> found;
        while (list.next()) {
            if (list.number(0) != last) {
                last = list.number(0);
                DraftReference& reference = found.emplace_back();
                reference.relationship.id = m_draft.project.newId<RelationshipId>();
                reference.relationship.child = entity.id;
                reference.relationship.onUpdate = actionOf(list.text(4));
                reference.relationship.onDelete = actionOf(list.text(5));
                reference.parent = list.text(1);
                reference.place = m_draft.place(place(entity.name));
                if (count < text.references.size()) { // SQLite numbers them backwards
                    reference.relationship.name = text.references[count].name;
                    reference.relationship.deferrable = text.references[count].deferrable;
                    reference.relationship.initiallyDeferred = text.references[count].initiallyDeferred;
                }
                ++count;
            }
            if (const Attribute* child = attributeOf(entity, list.text(2)))
                found.back().relationship.childAttributes.push_back(child->id);
            if (!list.isNull(3))
                found.back().parentColumns.push_back(list.text(3));
        }
        for (DraftReference& reference : found)
            m_draft.references.push_back(std::move(reference));
        // "INTEGER PRIMARY KEY" is the row's number, which SQLite gives; one that refers to another table it does not.
        const Key* primary = entity.primaryKey();
        if (!primary || primary->attributes.size() != 1)
            return;
        Attribute& key = *attributeOf(entity, primary->attributes.front());
        const bool refers =
            std::any_of(m_draft.references.begin(), m_draft.references.end(), [&](const DraftReference& r) {
                return r.relationship.child == entity.id && r.relationship.childAttributes == primary->attributes;
            });
        if (text.autoIncrement ||
            (!refers && !text.withoutRowid && key.type.kind == TypeKind::Int64 && key.type.native.empty()))
            key.generator = Generator::AutoIncrement;
    }

    void index(Entity& entity, const SqliteTableText& text, const std::string& name, bool unique, bool constraint) {
        Query sql(m_database, "SELECT sql FROM sqlite_schema WHERE type = 'index' AND name = ?1", name);
        const SqliteIndexText written = sql.next() ? readSqliteIndex(sql.text(0)) : SqliteIndexText();
        Query list(m_database, "SELECT name, desc, cid FROM pragma_index_xinfo(?1) WHERE key = 1 ORDER BY seqno", name);
        std::vector<KeyPart> parts;
        while (list.next()) {
            KeyPart part;
            if (list.number(2) == -1)
                return; // the row's number itself
            if (const Attribute* column = list.number(2) >= 0 ? attributeOf(entity, list.text(0)) : nullptr)
                part.attribute = column->id;
            else if (parts.size() < written.parts.size())
                part.expression = written.parts[parts.size()];
            part.descending = list.number(1) != 0;
            parts.push_back(std::move(part));
        }
        if (constraint) {
            Key key;
            key.id = m_draft.project.newId<KeyId>();
            std::string columns;
            for (const KeyPart& part : parts) {
                key.attributes.push_back(part.attribute);
                columns += (columns.empty() ? "" : ",") + lowered(entity.find(part.attribute)->name);
            }
            if (const auto at = text.uniqueNames.find(columns); at != text.uniqueNames.end())
                key.name = at->second;
            entity.keys.push_back(std::move(key));
            return;
        }
        Index made;
        made.id = m_draft.project.newId<IndexId>();
        made.name = name;
        made.unique = unique;
        made.parts = std::move(parts);
        made.predicate = written.predicate;
        entity.indexes.push_back(std::move(made));
    }

    /// What ANALYZE left in sqlite_stat1 (https://www.sqlite.org/fileformat2.html, 2.6.3): the rows of the table, then
    /// for each prefix of the index how many rows share a value of it on average.
    void statistics() {
        Query list(m_database, "SELECT tbl, coalesce(idx, ''), stat FROM sqlite_stat1");
        while (list.next()) {
            Entity* entity = m_draft.find({}, list.text(0));
            const std::string stat = list.text(2);
            double rows = -1;
            double same = -1;
            const char* const end = stat.data() + stat.size();
            const auto first = std::from_chars(stat.data(), end, rows);
            if (!entity || first.ec != std::errc() || rows < 0)
                continue;
            entity->volume.rows = Rows{static_cast<std::int64_t>(rows)};
            const char* next = first.ptr;
            while (next < end && *next == ' ')
                ++next;
            if (std::from_chars(next, end, same).ec != std::errc() || same <= 0)
                continue;
            for (const Index& index : entity->indexes)
                if (sameWord(index.name, list.text(1)) && index.predicate.empty())
                    if (Attribute* column = attributeOf(*entity, index.parts.front().attribute))
                        column->statistics.distinctValues = std::max(1.0, std::round(rows / same));
        }
    }

    sqlite3* m_database;
    ImportDraft& m_draft;
    const SqlitePlaces& m_places;
};

} // namespace

Type sqliteType(const std::string& declared) {
    Project none;
    Type type = typeOfWords(declared, none);
    const std::string word = lowered(declared);
    if (declared.empty()) {
        type = Type{};
    } else if (word == "integer") {
        type.kind = TypeKind::Int64; // every integer of SQLite has up to eight bytes
    } else if (word == "any") {
        type.kind = TypeKind::Other;
    } else if (type.kind == TypeKind::Float) {
        type.kind = TypeKind::Double; // every number with a point has eight
    } else if (type.kind == TypeKind::Other || type.kind == TypeKind::Array) {
        const auto has = [&](const char* part) { return word.find(part) != std::string::npos; };
        type = Type{};
        type.kind = has("int")                                  ? TypeKind::Int64
                    : has("char") || has("clob") || has("text") ? TypeKind::Text
                    : has("blob")                               ? TypeKind::Binary
                    : has("real") || has("floa") || has("doub") ? TypeKind::Double
                                                                : TypeKind::Decimal;
        type.native = declared;
    }
    return type;
}

Result<void> readSqliteCatalogue(sqlite3* database, ImportDraft& draft, const SqlitePlaces& places) {
    return Catalogue(database, draft, places).read();
}

} // namespace shardscape::model
