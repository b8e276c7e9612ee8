// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "model/physical/key_query.h"
#include "model/physical/mapping_rules.h"
#include "model/physical/names.h"

namespace shardscape::model {
namespace {

bool isNumber(const Attribute* attribute) {
    if (!attribute)
        return false;
    switch (attribute->type.kind) {
    case TypeKind::Int16:
    case TypeKind::Int32:
    case TypeKind::Int64:
    case TypeKind::Float:
    case TypeKind::Double:
    case TypeKind::Decimal:
    case TypeKind::Date:
    case TypeKind::Timestamp: return true; // a score is a double: times as milliseconds
    default: return false;
    }
}

/// "ListPostsByUser" → "list_posts_by_user".
std::string snakeCase(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (std::isupper(c) && i > 0 && !std::isupper(static_cast<unsigned char>(text[i - 1])) && text[i - 1] != '_')
            out += '_';
        out += static_cast<char>(std::tolower(c));
    }
    return plainName(out, "query");
}

class CacheRules {
public:
    CacheRules(const MappingInput& input, Design& design)
        : m_input(input)
        , m_design(design) {}

    void run() {
        for (const Structure& structure : m_design.structures)
            if (structure.truth)
                m_truth.try_emplace(structure.entity, structure.name);
        if (!m_design.structures.empty() && m_design.structures.front().kind == StructureKind::ItemTable)
            for (EntityId id : m_design.structures.front().entities)
                m_truth.try_emplace(id, m_design.structures.front().name);
        std::vector<Structure> caches;
        for (const Query& query : m_input.queries)
            consider(query, caches);
        m_design.cache = !caches.empty();
        for (Structure& cache : caches)
            m_design.structures.push_back(std::move(cache));
    }

private:
    void consider(const Query& query, std::vector<Structure>& caches) {
        const AccessPattern& pattern = *query.pattern;
        if (isWrite(pattern.verb) || query.reads.empty())
            return;
        const KeyQuery key = keyQueryOf(m_input.cardinality, query);
        const std::string why = whyNot(query, key);
        if (!why.empty()) {
            m_design.notes.push_back(fmt::format("{} is not cached: {}.", pattern.name, why));
            return;
        }
        std::optional<double> ttl = m_input.layout.cacheTtlSeconds;
        if (pattern.consistency.kind == ConsistencyKind::Bounded)
            ttl = ttl ? std::min(*ttl, pattern.consistency.boundSeconds) : pattern.consistency.boundSeconds;
        const Entity& row = *m_input.project.entities.find(key.row);
        const bool single = query.reads.size() == 1 && row.isUnique(query.reads.front().fixed()) && key.values <= 1 &&
                            pattern.verb != Verb::Aggregate;
        const std::string name = keyspace(pattern, key, row, single);
        for (Structure& cache : caches)
            if (single && cache.columns.front().composition == name) { // rows by the same key are shared
                share(cache, key, ttl, pattern, single);
                return;
            }
        Structure cache;
        std::string plain = single ? name.substr(0, name.find('{')) : snakeCase(pattern.name);
        std::replace(plain.begin(), plain.end(), ':', '_');
        while (plain.ends_with('_'))
            plain.pop_back();
        cache.name = m_names.take("cache_" + plain);
        cache.kind = StructureKind::Cache;
        cache.entity = key.row;
        cache.entities = key.entities;
        cache.truth = false;
        const auto truth = m_truth.find(key.row);
        cache.base = truth == m_truth.end() ? row.name : truth->second;
        StructureColumn keyColumn;
        keyColumn.name = "key";
        keyColumn.nativeType = valueType(query, key, single);
        keyColumn.nullable = false;
        keyColumn.composition = name;
        cache.columns.push_back(std::move(keyColumn));
        cache.partitionKey = {{"key", false, {}}};
        if (cache.columns.front().nativeType == "zset")
            if (const Attribute* score = m_input.project.find(key.order.front().column))
                cache.sortKey = {{score->name, key.order.front().descending, {}}};
        cache.joins = key.joins;
        cache.reason = fmt::format("{} tolerates an answer that is {}", pattern.name, tolerance(pattern));
        share(cache, key, ttl, pattern, single);
        caches.push_back(std::move(cache));
    }

    static std::string tolerance(const AccessPattern& pattern) {
        switch (pattern.consistency.kind) {
        case ConsistencyKind::Bounded: return fmt::format("{:.4g} s old", pattern.consistency.boundSeconds);
        case ConsistencyKind::ReadYourWrites: return "dropped whenever its rows are written";
        default: return "not the latest";
        }
    }

    /// Why the pattern cannot be answered from a cache; empty when it can.
    std::string whyNot(const Query& query, const KeyQuery& key) const {
        const AccessPattern& pattern = *query.pattern;
        if (pattern.consistency.kind == ConsistencyKind::Strong)
            return "it must see the latest write";
        if (pattern.consistency.kind == ConsistencyKind::Bounded && pattern.consistency.boundSeconds <= 0)
            return "its answer may not be old at all";
        if (key.inside || pattern.verb == Verb::Traversal)
            return "each search would be an entry of its own";
        const bool expressions =
            std::any_of(pattern.predicates.begin(), pattern.predicates.end(), [](const Predicate& p) {
                return p.comparison == Comparison::Other && p.text.find('$') != std::string::npos;
            });
        const bool scored =
            key.order.size() == 1 && key.orderIsPlain && isNumber(m_input.project.find(key.order.front().column));
        const bool ranges = std::any_of(key.ranged.begin(), key.ranged.end(), [&](const ColumnRef& column) {
            return !(scored && column == key.order.front().column);
        });
        if (expressions || ranges)
            return "its bounds differ from request to request, so entries would hardly be used twice";
        if (pattern.offsetParameter)
            return "every page would be an entry of its own";
        if (pattern.consistency.kind == ConsistencyKind::ReadYourWrites)
            if (const AccessPattern* writer = writerWithoutKey(key))
                return fmt::format(
                    "{} changes its rows without saying which entry to drop, and the reader must see their own writes",
                    writer->name);
        return {};
    }

    /// A write that affects the answer and does not name the cache's key.
    const AccessPattern* writerWithoutKey(const KeyQuery& key) const {
        for (EntityId entity : key.entities)
            if (const auto list = m_input.writesOf.find(entity); list != m_input.writesOf.end())
                for (const AccessPattern* write : list->second) {
                    if (!affects(*write, key))
                        continue;
                    for (const ColumnRef& column : key.equal)
                        if (column.entity != entity || !names(*write, column))
                            return write;
                }
        return nullptr;
    }

    static bool names(const AccessPattern& write, const ColumnRef& column) {
        if (isInsert(write.verb))
            return write.assigned.empty() ||
                   std::find(write.assigned.begin(), write.assigned.end(), column) != write.assigned.end();
        return std::any_of(write.predicates.begin(), write.predicates.end(), [&](const Predicate& predicate) {
            return predicate.comparison == Comparison::Equal && predicate.column == column;
        });
    }

    /// An insert changes lists, a delete everything, an update what shows an assigned column.
    bool affects(const AccessPattern& write, const KeyQuery& key) const {
        if (write.verb == Verb::Delete || isInsert(write.verb) || write.assigned.empty())
            return true;
        return std::any_of(write.assigned.begin(), write.assigned.end(),
                           [&](const ColumnRef& column) { return holds(key.needed, key.canonical(column)); });
    }

    std::string valueType(const Query& query, const KeyQuery& key, bool single) const {
        const AccessPattern& pattern = *query.pattern;
        if (pattern.verb == Verb::Aggregate || !pattern.groupBy.empty())
            return "string";
        if (single)
            return key.needed.size() > 2 ? "hash" : "string";
        const bool scored =
            key.order.size() == 1 && key.orderIsPlain && isNumber(m_input.project.find(key.order.front().column));
        return scored ? "zset" : "list";
    }

    std::string keyspace(const AccessPattern& pattern, const KeyQuery& key, const Entity& row, bool single) const {
        std::string out = single ? plainName(row.name, "row") : snakeCase(pattern.name);
        const Key* primary = row.primaryKey();
        const bool byPrimary = primary && std::all_of(key.equal.begin(), key.equal.end(), [&](const ColumnRef& column) {
                                   return holds(primary->attributes, column.attribute);
                               });
        std::string values;
        for (const ColumnRef& column : key.equal)
            if (const Attribute* attribute = m_input.project.find(column)) {
                if (single && !byPrimary) // values of different keys must not meet
                    out += ":" + plainName(attribute->name, "value");
                values += ":{" + plainName(attribute->name, "value") + "}";
            }
        return out + values;
    }

    void share(Structure& cache, const KeyQuery& key, std::optional<double> ttl, const AccessPattern& pattern,
               bool single) const {
        cache.serves.push_back(pattern.id);
        if (ttl)
            cache.ttlSeconds = cache.ttlSeconds ? std::min(*cache.ttlSeconds, *ttl) : *ttl;
        for (const ColumnRef& column : key.needed) {
            const Attribute* attribute = m_input.project.find(column);
            const auto known = std::any_of(cache.columns.begin(), cache.columns.end(),
                                           [&](const StructureColumn& c) { return c.source == column; });
            if (attribute && !known)
                cache.columns.push_back(
                    {attribute->name, attribute->type, "field", attribute->nullable, column, {}, 0, {}});
        }
        if (ttl && pattern.consistency.kind != ConsistencyKind::ReadYourWrites)
            return; // entries end by themselves, soon enough
        for (EntityId entity : key.entities)
            if (const auto list = m_input.writesOf.find(entity); list != m_input.writesOf.end())
                for (const AccessPattern* write : list->second) {
                    const bool known = std::find(cache.invalidatedBy.begin(), cache.invalidatedBy.end(), write->id) !=
                                       cache.invalidatedBy.end();
                    const bool fresh = single && (write->verb == Verb::Insert || write->verb == Verb::Append);
                    if (!known && !fresh && affects(*write, key)) // a new row has no entry of its own yet
                        cache.invalidatedBy.push_back(write->id);
                }
    }

    const MappingInput& m_input;
    Design& m_design;
    std::unordered_map<EntityId, std::string> m_truth;
    UniqueNames m_names{200};
};

} // namespace

void addCaches(const MappingInput& input, Design& design) {
    CacheRules(input, design).run();
}

} // namespace shardscape::model
