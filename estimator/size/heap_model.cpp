// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <fmt/format.h>

#include "estimator/size/family_models.h"
#include "estimator/size/key_order.h"

namespace shardscape::estimator {

using namespace model;

namespace {

/// "fillfactor=70" among storage parameters, as a share; 0 when there is none.
double fillfactorOf(const std::string& options) {
    const std::size_t at = options.find("fillfactor");
    if (at == std::string::npos)
        return 0;
    const std::size_t digits = options.find_first_of("0123456789", at);
    const double percent = digits == std::string::npos ? 0 : std::strtod(options.c_str() + digits, nullptr);
    return percent >= 10 && percent <= 100 ? percent / 100 : 0;
}

/// Types whose equal values may look different, so that PostgreSQL does not merge their entries.
bool deduplicates(const Type& type) {
    switch (type.kind) {
    case TypeKind::Decimal:
    case TypeKind::Float:
    case TypeKind::Double:
    case TypeKind::Json:
    case TypeKind::Array: return false;
    default: return true;
    }
}

class HeapModel : public SizeModel {
public:
    HeapModel(const SizeContext& context, const Structure& structure)
        : m_context(context)
        , m_structure(structure) {
        const Entity* entity = context.project.entities.find(structure.entity);
        if (const double stated = entity ? fillfactorOf(entity->options) : 0; stated > 0)
            m_fillfactor = stated;
        m_columns.reserve(structure.columns.size());
        for (const StructureColumn& column : structure.columns)
            m_columns.push_back(heapColumn(column));
        m_indexes.reserve(structure.indexes.size());
        for (const StructureIndex& index : structure.indexes)
            m_indexes.push_back(prepare(index));
    }

    StructureEstimate now() const override {
        StructureEstimate out;
        out.name = m_structure.name;
        out.entity = m_structure.entity;
        out.rows = rowsFigure(m_context, m_structure.entity);
        const HeapSize size = heap(out.rows.value());
        out.rowBytes = rowFigure(size, out.rows);
        out.tableBytes = tableFigure(size, out.rows, out.rowBytes);
        std::vector<Figure> parts{out.tableBytes};
        double total = out.tableBytes.value();
        for (std::size_t i = 0; i < m_indexes.size(); ++i) {
            out.indexes.push_back({m_structure.indexes[i].name, indexFigure(i, out.rows, size)});
            parts.push_back(out.indexes.back().bytes);
            total += parts.back().value();
        }
        out.totalBytes =
            Figure::derived("bytes of " + m_structure.name, total, Unit::Bytes, "table + indexes", std::move(parts));
        return out;
    }

    double bytes(const RowsOf& rowsOf) const override {
        const double rows = rowsOf(m_structure.entity);
        const HeapSize size = heap(rows);
        double total = size.bytes;
        for (std::size_t i = 0; i < m_indexes.size(); ++i)
            total += indexBytes(i, rows, size.pages);
        return total;
    }

private:
    struct PreparedIndex {
        BTreeInput input;    ///< for one row in the table: "rows", "distinct" and "series" are set later
        double share = 1;    ///< of rows, for partial indexes
        double distinct = 0; ///< different keys now; 0 = as many as rows
        double series = 0;
        IndexMethod method = IndexMethod::BTree;
        double elements = 1; ///< GIN: keys of a row
    };

    HeapColumn heapColumn(const StructureColumn& column) const {
        const Entity* entity = m_context.project.entities.find(column.source.entity);
        const Attribute* attribute = entity ? entity->find(column.source.attribute) : nullptr;
        HeapColumn out;
        out.nullShare = attribute ? nullShare(*attribute) : 0;
        const std::string key = std::string("types.") + model::name(column.type.kind);
        if (const auto width = m_context.profile.find(key + ".width_bytes")) {
            out.bytes = *width;
            out.align = m_context.profile.find(key + ".align_bytes").value_or(1);
            return out;
        }
        out.variable = true;
        out.movable = column.type.kind != TypeKind::Decimal;
        out.align = 4;
        if (!attribute) {
            out.bytes = compositionBytes(m_context, column.composition);
            return out;
        }
        out.bytes = payload(*entity, *attribute);
        out.deviation = payloadDeviation(*attribute, out.bytes);
        if (out.movable)
            out.lengths = lengthsOf(*attribute, out.bytes);
        // varchar(n) that cannot grow past a page stays in line, yet PostgreSQL gives it a TOAST table beyond 2 kB
        // only.
        if (column.type.kind == TypeKind::String && column.type.length > 0 &&
            4.0 * column.type.length < m_context.heap.toastThreshold && alwaysShort())
            out.movable = false;
        return out;
    }

    /// Whether all columns together cannot exceed the limit of rows that stay in line: then there is no TOAST table.
    bool alwaysShort() const {
        double most = 0;
        for (const StructureColumn& column : m_structure.columns) {
            const auto width =
                m_context.profile.find(std::string("types.") + model::name(column.type.kind) + ".width_bytes");
            if (width)
                most += *width;
            else if (column.type.kind == TypeKind::String && column.type.length > 0)
                most += 4.0 * column.type.length + 4; // up to four bytes a character in UTF-8
            else if (column.type.kind != TypeKind::Decimal || column.type.precision == 0)
                return false;
        }
        return most < m_context.heap.toastThreshold;
    }

    double payload(const Entity& entity, const Attribute& attribute) const {
        if (attribute.type.kind == TypeKind::Decimal && !attribute.statistics.averageBytes) {
            // Groups of four digits on either side of the point.
            const double header = m_context.profile.value("storage.numeric_header_bytes");
            const double group = m_context.profile.value("storage.numeric_digit_group_bytes");
            if (attribute.type.precision <= 0)
                return header + 3 * group;
            const double whole = attribute.type.precision - attribute.type.scale;
            return header + group * (std::ceil(whole / 4) + std::ceil(attribute.type.scale / 4.0));
        }
        const double bytes = payloadFigure(m_context, entity, attribute).value();
        // An array of one dimension has a header of 24 bytes, the length word among them.
        return attribute.type.kind == TypeKind::Array
                   ? bytes + m_context.profile.value("storage.array_header_bytes") - 4
                   : bytes;
    }

    HeapSize heap(double rows) const {
        HeapSize size = heapSize(rows / m_context.partitions, m_columns, m_fillfactor, m_context.heap);
        size.pages *= m_context.partitions;
        size.mapPages *= m_context.partitions;
        size.toastBytes *= m_context.partitions;
        size.bytes *= m_context.partitions;
        return size;
    }

    const Attribute* attributeOf(const std::string& name) const {
        const StructureColumn* column = m_structure.find(name);
        return column ? m_context.project.find(column->source) : nullptr;
    }

    PreparedIndex prepare(const StructureIndex& index) const {
        PreparedIndex out;
        out.method = indexMethodOf(index.method).value_or(IndexMethod::BTree);
        std::vector<HeapColumn> keys, included;
        std::vector<AttributeId> columns;
        double allNull = 1;
        bool known = true, merges = index.include.empty();
        for (const StructureKeyPart& part : index.parts) {
            const StructureColumn* column = m_structure.find(part.column);
            const Attribute* attribute = attributeOf(part.column);
            HeapColumn key{32, 4, true, 10, 0, false}; // an expression
            if (column)
                key = heapColumn(*column);
            allNull *= key.nullShare;
            key.nullShare = 0;
            keys.push_back(key);
            if (attribute) {
                merges = merges && deduplicates(attribute->type);
                columns.push_back(attribute->id);
            } else {
                known = false;
            }
        }
        for (const std::string& name : index.include)
            if (const StructureColumn* column = m_structure.find(name))
                included.push_back(heapColumn(*column));
        BTreeInput& in = out.input;
        const Walk walk = walkColumns(keys, m_context.heap);
        in.keyBytes = walk.bytes;
        in.fixedWidth = walk.variance < 1e-6;
        if (!included.empty()) {
            std::vector<HeapColumn> all = keys;
            all.insert(all.end(), included.begin(), included.end());
            in.includeBytes = walkColumns(all, m_context.heap).bytes - walk.bytes;
        }
        in.nullShare = index.parts.size() == 1 ? allNull : 0;
        in.deduplicates = merges && !index.unique && !index.primary;
        in.mergesNulls = merges;
        out.distinct =
            index.unique || index.primary || !known ? 0 : distinctCombinations(m_context, m_structure.entity, columns);
        if (!index.predicate.empty())
            out.share = kPartialShare;
        if (const Index* declared = declaredIndex(index))
            in.fillfactor = fillfactorOf(declared->options);
        const KeyOrder order = keyOrder(m_context, m_structure.entity, orderedColumns(m_context, m_structure, index));
        in.arrival = order.arrival;
        out.series = order.series;
        return out;
    }

    const Index* declaredIndex(const StructureIndex& index) const {
        const Entity* entity = m_context.project.entities.find(m_structure.entity);
        if (!entity || !index.declared)
            return nullptr;
        auto at = std::find_if(entity->indexes.begin(), entity->indexes.end(),
                               [&](const Index& declared) { return declared.id == index.declared; });
        return at == entity->indexes.end() ? nullptr : &*at;
    }

    double indexBytes(std::size_t i, double tableRows, double heapPages) const {
        const PreparedIndex& index = m_indexes[i];
        const double now = std::max(1.0, m_context.cardinality.rows(m_structure.entity));
        const double rows = tableRows * index.share / m_context.partitions;
        const double distinct = index.distinct > 0 ? std::min(rows, index.distinct / m_context.partitions) : rows;
        const BTreeConstants& c = m_context.heap.btree;
        const auto constant = [&](const char* key) { return m_context.profile.value(key); };
        double bytes = 0;
        switch (index.method) {
        case IndexMethod::Hash: bytes = hashIndexBytes(rows, constant("storage.hash_rows_per_bucket_count"), c); break;
        case IndexMethod::Gin:
            bytes = ginIndexBytes(rows, kGinKeysPerRow, std::min(rows, kGinKeys), index.input.keyBytes, c);
            break;
        case IndexMethod::Gist:
        case IndexMethod::SpGist:
        case IndexMethod::Bloom:
        case IndexMethod::Other: bytes = gistIndexBytes(rows, index.input.keyBytes, c); break;
        case IndexMethod::Brin:
            bytes = brinIndexBytes(heapPages / m_context.partitions, constant("storage.brin_pages_per_range_count"),
                                   constant("storage.brin_tuple_bytes"), c);
            break;
        case IndexMethod::BTree: {
            BTreeInput input = index.input;
            input.rows = rows;
            input.distinct = distinct;
            // Series grow in length as the table grows.
            input.series = index.series > 0 ? std::min(rows, index.series * std::min(1.0, tableRows / now)) : 0;
            bytes = btreeSize(input, c).bytes;
            break;
        }
        }
        return bytes * m_context.partitions;
    }

    // --- figures

    Figure columnFigure(std::size_t i) const {
        const StructureColumn& column = m_structure.columns[i];
        const HeapColumn& heap = m_columns[i];
        const Entity* entity = m_context.project.entities.find(column.source.entity);
        const Attribute* attribute = entity ? entity->find(column.source.attribute) : nullptr;
        std::vector<Figure> inputs;
        std::string formula;
        double mean = 0;
        const double present = 1 - heap.nullShare;
        if (!heap.variable) {
            const Figure& width =
                m_context.leaves(std::string("types.") + model::name(column.type.kind) + ".width_bytes");
            mean = width.value();
            if (heap.nullShare <= 0)
                return width; // one shared figure for each type
            inputs.push_back(width);
            formula = "width";
        } else {
            const bool isShort = heap.bytes <= m_context.heap.shortMost;
            if (attribute && attribute->type.kind == TypeKind::Decimal && !attribute->statistics.averageBytes) {
                inputs.push_back(m_context.leaves("storage.numeric_header_bytes"));
                inputs.push_back(m_context.leaves("storage.numeric_digit_group_bytes"));
                formula = fmt::format("length header + numeric header + a group for each four digits of ({}, {})",
                                      attribute->type.precision, attribute->type.scale);
            } else if (attribute) {
                inputs.push_back(payloadFigure(m_context, *entity, *attribute).renamed("mean length"));
                formula = attribute->type.kind == TypeKind::Array ? "length header + array header + elements"
                                                                  : "length header + mean length";
            } else {
                inputs.push_back(
                    Figure::leaf("composed value", heap.bytes, Unit::Bytes, Origin::Default, column.composition));
                formula = "length header + mean length";
            }
            const Figure& header =
                m_context.leaves(isShort ? "storage.short_value_header_bytes" : "storage.long_value_header_bytes");
            mean = header.value() + heap.bytes;
            inputs.push_back(header);
        }
        if (heap.nullShare > 0 && attribute) {
            inputs.push_back(Figure::leaf("share of nulls", heap.nullShare, Unit::Percent, Origin::User)
                                 .withPath(fmt::format("entity:{}/attribute:{}/null_fraction", entity->id.value,
                                                       attribute->id.value)));
            formula = "(" + formula + ") × (1 − share of nulls)";
        }
        return Figure::derived(column.name, mean * present, Unit::Bytes, std::move(formula), std::move(inputs));
    }

    Figure rowFigure(const HeapSize& size, const Figure& rows) const {
        std::vector<Figure> inputs;
        inputs.reserve(m_columns.size() + 4);
        for (std::size_t i = 0; i < m_columns.size(); ++i)
            inputs.push_back(columnFigure(i).renamed(m_structure.columns[i].name));
        inputs.push_back(m_context.leaves("storage.tuple_header_bytes"));
        inputs.push_back(m_context.leaves("storage.tuple_align_bytes"));
        inputs.push_back(m_context.leaves("storage.item_pointer_bytes"));
        std::string formula =
            fmt::format("columns in their order with padding ({:.1f} B), header with null bitmap ({:.0f} B), rounded "
                        "up to the alignment, + item pointer",
                        size.dataBytes, size.headerBytes);
        if (size.toastBytes > 0 && rows.value() > 0 && size.toastRows > 0) {
            inputs.push_back(m_context.leaves("storage.toast_threshold_bytes"));
            formula += fmt::format("; {:.0f} % of the rows keep a long value out of line", size.toastRows * 100);
        }
        return Figure::derived("bytes of a row in its page", size.entryBytes, Unit::Bytes, std::move(formula),
                               std::move(inputs));
    }

    Figure tableFigure(const HeapSize& size, const Figure& rows, const Figure& row) const {
        std::string formula = fmt::format("⌈rows ÷ rows of a page⌉ pages + {:.0f} pages of maps", size.mapPages);
        if (size.toastBytes > 0)
            formula += " + values out of line";
        if (m_context.partitions > 1)
            formula += fmt::format(", in {:.0f} partitions", m_context.partitions);
        std::vector<Figure> pageInputs{m_context.leaves("storage.page_size_bytes"),
                                       m_context.leaves("storage.page_header_bytes"), row};
        if (m_fillfactor < 1)
            pageInputs.push_back(Figure::leaf("fillfactor", m_fillfactor, Unit::Percent, Origin::User)
                                     .withPath(fmt::format("entity:{}/options", m_structure.entity.value)));
        std::vector<Figure> inputs{rows,
                                   Figure::derived("rows of a page", size.rowsPerPage, Unit::None,
                                                   "(page − header) ÷ bytes of a row, whole rows when all are alike",
                                                   std::move(pageInputs))};
        if (size.toastBytes > 0)
            inputs.push_back(Figure::derived("values out of line", size.toastBytes, Unit::Bytes,
                                             "chunks of the long values with their index; one page when there are none",
                                             {rows, m_context.leaves("storage.toast_chunk_bytes")}));
        return Figure::derived("table " + m_structure.name, size.bytes, Unit::Bytes, std::move(formula),
                               std::move(inputs));
    }

    Figure indexFigure(std::size_t i, const Figure& rows, const HeapSize& heap) const {
        const PreparedIndex& index = m_indexes[i];
        const double bytes = indexBytes(i, rows.value(), heap.pages);
        const std::string& name = m_structure.indexes[i].name;
        std::vector<Figure> inputs{rows};
        if (index.method == IndexMethod::Brin)
            return Figure::derived(name, bytes, Unit::Bytes, "one summary for each range of heap pages",
                                   std::move(inputs));
        const double entry = alignUp(m_context.heap.btree.tupleHeader + index.input.keyBytes + index.input.includeBytes,
                                     m_context.heap.btree.align) +
                             m_context.heap.btree.pointerBytes;
        inputs.push_back(Figure::derived(
            "bytes of an entry", entry, Unit::Bytes,
            fmt::format("entry header + key columns ({:.1f} B), rounded up, + item pointer",
                        index.input.keyBytes + index.input.includeBytes),
            {m_context.leaves("storage.index_tuple_header_bytes"), m_context.leaves("storage.tuple_align_bytes"),
             m_context.leaves("storage.item_pointer_bytes")}));
        inputs.push_back(m_context.leaves("storage.page_size_bytes"));
        inputs.push_back(m_context.leaves("storage.index_fillfactor_ratio"));
        if (index.distinct > 0 && index.input.deduplicates)
            inputs.push_back(Figure::leaf("different keys", std::min(rows.value(), index.distinct), Unit::None,
                                          Origin::Default,
                                          "stated, or taken from keys, types and fan-outs of the columns"));
        if (index.share < 1)
            inputs.push_back(Figure::leaf("share of rows in it", index.share, Unit::Percent, Origin::Default,
                                          "a partial index whose condition was not measured"));
        std::string formula;
        switch (index.method) {
        case IndexMethod::BTree:
            formula = fmt::format("entries ÷ entries of a leaf, keys arriving {}{}{}, + inner pages + 1",
                                  index.input.arrival == Arrival::Series      ? "in many ascending series"
                                  : index.input.arrival == Arrival::Ascending ? "in ascending order"
                                                                              : "in random order",
                                  index.input.deduplicates && index.distinct > 0 ? ", equal keys sharing an entry" : "",
                                  index.input.nullShare > 0 ? ", null keys in a run" : "");
            break;
        case IndexMethod::Hash: formula = "buckets in quarter powers of two + overflow pages"; break;
        case IndexMethod::Gin:
            formula = "a list of rows for each key";
            inputs.push_back(
                Figure::leaf("keys of a row", kGinKeysPerRow, Unit::None, Origin::Default, "nobody stated it"));
            inputs.push_back(Figure::leaf("different keys", kGinKeys, Unit::None, Origin::Default, "nobody stated it"));
            break;
        default: formula = "a tree of bounding entries filled in random order"; break;
        }
        return Figure::derived(name, bytes, Unit::Bytes, std::move(formula), std::move(inputs));
    }

    static constexpr double kPartialShare = 0.1; ///< of the rows, when a partial index's condition is unknown
    static constexpr double kGinKeysPerRow = 10;
    static constexpr double kGinKeys = 10000;

    const SizeContext& m_context;
    const Structure& m_structure;
    double m_fillfactor = 1;
    std::vector<HeapColumn> m_columns;
    std::vector<PreparedIndex> m_indexes;
};

} // namespace

std::unique_ptr<SizeModel> heapModel(const SizeContext& context, const Structure& structure) {
    return std::make_unique<HeapModel>(context, structure);
}

} // namespace shardscape::estimator
