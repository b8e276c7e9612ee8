// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/physical/relational_indexes.h"

#include <algorithm>
#include <cctype>
#include <set>

#include <fmt/format.h>

namespace shardscape::model {
namespace {

/// Rows that a request may read without it being worth another index: about one page of them.
constexpr double kSmallRead = 64;
/// Share of a table beyond which reading all of it is cheaper than going through an index (PostgreSQL changes over
/// between 5 and 20 %, depending on the width of rows and their order on disk).
constexpr double kLargeShare = 0.2;
/// INCLUDE pays when it saves this many row fetches for every row written.
constexpr double kFetchesPerWrite = 10;
constexpr double kIncludeBytes = 64;
constexpr std::size_t kIncludeColumns = 4;

std::string names(const Entity& entity, const std::vector<AttributeId>& columns) {
    std::string out;
    for (AttributeId id : columns)
        if (const Attribute* attribute = entity.find(id))
            out += (out.empty() ? "" : ", ") + attribute->name;
    return out;
}

} // namespace

KeySequence::KeySequence(const std::vector<AttributeId>& equal, const std::vector<Column>& ordered) {
    std::vector<Column> first;
    for (AttributeId attribute : equal)
        first.push_back({attribute, false, false});
    if (!first.empty())
        m_groups.push_back(std::move(first));
    for (const Column& column : ordered)
        if (!holds(equal, column.attribute))
            m_groups.push_back({column});
}

std::vector<KeySequence::Column> KeySequence::columns() const {
    std::vector<Column> out;
    for (const auto& group : m_groups)
        out.insert(out.end(), group.begin(), group.end());
    return out;
}

std::size_t KeySequence::size() const {
    std::size_t sum = 0;
    for (const auto& group : m_groups)
        sum += group.size();
    return sum;
}

bool KeySequence::absorb(const std::vector<AttributeId>& equal, const std::vector<Column>& ordered) {
    std::vector<std::vector<Column>> groups = m_groups;
    std::size_t at = 0;
    std::vector<AttributeId> open = equal;
    while (!open.empty()) {
        if (at == groups.size())
            return false;
        std::vector<Column> inside, outside;
        for (const Column& column : groups[at])
            (holds(open, column.attribute) ? inside : outside).push_back(column);
        if (inside.empty() || (!outside.empty() && inside.size() != open.size()))
            return false; // a column that was not asked for stands in between
        for (const Column& column : inside)
            std::erase(open, column.attribute);
        if (!outside.empty()) {
            groups[at] = inside;
            groups.insert(groups.begin() + static_cast<std::ptrdiff_t>(at) + 1, outside);
        }
        ++at;
    }
    std::optional<bool> reversed; // a B-tree is read in either direction, but in one at a time
    for (const Column& wanted : ordered) {
        if (holds(equal, wanted.attribute))
            continue;
        if (at == groups.size())
            return false;
        auto& group = groups[at];
        const auto found = std::find_if(group.begin(), group.end(),
                                        [&](const Column& column) { return column.attribute == wanted.attribute; });
        if (found == group.end())
            return false;
        Column column = *found;
        if (wanted.directed && column.directed) {
            const bool differs = column.descending != wanted.descending;
            if (reversed && *reversed != differs)
                return false;
            reversed = differs;
        } else if (wanted.directed) {
            column.directed = true;
            column.descending = wanted.descending != reversed.value_or(false);
            reversed = reversed.value_or(false);
        }
        std::vector<Column> rest;
        for (const Column& other : group)
            if (other.attribute != wanted.attribute)
                rest.push_back(other);
        group = {column};
        if (!rest.empty())
            groups.insert(groups.begin() + static_cast<std::ptrdiff_t>(at) + 1, rest);
        ++at;
    }
    m_groups = std::move(groups);
    return true;
}

namespace {

/// An index that is there: what it offers, and what its use is booked on.
struct Existing {
    std::vector<KeySequence::Column> columns;
    const Key* key = nullptr;
    const Index* index = nullptr;
    KeySequence sequence() const { return KeySequence({}, columns); }
};

/// What one pattern asks of one entity.
struct Wish {
    const Query* query = nullptr;
    const EntityRead* read = nullptr;
    std::vector<AttributeId> equal;
    std::vector<KeySequence::Column> ordered;
    bool servesOrder = false; ///< with the index, a limit ends reading early
    double repeats = 1;       ///< how often the entity is looked up for one request
    double rowsWith = 0;      ///< rows read a request with the index
};

class Adviser {
public:
    explicit Adviser(const MappingInput& input)
        : m_input(input)
        , m_cardinality(input.cardinality) {}

    IndexAdvice run() {
        for (const Entity& entity : m_input.project.entities)
            advise(entity);
        return std::move(m_advice);
    }

private:
    void advise(const Entity& entity) {
        const auto found = m_input.queriesOf.find(entity.id);
        std::vector<Wish> wishes;
        if (found != m_input.queriesOf.end())
            for (std::size_t number : found->second)
                collect(m_input.queries[number], entity, wishes);
        const std::vector<Existing> existing = existingOf(entity);
        const std::vector<const AccessPattern*> deletes = deletesOfParents(entity);
        if (wishes.empty() && deletes.empty())
            return;
        // Longest first: a shorter wish may then be served by refining what a longer one left open.
        std::stable_sort(wishes.begin(), wishes.end(), [](const Wish& a, const Wish& b) {
            return a.equal.size() + a.ordered.size() > b.equal.size() + b.ordered.size();
        });
        std::vector<std::pair<KeySequence, std::vector<const Wish*>>> chosen;
        for (const Wish& wish : wishes)
            place(entity, wish, existing, chosen);
        for (const auto& [sequence, served] : chosen)
            propose(entity, sequence, served);
        for (const AccessPattern* pattern : deletes)
            serveDelete(entity, *pattern, existing);
    }

    void collect(const Query& query, const Entity& entity, std::vector<Wish>& wishes) {
        double before = 1;
        for (std::size_t i = 0; i < query.reads.size(); ++i) {
            const EntityRead& read = query.reads[i];
            const double repeats = before;
            before *= read.matching;
            if (read.entity != &entity)
                continue;
            proposeSearch(entity, query, read);
            Wish wish;
            wish.query = &query;
            wish.read = &read;
            wish.repeats = repeats;
            wish.equal = read.keyed();
            for (const Predicate* condition : read.conditions)
                if (condition->comparison == Comparison::IsNull && condition->column.attribute &&
                    !holds(wish.equal, condition->column.attribute))
                    wish.equal.push_back(condition->column.attribute);
            std::vector<AttributeId> ranged = read.ranged();
            std::erase_if(ranged, [&](AttributeId id) { return holds(wish.equal, id); });
            const std::vector<OrderPart> order = i == 0 ? query.orderOfFirst() : std::vector<OrderPart>{};
            if (!order.empty() && query.limitStopsReading() && read.listed().empty()) {
                for (const OrderPart& part : order)
                    wish.ordered.push_back({part.column.attribute, part.descending, true});
                wish.servesOrder = true;
            } else if (!order.empty() && ranged.empty() && read.listed().empty()) {
                for (const OrderPart& part : order)
                    wish.ordered.push_back({part.column.attribute, part.descending, true});
            }
            if (wish.ordered.empty() && !ranged.empty())
                wish.ordered.push_back({ranged.front(), false, false});
            if (wish.equal.empty() && wish.ordered.empty())
                continue;
            wish.rowsWith = rowsThrough(wish, wish.equal, wish.ordered.size());
            wishes.push_back(std::move(wish));
        }
    }

    /// Rows read for one request through an index on these equality columns, the ordered ones matched or not.
    double rowsThrough(const Wish& wish, const std::vector<AttributeId>& equal, std::size_t orderedMatched) const {
        std::vector<const Predicate*> used;
        for (const Predicate* condition : wish.read->conditions) {
            const AttributeId id = condition->column.attribute;
            const bool range =
                condition->comparison == Comparison::Range || condition->comparison == Comparison::Prefix;
            if (holds(equal, id) || (range && orderedMatched > 0 && wish.ordered.front().attribute == id))
                used.push_back(condition);
        }
        std::vector<AttributeId> linked = wish.read->linked();
        std::erase_if(linked, [&](AttributeId id) { return !holds(equal, id); });
        const double rows = m_cardinality.matchingRows(wish.read->entity->id, used, linked);
        if (wish.servesOrder && orderedMatched == wish.ordered.size()) {
            const double share = rows > 0 ? std::min(1.0, wish.read->matching / rows) : 1;
            return std::min(rows, *wish.query->limit / std::max(share, 1e-9));
        }
        return rows * wish.repeats;
    }

    std::vector<Existing> existingOf(const Entity& entity) const {
        std::vector<Existing> out;
        for (const Key& key : entity.keys) {
            Existing one;
            one.key = &key;
            for (AttributeId attribute : key.attributes)
                one.columns.push_back({attribute, false, true});
            out.push_back(std::move(one));
        }
        for (const Index& index : entity.indexes) {
            if (index.method != IndexMethod::BTree || !index.predicate.empty())
                continue;
            Existing one;
            one.index = &index;
            for (const KeyPart& part : index.parts) {
                if (!part.attribute)
                    break; // an expression ends what a pattern on columns can use
                one.columns.push_back({part.attribute, part.descending, true});
            }
            if (!one.columns.empty())
                out.push_back(std::move(one));
        }
        return out;
    }

    void book(const Existing& existing, PatternId pattern) {
        if (existing.key)
            m_advice.keyServes[existing.key->id].push_back(pattern);
        else
            m_advice.declaredServes[existing.index->id].push_back(pattern);
    }

    void place(const Entity& entity, const Wish& wish, const std::vector<Existing>& existing,
               std::vector<std::pair<KeySequence, std::vector<const Wish*>>>& chosen) {
        const PatternId pattern = wish.query->pattern->id;
        // A key or index that does all of it, or so much that little is left to gain.
        const Existing* best = nullptr;
        double bestRows = m_cardinality.rows(entity.id) * (wish.repeats > 1 ? wish.repeats : 1);
        for (const Existing& one : existing) {
            std::vector<AttributeId> all;
            for (const KeySequence::Column& column : one.columns)
                all.push_back(column.attribute);
            const bool unique = one.key || one.index->unique;
            if (unique && holdsAll(wish.equal, all)) {
                book(one, pattern);
                return;
            }
            KeySequence sequence = one.sequence();
            if (sequence.absorb(wish.equal, wish.ordered)) {
                book(one, pattern);
                return;
            }
            std::vector<AttributeId> prefix;
            for (AttributeId attribute : all) {
                if (!holds(wish.equal, attribute))
                    break;
                prefix.push_back(attribute);
            }
            if (prefix.empty())
                continue;
            if (const double rows = rowsThrough(wish, prefix, 0); rows < bestRows) {
                bestRows = rows;
                best = &one;
            }
        }
        if (bestRows <= std::max(kSmallRead * wish.repeats, 2 * wish.rowsWith)) {
            if (best)
                book(*best, pattern);
            return;
        }
        const bool largeShare = wish.rowsWith / wish.repeats > kLargeShare * m_cardinality.rows(entity.id);
        if (largeShare && !wish.servesOrder)
            return;
        for (auto& [sequence, served] : chosen)
            if (sequence.absorb(wish.equal, wish.ordered)) {
                served.push_back(&wish);
                return;
            }
        chosen.emplace_back(KeySequence(byUse(entity, wish.equal), wish.ordered), std::vector<const Wish*>{&wish});
    }

    /// Equality columns, the one that most requests a second compare first; then in the order of the columns.
    std::vector<AttributeId> byUse(const Entity& entity, std::vector<AttributeId> columns) const {
        std::unordered_map<AttributeId, double> use;
        for (std::size_t number : m_input.queriesOf.at(entity.id)) {
            const Query& query = m_input.queries[number];
            for (const EntityRead& read : query.reads)
                if (read.entity == &entity)
                    for (AttributeId id : read.keyed())
                        use[id] += query.pattern->rate.peakRate().value;
        }
        std::stable_sort(columns.begin(), columns.end(),
                         [&](AttributeId a, AttributeId b) { return use[a] != use[b] ? use[a] > use[b] : a < b; });
        return columns;
    }

    void propose(const Entity& entity, const KeySequence& sequence, const std::vector<const Wish*>& served) {
        ProposedIndex index;
        index.entity = entity.id;
        index.columns = sequence.columns();
        const Wish& first = *served.front();
        std::set<PatternId> patterns;
        for (const Wish* wish : served)
            patterns.insert(wish->query->pattern->id);
        index.serves.assign(patterns.begin(), patterns.end());
        index.include = coveringColumns(entity, index, served);
        index.reason = fmt::format("{} reads {:.0f} rows instead of {:.0f}", first.query->pattern->name,
                                   std::max(1.0, first.rowsWith), m_cardinality.rows(entity.id));
        if (first.servesOrder)
            index.reason += " because rows come in the order wanted and the limit ends reading";
        if (patterns.size() > 1)
            index.reason += fmt::format("; {} more pattern{} use{} it", patterns.size() - 1,
                                        patterns.size() > 2 ? "s" : "", patterns.size() > 2 ? "" : "s");
        if (!index.include.empty())
            index.reason += fmt::format("; {} included so that rows are not fetched", names(entity, index.include));
        m_advice.proposed[entity.id].push_back(std::move(index));
    }

    /// The further columns that make the index answer alone, when that pays; see README.
    std::vector<AttributeId> coveringColumns(const Entity& entity, const ProposedIndex& index,
                                             const std::vector<const Wish*>& served) const {
        if (!m_input.profile.has("include_columns") || index.serves.size() != 1 || served.size() != 1)
            return {};
        const Wish& wish = *served.front();
        const AccessPattern& pattern = *wish.query->pattern;
        if (pattern.allColumns || isWrite(pattern.verb) || pattern.projection.empty())
            return {};
        std::vector<AttributeId> missing = neededColumns(pattern, entity);
        for (const KeySequence::Column& column : index.columns)
            std::erase(missing, column.attribute);
        double bytes = 0;
        for (AttributeId id : missing)
            if (const Attribute* attribute = entity.find(id))
                bytes += attribute->statistics.maximumBytes.value_or(m_cardinality.valueBytes(*attribute));
        const auto writes = m_input.writesPerSecond.find(entity.id);
        const double written = writes == m_input.writesPerSecond.end() ? 0 : writes->second;
        const double fetched = pattern.rate.peakRate().value * wish.rowsWith;
        if (missing.empty() || missing.size() > kIncludeColumns || bytes > kIncludeBytes || wish.rowsWith < 2 ||
            fetched < kFetchesPerWrite * written || fetched <= 0)
            return {};
        if (const auto list = m_input.writesOf.find(entity.id); list != m_input.writesOf.end())
            for (const AccessPattern* write : list->second)
                if (!isInsert(write->verb)) // an update of an included column would touch every index of the table
                    for (const ColumnRef& column : write->assigned)
                        if (holds(missing, column.attribute))
                            return {};
        return missing;
    }

    // Deleting a parent looks for its children once a foreign key.
    std::vector<const AccessPattern*> deletesOfParents(const Entity& entity) const {
        std::vector<const AccessPattern*> out;
        for (const Relationship* up : m_cardinality.parentsOf(entity.id))
            if (const auto list = m_input.writesOf.find(up->parent); list != m_input.writesOf.end())
                for (const AccessPattern* pattern : list->second)
                    if (pattern->verb == Verb::Delete && std::find(out.begin(), out.end(), pattern) == out.end())
                        out.push_back(pattern);
        return out;
    }

    void serveDelete(const Entity& entity, const AccessPattern& pattern, const std::vector<Existing>& existing) {
        for (const Relationship* up : m_cardinality.parentsOf(entity.id)) {
            if (up->parent != pattern.entity || m_cardinality.rows(entity.id) <= kSmallRead)
                continue;
            const auto serves = [&](const Existing& one) { return one.sequence().absorb(up->childAttributes, {}); };
            if (const auto at = std::find_if(existing.begin(), existing.end(), serves); at != existing.end()) {
                book(*at, pattern.id);
                continue;
            }
            auto& list = m_advice.proposed[entity.id];
            const auto proposed = std::find_if(list.begin(), list.end(), [&](const ProposedIndex& index) {
                return index.method == IndexMethod::BTree && index.expression.empty() &&
                       KeySequence({}, index.columns).absorb(up->childAttributes, {});
            });
            if (proposed != list.end()) {
                if (std::find(proposed->serves.begin(), proposed->serves.end(), pattern.id) == proposed->serves.end())
                    proposed->serves.push_back(pattern.id);
                continue;
            }
            ProposedIndex index;
            index.entity = entity.id;
            for (AttributeId attribute : up->childAttributes)
                index.columns.push_back({attribute, false, false});
            index.serves = {pattern.id};
            index.reason = fmt::format("{} finds the rows that refer to what it deletes without reading all {:.0f}",
                                       pattern.name, m_cardinality.rows(entity.id));
            list.push_back(std::move(index));
        }
    }

    void proposeSearch(const Entity& entity, const Query& query, const EntityRead& read) {
        for (const Predicate* condition : read.conditions) {
            const bool near = condition->comparison == Comparison::Near;
            if ((!near && condition->comparison != Comparison::Contains) || m_cardinality.rows(entity.id) <= kSmallRead)
                continue;
            const Attribute* attribute = entity.find(condition->column.attribute);
            if (!m_input.profile.has("search_indexes")) {
                note(fmt::format("{} searches inside {}, for which {} is given no index: it reads the table.",
                                 query.pattern->name, attribute ? attribute->name : condition->text,
                                 m_input.profile.title));
                continue;
            }
            ProposedIndex index;
            index.entity = entity.id;
            index.method = near ? IndexMethod::Gist : IndexMethod::Gin;
            index.serves = {query.pattern->id};
            if (!describeSearch(*condition, attribute, index) || searchExists(entity, index, query.pattern->id))
                continue;
            index.reason = fmt::format("{} searches inside {}, which no B-tree answers", query.pattern->name,
                                       attribute ? attribute->name : condition->text);
            m_advice.proposed[entity.id].push_back(std::move(index));
        }
    }

    /// Fills in what a search index stands on; false when none helps.
    bool describeSearch(const Predicate& condition, const Attribute* attribute, ProposedIndex& index) {
        const std::size_t match = condition.text.find("@@");
        if (!attribute || (match != std::string::npos && attribute->type.kind != TypeKind::Other)) {
            if (match == std::string::npos)
                return false;
            index.expression = condition.text.substr(0, match); // to_tsvector('english', body) @@ …
            while (!index.expression.empty() && std::isspace(static_cast<unsigned char>(index.expression.back())))
                index.expression.pop_back();
            if (!index.expression.starts_with("to_tsvector(") || index.expression.find('$') != std::string::npos ||
                index.expression.find('.') != std::string::npos || index.expression.back() != ')' ||
                index.expression.find(',') == std::string::npos)
                return false; // not a constant expression of this table's columns as it stands
            return true;
        }
        index.columns = {{attribute->id, false, false}};
        switch (attribute->type.kind) {
        case TypeKind::Text:
        case TypeKind::String:
            index.operatorClass = "gin_trgm_ops";
            note("Searching inside text with LIKE uses trigram indexes, which need CREATE EXTENSION pg_trgm.");
            return true;
        case TypeKind::Json: return attribute->type.binary;
        case TypeKind::Array:
        case TypeKind::GeoPoint: return true;
        case TypeKind::Other: return attribute->type.native == "tsvector";
        default: return false;
        }
    }

    bool searchExists(const Entity& entity, const ProposedIndex& wanted, PatternId pattern) {
        for (const Index& index : entity.indexes)
            if (index.method == wanted.method && index.parts.size() == 1 && index.predicate.empty() &&
                ((!wanted.columns.empty() && index.parts.front().attribute == wanted.columns.front().attribute) ||
                 (wanted.columns.empty() && index.parts.front().expression == wanted.expression))) {
                m_advice.declaredServes[index.id].push_back(pattern);
                return true;
            }
        for (ProposedIndex& index : m_advice.proposed[entity.id])
            if (index.method == wanted.method && index.expression == wanted.expression &&
                (wanted.columns.empty() || index.columns.front().attribute == wanted.columns.front().attribute)) {
                index.serves.push_back(pattern);
                return true;
            }
        return false;
    }

    void note(const std::string& text) {
        if (std::find(m_advice.notes.begin(), m_advice.notes.end(), text) == m_advice.notes.end())
            m_advice.notes.push_back(text);
    }

    const MappingInput& m_input;
    const Cardinality& m_cardinality;
    IndexAdvice m_advice;
};

} // namespace

IndexAdvice adviseIndexes(const MappingInput& input) {
    return Adviser(input).run();
}

} // namespace shardscape::model
