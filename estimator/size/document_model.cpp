// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Document engines: BSON in compressed pages, and B-trees whose keys begin like their neighbours.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "estimator/size/family_models.h"
#include "estimator/size/key_order.h"
#include "model/physical/bson.h"

namespace shardscape::estimator {

using namespace model;

namespace {

/// The mean bytes of the numbers 1 … n: two up to 2^10, and one more for each eight bits.
double recordIdBytes(double n) {
    double sum = 0, below = 0;
    for (double bytes = 2, limit = 1024; below < n; ++bytes, limit *= 256) {
        sum += bytes * (std::min(limit, n) - below);
        below = limit;
    }
    return n >= 1 ? sum / n : 2;
}

class DocumentModel : public SizeModel {
public:
    DocumentModel(const SizeContext& context, const Structure& structure)
        : m_context(context)
        , m_structure(structure)
        , m_entity(context.project.entities.find(structure.entity)) {
        m_documentBytes = kBsonDocumentBytes;
        for (const StructureColumn& column : structure.columns)
            if (const Attribute* attribute = attributeOf(column.name))
                m_documentBytes += fieldBytes(column, *attribute);
        if (!ownIdentifier())
            m_documentBytes += context.profile.value("storage.object_id_field_bytes");
    }

    StructureEstimate now() const override {
        auto& leaves = m_context.leaves;
        StructureEstimate out;
        out.name = m_structure.name;
        out.entity = m_structure.entity;
        out.rows = rowsFigure(m_context, m_structure.entity);
        std::vector<Figure> fields;
        for (const StructureColumn& column : m_structure.columns)
            if (const Attribute* attribute = attributeOf(column.name))
                fields.push_back(fieldFigure(column, *attribute));
        if (!ownIdentifier())
            fields.push_back(leaves("storage.object_id_field_bytes"));
        const Figure document =
            Figure::derived("bytes of a document", m_documentBytes, Unit::Bytes,
                            "length and end (5) + for each field a type, its name and its value", std::move(fields));
        const double rows = out.rows.value();
        out.tableBytes = Figure::derived(
            "collection " + m_structure.name, rows * m_documentBytes * ratio(), Unit::Bytes,
            fmt::format(
                "documents × bytes of a document × what compression leaves; between {} and {}, as fields repeat",
                format(rows * m_documentBytes * m_context.profile.value("storage.compression_least_ratio"),
                       Unit::Bytes),
                format(rows * m_documentBytes * m_context.profile.value("storage.compression_most_ratio"),
                       Unit::Bytes)),
            {out.rows, document, leaves("storage.compression_ratio")});
        out.rowBytes = Figure::derived("bytes of a document on disk", m_documentBytes * ratio(), Unit::Bytes,
                                       "bytes of a document × what compression leaves",
                                       {document, leaves("storage.compression_ratio")});
        std::vector<Figure> parts{out.tableBytes};
        double total = out.tableBytes.value();
        const auto add = [&](const std::string& name, Figure figure) {
            total += figure.value();
            parts.push_back(figure);
            out.indexes.push_back({name, std::move(figure)});
        };
        if (!ownIdentifier())
            add("_id_", identifierFigure(out.rows));
        for (const StructureIndex& index : m_structure.indexes)
            add(index.name, indexFigure(index, out.rows));
        out.totalBytes = Figure::derived("bytes of " + m_structure.name, total, Unit::Bytes, "collection + indexes",
                                         std::move(parts));
        return out;
    }

    double bytes(const RowsOf& rowsOf) const override {
        const double rows = rowsOf(m_structure.entity);
        double total = rows * m_documentBytes * ratio();
        if (!ownIdentifier())
            total += rows * identifierEntryBytes();
        for (const StructureIndex& index : m_structure.indexes)
            total += rows * entryBytes(index, rows);
        return total;
    }

private:
    const Attribute* attributeOf(const std::string& column) const {
        const StructureColumn* own = m_structure.find(column);
        return own && m_entity ? m_entity->find(own->source.attribute) : nullptr;
    }
    /// Its single primary key is the document's _id.
    bool ownIdentifier() const {
        return std::any_of(m_structure.indexes.begin(), m_structure.indexes.end(),
                           [](const StructureIndex& index) { return index.primary && index.parts.size() == 1; });
    }
    bool isIdentifier(const std::string& column) const {
        return std::any_of(m_structure.indexes.begin(), m_structure.indexes.end(), [&](const StructureIndex& index) {
            return index.primary && index.parts.size() == 1 && index.parts.front().column == column;
        });
    }
    double ratio() const { return m_context.profile.value("storage.compression_ratio"); }
    double fieldBytes(const StructureColumn& column, const Attribute& attribute) const {
        return bsonFieldBytes(m_context.cardinality, m_context.project, attribute,
                              isIdentifier(column.name) ? std::string("_id") : column.name);
    }

    Figure fieldFigure(const StructureColumn& column, const Attribute& attribute) const {
        std::vector<Figure> inputs;
        if (isVariableLength(attribute.type))
            inputs.push_back(payloadFigure(m_context, *m_entity, attribute).renamed("mean length"));
        else
            inputs.push_back(Figure::leaf("value", bsonValueBytes(m_context.cardinality, m_context.project, attribute),
                                          Unit::Bytes, Origin::Profile, "https://bsonspec.org/spec.html"));
        return Figure::derived(column.name, fieldBytes(column, attribute), Unit::Bytes,
                               "type + name and its end + value with its length, as often as it is not null",
                               std::move(inputs));
    }

    // --- indexes

    struct Entry {
        double raw = 0;    ///< key, its end, and the record's number
        double stored = 0; ///< in its page
        Arrival arrival = Arrival::Random;
    };
    Entry entryOf(const StructureIndex& index, double rows) const {
        Entry out;
        out.raw = 1 + recordIdBytes(rows);
        double distinct = 1;
        for (const StructureKeyPart& part : index.parts)
            if (const Attribute* attribute = attributeOf(part.column)) {
                out.raw += mongoKeyBytes(m_context.cardinality, m_context.project, m_structure.entity, *attribute);
                distinct *= std::max(1.0, m_context.cardinality.distinct(m_structure.entity, attribute->id));
            }
        out.arrival = keyOrder(m_context, m_structure.entity, orderedColumns(m_context, m_structure, index)).arrival;
        const auto& profile = m_context.profile;
        if (out.arrival == Arrival::Ascending)
            out.stored = out.raw * profile.value("storage.ascending_entry_ratio") +
                         profile.value("storage.ascending_entry_bytes");
        else if (distinct * kManyRowsOfAKey <= rows)
            out.stored = out.raw * profile.value("storage.repeated_entry_ratio");
        else
            out.stored = out.raw * profile.value(index.parts.size() > 1 ? "storage.prefixed_entry_ratio"
                                                                        : "storage.random_entry_ratio");
        return out;
    }
    /// So many rows of one key that neighbours in a page have the same one.
    static constexpr double kManyRowsOfAKey = 1000;
    double entryBytes(const StructureIndex& index, double rows) const { return entryOf(index, rows).stored; }
    double identifierEntryBytes() const { return m_context.profile.value("storage.object_id_entry_bytes"); }

    Figure identifierFigure(const Figure& rows) const {
        return Figure::derived("_id_", rows.value() * identifierEntryBytes(), Unit::Bytes,
                               "documents × entry of an ObjectId, in order of insertion",
                               {rows, m_context.leaves("storage.object_id_entry_bytes")});
    }
    Figure indexFigure(const StructureIndex& index, const Figure& rows) const {
        const Entry entry = entryOf(index, rows.value());
        const Figure raw = Figure::derived("entry of the index", entry.raw, Unit::Bytes,
                                           "key as a comparable string + end + number of the record", {rows});
        const char* how = entry.arrival == Arrival::Ascending
                              ? "keys in ascending order fill their pages"
                              : "keys in random order leave pages half full; what they share with their neighbour is "
                                "written once";
        return Figure::derived(
            index.name, rows.value() * entry.stored, Unit::Bytes, fmt::format("documents × entry in its page; {}", how),
            {rows, Figure::derived("entry in its page", entry.stored, Unit::Bytes,
                                   "entry × what order of arrival and shared beginnings make of it", {raw})});
    }

    const SizeContext& m_context;
    const Structure& m_structure;
    const Entity* m_entity;
    double m_documentBytes = 0;
};

} // namespace

std::unique_ptr<SizeModel> documentModel(const SizeContext& context, const Structure& structure) {
    return std::make_unique<DocumentModel>(context, structure);
}

} // namespace shardscape::estimator
