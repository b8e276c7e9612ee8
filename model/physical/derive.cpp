// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/physical/derive.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "model/physical/derive_parts.h"
#include "model/physical/held.h"

namespace shardscape::model {

const char* title(DerivedKind kind) {
    switch (kind) {
    case DerivedKind::CopiedColumns: return "copied columns";
    case DerivedKind::Embedded: return "embedded document";
    case DerivedKind::Aggregate: return "precomputed aggregate";
    case DerivedKind::MaterializedView: return "materialized view";
    case DerivedKind::ReadModel: return "read model";
    case DerivedKind::Projection: return "projection of events";
    }
    return "copy";
}

const char* title(UpkeepPath path) {
    switch (path) {
    case UpkeepPath::Transaction: return "in the transaction";
    case UpkeepPath::Trigger: return "by a trigger";
    case UpkeepPath::Outbox: return "through an outbox";
    case UpkeepPath::Cdc: return "from the engine's log (CDC)";
    case UpkeepPath::DualWrite: return "by a second write";
    case UpkeepPath::Periodic: return "periodically";
    }
    return "";
}

RateProfile scaled(RateProfile rate, double factor) {
    rate.average = rate.average * factor;
    if (rate.peak)
        rate.peak = *rate.peak * factor;
    return rate;
}

std::string snakeCase(const std::string& name) {
    std::string out;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const auto c = static_cast<unsigned char>(name[i]);
        if (std::isupper(c) && i > 0 && !std::isupper(static_cast<unsigned char>(name[i - 1])) && out.back() != '_')
            out += '_';
        out += std::isalnum(c) ? static_cast<char>(std::tolower(c)) : '_';
    }
    return out;
}

std::string freeEntityName(const Project& project, const std::string& wanted) {
    const auto taken = [&](const std::string& name) {
        return std::any_of(project.entities.begin(), project.entities.end(),
                           [&](const Entity& entity) { return entity.name == name; });
    };
    std::string name = wanted;
    for (int i = 2; taken(name); ++i)
        name = fmt::format("{}_{}", wanted, i);
    return name;
}

std::string freePatternName(const Project& project, const std::string& wanted) {
    std::string name = wanted;
    for (int i = 2; project.findPattern(name); ++i)
        name = fmt::format("{} {}", wanted, i);
    return name;
}

Attribute copiedAttribute(DeriveContext& context, const Entity& target, const ColumnRef& source, bool inKey) {
    const Entity& from = *context.base.entities.find(source.entity);
    Attribute out = *from.find(source.attribute);
    out.statistics.distinctValues = context.cardinality.distinct(source.entity, source.attribute);
    out.id = context.project.newId<AttributeId>();
    out.defaultSql.clear();
    out.generatedSql.clear();
    out.identityAlways = false;
    out.identityOptions.clear();
    if (out.generator == Generator::AutoIncrement)
        out.generator = Generator::None;
    if (inKey)
        out.nullable = false;
    if (target.findByName(out.name))
        out.name = from.name + "_" + out.name;
    for (int i = 2; target.findByName(out.name); ++i)
        out.name = fmt::format("{}_{}", from.find(source.attribute)->name, i);
    out.comment = fmt::format("copied from {}.{}", from.name, from.find(source.attribute)->name);
    return out;
}

double rowsOfWrite(const Cardinality& cardinality, const AccessPattern& write) {
    if (isInsert(write.verb) && !insertsFromQuery(write))
        return std::max(1.0, write.rowsWritten);
    const double found = std::max(1.0, queryOf(cardinality, write).matching);
    return isInsert(write.verb) ? found * std::max(1.0, write.rowsWritten) : found;
}

double rowsPerDay(const Cardinality& cardinality, EntityId id) {
    const Entity& entity = *cardinality.project().entities.find(id);
    if (entity.volume.growthRowsPerDay != 0 || entity.volume.growthRatePerDay != 0)
        return entity.volume.growthRowsPerDay;
    double rows = 0;
    for (const AccessPattern& pattern : cardinality.project().patterns)
        if (pattern.entity == id && (isInsert(pattern.verb) || pattern.verb == Verb::Delete) &&
            pattern.verb != Verb::Upsert)
            rows += pattern.rate.average.value * kSecondsPerDay *
                    (pattern.verb == Verb::Delete ? -1.0 : rowsOfWrite(cardinality, pattern));
    return std::max(0.0, rows);
}

AccessPattern& prepared(AccessPattern& upkeep, DeriveContext& context, const DerivedCopy& copy,
                        const AccessPattern& cause, const std::string& what, double times) {
    upkeep.id = context.project.newId<PatternId>();
    upkeep.name = freePatternName(context.project, what);
    context.causes[upkeep.id] = cause.id;
    upkeep.returns = isWrite(upkeep.verb) ? Returns::Nothing : Returns::Many;
    upkeep.rate = scaled(cause.rate, times);
    upkeep.consistency = cause.consistency;
    if (isWrite(cause.verb) && !isSynchronous(copy.derived.upkeep.path))
        upkeep.consistency = {ConsistencyKind::Eventual, 0};
    upkeep.criticality = cause.criticality;
    return upkeep;
}

void keep(DeriveContext& context, DerivedCopy& copy, AccessPattern upkeep) {
    copy.upkeep.push_back(upkeep.id);
    context.project.patterns.set(std::move(upkeep));
}

namespace {

Attribute plainAttribute(DeriveContext& context, const char* name, TypeKind kind, double bytes = 0) {
    Attribute out;
    out.id = context.project.newId<AttributeId>();
    out.name = name;
    out.type.kind = kind;
    out.nullable = false;
    if (bytes > 0)
        out.statistics.averageBytes = bytes;
    return out;
}

EntityId outboxOf(DeriveContext& context, double bytes) {
    if (context.outbox)
        return context.outbox;
    Entity box;
    box.id = context.project.newId<EntityId>();
    box.name = freeEntityName(context.project, "outbox");
    box.attributes = {plainAttribute(context, "message_id", TypeKind::Int64),
                      plainAttribute(context, "topic", TypeKind::Text, 24),
                      plainAttribute(context, "payload", TypeKind::Json, bytes)};
    box.attributes.front().generator = Generator::Snowflake;
    Key key;
    key.id = context.project.newId<KeyId>();
    key.kind = KeyKind::Primary;
    key.attributes = {box.attributes.front().id};
    box.keys.push_back(key);
    box.volume.rows = Rows{static_cast<std::int64_t>(kPortionRows)};
    context.rowsOf[box.id] = "messages are removed when they have been applied: a portion of a thousand waits";
    box.comment = "messages about changes, written in their transaction";
    context.outbox = box.id;
    context.project.entities.set(std::move(box));
    return context.outbox;
}

} // namespace

void addOutbox(DeriveContext& context, DerivedCopy& copy, const AccessPattern& write, double rows, double bytes) {
    if (!context.told.insert(write.id).second)
        return;
    const EntityId id = outboxOf(context, bytes);
    const Entity& box = *context.project.entities.find(id);
    const ColumnRef key{id, box.attributes.front().id};
    AccessPattern message;
    message.verb = Verb::Append;
    message.entity = id;
    message.rowsWritten = rows;
    for (const Attribute& attribute : box.attributes)
        message.assigned.push_back({id, attribute.id});
    prepared(message, context, copy, write, write.name + " tells the outbox", 1);
    message.consistency = write.consistency; // in its transaction
    keep(context, copy, std::move(message));

    AccessPattern removal;
    removal.verb = Verb::Delete;
    removal.entity = id;
    removal.predicates = {{key, Comparison::Equal, 1, "$1", "message_id = $1"}};
    prepared(removal, context, copy, write, "relay of " + write.name, rows);
    keep(context, copy, std::move(removal));
}

std::string whyNotDerived(const Cardinality& cardinality, const AccessPattern& pattern, DerivedKind kind) {
    if (isWrite(pattern.verb))
        return "it writes";
    if (!pattern.entity || !cardinality.project().entities.contains(pattern.entity))
        return "it names no table of the model";
    switch (kind) {
    case DerivedKind::CopiedColumns: return whyNoColumns(cardinality, pattern);
    case DerivedKind::Embedded: return whyNoDocument(cardinality, pattern);
    case DerivedKind::Aggregate: return whyNoGroups(cardinality, pattern);
    case DerivedKind::MaterializedView:
    case DerivedKind::ReadModel:
    case DerivedKind::Projection:
        return isGrouped(pattern) ? whyNoGroups(cardinality, pattern) : whyNoRows(cardinality, pattern);
    }
    return "it is not known";
}

Derivation derive(const Project& project, const std::vector<Derived>& copies) {
    if (copies.empty())
        return {project, {}, {}, {}, {}};
    const Cardinality cardinality(project);
    DeriveContext context{project, cardinality, project, {}, {}, {}, {}, {}, {}, {}};
    for (const Derived& wanted : copies)
        if (const AccessPattern* pattern = project.patterns.find(wanted.pattern))
            if (whyNotDerived(cardinality, *pattern, wanted.kind).empty())
                context.served.insert(pattern->id);
    Derivation out;
    for (const Derived& wanted : copies) {
        const AccessPattern* pattern = project.patterns.find(wanted.pattern);
        if (!pattern)
            continue;
        if (const std::string why = whyNotDerived(cardinality, *pattern, wanted.kind); !why.empty()) {
            context.refused.push_back(fmt::format("{} for {}: {}", title(wanted.kind), pattern->name, why));
            continue;
        }
        DerivedCopy copy;
        copy.derived = wanted;
        copy.reads = {pattern->id};
        switch (wanted.kind) {
        case DerivedKind::CopiedColumns: deriveColumns(context, copy); break;
        case DerivedKind::Embedded: deriveDocument(context, copy); break;
        default: deriveRows(context, copy); break;
        }
        out.copies.push_back(std::move(copy));
    }
    out.project = std::move(context.project);
    out.refused = std::move(context.refused);
    out.causes = std::move(context.causes);
    out.rowsOf = std::move(context.rowsOf);
    return out;
}

Derivation withKept(const Project& project, const Layout& layout) {
    Held held = heldBy(project, layout);
    Derivation out = derive(held.project, layout.derived);
    out.causes.merge(held.causes);
    out.rowsOf.merge(held.rowsOf);
    out.whole = held.whole;
    out.applied = std::move(held.applied);
    out.behind = std::move(held.behind);
    out.notes = std::move(held.notes);
    for (const Derived& copy : layout.derived)
        if (const AccessPattern* pattern = project.patterns.find(copy.pattern);
            pattern && !held.project.patterns.contains(copy.pattern))
            out.refused.push_back(
                fmt::format("{} for {}: another engine of the design answers it", title(copy.kind), pattern->name));
    return out;
}

const DerivedCopy* Derivation::serving(PatternId pattern) const {
    const auto at = std::find_if(copies.begin(), copies.end(), [&](const DerivedCopy& copy) {
        return std::find(copy.reads.begin(), copy.reads.end(), pattern) != copy.reads.end();
    });
    return at == copies.end() ? nullptr : &*at;
}

const DerivedCopy* Derivation::heldBy(EntityId entity) const {
    const auto at = std::find_if(copies.begin(), copies.end(), [&](const DerivedCopy& copy) {
        return copy.entity == entity && rowsOf.contains(entity);
    });
    return at == copies.end() ? nullptr : &*at;
}

} // namespace shardscape::model
