// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/dbml_reader.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace shardscape::model {
namespace {

ReferentialAction actionOf(const std::string& word, bool& known) {
    known = true;
    for (const ReferentialAction action :
         {ReferentialAction::NoAction, ReferentialAction::Restrict, ReferentialAction::Cascade,
          ReferentialAction::SetNull, ReferentialAction::SetDefault})
        if (word == name(action))
            return action;
    known = false;
    return ReferentialAction::NoAction;
}

} // namespace

/// "<", ">", "-" or "<>", or nothing.
std::string DbmlReader::operation(TokenCursor& cursor) {
    if (cursor.accept('<'))
        return cursor.accept('>') ? "<>" : "<";
    if (cursor.accept('>'))
        return ">";
    return cursor.accept('-') ? "-" : "";
}

/// "schema.table.column", "table.(a, b)", or a column alone.
bool DbmlReader::endpoint(TokenCursor& cursor, Endpoint& out) {
    out.offset = cursor.offset();
    std::vector<std::string> names;
    while (cursor.peek().isName()) {
        names.push_back(value(cursor.take()));
        if (!cursor.accept('.'))
            break;
    }
    if (cursor.peek().is('(')) {
        bool closed = false;
        const std::vector<Token> inner = cursor.takeParentheses(closed);
        for (const Token& token : inner)
            if (token.isName())
                out.columns.push_back(value(token));
    } else if (!names.empty()) {
        out.columns.push_back(names.back());
        names.pop_back();
    }
    if (!names.empty())
        out.table = names.back();
    if (names.size() > 1)
        out.schema = names[names.size() - 2] == "public" ? std::string() : names[names.size() - 2];
    return !out.columns.empty();
}

void DbmlReader::referenceElement(const Element& element) {
    TokenCursor head(element.head);
    const Name name = nameOf(head);
    TokenCursor cursor(element.body);
    if (cursor.atEnd())
        return m_draft.report(Severity::Error, element.offset, "a reference needs two ends: Ref: a.b_id > b.id");
    while (!cursor.atEnd()) {
        Reference reference;
        reference.name = name.name;
        if (!endpoint(cursor, reference.left) || reference.left.table.empty())
            return unexpected(cursor, "a reference");
        reference.operation = operation(cursor);
        if (reference.operation.empty() || !endpoint(cursor, reference.right) || reference.right.table.empty())
            return unexpected(cursor, "a reference");
        reference.settings = settings(cursor);
        m_references.push_back(std::move(reference));
    }
}

Entity* DbmlReader::tableOf(const Endpoint& endpoint) {
    if (const auto alias = m_aliases.find(endpoint.table); alias != m_aliases.end() && endpoint.schema.empty())
        return m_draft.byId(alias->second);
    return m_draft.require(endpoint.schema, endpoint.table, endpoint.offset, "a reference");
}

void DbmlReader::link(const Reference& reference) {
    const Entity* left = tableOf(reference.left);
    const Entity* right = tableOf(reference.right);
    if (!left || !right)
        return;
    const auto ends = [](const Entity& a, const Endpoint& x, const Entity& b, const Endpoint& y) {
        return fmt::format("{}({})-{}({})", a.id.value, fmt::join(x.columns, ","), b.id.value,
                           fmt::join(y.columns, ","));
    };
    if (left == right && reference.left.columns == reference.right.columns)
        return m_draft.report(Severity::Error, reference.left.offset, "both ends of the reference are the same");
    if (m_linked.contains(ends(*right, reference.right, *left, reference.left)) ||
        !m_linked.insert(ends(*left, reference.left, *right, reference.right)).second)
        return m_draft.report(Severity::Error, reference.left.offset, "there is a reference between these ends already",
                              "the first one is kept");
    if (reference.operation == "<>")
        return manyToMany(reference);
    if (reference.operation == ">")
        return oneToMany(reference, reference.left, reference.right, false);
    if (reference.operation == "<")
        return oneToMany(reference, reference.right, reference.left, false);
    // One to one says nothing of who refers to whom: the left one does, unless its columns alone are a primary key.
    const auto isPrimary = [&](const Entity& entity, const Endpoint& end) {
        const Key* primary = entity.primaryKey();
        if (!primary || primary->attributes.size() != end.columns.size())
            return false;
        return std::all_of(end.columns.begin(), end.columns.end(), [&](const std::string& column) {
            const Attribute* attribute = entity.findByName(column);
            return attribute && std::find(primary->attributes.begin(), primary->attributes.end(), attribute->id) !=
                                    primary->attributes.end();
        });
    };
    if (isPrimary(*left, reference.left) && !isPrimary(*right, reference.right))
        return oneToMany(reference, reference.right, reference.left, true);
    oneToMany(reference, reference.left, reference.right, true);
}

void DbmlReader::oneToMany(const Reference& reference, const Endpoint& child, const Endpoint& parent, bool single) {
    Entity* entity = tableOf(child);
    const Entity* to = tableOf(parent);
    const auto ids = m_draft.attributes(*entity, child.columns, child.offset, "a reference");
    if (!ids)
        return;
    DraftReference made;
    made.place = m_draft.place(reference.left.offset);
    made.parentSchema = to->schema;
    made.parent = to->name;
    made.parentColumns = parent.columns;
    made.relationship.id = m_draft.project.newId<RelationshipId>();
    made.relationship.name = reference.name;
    made.relationship.child = entity->id;
    made.relationship.childAttributes = *ids;
    for (const Setting& setting : reference.settings) {
        const std::string text = lowered(sourceOf(m_draft.text(), setting.value));
        bool known = true;
        if (setting.name == "delete")
            made.relationship.onDelete = actionOf(text, known);
        else if (setting.name == "update")
            made.relationship.onUpdate = actionOf(text, known);
        else
            m_draft.tally(setting.offset, "colours of references are not part of the model");
        if (!known)
            m_draft.report(Severity::Warning, setting.offset, fmt::format("'{}' is no action of a reference", text),
                           "actions are cascade, restrict, set null, set default and no action");
    }
    m_draft.references.push_back(std::move(made));
    if (single && !entity->isUnique(*ids)) { // what makes it one to one
        Key key;
        key.id = m_draft.project.newId<KeyId>();
        key.attributes = *ids;
        entity->keys.push_back(std::move(key));
        m_draft.tally(reference.left.offset, "one-to-one references: a unique key on the side that refers says so");
    }
}

/// A table between the two, with the columns of both ends as its key, as every database needs one.
void DbmlReader::manyToMany(const Reference& reference) {
    const Entity* ends[] = {tableOf(reference.left), tableOf(reference.right)};
    const Endpoint* sides[] = {&reference.left, &reference.right};
    for (int i = 0; i < 2; ++i)
        if (!m_draft.attributes(*ends[i], sides[i]->columns, sides[i]->offset, "a reference"))
            return;
    std::string title = ends[0]->name + "_" + ends[1]->name;
    for (int i = 2; m_draft.find(ends[0]->schema, title); ++i)
        title = fmt::format("{}_{}_{}", ends[0]->name, ends[1]->name, i);
    Entity* between = m_draft.addEntity(ends[0]->schema, title, reference.left.offset);
    if (!between)
        return;
    std::vector<AttributeId> key;
    for (int i = 0; i < 2; ++i) {
        DraftReference made;
        made.place = m_draft.place(reference.left.offset);
        made.parentSchema = ends[i]->schema;
        made.parent = ends[i]->name;
        made.parentColumns = sides[i]->columns;
        made.relationship.id = m_draft.project.newId<RelationshipId>();
        made.relationship.child = between->id;
        for (const std::string& column : sides[i]->columns) {
            std::string own = ends[i]->name + "_" + column;
            while (between->findByName(own))
                own += "_2"; // a table with itself
            Attribute* attribute = m_draft.addAttribute(*between, own, reference.left.offset);
            attribute->type = ends[i]->findByName(column) ? ends[i]->findByName(column)->type : Type{};
            made.relationship.childAttributes.push_back(attribute->id);
            key.push_back(attribute->id);
        }
        m_draft.references.push_back(std::move(made));
    }
    m_draft.setPrimaryKey(*between, key);
    m_draft.report(Severity::Info, reference.left.offset,
                   fmt::format("a reference of many to many became the table {} between {} and {}", title,
                               ends[0]->name, ends[1]->name));
}

} // namespace shardscape::model
