// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/mysql_reader.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace shardscape::model {
namespace {

constexpr const char* kOptionTally =
    "table options (ENGINE, character set, collation, row format …) are not part of the model";

} // namespace

void MysqlReader::createTable(TokenCursor& cursor) {
    const bool missingOk = cursor.acceptAll({"if", "not", "exists"});
    const TableName name = tableName(cursor);
    if (name.name.empty())
        return skipped(cursor, "CREATE TABLE");
    if (Entity* known = m_draft.find(name.schema, name.name); known && known->schema == name.schema && missingOk)
        return m_draft.report(Severity::Info, name.offset, fmt::format("the table {} is there already", name.name));
    if (cursor.accept("like")) {
        const Entity* from = table(cursor, "CREATE TABLE LIKE");
        if (Entity* entity = from ? m_draft.addEntity(name.schema, name.name, name.offset) : nullptr)
            copyTable(*entity, *from);
        return;
    }
    if (!cursor.peek().is('('))
        return m_draft.report(Severity::Warning, name.offset,
                              fmt::format("the table {} is made of a query and left out", name.name),
                              "write the table with its columns");
    bool closed = false;
    const std::vector<Token> body = cursor.takeParentheses(closed);
    if (!closed)
        m_draft.report(Severity::Error, cursor.offset(),
                       fmt::format("the parentheses of CREATE TABLE {} are not closed", name.name));
    Entity* entity = m_draft.addEntity(name.schema, name.name, name.offset);
    if (!entity)
        return;
    if (!body.empty() && body.front().is("like")) {
        TokenCursor like(body);
        like.take();
        if (const Entity* from = table(like, "CREATE TABLE LIKE"))
            copyTable(*entity, *from);
        return;
    }
    // Keys may stand before the columns they are of.
    std::vector<std::vector<Token>> items = split(body);
    std::vector<std::vector<Token>> keys;
    for (std::vector<Token>& item : items) {
        static constexpr std::string_view kKeyWords[] = {"constraint", "primary", "unique",  "fulltext", "spatial",
                                                         "key",        "index",   "foreign", "check",    "period"};
        if (std::any_of(std::begin(kKeyWords), std::end(kKeyWords),
                        [&](std::string_view word) { return item.front().is(word); }))
            keys.push_back(std::move(item));
        else
            tableItem(*entity, item);
    }
    for (const std::vector<Token>& key : keys)
        tableItem(*entity, key);
    tableOptions(*entity, cursor);
}

void MysqlReader::tableItem(Entity& entity, const std::vector<Token>& tokens) {
    TokenCursor cursor(tokens);
    if (constraintItem(entity, cursor))
        return;
    column(entity, cursor);
}

/// Everything in the body of a table that is no column; also behind ALTER TABLE … ADD.
bool MysqlReader::constraintItem(Entity& entity, TokenCursor& cursor) {
    std::string name;
    const bool constraint = cursor.accept("constraint");
    if (constraint && !cursor.peek().is("primary") && !cursor.peek().is("unique") && !cursor.peek().is("foreign") &&
        !cursor.peek().is("check")) {
        cursor.acceptAll({"if", "not", "exists"});
        name = nameOf(cursor);
    }
    KeyText key;
    const std::size_t offset = cursor.offset();
    if (cursor.acceptAll({"primary", "key"})) {
        if (!cursor.peek().is('(') && !cursor.peek().is("using"))
            nameOf(cursor); // MySQL takes a name and forgets it
        const auto read = keyText(entity, cursor, {});
        if (!read)
            return true;
        std::vector<AttributeId> ids;
        for (const KeyPart& part : read->parts)
            if (part.attribute)
                ids.push_back(part.attribute);
        if (entity.primaryKey())
            m_draft.report(Severity::Error, offset, fmt::format("{} has a primary key already", entity.name));
        else
            m_draft.setPrimaryKey(entity, ids);
        return true;
    }
    bool unique = false;
    std::string method;
    if (cursor.accept("unique"))
        unique = true;
    else if (cursor.peek().is("fulltext") || cursor.peek().is("spatial"))
        method = lowered(cursor.take().raw);
    if (unique || !method.empty() || cursor.peek().is("key") || cursor.peek().is("index")) {
        if (!cursor.accept("key"))
            cursor.accept("index");
        cursor.acceptAll({"if", "not", "exists"});
        if (!cursor.peek().is('(') && !cursor.peek().is("using"))
            name = nameOf(cursor);
        if (auto read = keyText(entity, cursor, name)) {
            read->unique = unique;
            if (!method.empty()) {
                read->method = IndexMethod::Other;
                read->methodName = method;
            }
            addKey(entity, std::move(*read));
        }
        return true;
    }
    if (cursor.acceptAll({"foreign", "key"})) {
        foreignKey(entity, cursor, name);
        return true;
    }
    if (cursor.accept("check")) {
        check(entity, cursor, name);
        return true;
    }
    if (cursor.acceptAll({"period", "for"})) {
        m_draft.report(Severity::Info, offset, "periods and system versioning are not part of the model");
        return true;
    }
    if (constraint)
        skipped(cursor, "CONSTRAINT");
    return constraint;
}

void MysqlReader::tableOptions(Entity& entity, TokenCursor& cursor) {
    while (!cursor.atEnd()) {
        if (cursor.acceptAll({"partition", "by"}))
            return partitionBy(entity, cursor);
        if (cursor.accept(','))
            continue;
        const std::size_t offset = cursor.offset();
        if (cursor.peek().is("as") || cursor.peek().is("select") || cursor.peek().is("ignore") ||
            cursor.peek().is("replace") || cursor.peek().is('('))
            return m_draft.report(Severity::Warning, offset, "columns that follow from a query are not in the model",
                                  "write them out");
        if (!tableOption(entity, cursor))
            return skipped(cursor, "the options of " + entity.name);
    }
}

/// One option, with or without "=". False when it is none.
bool MysqlReader::tableOption(Entity& entity, TokenCursor& cursor) {
    const std::size_t offset = cursor.offset();
    cursor.accept("default");
    if (cursor.accept("with")) { // MariaDB: WITH SYSTEM VERSIONING
        m_draft.report(Severity::Info, offset, "periods and system versioning are not part of the model");
        while (cursor.accept("system") || cursor.accept("versioning"))
            ;
        return true;
    }
    if (!cursor.peek().isName())
        return false;
    std::string option = lowered(cursor.take().raw);
    if ((option == "character" && cursor.accept("set")) || (option == "data" && cursor.accept("directory")) ||
        (option == "index" && cursor.accept("directory")))
        option += " …";
    cursor.accept('=');
    if (cursor.peek().is('(')) { // UNION=(…)
        m_draft.tally(offset, kOptionTally);
        return cursor.skipParentheses();
    }
    if (cursor.atEnd() || cursor.peek().kind == TokenKind::Symbol)
        return false;
    const Token given = cursor.take();
    if (option == "comment") {
        entity.comment = value(given);
    } else if (option == "auto_increment") {
        for (Attribute& attribute : entity.attributes)
            if (attribute.generator == Generator::AutoIncrement && given.raw != "1")
                attribute.identityOptions = fmt::format("START WITH {}", given.raw);
    } else {
        if (option == "engine" && !sameWord(value(given), "innodb"))
            m_draft.report(
                Severity::Info, offset,
                fmt::format("the storage engine {} of {} is not part of the model", value(given), entity.name));
        if (option == "engine" && !sameWord(value(given), "innodb") && !sameWord(value(given), "ndb"))
            m_withoutReferences.insert(entity.id);
        m_draft.tally(offset, kOptionTally);
    }
    return true;
}

void MysqlReader::copyTable(Entity& entity, const Entity& from) {
    const Entity original = from; // addEntity may have moved nothing, but the two are one table in "LIKE itself"
    std::map<AttributeId, AttributeId> renamed;
    for (Attribute attribute : original.attributes) {
        const AttributeId id = m_draft.project.newId<AttributeId>();
        renamed[attribute.id] = id;
        attribute.id = id;
        entity.attributes.push_back(std::move(attribute));
    }
    for (Key key : original.keys) {
        key.id = m_draft.project.newId<KeyId>();
        for (AttributeId& id : key.attributes)
            id = renamed[id];
        entity.keys.push_back(std::move(key));
    }
    for (Index index : original.indexes) {
        index.id = m_draft.project.newId<IndexId>();
        for (KeyPart& part : index.parts)
            if (part.attribute)
                part.attribute = renamed[part.attribute];
        entity.indexes.push_back(std::move(index));
    }
    entity.checks = original.checks;
    entity.comment = original.comment;
}

void MysqlReader::createIndex(TokenCursor& cursor) {
    bool unique = false;
    std::string method;
    if (cursor.accept("unique"))
        unique = true;
    else if (cursor.peek().is("fulltext") || cursor.peek().is("spatial"))
        method = lowered(cursor.take().raw);
    if (!cursor.accept("index"))
        return skipped(cursor, "CREATE INDEX");
    const bool missingOk = cursor.acceptAll({"if", "not", "exists"});
    const std::string name = nameOf(cursor);
    if (cursor.accept("using"))
        cursor.take();
    if (!cursor.accept("on"))
        return skipped(cursor, "CREATE INDEX");
    Entity* entity = table(cursor, "CREATE INDEX " + name);
    if (!entity)
        return;
    if (missingOk && freeKeyName(*entity, name) != name)
        return;
    auto key = keyText(*entity, cursor, name);
    if (!key)
        return;
    key->unique = unique;
    if (!method.empty()) {
        key->method = IndexMethod::Other;
        key->methodName = method;
    }
    addKey(*entity, std::move(*key));
}

void MysqlReader::partitionBy(Entity& entity, TokenCursor& cursor) {
    Partitioning made;
    const std::size_t offset = cursor.offset();
    cursor.accept("linear");
    const bool byKey = cursor.peek().is("key");
    if (cursor.accept("range"))
        made.method = PartitionMethod::Range;
    else if (cursor.accept("list"))
        made.method = PartitionMethod::List;
    else if (cursor.accept("hash") || cursor.accept("key"))
        made.method = PartitionMethod::Hash;
    else
        return skipped(cursor, "PARTITION BY");
    const bool columns = cursor.accept("columns");
    if (byKey && cursor.accept("algorithm")) {
        cursor.accept('=');
        cursor.take();
    }
    bool closed = false;
    const std::vector<Token> inner = cursor.takeParentheses(closed);
    for (const std::vector<Token>& item : split(inner)) {
        KeyPart part;
        const Attribute* named =
            item.size() == 1 && item.front().isName() ? attributeOf(entity, value(item.front())) : nullptr;
        if (named)
            part.attribute = named->id;
        else
            part.expression = expression(item);
        if (!named && (columns || byKey))
            return m_draft.report(Severity::Error, item.front().offset,
                                  fmt::format("PARTITION BY: {} has no column {}", entity.name, value(item.front())));
        made.parts.push_back(std::move(part));
    }
    if (made.parts.empty() && byKey && entity.primaryKey()) // KEY () is the primary key
        for (const AttributeId id : entity.primaryKey()->attributes)
            made.parts.push_back({id, {}, false, {}, {}, {}});
    int count = 0;
    if (cursor.accept("partitions")) {
        const Token number = cursor.take();
        std::from_chars(number.raw.data(), number.raw.data() + number.raw.size(), count);
    }
    if (cursor.acceptAll({"subpartition", "by"})) {
        m_draft.report(Severity::Info, offset,
                       fmt::format("the subpartitions of {} are not part of the model", entity.name));
        while (!cursor.atEnd() && !(cursor.peek().is('(') && (cursor.peek(1).is("partition"))))
            cursor.take();
    }
    if (cursor.peek().is('('))
        partitions(made, cursor.takeParentheses(closed));
    if (made.method == PartitionMethod::Hash && made.children.empty())
        for (int i = 0; i < std::clamp(count, 1, 8192); ++i) // 8192 is MySQL's own limit
            made.children.push_back({entity.schema, fmt::format("{}_p{}", entity.name, i), {}, {}, {}});
    if (made.method == PartitionMethod::Hash)
        for (std::size_t i = 0; i < made.children.size(); ++i)
            made.children[i].bound = fmt::format("FOR VALUES WITH (MODULUS {}, REMAINDER {})", made.children.size(), i);
    for (PartitionChild& child : made.children) {
        child.schema = entity.schema;
        if (!child.name.starts_with(entity.name + "_"))
            child.name = entity.name + "_" + child.name; // in the model a partition is a table, with a name of its own
    }
    if (!made.parts.empty())
        entity.partitioning = std::move(made);
}

/// "(PARTITION p0 VALUES LESS THAN (10) ENGINE = InnoDB, …)", the bounds as the model writes them.
void MysqlReader::partitions(Partitioning& partitioning, const std::vector<Token>& list) {
    std::string from = "MINVALUE";
    for (std::size_t i = 1; i < partitioning.parts.size(); ++i)
        from += ", MINVALUE";
    for (const std::vector<Token>& item : split(list)) {
        TokenCursor cursor(item);
        if (!cursor.accept("partition")) {
            skipped(cursor, "PARTITION BY");
            continue;
        }
        PartitionChild child;
        child.name = nameOf(cursor);
        bool closed = true;
        if (cursor.acceptAll({"values", "less", "than"})) {
            std::string to = "MAXVALUE";
            if (cursor.peek().is('('))
                to = expression(cursor.takeParentheses(closed));
            child.bound = fmt::format("FOR VALUES FROM ({}) TO ({})", from, to);
            from = to;
        } else if (cursor.acceptAll({"values", "in"})) {
            child.bound = fmt::format("FOR VALUES IN ({})", expression(cursor.takeParentheses(closed)));
        } else if (cursor.accept("default")) {
            child.bound = "DEFAULT";
        }
        partitioning.children.push_back(std::move(child));
    }
}

void MysqlReader::finishTables() {
    addForeignKeyIndexes();
    collapseSchemas();
    std::set<EnumId> used;
    for (const auto& entity : m_draft.entities)
        for (const Attribute& attribute : entity->attributes)
            used.insert(attribute.type.enumeration);
    m_draft.project.enums.removeIf([&](const EnumType& type) { return !used.contains(type.id); });
}

/// InnoDB makes an index for a foreign key that no index begins with (MySQL manual, "FOREIGN KEY Constraints"): it is
/// named like the constraint, or after the first column.
void MysqlReader::addForeignKeyIndexes() {
    for (const DraftReference& reference : m_draft.references) {
        Entity* entity = m_draft.byId(reference.relationship.child);
        const std::vector<AttributeId>& wanted = reference.relationship.childAttributes;
        if (!entity || m_withoutReferences.contains(entity->id))
            continue;
        const auto begins = [&](const std::vector<AttributeId>& ids) {
            return ids.size() >= wanted.size() && std::equal(wanted.begin(), wanted.end(), ids.begin());
        };
        bool served = std::any_of(entity->keys.begin(), entity->keys.end(),
                                  [&](const Key& key) { return begins(key.attributes); });
        for (const Index& index : entity->indexes) {
            std::vector<AttributeId> ids;
            for (const KeyPart& part : index.parts)
                ids.push_back(part.attribute);
            served = served || (index.method == IndexMethod::BTree && begins(ids));
        }
        if (served)
            continue;
        Index index;
        index.id = m_draft.project.newId<IndexId>();
        const Attribute* first = entity->find(wanted.front());
        index.name =
            freeKeyName(*entity, reference.relationship.name.empty() ? first->name : reference.relationship.name);
        for (const AttributeId id : wanted)
            index.parts.push_back({id, {}, false, {}, {}, {}});
        entity->indexes.push_back(std::move(index));
    }
}

/// A script of one database has no use for its name; one of several keeps them.
void MysqlReader::collapseSchemas() {
    std::set<std::string> schemas;
    for (const auto& entity : m_draft.entities)
        schemas.insert(entity->schema);
    if (schemas.size() != 1 || schemas.begin()->empty())
        return;
    for (const auto& entity : m_draft.entities)
        m_draft.rename(*entity, {}, entity->name);
    std::vector<EnumType> enums(m_draft.project.enums.begin(), m_draft.project.enums.end());
    for (EnumType& type : enums)
        type.schema.clear();
    m_draft.project.enums.assign(std::move(enums));
}

} // namespace shardscape::model
