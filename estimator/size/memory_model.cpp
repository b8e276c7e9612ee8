// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <fmt/format.h>

#include "estimator/size/family_models.h"
#include "estimator/size/memory.h"

namespace shardscape::estimator {

using namespace model;

namespace {

/// Keys of a memory engine: one value a row, a hash of the columns, or one text where there is a single column.
///
/// A cache entry of a point read is a row; of a list it is the page that was asked for. The key is the first column's
/// composition.
class MemoryModel : public SizeModel {
public:
    MemoryModel(const SizeContext& context, const Structure& structure, const char* prefix)
        : m_context(context)
        , m_structure(structure)
        , m_prefix(prefix)
        , m_memory(context.profile, prefix) {
        bool keyKnown = false;
        for (const StructureColumn& column : structure.columns) {
            if (!keyKnown && !column.composition.empty()) {
                m_keyBytes = compositionBytes(context, column.composition);
                keyKnown = true;
                continue;
            }
            const Entity* entity = context.project.entities.find(column.source.entity);
            const Attribute* attribute = entity ? entity->find(column.source.attribute) : nullptr;
            const double present = attribute ? 1 - nullShare(*attribute) : 1;
            const double value =
                attribute ? textBytes(context, *entity, *attribute) : compositionBytes(context, column.composition);
            m_fields.push_back({static_cast<double>(column.name.size()), value * present, false});
            m_payload += value * present;
        }
        m_rowsOfKey = rowsOfKey();
    }

    StructureEstimate now() const override {
        StructureEstimate out;
        out.name = m_structure.name;
        out.entity = m_structure.entity;
        const Figure rows = rowsFigure(m_context, m_structure.entity);
        const double keys = keysOf(rows.value());
        out.rows =
            m_rowsOfKey <= 1
                ? rows
                : Figure::derived("keys of " + m_structure.name, keys, Unit::Rows, "rows ÷ rows behind one key",
                                  {rows, Figure::leaf("rows behind one key", m_rowsOfKey, Unit::None, Origin::Default,
                                                      "from the fan-out of the key, at most a page")});
        const double bytes = entryBytes(keys);
        std::vector<Figure> inputs{
            Figure::leaf("key", m_keyBytes, Unit::Bytes, Origin::Default, "its composition written as text"),
            Figure::leaf("payload", m_payload * std::max(1.0, m_rowsOfKey), Unit::Bytes, Origin::Default,
                         "the columns written as text")};
        for (const char* constant :
             {"allocator_quantum_bytes", "object_bytes", "dictionary_entry_bytes", "bucket_bytes"})
            inputs.push_back(m_context.leaves(std::string(m_prefix) + "storage." + constant));
        out.rowBytes = Figure::derived(
            "memory of a key", bytes, Unit::Bytes,
            "key, its entry in the dictionary and the value, each rounded to a size of the allocator", inputs);
        const Figure& fragmentation = m_context.leaves(std::string(m_prefix) + "storage.fragmentation_ratio");
        out.tableBytes =
            Figure::derived("memory of " + m_structure.name, keys * bytes * fragmentation.value(), Unit::Bytes,
                            "keys × memory of a key × fragmentation", {out.rows, out.rowBytes, fragmentation});
        out.totalBytes = Figure::derived("bytes of " + m_structure.name, out.tableBytes.value(), Unit::Bytes, "memory",
                                         {out.tableBytes});
        return out;
    }

    double bytes(const RowsOf& rowsOf) const override {
        const double keys = keysOf(rowsOf(m_structure.entity));
        return keys * entryBytes(keys) * m_context.profile.value(std::string(m_prefix) + "storage.fragmentation_ratio");
    }

private:
    double keysOf(double rows) const { return rows / std::max(1.0, m_rowsOfKey); }

    /// A cached list holds the rows of its key, at most one page of them.
    double rowsOfKey() const {
        std::vector<AttributeId> key;
        for (const StructureKeyPart& part : m_structure.partitionKey)
            if (const StructureColumn* column = m_structure.find(part.column);
                column && column->source.entity == m_structure.entity)
                key.push_back(column->source.attribute);
        double rows = 1;
        for (PatternId id : m_structure.serves) {
            const AccessPattern* pattern = m_context.project.patterns.find(id);
            if (!pattern || pattern->entity != m_structure.entity)
                continue;
            std::vector<AttributeId> equal = key;
            if (equal.empty())
                for (const Predicate& predicate : pattern->predicates)
                    if (predicate.comparison == Comparison::Equal && predicate.column.entity == m_structure.entity)
                        equal.push_back(predicate.column.attribute);
            const double all = equal.empty() ? 1 : m_context.cardinality.rowsPerValue(m_structure.entity, equal);
            const double page = pattern->limit.value_or(pattern->pageSize.value_or(all));
            rows = std::max(rows, std::min(all, page));
        }
        return rows;
    }

    double entryBytes(double keys) const {
        const bool expires = m_structure.ttlSeconds.has_value();
        double value = 0;
        if (m_rowsOfKey > 1) // a list is kept as one text
            value = m_memory.string(m_rowsOfKey * (m_payload + static_cast<double>(m_fields.size())));
        else
            value = m_fields.size() > 1 ? m_memory.hash(m_fields) : m_memory.string(m_payload);
        return m_memory.key(m_keyBytes, keys, expires) + value;
    }

    const SizeContext& m_context;
    const Structure& m_structure;
    const char* m_prefix;
    RedisMemory m_memory;
    double m_keyBytes = 16;
    double m_payload = 0;
    double m_rowsOfKey = 1;
    std::vector<RedisMemory::Field> m_fields;
};

} // namespace

std::unique_ptr<SizeModel> memoryModel(const SizeContext& context, const Structure& structure, const char* prefix) {
    return std::make_unique<MemoryModel>(context, structure, prefix);
}

} // namespace shardscape::estimator
