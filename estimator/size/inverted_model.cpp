// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Search indexes: _source, identity, and for each field its terms, postings, points and doc values.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "estimator/size/family_models.h"
#include "estimator/size/inverted.h"
#include "estimator/size/key_order.h"
#include "model/physical/json_text.h"
#include "model/physical/search_fields.h"
#include "model/physical/values.h"

namespace shardscape::estimator {

using namespace model;

namespace {

constexpr double kLongText = 64;

bool isWhole(TypeKind kind) {
    return kind == TypeKind::Int16 || kind == TypeKind::Int32 || kind == TypeKind::Int64;
}

class InvertedModel : public SizeModel {
public:
    InvertedModel(const SizeContext& context, const Structure& structure)
        : m_context(context)
        , m_structure(structure)
        , m_entity(context.project.entities.find(structure.entity)) {
        if (!m_entity)
            return;
        m_fields = searchFields(context.cardinality, *m_entity);
        m_source = sourceBytes();
        m_identity = identity();
        m_rewritten = std::any_of(
            context.project.patterns.begin(), context.project.patterns.end(), [&](const AccessPattern& pattern) {
                return pattern.entity == m_entity->id && isWrite(pattern.verb) && pattern.verb != Verb::Insert &&
                       pattern.verb != Verb::Append && pattern.rate.average.value > 0;
            });
    }

    StructureEstimate now() const override {
        StructureEstimate out;
        out.name = m_structure.name;
        out.entity = m_structure.entity;
        out.rows = rowsFigure(m_context, m_structure.entity);
        const double rows = out.rows.value();
        const Spread document = m_source + m_identity;
        const Figure source = sourceFigure();
        const Figure own = identityFigure();
        out.rowBytes =
            Figure::derived("bytes of a document", document.likely, Unit::Bytes,
                            fmt::format("_source + _id and numbers; between {} and {}",
                                        format(document.least, Unit::Bytes), format(document.most, Unit::Bytes)),
                            {source, own});
        out.tableBytes = Figure::derived("documents of " + m_structure.name, rows * document.likely, Unit::Bytes,
                                         fmt::format("documents × bytes of a document; between {} and {}",
                                                     format(rows * document.least, Unit::Bytes),
                                                     format(rows * document.most, Unit::Bytes)),
                                         {out.rows, out.rowBytes});
        std::vector<Figure> parts{out.tableBytes};
        double total = out.tableBytes.value();
        for (const SearchField& field : m_fields) {
            if (!field.indexed && !field.docValues)
                continue;
            Figure figure = fieldFigure(field, out.rows);
            total += figure.value();
            parts.push_back(figure);
            out.indexes.push_back({field.attribute->name, std::move(figure)});
        }
        if (m_rewritten) {
            const Figure& share = m_context.leaves("storage.deleted_documents_ratio");
            const Figure deleted = Figure::derived(
                "deleted documents", total * share.value(), Unit::Bytes,
                fmt::format("all of them × those that were replaced or deleted and are not merged away; "
                            "between none and {}",
                            format(2 * total * share.value(), Unit::Bytes)),
                {share});
            total += deleted.value();
            parts.push_back(deleted);
            out.indexes.push_back({deleted.name(), deleted});
        }
        out.totalBytes = Figure::derived("bytes of " + m_structure.name, total, Unit::Bytes,
                                         "documents + their fields + what merges have not removed", std::move(parts));
        return out;
    }

    double bytes(const RowsOf& rowsOf) const override {
        const double rows = rowsOf(m_structure.entity);
        double each = m_source.likely + m_identity.likely;
        for (const SearchField& field : m_fields)
            if (field.indexed || field.docValues)
                each += spreadOf(field, rows).likely;
        return rows * each * (m_rewritten ? 1 + constant("storage.deleted_documents_ratio") : 1);
    }

private:
    double constant(const char* key) const { return m_context.profile.value(key); }

    bool isLongText(const Attribute& attribute) const {
        const bool text = attribute.type.kind == TypeKind::Text || attribute.type.kind == TypeKind::String;
        return text && plainTextBytes(m_context.cardinality, m_entity->id, attribute) >= kLongText;
    }

    Spread sourceBytes() const {
        double all = 1, texts = 0;
        for (const Attribute& attribute : m_entity->attributes) {
            const double bytes = jsonFieldBytes(m_context.cardinality, m_entity->id, attribute);
            all += bytes;
            texts += isLongText(attribute) ? bytes : 0;
        }
        return {all * constant("storage.source_least_ratio"),
                (all - texts) * constant("storage.source_left_ratio") +
                    texts * constant("storage.source_text_left_ratio"),
                all * constant("storage.source_most_ratio")};
    }

    /// Uid.encodeId: two digits a byte, a UUID as the 27 bytes that its characters are as Base64, else text.
    Spread identity() const {
        const Key* primary = m_entity->primaryKey();
        if (!primary)
            return identityBytes(constant("storage.generated_id_bytes"), false, m_context.profile);
        double bytes = static_cast<double>(primary->attributes.size()) - 1;
        bool ascending = false;
        for (AttributeId id : primary->attributes) {
            const Attribute* attribute = m_entity->find(id);
            const double text = plainTextBytes(m_context.cardinality, m_entity->id, *attribute);
            const bool alone = primary->attributes.size() == 1;
            bytes += alone && attribute->type.kind == TypeKind::Uuid ? 27
                     : alone && isWhole(attribute->type.kind)        ? std::ceil(text / 2) + 1
                                                                     : text;
            ascending = alone && isWhole(attribute->type.kind) && arrivesAscending(*attribute);
        }
        return identityBytes(bytes + (primary->attributes.size() > 1 ? 1 : 0), ascending, m_context.profile);
    }

    IndexedField described(const SearchField& field, double rows) const {
        const Attribute& attribute = *field.attribute;
        IndexedField out;
        out.indexed = field.indexed;
        out.docValues = field.docValues;
        out.presentShare = 1 - nullShare(attribute);
        out.distinct = m_context.cardinality.distinct(m_entity->id, attribute.id);
        if (out.distinct >= 0.99 * m_context.cardinality.rows(m_entity->id)) // a key has more values with more rows
            out.distinct = rows;
        out.bytes = plainTextBytes(m_context.cardinality, m_entity->id, attribute);
        out.ascending = arrivesAscending(attribute);
        switch (field.kind) {
        case SearchKind::Text:
        case SearchKind::TextAndKeyword: out.kind = IndexedField::Kind::Text; break;
        case SearchKind::Flag: out.kind = IndexedField::Kind::Flag; break;
        case SearchKind::Point: out.kind = IndexedField::Kind::Point; break;
        case SearchKind::Number:
        case SearchKind::Date: {
            out.kind = IndexedField::Kind::Number;
            out.bits = bitsOf(attribute, out.distinct);
            if (attribute.type.kind == TypeKind::Timestamp) // milliseconds between two documents
                out.stepBits = std::max(0.0, out.bits - std::log2(std::max(1.0, rows)));
            break;
        }
        default: break;
        }
        return out;
    }

    /// Bits of the range in which values lie. Times: milliseconds of the retention, else of a year.
    double bitsOf(const Attribute& attribute, double distinct) const {
        constexpr double kYearMs = 365 * 86400e3;
        switch (attribute.type.kind) {
        case TypeKind::Double: return 64;
        case TypeKind::Float: return 32;
        case TypeKind::Decimal:
            return attribute.type.precision > 0 && attribute.type.precision <= 18
                       ? 0.7 * attribute.type.precision * std::log2(10)
                       : 64;
        case TypeKind::Timestamp:
        case TypeKind::Date: {
            const double days = m_entity->volume.daysInEngine().value_or(0);
            const double span = days > 0 ? days * 86400e3 : kYearMs;
            return std::log2(attribute.type.kind == TypeKind::Date ? std::max(2.0, span / 86400e3) : span);
        }
        default: return std::log2(std::max(2.0, distinct));
        }
    }

    Spread spreadOf(const SearchField& field, double rows) const {
        IndexedField described = this->described(field, rows);
        const double documents = std::max(1.0, rows / m_context.partitions); // of a shard, each an index of its own
        Spread out = fieldBytes(described, documents, m_context.profile);
        if (field.kind == SearchKind::TextAndKeyword) {
            described.kind = IndexedField::Kind::Keyword;
            out = out + fieldBytes(described, documents, m_context.profile);
        }
        return out;
    }

    Figure sourceFigure() const {
        std::vector<Figure> inputs;
        for (const Attribute& attribute : m_entity->attributes)
            inputs.push_back(Figure::leaf(attribute.name,
                                          jsonFieldBytes(m_context.cardinality, m_entity->id, attribute), Unit::Bytes,
                                          attribute.statistics.averageBytes ? Origin::User : Origin::Default,
                                          "\"name\":value and a comma, as often as it is not null")
                                 .withPath(fmt::format("entity:{}/attribute:{}/average_bytes", m_entity->id.value,
                                                       attribute.id.value)));
        inputs.push_back(m_context.leaves("storage.source_left_ratio"));
        inputs.push_back(m_context.leaves("storage.source_text_left_ratio"));
        return Figure::derived("_source", m_source.likely, Unit::Bytes,
                               fmt::format("JSON × what LZ4 leaves of it, of long texts apart; between {} and {}",
                                           format(m_source.least, Unit::Bytes), format(m_source.most, Unit::Bytes)),
                               std::move(inputs));
    }

    Figure identityFigure() const {
        return Figure::derived("_id and numbers", m_identity.likely, Unit::Bytes,
                               "_id stored and as a term + sequence number, version and term of the primary",
                               {m_context.leaves("storage.id_random_ratio"),
                                m_context.leaves("storage.id_random_bytes"),
                                m_context.leaves("storage.document_numbers_bytes")});
    }

    static const char* formulaOf(const SearchField& field) {
        switch (field.kind) {
        case SearchKind::Text: return "words in their order, and norms";
        case SearchKind::TextAndKeyword: return "words in their order, and norms + the whole value as a keyword";
        case SearchKind::Flag: return "documents of both values + a bit";
        case SearchKind::Point: return "points of a tree and doc values";
        case SearchKind::Number:
        case SearchKind::Date:
            return field.indexed && field.docValues ? "points of a tree + doc values packed to their bits"
                   : field.indexed                  ? "points of a tree"
                                                    : "doc values packed to their bits";
        default:
            return field.indexed && field.docValues ? "terms + documents of each + doc values with every value once"
                   : field.indexed                  ? "terms + documents of each"
                                                    : "doc values with every value once";
        }
    }

    Figure fieldFigure(const SearchField& field, const Figure& rows) const {
        const Attribute& attribute = *field.attribute;
        const Spread bytes = spreadOf(field, rows.value());
        std::vector<Figure> inputs;
        if (field.kind == SearchKind::Text || field.kind == SearchKind::TextAndKeyword) {
            inputs.push_back(payloadFigure(m_context, *m_entity, attribute).renamed("mean length"));
            inputs.push_back(m_context.leaves("storage.text_field_ratio"));
            inputs.push_back(m_context.leaves("storage.text_field_extra_bytes"));
        } else {
            inputs.push_back(
                Figure::leaf("different values of " + attribute.name,
                             m_context.cardinality.distinct(m_entity->id, attribute.id), Unit::None,
                             attribute.statistics.distinctValues ? Origin::User : Origin::Default,
                             attribute.statistics.distinctValues ? "" : "taken from keys, types and fan-outs")
                    .withPath(
                        fmt::format("entity:{}/attribute:{}/distinct_values", m_entity->id.value, attribute.id.value)));
        }
        inputs.push_back(m_context.leaves("storage.field_uncertainty_ratio"));
        const Figure each =
            Figure::derived("field " + attribute.name, bytes.likely, Unit::Bytes, formulaOf(field), std::move(inputs));
        return Figure::derived(attribute.name, rows.value() * bytes.likely, Unit::Bytes,
                               fmt::format("documents × bytes of the field; between {} and {}",
                                           format(rows.value() * bytes.least, Unit::Bytes),
                                           format(rows.value() * bytes.most, Unit::Bytes)),
                               {rows, each});
    }

    const SizeContext& m_context;
    const Structure& m_structure;
    const Entity* m_entity;
    std::vector<SearchField> m_fields;
    Spread m_source;
    Spread m_identity;
    bool m_rewritten = false;
};

} // namespace

std::unique_ptr<SizeModel> invertedModel(const SizeContext& context, const Structure& structure) {
    return std::make_unique<InvertedModel>(context, structure);
}

} // namespace shardscape::estimator
