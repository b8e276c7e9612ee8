// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/mermaid_reader.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "model/exchange/import/text_tokens.h"

namespace shardscape::model {
namespace {

/// "Customer_ID" and "customerId" are one name; so are "customers" and "customer".
std::string folded(const std::string& name) {
    std::string out;
    for (const char c : lowered(name))
        if (std::isalnum(static_cast<unsigned char>(c)) || c < 0)
            out += c;
    return out;
}

std::string singular(const std::string& word) {
    if (word.size() > 4 && word.ends_with("ies"))
        return word.substr(0, word.size() - 3) + "y";
    return word.size() > 3 && word.ends_with('s') && !word.ends_with("ss") ? word.substr(0, word.size() - 1) : word;
}

std::vector<std::string> listed(std::string_view text) {
    std::vector<std::string> out(1);
    for (const char c : text) {
        if (c == ',')
            out.emplace_back();
        else if (!(out.back().empty() && c == ' '))
            out.back() += c;
    }
    for (std::string& name : out)
        while (!name.empty() && name.back() == ' ')
            name.pop_back();
    return out;
}

std::vector<AttributeId> idsOf(const Entity& entity, const std::vector<std::string>& names) {
    std::vector<AttributeId> ids;
    for (const std::string& name : names) {
        const Attribute* attribute = entity.findByName(name);
        if (!attribute || std::find(ids.begin(), ids.end(), attribute->id) != ids.end())
            return {};
        ids.push_back(attribute->id);
    }
    return ids;
}

} // namespace

void MermaidReader::link(const Relation& relation) {
    Entity* left = m_draft.byId(relation.left);
    Entity* right = m_draft.byId(relation.right);
    const auto many = [](Cardinality c) { return c == Cardinality::ZeroOrMore || c == Cardinality::OneOrMore; };
    if (many(relation.leftEnd) && many(relation.rightEnd))
        return manyToMany(*left, *right, relation);
    if (many(relation.leftEnd))
        return oneToMany(*left, *right, relation.rightEnd == Cardinality::ZeroOrOne, false, relation);
    if (many(relation.rightEnd))
        return oneToMany(*right, *left, relation.leftEnd == Cardinality::ZeroOrOne, false, relation);
    // One to one: the side that may be missing is the child; as drawn from left to right when that does not tell.
    if (relation.leftEnd == Cardinality::ZeroOrOne && relation.rightEnd == Cardinality::ExactlyOne)
        return oneToMany(*left, *right, false, true, relation);
    oneToMany(*right, *left, relation.leftEnd == Cardinality::ZeroOrOne, true, relation);
}

/// The primary key; a drawing without one gets an "id".
std::vector<AttributeId> MermaidReader::keyOf(Entity& entity, std::size_t offset) {
    if (const Key* key = entity.primaryKey())
        return key->attributes;
    const Attribute* known = attributeOf(entity, std::string("id"));
    if (!known) {
        Attribute* made = m_draft.addAttribute(entity, "id", offset);
        made->type.kind = TypeKind::Int64;
        made->generator = Generator::AutoIncrement;
        known = made;
        m_draft.report(Severity::Info, offset,
                       fmt::format("{}.id was added: the diagram draws a relationship to {}, which has no key",
                                   entity.name, entity.name));
    }
    const AttributeId id = known->id;
    m_draft.setPrimaryKey(entity, {id});
    return {id};
}

/// Columns that the label names: "user_id", "a, b", or "FOREIGN KEY (a) REFERENCES t (b)".
std::vector<AttributeId> MermaidReader::labelledColumns(const Entity& child, const Entity& parent,
                                                        const std::string& label,
                                                        std::vector<AttributeId>& parentColumns) const {
    const std::string lower = lowered(label);
    if (lower.starts_with("foreign key")) {
        const std::size_t open = label.find('(');
        const std::size_t close = label.find(')', open == std::string::npos ? label.size() : open);
        if (close == std::string::npos)
            return {};
        const std::vector<AttributeId> ids = idsOf(child, listed(label.substr(open + 1, close - open - 1)));
        const std::size_t parentOpen = label.find('(', close);
        const std::size_t parentClose = label.find(')', parentOpen == std::string::npos ? label.size() : parentOpen);
        if (parentClose != std::string::npos)
            if (const auto found = idsOf(parent, listed(label.substr(parentOpen + 1, parentClose - parentOpen - 1)));
                found.size() == ids.size())
                parentColumns = found;
        return ids.size() == parentColumns.size() ? ids : std::vector<AttributeId>();
    }
    const std::vector<AttributeId> ids = idsOf(child, listed(label));
    return ids.size() == parentColumns.size() ? ids : std::vector<AttributeId>();
}

/// Columns that are called after the parent and its key ("customer_id", "customerId"), or like the key itself.
std::vector<AttributeId> MermaidReader::namedColumns(const Entity& child, const Entity& parent,
                                                     const std::vector<AttributeId>& key) const {
    std::vector<AttributeId> ids;
    for (const AttributeId id : key) {
        const std::string column = folded(parent.find(id)->name);
        const std::string table = folded(parent.name);
        const AttributeId* found = nullptr;
        for (const std::string& wanted : {table + column, singular(table) + column, column}) {
            if (wanted == "id" || found)
                continue;
            for (const Attribute& attribute : child.attributes)
                if (folded(attribute.name) == wanted && !(child.id == parent.id && attribute.id == id))
                    found = &attribute.id;
        }
        if (!found || std::find(ids.begin(), ids.end(), *found) != ids.end())
            return {};
        ids.push_back(*found);
    }
    return ids;
}

std::vector<AttributeId> MermaidReader::madeColumns(Entity& child, const Entity& parent,
                                                    const std::vector<AttributeId>& key, std::size_t offset) {
    std::vector<AttributeId> ids;
    const Entity from = parent; // the child may be the parent, whose attributes move when one is added
    for (const AttributeId id : key) {
        const Attribute& column = *from.find(id);
        const std::string wanted = lowered(column.name).starts_with(lowered(from.name))
                                       ? column.name
                                       : fmt::format("{}_{}", from.name, column.name);
        std::string name = wanted;
        for (int i = 2; attributeOf(child, name); ++i)
            name = fmt::format("{}_{}", wanted, i);
        Attribute* made = m_draft.addAttribute(child, name, offset);
        made->type = column.type;
        ids.push_back(made->id);
        m_draft.report(Severity::Info, offset,
                       fmt::format("{}.{} was added for the relationship to {}", child.name, name, from.name));
    }
    return ids;
}

void MermaidReader::oneToMany(Entity& child, Entity& parent, bool optional, bool single, const Relation& relation) {
    Relationship made;
    made.parentAttributes = keyOf(parent, relation.offset);
    made.childAttributes = labelledColumns(child, parent, relation.label, made.parentAttributes);
    if (made.childAttributes.empty())
        made.childAttributes = namedColumns(child, parent, made.parentAttributes);
    if (made.childAttributes.empty() && made.parentAttributes.size() == 1) {
        // One column that is marked FK and that no other relationship of the child needs.
        std::vector<AttributeId> marked;
        for (const Attribute& attribute : child.attributes)
            if (m_foreign.contains(attribute.id) &&
                std::none_of(m_draft.relationships.begin(), m_draft.relationships.end(),
                             [&](const Relationship& known) {
                                 return known.child == child.id &&
                                        known.childAttributes == std::vector<AttributeId>{attribute.id};
                             }))
                marked.push_back(attribute.id);
        const auto drawn = std::count_if(m_relations.begin(), m_relations.end(), [&](const Relation& other) {
            return other.left == child.id || other.right == child.id;
        });
        if (marked.size() == 1 && drawn == 1)
            made.childAttributes = marked;
    }
    if (made.childAttributes.empty())
        made.childAttributes = madeColumns(child, parent, made.parentAttributes, relation.offset);
    made.id = m_draft.project.newId<RelationshipId>();
    made.child = child.id;
    made.parent = parent.id;
    const bool labelled = labelledColumns(child, parent, relation.label, made.parentAttributes) == made.childAttributes;
    if (!labelled)
        made.comment = relation.label;
    for (const AttributeId id : made.childAttributes)
        if (const Key* key = child.primaryKey();
            !key || std::find(key->attributes.begin(), key->attributes.end(), id) == key->attributes.end())
            attributeOf(child, id)->nullable = optional;
    if (single && !child.isUnique(made.childAttributes)) {
        Key key;
        key.id = m_draft.project.newId<KeyId>();
        key.attributes = made.childAttributes;
        child.keys.push_back(std::move(key));
    }
    m_draft.relationships.push_back(std::move(made));
}

/// A table between the two, as every database needs one.
void MermaidReader::manyToMany(Entity& left, Entity& right, const Relation& relation) {
    Entity* ends[] = {&left, &right};
    std::vector<AttributeId> keys[] = {keyOf(left, relation.offset), keyOf(right, relation.offset)};
    std::string title = left.name + "_" + right.name;
    for (int i = 2; m_draft.find(left.schema, title); ++i)
        title = fmt::format("{}_{}_{}", left.name, right.name, i);
    Entity* between = m_draft.addEntity(left.schema, title, relation.offset);
    if (!between)
        return;
    std::vector<AttributeId> primary;
    for (int i = 0; i < 2; ++i) {
        Relationship made;
        made.id = m_draft.project.newId<RelationshipId>();
        made.child = between->id;
        made.parent = ends[i]->id;
        made.parentAttributes = keys[i];
        made.comment = relation.label;
        for (const AttributeId id : keys[i]) {
            const Attribute& column = *ends[i]->find(id);
            std::string name = fmt::format("{}_{}", ends[i]->name, column.name);
            while (between->findByName(name))
                name += "_2";
            Attribute* attribute = m_draft.addAttribute(*between, name, relation.offset);
            attribute->type = column.type;
            made.childAttributes.push_back(attribute->id);
            primary.push_back(attribute->id);
        }
        m_draft.relationships.push_back(std::move(made));
    }
    m_draft.setPrimaryKey(*between, primary);
    m_draft.report(Severity::Info, relation.offset,
                   fmt::format("a relationship of many to many became the table {} between {} and {}", title, left.name,
                               right.name));
}

} // namespace shardscape::model
