// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/dbml_reader.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace shardscape::model {
namespace {

bool isSection(const TokenCursor& cursor, std::string_view word) {
    return cursor.peek().is(word) && (cursor.peek(1).is('{') || cursor.peek(1).is('['));
}

bool isNote(const TokenCursor& cursor) {
    return cursor.peek().is("note") && (cursor.peek(1).is(':') || cursor.peek(1).is('{'));
}

std::string textLiteral(const std::string& text) {
    std::string out = "'";
    for (const char c : text)
        out += c == '\'' ? "''" : std::string(1, c);
    return out + "'";
}

} // namespace

/// The columns that the body itself names, in lower case: they win over those of partials.
std::set<std::string> DbmlReader::columnNames(const std::vector<Token>& tokens) const {
    std::set<std::string> out;
    TokenCursor cursor(tokens);
    bool closed = false;
    bool first = true; // of the body: it may stand on the line of its brace
    while (!cursor.atEnd()) {
        const bool begins = std::exchange(first, false) || !sameLine(cursor);
        if (cursor.peek().is('{'))
            cursor.takeBlock('{', '}', closed);
        else if (cursor.peek().is('['))
            cursor.takeBlock('[', ']', closed);
        else if (cursor.peek().is('('))
            cursor.takeParentheses(closed);
        else if (const Token token = cursor.take();
                 token.isName() && begins && !cursor.atEnd() && sameLine(cursor) && cursor.peek().isName())
            out.insert(lowered(value(token)));
    }
    return out;
}

void DbmlReader::body(Entity& entity, const std::vector<Token>& tokens, const std::set<std::string>& own, int depth) {
    TokenCursor cursor(tokens);
    std::set<std::string> injected;
    bool closed = false;
    while (!cursor.atEnd()) {
        const std::size_t offset = cursor.offset();
        if (cursor.accept('~')) {
            const std::string name = value(cursor.take());
            const auto partial = m_partials.find(name);
            if (!injected.insert(name).second)
                m_draft.report(Severity::Error, offset, fmt::format("the partial {} is in this table already", name));
            else if (partial == m_partials.end())
                m_draft.report(Severity::Error, offset, fmt::format("there is no partial {}", name));
            else if (depth == 0)
                body(entity, partial->second, own, 1);
        } else if (isNote(cursor)) {
            cursor.take();
            if (const std::string text = noteText(cursor); depth == 0 || entity.comment.empty())
                entity.comment = text;
        } else if (isSection(cursor, "indexes")) {
            cursor.take();
            settings(cursor);
            const std::vector<Token> inner = cursor.takeBlock('{', '}', closed);
            indexes(entity, inner);
        } else if (isSection(cursor, "checks")) {
            cursor.take();
            settings(cursor);
            const std::vector<Token> inner = cursor.takeBlock('{', '}', closed);
            checks(entity, inner);
        } else if (isSection(cursor, "records")) {
            cursor.take();
            cursor.takeBlock('{', '}', closed);
            m_draft.tally(offset, "records (rows) are not part of the model");
        } else if (!cursor.peek().isName()) {
            unexpected(cursor, entity.name);
            cursor.take();
        } else {
            column(entity, cursor, own, depth > 0);
        }
    }
}

/// "name type [settings]", also with settings as bare words, as early DBML wrote them.
void DbmlReader::column(Entity& entity, TokenCursor& cursor, const std::set<std::string>& own, bool injected) {
    const std::size_t offset = cursor.offset();
    const std::string name = value(cursor.take());
    std::string words;
    if (!cursor.atEnd() && sameLine(cursor) && cursor.peek().isName())
        words = typeWords(cursor);
    else
        m_draft.report(Severity::Error, offset, fmt::format("the column {}.{} has no type", entity.name, name),
                       "write it behind the name");
    std::vector<Setting> given;
    while (!cursor.atEnd() && sameLine(cursor) && cursor.peek().kind == TokenKind::Word) {
        Setting word;
        word.offset = cursor.offset();
        word.name = lowered(cursor.take().raw);
        if ((word.name == "primary" && cursor.accept("key")) || (word.name == "not" && cursor.accept("null")))
            word.name += word.name == "not" ? " null" : " key";
        given.push_back(std::move(word));
    }
    if (cursor.peek().is('['))
        for (Setting& setting : settings(cursor))
            given.push_back(std::move(setting));
    if (!cursor.atEnd() && sameLine(cursor)) {
        unexpected(cursor, fmt::format("the column {}.{}", entity.name, name));
        while (!cursor.atEnd() && sameLine(cursor))
            cursor.take();
    }
    if (injected && own.contains(lowered(name)))
        return; // the table's own column wins
    if (injected)
        if (const Attribute* earlier = entity.findByName(name))
            m_draft.removeAttribute(entity, earlier->id); // and a later partial over an earlier one
    Attribute* attribute = m_draft.addAttribute(entity, name, offset);
    if (!attribute)
        return;
    attribute->type = typeOfWords(words, m_draft.project, entity.schema);
    const AttributeId id = attribute->id;
    for (const Setting& setting : given)
        columnSetting(entity, id, setting);
}

/// "varchar(20)", "v2.status", "int[][]", "\"bigint unsigned\"".
std::string DbmlReader::typeWords(TokenCursor& cursor) {
    std::string out = value(cursor.take());
    while (cursor.peek().is('.') && cursor.peek(1).isName()) {
        cursor.take();
        out += "." + value(cursor.take());
    }
    if (cursor.peek().is('(') && sameLine(cursor)) {
        bool closed = false;
        out += "(" + sourceOf(m_draft.text(), cursor.takeParentheses(closed)) + ")";
    }
    for (;;) {
        const bool empty = cursor.peek().is('[') && cursor.peek(1).is(']');
        const bool sized = cursor.peek().is('[') && cursor.peek(1).kind == TokenKind::Number && cursor.peek(2).is(']');
        if (!empty && !sized)
            return out;
        out += "[]";
        cursor.moveTo(cursor.position() + (empty ? 2 : 3));
    }
}

void DbmlReader::markPrimary(Entity& entity, AttributeId id) {
    std::vector<AttributeId> ids;
    std::string name;
    if (const Key* known = entity.primaryKey())
        ids = known->attributes;
    if (std::find(ids.begin(), ids.end(), id) == ids.end())
        ids.push_back(id);
    m_draft.setPrimaryKey(entity, ids); // [pk] at several columns is one key of them all
}

void DbmlReader::columnSetting(Entity& entity, AttributeId id, const Setting& setting) {
    Attribute& attribute = *attributeOf(entity, id);
    const std::string& name = setting.name;
    if (name == "pk" || name == "primary key") {
        markPrimary(entity, id);
    } else if (name == "increment") {
        attribute.generator = Generator::AutoIncrement;
    } else if (name == "not null") {
        attribute.nullable = false;
    } else if (name == "null") {
        // the default
    } else if (name == "unique") {
        Key key;
        key.id = m_draft.project.newId<KeyId>();
        key.attributes = {id};
        entity.keys.push_back(std::move(key));
    } else if (name == "default") {
        attribute.defaultSql = defaultValue(setting, attribute);
    } else if (name == "note" && !setting.value.empty()) {
        attribute.comment = value(setting.value.front());
    } else if (name == "check" && !setting.value.empty()) {
        Check check;
        check.expression = value(setting.value.front());
        entity.checks.push_back(std::move(check));
    } else if (name == "ref") {
        Reference reference;
        TokenCursor cursor(setting.value);
        reference.operation = operation(cursor);
        reference.left = {entity.schema, entity.name, {attribute.name}, setting.offset};
        if (reference.operation.empty() || !endpoint(cursor, reference.right) || !cursor.atEnd())
            return unexpected(cursor, "a reference");
        if (reference.right.table.empty()) { // "ref: > parent_id" stays in the table
            reference.right.schema = entity.schema;
            reference.right.table = entity.name;
        }
        m_references.push_back(std::move(reference));
    } else if (isPropertyValue(setting.value)) {
        addProperty(attribute.properties, setting.written, propertyValue(setting.value));
    } else {
        m_draft.report(
            Severity::Warning, setting.offset,
            fmt::format("the setting '{}' of {}.{} is not known; it is left out", name, entity.name, attribute.name));
    }
}

std::string DbmlReader::defaultValue(const Setting& setting, const Attribute& attribute) const {
    if (setting.value.empty())
        return {};
    const Token& first = setting.value.front();
    if (first.kind == TokenKind::Code)
        return value(first);
    if (first.kind == TokenKind::String || (first.kind == TokenKind::Name && setting.value.size() == 1))
        return textLiteral(value(first));
    const std::string text = sourceOf(m_draft.text(), setting.value);
    const std::string lower = lowered(text);
    if (lower == "null")
        return {};
    if (lower == "true" || lower == "false")
        return lower;
    if (attribute.type.kind == TypeKind::Enum && setting.value.size() > 1) // "v2.status.new" is the label "new"
        return textLiteral(value(setting.value.back()));
    return text;
}

void DbmlReader::indexes(Entity& entity, const std::vector<Token>& tokens) {
    TokenCursor cursor(tokens);
    while (!cursor.atEnd()) {
        const std::size_t offset = cursor.offset();
        std::vector<Token> inner;
        bool closed = true;
        if (cursor.peek().is('(')) {
            inner = cursor.takeParentheses(closed);
        } else if (cursor.peek().isName() || cursor.peek().kind == TokenKind::Code) {
            do
                inner.push_back(cursor.take());
            while (!cursor.atEnd() && sameLine(cursor) &&
                   (cursor.peek().isName() || cursor.peek().kind == TokenKind::Code));
        } else {
            unexpected(cursor, "the indexes of " + entity.name);
            cursor.take();
            continue;
        }
        std::vector<KeyPart> parts;
        bool complete = closed;
        for (const Token& token : inner) {
            if (token.is(','))
                continue;
            KeyPart part;
            if (token.kind == TokenKind::Code) {
                part.expression = value(token);
            } else if (token.isName()) {
                const auto id = m_draft.attribute(entity, value(token), token.offset, "an index of " + entity.name);
                complete = complete && id;
                part.attribute = id.value_or(AttributeId{});
            } else {
                m_draft.report(Severity::Error, token.offset,
                               fmt::format("'{}' is not understood in an index", token.raw.substr(0, 40)),
                               "write expressions in backticks");
                complete = false;
                break;
            }
            parts.push_back(std::move(part));
        }
        const std::vector<Setting> given = settings(cursor);
        if (complete && !parts.empty())
            addIndex(entity, std::move(parts), given, offset);
    }
}

void DbmlReader::addIndex(Entity& entity, std::vector<KeyPart> parts, const std::vector<Setting>& given,
                          std::size_t offset) {
    Index index;
    bool primary = false;
    for (const Setting& setting : given) {
        const std::string text = setting.value.empty() ? std::string() : value(setting.value.front());
        if (setting.name == "pk" || setting.name == "primary key")
            primary = true;
        else if (setting.name == "unique")
            index.unique = true;
        else if (setting.name == "name")
            index.name = text;
        else if (setting.name == "note")
            index.comment = text;
        else if (setting.name == "type") {
            const auto method = indexMethodOf(lowered(text));
            index.method = method.value_or(IndexMethod::Other);
            if (!method)
                index.methodName = text;
        } else
            m_draft.report(Severity::Warning, setting.offset,
                           fmt::format("the setting '{}' of an index is not known; it is left out", setting.name));
    }
    std::vector<AttributeId> ids;
    for (const KeyPart& part : parts)
        if (part.attribute)
            ids.push_back(part.attribute);
    if (primary) {
        if (ids.size() != parts.size())
            return m_draft.report(Severity::Error, offset, "a primary key is made of columns, not of expressions");
        return m_draft.setPrimaryKey(entity, ids, index.name);
    }
    if (index.unique && ids.size() == parts.size() && index.method == IndexMethod::BTree) {
        Key key;
        key.id = m_draft.project.newId<KeyId>();
        key.name = index.name;
        key.attributes = ids;
        key.comment = index.comment;
        entity.keys.push_back(std::move(key));
        return;
    }
    index.id = m_draft.project.newId<IndexId>();
    index.parts = std::move(parts);
    if (index.name.empty()) { // an index has a name in every engine
        index.name = entity.name;
        for (const KeyPart& part : index.parts)
            index.name += "_" + (part.attribute ? entity.find(part.attribute)->name : std::string("expr"));
        index.name += "_idx";
    }
    std::string free = index.name;
    for (int i = 2; std::any_of(entity.indexes.begin(), entity.indexes.end(),
                                [&](const Index& known) { return known.name == free; });
         ++i)
        free = fmt::format("{}{}", index.name, i);
    index.name = free;
    entity.indexes.push_back(std::move(index));
}

void DbmlReader::checks(Entity& entity, const std::vector<Token>& tokens) {
    TokenCursor cursor(tokens);
    while (!cursor.atEnd()) {
        if (cursor.peek().kind != TokenKind::Code) {
            unexpected(cursor, "the checks of " + entity.name);
            cursor.take();
            continue;
        }
        Check check;
        check.expression = value(cursor.take());
        for (const Setting& setting : settings(cursor))
            if (setting.name == "name" && !setting.value.empty())
                check.name = value(setting.value.front());
        entity.checks.push_back(std::move(check));
    }
}

} // namespace shardscape::model
