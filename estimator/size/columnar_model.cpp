// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Column stores: each column compressed by itself, in the order of the sort key.
#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

#include "estimator/size/columnar.h"
#include "estimator/size/family_models.h"
#include "model/physical/columnar.h"

namespace shardscape::estimator {

using namespace model;

namespace {

class ColumnarModel : public SizeModel {
public:
    ColumnarModel(const SizeContext& context, const Structure& structure)
        : m_context(context)
        , m_structure(structure)
        , m_entity(context.project.entities.find(structure.entity)) {
        double runs = 1;
        std::unordered_map<std::string, double> runsOf;
        for (const StructureKeyPart& part : structure.sortKey)
            if (const StructureColumn* column = structure.find(part.column)) {
                runs *= std::max(1.0, context.cardinality.distinct(structure.entity, column->source.attribute));
                runsOf[part.column] = runs;
            }
        for (const StructureColumn& column : structure.columns) {
            Column out{&column, m_entity ? m_entity->find(column.source.attribute) : nullptr, {}, 0};
            if (out.attribute)
                out.stored = describe(*out.attribute);
            if (const auto at = runsOf.find(column.name); at != runsOf.end())
                out.runs = at->second;
            m_columns.push_back(std::move(out));
        }
    }

    StructureEstimate now() const override {
        StructureEstimate out;
        out.name = m_structure.name;
        out.entity = m_structure.entity;
        out.rows = rowsFigure(m_context, m_structure.entity);
        std::vector<Figure> columns;
        Spread row;
        for (const Column& column : m_columns) {
            const Spread bytes = columnarBytes(storedFor(column, out.rows.value()), m_context.profile);
            row = row + bytes;
            columns.push_back(columnFigure(column, bytes, out.rows.value()));
        }
        auto& leaves = m_context.leaves;
        columns.push_back(leaves("storage.mark_bytes"));
        columns.push_back(leaves("storage.granule_rows_count"));
        const double marks = markBytes();
        out.rowBytes =
            Figure::derived("bytes of a row on disk", row.likely + marks, Unit::Bytes,
                            fmt::format("Σ columns, compressed, + a mark a column for each granule; between {} "
                                        "and {}, as values repeat",
                                        format(row.least + marks, Unit::Bytes), format(row.most + marks, Unit::Bytes)),
                            std::move(columns));
        const double rows = out.rows.value();
        out.tableBytes = Figure::derived("table " + m_structure.name, bytesOf(rows), Unit::Bytes,
                                         fmt::format("rows × bytes of a row on disk; between {} and {}",
                                                     format(rows * (row.least + marks), Unit::Bytes),
                                                     format(rows * (row.most + marks), Unit::Bytes)),
                                         {out.rows, out.rowBytes});
        out.totalBytes = Figure::derived("bytes of " + m_structure.name, out.tableBytes.value(), Unit::Bytes, "table",
                                         {out.tableBytes});
        return out;
    }

    double bytes(const RowsOf& rowsOf) const override { return bytesOf(rowsOf(m_structure.entity)); }

private:
    struct Column {
        const StructureColumn* column = nullptr;
        const Attribute* attribute = nullptr;
        ColumnarColumn stored;
        double runs = 0; ///< of equal values, by the place in the sort key; 0 outside of it
    };

    ColumnarColumn describe(const Attribute& attribute) const {
        using Kind = ColumnarColumn::Kind;
        ColumnarColumn out;
        out.nullShare = nullShare(attribute);
        out.distinct = std::max(1.0, m_context.cardinality.distinct(m_structure.entity, attribute.id));
        const auto width = [&](double bytes, Kind kind) {
            out.width = bytes;
            out.kind = kind;
        };
        switch (attribute.type.kind) {
        case TypeKind::Uuid: width(16, Kind::Random); break;
        case TypeKind::Bool: width(1, Kind::Flag); break;
        case TypeKind::Int16: width(2, Kind::Whole); break;
        case TypeKind::Int32:
        case TypeKind::Date:
        case TypeKind::Time: width(4, Kind::Whole); break;
        case TypeKind::Int64:
        case TypeKind::Timestamp:
        case TypeKind::Interval: width(8, Kind::Whole); break;
        case TypeKind::Decimal:
            width(decimalBytes(attribute.type), Kind::Whole);
            out.digits = attribute.type.precision;
            break;
        case TypeKind::Float: width(4, Kind::Real); break;
        case TypeKind::Double: width(8, Kind::Real); break;
        case TypeKind::GeoPoint: width(16, Kind::Random); break;
        case TypeKind::Enum: width(1, Kind::Label); break;
        case TypeKind::Binary: width(payloadFigure(m_context, *m_entity, attribute).value(), Kind::Random); break;
        case TypeKind::Array: {
            const double element = attribute.type.element ? elementBytes(*attribute.type.element) : 8;
            width(element, Kind::List);
            out.elements = payloadFigure(m_context, *m_entity, attribute).value() / std::max(1.0, element);
            break;
        }
        default:
            width(payloadFigure(m_context, *m_entity, attribute).value(), Kind::Text);
            out.varies = !attribute.type.fixedLength;
            if (usesDictionary(m_context.cardinality, m_structure.entity, attribute))
                out.kind = Kind::Dictionary;
        }
        return out;
    }
    /// Decimal(P, S): 4, 8, 16 or 32 bytes for up to 9, 18, 38 and 76 digits.
    static double decimalBytes(const Type& type) {
        const int digits = type.precision > 0 ? type.precision : 38;
        return digits <= 9 ? 4 : digits <= 18 ? 8 : digits <= 38 ? 16 : 32;
    }
    static double elementBytes(const Type& type) {
        switch (type.kind) {
        case TypeKind::Bool: return 1;
        case TypeKind::Int16: return 2;
        case TypeKind::Int32:
        case TypeKind::Float: return 4;
        case TypeKind::Uuid: return 16;
        default: return 8;
        }
    }

    ColumnarColumn storedFor(const Column& column, double rows) const {
        ColumnarColumn out = column.stored;
        out.distinct = std::min(out.distinct, std::max(1.0, rows));
        out.valueShare = rows > 0 ? out.distinct / rows : 0;
        if (column.runs > 0 && rows > 0)
            out.runShare = std::min(1.0, column.runs / rows);
        return out;
    }
    /// Of a row, in all columns.
    double markBytes() const {
        return static_cast<double>(m_columns.size()) * m_context.profile.value("storage.mark_bytes") /
               m_context.profile.value("storage.granule_rows_count");
    }
    double bytesOf(double rows) const {
        double row = markBytes();
        for (const Column& column : m_columns)
            row += columnarBytes(storedFor(column, rows), m_context.profile).likely;
        return rows * row;
    }

    Figure columnFigure(const Column& column, const Spread& bytes, double rows) const {
        const ColumnarColumn stored = storedFor(column, rows);
        std::vector<Figure> inputs;
        if (column.attribute && stored.kind == ColumnarColumn::Kind::Text)
            inputs.push_back(payloadFigure(m_context, *m_entity, *column.attribute).renamed("mean length"));
        else
            inputs.push_back(Figure::leaf("width", stored.width, Unit::Bytes, Origin::Profile,
                                          "of the type " + column.column->nativeType));
        if (column.attribute) {
            const bool stated = column.attribute->statistics.distinctValues.has_value();
            inputs.push_back(Figure::leaf("different values", stored.distinct, Unit::None,
                                          stated ? Origin::User : Origin::Default,
                                          stated ? "" : "taken from keys, types and fan-outs")
                                 .withPath(fmt::format("entity:{}/attribute:{}/distinct_values", m_entity->id.value,
                                                       column.attribute->id.value)));
        }
        return Figure::derived(column.column->name, bytes.likely, Unit::Bytes,
                               fmt::format("{}; between {} and {}", columnarFormula(stored),
                                           format(bytes.least, Unit::Bytes), format(bytes.most, Unit::Bytes)),
                               std::move(inputs));
    }

    const SizeContext& m_context;
    const Structure& m_structure;
    const Entity* m_entity;
    std::vector<Column> m_columns;
};

} // namespace

std::unique_ptr<SizeModel> columnarModel(const SizeContext& context, const Structure& structure) {
    return std::make_unique<ColumnarModel>(context, structure);
}

} // namespace shardscape::estimator
