// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

#include "model/schema/project.h"

/// The members of every value of a project, once. The text form, the project file, the journal and the words of a diff
/// are all driven by these lists, so that none of them can know less than another.
///
/// Each list takes its object apart by a structured binding, which must name every member: a member added to a struct
/// and forgotten here does not compile. The names are those in files. Units end them; a list of objects is named in the
/// singular, because each object is a block of its own. Renaming one, or changing a default value in the struct, is a
/// new format version.
namespace shardscape::model {

template <class M> struct Field {
    std::string_view name;
    M& value;
};

template <class O, class T>
concept Is = std::same_as<std::remove_const_t<O>, T>;

template <class M> Field<M> field(std::string_view name, M& value) {
    return {name, value};
}

template <Is<ColumnStatistics> O> auto fieldsOf(O& o) {
    auto& [averageBytes, maximumBytes, nullFraction, distinctValues] = o;
    return std::make_tuple(field("average_bytes", averageBytes), field("maximum_bytes", maximumBytes),
                           field("null_fraction", nullFraction), field("distinct_values", distinctValues));
}

template <Is<Type> O> auto fieldsOf(O& o) {
    auto& [kind, length, fixedLength, precision, scale, withTimeZone, binary, enumeration, element, native] = o;
    return std::make_tuple(field("kind", kind), field("length", length), field("fixed_length", fixedLength),
                           field("precision", precision), field("scale", scale), field("with_time_zone", withTimeZone),
                           field("binary", binary), field("enumeration", enumeration), field("element", element),
                           field("native", native));
}

template <Is<Property> O> auto fieldsOf(O& o) {
    auto& [name, value] = o;
    return std::make_tuple(field("name", name), field("value", value));
}

template <Is<NamingRules> O> auto fieldsOf(O& o) {
    auto& [primaryKey, unique, foreignKey, index] = o;
    return std::make_tuple(field("primary_key", primaryKey), field("unique", unique), field("foreign_key", foreignKey),
                           field("index", index));
}

template <Is<Attribute> O> auto fieldsOf(O& o) {
    auto& [id, name, type, nullable, defaultSql, generatedSql, generator, identityAlways, identityOptions, collation,
           statistics, comment, properties] = o;
    return std::make_tuple(field("id", id), field("name", name), field("type", type), field("nullable", nullable),
                           field("default_sql", defaultSql), field("generated_sql", generatedSql),
                           field("generator", generator), field("identity_always", identityAlways),
                           field("identity_options", identityOptions), field("collation", collation),
                           field("statistics", statistics), field("comment", comment), field("property", properties));
}

template <Is<Key> O> auto fieldsOf(O& o) {
    auto& [id, kind, name, attributes, include, nullsNotDistinct, deferrable, initiallyDeferred, comment] = o;
    return std::make_tuple(field("id", id), field("kind", kind), field("name", name), field("attributes", attributes),
                           field("include", include), field("nulls_not_distinct", nullsNotDistinct),
                           field("deferrable", deferrable), field("initially_deferred", initiallyDeferred),
                           field("comment", comment));
}

template <Is<Check> O> auto fieldsOf(O& o) {
    auto& [name, expression, notValid, noInherit, comment] = o;
    return std::make_tuple(field("name", name), field("expression", expression), field("not_valid", notValid),
                           field("no_inherit", noInherit), field("comment", comment));
}

template <Is<KeyPart> O> auto fieldsOf(O& o) {
    auto& [attribute, expression, descending, nullsFirst, collation, operatorClass] = o;
    return std::make_tuple(field("attribute", attribute), field("expression", expression),
                           field("descending", descending), field("nulls_first", nullsFirst),
                           field("collation", collation), field("operator_class", operatorClass));
}

template <Is<Index> O> auto fieldsOf(O& o) {
    auto& [id, name, method, methodName, unique, nullsNotDistinct, parts, include, predicate, options, comment] = o;
    return std::make_tuple(
        field("id", id), field("name", name), field("method", method), field("method_name", methodName),
        field("unique", unique), field("nulls_not_distinct", nullsNotDistinct), field("part", parts),
        field("include", include), field("predicate", predicate), field("options", options), field("comment", comment));
}

template <Is<Exclusion> O> auto fieldsOf(O& o) {
    auto& [name, definition, comment] = o;
    return std::make_tuple(field("name", name), field("definition", definition), field("comment", comment));
}

template <Is<PartitionChild> O> auto fieldsOf(O& o) {
    auto& [schema, name, bound, partitionBy, of] = o;
    return std::make_tuple(field("schema", schema), field("name", name), field("bound", bound),
                           field("partition_by", partitionBy), field("of", of));
}

template <Is<Partitioning> O> auto fieldsOf(O& o) {
    auto& [method, parts, children] = o;
    return std::make_tuple(field("method", method), field("part", parts), field("child", children));
}

template <Is<StorageTier> O> auto fieldsOf(O& o) {
    auto& [name, afterDays, medium, bytesRatio, rowsRatio] = o;
    return std::make_tuple(field("name", name), field("after_days", afterDays), field("medium", medium),
                           field("bytes_ratio", bytesRatio), field("rows_ratio", rowsRatio));
}

template <Is<Volume> O> auto fieldsOf(O& o) {
    auto& [rows, growthRowsPerDay, growthRatePerDay, retentionDays, tiers, removal, partitionDays, legalHold] = o;
    return std::make_tuple(field("rows", rows), field("growth_rows_per_day", growthRowsPerDay),
                           field("growth_rate_per_day", growthRatePerDay), field("retention_days", retentionDays),
                           field("tier", tiers), field("removal", removal), field("partition_days", partitionDays),
                           field("legal_hold", legalHold));
}

template <Is<Entity> O> auto fieldsOf(O& o) {
    auto& [id, schema, name, attributes, keys, checks, indexes, exclusions, partitioning, volume, boundary, unlogged,
           options, comment, properties] = o;
    return std::make_tuple(field("id", id), field("schema", schema), field("name", name),
                           field("attribute", attributes), field("key", keys), field("check", checks),
                           field("index", indexes), field("exclusion", exclusions), field("partitioning", partitioning),
                           field("volume", volume), field("boundary", boundary), field("unlogged", unlogged),
                           field("options", options), field("comment", comment), field("property", properties));
}

template <Is<EnumType> O> auto fieldsOf(O& o) {
    auto& [id, schema, name, labels, comment] = o;
    return std::make_tuple(field("id", id), field("schema", schema), field("name", name), field("labels", labels),
                           field("comment", comment));
}

template <Is<Boundary> O> auto fieldsOf(O& o) {
    auto& [id, name, color] = o;
    return std::make_tuple(field("id", id), field("name", name), field("color", color));
}

template <Is<FanOut> O> auto fieldsOf(O& o) {
    auto& [mean, maximum, shape, alpha] = o;
    return std::make_tuple(field("mean", mean), field("maximum", maximum), field("shape", shape),
                           field("alpha", alpha));
}

template <Is<Relationship> O> auto fieldsOf(O& o) {
    auto& [id, name, child, childAttributes, parent, parentAttributes, onDelete, onDeleteAttributes, onUpdate,
           matchFull, deferrable, initiallyDeferred, notValid, fanOut, comment] = o;
    return std::make_tuple(
        field("id", id), field("name", name), field("child", child), field("child_attributes", childAttributes),
        field("parent", parent), field("parent_attributes", parentAttributes), field("on_delete", onDelete),
        field("on_delete_attributes", onDeleteAttributes), field("on_update", onUpdate), field("match_full", matchFull),
        field("deferrable", deferrable), field("initially_deferred", initiallyDeferred), field("not_valid", notValid),
        field("fan_out", fanOut), field("comment", comment));
}

template <Is<RateProfile> O> auto fieldsOf(O& o) {
    auto& [average, peak, shape, peakHour, trough, days, startSeconds, durationSeconds, times] = o;
    return std::make_tuple(field("average_per_second", average), field("peak_per_second", peak), field("shape", shape),
                           field("peak_hour", peakHour), field("trough", trough), field("day_weights", days),
                           field("start_seconds", startSeconds), field("duration_seconds", durationSeconds),
                           field("times", times));
}

template <Is<SeenKeys> O> auto fieldsOf(O& o) {
    auto& [times, keys] = o;
    return std::make_tuple(field("times", times), field("keys", keys));
}

template <Is<KeySample> O> auto fieldsOf(O& o) {
    auto& [seen] = o;
    return std::make_tuple(field("seen", seen));
}

template <Is<KeyPopularity> O> auto fieldsOf(O& o) {
    auto& [kind, theta, keyShare, trafficShare, alpha, file, sample] = o;
    return std::make_tuple(field("kind", kind), field("theta", theta), field("key_share", keyShare),
                           field("traffic_share", trafficShare), field("alpha", alpha), field("file", file),
                           field("sample", sample));
}

template <Is<Consistency> O> auto fieldsOf(O& o) {
    auto& [kind, boundSeconds] = o;
    return std::make_tuple(field("kind", kind), field("bound_seconds", boundSeconds));
}

template <Is<ColumnRef> O> auto fieldsOf(O& o) {
    auto& [entity, attribute] = o;
    return std::make_tuple(field("entity", entity), field("attribute", attribute));
}

template <Is<Predicate> O> auto fieldsOf(O& o) {
    auto& [column, comparison, values, parameter, text] = o;
    return std::make_tuple(field("column", column), field("comparison", comparison), field("values", values),
                           field("parameter", parameter), field("text", text));
}

template <Is<JoinCondition> O> auto fieldsOf(O& o) {
    auto& [left, right, outer] = o;
    return std::make_tuple(field("left", left), field("right", right), field("outer", outer));
}

template <Is<OrderPart> O> auto fieldsOf(O& o) {
    auto& [column, expression, descending] = o;
    return std::make_tuple(field("column", column), field("expression", expression), field("descending", descending));
}

template <Is<AccessPattern> O> auto fieldsOf(O& o) {
    auto& [id, name, sql, returns, verb, entity, joined, joins, predicates, order, projection, allColumns, groupBy,
           distinct, assigned, limit, limitParameter, offset, offsetParameter, rowsWritten, rate, popularity,
           popularityColumn, consistency, p99Seconds, pageSize, paging, criticality, idempotent, comment] = o;
    return std::make_tuple(
        field("id", id), field("name", name), field("sql", sql), field("returns", returns), field("verb", verb),
        field("entity", entity), field("joined", joined), field("join", joins), field("predicate", predicates),
        field("order", order), field("projection", projection), field("all_columns", allColumns),
        field("group_by", groupBy), field("distinct", distinct), field("assigned", assigned),
        field("limit_rows", limit), field("limit_parameter", limitParameter), field("offset_rows", offset),
        field("offset_parameter", offsetParameter), field("rows_written", rowsWritten), field("rate", rate),
        field("popularity", popularity), field("popularity_column", popularityColumn),
        field("consistency", consistency), field("p99_seconds", p99Seconds), field("page_size_rows", pageSize),
        field("paging", paging), field("criticality", criticality), field("idempotent", idempotent),
        field("comment", comment));
}

template <Is<Requirements> O> auto fieldsOf(O& o) {
    auto& [dominant, availability, p99Seconds, regions, compliance, familiarity, budgetPerMonth,
           trafficGrowthPerMonth] = o;
    return std::make_tuple(field("dominant", dominant), field("availability", availability),
                           field("p99_seconds", p99Seconds), field("regions", regions), field("compliance", compliance),
                           field("familiarity", familiarity), field("budget_per_month", budgetPerMonth),
                           field("traffic_growth_per_month", trafficGrowthPerMonth));
}

template <Is<Upkeep> O> auto fieldsOf(O& o) {
    auto& [path, periodSeconds, lagSeconds] = o;
    return std::make_tuple(field("path", path), field("period_seconds", periodSeconds),
                           field("lag_seconds", lagSeconds));
}

template <Is<Derived> O> auto fieldsOf(O& o) {
    auto& [kind, pattern, upkeep, largestFanOut] = o;
    return std::make_tuple(field("kind", kind), field("pattern", pattern), field("upkeep", upkeep),
                           field("largest_fan_out", largestFanOut));
}

template <Is<BoundaryRole> O> auto fieldsOf(O& o) {
    auto& [boundary, truth, upkeep] = o;
    return std::make_tuple(field("boundary", boundary), field("truth", truth), field("upkeep", upkeep));
}

template <Is<Layout> O> auto fieldsOf(O& o) {
    auto& [id, engine, nodes, partitions, replicas, placement, cache, cacheHitRatio, cacheBytes, cacheTtlSeconds,
           partitionKeys, derived, boundaries, priceSheet] = o;
    return std::make_tuple(field("id", id), field("engine", engine), field("nodes", nodes),
                           field("partitions", partitions), field("replicas", replicas), field("placement", placement),
                           field("cache", cache), field("cache_hit_ratio", cacheHitRatio),
                           field("cache_bytes", cacheBytes), field("cache_ttl_seconds", cacheTtlSeconds),
                           field("partition_keys", partitionKeys), field("derived", derived),
                           field("boundaries", boundaries), field("price_sheet", priceSheet));
}

template <Is<Point> O> auto fieldsOf(O& o) {
    auto& [x, y] = o;
    return std::make_tuple(field("x", x), field("y", y));
}

template <Is<Note> O> auto fieldsOf(O& o) {
    auto& [id, text, corner, width, height, color] = o;
    return std::make_tuple(field("id", id), field("text", text), field("corner", corner), field("width", width),
                           field("height", height), field("color", color));
}

template <Is<Diagram> O> auto fieldsOf(O& o) {
    auto& [id, name, positions, bends, everything, exceptions, pinned, collapsed, locked, notes] = o;
    return std::make_tuple(field("id", id), field("name", name), field("positions", positions), field("bends", bends),
                           field("everything", everything), field("exceptions", exceptions), field("pinned", pinned),
                           field("collapsed", collapsed), field("locked", locked), field("note", notes));
}

template <Is<NativeObject> O> auto fieldsOf(O& o) {
    auto& [dialect, kind, name, sql] = o;
    return std::make_tuple(field("dialect", dialect), field("kind", kind), field("name", name), field("sql", sql));
}

template <Is<Project> O> auto fieldsOf(O& o) {
    auto& [name, nextId, entities, relationships, enums, boundaries, patterns, layouts, requirements, naming, diagram,
           moreDiagrams, natives] = o;
    return std::make_tuple(field("name", name), field("next_id", nextId), field("entity", entities),
                           field("relationship", relationships), field("enum", enums), field("boundary", boundaries),
                           field("pattern", patterns), field("layout", layouts), field("requirements", requirements),
                           field("naming", naming), field("diagram", diagram), field("more_diagram", moreDiagrams),
                           field("native", natives));
}

template <class T>
concept Described = requires(T& object) {
    fieldsOf(object);
};

/// visit(name, member) for each member in order.
template <Described O, class Visit> void eachField(O& object, Visit&& visit) {
    std::apply([&](const auto&... fields) { (visit(fields.name, fields.value), ...); }, fieldsOf(object));
}

/// visit(name, member of a, member of b) for each member in order.
template <Described A, Described B, class Visit> void eachFieldPair(A& a, B& b, Visit&& visit) {
    const auto left = fieldsOf(a);
    const auto right = fieldsOf(b);
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        (visit(std::get<I>(left).name, std::get<I>(left).value, std::get<I>(right).value), ...);
    }
    (std::make_index_sequence<std::tuple_size_v<decltype(left)>>{});
}

} // namespace shardscape::model
