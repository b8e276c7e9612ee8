// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/export/mongodb.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "model/physical/names.h"

namespace shardscape::model {
namespace {

using Json = nlohmann::ordered_json;

/// JSON is valid JavaScript, but for two line separators that older readers refuse in strings.
std::string script(const Json& value, int indent = -1) {
    return value.dump(indent, ' ', true, Json::error_handler_t::replace);
}

class Writer {
public:
    Writer(const Project& project, const Design& design)
        : m_project(project)
        , m_design(design) {}

    std::string run() {
        for (const Structure& collection : m_design.structures)
            if (collection.kind == StructureKind::Table)
                write(collection);
        return std::move(m_out);
    }

private:
    static const StructureIndex* primary(const Structure& collection) {
        const auto at = std::find_if(collection.indexes.begin(), collection.indexes.end(),
                                     [](const StructureIndex& index) { return index.primary; });
        return at == collection.indexes.end() ? nullptr : &*at;
    }
    /// A single primary key is the document's identifier.
    static std::string field(const Structure& collection, const std::string& column) {
        const StructureIndex* key = primary(collection);
        return key && key->parts.size() == 1 && key->parts.front().column == column ? "_id" : column;
    }

    Json property(const StructureColumn& column) const {
        Json out = {{"bsonType", column.nativeType}};
        if (column.nullable)
            out["bsonType"] = {column.nativeType, "null"};
        if (column.type.kind == TypeKind::Json) // an object, or the list of embedded children
            out["bsonType"] = column.nullable ? Json{"object", "array", "null"} : Json{"object", "array"};
        if (column.type.kind == TypeKind::Enum)
            if (const EnumType* labels = m_project.enums.find(column.type.enumeration)) {
                out["enum"] = labels->labels;
                if (column.nullable)
                    out["enum"].push_back(nullptr);
            }
        if (column.type.kind == TypeKind::String && column.type.length > 0)
            out["maxLength"] = column.type.length;
        return out;
    }

    void write(const Structure& collection) {
        Json required = Json::array();
        Json properties = Json::object();
        for (const StructureColumn& column : collection.columns) {
            const std::string name = field(collection, column.name);
            properties[name] = property(column);
            if (!column.nullable)
                required.push_back(name);
        }
        Json schema = {{"bsonType", "object"}};
        if (!required.empty())
            schema["required"] = required;
        schema["properties"] = properties;
        const Json options = {{"validator", {{"$jsonSchema", schema}}}};
        const std::string name = script(collection.name);
        m_out += m_out.empty() ? "" : "\n";
        m_out += fmt::format("db.createCollection({}, {});\n", name, script(options, 2));
        for (const StructureIndex& index : collection.indexes)
            if (!(index.primary && index.parts.size() == 1))
                writeIndex(collection, index);
        writeExpiry(collection);
        writeSharding(collection);
    }

    void writeIndex(const Structure& collection, const StructureIndex& index) {
        Json key = Json::object();
        for (const StructureKeyPart& part : index.parts)
            key[field(collection, part.column)] = part.descending ? -1 : 1;
        Json options = {{"name", index.name}};
        if (index.unique)
            options["unique"] = true;
        m_out += fmt::format("db.getCollection({}).createIndex({}, {});\n", script(collection.name), script(key),
                             script(options));
    }

    /// Documents expire by an index on one time.
    void writeExpiry(const Structure& collection) {
        const Entity* entity = m_project.entities.find(collection.entity);
        if (!entity || !entity->volume.daysInEngine() || entity->volume.removal == RowRemoval::RowByRow)
            return;
        const auto at = std::find_if(collection.columns.begin(), collection.columns.end(), [](const auto& column) {
            return column.type.kind == TypeKind::Timestamp || column.type.kind == TypeKind::Date;
        });
        if (at == collection.columns.end())
            return;
        const Json key = {{at->name, 1}};
        const Json options = {
            {"name", at->name + "_ttl"},
            {"expireAfterSeconds", static_cast<std::int64_t>(*entity->volume.daysInEngine() * 86400)}};
        m_out += fmt::format("db.getCollection({}).createIndex({}, {});\n", script(collection.name), script(key),
                             script(options));
    }

    void writeSharding(const Structure& collection) {
        if (m_design.placement.partitions <= 1 || collection.partitionKey.empty())
            return;
        Json key = Json::object();
        for (std::size_t i = 0; i < collection.partitionKey.size(); ++i)
            key[field(collection, collection.partitionKey[i].column)] = i == 0 ? Json("hashed") : Json(1);
        m_out +=
            fmt::format("sh.shardCollection(db.getName() + {}, {});\n", script("." + collection.name), script(key));
    }

    const Project& m_project;
    const Design& m_design;
    std::string m_out;
};

} // namespace

std::string writeMongoCollections(const Project& project, const Design& design) {
    return Writer(project, design).run();
}

} // namespace shardscape::model
