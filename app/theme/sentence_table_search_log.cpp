// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the table about append logs, search indexes and time series; see sentence_table.cpp.
// clang-format off
#include "app/theme/sentence_table_search_log.h"

#include <QtGlobal>

namespace shardscape::app {

const std::vector<const char*>& searchAndLogSentences() {
    static const std::vector<const char*> kTable = {
        // Append logs.
        QT_TRANSLATE_NOOP("Sentences", "Each entity is a topic: its inserts, changes and deletions are records in one order a key. Keys, foreign keys and joins are the consumers' affair."),
        QT_TRANSLATE_NOOP("Sentences", "Values are taken as JSON text, compressed by the producer with lz4, a batch at a time. A schema registry with Avro or Protobuf makes them smaller."),
        QT_TRANSLATE_NOOP("Sentences", "A compacted topic keeps the latest record of each key; a deletion is a record without a value, which goes a day after it was seen (delete.retention.ms)."),
        QT_TRANSLATE_NOOP("Sentences", "Topics of entities without a retention keep everything (retention.ms=-1); the broker's own habit would be a week."),
        QT_TRANSLATE_NOOP("Sentences", "%1: the key chosen in the layout is not taken, as compaction needs the primary key."),
        QT_TRANSLATE_NOOP("Sentences", "the latest version of each row; keyed: %1"),
        QT_TRANSLATE_NOOP("Sentences", "events, kept by age; keyed: %1"),
        QT_TRANSLATE_NOOP("Sentences", "the primary key, of which compaction keeps the latest record"),
        QT_TRANSLATE_NOOP("Sentences", "readers compare %1 most often"),
        QT_TRANSLATE_NOOP("Sentences", "the events of one of %1 stay in order"),
        QT_TRANSLATE_NOOP("Sentences", "the primary key spreads records evenly"),
        QT_TRANSLATE_NOOP("Sentences", "there is no key: records are dealt to the partitions in turn"),
        QT_TRANSLATE_NOOP("Sentences", "a log runs no query: a stream processor reads one topic and appends to another"),
        QT_TRANSLATE_NOOP("Sentences", "a log does not add in place: append each change, and let a consumer keep the sum"),
        QT_TRANSLATE_NOOP("Sentences", "%1 has no primary key under which a newer record could replace an older one"),
        QT_TRANSLATE_NOOP("Sentences", "a record is replaced by its key, and %1 is not given"),
        QT_TRANSLATE_NOOP("Sentences", "a log does not join: a stream processor joins topics, or a consumer keeps them as tables"),
        QT_TRANSLATE_NOOP("Sentences", "a log is read in order, from an offset or a time: it has no index to look up %1; let a consumer keep a table or an index that follows the topic"),
        QT_TRANSLATE_NOOP("Sentences", "rows by a condition"),
        QT_TRANSLATE_NOOP("Sentences", "append %1 to the partition of %2, in a batch with others"),
        QT_TRANSLATE_NOOP("Sentences", "append %1 without a value, which deletes the key when the topic is compacted"),
        QT_TRANSLATE_NOOP("Sentences", "append %1 with the whole row, of which compaction keeps the latest"),
        QT_TRANSLATE_NOOP("Sentences", "read in order from the offset of that time of all %1 partitions: %2"),
        QT_TRANSLATE_NOOP("Sentences", "read in order from the offset of that time of one partition: %1"),
        QT_TRANSLATE_NOOP("Sentences", "read in order from the first offset of all %1 partitions: %2"),
        QT_TRANSLATE_NOOP("Sentences", "read in order from the first offset of one partition: %1"),
        QT_TRANSLATE_NOOP("Sentences", "read the last records of all %1 partitions: %2"),
        QT_TRANSLATE_NOOP("Sentences", "read the last records of one partition: %1"),
        QT_TRANSLATE_NOOP("Sentences", "the consumer keeps %1"),
        QT_TRANSLATE_NOOP("Sentences", "the consumer sorts %1"),
        QT_TRANSLATE_NOOP("Sentences", "%1 records"),
        QT_TRANSLATE_NOOP("Sentences", "%1 record"),
        QT_TRANSLATE_NOOP("Sentences", "let a consumer follow the topic into a store that is asked this way: a table, a cache or an index"),
        QT_TRANSLATE_NOOP("Sentences", "%1 a day come in and nothing says when they may go: the log keeps all of them, and a new consumer that begins at the first offset reads all of them"),
        QT_TRANSLATE_NOOP("Sentences", "state a retention, and keep what must stay longer in the store that owns it"),
        QT_TRANSLATE_NOOP("Sentences", "%1 has %2 different values for %3 partitions: the others stay empty, and as many consumers idle"),
        QT_TRANSLATE_NOOP("Sentences", "take a key with more values, or no key where order does not matter"),
        QT_TRANSLATE_NOOP("Sentences", "%1 of all topics and replicas lie on a broker, where %2 is what one carries: starting, failing over and fetching take long"),
        QT_TRANSLATE_NOOP("Sentences", "take fewer partitions a topic, or more brokers"),
        QT_TRANSLATE_NOOP("Sentences", "log of %1"),
        QT_TRANSLATE_NOOP("Sentences", "records × bytes of a record in its batch; between %1 and %2"),
        QT_TRANSLATE_NOOP("Sentences", "log + indexes + what waits to be deleted"),
        QT_TRANSLATE_NOOP("Sentences", "value as JSON"),
        QT_TRANSLATE_NOOP("Sentences", "Σ fields, and braces around them"),
        QT_TRANSLATE_NOOP("Sentences", "\"name\":value and a comma, as often as it is not null"),
        QT_TRANSLATE_NOOP("Sentences", "key of a record"),
        QT_TRANSLATE_NOOP("Sentences", "as its serializer writes it"),
        QT_TRANSLATE_NOOP("Sentences", "records a second"),
        QT_TRANSLATE_NOOP("Sentences", "what the patterns write, else the growth"),
        QT_TRANSLATE_NOOP("Sentences", "records of a batch"),
        QT_TRANSLATE_NOOP("Sentences", "records that come into a partition while a producer waits, at most a full batch"),
        QT_TRANSLATE_NOOP("Sentences", "record before compression"),
        QT_TRANSLATE_NOOP("Sentences", "length + attributes + differences of time and offset + key + value, each with its length as a varint"),
        QT_TRANSLATE_NOOP("Sentences", "share left by compression"),
        QT_TRANSLATE_NOOP("Sentences", "lz4, as measured for batches of so many records"),
        QT_TRANSLATE_NOOP("Sentences", "bytes of a record in its batch"),
        QT_TRANSLATE_NOOP("Sentences", "record × share left by compression + header of the batch ÷ records of a batch; between %1 in full batches of the best codec and %2 alone and not compressed"),
        QT_TRANSLATE_NOOP("Sentences", "indexes of offsets and times"),
        QT_TRANSLATE_NOOP("Sentences", "log ÷ bytes between two entries, in whole batches, × both entries"),
        QT_TRANSLATE_NOOP("Sentences", "segments past their retention"),
        QT_TRANSLATE_NOOP("Sentences", "nothing is deleted"),
        QT_TRANSLATE_NOOP("Sentences", "partitions × half a segment, which is %1 or the largest segment; between none and %2"),
        QT_TRANSLATE_NOOP("Sentences", "records not yet compacted"),
        QT_TRANSLATE_NOOP("Sentences", "half of what is new when compaction begins; between none and %1"),
        QT_TRANSLATE_NOOP("Sentences", "nothing is written again"),
        QT_TRANSLATE_NOOP("Sentences", "⌈records a second of the busiest topic at its peak ÷ records of a consumer, or their bytes ÷ bytes into a partition⌉, at least the engine's habit"),
        QT_TRANSLATE_NOOP("Sentences", "partitions, each with a consumer, × records of a consumer"),
        QT_TRANSLATE_NOOP("Sentences", "Segments go as a whole when they are old enough. Compaction of topics that keep the latest record of a key is not simulated."),
    };
    return kTable;
}

} // namespace shardscape::app
