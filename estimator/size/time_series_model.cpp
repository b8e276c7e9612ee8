// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Stores of time series: chunks of samples, and in every block an index of series, labels and their values.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "estimator/size/family_models.h"
#include "estimator/size/time_series.h"
#include "model/physical/time_series.h"

namespace shardscape::estimator {

using namespace model;

namespace {

class TimeSeriesModel : public SizeModel {
public:
    TimeSeriesModel(const SizeContext& context, const Structure& structure)
        : m_context(context)
        , m_structure(structure)
        , m_entity(context.project.entities.find(structure.entity)) {
        if (!m_entity)
            return;
        m_shape = seriesShapeOf(context.cardinality, *m_entity);
        m_combinations = seriesOf(context.cardinality, m_entity->id, m_shape);
        m_seconds = std::max(0.001, samplingSeconds(context.project, *m_entity, m_combinations));
        const double ofABlock = std::max(1.0, constant("storage.block_least_s") / m_seconds);
        m_chunkSamples = static_cast<int>(std::max(1.0, std::min(constant("storage.chunk_samples_count"), ofABlock)));
        for (const Attribute* value : m_shape.values)
            m_samples.push_back(sampleBytes(kindOf(*value), m_chunkSamples, m_seconds, context.profile));
    }

    StructureEstimate now() const override {
        StructureEstimate out;
        out.name = m_structure.name;
        out.entity = m_structure.entity;
        out.rows = rowsFigure(m_context, m_structure.entity);
        const double rows = out.rows.value();
        std::vector<Figure> values;
        Spread row;
        for (std::size_t i = 0; i < m_samples.size(); ++i) {
            const Spread bytes = m_samples[i] * (1 - nullShare(*m_shape.values[i]));
            row = row + bytes;
            values.push_back(valueFigure(*m_shape.values[i], bytes));
        }
        out.rowBytes = Figure::derived(
            "bytes of a row's samples", row.likely, Unit::Bytes,
            fmt::format("Σ values, each a sample in a chunk; between {} and {}, as numbers and times move",
                        format(row.least, Unit::Bytes), format(row.most, Unit::Bytes)),
            std::move(values));
        out.tableBytes =
            Figure::derived("chunks of " + m_structure.name, rows * row.likely, Unit::Bytes,
                            fmt::format("rows × bytes of a row's samples; between {} and {}",
                                        format(rows * row.least, Unit::Bytes), format(rows * row.most, Unit::Bytes)),
                            {out.rows, out.rowBytes});
        const Figure index = indexFigure(rows);
        out.indexes.push_back({"index of the blocks", index});
        out.totalBytes = Figure::derived("bytes of " + m_structure.name, out.tableBytes.value() + index.value(),
                                         Unit::Bytes, "chunks + index of the blocks", {out.tableBytes, index});
        return out;
    }

    double bytes(const RowsOf& rowsOf) const override {
        const double rows = rowsOf(m_structure.entity);
        double sum = 0;
        for (std::size_t i = 0; i < m_samples.size(); ++i)
            sum += rows * m_samples[i].likely * (1 - nullShare(*m_shape.values[i]));
        return sum + indexOf(rows).bytes();
    }

private:
    struct BlockIndex {
        double blocks = 1;
        double series = 0; ///< all values of all combinations of labels
        double seriesBytes = 0;
        double valuesBytes = 0; ///< of different values of labels, in one block
        double bytes() const { return blocks * (series * seriesBytes + valuesBytes); }
    };

    double constant(const char* key) const { return m_context.profile.value(key); }

    SampleKind kindOf(const Attribute& attribute) const {
        SampleKind out;
        switch (attribute.type.kind) {
        case TypeKind::Bool: out.kind = SampleKind::Kind::Flag; break;
        case TypeKind::Int16:
        case TypeKind::Int32:
        case TypeKind::Int64:
            out.kind = SampleKind::Kind::Whole;
            out.distinct = m_context.cardinality.distinct(m_structure.entity, attribute.id);
            break;
        case TypeKind::Decimal: out.digits = attribute.type.precision > 0 ? attribute.type.scale : 2; break;
        default: break;
        }
        return out;
    }

    double retentionSeconds() const {
        const std::optional<double> days = m_entity ? m_entity->volume.daysInEngine() : std::nullopt;
        return days ? *days * 86400 : constant("storage.retention_default_s");
    }

    BlockIndex indexOf(double rows) const {
        BlockIndex out;
        if (!m_entity || rows <= 0)
            return out;
        const double combinations = std::min(m_combinations, rows);
        const double span = rows / combinations * m_seconds;
        const double block =
            std::clamp(retentionSeconds() / 10, constant("storage.block_least_s"), constant("storage.block_most_s"));
        out.blocks = std::max(1.0, span / block);
        out.series = combinations * static_cast<double>(m_shape.values.size());
        const double chunks = std::max(1.0, rows / combinations / out.blocks / m_chunkSamples);
        const double labels = static_cast<double>(m_shape.labels.size()) + 1; // and the name of the metric
        const double entry = constant("storage.index_series_bytes") + labels * constant("storage.index_label_bytes") +
                             (chunks - 1) * constant("storage.index_chunk_bytes");
        const double align = constant("storage.index_align_bytes");
        out.seriesBytes = std::ceil(entry / align) * align + (labels + 1) * constant("storage.index_posting_bytes");
        for (const Attribute* label : m_shape.labels) {
            const double distinct = std::min(m_context.cardinality.distinct(m_entity->id, label->id), combinations);
            out.valuesBytes +=
                distinct * (constant("storage.index_value_bytes") + static_cast<double>(label->name.size()) +
                            2 * textBytes(m_context, *m_entity, *label));
        }
        return out;
    }

    Figure indexFigure(double rows) const {
        auto& leaves = m_context.leaves;
        const BlockIndex index = indexOf(rows);
        std::vector<Figure> labels;
        for (const Attribute* label : m_shape.labels)
            labels.push_back(Figure::leaf("different values of " + label->name,
                                          m_context.cardinality.distinct(m_entity->id, label->id), Unit::None,
                                          label->statistics.distinctValues ? Origin::User : Origin::Default,
                                          label->statistics.distinctValues ? "" : "taken from keys, types and fan-outs")
                                 .withPath(fmt::format("entity:{}/attribute:{}/distinct_values", m_entity->id.value,
                                                       label->id.value)));
        const Figure series = Figure::derived(
            kSeriesFigure, index.series, Unit::None,
            "Π different values of labels, taken as independent and at most one a row, × values", labels);
        const Figure blocks =
            Figure::derived("blocks of samples", index.blocks, Unit::None,
                            fmt::format("time that the samples span ({} between two of a series) ÷ a tenth of the "
                                        "retention, at least two hours and at most 31 days",
                                        format(m_seconds, Unit::Seconds)),
                            {leaves("storage.block_least_s"), leaves("storage.block_most_s")});
        const Figure entry = Figure::derived(
            "entry of a series", index.seriesBytes, Unit::Bytes,
            "(entry + labels + chunks but the first), rounded up + a number in the list of each label and of all",
            {leaves("storage.index_series_bytes"), leaves("storage.index_label_bytes"),
             leaves("storage.index_chunk_bytes"), leaves("storage.index_align_bytes"),
             leaves("storage.index_posting_bytes")});
        const Figure values = Figure::derived("values of labels", index.valuesBytes, Unit::Bytes,
                                              "Σ different values × (their lists and tables + name + twice the text)",
                                              {leaves("storage.index_value_bytes")});
        return Figure::derived("index of the blocks", index.bytes(), Unit::Bytes,
                               "blocks × (series × entry of a series + values of labels)",
                               {blocks, series, entry, values});
    }

    Figure valueFigure(const Attribute& value, const Spread& bytes) const {
        return Figure::derived(
            value.name, bytes.likely, Unit::Bytes,
            fmt::format("a chunk of {} drawn samples, encoded (changes of time, differing bits of the number), ÷ its "
                        "samples; between {} when it never changes and {} when all its bits do",
                        m_chunkSamples, format(bytes.least, Unit::Bytes), format(bytes.most, Unit::Bytes)),
            {m_context.leaves("storage.chunk_samples_count"), m_context.leaves("storage.chunk_overhead_bytes")});
    }

    const SizeContext& m_context;
    const Structure& m_structure;
    const Entity* m_entity;
    SeriesShape m_shape;
    double m_combinations = 1;
    double m_seconds = kScrapeSeconds;
    int m_chunkSamples = 120;
    std::vector<Spread> m_samples;
};

} // namespace

std::unique_ptr<SizeModel> timeSeriesModel(const SizeContext& context, const Structure& structure) {
    return std::make_unique<TimeSeriesModel>(context, structure);
}

} // namespace shardscape::estimator
