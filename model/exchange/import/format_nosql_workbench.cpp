// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/import_draft.h"
#include "model/exchange/import/import_formats.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace shardscape::model {
namespace {

using nlohmann::json;

int sniffWorkbench(std::string_view text) {
    const auto has = [&](std::string_view what) { return text.find(what) != std::string_view::npos; };
    return has("\"DataModel\"") && has("\"KeyAttributes\"") ? 95
           : has("\"DataModel\"") || has("\"ModelName\"")   ? 40
                                                            : 0;
}

/// Reads the models of NoSQL Workbench for DynamoDB (versions 2 and 3 of its JSON): tables with partition and sort key,
/// attributes, secondary indexes and the widths of their sample items. Partition keys go into a layout of "dynamodb".
class WorkbenchReader {
public:
    WorkbenchReader(const std::vector<ImportSource>& sources, std::stop_token stop)
        : m_draft(sources, std::move(stop)) {}

    Result<Imported> run() {
        m_layout.id = m_draft.project.newId<LayoutId>();
        m_layout.engine = "dynamodb";
        for (std::size_t source = 0; source < m_draft.sourceCount(); ++source) {
            if (const Result<void> entered = m_draft.enter(source); !entered)
                return fail(entered.error());
            json document;
            try {
                document = json::parse(m_draft.text());
            } catch (const json::parse_error& error) {
                m_draft.report(Severity::Error, error.byte > 0 ? error.byte - 1 : 0, "this is no JSON from here on",
                               "export the model again from NoSQL Workbench");
                continue;
            }
            const json* model = member(document, "DataModel");
            if (!model || !model->is_array()) {
                m_draft.report(Severity::Error, 0,
                               "the file has no list \"DataModel\": it is no model of NoSQL Workbench",
                               "export the data model as NoSQL Workbench JSON");
                continue;
            }
            if (const json* name = member(document, "ModelName"); name && name->is_string())
                m_draft.project.name = name->get<std::string>();
            for (const json& table : *model) {
                if (m_draft.stopped())
                    break;
                readTable(table);
            }
        }
        if (!m_layout.partitionKeys.empty())
            m_draft.project.layouts.set(std::move(m_layout));
        return m_draft.finish("export a data model with tables from NoSQL Workbench");
    }

private:
    static const json* member(const json& object, const char* name) {
        if (!object.is_object())
            return nullptr;
        const auto at = object.find(name);
        return at == object.end() ? nullptr : &*at;
    }
    static std::string textOf(const json& object, const char* name) {
        const json* value = member(object, name);
        return value && value->is_string() ? value->get<std::string>() : std::string();
    }

    /// JSON's parser keeps no places: a name is looked for behind the last one that was found.
    std::size_t placeOf(const std::string& name) {
        const std::size_t at =
            m_draft.text().find(json(name).dump(-1, ' ', false, json::error_handler_t::replace), m_place);
        if (at != std::string::npos)
            m_place = at;
        return m_place;
    }

    void readTable(const json& table) {
        const std::string name = textOf(table, "TableName");
        const std::size_t place = placeOf(name);
        Entity* entity = m_draft.addEntity({}, name, place);
        if (!entity)
            return;
        const json* keys = member(table, "KeyAttributes");
        std::vector<AttributeId> primary;
        if (keys)
            for (const char* part : {"PartitionKey", "SortKey"})
                if (const json* key = member(*keys, part))
                    if (const Attribute* attribute = readAttribute(*entity, *key)) {
                        primary.push_back(attribute->id);
                        if (std::string_view(part) == "PartitionKey")
                            m_layout.partitionKeys[entity->id] = {attribute->id};
                    }
        if (primary.empty())
            m_draft.report(Severity::Error, place, fmt::format("the table {} has no partition key", name),
                           "DynamoDB refuses a table without one");
        else
            m_draft.setPrimaryKey(*entity, primary);
        if (const json* others = member(table, "NonKeyAttributes"); others && others->is_array())
            for (const json& other : *others)
                readAttribute(*entity, other);
        for (const char* kind : {"GlobalSecondaryIndexes", "LocalSecondaryIndexes"})
            if (const json* indexes = member(table, kind); indexes && indexes->is_array())
                for (const json& index : *indexes)
                    readIndex(*entity, index, std::string_view(kind) == "GlobalSecondaryIndexes");
        if (const json* items = member(table, "TableData"); items && items->is_array())
            readItems(*entity, *items);
        if (const json* facets = member(table, "TableFacets"); facets && facets->is_array() && !facets->empty())
            m_draft.report(Severity::Info, place,
                           fmt::format("{} facets of {} are not part of the model", facets->size(), name));
        for (const char* other : {"BillingMode", "ProvisionedCapacitySettings", "DataAccess"})
            if (member(table, other))
                m_draft.tally(place, "capacity and access settings of tables are not part of the model");
    }

    const Attribute* readAttribute(Entity& entity, const json& written) {
        const std::string name = textOf(written, "AttributeName");
        const std::size_t place = placeOf(name);
        if (const Attribute* known = entity.findByName(name)) { // several kinds of items share a table and its names
            const std::string word = textOf(written, "AttributeType");
            if (!(typeOf(word, name, place) == known->type))
                m_draft.report(
                    Severity::Info, place,
                    fmt::format("{}.{} is also of type {}: the first type is in the model", entity.name, name, word));
            return known;
        }
        Attribute* attribute = m_draft.addAttribute(entity, name, place);
        if (!attribute)
            return nullptr;
        attribute->type = typeOf(textOf(written, "AttributeType"), name, place);
        return attribute;
    }

    /// DynamoDB's descriptors of types (its API reference, AttributeValue).
    Type typeOf(const std::string& word, const std::string& name, std::size_t place) {
        Type type;
        if (word == "S") {
            type.kind = TypeKind::Text;
        } else if (word == "N") {
            type.kind = TypeKind::Decimal;
            type.precision = 0;
        } else if (word == "B") {
            type.kind = TypeKind::Binary;
        } else if (word == "BOOL") {
            type.kind = TypeKind::Bool;
        } else if (word == "M" || word == "L" || word == "NULL") {
            type.kind = TypeKind::Json;
        } else if (word == "SS" || word == "NS" || word == "BS") {
            type.kind = TypeKind::Array;
            type.element = std::make_shared<const Type>(typeOf(word.substr(0, 1), name, place));
        } else if (!word.empty()) {
            m_draft.report(Severity::Warning, place,
                           fmt::format("'{}' is no type of DynamoDB: {} counts as text", word, name));
        }
        return type;
    }

    void readIndex(Entity& entity, const json& written, bool global) {
        Index index;
        index.name = textOf(written, "IndexName");
        const std::size_t place = placeOf(index.name);
        if (const json* keys = member(written, "KeyAttributes"))
            for (const char* part : {"PartitionKey", "SortKey"})
                if (const json* key = member(*keys, part)) {
                    const std::string name = textOf(*key, "AttributeName");
                    const Attribute* known = entity.findByName(name);
                    if (!known)
                        known = readAttribute(entity, *key); // only its indexes name it
                    if (known)
                        index.parts.push_back({known->id, {}, false, {}, {}, {}});
                }
        if (const json* projection = member(written, "Projection");
            projection && textOf(*projection, "ProjectionType") == "INCLUDE")
            if (const json* included = member(*projection, "NonKeyAttributes"); included && included->is_array())
                for (const json& name : *included)
                    if (const Attribute* known =
                            name.is_string() ? entity.findByName(name.get<std::string>()) : nullptr)
                        index.include.push_back(known->id);
        if (index.parts.empty() || index.name.empty())
            return m_draft.report(Severity::Error, place,
                                  fmt::format("an index of {} has no name or no key", entity.name));
        index.id = m_draft.project.newId<IndexId>();
        index.method = IndexMethod::Other;
        index.methodName = global ? "gsi" : "lsi";
        entity.indexes.push_back(std::move(index));
    }

    /// Sample items say how wide the values are: the mean of each text.
    void readItems(Entity& entity, const json& items) {
        std::map<std::string, std::vector<double>> widths;
        for (const json& item : items) {
            if (!item.is_object())
                continue;
            for (const auto& [name, value] : item.items()) {
                if (!entity.findByName(name))
                    m_draft.tally(m_place, "attributes that only sample items have are not part of the model");
                const std::string text = textOf(value, "S");
                if (!text.empty())
                    widths[name].push_back(static_cast<double>(text.size()));
            }
        }
        for (const auto& [name, lengths] : widths)
            if (Attribute* attribute = attributeOf(entity, name)) {
                double sum = 0;
                for (const double length : lengths)
                    sum += length;
                attribute->statistics.averageBytes = sum / static_cast<double>(lengths.size());
            }
        if (!items.empty())
            m_draft.tally(m_place, "sample items: their widths are in the model, the items are not");
    }

    ImportDraft m_draft;
    Layout m_layout;
    std::size_t m_place = 0;
};

Result<Imported> readWorkbench(const std::vector<ImportSource>& sources, std::stop_token stop) {
    return WorkbenchReader(sources, std::move(stop)).run();
}

} // namespace

ImportFormat nosqlWorkbenchFormat() {
    return {
        "nosql-workbench", "NoSQL Workbench (DynamoDB)", {"dynamodb"}, {"json"}, sniffWorkbench, readWorkbench, false};
}

} // namespace shardscape::model
