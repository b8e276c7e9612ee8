// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/prisma_reader.h"

#include <algorithm>

#include <fmt/format.h>

#include "model/base/nearest_name.h"

namespace shardscape::model {
namespace {

std::string textLiteral(const std::string& text) {
    std::string out = "'";
    for (const char c : text)
        out += c == '\'' ? "''" : std::string(1, c);
    return out + "'";
}

ReferentialAction actionOf(const std::string& word, bool& known) {
    known = true;
    if (word == "Cascade")
        return ReferentialAction::Cascade;
    if (word == "Restrict")
        return ReferentialAction::Restrict;
    if (word == "SetNull")
        return ReferentialAction::SetNull;
    if (word == "SetDefault")
        return ReferentialAction::SetDefault;
    known = word == "NoAction";
    return ReferentialAction::NoAction;
}

} // namespace

void PrismaReader::declare(const Block& block) {
    m_draft.moveTo(block.place);
    std::string name = block.name;
    std::string schema;
    for (const Line& line : block.lines) {
        TokenCursor cursor(line.tokens);
        if (!(cursor.peek().is('@') && cursor.peek(1).is('@')))
            continue;
        for (const Annotation& annotation : annotations(cursor, line)) {
            if (annotation.name == "map")
                name = textOf(annotation, "name");
            else if (annotation.name == "schema")
                schema = textOf(annotation, "map");
        }
    }
    if (m_models.contains(block.name))
        return report(block.place, Severity::Error, fmt::format("the model {} is there already", block.name));
    Entity* entity = m_draft.addEntity(schema == "public" ? "" : schema, name, block.offset);
    if (!entity)
        return;
    entity->comment = block.doc;
    m_models[block.name] = entity->id;
}

void PrismaReader::fields(const Block& block) {
    m_draft.moveTo(block.place);
    const auto at = m_models.find(block.name);
    Entity* entity = at == m_models.end() ? nullptr : m_draft.byId(at->second);
    if (entity)
        for (const Line& line : block.lines)
            if (!line.tokens.front().is('@'))
                field(*entity, block, line);
}

/// "name Type? @attribute(…)".
void PrismaReader::field(Entity& entity, const Block& block, const Line& line) {
    TokenCursor cursor(line.tokens);
    const std::string name = value(cursor.take());
    std::string word = cursor.peek().isName() ? value(cursor.take()) : std::string();
    bool known = !word.empty();
    bool closed = false;
    std::string unsupported;
    if (word == "Unsupported") {
        const std::vector<Token> inner = cursor.takeParentheses(closed);
        unsupported = inner.empty() ? std::string() : value(inner.front());
    }
    const bool list = cursor.accept('[');
    if (list)
        cursor.accept(']');
    const bool optional = cursor.accept('?');
    cursor.accept('!');
    const std::vector<Annotation> given = annotations(cursor, line);
    if (word.empty())
        return report(line.place, Severity::Error, fmt::format("the field {}.{} has no type", block.name, name));
    if (m_models.contains(word)) {
        std::string relationName;
        for (const Annotation& annotation : given)
            if (annotation.name == "relation") {
                relationName = textOf(annotation, "name");
                if (argumentOf(annotation, "fields")) {
                    m_relations.push_back({entity.id, word, optional, annotation, line.place});
                    return;
                }
            }
        if (list)
            m_lists.push_back({block.name, word, relationName, line.place, false});
        return; // the other side says the columns
    }
    Type type;
    if (const auto at = m_enums.find(word); at != m_enums.end()) {
        type.kind = TypeKind::Enum;
        type.enumeration = at->second;
    } else if (word == "Unsupported") {
        Project none;
        type = typeOfWords(unsupported, none);
    } else {
        type = typeOf(word, known);
    }
    if (!known) {
        std::vector<std::string> names{"String",  "Boolean",  "Int",  "BigInt", "Float",
                                       "Decimal", "DateTime", "Json", "Bytes"};
        for (const auto& [model, id] : m_models)
            names.push_back(model);
        for (const auto& [enumeration, id] : m_enums)
            names.push_back(enumeration);
        for (const Block& other : m_blocks)
            if ((other.kind == "type" || other.kind == "view") && other.name == word) {
                if (other.kind == "view")
                    return;
                type.kind = TypeKind::Json; // an embedded document
                return scalar(entity, block, name, type, optional, line, given);
            }
        report(line.place, Severity::Error, fmt::format("{}.{}: there is no type {}", block.name, name, word),
               didYouMean(word, names));
        return;
    }
    for (const Annotation& annotation : given)
        if (annotation.name.starts_with("db."))
            nativeType(type, annotation);
    if (list) {
        Type array;
        array.kind = TypeKind::Array;
        array.element = std::make_shared<const Type>(type);
        type = array;
    }
    scalar(entity, block, name, type, optional, line, given);
}

/// What Prisma Migrate makes of its scalars (its reference, "Model field scalar types"), on PostgreSQL or MySQL.
Type PrismaReader::typeOf(const std::string& word, bool& known) const {
    const bool mysql = m_provider == "mysql";
    Type type;
    known = true;
    if (word == "String") {
        type.kind = mysql ? TypeKind::String : TypeKind::Text;
        type.length = mysql ? 191 : 0;
    } else if (word == "Boolean") {
        type.kind = TypeKind::Bool;
    } else if (word == "Int") {
        type.kind = TypeKind::Int32;
    } else if (word == "BigInt") {
        type.kind = TypeKind::Int64;
    } else if (word == "Float") {
        type.kind = TypeKind::Double;
    } else if (word == "Decimal") {
        type.kind = TypeKind::Decimal;
        type.precision = 65;
        type.scale = 30;
    } else if (word == "DateTime") {
        type.kind = TypeKind::Timestamp;
        type.precision = 3;
    } else if (word == "Json") {
        type.kind = TypeKind::Json;
    } else if (word == "Bytes") {
        type.kind = TypeKind::Binary;
    } else {
        known = false;
    }
    return type;
}

/// "@db.VarChar(20)": the name of the database's own type, in words that typeOfWords knows.
void PrismaReader::nativeType(Type& type, const Annotation& annotation) const {
    if (type.kind == TypeKind::Enum)
        return;
    std::string word = lowered(annotation.name.substr(3));
    if (word == "doubleprecision")
        word = "double precision";
    if (word == "objectid")
        word = "char(24)";
    const bool isUnsigned = word.starts_with("unsigned");
    if (isUnsigned)
        word = word.substr(8);
    std::string arguments;
    for (const Argument& argument : annotation.arguments)
        arguments += (arguments.empty() ? "" : ",") + std::string(argument.value.front().raw);
    Project none;
    type = typeOfWords(arguments.empty() ? word : word + "(" + arguments + ")", none);
    if (isUnsigned)
        type.native = word + " unsigned";
}

void PrismaReader::scalar(Entity& entity, const Block& block, const std::string& name, Type type, bool optional,
                          const Line& line, const std::vector<Annotation>& given) {
    std::string column = name;
    for (const Annotation& annotation : given)
        if (annotation.name == "map")
            column = textOf(annotation, "name");
    Attribute* attribute = m_draft.addAttribute(entity, column, line.place.offset);
    if (!attribute)
        return;
    m_columns[{block.name, name}] = column;
    attribute->type = std::move(type);
    attribute->nullable = optional;
    attribute->comment = line.doc;
    const AttributeId id = attribute->id;
    for (const Annotation& annotation : given) {
        const std::string map =
            argumentOf(annotation, "map") ? value(argumentOf(annotation, "map")->value.front()) : "";
        if (annotation.name == "id") {
            m_draft.setPrimaryKey(entity, {id}, map.empty() ? entity.name + "_pkey" : map);
        } else if (annotation.name == "unique") {
            Key key;
            key.id = m_draft.project.newId<KeyId>();
            key.name = map.empty() ? fmt::format("{}_{}_key", entity.name, column) : map;
            key.attributes = {id};
            entity.keys.push_back(std::move(key));
        } else if (annotation.name == "default") {
            setDefault(*attributeOf(entity, id), annotation);
        } else if (annotation.name == "updatedAt") {
            m_draft.tally(line.place.offset, "@updatedAt is kept by Prisma's client and not part of the model");
        } else if (annotation.name != "map" && annotation.name != "relation" && annotation.name != "ignore" &&
                   !annotation.name.starts_with("db.")) {
            report(annotation.place, Severity::Warning,
                   fmt::format("@{} of {}.{} is not known; it is left out", annotation.name, block.name, name));
        }
    }
}

void PrismaReader::setDefault(Attribute& attribute, const Annotation& annotation) {
    if (annotation.arguments.empty())
        return;
    const std::vector<Token>& given = annotation.arguments.front().value;
    const Token& first = given.front();
    const bool call = given.size() > 1 && given[1].is('(');
    if (call && first.is("autoincrement")) {
        attribute.generator = Generator::AutoIncrement;
    } else if (call && first.is("uuid")) {
        const bool seven = given.size() > 2 && given[2].raw == "7";
        attribute.generator = seven ? Generator::UuidV7 : Generator::UuidV4;
    } else if (call && (first.is("cuid") || first.is("ulid"))) {
        attribute.generator = Generator::UuidV7; // they ascend with time
    } else if (call && first.is("nanoid")) {
        attribute.generator = Generator::UuidV4;
    } else if (call && first.is("now")) {
        attribute.defaultSql = "CURRENT_TIMESTAMP";
    } else if (call && first.is("dbgenerated")) {
        attribute.defaultSql = given.size() > 2 && given[2].kind == TokenKind::String ? value(given[2]) : std::string();
    } else if (first.kind == TokenKind::String) {
        attribute.defaultSql = textLiteral(value(first));
    } else if (first.is('[')) {
        if (given.size() == 2)
            attribute.defaultSql = attribute.type.kind == TypeKind::Array ? "'{}'" : "";
        else
            report(annotation.place, Severity::Info, "a default that is a list of values is not part of the model");
    } else if (attribute.type.kind == TypeKind::Enum) {
        attribute.defaultSql = textLiteral(value(first));
    } else {
        for (const Token& token : given)
            attribute.defaultSql += std::string(token.raw);
    }
}

void PrismaReader::blockAttributes(const Block& block) {
    const auto at = m_models.find(block.name);
    Entity* entity = at == m_models.end() ? nullptr : m_draft.byId(at->second);
    if (!entity)
        return;
    for (const Line& line : block.lines) {
        TokenCursor cursor(line.tokens);
        if (cursor.peek().is('@') && cursor.peek(1).is('@'))
            for (const Annotation& annotation : annotations(cursor, line))
                blockAttribute(*entity, block, annotation);
    }
}

std::vector<AttributeId> PrismaReader::columnsOf(const Entity& entity, const std::string& model,
                                                 const std::vector<Part>& parts, DraftPlace place) {
    std::vector<AttributeId> ids;
    for (const Part& part : parts) {
        const auto column = m_columns.find({model, part.field});
        const Attribute* attribute = column == m_columns.end() ? nullptr : entity.findByName(column->second);
        if (!attribute) {
            report({place.source, part.offset}, Severity::Error, fmt::format("{} has no field {}", model, part.field));
            return {};
        }
        ids.push_back(attribute->id);
    }
    return ids;
}

std::string PrismaReader::joinedNames(const Entity& entity, const std::vector<AttributeId>& ids) const {
    std::string out;
    for (const AttributeId id : ids)
        out += "_" + entity.find(id)->name;
    return out;
}

void PrismaReader::blockAttribute(Entity& entity, const Block& block, const Annotation& annotation) {
    const std::string& name = annotation.name;
    if (name == "map" || name == "schema")
        return;
    if (name == "ignore")
        return report(annotation.place, Severity::Info,
                      fmt::format("@@ignore of {} concerns Prisma's client alone", block.name));
    if (name != "id" && name != "unique" && name != "index" && name != "fulltext")
        return report(annotation.place, Severity::Warning,
                      fmt::format("@@{} of {} is not known; it is left out", name, block.name));
    const std::vector<Part> parts = partsOf(annotation, "fields");
    const std::vector<AttributeId> ids = columnsOf(entity, block.name, parts, annotation.place);
    if (ids.empty()) {
        if (parts.empty())
            report(annotation.place, Severity::Error, fmt::format("@@{} of {} names no fields", name, block.name));
        return;
    }
    const std::string map = argumentOf(annotation, "map") ? value(argumentOf(annotation, "map")->value.front()) : "";
    const std::string columns = joinedNames(entity, ids);
    if (name == "id")
        return m_draft.setPrimaryKey(entity, ids, map.empty() ? entity.name + "_pkey" : map);
    if (name == "unique") {
        Key key;
        key.id = m_draft.project.newId<KeyId>();
        key.name = map.empty() ? entity.name + columns + "_key" : map;
        key.attributes = ids;
        entity.keys.push_back(std::move(key));
        return;
    }
    Index index;
    index.id = m_draft.project.newId<IndexId>();
    index.name = map.empty() ? entity.name + columns + "_idx" : map;
    for (std::size_t i = 0; i < ids.size(); ++i)
        index.parts.push_back({ids[i], {}, parts[i].descending, {}, {}, {}});
    if (const Argument* type = argumentOf(annotation, "type")) {
        const auto method = indexMethodOf(lowered(type->value.front().raw));
        index.method = method.value_or(IndexMethod::Other);
        if (!method)
            index.methodName = lowered(type->value.front().raw);
    }
    if (name == "fulltext") {
        index.method = IndexMethod::Other;
        index.methodName = "fulltext";
    }
    entity.indexes.push_back(std::move(index));
}

void PrismaReader::link(const Relation& relation) {
    Entity* entity = m_draft.byId(relation.entity);
    Entity* parent = m_draft.byId(m_models[relation.model]);
    std::string model;
    for (const auto& [name, id] : m_models)
        if (id == relation.entity)
            model = name;
    const std::vector<AttributeId> child =
        columnsOf(*entity, model, partsOf(relation.annotation, "fields"), relation.place);
    const std::vector<AttributeId> to =
        columnsOf(*parent, relation.model, partsOf(relation.annotation, "references"), relation.place);
    if (child.empty() || child.size() != to.size())
        return report(relation.place, Severity::Error,
                      fmt::format("a relation of {} to {} is left out: its fields and references do not fit", model,
                                  relation.model));
    Relationship made;
    made.id = m_draft.project.newId<RelationshipId>();
    made.child = entity->id;
    made.childAttributes = child;
    made.parent = parent->id;
    made.parentAttributes = to;
    // Prisma's defaults ("Referential actions"): Restrict, or SetNull where the relation is optional; Cascade on
    // update.
    made.onDelete = relation.optional ? ReferentialAction::SetNull : ReferentialAction::Restrict;
    made.onUpdate = ReferentialAction::Cascade;
    for (const char* name : {"onDelete", "onUpdate"})
        if (const Argument* argument = argumentOf(relation.annotation, name)) {
            bool known = false;
            const ReferentialAction action = actionOf(std::string(argument->value.front().raw), known);
            (std::string_view(name) == "onDelete" ? made.onDelete : made.onUpdate) = action;
            if (!known)
                report(relation.place, Severity::Warning,
                       fmt::format("'{}' is no referential action", argument->value.front().raw));
        }
    const Argument* map = argumentOf(relation.annotation, "map");
    made.name = map ? value(map->value.front()) : entity->name + joinedNames(*entity, child) + "_fkey";
    m_draft.relationships.push_back(std::move(made));
}

/// Whether a relation of this name between the models says its columns somewhere.
bool PrismaReader::related(const std::string& model, const std::string& other, const std::string& name) const {
    return std::any_of(m_relations.begin(), m_relations.end(), [&](const Relation& relation) {
        const auto at = m_models.find(other);
        return at != m_models.end() && relation.entity == at->second && relation.model == model &&
               textOf(relation.annotation, "name") == name;
    });
}

/// Two lists that meet each other are a table of two columns "A" and "B", in the order of the models' names.
void PrismaReader::manyToMany(std::size_t at) {
    List& list = m_lists[at];
    m_draft.moveTo(list.place);
    if (list.done || related(list.model, list.other, list.name))
        return;
    const auto partner = std::find_if(m_lists.begin(), m_lists.end(), [&](const List& candidate) {
        return &candidate != &list && !candidate.done && candidate.model == list.other &&
               candidate.other == list.model && candidate.name == list.name;
    });
    if (partner == m_lists.end())
        return report(
            list.place, Severity::Error,
            fmt::format("the relation of {} to {} has no other side; it is left out", list.model, list.other));
    list.done = partner->done = true;
    std::string sides[] = {list.model, list.other};
    std::sort(std::begin(sides), std::end(sides));
    const std::string title = "_" + (list.name.empty() ? sides[0] + "To" + sides[1] : list.name);
    Entity* ends[] = {m_draft.byId(m_models[sides[0]]), m_draft.byId(m_models[sides[1]])};
    Entity* between = m_draft.addEntity(ends[0]->schema, title, list.place.offset);
    if (!between)
        return;
    std::vector<AttributeId> ids;
    for (int i = 0; i < 2; ++i) {
        const Key* key = ends[i]->primaryKey();
        Attribute* attribute = m_draft.addAttribute(*between, i == 0 ? "A" : "B", list.place.offset);
        attribute->nullable = false;
        const AttributeId id = attribute->id;
        ids.push_back(id);
        if (!key || key->attributes.size() != 1) {
            report(list.place, Severity::Error,
                   fmt::format("{} needs a key of one field for a relation of many to many", sides[i]));
            continue;
        }
        attribute->type = ends[i]->find(key->attributes.front())->type;
        Relationship made;
        made.id = m_draft.project.newId<RelationshipId>();
        made.name = fmt::format("{}_{}_fkey", title, i == 0 ? "A" : "B");
        made.child = between->id;
        made.childAttributes = {id};
        made.parent = ends[i]->id;
        made.parentAttributes = key->attributes;
        made.onDelete = made.onUpdate = ReferentialAction::Cascade;
        m_draft.relationships.push_back(std::move(made));
    }
    m_draft.setPrimaryKey(*between, ids, title + "_AB_pkey");
    Index index;
    index.id = m_draft.project.newId<IndexId>();
    index.name = title + "_B_index";
    index.parts.push_back({ids[1], {}, false, {}, {}, {}});
    between->indexes.push_back(std::move(index));
}

} // namespace shardscape::model
