// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/export/elasticsearch.h"

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include "model/physical/search_fields.h"

namespace shardscape::model {
namespace {

using Json = nlohmann::ordered_json;

/// Characters of a keyword, so that its bytes fit a term of 32,766 whatever they are.
constexpr int kLongestKeyword = 8191;

Json keyword(const SearchField& field) {
    Json out = {{"type", "keyword"}};
    const Type& type = field.attribute->type;
    const bool text = type.kind == TypeKind::Text || type.kind == TypeKind::String || type.kind == TypeKind::Other;
    if (text && (type.length <= 0 || type.length > kLongestKeyword))
        out["ignore_above"] = kLongestKeyword;
    return out;
}

/// Only in _source: neither found nor ordered by.
Json stored(const SearchField& field) {
    const std::string type = searchType(field);
    if (type == "flattened")
        return {{"type", "object"}, {"enabled", false}};
    if (type == "binary")
        return {{"type", "binary"}};
    if (type == "text")
        return {{"type", "text"}, {"index", false}};
    return {{"type", type}, {"index", false}, {"doc_values", false}};
}

Json property(const SearchField& field) {
    const Attribute& attribute = *field.attribute;
    Json out;
    switch (field.kind) {
    case SearchKind::Text: return {{"type", "text"}};
    case SearchKind::TextAndKeyword: return {{"type", "text"}, {"fields", {{"keyword", keyword(field)}}}};
    case SearchKind::Flattened: return {{"type", "flattened"}};
    case SearchKind::Stored: out = stored(field); break;
    case SearchKind::Keyword: out = keyword(field); break;
    default: out = {{"type", searchType(field)}}; break;
    }
    if (field.kind != SearchKind::Stored) {
        if (!field.indexed)
            out["index"] = false;
        if (!field.docValues)
            out["doc_values"] = false;
    }
    if (out["type"] == "scaled_float") {
        const Type& type =
            attribute.type.kind == TypeKind::Array && attribute.type.element ? *attribute.type.element : attribute.type;
        out["scaling_factor"] = static_cast<std::int64_t>(std::llround(std::pow(10, std::clamp(type.scale, 0, 15))));
    }
    return out;
}

} // namespace

std::string writeSearchIndexes(const Project& project, const Design& design) {
    const Cardinality cardinality(project);
    Json out = Json::object();
    for (const Structure& index : design.structures) {
        const Entity* entity = project.entities.find(index.entity);
        if (!entity || index.kind != StructureKind::Table)
            continue;
        Json meta = Json::object();
        std::vector<std::string> id, routing;
        if (const Key* primary = entity->primaryKey())
            for (AttributeId part : primary->attributes)
                id.push_back(entity->find(part)->name);
        for (const StructureKeyPart& part : index.partitionKey)
            routing.push_back(part.column);
        const bool routed = !routing.empty() && routing != id && design.placement.partitions > 1;
        Json properties = Json::object();
        for (const SearchField& field : searchFields(cardinality, *entity))
            properties[field.attribute->name] = property(field);
        Json mappings = {{"dynamic", "strict"}};
        if (!id.empty())
            meta["id"] = id;
        if (routed) {
            meta["routing"] = routing;
            mappings["_routing"] = {{"required", true}};
        }
        if (!meta.empty())
            mappings["_meta"] = meta;
        mappings["properties"] = properties;
        out[index.name] = {{"settings",
                            {{"index",
                              {{"number_of_shards", std::max(1, design.placement.partitions)},
                               {"number_of_replicas", std::max(0, design.placement.replicas - 1)},
                               {"refresh_interval", "1s"}}}}},
                           {"mappings", mappings}};
    }
    return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace shardscape::model
