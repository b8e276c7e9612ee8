// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/physical/search_fields.h"

#include <algorithm>
#include <cctype>
#include <cmath>

#include "model/physical/names.h"
#include "model/physical/query.h"

namespace shardscape::model {
namespace {

/// What patterns do with a column.
struct Use {
    bool equal = false;
    bool ranged = false;
    bool words = false;
    bool near = false;
    bool ordered = false; ///< or grouped, or aggregated
};

Use useOf(const Project& project, const Entity& entity, AttributeId id) {
    const ColumnRef column{entity.id, id};
    Use use;
    for (const AccessPattern& pattern : project.patterns) {
        for (const Predicate& predicate : pattern.predicates)
            if (predicate.column == column)
                switch (predicate.comparison) {
                case Comparison::Contains: use.words = true; break;
                case Comparison::Near: use.near = true; break;
                case Comparison::Range:
                case Comparison::Prefix: use.ranged = true; break;
                default: use.equal = true; break;
                }
        for (const OrderPart& part : pattern.order)
            use.ordered = use.ordered || part.column == column;
        const auto listed = [&](const std::vector<ColumnRef>& list) {
            return std::find(list.begin(), list.end(), column) != list.end();
        };
        use.ordered = use.ordered || listed(pattern.groupBy) ||
                      ((pattern.verb == Verb::Aggregate || pattern.distinct) && listed(pattern.projection));
    }
    return use;
}

bool isIdentifier(const Cardinality& cardinality, const Entity& entity, const Attribute& attribute) {
    return cardinality.foreignKey(entity.id, attribute.id) ||
           std::any_of(entity.keys.begin(), entity.keys.end(),
                       [&](const Key& key) { return holds(key.attributes, attribute.id); });
}

SearchKind kindOf(TypeKind kind, const Use& use, bool identifier) {
    switch (kind) {
    case TypeKind::Bool: return SearchKind::Flag;
    case TypeKind::Int16:
    case TypeKind::Int32:
    case TypeKind::Int64:
        return identifier && use.equal && !use.ranged && !use.ordered ? SearchKind::Keyword : SearchKind::Number;
    case TypeKind::Float:
    case TypeKind::Double:
    case TypeKind::Decimal:
    case TypeKind::Interval: return SearchKind::Number;
    case TypeKind::Date:
    case TypeKind::Timestamp: return SearchKind::Date;
    case TypeKind::GeoPoint: return SearchKind::Point;
    case TypeKind::Json: return SearchKind::Flattened;
    case TypeKind::Binary: return SearchKind::Stored;
    default: break;
    }
    if (use.words)
        return use.equal || use.ranged || use.ordered ? SearchKind::TextAndKeyword : SearchKind::Text;
    return SearchKind::Keyword;
}

} // namespace

std::vector<SearchField> searchFields(const Cardinality& cardinality, const Entity& entity) {
    const Key* primary = entity.primaryKey();
    std::vector<SearchField> fields;
    for (const Attribute& attribute : entity.attributes) {
        SearchField field;
        field.attribute = &attribute;
        Use use = useOf(cardinality.project(), entity, attribute.id);
        field.isId = primary && primary->attributes.size() == 1 && primary->attributes.front() == attribute.id;
        if (field.isId)
            use.equal = false;
        const Type& type =
            attribute.type.kind == TypeKind::Array && attribute.type.element ? *attribute.type.element : attribute.type;
        field.kind = kindOf(type.kind, use, isIdentifier(cardinality, entity, attribute));
        field.indexed = use.equal || use.ranged || use.words || use.near;
        field.docValues = use.ordered;
        if (!field.indexed && !field.docValues)
            field.kind = SearchKind::Stored;
        fields.push_back(field);
    }
    return fields;
}

std::string searchTypeOf(const Type& type) {
    switch (type.kind) {
    case TypeKind::Bool: return "boolean";
    case TypeKind::Int16: return "short";
    case TypeKind::Int32: return "integer";
    case TypeKind::Int64:
    case TypeKind::Interval: return "long";
    case TypeKind::Float: return "float";
    case TypeKind::Double: return "double";
    case TypeKind::Decimal: return type.precision > 0 && type.precision <= 18 ? "scaled_float" : "double";
    case TypeKind::Date:
    case TypeKind::Timestamp: return "date";
    case TypeKind::GeoPoint: return "geo_point";
    case TypeKind::Json: return "flattened";
    case TypeKind::Binary: return "binary";
    case TypeKind::Array: return type.element ? searchTypeOf(*type.element) : "keyword";
    case TypeKind::Text: return "text";
    default: return "keyword";
    }
}

std::string searchType(const SearchField& field) {
    const Type& type = field.attribute->type;
    switch (field.kind) {
    case SearchKind::Keyword: return "keyword";
    case SearchKind::Text:
    case SearchKind::TextAndKeyword: return "text";
    default: return searchTypeOf(type);
    }
}

double shardsFor(double documents, double bytes, const EngineProfile& profile) {
    return std::max({1.0, std::ceil(documents / profile.value("limits.full_shard_documents_count") - 1e-9),
                     std::ceil(bytes / profile.value("limits.full_shard_bytes") - 1e-9)});
}

std::string indexName(const std::string& text) {
    std::string out = plainName(text, "index");
    std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return std::tolower(c); });
    if (out.front() == '_')
        out.insert(0, "i");
    return out;
}

} // namespace shardscape::model
