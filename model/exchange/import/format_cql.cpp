// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/import_draft.h"
#include "model/exchange/import/import_formats.h"
#include "model/exchange/import/text_tokens.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include <fmt/format.h>

namespace shardscape::model {
namespace {

TokenRules cqlRules() {
    TokenRules rules;
    rules.dashComments = rules.slashComments = rules.dollarStrings = rules.templates = true;
    return rules;
}

struct CqlType {
    std::string_view word;
    TypeKind kind;
    bool exact;
};

/// The native types of CQL 3 (https://cassandra.apache.org/doc/latest/cassandra/developing/cql/types.html).
constexpr std::array<CqlType, 21> kTypes{
    {{"ascii", TypeKind::Text, true},         {"bigint", TypeKind::Int64, true},
     {"blob", TypeKind::Binary, true},        {"boolean", TypeKind::Bool, true},
     {"counter", TypeKind::Int64, false},     {"date", TypeKind::Date, true},
     {"decimal", TypeKind::Decimal, true},    {"double", TypeKind::Double, true},
     {"duration", TypeKind::Interval, false}, {"float", TypeKind::Float, true},
     {"inet", TypeKind::Other, false},        {"int", TypeKind::Int32, true},
     {"smallint", TypeKind::Int16, true},     {"text", TypeKind::Text, true},
     {"time", TypeKind::Time, true},          {"timestamp", TypeKind::Timestamp, true},
     {"timeuuid", TypeKind::Uuid, false},     {"tinyint", TypeKind::Int16, false},
     {"uuid", TypeKind::Uuid, true},          {"varchar", TypeKind::Text, true},
     {"varint", TypeKind::Decimal, false}}};

int sniffCql(std::string_view text) {
    const std::string lower = sniffable(text);
    const auto has = [&](std::string_view what) { return lower.find(what) != std::string::npos; };
    int sure = 0;
    if (has("create keyspace") || has("clustering order by") || has("create columnfamily") ||
        has("create custom index"))
        sure += 80;
    if (has("frozen<") || has("primary key ((") || has("timeuuid") || has("default_time_to_live") || has("map<text"))
        sure += 60;
    if (has("compaction = {") || has("compaction={"))
        sure += 60;
    return std::min(sure, 100);
}

/// Reads CQL statement by statement; the last state of each table is the model. Partition keys go into a layout of the
/// engine "cassandra", so that a mapping to it keeps them.
class CqlReader {
public:
    CqlReader(const std::vector<ImportSource>& sources, std::stop_token stop)
        : m_draft(sources, std::move(stop)) {}

    Result<Imported> run() {
        for (std::size_t source = 0; source < m_draft.sourceCount(); ++source) {
            if (const Result<void> entered = m_draft.enter(source); !entered)
                return fail(entered.error());
            TextTokens tokens(m_draft.text(), cqlRules());
            m_tokens = &tokens;
            while (!m_draft.stopped() && nextStatement(tokens))
                if (!m_statement.empty())
                    readStatement();
        }
        finish();
        return m_draft.finish("import CREATE TABLE statements, as DESCRIBE SCHEMA of cqlsh writes them");
    }

private:
    bool nextStatement(TextTokens& tokens) {
        m_statement.clear();
        for (;;) {
            const Token token = tokens.next();
            if (token.kind == TokenKind::End)
                return !m_statement.empty();
            if (token.kind == TokenKind::Unfinished) {
                m_draft.report(Severity::Error, token.offset,
                               "the text ends within a quote or comment that starts here",
                               "close it; what follows is not read");
                return false;
            }
            if (token.is(';'))
                return true;
            m_statement.push_back(token);
        }
    }

    void readStatement() {
        TokenCursor cursor(m_statement);
        const Token first = cursor.peek();
        if (cursor.accept("create"))
            return create(cursor, first);
        if (cursor.accept("alter"))
            return alter(cursor, first);
        if (cursor.accept("drop"))
            return drop(cursor, first);
        if (cursor.accept("use")) {
            m_keyspace = value(cursor.take());
            return;
        }
        for (const char* word : {"insert", "update", "delete", "truncate", "begin", "apply", "select", "copy"})
            if (first.is(word))
                return m_draft.tally(first.offset,
                                     "statements with data (INSERT, UPDATE …) are not part of the schema");
        for (const char* word : {"grant", "revoke", "list", "describe", "consistency", "source", "tracing", "paging"})
            if (first.is(word))
                return m_draft.tally(first.offset, "session statements and grants do not concern the model");
        m_draft.report(Severity::Warning, first.offset,
                       fmt::format("'{}' starts no statement that is known; it is left out", first.raw.substr(0, 40)));
    }

    void create(TokenCursor& cursor, const Token& first) {
        cursor.acceptAll({"or", "replace"});
        if (cursor.accept("keyspace") || cursor.accept("schema")) {
            return m_draft.tally(first.offset, "keyspaces and their replication are not part of the model");
        }
        if (cursor.accept("table") || cursor.accept("columnfamily"))
            return createTable(cursor);
        if (cursor.accept("type"))
            return createType(cursor);
        if (cursor.acceptAll({"custom", "index"}) || cursor.accept("index"))
            return createIndex(cursor);
        notModelled(first);
    }

    void notModelled(const Token& first) {
        std::string title;
        for (const Token& token : m_statement) {
            if (token.kind != TokenKind::Word && token.kind != TokenKind::Name)
                break;
            if (token.is("as") || token.is("with") || title.size() > 80)
                break;
            if (!token.is("if") && !token.is("not") && !token.is("exists"))
                title += (title.empty() ? "" : " ") +
                         (token.kind == TokenKind::Word ? std::string(token.raw) : value(token));
        }
        m_draft.report(Severity::Info, first.offset, title + " is not part of the model");
    }

    struct TableName {
        std::string schema;
        std::string name;
        std::size_t offset = 0;
    };
    /// Names are in lower case unless they are in quotes.
    std::string nameOf(const Token& token) const {
        return token.kind == TokenKind::Name || token.raw.starts_with("$") ? value(token) : lowered(token.raw);
    }
    TableName tableName(TokenCursor& cursor) {
        TableName out{m_keyspace, {}, cursor.offset()};
        if (cursor.peek().isName())
            out.name = nameOf(cursor.take());
        if (cursor.accept('.')) {
            out.schema = out.name;
            out.name = cursor.peek().isName() ? nameOf(cursor.take()) : std::string();
        }
        return out;
    }

    void createTable(TokenCursor& cursor) {
        const bool missingOk = cursor.acceptAll({"if", "not", "exists"});
        const TableName name = tableName(cursor);
        if (const Entity* known = m_draft.find(name.schema, name.name);
            known && missingOk && known->schema == name.schema)
            return;
        bool closed = false;
        const std::vector<Token> body = cursor.takeParentheses(closed);
        if (!closed)
            return m_draft.report(Severity::Error, name.offset,
                                  fmt::format("the table {} has no list of columns that ends", name.name));
        Entity* entity = m_draft.addEntity(name.schema, name.name, name.offset);
        if (!entity)
            return;
        std::vector<std::vector<Token>> items = split(body);
        for (const std::vector<Token>& item : items)
            if (!(item.size() > 2 && item[0].is("primary") && item[1].is("key") && item[2].is('(')))
                column(*entity, item);
        for (const std::vector<Token>& item : items)
            if (item.size() > 2 && item[0].is("primary") && item[1].is("key") && item[2].is('('))
                primaryKey(*entity, item);
        if (!entity->primaryKey())
            m_draft.report(Severity::Error, name.offset, fmt::format("the table {} has no primary key", name.name),
                           "Cassandra refuses a table without one");
        if (cursor.accept("with"))
            options(*entity, cursor);
    }

    void column(Entity& entity, const std::vector<Token>& item) {
        TokenCursor cursor(item);
        const std::size_t offset = cursor.offset();
        if (!cursor.peek().isName() || item.size() < 2)
            return m_draft.report(
                Severity::Error, offset,
                fmt::format("'{}' is no column with a type in {}", cursor.peek().raw.substr(0, 40), entity.name));
        Attribute* attribute = m_draft.addAttribute(entity, nameOf(cursor.take()), offset);
        if (!attribute)
            return;
        attribute->type = type(cursor, entity.schema);
        const AttributeId id = attribute->id;
        while (!cursor.atEnd()) {
            const std::size_t at = cursor.offset();
            if (cursor.accept("static")) {
                m_draft.tally(at, "static columns count as ordinary ones in the model");
            } else if (cursor.acceptAll({"primary", "key"})) {
                m_draft.setPrimaryKey(entity, {id});
                m_partitionKeys[entity.id] = {id};
            } else {
                std::vector<Token> rest;
                while (!cursor.atEnd())
                    rest.push_back(cursor.take());
                m_draft.report(Severity::Warning, at,
                               fmt::format("'{}' behind the column {}.{} is not CQL; it is left out",
                                           sourceOf(m_draft.text(), rest).substr(0, 60), entity.name,
                                           attributeOf(entity, id)->name));
            }
        }
    }

    /// "PRIMARY KEY ((a, b), c)": the partition key, then the clustering columns.
    void primaryKey(Entity& entity, const std::vector<Token>& item) {
        TokenCursor cursor(item);
        cursor.acceptAll({"primary", "key"});
        bool closed = false;
        const std::vector<Token> inner = cursor.takeParentheses(closed);
        std::vector<AttributeId> all;
        std::vector<AttributeId> partition;
        bool first = true;
        for (const std::vector<Token>& part : split(inner)) {
            for (const Token& token : part)
                if (token.isName()) {
                    const auto id = m_draft.attribute(entity, nameOf(token), token.offset, "PRIMARY KEY");
                    if (!id)
                        return;
                    if (std::find(all.begin(), all.end(), *id) != all.end())
                        return m_draft.report(
                            Severity::Error, token.offset,
                            fmt::format("the primary key of {} names {} twice", entity.name, token.raw));
                    all.push_back(*id);
                    if (first)
                        partition.push_back(*id);
                }
            first = false;
        }
        if (all.empty())
            return m_draft.report(Severity::Error, item.front().offset,
                                  fmt::format("the primary key of {} is empty", entity.name));
        m_draft.setPrimaryKey(entity, all);
        m_partitionKeys[entity.id] = partition;
    }

    Type type(TokenCursor& cursor, const std::string& schema) {
        const std::size_t start = cursor.position();
        std::string word = cursor.peek().isName() ? lowered(value(cursor.take())) : std::string();
        if (cursor.accept('.') && cursor.peek().isName())
            word += "." + lowered(value(cursor.take()));
        std::vector<Token> arguments;
        bool closed = false;
        if (cursor.peek().is('<'))
            arguments = cursor.takeBlock('<', '>', closed);
        const std::size_t end = cursor.position();
        cursor.moveTo(start);
        std::vector<Token> written;
        while (cursor.position() < end)
            written.push_back(cursor.take());
        const std::string spelling = sourceOf(m_draft.text(), written);
        Type out;
        if (word == "frozen" && !arguments.empty() && m_depth < 20) {
            TokenCursor inner(arguments);
            ++m_depth;
            out = type(inner, schema);
            --m_depth;
            out.native = spelling;
            return out;
        }
        if ((word == "list" || word == "set") && !arguments.empty() && m_depth < 20) {
            TokenCursor inner(arguments);
            ++m_depth;
            out.kind = TypeKind::Array;
            out.element = std::make_shared<const Type>(type(inner, schema));
            --m_depth;
            out.native = word == "set" ? spelling : "";
            return out;
        }
        const auto known = std::find_if(kTypes.begin(), kTypes.end(), [&](const CqlType& t) { return t.word == word; });
        if (known == kTypes.end() || !arguments.empty()) { // map, tuple, vector, a type of its own
            out.kind = TypeKind::Json;
            out.native = spelling;
            return out;
        }
        out.kind = known->kind;
        out.native = known->exact ? "" : std::string(known->word);
        out.precision = out.kind == TypeKind::Timestamp ? 3 : out.kind == TypeKind::Time ? 9 : 0; // ms, and ns
        out.withTimeZone = out.kind == TypeKind::Timestamp;                                       // since the epoch
        return out;
    }

    void createType(TokenCursor& cursor) {
        cursor.acceptAll({"if", "not", "exists"});
        const TableName name = tableName(cursor);
        m_draft.report(
            Severity::Info, name.offset,
            fmt::format("the type {} is not part of the model: columns of it count as documents", name.name));
    }

    void createIndex(TokenCursor& cursor) {
        const bool missingOk = cursor.acceptAll({"if", "not", "exists"});
        std::string name;
        if (!cursor.peek().is("on") || (cursor.peek(1).is("on")))
            name = cursor.peek().isName() ? nameOf(cursor.take()) : std::string();
        if (!cursor.accept("on"))
            return m_draft.report(Severity::Error, cursor.offset(), "CREATE INDEX: ON and a table are missing");
        const TableName on = tableName(cursor);
        Entity* entity = m_draft.require(on.schema, on.name, on.offset, "CREATE INDEX");
        bool closed = false;
        const std::vector<Token> inner = cursor.takeParentheses(closed);
        if (!entity)
            return;
        Index index;
        index.id = m_draft.project.newId<IndexId>();
        for (const std::vector<Token>& part : split(inner)) {
            // keys(tags), values(tags), entries(tags), full(tags): of a collection
            const Token& column = part.size() > 2 && part[1].is('(') ? part[2] : part.front();
            if (part.size() > 2)
                m_draft.tally(part.front().offset, "indexes over keys, values or entries count as over the column");
            const auto id = m_draft.attribute(*entity, nameOf(column), column.offset, "CREATE INDEX");
            if (!id)
                return;
            index.parts.push_back({*id, {}, false, {}, {}, {}});
        }
        if (index.parts.empty())
            return m_draft.report(Severity::Error, on.offset, "CREATE INDEX: there is no column");
        index.method = IndexMethod::Other;
        index.methodName = "secondary";
        if (cursor.accept("using"))
            index.methodName = value(cursor.take());
        if (cursor.acceptAll({"with", "options"}))
            m_draft.tally(cursor.offset(), "options of indexes are not part of the model");
        if (name.empty()) // Cassandra's own name
            name = fmt::format("{}_{}_idx", entity->name, entity->find(index.parts.front().attribute)->name);
        index.name = name;
        const bool taken = std::any_of(entity->indexes.begin(), entity->indexes.end(),
                                       [&](const Index& known) { return known.name == name; });
        if (taken && !missingOk)
            m_draft.report(Severity::Error, on.offset, fmt::format("{} has an index {} already", entity->name, name));
        if (!taken)
            entity->indexes.push_back(std::move(index));
    }

    /// What follows WITH: a comment and the time to live are modelled, the order of clustering columns is said.
    void options(Entity& entity, TokenCursor& cursor) {
        do {
            const std::size_t offset = cursor.offset();
            if (cursor.acceptAll({"clustering", "order", "by"})) {
                bool closed = false;
                for (const Token& token : cursor.takeParentheses(closed))
                    if (token.is("desc"))
                        m_draft.tally(token.offset,
                                      "descending clustering columns: the model's keys have no direction");
            } else if (cursor.acceptAll({"compact", "storage"})) {
                m_draft.tally(offset, "options of tables (compaction, caching …) are not part of the model");
            } else if (cursor.peek().isName()) {
                const std::string option = lowered(value(cursor.take()));
                if (!cursor.accept('=') && !cursor.accept(':'))
                    return m_draft.report(Severity::Warning, offset,
                                          fmt::format("the option {} of {} has no value", option, entity.name));
                bool closed = false;
                if (cursor.peek().is('{'))
                    cursor.takeBlock('{', '}', closed);
                else if (option == "comment")
                    entity.comment = value(cursor.take());
                else if (option == "default_time_to_live")
                    timeToLive(entity, cursor.take());
                else
                    cursor.take();
                if (option != "comment" && option != "default_time_to_live")
                    m_draft.tally(offset, "options of tables (compaction, caching …) are not part of the model");
            }
        } while (cursor.accept("and"));
        if (!cursor.atEnd())
            m_draft.report(
                Severity::Warning, cursor.offset(),
                fmt::format("'{}' is not understood; the rest of it is left out", cursor.peek().raw.substr(0, 40)));
    }

    void timeToLive(Entity& entity, const Token& token) {
        double seconds = 0;
        const auto read = std::from_chars(token.raw.data(), token.raw.data() + token.raw.size(), seconds);
        if (read.ec != std::errc())
            m_draft.tally(token.offset, "times to live that are placeholders are left out");
        else if (seconds > 0) {
            entity.volume.retentionDays = seconds / 86400.0;
            entity.volume.removal = RowRemoval::Ttl;
        }
    }

    void alter(TokenCursor& cursor, const Token& first) {
        if (!cursor.accept("table") && !cursor.accept("columnfamily"))
            return cursor.peek().is("keyspace")
                       ? m_draft.tally(first.offset, "keyspaces and their replication are not part of the model")
                       : notModelled(first);
        cursor.acceptAll({"if", "exists"});
        const TableName name = tableName(cursor);
        Entity* entity = m_draft.require(name.schema, name.name, name.offset, "ALTER TABLE");
        if (!entity)
            return;
        if (cursor.accept("add")) {
            const bool missingOk = cursor.acceptAll({"if", "not", "exists"});
            bool closed = false;
            std::vector<Token> rest;
            if (cursor.peek().is('('))
                rest = cursor.takeParentheses(closed);
            else
                while (!cursor.atEnd())
                    rest.push_back(cursor.take());
            for (const std::vector<Token>& item : split(rest))
                if (!(missingOk && item.front().isName() && entity->findByName(nameOf(item.front()))))
                    column(*entity, item);
        } else if (cursor.accept("drop")) {
            cursor.acceptAll({"if", "exists"});
            while (!cursor.atEnd()) {
                const Token token = cursor.take();
                if (!token.isName())
                    continue;
                if (const auto id = m_draft.attribute(*entity, nameOf(token), token.offset, "ALTER TABLE"))
                    m_draft.removeAttribute(*entity, *id);
            }
        } else if (cursor.accept("rename")) {
            do {
                cursor.acceptAll({"if", "exists"});
                const Token from = cursor.take();
                cursor.accept("to");
                const Token to = cursor.take();
                if (const auto id = m_draft.attribute(*entity, nameOf(from), from.offset, "ALTER TABLE"))
                    if (!entity->findByName(nameOf(to)))
                        attributeOf(*entity, *id)->name = nameOf(to);
            } while (cursor.accept("and"));
        } else if (cursor.accept("with")) {
            options(*entity, cursor);
        } else if (cursor.accept("alter")) {
            const Token columnToken = cursor.take();
            cursor.accept("type");
            if (const auto id = m_draft.attribute(*entity, nameOf(columnToken), columnToken.offset, "ALTER TABLE"))
                attributeOf(*entity, *id)->type = type(cursor, entity->schema);
        } else {
            m_draft.report(Severity::Warning, cursor.offset(), "this change of a table is not understood");
        }
    }

    void drop(TokenCursor& cursor, const Token& first) {
        if (cursor.accept("table") || cursor.accept("columnfamily")) {
            const bool missingOk = cursor.acceptAll({"if", "exists"});
            const TableName name = tableName(cursor);
            if (Entity* entity = m_draft.find(name.schema, name.name))
                m_draft.remove(*entity);
            else if (!missingOk)
                m_draft.require(name.schema, name.name, name.offset, "DROP TABLE");
        } else if (cursor.accept("index")) {
            cursor.acceptAll({"if", "exists"});
            const TableName name = tableName(cursor);
            for (const auto& entity : m_draft.entities)
                std::erase_if(entity->indexes, [&](const Index& index) { return index.name == name.name; });
        } else {
            m_draft.tally(first.offset, "statements that drop what the model does not hold");
        }
    }

    /// One keyspace has no use for its name; the partition keys become a layout.
    void finish() {
        std::set<std::string> schemas;
        for (const auto& entity : m_draft.entities)
            schemas.insert(entity->schema);
        if (schemas.size() == 1 && !schemas.begin()->empty())
            for (const auto& entity : m_draft.entities)
                m_draft.rename(*entity, {}, entity->name);
        Layout layout;
        layout.id = m_draft.project.newId<LayoutId>();
        layout.engine = "cassandra";
        for (const auto& entity : m_draft.entities)
            if (const auto at = m_partitionKeys.find(entity->id); at != m_partitionKeys.end() && entity->primaryKey())
                layout.partitionKeys[entity->id] = at->second;
        if (!layout.partitionKeys.empty())
            m_draft.project.layouts.set(std::move(layout));
    }

    static std::vector<std::vector<Token>> split(const std::vector<Token>& list) {
        std::vector<std::vector<Token>> items(1);
        int depth = 0;
        for (const Token& token : list) {
            depth += token.is('(') || token.is('<') ? 1 : token.is(')') || token.is('>') ? -1 : 0;
            if (depth == 0 && token.is(','))
                items.emplace_back();
            else
                items.back().push_back(token);
        }
        std::erase_if(items, [](const std::vector<Token>& item) { return item.empty(); });
        return items;
    }

    std::string value(const Token& token) const { return m_tokens->value(token); }

    ImportDraft m_draft;
    TextTokens* m_tokens = nullptr;
    std::vector<Token> m_statement;
    std::string m_keyspace;
    std::map<EntityId, std::vector<AttributeId>> m_partitionKeys;
    int m_depth = 0;
};

Result<Imported> readCql(const std::vector<ImportSource>& sources, std::stop_token stop) {
    return CqlReader(sources, std::move(stop)).run();
}

} // namespace

ImportFormat cqlFormat() {
    return {"cql", "CQL (Cassandra, ScyllaDB)", {"cassandra", "scylla"}, {"cql", "sql", "tmpl"}, sniffCql, readCql,
            true};
}

} // namespace shardscape::model
