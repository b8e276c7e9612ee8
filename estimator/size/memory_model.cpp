// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

#include <fmt/format.h>

#include "estimator/size/draw.h"
#include "estimator/size/family_models.h"
#include "estimator/size/memory.h"
#include "estimator/size/normal.h"
#include "model/physical/names.h"
#include "model/physical/values.h"

namespace shardscape::estimator {

using namespace model;

namespace {

/// Of the drawn rows, as many as are worth a size class: they are evenly spread.
constexpr int kDrawn = 256;

/// The text of one column in the drawn rows.
struct DrawnField {
    double name = 0;    ///< characters of the field's name
    double text = 0;    ///< characters of a value as the composition of a key counts them
    double mean = 0;    ///< characters of a value, nulls as none
    bool inKey = false; ///< it is part of the key
    bool quoted = true; ///< in JSON
    double nullShare = 0;
    bool whole = false; ///< whole numbers, which "numbers" has
    Drawn lengths{};
    Drawn numbers{};
};

bool isWhole(TypeKind kind) {
    return kind == TypeKind::Int16 || kind == TypeKind::Int32 || kind == TypeKind::Int64;
}

/// As JSON writes it.
bool isQuoted(TypeKind kind) {
    return kind != TypeKind::Float && kind != TypeKind::Double && kind != TypeKind::Decimal && kind != TypeKind::Bool &&
           kind != TypeKind::Json && kind != TypeKind::Array;
}

/// Texts whose lengths differ from row to row.
bool varies(const Type& type) {
    return (type.kind == TypeKind::String && !type.fixedLength) || type.kind == TypeKind::Text ||
           type.kind == TypeKind::Binary || type.kind == TypeKind::Json || type.kind == TypeKind::Array;
}

double digits(double number) {
    return number < 1 ? 1 : std::floor(std::log10(number) + kTiny) + 1;
}

/// Keys of a memory engine: what the mapping says of their value. A row is a hash of its columns, a single column a
/// text; a list is a sorted set or a list of rows as JSON, at most one page of them. The key is the first column's
/// composition.
class MemoryModel : public SizeModel {
public:
    MemoryModel(const SizeContext& context, const Structure& structure, const char* prefix)
        : m_context(context)
        , m_structure(structure)
        , m_prefix(prefix)
        , m_memory(context.profile, prefix) {
        bool keyKnown = false;
        std::string composition;
        for (const StructureColumn& column : structure.columns) {
            if (!keyKnown && !column.composition.empty()) {
                m_keyBytes = compositionBytes(context, column.composition, &structure);
                composition = column.composition;
                m_type = column.nativeType;
                keyKnown = true;
                continue;
            }
            m_fields.push_back(drawn(column, m_fields.size()));
            m_fields.back().inKey = composition.find("{" + plainName(column.name, "value") + "}") != std::string::npos;
            if (!(m_type == "string" && m_fields.back().inKey))
                m_payload += m_fields.back().mean;
        }
        m_rowsOfKey = rowsOfKey();
        m_keyTextBytes = keyBytes(composition);
        m_valueBytes = valueBytes();
        m_fields.clear(); // the drawn rows are large, and have said what they know
        m_fields.shrink_to_fit();
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

    DrawnField drawn(const StructureColumn& column, std::size_t place) const {
        DrawnField out;
        out.name = static_cast<double>(column.name.size());
        const Entity* entity = m_context.project.entities.find(column.source.entity);
        const Attribute* attribute = entity ? entity->find(column.source.attribute) : nullptr;
        const double mean =
            attribute ? textBytes(m_context, *entity, *attribute) : compositionBytes(m_context, column.composition);
        out.nullShare = attribute ? nullShare(*attribute) : 0;
        out.text = mean;
        out.lengths.fill(std::round(mean));
        if (!attribute) {
            out.mean = mean;
            return out;
        }
        if (isWhole(attribute->type.kind)) {
            const IntegerRange range = integersOf(m_context.cardinality, entity->id, attribute->id);
            Drawn scratch;
            const Drawn& shares = drawnShares(valueDimension(place), scratch);
            for (std::size_t i = 0; i < kDrawn; ++i) {
                out.numbers[i] = std::floor(range.low + shares[i] * (range.high - range.low));
                out.lengths[i] = digits(std::abs(out.numbers[i])) + (out.numbers[i] < 0 ? 1 : 0);
            }
            out.whole = true;
        } else if (varies(attribute->type)) {
            drawLengths(lengthsOf(*attribute, mean), valueDimension(place), out.lengths);
        }
        out.quoted = !out.whole && isQuoted(attribute->type.kind);
        double sum = 0;
        for (std::size_t i = 0; i < kDrawn; ++i)
            sum += out.lengths[i];
        out.mean = sum / kDrawn * (1 - out.nullShare);
        return out;
    }

    /// Whether the drawn row has a value in the field.
    bool present(std::size_t field, std::size_t row) const {
        if (m_fields[field].nullShare <= 0)
            return true;
        Drawn scratch;
        return drawnShares(nullDimension(field), scratch)[row] >= m_fields[field].nullShare;
    }

    /// The row as JSON: {"name":value,…}, nulls left out.
    double jsonBytes(std::size_t row) const {
        double bytes = 2;
        for (std::size_t i = 0; i < m_fields.size(); ++i)
            if (present(i, row))
                bytes += m_fields[i].name + 4 + m_fields[i].lengths[row] + (m_fields[i].quoted ? 2 : 0);
        return std::max(2.0, bytes - 1); // no comma after the last
    }

    double meanOf(const std::function<double(std::size_t)>& bytesOfRow) const {
        double sum = 0;
        for (std::size_t row = 0; row < kDrawn; ++row)
            sum += bytesOfRow(row);
        return sum / kDrawn;
    }

    double valueBytes() const {
        if (m_type == "hash") {
            std::vector<RedisMemory::Field> fields;
            return meanOf([&](std::size_t row) {
                fields.clear();
                for (std::size_t i = 0; i < m_fields.size(); ++i)
                    if (present(i, row))
                        fields.push_back({m_fields[i].name, m_fields[i].lengths[row],
                                          m_fields[i].whole ? std::optional(m_fields[i].numbers[row]) : std::nullopt});
                return m_memory.hash(fields);
            });
        }
        if (m_type == "zset" || m_type == "list") {
            std::vector<double> lengths;
            for (std::size_t row = 0; row < kDrawn; ++row)
                lengths.push_back(jsonBytes(row));
            if (m_type == "zset")
                return m_memory.sortedSet(m_rowsOfKey, lengths);
            return m_memory.list(m_rowsOfKey, std::accumulate(lengths.begin(), lengths.end(), 0.0) / kDrawn);
        }
        // A text of what the key does not say: one value as it is, several as JSON.
        const auto isValue = [](const DrawnField& field) { return !field.inKey; };
        const auto only = std::find_if(m_fields.begin(), m_fields.end(), isValue);
        if (m_rowsOfKey <= 1 && std::count_if(m_fields.begin(), m_fields.end(), isValue) == 1)
            return only->whole ? m_memory.integer()
                               : meanOf([&](std::size_t row) { return m_memory.string(only->lengths[row]); });
        return meanOf([&](std::size_t row) { return m_memory.string(std::ceil(m_rowsOfKey) * (jsonBytes(row) + 1)); });
    }

    /// Memory of the text of a key: its letters and the drawn values of the columns that it names.
    double keyBytes(const std::string& composition) const {
        const double known = compositionBytes(m_context, composition, &m_structure);
        double named = 0;
        for (const DrawnField& field : m_fields)
            named += field.inKey ? field.text : 0;
        return meanOf([&](std::size_t row) {
            double length = known - named;
            for (const DrawnField& field : m_fields)
                length += field.inKey ? field.lengths[row] : 0;
            return m_memory.text(std::round(length));
        });
    }

    double entryBytes(double keys) const {
        return m_keyTextBytes + m_memory.slot(keys, m_structure.ttlSeconds.has_value()) + m_valueBytes;
    }

    const SizeContext& m_context;
    const Structure& m_structure;
    const char* m_prefix;
    RedisMemory m_memory;
    std::string m_type; ///< hash, zset, list or string
    double m_keyBytes = 16;
    double m_payload = 0;
    double m_rowsOfKey = 1;
    double m_keyTextBytes = 0;
    double m_valueBytes = 0;
    std::vector<DrawnField> m_fields;
};

} // namespace

std::unique_ptr<SizeModel> memoryModel(const SizeContext& context, const Structure& structure, const char* prefix) {
    return std::make_unique<MemoryModel>(context, structure, prefix);
}

} // namespace shardscape::estimator
