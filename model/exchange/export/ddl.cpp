// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/export/ddl.h"

#include <fmt/format.h>

#include "model/exchange/export/clickhouse.h"
#include "model/exchange/export/cql.h"
#include "model/exchange/export/dynamodb.h"
#include "model/exchange/export/elasticsearch.h"
#include "model/exchange/export/kafka.h"
#include "model/exchange/export/kept_copies.h"
#include "model/exchange/export/mongodb.h"
#include "model/exchange/export/postgres_ddl.h"
#include "model/exchange/export/prometheus.h"
#include "model/exchange/export/redis.h"
#include "model/exchange/export/sql_schema.h"
#include "model/exchange/export/time_partitions.h"
#include "model/physical/mapping.h"

namespace shardscape::model {

Result<std::string> writeDdl(const Project& project, const EngineProfile& profile, const Design& design) {
    if (profile.mapping == MappingFamily::Relational && !profile.dialect.empty())
        return (profile.dialect == "postgresql" ? writePostgresDdl(partitionedByTime(project), design)
                                                : writeSqlSchema(project, profile, design)) +
               timePartitions(project, profile, design);
    if (profile.mapping == MappingFamily::WideColumn)
        return writeCql(project, design);
    if (profile.mapping == MappingFamily::Document)
        return writeMongoCollections(projectOn(project, profile), design);
    if (profile.mapping == MappingFamily::Columnar)
        return writeClickhouseDdl(project, design);
    if (profile.mapping == MappingFamily::TimeSeries)
        return writePrometheusRules(project, design);
    if (profile.mapping == MappingFamily::Search)
        return writeSearchIndexes(project, design);
    if (profile.mapping == MappingFamily::Log)
        return writeKafkaTopics(project, profile, design);
    if (profile.name == "dynamodb")
        return writeDynamoTables(project, design);
    if (profile.mapping == MappingFamily::Cache)
        return writeRedisKeys(project, design);
    return fail(ErrorCode::Unsupported, fmt::format("There is no native schema for {} yet", profile.title),
                "export for PostgreSQL, MySQL, SQLite, Cassandra, DynamoDB, MongoDB, ClickHouse, Prometheus, Kafka, "
                "Elasticsearch or Redis");
}

Result<std::string> writeDdl(const Derivation& kept, const EngineProfile& profile, const Design& design) {
    if (kept.copies.empty() || profile.mapping != MappingFamily::Relational)
        return writeDdl(kept.project, profile, design);
    Project tables = kept.project;
    if (profile.dialect == "postgresql")
        for (const DerivedCopy& copy : kept.copies)
            if (isNativeView(kept, copy))
                tables.entities.remove(copy.entity);
    auto out = writeDdl(tables, profile, design);
    if (out)
        *out += writeKeptCopies(kept, profile, design);
    return out;
}

} // namespace shardscape::model
