// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Engines that keep rows in trees: InnoDB (a clustered tree and secondary ones) and SQLite (record trees).
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "estimator/size/family_models.h"
#include "estimator/size/key_order.h"
#include "estimator/size/trees.h"
#include "model/physical/relational_columns.h"

namespace shardscape::estimator {

using namespace model;

namespace {

/// Of the rows, when a partial index's condition is unknown.
constexpr double kPartialShare = 0.1;

/// Rows in the order in which they were inserted.
const Attribute& rowNumber() {
    static const Attribute kNumber = [] {
        Attribute out;
        out.name = "row number";
        out.generator = Generator::AutoIncrement;
        return out;
    }();
    return kNumber;
}

class TreeModel : public SizeModel {
public:
    TreeModel(const SizeContext& context, const Structure& structure)
        : m_context(context)
        , m_structure(structure)
        , m_innodb(context.profile.storage == StorageFamily::ClusteredBTree) {
        if (m_innodb) {
            m_format = InnodbFormat::of(context.profile);
            m_innodbPages = InnodbPages::of(context.profile);
        } else {
            m_sqliteFormat = SqliteFormat::of(context.profile);
            m_sqlitePages = SqlitePages::of(context.profile);
        }
        m_pageBytes = context.profile.value("storage.page_size_bytes");
        for (const StructureColumn& column : structure.columns)
            m_columns.push_back(recordColumn(context, structure, column));
        const auto clustered = std::find_if(structure.indexes.begin(), structure.indexes.end(),
                                            [](const StructureIndex& index) { return index.clustered; });
        m_cluster = clustered == structure.indexes.end() ? nullptr : &*clustered;
        prepareTable();
        m_indexes.reserve(structure.indexes.size());
        for (const StructureIndex& index : structure.indexes)
            m_indexes.push_back(prepare(index));
    }

    StructureEstimate now() const override {
        StructureEstimate out;
        out.name = m_structure.name;
        out.entity = m_structure.entity;
        out.rows = rowsFigure(m_context, m_structure.entity);
        out.rowBytes = rowFigure();
        out.tableBytes = tableFigure(out.rows, out.rowBytes);
        std::vector<Figure> parts{out.tableBytes};
        double total = out.tableBytes.value();
        for (std::size_t i = 0; i < m_indexes.size(); ++i) {
            out.indexes.push_back({m_structure.indexes[i].name, indexFigure(i, out.rows)});
            parts.push_back(out.indexes.back().bytes);
            total += parts.back().value();
        }
        out.totalBytes =
            Figure::derived("bytes of " + m_structure.name, total, Unit::Bytes, "table + indexes", std::move(parts));
        return out;
    }

    double bytes(const RowsOf& rowsOf) const override {
        const double rows = rowsOf(m_structure.entity);
        double total = tableBytes(rows);
        for (std::size_t i = 0; i < m_indexes.size(); ++i)
            total += indexBytes(i, rows);
        return total;
    }

private:
    struct Tree {
        RecordSample records;
        RecordSample nulls; ///< entries whose key is null
        double childBytes = 0;
        double nullShare = 0;
        double share = 1; ///< of the rows
        KeyOrder order;
    };

    /// The primary key is the number of the row.
    bool isRowNumber(const StructureIndex& index) const {
        const StructureColumn* only = index.parts.size() == 1 ? m_structure.find(index.parts.front().column) : nullptr;
        return only && only->nativeType == "INTEGER";
    }
    bool hasRowid() const { return !m_innodb && (!m_cluster || isRowNumber(*m_cluster)); }

    const RecordColumn* columnOf(const std::string& name) const {
        const auto at = std::find_if(m_columns.begin(), m_columns.end(),
                                     [&](const RecordColumn& column) { return column.name == name; });
        return at == m_columns.end() ? nullptr : &*at;
    }
    std::vector<RecordColumn> clusterColumns() const {
        std::vector<RecordColumn> out;
        if (m_cluster)
            for (const StructureKeyPart& part : m_cluster->parts)
                if (const RecordColumn* column = columnOf(part.column))
                    out.push_back(*column);
        return out;
    }
    RecordColumn rowidColumn() const {
        RecordColumn out;
        out.name = "rowid";
        out.kind = ValueKind::Integer;
        out.integers = {1, m_highestRowid};
        if (m_cluster)
            out.integers = columnOf(m_cluster->parts.front().column)->integers;
        return out;
    }

    void prepareTable() {
        const double rows = std::max(1.0, m_context.cardinality.rows(m_structure.entity) / m_context.partitions);
        m_highestRowid = rows;
        if (m_innodb) {
            const double rowId = m_cluster ? 0 : m_context.profile.value("storage.row_id_bytes");
            m_table.records = innodbRecords(m_columns, m_format, true, rowId);
            m_table.childBytes = innodbRecords(clusterColumns(), m_format, false,
                                               rowId + m_context.profile.value("storage.child_pointer_bytes"))
                                     .mean;
        } else if (hasRowid()) {
            std::vector<RecordColumn> columns = m_columns;
            if (m_cluster)
                for (RecordColumn& column : columns)
                    if (column.name == m_cluster->parts.front().column) {
                        m_highestRowid = std::max(1.0, column.integers.high);
                        column.kind = ValueKind::RowNumber;
                    }
            m_table.records = sqliteCells(columns, m_sqliteFormat, m_highestRowid);
            m_table.childBytes =
                m_context.profile.value("storage.child_pointer_bytes") + meanVarintBytes(m_highestRowid);
        } else {
            m_table.records = sqliteCells(m_columns, m_sqliteFormat, 0);
            m_table.childBytes = m_context.profile.value("storage.child_pointer_bytes") + m_table.records.mean;
        }
        m_table.order = {Arrival::Ascending, 0}; // by the hidden number of the row
        if (m_cluster)
            m_table.order = keyOrder(m_context, m_structure.entity, orderedColumns(m_context, m_structure, *m_cluster));
    }

    Tree prepare(const StructureIndex& index) const {
        Tree out;
        if (index.clustered)
            return out;
        std::vector<RecordColumn> columns;
        std::vector<OrderedColumn> order = orderedColumns(m_context, m_structure, index);
        for (const StructureKeyPart& part : index.parts) {
            const RecordColumn* column = columnOf(part.column);
            columns.push_back(column ? *column : expressionColumn(part.column));
            const StructureColumn* own = m_structure.find(part.column);
            if (m_innodb && own)
                if (const double prefix = mysqlPrefixCharacters(m_structure, index, *own); prefix > 0) {
                    Lengths& lengths = columns.back().lengths;
                    lengths.most = std::min(lengths.most, prefix);
                    lengths.mean = std::min(lengths.mean, prefix);
                    lengths.least = std::min(lengths.least, prefix);
                    columns.back().declaredBytes = 4 * prefix;
                }
        }
        if (columns.size() == 1)
            out.nullShare = columns.front().nullShare;
        if (!index.predicate.empty())
            out.share = kPartialShare;
        addRowReference(columns, order);
        if (out.nullShare > 0) {
            columns.front().nullShare = 1.01; // no draw is above it
            out.nulls = entries(columns);
            columns.front().nullShare = 0;
        }
        out.records = entries(columns);
        out.childBytes = out.records.mean + m_context.profile.value("storage.child_pointer_bytes");
        out.order = keyOrder(m_context, m_structure.entity, order);
        return out;
    }

    RecordSample entries(const std::vector<RecordColumn>& columns) const {
        return m_innodb ? innodbRecords(columns, m_format, false,
                                        m_cluster ? 0 : m_context.profile.value("storage.row_id_bytes"))
                        : sqliteCells(columns, m_sqliteFormat, 0);
    }

    /// What leads from an entry to its row: the rowid, or the columns of the clustered key that are not there yet.
    void addRowReference(std::vector<RecordColumn>& columns, std::vector<OrderedColumn>& order) const {
        if (hasRowid()) {
            columns.push_back(rowidColumn());
            order.push_back({m_cluster ? columnOf(m_cluster->parts.front().column)->attribute : &rowNumber(), false});
            return;
        }
        if (!m_cluster) {
            order.push_back({&rowNumber(), false});
            return;
        }
        for (const RecordColumn& key : clusterColumns()) {
            const bool there = std::any_of(columns.begin(), columns.end(),
                                           [&](const RecordColumn& column) { return column.name == key.name; });
            if (there)
                continue;
            columns.push_back(key);
            order.push_back({key.attribute, false});
        }
    }

    TreeSize treeSize(const Tree& tree, double rows, bool table) const {
        const double now = std::max(1.0, m_context.cardinality.rows(m_structure.entity));
        TreeInput in;
        in.rows = rows * tree.share / m_context.partitions;
        in.records = &tree.records;
        in.childBytes = tree.childBytes;
        in.nullShare = tree.nullShare;
        in.nulls = &tree.nulls;
        in.arrival = tree.order.arrival;
        // Series grow in length as the table grows.
        in.series = tree.order.series > 0 ? std::min(in.rows, tree.order.series * std::min(1.0, rows / now)) : 0;
        if (m_innodb)
            return innodbTree(in, m_innodbPages, table);
        return table && hasRowid() ? sqliteTable(in, m_sqlitePages) : sqliteIndex(in, m_sqlitePages);
    }
    double tableBytes(double rows) const {
        return treeSize(m_table, rows, true).pages() * m_pageBytes * m_context.partitions;
    }
    double indexBytes(std::size_t i, double rows) const {
        if (m_structure.indexes[i].clustered)
            return 0;
        return treeSize(m_indexes[i], rows, false).pages() * m_pageBytes * m_context.partitions;
    }

    // --- figures

    Figure columnFigure(const RecordColumn& column) const {
        if (column.kind != ValueKind::Variable || !column.attribute) {
            const double bytes = column.kind == ValueKind::Integer
                                     ? integerBodyBytes((column.integers.low + column.integers.high) / 2)
                                     : column.fixedBytes;
            if (column.kind == ValueKind::Integer)
                return Figure::leaf(column.name, bytes, Unit::Bytes, Origin::Default,
                                    fmt::format("bytes by magnitude; whole numbers from {:.0f} to {:.0f}",
                                                column.integers.low, column.integers.high));
            return Figure::leaf(column.name, bytes, Unit::Bytes, Origin::Profile,
                                "width of the type " + (column.attribute
                                                            ? std::string(model::name(column.attribute->type.kind))
                                                            : std::string("expression")));
        }
        std::vector<Figure> inputs{payloadFigure(m_context, *column.entity, *column.attribute).renamed("mean length")};
        std::string formula = "mean length as the engine stores it";
        if (column.nullShare > 0) {
            formula = "(" + formula + ") × (1 − share of nulls)";
            inputs.push_back(Figure::leaf("share of nulls", column.nullShare, Unit::Percent, Origin::User)
                                 .withPath(fmt::format("entity:{}/attribute:{}/null_fraction", column.entity->id.value,
                                                       column.attribute->id.value)));
        }
        return Figure::derived(column.name, column.lengths.mean * (1 - column.nullShare), Unit::Bytes,
                               std::move(formula), std::move(inputs));
    }

    Figure rowFigure() const {
        std::vector<Figure> inputs;
        inputs.reserve(m_columns.size() + 4);
        for (const RecordColumn& column : m_columns)
            inputs.push_back(columnFigure(column));
        std::string formula;
        if (m_innodb) {
            for (const char* key : {"storage.record_header_bytes", "storage.transaction_id_bytes",
                                    "storage.roll_pointer_bytes", "storage.directory_record_bytes"})
                inputs.push_back(m_context.leaves(key));
            formula = "columns with their length bytes + bits for nulls + record header + transaction id + roll "
                      "pointer + its part of the page directory; the mean of drawn rows";
        } else {
            inputs.push_back(m_context.leaves("storage.cell_pointer_bytes"));
            formula = "columns + a type for each + sizes as variable-length integers + cell pointer; the mean of drawn "
                      "rows";
        }
        if (m_table.records.moved > 0)
            formula +=
                fmt::format("; {:.0f} % of the rows keep a part on pages of its own", 100 * m_table.records.moved);
        return Figure::derived("bytes of a row in its page", entryBytes(m_table), Unit::Bytes, std::move(formula),
                               std::move(inputs));
    }
    double entryBytes(const Tree& tree) const {
        return tree.records.mean + (m_innodb ? m_innodbPages.directory : m_sqlitePages.cellPointer);
    }

    static const char* orderWords(Arrival arrival) {
        switch (arrival) {
        case Arrival::Ascending: return "keys arriving in ascending order";
        case Arrival::Series: return "keys arriving in many ascending series";
        default: return "keys arriving in random order";
        }
    }
    std::vector<Figure> fillLeaves(const Tree& tree) const {
        std::vector<Figure> out{m_context.leaves("storage.page_size_bytes")};
        if (m_innodb) {
            out.push_back(m_context.leaves("storage.page_overhead_bytes"));
            out.push_back(m_context.leaves(tree.order.arrival == Arrival::Random ? "storage.split_rest_bytes"
                                                                                 : "storage.page_reserve_bytes"));
        } else {
            out.push_back(m_context.leaves(tree.order.arrival == Arrival::Random
                                               ? "storage.random_index_fill_ratio"
                                               : "storage.ascending_index_fill_ratio"));
        }
        return out;
    }

    Figure tableFigure(const Figure& rows, const Figure& row) const {
        const TreeSize size = treeSize(m_table, rows.value(), true);
        std::vector<Figure> inputs{rows, row};
        std::vector<Figure> pageInputs = fillLeaves(m_table);
        pageInputs.push_back(row);
        inputs.push_back(Figure::derived("rows of a page", size.rowsPerPage, Unit::None,
                                         fmt::format("rows ÷ leaves of the tree of {}, {}",
                                                     m_cluster ? "the primary key" : "the hidden row number",
                                                     orderWords(m_table.order.arrival)),
                                         std::move(pageInputs)));
        std::string formula = fmt::format("(⌈rows ÷ rows of a page⌉ + {:.0f} inner pages", size.innerPages);
        if (size.outsidePages > 0)
            formula += fmt::format(" + {:.0f} pages of long values", size.outsidePages);
        formula += ") × page";
        if (m_context.partitions > 1)
            formula += fmt::format(", in {:.0f} partitions", m_context.partitions);
        return Figure::derived("table " + m_structure.name, tableBytes(rows.value()), Unit::Bytes, std::move(formula),
                               std::move(inputs));
    }

    Figure indexFigure(std::size_t i, const Figure& rows) const {
        const StructureIndex& index = m_structure.indexes[i];
        if (index.clustered)
            return Figure::derived(index.name, 0, Unit::Bytes, "none of its own: the table is its tree", {rows});
        const Tree& tree = m_indexes[i];
        std::vector<Figure> inputs{rows};
        inputs.push_back(Figure::derived(
            "bytes of an entry", entryBytes(tree), Unit::Bytes,
            m_innodb ? "record header + key columns + columns of the primary key"
                     : "key columns and what leads to the row, as one record",
            {m_context.leaves(m_innodb ? "storage.record_header_bytes" : "storage.cell_pointer_bytes")}));
        for (Figure& leaf : fillLeaves(tree))
            inputs.push_back(std::move(leaf));
        if (tree.share < 1)
            inputs.push_back(Figure::leaf("share of rows in it", tree.share, Unit::Percent, Origin::Default,
                                          "a partial index whose condition was not measured"));
        return Figure::derived(
            index.name, indexBytes(i, rows.value()), Unit::Bytes,
            fmt::format("entries ÷ entries of a leaf, {}, + inner pages", orderWords(tree.order.arrival)),
            std::move(inputs));
    }

    const SizeContext& m_context;
    const Structure& m_structure;
    const bool m_innodb;
    InnodbFormat m_format;
    InnodbPages m_innodbPages;
    SqliteFormat m_sqliteFormat;
    SqlitePages m_sqlitePages;
    double m_pageBytes = 0;
    double m_highestRowid = 1;
    const StructureIndex* m_cluster = nullptr;
    std::vector<RecordColumn> m_columns;
    Tree m_table;
    std::vector<Tree> m_indexes;
};

} // namespace

std::unique_ptr<SizeModel> treeModel(const SizeContext& context, const Structure& structure) {
    return std::make_unique<TreeModel>(context, structure);
}

} // namespace shardscape::estimator
