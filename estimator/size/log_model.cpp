// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Append logs: record batches, their sparse indexes, and what waits for retention or compaction.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "estimator/size/family_models.h"
#include "estimator/size/record_batch.h"
#include "model/physical/json_text.h"
#include "model/physical/log_topic.h"

namespace shardscape::estimator {

using namespace model;

namespace {

class LogModel : public SizeModel {
public:
    LogModel(const SizeContext& context, const Structure& structure)
        : m_context(context)
        , m_structure(structure)
        , m_entity(context.project.entities.find(structure.entity)) {
        if (!m_entity)
            return;
        for (const StructureKeyPart& part : structure.partitionKey)
            m_key.push_back(structure.find(part.column)->source.attribute);
        m_record = {recordKeyBytes(context.cardinality, *m_entity, m_key),
                    jsonRowBytes(context.cardinality, *m_entity)};
        m_compact = topicPolicy(context.project, *m_entity) == TopicPolicy::Compact;
        m_perSecond = recordsPerSecond(context.cardinality, *m_entity);
        m_logged = loggedRecord(m_record, m_perSecond / context.partitions, context.profile);
    }

    StructureEstimate now() const override {
        StructureEstimate out;
        out.name = m_structure.name;
        out.entity = m_structure.entity;
        out.rows = rowsFigure(m_context, m_structure.entity);
        const double rows = out.rows.value();
        out.rowBytes = rowFigure();
        out.tableBytes = Figure::derived("log of " + m_structure.name, rows * m_logged.bytes.likely, Unit::Bytes,
                                         fmt::format("records × bytes of a record in its batch; between {} and {}",
                                                     format(rows * m_logged.bytes.least, Unit::Bytes),
                                                     format(rows * m_logged.bytes.most, Unit::Bytes)),
                                         {out.rows, out.rowBytes});
        const Figure index = indexFigure(out.tableBytes);
        out.indexes.push_back({index.name(), index});
        const Figure waiting = m_compact ? dirtyFigure(out.tableBytes) : lateFigure(out.tableBytes);
        std::vector<Figure> parts{out.tableBytes, index};
        if (waiting.value() > 0) {
            out.indexes.push_back({waiting.name(), waiting});
            parts.push_back(waiting);
        }
        double total = 0;
        for (const Figure& part : parts)
            total += part.value();
        out.totalBytes = Figure::derived("bytes of " + m_structure.name, total, Unit::Bytes,
                                         "log + indexes + what waits to be deleted", std::move(parts));
        return out;
    }

    double bytes(const RowsOf& rowsOf) const override {
        const double log = rowsOf(m_structure.entity) * m_logged.bytes.likely;
        return log * (1 + indexShare()) + (m_compact ? dirtyBytes(log) : lateBytes(log));
    }

private:
    double constant(const char* key) const { return m_context.profile.value(key); }

    /// An entry after each append that passes the interval: whole batches.
    double indexShare() const {
        const double batch = std::max(1.0, m_logged.batch);
        const double batches = std::floor(constant("storage.index_interval_bytes") / batch) + 1;
        return (constant("storage.offset_index_entry_bytes") + constant("storage.time_index_entry_bytes")) /
               (batches * batch);
    }

    double segment() const { return segmentSeconds(m_entity ? m_entity->volume.daysInEngine() : std::nullopt); }

    /// A segment goes when its last record is old enough: half of one too much, on average, in each partition.
    double lateBytes(double log) const {
        if (!m_entity || !m_entity->volume.retentionDays)
            return 0;
        const double ofTime = m_perSecond / m_context.partitions * segment() * m_logged.bytes.likely;
        const double one = std::min({constant("storage.full_segment_bytes"), ofTime, log / m_context.partitions});
        return m_context.partitions * one / 2;
    }

    /// New records come until they are the given share of the log: on average half of what is then there.
    double dirtyBytes(double log) const {
        const double ratio = std::clamp(constant("storage.dirty_log_ratio"), 0.0, 0.99);
        return m_perSecond > 0 ? log * ratio / (1 - ratio) / 2 : 0;
    }

    Figure rowFigure() const {
        auto& leaves = m_context.leaves;
        std::vector<Figure> fields;
        if (m_entity)
            for (const Attribute& attribute : m_entity->attributes)
                fields.push_back(
                    Figure::leaf(attribute.name, jsonFieldBytes(m_context.cardinality, m_entity->id, attribute),
                                 Unit::Bytes, attribute.statistics.averageBytes ? Origin::User : Origin::Default,
                                 "\"name\":value and a comma, as often as it is not null")
                        .withPath(fmt::format("entity:{}/attribute:{}/average_bytes", m_entity->id.value,
                                              attribute.id.value)));
        const Figure value = Figure::derived("value as JSON", m_record.valueBytes, Unit::Bytes,
                                             "Σ fields, and braces around them", std::move(fields));
        const Figure key =
            Figure::leaf("key of a record", std::max(0.0, m_record.keyBytes), Unit::Bytes, Origin::Default,
                         m_record.keyBytes < 0 ? "none" : "as its serializer writes it");
        const Figure arriving = Figure::leaf("records a second", m_perSecond, Unit::PerSecond, Origin::User,
                                             "what the patterns write, else the growth");
        const Figure partitions =
            Figure::leaf("partitions", m_context.partitions, Unit::None, Origin::Default, "as the design places them");
        const Figure count = Figure::derived(
            "records of a batch", m_logged.count, Unit::None,
            "records that come into a partition while a producer waits, at most a full batch",
            {arriving, partitions, leaves("storage.batch_wait_ms"), leaves("storage.full_batch_bytes")});
        const Figure raw = Figure::derived("record before compression", m_logged.raw, Unit::Bytes,
                                           "length + attributes + differences of time and offset + key + value, each "
                                           "with its length as a varint",
                                           {key, value, count});
        const Figure ratio = Figure::derived(
            "share left by compression", m_logged.ratio, Unit::Ratio, "lz4, as measured for batches of so many records",
            {count, leaves("storage.batch_of_1_ratio"), leaves("storage.batch_of_10_ratio"),
             leaves("storage.batch_of_100_ratio"), leaves("storage.batch_of_1000_ratio")});
        return Figure::derived(
            "bytes of a record in its batch", m_logged.bytes.likely, Unit::Bytes,
            fmt::format("record × share left by compression + header of the batch ÷ records of a batch; between {} in "
                        "full batches of the best codec and {} alone and not compressed",
                        format(m_logged.bytes.least, Unit::Bytes), format(m_logged.bytes.most, Unit::Bytes)),
            {raw, ratio, leaves("storage.batch_header_bytes"), count, leaves("storage.compression_least_ratio"),
             leaves("storage.compression_most_ratio")});
    }

    Figure indexFigure(const Figure& log) const {
        auto& leaves = m_context.leaves;
        return Figure::derived("indexes of offsets and times", log.value() * indexShare(), Unit::Bytes,
                               "log ÷ bytes between two entries, in whole batches, × both entries",
                               {log, leaves("storage.index_interval_bytes"), leaves("storage.offset_index_entry_bytes"),
                                leaves("storage.time_index_entry_bytes")});
    }

    Figure lateFigure(const Figure& log) const {
        if (!m_entity || !m_entity->volume.retentionDays)
            return Figure::leaf("segments past their retention", 0, Unit::Bytes, Origin::Default, "nothing is deleted");
        const double late = lateBytes(log.value());
        return Figure::derived(
            "segments past their retention", late, Unit::Bytes,
            fmt::format("partitions × half a segment, which is {} or the largest segment; between none and {}",
                        format(segment(), Unit::Seconds), format(2 * late, Unit::Bytes)),
            {log, m_context.leaves("storage.full_segment_bytes")});
    }

    Figure dirtyFigure(const Figure& log) const {
        const double dirty = dirtyBytes(log.value());
        return Figure::derived("records not yet compacted", dirty, Unit::Bytes,
                               dirty > 0
                                   ? fmt::format("half of what is new when compaction begins; between none and {}",
                                                 format(2 * dirty, Unit::Bytes))
                                   : std::string("nothing is written again"),
                               {log, m_context.leaves("storage.dirty_log_ratio")});
    }

    const SizeContext& m_context;
    const Structure& m_structure;
    const Entity* m_entity;
    std::vector<AttributeId> m_key;
    LogRecord m_record;
    LoggedRecord m_logged;
    double m_perSecond = 0;
    bool m_compact = false;
};

} // namespace

std::unique_ptr<SizeModel> logModel(const SizeContext& context, const Structure& structure) {
    return std::make_unique<LogModel>(context, structure);
}

} // namespace shardscape::estimator
