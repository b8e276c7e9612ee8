// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

#include <fmt/format.h>

#include "estimator/size/family_models.h"
#include "estimator/size/item.h"

namespace shardscape::estimator {

using namespace model;

namespace {

/// Items of several entities in one table or global index; each entity has its own mean item.
class ItemModel : public SizeModel {
public:
    ItemModel(const SizeContext& context, const Structure& structure)
        : m_context(context)
        , m_structure(structure) {
        std::vector<EntityId> entities = structure.entities;
        if (entities.empty())
            entities.push_back(structure.entity);
        // Columns by whose they are; synthetic ones belong to nobody. A table of a thousand entities has many.
        std::unordered_map<EntityId, std::vector<const StructureColumn*>> columns;
        for (const StructureColumn& column : structure.columns)
            columns[column.source.entity].push_back(&column);
        for (EntityId entity : entities)
            m_items.push_back(prepare(entity, columns[entity], columns[EntityId{}]));
    }

    StructureEstimate now() const override {
        StructureEstimate out;
        out.name = m_structure.name;
        out.entity = m_structure.entity;
        const Figure& overhead = m_context.leaves(overheadKey());
        double rows = 0, bytes = 0;
        std::vector<Figure> rowParts, byteParts;
        for (const Item& item : m_items) {
            const Figure count = rowsFigure(m_context, item.entity);
            const double share = item.present;
            const double items = count.value() * share;
            rows += items;
            const double all = items * (item.bytes + overhead.value());
            bytes += all;
            std::vector<Figure> attributes;
            for (const auto& [name, attribute] : item.attributes)
                attributes.push_back(attributeFigure(item.entity, name, attribute));
            const Entity* entity = m_context.project.entities.find(item.entity);
            const std::string word = entity ? entity->name : m_structure.name;
            const Figure size = Figure::derived("bytes of an item of " + word, item.bytes, Unit::Bytes,
                                                "names and values of its attributes", std::move(attributes));
            out.itemBytes.emplace(item.entity, size);
            rowParts.push_back(count);
            byteParts.push_back(Figure::derived(
                "items of " + word, all, Unit::Bytes,
                share < 1
                    ? fmt::format("items × {:.0f} % that have the index's keys × (bytes + index overhead)", share * 100)
                    : std::string("items × (bytes + index overhead)"),
                {count, size, overhead}));
        }
        out.rows = m_items.size() == 1 && m_items.front().present >= 1
                       ? rowParts.front()
                       : Figure::derived("items of " + m_structure.name, rows, Unit::Rows,
                                         "items of all entities in it", rowParts);
        out.tableBytes =
            Figure::derived("table " + m_structure.name, bytes, Unit::Bytes, "sum over the entities in it", byteParts);
        out.rowBytes = Figure::derived("bytes of an item with its overhead", rows > 0 ? bytes / rows : 0, Unit::Bytes,
                                       "table ÷ items", {out.tableBytes, out.rows});
        out.totalBytes = Figure::derived("bytes of " + m_structure.name, bytes, Unit::Bytes, "table", {out.tableBytes});
        return out;
    }

    double bytes(const RowsOf& rowsOf) const override {
        const double overhead = m_context.profile.value(overheadKey());
        double total = 0;
        for (const Item& item : m_items)
            total += rowsOf(item.entity) * item.present * (item.bytes + overhead);
        return total;
    }

private:
    struct Item {
        EntityId entity;
        double bytes = 0;
        double present = 1; ///< share of items that have the keys: global indexes are sparse
        std::vector<std::pair<std::string, ItemAttribute>> attributes;
    };

    const char* overheadKey() const {
        return m_structure.kind == StructureKind::GlobalIndex ? "storage.index_entry_bytes"
                                                              : "storage.item_index_bytes";
    }

    const ItemKey* keyOf(EntityId entity) const {
        for (const ItemKey& key : m_structure.items)
            if (key.entity == entity)
                return &key;
        return nullptr;
    }

    bool isKeyColumn(const std::string& name) const {
        const auto named = [&](const StructureKeyPart& part) { return part.column == name; };
        return std::any_of(m_structure.partitionKey.begin(), m_structure.partitionKey.end(), named) ||
               std::any_of(m_structure.sortKey.begin(), m_structure.sortKey.end(), named);
    }

    Item prepare(EntityId entityId, const std::vector<const StructureColumn*>& own,
                 const std::vector<const StructureColumn*>& synthetic) const {
        Item item;
        item.entity = entityId;
        const Entity* entity = m_context.project.entities.find(entityId);
        const ItemKey* key = keyOf(entityId);
        const auto composed = [&](const std::vector<StructureKeyPart>& parts, const std::string& text) {
            if (!parts.empty() && !text.empty())
                item.attributes.push_back(
                    {parts.front().column,
                     {static_cast<double>(parts.front().column.size()), compositionBytes(m_context, text), 0}});
        };
        if (key) {
            composed(m_structure.partitionKey, key->partition);
            composed(m_structure.sortKey, key->sort);
        }
        const auto nameBytes = [](const StructureColumn& column) { return static_cast<double>(column.name.size()); };
        for (const StructureColumn* column : own) {
            const Attribute* attribute = entity ? entity->find(column->source.attribute) : nullptr;
            if (!attribute)
                continue;
            const double nulls = nullShare(*attribute);
            // An index holds only items that have its keys.
            const bool keyed = isKeyColumn(column->name);
            if (keyed && m_structure.kind == StructureKind::GlobalIndex)
                item.present *= 1 - nulls;
            item.attributes.push_back(
                {column->name, {nameBytes(*column), valueBytes(*entity, *attribute), keyed ? 0 : nulls}});
        }
        for (const StructureColumn* column : synthetic)
            if (!(key && isKeyColumn(column->name)))
                item.attributes.push_back(
                    {column->name, {nameBytes(*column), compositionBytes(m_context, column->composition), 0}});
        std::vector<ItemAttribute> values;
        for (const auto& [name, attribute] : item.attributes)
            values.push_back(attribute);
        item.bytes = itemBytes(values);
        return item;
    }

    double valueBytes(const Entity& entity, const Attribute& attribute) const {
        switch (attribute.type.kind) {
        case TypeKind::Int16:
        case TypeKind::Int32:
        case TypeKind::Int64:
        case TypeKind::Float:
        case TypeKind::Double:
        case TypeKind::Decimal:
            return numberBytes(digitsOf(attribute, m_context.cardinality.distinct(entity.id, attribute.id)));
        case TypeKind::Json:
        case TypeKind::Array:
            return m_context.profile.value("storage.map_bytes") + textBytes(m_context, entity, attribute);
        default: break;
        }
        const auto width =
            m_context.profile.find(std::string("types.") + model::name(attribute.type.kind) + ".width_bytes");
        return width ? *width : textBytes(m_context, entity, attribute);
    }

    Figure attributeFigure(EntityId entityId, const std::string& name, const ItemAttribute& attribute) const {
        const Entity* entity = m_context.project.entities.find(entityId);
        const Attribute* source = entity ? entity->findByName(name) : nullptr;
        std::vector<Figure> inputs{Figure::leaf("name", attribute.nameBytes, Unit::Bytes, Origin::Default,
                                                "characters of the attribute's name")};
        const auto key =
            source ? std::string("types.") + model::name(source->type.kind) + ".width_bytes" : std::string();
        if (source && m_context.profile.find(key))
            inputs.push_back(m_context.leaves(key));
        else if (source && isVariableLength(source->type) && source->type.kind != TypeKind::Decimal)
            inputs.push_back(payloadFigure(m_context, *entity, *source).renamed("mean length"));
        else
            inputs.push_back(
                Figure::leaf("value", attribute.valueBytes, Unit::Bytes, Origin::Default,
                             source ? "two digits a byte and one more" : "mean length of the composed key"));
        if (attribute.nullShare > 0 && source)
            inputs.push_back(
                Figure::leaf("share of nulls", attribute.nullShare, Unit::Percent, Origin::User)
                    .withPath(fmt::format("entity:{}/attribute:{}/null_fraction", entityId.value, source->id.value)));
        return Figure::derived(
            name, (1 - attribute.nullShare) * (attribute.nameBytes + attribute.valueBytes), Unit::Bytes,
            attribute.nullShare > 0 ? "(name + value) × (1 − share of nulls)" : "name + value", std::move(inputs));
    }

    const SizeContext& m_context;
    const Structure& m_structure;
    std::vector<Item> m_items;
};

} // namespace

std::unique_ptr<SizeModel> itemModel(const SizeContext& context, const Structure& structure) {
    return std::make_unique<ItemModel>(context, structure);
}

} // namespace shardscape::estimator
