// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/mysql_reader.h"

#include <algorithm>

#include <fmt/format.h>

namespace shardscape::model {

void MysqlReader::alterTable(TokenCursor& cursor) {
    cursor.acceptAll({"if", "exists"});
    Entity* entity = table(cursor, "ALTER TABLE");
    if (!entity)
        return;
    std::vector<Token> rest;
    while (!cursor.atEnd())
        rest.push_back(cursor.take());
    for (const std::vector<Token>& item : split(rest)) {
        TokenCursor change(item);
        alterOne(*entity, change);
    }
}

void MysqlReader::alterOne(Entity& entity, TokenCursor& cursor) {
    const std::size_t offset = cursor.offset();
    if (cursor.accept("add"))
        return alterAdd(entity, cursor);
    if (cursor.accept("drop"))
        return alterDrop(entity, cursor);
    if (cursor.accept("rename"))
        return alterRename(entity, cursor);
    if (cursor.accept("modify"))
        return changeColumn(entity, cursor, false);
    if (cursor.accept("change"))
        return changeColumn(entity, cursor, true);
    if (cursor.accept("alter"))
        return alterColumn(entity, cursor);
    if (cursor.acceptAll({"partition", "by"}))
        return partitionBy(entity, cursor);
    if (cursor.acceptAll({"remove", "partitioning"})) {
        entity.partitioning.reset();
        return;
    }
    if (cursor.acceptAll({"convert", "to"}) || cursor.acceptAll({"order", "by"}) || cursor.accept("disable") ||
        cursor.accept("enable") || cursor.accept("algorithm") || cursor.accept("lock") || cursor.accept("force") ||
        cursor.accept("discard") || cursor.accept("import") || cursor.accept("reorganize") ||
        cursor.accept("exchange") || cursor.accept("truncate") || cursor.accept("coalesce") ||
        cursor.accept("rebuild") || cursor.accept("wait") || cursor.accept("nowait") ||
        cursor.acceptAll({"with", "validation"}) || cursor.acceptAll({"without", "validation"}))
        return m_draft.tally(offset, "changes of tables that do not concern the model (DISABLE KEYS, CONVERT TO …)");
    tableOptions(entity, cursor);
}

void MysqlReader::alterAdd(Entity& entity, TokenCursor& cursor) {
    if (cursor.peek().is("partition")) {
        cursor.take();
        if (!entity.partitioning || !cursor.peek().is('('))
            return m_draft.report(Severity::Info, cursor.offset(), "added partitions are not part of the model");
        bool closed = false;
        Partitioning added;
        added.parts = entity.partitioning->parts;
        partitions(added, cursor.takeParentheses(closed));
        for (PartitionChild& child : added.children) {
            child.schema = entity.schema;
            child.name = entity.name + "_" + child.name;
            entity.partitioning->children.push_back(std::move(child));
        }
        return;
    }
    if (constraintItem(entity, cursor))
        return;
    cursor.accept("column");
    const bool missingOk = cursor.acceptAll({"if", "not", "exists"});
    if (cursor.peek().is('(')) {
        bool closed = false;
        const std::vector<Token> inner = cursor.takeParentheses(closed);
        for (const std::vector<Token>& item : split(inner))
            tableItem(entity, item);
        return;
    }
    if (missingOk && cursor.peek().isName() && attributeOf(entity, value(cursor.peek())))
        return;
    if (const Attribute* made = column(entity, cursor))
        placeColumn(entity, made->id, cursor);
}

void MysqlReader::placeColumn(Entity& entity, AttributeId column, TokenCursor& cursor) {
    const bool first = cursor.accept("first");
    if (!first && !cursor.accept("after"))
        return;
    const auto at = std::find_if(entity.attributes.begin(), entity.attributes.end(),
                                 [&](const Attribute& a) { return a.id == column; });
    Attribute moved = std::move(*at);
    entity.attributes.erase(at);
    auto place = entity.attributes.begin();
    if (!first) {
        const std::size_t offset = cursor.offset();
        const auto before = m_draft.attribute(entity, nameOf(cursor), offset, "AFTER");
        place = before ? std::find_if(entity.attributes.begin(), entity.attributes.end(),
                                      [&](const Attribute& a) { return a.id == *before; }) +
                             1
                       : entity.attributes.end();
    }
    entity.attributes.insert(place, std::move(moved));
}

bool MysqlReader::dropKey(Entity& entity, const std::string& name) {
    return std::erase_if(entity.keys,
                         [&](const Key& key) { return key.kind == KeyKind::Unique && sameWord(key.name, name); }) +
               std::erase_if(entity.indexes, [&](const Index& index) { return sameWord(index.name, name); }) >
           0;
}

bool MysqlReader::dropForeignKey(Entity& entity, const std::string& name) {
    // What was not named is called "table_ibfk_1", in the order of making (MySQL manual, "FOREIGN KEY Constraints").
    int unnamed = 0;
    const auto fits = [&](const DraftReference& reference) {
        if (reference.relationship.child != entity.id)
            return false;
        if (reference.relationship.name.empty())
            return sameWord(fmt::format("{}_ibfk_{}", entity.name, ++unnamed), name);
        return sameWord(reference.relationship.name, name);
    };
    const auto at = std::find_if(m_draft.references.begin(), m_draft.references.end(), fits);
    if (at == m_draft.references.end())
        return false;
    m_draft.references.erase(at);
    return true;
}

void MysqlReader::alterDrop(Entity& entity, TokenCursor& cursor) {
    const std::size_t offset = cursor.offset();
    if (cursor.acceptAll({"primary", "key"})) {
        std::erase_if(entity.keys, [](const Key& key) { return key.kind == KeyKind::Primary; });
        return;
    }
    const bool isKey = cursor.accept("index") || cursor.accept("key");
    const bool isForeign = !isKey && cursor.acceptAll({"foreign", "key"});
    const bool isConstraint = !isKey && !isForeign && (cursor.accept("constraint") || cursor.accept("check"));
    if (!isKey && !isForeign && !isConstraint && cursor.peek().is("partition")) {
        cursor.take();
        const std::string name = entity.name + "_" + nameOf(cursor);
        if (entity.partitioning)
            std::erase_if(entity.partitioning->children,
                          [&](const PartitionChild& child) { return child.name == name; });
        return;
    }
    const bool isColumn = !isKey && !isForeign && !isConstraint;
    if (isColumn)
        cursor.accept("column");
    const bool missingOk = cursor.acceptAll({"if", "exists"});
    const std::string name = nameOf(cursor);
    bool done = false;
    if (isKey)
        done = dropKey(entity, name);
    else if (isForeign)
        done = dropForeignKey(entity, name);
    else if (isConstraint)
        done = std::erase_if(entity.checks, [&](const Check& check) { return sameWord(check.name, name); }) > 0 ||
               dropForeignKey(entity, name) || dropKey(entity, name);
    else if (const Attribute* column = attributeOf(entity, name)) {
        m_draft.removeAttribute(entity, column->id);
        done = true;
    }
    if (!done && !missingOk)
        m_draft.report(Severity::Error, offset,
                       fmt::format("DROP: {} has no {} {}", entity.name,
                                   isColumn ? "column"
                                   : isKey  ? "index"
                                            : "constraint",
                                   name));
}

void MysqlReader::alterRename(Entity& entity, TokenCursor& cursor) {
    const std::size_t offset = cursor.offset();
    if (cursor.accept("column")) {
        const auto id = m_draft.attribute(entity, nameOf(cursor), offset, "RENAME COLUMN");
        if (!cursor.accept("to"))
            return skipped(cursor, "RENAME COLUMN");
        if (id)
            attributeOf(entity, *id)->name = nameOf(cursor);
        return;
    }
    if (cursor.accept("index") || cursor.accept("key")) {
        const std::string from = nameOf(cursor);
        cursor.accept("to");
        const std::string to = nameOf(cursor);
        for (Key& key : entity.keys)
            if (key.kind == KeyKind::Unique && sameWord(key.name, from))
                key.name = to;
        for (Index& index : entity.indexes)
            if (sameWord(index.name, from))
                index.name = to;
        return;
    }
    if (!cursor.accept("to") && !cursor.accept("as"))
        cursor.accept('=');
    const TableName to = tableName(cursor);
    if (const Entity* known = m_draft.find(to.schema, to.name); known && known != &entity)
        return m_draft.report(Severity::Error, to.offset, fmt::format("the table {} is there already", to.name));
    if (!to.name.empty())
        m_draft.rename(entity, to.schema, to.name);
}

/// ALTER [COLUMN] name SET DEFAULT … | DROP DEFAULT; also ALTER INDEX and ALTER CHECK, which the model does not tell
/// apart.
void MysqlReader::alterColumn(Entity& entity, TokenCursor& cursor) {
    const std::size_t offset = cursor.offset();
    if (cursor.peek().is("index") || cursor.peek().is("check") || cursor.peek().is("constraint"))
        return m_draft.tally(offset, "changes of visibility or enforcement are not part of the model");
    cursor.accept("column");
    cursor.acceptAll({"if", "exists"});
    const auto id = m_draft.attribute(entity, nameOf(cursor), offset, "ALTER COLUMN");
    if (!id)
        return;
    Attribute& attribute = *attributeOf(entity, *id);
    if (cursor.acceptAll({"set", "default"}))
        attribute.defaultSql = defaultValue(attribute.type, cursor);
    else if (cursor.acceptAll({"drop", "default"}))
        attribute.defaultSql.clear();
    else
        skipped(cursor, "ALTER COLUMN");
}

/// MODIFY name definition, CHANGE old new definition: the definition replaces the old one, keys stay.
void MysqlReader::changeColumn(Entity& entity, TokenCursor& cursor, bool renames) {
    cursor.accept("column");
    const bool missingOk = cursor.acceptAll({"if", "exists"});
    const std::size_t offset = cursor.offset();
    const std::string name = nameOf(cursor);
    if (missingOk && !attributeOf(entity, name))
        return;
    const auto id = m_draft.attribute(entity, name, offset, renames ? "CHANGE" : "MODIFY");
    if (!id)
        return;
    Attribute& attribute = *attributeOf(entity, *id);
    Attribute fresh;
    fresh.id = attribute.id;
    fresh.name = renames ? nameOf(cursor) : attribute.name;
    if (const Attribute* taken = entity.findByName(fresh.name); taken && taken->id != *id) {
        m_draft.report(Severity::Error, offset, fmt::format("{} has a column {} already", entity.name, fresh.name));
        fresh.name = attribute.name;
    }
    attribute = std::move(fresh);
    columnDefinition(entity, *id, cursor);
    if (const Key* primary = entity.primaryKey();
        primary && std::find(primary->attributes.begin(), primary->attributes.end(), *id) != primary->attributes.end())
        attributeOf(entity, *id)->nullable = false;
    placeColumn(entity, *id, cursor);
}

} // namespace shardscape::model
