// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/mysql_reader.h"

#include <algorithm>

#include <fmt/format.h>

namespace shardscape::model {

std::string MysqlReader::freeKeyName(const Entity& entity, const std::string& wanted) const {
    const auto taken = [&](const std::string& name) {
        return std::any_of(entity.keys.begin(), entity.keys.end(),
                           [&](const Key& key) { return sameWord(key.name, name); }) ||
               std::any_of(entity.indexes.begin(), entity.indexes.end(),
                           [&](const Index& index) { return sameWord(index.name, name); });
    };
    std::string name = wanted;
    for (int i = 2; taken(name); ++i)
        name = fmt::format("{}_{}", wanted, i);
    return name;
}

/// "[USING BTREE] (a, b(10) DESC, (lower(c))) [options]". Nothing, with a message, when it cannot be read.
std::optional<MysqlReader::KeyText> MysqlReader::keyText(Entity& entity, TokenCursor& cursor, const std::string& name) {
    KeyText key;
    key.name = name;
    key.offset = cursor.offset();
    keyOptions(key, cursor);
    if (!cursor.peek().is('(')) {
        skipped(cursor, fmt::format("a key of {}", entity.name));
        return std::nullopt;
    }
    bool closed = false;
    const std::vector<Token> inner = cursor.takeParentheses(closed);
    for (const std::vector<Token>& item : split(inner)) {
        TokenCursor part(item);
        KeyPart made;
        if (part.peek().is('(')) {
            made.expression = expression(part.takeParentheses(closed));
        } else {
            const std::size_t offset = part.offset();
            const std::string column = nameOf(part);
            if (part.peek().is('(') && item.size() > 1 && item[1].kind == TokenKind::Symbol) {
                const std::vector<Token> length = part.takeParentheses(closed);
                key.prefix = true;
                if (length.size() == 1 && length[0].kind == TokenKind::Number)
                    m_draft.tally(offset,
                                  "index prefixes: the model indexes whole columns, not their first characters");
            }
            const auto id = m_draft.attribute(entity, column, offset, "a key of " + entity.name);
            if (!id)
                return std::nullopt;
            made.attribute = *id;
        }
        made.descending = part.accept("desc");
        part.accept("asc");
        key.parts.push_back(std::move(made));
    }
    keyOptions(key, cursor);
    if (key.parts.empty()) {
        m_draft.report(Severity::Error, key.offset, fmt::format("a key of {} has no columns", entity.name));
        return std::nullopt;
    }
    return key;
}

void MysqlReader::keyOptions(KeyText& key, TokenCursor& cursor) {
    while (!cursor.atEnd()) {
        const std::size_t offset = cursor.offset();
        if (cursor.accept("using") || cursor.accept("type")) {
            // InnoDB and MyISAM make a B-tree whatever is asked for; HASH is for tables in memory.
            cursor.take();
        } else if (cursor.accept("comment")) {
            cursor.accept('=');
            key.comment = value(cursor.take());
        } else if (cursor.acceptAll({"with", "parser"}) || cursor.accept("key_block_size") ||
                   cursor.accept("engine_attribute") || cursor.accept("secondary_engine_attribute") ||
                   cursor.accept("clustering")) {
            cursor.accept('=');
            cursor.take();
            m_draft.tally(offset, "options of indexes are not part of the model");
        } else if (!cursor.accept("visible") && !cursor.accept("invisible") && !cursor.accept("ignored") &&
                   !cursor.acceptAll({"not", "ignored"})) {
            return;
        }
    }
}

/// A unique one over plain columns is a key, the rest are indexes.
void MysqlReader::addKey(Entity& entity, KeyText text) {
    if (text.name.empty()) {
        const Attribute* first = entity.find(text.parts.front().attribute);
        text.name = freeKeyName(entity, first ? first->name : "functional_index");
    } else if (freeKeyName(entity, text.name) != text.name) {
        return m_draft.report(Severity::Error, text.offset,
                              fmt::format("{} has a key {} already", entity.name, text.name), "the first one is kept");
    }
    const bool plain = !text.prefix && std::all_of(text.parts.begin(), text.parts.end(), [](const KeyPart& part) {
        return part.attribute && !part.descending;
    });
    if (text.unique && plain) {
        Key key;
        key.id = m_draft.project.newId<KeyId>();
        key.name = std::move(text.name);
        for (const KeyPart& part : text.parts)
            key.attributes.push_back(part.attribute);
        key.comment = std::move(text.comment);
        entity.keys.push_back(std::move(key));
        return;
    }
    Index index;
    index.id = m_draft.project.newId<IndexId>();
    index.name = std::move(text.name);
    index.method = text.method;
    index.methodName = std::move(text.methodName);
    index.unique = text.unique; // what is unique in its first characters is so as a whole
    index.parts = std::move(text.parts);
    index.comment = std::move(text.comment);
    entity.indexes.push_back(std::move(index));
}

std::vector<std::string> MysqlReader::columnList(TokenCursor& cursor) {
    std::vector<std::string> names;
    bool closed = false;
    const std::vector<Token> inner = cursor.takeParentheses(closed);
    for (const std::vector<Token>& item : split(inner))
        names.push_back(value(item.front()));
    return names;
}

void MysqlReader::foreignKey(Entity& entity, TokenCursor& cursor, const std::string& name) {
    DraftReference reference;
    reference.place = m_draft.place(cursor.offset());
    cursor.acceptAll({"if", "not", "exists"});
    std::string ownName = name;
    if (!cursor.peek().is('(')) {
        const std::string indexName = nameOf(cursor);
        if (ownName.empty())
            ownName = indexName;
    }
    const std::size_t offset = cursor.offset();
    const std::vector<std::string> columns = columnList(cursor);
    const auto ids = m_draft.attributes(entity, columns, offset, "a foreign key of " + entity.name);
    if (!cursor.accept("references"))
        return skipped(cursor, "FOREIGN KEY");
    if (!ids || ids->empty())
        return;
    reference.relationship.name = ownName;
    reference.relationship.childAttributes = *ids;
    references(entity, std::move(reference), cursor);
}

/// What follows REFERENCES; adds the reference. False when it cannot be read.
bool MysqlReader::references(Entity& entity, DraftReference reference, TokenCursor& cursor) {
    const TableName parent = tableName(cursor);
    reference.parentSchema = parent.schema;
    reference.parent = parent.name;
    if (cursor.peek().is('('))
        reference.parentColumns = columnList(cursor);
    Relationship& relationship = reference.relationship;
    relationship.id = m_draft.project.newId<RelationshipId>();
    relationship.child = entity.id;
    const auto action = [&]() -> ReferentialAction {
        if (cursor.accept("cascade"))
            return ReferentialAction::Cascade;
        if (cursor.accept("restrict"))
            return ReferentialAction::Restrict;
        if (cursor.acceptAll({"set", "null"}))
            return ReferentialAction::SetNull;
        if (cursor.acceptAll({"set", "default"}))
            return ReferentialAction::SetDefault;
        cursor.acceptAll({"no", "action"});
        return ReferentialAction::NoAction;
    };
    while (!cursor.atEnd()) {
        if (cursor.acceptAll({"on", "delete"}))
            relationship.onDelete = action();
        else if (cursor.acceptAll({"on", "update"}))
            relationship.onUpdate = action();
        else if (cursor.accept("match"))
            relationship.matchFull = cursor.take().is("full");
        else
            break;
    }
    if (m_withoutReferences.contains(entity.id))
        m_draft.report(
            Severity::Info, reference.place,
            fmt::format("the engine of {} keeps no foreign keys; the relationship is in the model", entity.name));
    m_draft.references.push_back(std::move(reference));
    return true;
}

void MysqlReader::check(Entity& entity, TokenCursor& cursor, const std::string& name) {
    bool closed = false;
    Check made;
    made.name = name;
    const std::size_t offset = cursor.offset();
    made.expression = expression(cursor.takeParentheses(closed));
    if (!closed || made.expression.empty())
        return m_draft.report(Severity::Error, offset, fmt::format("a check of {} cannot be read", entity.name));
    if (cursor.acceptAll({"not", "enforced"}))
        m_draft.report(Severity::Info, offset, "NOT ENFORCED is not part of the model: the check counts as enforced");
    cursor.accept("enforced");
    entity.checks.push_back(std::move(made));
}

} // namespace shardscape::model
