// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/export/dynamodb.h"

#include <set>

#include <nlohmann/json.hpp>

namespace shardscape::model {
namespace {

using Json = nlohmann::ordered_json;

/// Names of attributes that a projection may list, in bytes and in number (API reference, Projection).
constexpr std::size_t kNameBytes = 255;
constexpr std::size_t kIncluded = 20;

Json keySchema(const Structure& structure) {
    Json out = Json::array();
    out.push_back({{"AttributeName", structure.partitionKey.front().column}, {"KeyType", "HASH"}});
    if (!structure.sortKey.empty())
        out.push_back({{"AttributeName", structure.sortKey.front().column}, {"KeyType", "RANGE"}});
    return out;
}

std::set<std::string> keyNames(const Structure& structure) {
    std::set<std::string> out;
    for (const auto* parts : {&structure.partitionKey, &structure.sortKey})
        for (const StructureKeyPart& part : *parts)
            out.insert(part.column);
    return out;
}

/// What the index holds beside the keys: nothing, some attributes, or all of them.
Json projection(const Project& project, const Structure& index) {
    std::set<std::string> held, all;
    const std::set<std::string> keys = keyNames(index);
    bool longName = false;
    for (const StructureColumn& column : index.columns)
        if (!keys.contains(column.name)) {
            held.insert(column.name);
            longName = longName || column.name.size() > kNameBytes;
        }
    for (EntityId id : index.entities)
        if (const Entity* entity = project.entities.find(id))
            for (const Attribute& attribute : entity->attributes)
                all.insert(attribute.name);
    if (held.empty())
        return {{"ProjectionType", "KEYS_ONLY"}};
    if (held == all || longName || held.size() > kIncluded)
        return {{"ProjectionType", "ALL"}};
    return {{"ProjectionType", "INCLUDE"}, {"NonKeyAttributes", held}};
}

} // namespace

std::string writeDynamoTables(const Project& project, const Design& design) {
    Json tables = Json::array();
    for (const Structure& table : design.structures) {
        if (table.kind != StructureKind::ItemTable)
            continue;
        std::set<std::string> attributes = keyNames(table);
        Json indexes = Json::array();
        for (const Structure& index : design.structures) {
            if (index.kind != StructureKind::GlobalIndex || index.base != table.name)
                continue;
            attributes.merge(keyNames(index));
            indexes.push_back({{"IndexName", index.name},
                               {"KeySchema", keySchema(index)},
                               {"Projection", projection(project, index)}});
        }
        Json definitions = Json::array();
        for (const std::string& attribute : attributes) // composed keys are text
            definitions.push_back({{"AttributeName", attribute}, {"AttributeType", "S"}});
        Json request = {{"TableName", table.name},
                        {"AttributeDefinitions", definitions},
                        {"KeySchema", keySchema(table)},
                        {"BillingMode", "PAY_PER_REQUEST"}};
        if (!indexes.empty())
            request["GlobalSecondaryIndexes"] = indexes;
        tables.push_back(std::move(request));
    }
    return tables.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace shardscape::model
