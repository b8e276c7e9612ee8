// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Copies that are entities of their own: the rows of a query, or groups of them.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "model/physical/copies.h"
#include "model/physical/derive_parts.h"
#include "model/physical/fan_out_spread.h"
#include "model/physical/ways.h"

namespace shardscape::model {

bool isGrouped(const AccessPattern& pattern) {
    return pattern.verb == Verb::Aggregate || !pattern.groupBy.empty();
}

namespace {

bool isTime(const Attribute& attribute) {
    return attribute.type.kind == TypeKind::Timestamp || attribute.type.kind == TypeKind::Date;
}

/// What is wrong with its conditions, for a copy of any kind.
std::string whyNoConditions(const AccessPattern& pattern, const KeyQuery& key) {
    if (key.inside)
        return "it looks inside values, which a copy does not answer";
    for (const Predicate& predicate : pattern.predicates)
        if (!predicate.column.attribute)
            return fmt::format("its condition \"{}\" names no column", predicate.text);
    for (EntityId joined : pattern.joined)
        if (joined == pattern.entity)
            return "it joins a table to itself";
    return {};
}

} // namespace

std::string whyNoRows(const Cardinality& cardinality, const AccessPattern& pattern) {
    if (isGrouped(pattern))
        return "it counts or sums: keep its groups instead";
    if (pattern.verb == Verb::TextSearch || pattern.verb == Verb::GeoSearch || pattern.verb == Verb::Traversal)
        return "a search is served by an index of its own kind";
    const Query query = queryOf(cardinality, pattern);
    const KeyQuery key = keyQueryOf(cardinality, query);
    if (std::string why = whyNoConditions(pattern, key); !why.empty())
        return why;
    if (key.entities.size() < 2)
        return "it reads one table: an index serves it";
    return key.equal.empty() ? "it gives no key by which the copy could be read" : std::string();
}

std::string whyNoGroups(const Cardinality& cardinality, const AccessPattern& pattern) {
    if (!isGrouped(pattern))
        return "it neither counts nor sums";
    const Query query = queryOf(cardinality, pattern);
    const KeyQuery key = keyQueryOf(cardinality, query);
    if (std::string why = whyNoConditions(pattern, key); !why.empty())
        return why;
    if (key.ranged.size() > 1)
        return "it bounds more than one column: groups would have to be kept for all combinations";
    for (const Predicate& predicate : pattern.predicates) {
        const Entity* entity = cardinality.project().entities.find(predicate.column.entity);
        const Attribute* attribute = entity ? entity->find(predicate.column.attribute) : nullptr;
        const bool given = predicate.comparison == Comparison::Equal || predicate.comparison == Comparison::In;
        if (!attribute || (!given && !(predicate.comparison == Comparison::Range && isTime(*attribute))))
            return fmt::format("its condition on {} is not one of a group",
                               attribute ? attribute->name : predicate.text);
    }
    return {};
}

namespace {

/// The link by which one row comes to stand in many: whose children, and how they are spread.
struct Multiplier {
    EntityId link;
    std::vector<ColumnRef> columns; ///< of the link, that the row gives
    FanOutSpread spread;
    FanOut stated;
};

Structure shapeOf(const KeyQuery& key) {
    Structure shape;
    shape.entity = key.row;
    shape.entities = key.entities;
    shape.joins = key.joins;
    return shape;
}

std::optional<Multiplier> multiplierOf(const Cardinality& cardinality, const KeyQuery& key) {
    for (const CopyHop& hop : copyHops(cardinality, shapeOf(key), key.row)) {
        if (!(hop.rows > 1))
            continue;
        std::vector<AttributeId> attributes;
        for (const ColumnRef& column : hop.columns)
            attributes.push_back(column.attribute);
        FanOut stated{hop.rows, std::nullopt, FanOutShape::Fixed, 0};
        for (const Relationship* up : cardinality.parentsOf(hop.entity))
            if (up->childAttributes == attributes)
                stated = up->fanOut;
        return Multiplier{hop.entity, hop.columns, FanOutSpread(stated, hop.rows, cardinality.rows(hop.entity)),
                          stated};
    }
    return std::nullopt;
}

class RowsDeriver {
public:
    RowsDeriver(DeriveContext& context, DerivedCopy& copy)
        : m_context(context)
        , m_cardinality(context.cardinality)
        , m_copy(copy)
        , m_pattern(*context.base.patterns.find(copy.derived.pattern))
        , m_query(queryOf(m_cardinality, m_pattern))
        , m_key(keyQueryOf(m_cardinality, m_query))
        , m_grouped(isGrouped(m_pattern))
        , m_row(*context.base.entities.find(m_key.row))
        , m_many(multiplierOf(m_cardinality, m_key)) {}

    void run() {
        m_copy.sources = m_key.entities;
        m_copy.joins = m_key.joins;
        const double copies = copiesOf(m_cardinality, shapeOf(m_key), m_key.row);
        const std::optional<double>& largest = m_copy.derived.largestFanOut;
        if (largest && m_many && !m_grouped)
            m_pushed = 1 - m_many->spread.childrenAbove(*largest);
        m_copy.rowsOfAWrite = m_grouped ? 1 : copies * m_pushed;
        m_copy.mostRowsOfAWrite = m_copy.rowsOfAWrite;
        if (m_many && !m_grouped)
            m_copy.mostRowsOfAWrite =
                copies / m_many->spread.mean() * std::min(m_many->spread.highest(), largest.value_or(1e300));
        makeEntity(copies);
        if (m_copy.derived.kind == DerivedKind::Projection)
            addLog();
        m_context.project.entities.set(m_rows.entity);
        rewrite();
        keepRows(m_context, m_copy, m_key, m_rows, m_grouped, m_pushed);
        if (m_pushed < 1)
            addPulls();
    }

private:
    void add(const ColumnRef& column, bool inKey) {
        if (!column.attribute || m_rows.of.contains(column))
            return;
        Attribute attribute = copiedAttribute(m_context, m_rows.entity, column, inKey);
        m_rows.of[column] = attribute.id;
        m_copy.columns.push_back({attribute.id, column, CopiedColumn::As::Value});
        if (inKey)
            m_primary.push_back(attribute.id);
        m_rows.entity.attributes.push_back(std::move(attribute));
    }

    void addPlain(const std::string& name, TypeKind kind, const ColumnRef& source) {
        Attribute out;
        out.id = m_context.project.newId<AttributeId>();
        out.name = name;
        out.type.kind = kind;
        out.nullable = false;
        m_measures.push_back({m_rows.entity.id, out.id});
        m_copy.columns.push_back({out.id, source, source.attribute ? CopiedColumn::As::Sum : CopiedColumn::As::Count});
        m_rows.entity.attributes.push_back(std::move(out));
    }

    /// Days of data that groups by the hour are kept of.
    double daysOfData() const {
        if (const auto days = m_row.volume.daysInEngine())
            return std::max(1.0, *days);
        const double perDay = rowsPerDay(m_cardinality, m_row.id);
        return perDay > 0 ? std::max(1.0, m_cardinality.rows(m_row.id) / perDay) : 365;
    }

    void makeEntity(double copies) {
        m_rows.entity.id = m_context.project.newId<EntityId>();
        m_rows.entity.schema = m_row.schema;
        m_rows.entity.boundary = m_row.boundary;
        const char* suffix = m_grouped                                              ? "_totals"
                             : m_copy.derived.kind == DerivedKind::MaterializedView ? "_view"
                                                                                    : "_rows";
        m_rows.entity.name = freeEntityName(m_context.project, snakeCase(m_pattern.name) + suffix);
        m_copy.name = m_rows.entity.name;
        m_copy.entity = m_rows.entity.id;
        for (const ColumnRef& column : m_key.equal)
            add(column, true);
        const double rows = m_grouped ? addGroups() : addRows(copies);
        Key key;
        key.id = m_context.project.newId<KeyId>();
        key.kind = KeyKind::Primary;
        key.attributes = m_primary;
        if (!m_primary.empty())
            m_rows.entity.keys.push_back(std::move(key));
        const double before = std::max(1.0, m_cardinality.rows(m_row.id));
        Volume& volume = m_rows.entity.volume;
        volume.rows = Rows{static_cast<std::int64_t>(std::llround(std::min(rows, 9e18)))};
        volume.growthRowsPerDay = rowsPerDay(m_cardinality, m_row.id) * rows / before;
        volume.growthRatePerDay = m_row.volume.growthRatePerDay;
        volume.retentionDays = m_row.volume.daysInEngine(); // tiers hold rows, not their copies
        volume.removal = m_row.volume.removal;
        volume.partitionDays = m_row.volume.partitionDays;
        m_context.rowsOf[m_rows.entity.id] =
            m_grouped ? fmt::format("different values of its key, at most the rows of {}", m_row.name)
                      : fmt::format("rows of {} × {:.4g} rows of the copy for each", m_row.name, m_copy.rowsOfAWrite);
        m_rows.entity.comment = fmt::format("{} for {}, kept {}", title(m_copy.derived.kind), m_pattern.name,
                                            title(m_copy.derived.upkeep.path));
    }

    double addRows(double copies) {
        for (const OrderPart& part : m_key.order)
            add(part.column, true);
        for (AttributeId id : identityOf(m_row))
            add(m_key.canonical({m_row.id, id}), true);
        for (const ColumnRef& column : m_key.identity)
            add(column, true);
        for (const ColumnRef& column : m_key.needed)
            add(column, false);
        for (EntityId source : m_key.entities) // to find its rows when it changes
            if (source != m_row.id && isChanged(source))
                for (AttributeId id : identityOf(*m_context.base.entities.find(source)))
                    add(m_key.canonical({source, id}), false);
        return std::max(1.0, m_cardinality.rows(m_row.id) * copies * m_pushed);
    }

    bool isChanged(EntityId entity) const {
        return std::any_of(m_context.base.patterns.begin(), m_context.base.patterns.end(), [&](const AccessPattern& p) {
            return p.entity == entity && isWrite(p.verb) && !isInsert(p.verb);
        });
    }

    double addGroups() {
        double groups = 1;
        for (const ColumnRef& column : m_pattern.groupBy)
            add(m_key.canonical(column), true);
        for (const auto& [column, attribute] : m_rows.of)
            groups *= m_cardinality.distinct(column.entity, column.attribute);
        for (const ColumnRef& column : m_key.ranged) {
            add(column, true);
            Attribute& hour = m_rows.entity.attributes.back();
            hour.name += "_hour";
            m_copy.columns.back().as = CopiedColumn::As::Hour;
            hour.statistics.distinctValues = 24 * daysOfData();
            groups *= *hour.statistics.distinctValues;
        }
        addPlain("rows_count", TypeKind::Int64, {});
        for (const ColumnRef& column : m_pattern.projection)
            if (!m_rows.of.contains(m_key.canonical(column)))
                addPlain("sum_" + std::to_string(m_measures.size()), TypeKind::Double, column);
        return std::clamp(groups, 1.0, std::max(1.0, m_cardinality.rows(m_row.id)));
    }

    ColumnRef mapped(const ColumnRef& column) const { return m_rows.find(m_key, column).value_or(ColumnRef{}); }

    void rewrite() {
        AccessPattern read = m_pattern;
        read.entity = m_rows.entity.id;
        read.joined.clear();
        read.joins.clear();
        for (Predicate& predicate : read.predicates)
            predicate.column = mapped(predicate.column);
        for (OrderPart& part : read.order)
            part.column = mapped(part.column);
        read.projection.clear();
        for (const ColumnRef& column : m_pattern.projection)
            if (const ColumnRef own = mapped(column); own.attribute)
                read.projection.push_back(own);
        if (m_pattern.allColumns)
            for (const Attribute& attribute : m_rows.entity.attributes)
                read.projection.push_back({m_rows.entity.id, attribute.id});
        read.allColumns = false;
        read.distinct = false;
        read.popularityColumn = m_pattern.popularityColumn.attribute ? mapped(m_pattern.popularityColumn) : ColumnRef{};
        if (m_grouped) {
            read.projection.insert(read.projection.end(), m_measures.begin(), m_measures.end());
            read.groupBy.clear();
            if (!m_key.ranged.empty()) { // hours are still to be added up
                for (const ColumnRef& column : m_pattern.groupBy)
                    read.groupBy.push_back(mapped(column));
            } else {
                read.verb = m_pattern.groupBy.empty() ? Verb::Get : Verb::List;
            }
        } else if (read.verb == Verb::Join) {
            read.verb = m_key.ranged.empty() ? Verb::List : Verb::Range;
        }
        m_context.project.patterns.set(std::move(read));
    }

    /// What the sources hold was an event once, and every write is one. Events go with the rows they tell of: they are
    /// kept for ever as soon as one source that is written is.
    void addLog() {
        Entity log;
        log.id = m_context.project.newId<EntityId>();
        log.schema = m_row.schema;
        log.boundary = m_row.boundary;
        log.name = freeEntityName(m_context.project, m_row.name + "_events");
        const auto attribute = [&](const char* name, TypeKind kind, std::optional<double> bytes) {
            Attribute out;
            out.id = m_context.project.newId<AttributeId>();
            out.name = name;
            out.type.kind = kind;
            out.nullable = false;
            out.statistics.averageBytes = bytes;
            log.attributes.push_back(std::move(out));
        };
        attribute("event_id", TypeKind::Int64, std::nullopt);
        log.attributes.front().generator = Generator::Snowflake;
        attribute("kind", TypeKind::Text, 16);
        attribute("payload", TypeKind::Json, m_cardinality.rowBytes(m_row.id));
        Key key;
        key.id = m_context.project.newId<KeyId>();
        key.kind = KeyKind::Primary;
        key.attributes = {log.attributes.front().id};
        log.keys.push_back(std::move(key));
        double rows = 0, perDay = 0;
        std::vector<AccessPattern> appends;
        for (EntityId source : m_key.entities)
            rows += m_cardinality.rows(source);
        for (const AccessPattern& write : m_context.base.patterns) {
            if (!isWrite(write.verb) ||
                std::find(m_key.entities.begin(), m_key.entities.end(), write.entity) == m_key.entities.end())
                continue;
            AccessPattern append;
            append.verb = Verb::Append;
            append.entity = log.id;
            append.rowsWritten = rowsOfWrite(m_cardinality, write);
            for (const Attribute& own : log.attributes)
                append.assigned.push_back({log.id, own.id});
            prepared(append, m_context, m_copy, write, write.name + " appends its event", 1);
            append.consistency = write.consistency; // the event is the truth
            perDay += append.rate.average.value * append.rowsWritten * kSecondsPerDay;
            m_copy.upkeep.push_back(append.id);
            m_context.project.patterns.set(std::move(append));
        }
        if (const Volume* longest = volumeOfEvents()) {
            log.volume = *longest; // they move and go with the rows they tell of
            log.volume.growthRatePerDay = 0;
            rows = std::max(rows, perDay * *longest->daysInEngine());
        }
        log.volume.rows = Rows{static_cast<std::int64_t>(std::min(rows, 9e18))};
        log.volume.growthRowsPerDay = perDay;
        m_context.rowsOf[log.id] = log.volume.daysInEngine()
                                       ? "events a day × the days that its sources are kept, at least one for each row"
                                       : "an event for each row that its sources hold";
        log.comment = fmt::format("the truth of which {} is a projection", m_copy.name);
        m_copy.log = log.id;
        m_context.project.entities.set(std::move(log));
    }

    /// Of the source whose rows stay longest; nullptr as soon as one that is written stays for ever.
    const Volume* volumeOfEvents() const {
        const Volume* longest = nullptr;
        for (EntityId source : m_key.entities) {
            const bool written = std::any_of(
                m_context.base.patterns.begin(), m_context.base.patterns.end(),
                [&](const AccessPattern& pattern) { return pattern.entity == source && isWrite(pattern.verb); });
            const Volume& volume = m_context.base.entities.find(source)->volume;
            if (written && !volume.daysInEngine())
                return nullptr;
            if (written && (!longest || *volume.daysInEngine() > *longest->daysInEngine()))
                longest = &volume;
        }
        return longest;
    }

    /// What celebrities wrote is read with every request: which of them the reader follows, then the newest of each.
    void addPulls() {
        const Entity& link = *m_context.base.entities.find(m_many->link);
        std::vector<AttributeId> given;
        AccessPattern followed;
        for (const Predicate& predicate : m_pattern.predicates) {
            if (predicate.column.entity != link.id || predicate.comparison != Comparison::Equal)
                continue;
            given.push_back(predicate.column.attribute);
            followed.predicates.push_back(predicate);
        }
        const double each = m_cardinality.rowsPerValue(link.id, given) * (1 - m_pushed);
        if (given.empty() || !(each > 0)) {
            m_copy.notes.push_back("What is not copied is not read either: the query does not give the link's key.");
            return;
        }
        followed.verb = Verb::List;
        followed.entity = link.id;
        followed.limit = std::max(1.0, each);
        followed.projection = m_many->columns;
        prepared(followed, m_context, m_copy, m_pattern, m_pattern.name + " asks whom of the largest", 1);
        followed.popularity = m_pattern.popularity;
        keep(m_context, m_copy, std::move(followed));

        AccessPattern newest;
        newest.verb = Verb::List;
        newest.entity = m_row.id;
        for (const JoinCondition& join : m_key.joins) {
            const ColumnRef own = join.left.entity == m_row.id ? join.left : join.right;
            const ColumnRef other = own == join.left ? join.right : join.left;
            if (own.entity == m_row.id && other.entity == link.id)
                newest.predicates.push_back({own, Comparison::Equal, 1, "$1", {}});
        }
        for (const OrderPart& part : m_pattern.order)
            if (part.column.entity == m_row.id)
                newest.order.push_back(part);
        newest.limit = m_query.limit;
        for (AttributeId id : neededColumns(m_pattern, m_row))
            newest.projection.push_back({m_row.id, id});
        prepared(newest, m_context, m_copy, m_pattern, m_pattern.name + " reads the largest", each);
        newest.popularity.kind =
            m_many->stated.shape == FanOutShape::PowerLaw ? PopularityKind::PowerLaw : PopularityKind::Uniform;
        if (m_many->stated.alpha > 1)
            newest.popularity.alpha = m_many->stated.alpha;
        keep(m_context, m_copy, std::move(newest));
    }

    DeriveContext& m_context;
    const Cardinality& m_cardinality;
    DerivedCopy& m_copy;
    const AccessPattern& m_pattern;
    const Query m_query;
    const KeyQuery m_key;
    const bool m_grouped;
    const Entity& m_row;
    const std::optional<Multiplier> m_many;
    double m_pushed = 1; ///< share of the copies that are made
    CopiedEntity m_rows;
    std::vector<AttributeId> m_primary;
    std::vector<ColumnRef> m_measures;
};

} // namespace

void deriveRows(DeriveContext& context, DerivedCopy& copy) {
    RowsDeriver(context, copy).run();
}

} // namespace shardscape::model
