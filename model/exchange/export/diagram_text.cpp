// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/export/diagram_text.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

namespace shardscape::model {
namespace {

bool contains(const std::vector<AttributeId>& ids, AttributeId id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

bool isForeign(const Project& project, EntityId entity, AttributeId attribute) {
    return std::any_of(project.relationships.begin(), project.relationships.end(),
                       [&](const Relationship& relationship) {
                           return relationship.child == entity && contains(relationship.childAttributes, attribute);
                       });
}

bool isPrimary(const Entity& entity, AttributeId attribute) {
    const Key* primary = entity.primaryKey();
    return primary && contains(primary->attributes, attribute);
}

/// Unique by itself, not as part of a longer key.
bool isUniqueAlone(const Entity& entity, AttributeId attribute) {
    return std::any_of(entity.keys.begin(), entity.keys.end(), [&](const Key& key) {
        return key.kind == KeyKind::Unique && key.attributes.size() == 1 && key.attributes.front() == attribute;
    });
}

std::string mermaidWord(const std::string& name) {
    std::string out;
    for (const char c : name)
        out += std::isalnum(static_cast<unsigned char>(c)) || c == '-' ? c : '_';
    if (out.empty() || !std::isalpha(static_cast<unsigned char>(out[0])))
        out.insert(0, "c");
    return out;
}

/// Within double quotes Mermaid knows no escape: quotes and line breaks are replaced.
std::string mermaidQuoted(const std::string& text) {
    std::string out = text;
    std::replace(out.begin(), out.end(), '"', '\'');
    std::replace_if(
        out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return '"' + out + '"';
}

/// The name of an entity: between quotes, where Mermaid takes neither backslashes nor per cent signs.
std::string mermaidEntity(const std::string& name) {
    std::string out = name;
    std::replace_if(
        out.begin(), out.end(), [](char c) { return c == '\\' || c == '%'; }, '_');
    return mermaidQuoted(out);
}

std::string dbmlName(const std::string& name) {
    const bool plain = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) || c == '_';
    });
    if (plain)
        return name;
    std::string out;
    for (const char c : name)
        out += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c == '\n' ? ' ' : c);
    return '"' + out + '"';
}

std::string dbmlText(const std::string& text) {
    std::string out;
    for (const char c : text)
        out += c == '\'' || c == '\\' ? std::string("\\") + c : std::string(1, c == '\n' ? ' ' : c);
    return '\'' + out + '\'';
}

std::string dbmlTable(const Entity& entity) {
    return entity.schema.empty() || entity.schema == "public" ? dbmlName(entity.name)
                                                              : dbmlName(entity.schema) + "." + dbmlName(entity.name);
}

std::string dbmlColumns(const Entity& entity, const std::vector<AttributeId>& attributes) {
    std::string out;
    for (AttributeId id : attributes)
        if (const Attribute* attribute = entity.find(id))
            out += (out.empty() ? "" : ", ") + dbmlName(attribute->name);
    return attributes.size() == 1 ? out : "(" + out + ")";
}

std::string dbmlAttribute(const Project& project, const Entity& entity, const Attribute& attribute) {
    std::vector<std::string> settings;
    const Key* primary = entity.primaryKey();
    if (primary && primary->attributes.size() == 1 && primary->attributes.front() == attribute.id)
        settings.push_back("pk");
    if (attribute.generator == Generator::AutoIncrement)
        settings.push_back("increment");
    if (!attribute.nullable)
        settings.push_back("not null");
    if (isUniqueAlone(entity, attribute.id))
        settings.push_back("unique");
    if (!attribute.defaultSql.empty() && attribute.defaultSql.find('`') == std::string::npos)
        settings.push_back("default: `" + attribute.defaultSql + "`");
    if (!attribute.comment.empty())
        settings.push_back("note: " + dbmlText(attribute.comment));
    std::string joined;
    for (const std::string& setting : settings)
        joined += (joined.empty() ? "" : ", ") + setting;
    const std::string words = typeWords(project, attribute.type);
    const bool plain = words.find_first_of(" []\"") == std::string::npos;
    return fmt::format("  {} {}{}\n", dbmlName(attribute.name), plain ? words : dbmlName(words),
                       joined.empty() ? "" : " [" + joined + "]");
}

std::string dbmlIndexes(const Entity& entity) {
    std::string out;
    const Key* primary = entity.primaryKey();
    if (primary && primary->attributes.size() > 1)
        out += "    " + dbmlColumns(entity, primary->attributes) + " [pk]\n";
    for (const Key& key : entity.keys)
        if (key.kind == KeyKind::Unique && key.attributes.size() > 1)
            out += "    " + dbmlColumns(entity, key.attributes) + " [unique]\n";
    for (const Index& index : entity.indexes) {
        std::string parts;
        for (const KeyPart& part : index.parts) {
            const Attribute* attribute = entity.find(part.attribute);
            const std::string text = attribute ? dbmlName(attribute->name) : "`" + part.expression + "`";
            parts += (parts.empty() ? "" : ", ") + text;
        }
        std::string settings;
        if (index.unique)
            settings += "unique, ";
        if (index.method == IndexMethod::BTree || index.method == IndexMethod::Hash)
            settings += std::string("type: ") + name(index.method) + ", ";
        settings += "name: " + dbmlText(index.name);
        out += "    (" + parts + ") [" + settings + "]\n";
    }
    return out;
}

/// An expression with a backtick in it cannot be written.
std::string dbmlChecks(const Entity& entity) {
    std::string out;
    for (const Check& check : entity.checks)
        if (check.expression.find_first_of("`\n") == std::string::npos)
            out += "    `" + check.expression + "`" +
                   (check.name.empty() ? "" : " [name: " + dbmlText(check.name) + "]") + "\n";
    return out;
}

/// A word that DBML takes as the key of metadata and does not give a meaning of its own.
bool isMetadataKey(const std::string& name) {
    static const char* const kOwn[] = {"note", "color",     "headercolor", "tags",   "pk",    "unique",
                                       "null", "increment", "default",     "ref",    "check", "name",
                                       "type", "delete",    "update",      "primary"};
    std::string low = name;
    std::transform(low.begin(), low.end(), low.begin(),
                   [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); });
    return !name.empty() && !std::isdigit(static_cast<unsigned char>(name[0])) &&
           std::all_of(name.begin(), name.end(),
                       [](char c) { return c == '_' || std::isalnum(static_cast<unsigned char>(c)); }) &&
           std::find(std::begin(kOwn), std::end(kOwn), low) == std::end(kOwn);
}

/// "Metadata Table users { owner: 'payments' … }". Tags, which have no value, and names that are no words stand in one
/// list: tags: 'pii, cost centre=42'.
std::string dbmlMetadata(const std::string& target, const std::vector<Property>& properties) {
    std::string out;
    std::string list;
    for (const Property& each : properties) {
        if (!each.value.empty() && isMetadataKey(each.name)) {
            out += "  " + each.name + ": " + dbmlText(each.value) + "\n";
            continue;
        }
        list += (list.empty() ? "" : ", ") + each.name;
        if (each.value.empty())
            continue;
        list += "=";
        for (const char c : each.value)
            list += c == ',' || c == '\\' ? std::string("\\") + c : std::string(1, c);
    }
    if (!list.empty())
        out += "  tags: " + dbmlText(list) + "\n";
    return out.empty() ? out : "Metadata " + target + " {\n" + out + "}\n\n";
}

} // namespace

std::string typeWords(const Project& project, const Type& type) {
    if (!type.native.empty())
        return type.native;
    switch (type.kind) {
    case TypeKind::String:
        return std::string(type.fixedLength ? "char" : "varchar") +
               (type.length ? fmt::format("({})", type.length) : "");
    case TypeKind::Decimal:
        return type.precision ? fmt::format("decimal({},{})", type.precision, type.scale) : "decimal";
    case TypeKind::Array: return (type.element ? typeWords(project, *type.element) : std::string("text")) + "[]";
    case TypeKind::Timestamp: return type.withTimeZone ? "timestamptz" : "timestamp";
    case TypeKind::Enum: {
        const EnumType* enumeration = project.enums.find(type.enumeration);
        return enumeration ? enumeration->name : "enum";
    }
    default: return name(type.kind);
    }
}

std::string writeMermaid(const Project& project) {
    std::string out = "erDiagram\n";
    for (const Entity& entity : project.entities) {
        out += "  " + mermaidEntity(project.displayName(entity)) + " {\n";
        for (const Attribute& attribute : entity.attributes) {
            std::string keys;
            if (isPrimary(entity, attribute.id))
                keys += "PK";
            if (isForeign(project, entity.id, attribute.id))
                keys += keys.empty() ? "FK" : ", FK";
            if (isUniqueAlone(entity, attribute.id))
                keys += keys.empty() ? "UK" : ", UK";
            out += fmt::format("    {} {}{}{}\n", mermaidWord(typeWords(project, attribute.type)),
                               mermaidWord(attribute.name), keys.empty() ? "" : " " + keys,
                               attribute.comment.empty() ? "" : " " + mermaidQuoted(attribute.comment));
        }
        out += "  }\n";
    }
    for (const Relationship& relationship : project.relationships) {
        const Entity* child = project.entities.find(relationship.child);
        const Entity* parent = project.entities.find(relationship.parent);
        if (!child || !parent)
            continue;
        const bool optional = std::any_of(relationship.childAttributes.begin(), relationship.childAttributes.end(),
                                          [&](AttributeId id) { return child->find(id) && child->find(id)->nullable; });
        const bool single = child->isUnique(relationship.childAttributes);
        std::string label;
        for (AttributeId id : relationship.childAttributes)
            if (const Attribute* attribute = child->find(id))
                label += (label.empty() ? "" : ", ") + attribute->name;
        out += fmt::format("  {} {}--{} {} : {}\n", mermaidEntity(project.displayName(*parent)), optional ? "|o" : "||",
                           single ? "o|" : "o{", mermaidEntity(project.displayName(*child)), mermaidQuoted(label));
    }
    return out;
}

std::string writeDbml(const Project& project) {
    std::string out;
    for (const EnumType& type : project.enums) {
        out += "Enum " + (type.schema.empty() || type.schema == "public" ? "" : dbmlName(type.schema) + ".") +
               dbmlName(type.name) + " {\n";
        for (const std::string& label : type.labels)
            out += "  " + dbmlName(label) + "\n";
        out += "}\n\n";
    }
    for (const Entity& entity : project.entities) {
        out += "Table " + dbmlTable(entity) + " {\n";
        for (const Attribute& attribute : entity.attributes)
            out += dbmlAttribute(project, entity, attribute);
        if (const std::string indexes = dbmlIndexes(entity); !indexes.empty())
            out += "\n  indexes {\n" + indexes + "  }\n";
        if (const std::string checks = dbmlChecks(entity); !checks.empty())
            out += "\n  checks {\n" + checks + "  }\n";
        if (!entity.comment.empty())
            out += "\n  Note: " + dbmlText(entity.comment) + "\n";
        out += "}\n\n";
        out += dbmlMetadata("Table " + dbmlTable(entity), entity.properties);
        for (const Attribute& attribute : entity.attributes)
            out += dbmlMetadata("Column " + dbmlTable(entity) + "." + dbmlName(attribute.name), attribute.properties);
    }
    for (const Boundary& boundary : project.boundaries) {
        out += "TableGroup " + dbmlName(boundary.name) + " {\n";
        for (const Entity& entity : project.entities)
            if (entity.boundary == boundary.id)
                out += "  " + dbmlTable(entity) + "\n";
        out += "}\n\n";
    }
    for (const Relationship& relationship : project.relationships) {
        const Entity* child = project.entities.find(relationship.child);
        const Entity* parent = project.entities.find(relationship.parent);
        if (!child || !parent)
            continue;
        const char* arrow = child->isUnique(relationship.childAttributes) ? "-" : ">";
        std::string settings;
        if (relationship.onDelete != ReferentialAction::NoAction)
            settings += std::string("delete: ") + name(relationship.onDelete);
        if (relationship.onUpdate != ReferentialAction::NoAction)
            settings += std::string(settings.empty() ? "" : ", ") + "update: " + name(relationship.onUpdate);
        out +=
            fmt::format("Ref: {}.{} {} {}.{}{}\n", dbmlTable(*child), dbmlColumns(*child, relationship.childAttributes),
                        arrow, dbmlTable(*parent), dbmlColumns(*parent, relationship.parentAttributes),
                        settings.empty() ? "" : " [" + settings + "]");
    }
    return out;
}

} // namespace shardscape::model
