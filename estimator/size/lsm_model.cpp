// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "estimator/size/family_models.h"
#include "estimator/size/lsm.h"
#include "model/physical/copies.h"

namespace shardscape::estimator {

using namespace model;

namespace {

class LsmModel : public SizeModel {
public:
    LsmModel(const SizeContext& context, const Structure& structure)
        : m_context(context)
        , m_structure(structure)
        , m_copies(copiesOf(context.cardinality, structure, structure.entity)) {
        const auto isKey = [](const std::vector<StructureKeyPart>& parts, const std::string& name) {
            return std::any_of(parts.begin(), parts.end(),
                               [&](const StructureKeyPart& part) { return part.column == name; });
        };
        m_keys = 1;
        for (const StructureColumn& column : structure.columns) {
            const LsmColumn stored = lsmColumn(column);
            if (isKey(structure.partitionKey, column.name)) {
                m_input.partitionKey.push_back(stored);
                m_keys *= distinctOf(column);
            } else if (isKey(structure.sortKey, column.name)) {
                m_input.clustering.push_back(stored);
            } else {
                m_input.regular.push_back(stored);
            }
        }
        const Entity* entity = context.project.entities.find(structure.entity);
        m_input.expires =
            entity && entity->volume.daysInEngine().has_value() && entity->volume.removal != RowRemoval::RowByRow;
    }

    StructureEstimate now() const override {
        StructureEstimate out;
        out.name = m_structure.name;
        out.entity = m_structure.entity;
        out.rows = rowsFigure(m_context, m_structure.entity);
        if (m_copies > 1)
            out.rows = Figure::derived("rows of " + m_structure.name, out.rows.value() * m_copies, Unit::Rows,
                                       "rows × copies by the joins that the table holds",
                                       {out.rows, Figure::leaf("copies of a row", m_copies, Unit::None, Origin::Default,
                                                               "mean fan-outs of those joins")});
        const LsmSize size = sizeOf(out.rows.value());
        const double partitions = partitionsOf(out.rows.value());
        auto& leaves = m_context.leaves;
        std::vector<Figure> columns;
        for (const StructureColumn& column : m_structure.columns)
            columns.push_back(columnFigure(column));
        columns.push_back(leaves("storage.row_flags_bytes"));
        columns.push_back(leaves("storage.row_timestamp_bytes"));
        columns.push_back(leaves("storage.cell_flags_bytes"));
        if (!m_input.clustering.empty())
            columns.push_back(leaves("storage.clustering_header_bytes"));
        const Figure row =
            Figure::derived("bytes of a row, uncompressed", size.rowBytes, Unit::Bytes,
                            "flags + clustering columns + timestamp + a flag and a value for each cell", columns);
        const Figure partitionCount = Figure::derived(
            "partitions", partitions, Unit::None, "different values of the partition key, at most rows",
            {out.rows, Figure::leaf("different keys", std::min(m_keys, out.rows.value()), Unit::None, Origin::Default,
                                    "stated, or taken from keys, types and fan-outs of the columns")});
        const Figure raw = Figure::derived("bytes before compression", size.rawBytes, Unit::Bytes,
                                           "rows × bytes of a row + partitions × (header + key + end)",
                                           {out.rows, row, partitionCount, leaves("storage.partition_header_bytes"),
                                            leaves("storage.partition_end_bytes")});
        out.tableBytes = Figure::derived(
            "table " + m_structure.name, size.bytes, Unit::Bytes,
            fmt::format(
                "bytes before compression × compression ratio (± {:.0f} %) + partition index and Bloom filter ({})",
                100 * m_context.profile.value("storage.compression_uncertainty_ratio") /
                    m_context.profile.value("storage.compression_ratio"),
                format(size.indexBytes, Unit::Bytes)),
            {raw, leaves("storage.compression_ratio"), leaves("storage.partition_index_bytes"),
             leaves("storage.bloom_filter_false_ratio"), partitionCount});
        out.rowBytes = Figure::derived("bytes of a row on disk",
                                       out.rows.value() > 0 ? size.bytes / out.rows.value() : size.rowBytes,
                                       Unit::Bytes, "table ÷ rows", {out.tableBytes, out.rows});
        std::vector<Figure> parts{out.tableBytes};
        double total = size.bytes;
        for (const StructureIndex& index : m_structure.indexes) {
            out.indexes.push_back({index.name, indexFigure(index, out.rows)});
            parts.push_back(out.indexes.back().bytes);
            total += parts.back().value();
        }
        out.totalBytes =
            Figure::derived("bytes of " + m_structure.name, total, Unit::Bytes, "table + indexes", std::move(parts));
        return out;
    }

    double bytes(const RowsOf& rowsOf) const override {
        const double rows = rowsOf(m_structure.entity) * m_copies;
        double total = sizeOf(rows).bytes;
        for (const StructureIndex& index : m_structure.indexes)
            total += indexBytes(index, rows);
        return total;
    }

private:
    double distinctOf(const StructureColumn& column) const {
        if (column.buckets > 0)
            return column.buckets;
        return column.source.entity ? m_context.cardinality.distinct(column.source.entity, column.source.attribute) : 1;
    }

    double partitionsOf(double rows) const {
        const double now = std::max(1.0, m_context.cardinality.rows(m_structure.entity) * m_copies);
        // New rows bring new keys in proportion where every row has its own, else they lengthen partitions.
        const double keys = m_keys >= now ? rows : m_keys;
        return std::clamp(keys, std::min(1.0, rows), std::max(rows, 0.0));
    }

    LsmColumn lsmColumn(const StructureColumn& column) const {
        LsmColumn out;
        const Entity* entity = m_context.project.entities.find(column.source.entity);
        const Attribute* attribute = entity ? entity->find(column.source.attribute) : nullptr;
        out.nullShare = attribute ? nullShare(*attribute) : 0;
        if (const auto width =
                m_context.profile.find(std::string("types.") + model::name(column.type.kind) + ".width_bytes")) {
            out.bytes = *width;
            return out;
        }
        out.lengthPrefixed = true;
        out.bytes = attribute ? valueBytes(*entity, *attribute) : compositionBytes(m_context, column.composition);
        return out;
    }

    double valueBytes(const Entity& entity, const Attribute& attribute) const {
        switch (attribute.type.kind) {
        case TypeKind::Int16: return 2;
        case TypeKind::Date: return 4;
        case TypeKind::Time: return 8;
        case TypeKind::GeoPoint: return 24; // two doubles, each with its length of 4
        case TypeKind::Interval: return 6;  // three variable-length integers
        case TypeKind::Enum: return textBytes(m_context, entity, attribute);
        case TypeKind::Decimal: // scale of 4 bytes and the digits in binary
            return 4 + std::ceil((digitsOf(attribute, 0) * std::log2(10.0) + 1) / 8);
        default: return payloadFigure(m_context, entity, attribute).value();
        }
    }

    LsmSize sizeOf(double rows) const {
        LsmInput input = m_input;
        input.rows = rows;
        input.partitions = partitionsOf(rows);
        return lsmSize(input, m_context.profile);
    }

    /// A secondary index is a hidden table: the value is its partition key, the base row's key its clustering.
    double indexBytes(const StructureIndex& index, double rows) const {
        LsmInput input;
        double keys = 1;
        for (const StructureKeyPart& part : index.parts)
            if (const StructureColumn* column = m_structure.find(part.column)) {
                input.partitionKey.push_back(lsmColumn(*column));
                keys *= distinctOf(*column);
            }
        input.clustering = m_input.partitionKey;
        input.clustering.insert(input.clustering.end(), m_input.clustering.begin(), m_input.clustering.end());
        input.rows = rows;
        input.partitions = std::min(rows, keys);
        return lsmSize(input, m_context.profile).bytes;
    }

    Figure indexFigure(const StructureIndex& index, const Figure& rows) const {
        return Figure::derived(index.name, indexBytes(index, rows.value()), Unit::Bytes,
                               "a hidden table: the value as partition key, the keys of its rows behind it, compressed",
                               {rows, m_context.leaves("storage.compression_ratio")});
    }

    Figure columnFigure(const StructureColumn& column) const {
        const LsmColumn stored = lsmColumn(column);
        const Entity* entity = m_context.project.entities.find(column.source.entity);
        const Attribute* attribute = entity ? entity->find(column.source.attribute) : nullptr;
        if (!stored.lengthPrefixed && stored.nullShare <= 0)
            return m_context.leaves(std::string("types.") + model::name(column.type.kind) + ".width_bytes")
                .renamed(column.name);
        std::vector<Figure> inputs;
        std::string formula = "value";
        if (!stored.lengthPrefixed) {
            inputs.push_back(m_context.leaves(std::string("types.") + model::name(column.type.kind) + ".width_bytes"));
        } else {
            inputs.push_back(
                attribute && isVariableLength(attribute->type) && attribute->type.kind != TypeKind::Decimal
                    ? payloadFigure(m_context, *entity, *attribute).renamed("mean length")
                    : Figure::leaf("mean length", stored.bytes, Unit::Bytes, Origin::Default,
                                   attribute ? "as the type is encoded" : "as composed: " + column.composition));
            formula = "length + value";
        }
        if (stored.nullShare > 0 && attribute) {
            inputs.push_back(Figure::leaf("share of nulls", stored.nullShare, Unit::Percent, Origin::User)
                                 .withPath(fmt::format("entity:{}/attribute:{}/null_fraction", entity->id.value,
                                                       attribute->id.value)));
            formula = "(" + formula + ") × (1 − share of nulls)";
        }
        const double value = stored.bytes + (stored.lengthPrefixed ? vintBytes(stored.bytes) : 0);
        return Figure::derived(column.name, (1 - stored.nullShare) * value, Unit::Bytes, std::move(formula),
                               std::move(inputs));
    }

    const SizeContext& m_context;
    const Structure& m_structure;
    double m_copies; ///< rows of the table for one row of the entity
    LsmInput m_input;
    double m_keys = 1; ///< different partition keys now, not limited by rows
};

} // namespace

std::unique_ptr<SizeModel> lsmModel(const SizeContext& context, const Structure& structure) {
    return std::make_unique<LsmModel>(context, structure);
}

} // namespace shardscape::estimator
