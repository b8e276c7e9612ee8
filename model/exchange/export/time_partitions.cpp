// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/export/time_partitions.h"

#include <algorithm>

#include <fmt/format.h>

#include "model/exchange/export/postgres_words.h"

namespace shardscape::model {
namespace {

bool leavesInPartitions(const Entity& entity) {
    return entity.volume.removal == RowRemoval::Partitions && entity.volume.daysInEngine();
}

bool isTime(const Attribute& attribute) {
    return !attribute.nullable && (attribute.type.kind == TypeKind::Timestamp || attribute.type.kind == TypeKind::Date);
}

bool isIn(const std::vector<AttributeId>& attributes, AttributeId attribute) {
    return std::find(attributes.begin(), attributes.end(), attribute) != attributes.end();
}

bool inEveryUniqueKey(const Entity& entity, AttributeId attribute) {
    const bool keys = std::all_of(entity.keys.begin(), entity.keys.end(),
                                  [&](const Key& key) { return isIn(key.attributes, attribute); });
    return keys && std::all_of(entity.indexes.begin(), entity.indexes.end(), [&](const Index& index) {
               return !index.unique || std::any_of(index.parts.begin(), index.parts.end(),
                                                   [&](const KeyPart& part) { return part.attribute == attribute; });
           });
}

bool isParent(const Project& project, EntityId entity) {
    return std::any_of(project.relationships.begin(), project.relationships.end(),
                       [&](const Relationship& one) { return one.parent == entity; });
}
bool isChild(const Project& project, EntityId entity) {
    return std::any_of(project.relationships.begin(), project.relationships.end(),
                       [&](const Relationship& one) { return one.child == entity; });
}

std::string freeName(const Project& project, const std::string& wanted) {
    std::string name = wanted;
    for (int i = 2; project.findEntity(name); ++i)
        name = wanted + std::to_string(i);
    return name;
}

/// Why a table that should be partitioned is not.
std::string obstacle(const Project& project, const Entity& entity, bool mysql) {
    if (isParent(project, entity.id))
        return "other tables refer to it, and they would have to refer to its time as well";
    if (mysql && isChild(project, entity.id))
        return "it refers to other tables, and a partitioned one cannot";
    if (!partitionColumn(entity))
        return "a time has to be part of each of its unique keys, its primary key too";
    return {};
}

std::string mysqlName(const std::string& name) {
    std::string out = "`";
    for (char c : name)
        out += c == '`' ? std::string("``") : std::string(1, c);
    return out + "`";
}

/// TIMESTAMP columns are partitioned by their seconds, others by themselves (MySQL 8.0 manual, "RANGE Partitioning").
std::string mysqlPartitions(const Structure& table, const Attribute& column) {
    const auto at = std::find_if(table.columns.begin(), table.columns.end(),
                                 [&](const StructureColumn& one) { return one.source.attribute == column.id; });
    if (at == table.columns.end())
        return {};
    std::string type = at->nativeType;
    std::transform(type.begin(), type.end(), type.begin(), [](unsigned char c) { return std::tolower(c); });
    const std::string name = mysqlName(at->name);
    const bool seconds = type.starts_with("timestamp");
    return fmt::format("ALTER TABLE {} PARTITION BY RANGE {}({}) (PARTITION rest VALUES LESS THAN {});\n",
                       mysqlName(table.name), seconds ? "" : "COLUMNS ",
                       seconds ? fmt::format("UNIX_TIMESTAMP({})", name) : name, seconds ? "MAXVALUE" : "(MAXVALUE)");
}

} // namespace

const Attribute* partitionColumn(const Entity& entity) {
    if (!leavesInPartitions(entity))
        return nullptr;
    const auto at = std::find_if(entity.attributes.begin(), entity.attributes.end(), [&](const Attribute& attribute) {
        return isTime(attribute) && inEveryUniqueKey(entity, attribute.id);
    });
    return at == entity.attributes.end() ? nullptr : &*at;
}

Project partitionedByTime(const Project& project) {
    Project out = project;
    for (const Entity& entity : project.entities) {
        const Attribute* column = partitionColumn(entity);
        if (!column || entity.partitioning || isParent(project, entity.id))
            continue;
        Entity partitioned = entity;
        Partitioning partitioning;
        KeyPart part;
        part.attribute = column->id;
        partitioning.parts.push_back(part);
        PartitionChild rest;
        rest.schema = entity.schema;
        rest.name = freeName(project, entity.name + "_rest");
        rest.bound = "DEFAULT";
        partitioning.children.push_back(std::move(rest));
        partitioned.partitioning = std::move(partitioning);
        out.entities.set(std::move(partitioned));
    }
    return out;
}

std::string timePartitions(const Project& project, const EngineProfile& profile, const Design& design) {
    const bool mysql = profile.dialect != "postgresql";
    if (profile.storage == StorageFamily::RecordTree)
        return {};
    std::string out;
    for (const Entity& entity : project.entities) {
        const auto table = std::find_if(design.structures.begin(), design.structures.end(), [&](const Structure& one) {
            return one.entity == entity.id && one.truth && one.kind != StructureKind::Cache;
        });
        if (!leavesInPartitions(entity) || table == design.structures.end() || (entity.partitioning && !mysql))
            continue;
        if (const std::string why = obstacle(project, entity, mysql); !why.empty()) {
            out += fmt::format("\n-- {} cannot be dropped in partitions of time as it is: {}.\n", entity.name, why);
            continue;
        }
        out +=
            fmt::format("\n-- {}: a partition covers {:g} day{}; a job makes them ahead of time and drops those whose "
                        "youngest row is\n-- older than {:g} days.\n",
                        entity.name, entity.volume.partitionDays, entity.volume.partitionDays == 1 ? "" : "s",
                        *entity.volume.daysInEngine());
        if (mysql)
            out += mysqlPartitions(*table, *partitionColumn(entity));
        else
            out += fmt::format("--   CREATE TABLE {0} PARTITION OF {1} FOR VALUES FROM ('…') TO ('…');\n"
                               "--   ALTER TABLE {1} DETACH PARTITION {0}; DROP TABLE {0};\n",
                               postgresName(entity.schema, entity.name + "_20260101"),
                               postgresName(entity.schema, entity.name));
    }
    return out;
}

} // namespace shardscape::model
