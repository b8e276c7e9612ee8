// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/generate/data_plan.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_map>

#include <fmt/format.h>

#include "model/generate/check_values.h"
#include "model/generate/fan_out_rows.h"
#include "model/generate/value_writer.h"
#include "model/physical/mapping_rules.h"

namespace shardscape::model {
namespace {

/// Which rows of the parent a foreign key refers to.
struct ReferencePlan {
    enum class Mode {
        Spread,   ///< by the fan-out
        OneToOne, ///< a different parent for each row
        Earlier,  ///< an earlier row of the same table
        Few,      ///< only so many parents, as the column's different values say
        Follows,  ///< part of a key whose other part decides
    };
    const Relationship* relationship = nullptr;
    Mode mode = Mode::Spread;
    FanOutRows places;
    Permutation order, parents;
    std::uint64_t few = 0;
    double nullShare = 0;
    std::uint64_t seed = 0;
};

/// Where the number of a column's value comes from.
struct ColumnPlan {
    enum class Mode {
        Ascending, ///< the number of the row
        Shuffled,  ///< each value equally often, in an order without pattern
        Reference, ///< what a foreign key refers to
        Follows,   ///< part of a key whose other part decides
    };
    const Attribute* attribute = nullptr;
    Mode mode = Mode::Shuffled;
    ValueShape shape;
    Permutation order;
    std::uint64_t distinct = 1;
    double nullShare = 0;
    std::size_t reference = 0; ///< Reference: which, and which of its columns
    std::size_t part = 0;
};

/// A key of several parts, none of which differs from row to row by itself: one part is the driver, the others take
/// what distinguishes the rows that share its value.
struct KeyPlan {
    bool byReference = false;
    std::size_t driver = 0; ///< a reference or a column
    struct Follower {
        bool isReference = false;
        std::size_t at = 0;
        std::uint64_t room = 1; ///< values it has
    };
    std::vector<Follower> followers;
};

struct TablePlan {
    const Entity* entity = nullptr;
    std::uint64_t rows = 0;
    std::vector<ColumnPlan> columns;
    std::vector<ReferencePlan> references;
    std::optional<KeyPlan> key;
    std::unordered_map<AttributeId, std::size_t> at;
};

constexpr int kDeepest = 16; ///< references followed one behind the other; a cycle of keys ends here

} // namespace

struct DataPlan::Implementation {
    Implementation(const Project& project_, const GenerateOptions& options_)
        : project(project_)
        , options(options_)
        , cardinality(project_) {}

    const Project& project;
    const GenerateOptions options;
    const Cardinality cardinality;
    double scale = 1;
    std::unordered_map<EntityId, TablePlan> tables;
    std::vector<EntityId> order;
    bool cycles = false;
    std::vector<std::string> notes;

    Result<void> prepare() {
        chooseScale();
        for (const Entity* entity : creationOrder(cardinality))
            order.push_back(entity->id);
        for (EntityId id : order) {
            TablePlan& table = tables[id];
            table.entity = project.entities.find(id);
            table.rows =
                std::max<std::uint64_t>(1, static_cast<std::uint64_t>(std::llround(cardinality.rows(id) * scale)));
        }
        limitOneToOne();
        for (EntityId id : order) {
            planReferences(tables[id]);
            planColumns(tables[id]);
        }
        for (EntityId id : order) {
            planKeys(tables[id]);
            if (auto fits = checkRoom(tables[id]); !fits)
                return fits;
        }
        findCycles();
        if (options.entity)
            order = {options.entity};
        return {};
    }

    void chooseScale() {
        if (!options.rows)
            return;
        double largest = 0;
        for (const Entity& entity : project.entities)
            if (!options.entity || entity.id == options.entity)
                largest = std::max(largest, cardinality.rows(entity.id));
        if (largest > 0)
            scale = static_cast<double>(*options.rows) / largest;
    }

    static std::vector<const Key*> keysOf(const Entity& entity) {
        std::vector<const Key*> out;
        for (const Key& key : entity.keys)
            (key.kind == KeyKind::Primary ? out.insert(out.begin(), &key) : out.insert(out.end(), &key));
        return out;
    }
    /// Unique keys and unique indexes over columns.
    static std::vector<std::vector<AttributeId>> uniqueSets(const Entity& entity) {
        std::vector<std::vector<AttributeId>> out;
        for (const Key* key : keysOf(entity))
            out.push_back(key->attributes);
        for (const Index& index : entity.indexes) {
            std::vector<AttributeId> columns;
            for (const KeyPart& part : index.parts)
                columns.push_back(part.attribute);
            if (index.unique && std::all_of(columns.begin(), columns.end(), [](AttributeId id) { return bool(id); }))
                out.push_back(std::move(columns));
        }
        return out;
    }
    static bool isSubset(const std::vector<AttributeId>& some, const std::vector<AttributeId>& all) {
        return std::all_of(some.begin(), some.end(),
                           [&](AttributeId id) { return std::find(all.begin(), all.end(), id) != all.end(); });
    }
    bool isOneToOne(const Relationship& relationship) const {
        const auto sets = uniqueSets(*project.entities.find(relationship.child));
        return std::any_of(sets.begin(), sets.end(), [&](const std::vector<AttributeId>& set) {
            return isSubset(set, relationship.childAttributes);
        });
    }

    /// A table whose key refers to another has at most as many rows.
    void limitOneToOne() {
        for (EntityId id : order)
            for (const Relationship* up : cardinality.parentsOf(id))
                if (up->parent != id && isOneToOne(*up) && tables[id].rows > tables[up->parent].rows) {
                    notes.push_back(fmt::format("{} gets {} rows, as many as {}, to which each row refers alone.",
                                                tables[id].entity->name, tables[up->parent].rows,
                                                tables[up->parent].entity->name));
                    tables[id].rows = tables[up->parent].rows;
                }
    }

    std::uint64_t seedOf(const TablePlan& table, std::uint64_t what) const {
        return mixed(mixed(options.seed, table.entity->id.value), what);
    }

    void planReferences(TablePlan& table) {
        std::vector<const Relationship*> up = cardinality.parentsOf(table.entity->id);
        // The widest first: what a narrow one within it refers to, its parent's row refers to as well.
        std::stable_sort(up.begin(), up.end(), [](const Relationship* a, const Relationship* b) {
            return a->childAttributes.size() > b->childAttributes.size();
        });
        std::set<AttributeId> taken;
        for (const Relationship* one : up) {
            const bool fresh = std::none_of(one->childAttributes.begin(), one->childAttributes.end(),
                                            [&](AttributeId id) { return taken.contains(id); });
            if (!fresh) {
                if (!isSubset(one->childAttributes, {taken.begin(), taken.end()}))
                    notes.push_back(fmt::format("{}: the foreign key {} shares columns with another and is not held.",
                                                table.entity->name, one->name));
                continue;
            }
            taken.insert(one->childAttributes.begin(), one->childAttributes.end());
            table.references.push_back(reference(table, *one));
        }
    }

    ReferencePlan reference(const TablePlan& table, const Relationship& up) {
        ReferencePlan out;
        out.relationship = &up;
        out.seed = seedOf(table, up.id.value);
        const std::uint64_t parents = tables[up.parent].rows;
        double distinct = 0;
        for (AttributeId id : up.childAttributes) {
            const Attribute* attribute = table.entity->find(id);
            if (attribute && attribute->nullable)
                out.nullShare = std::max(out.nullShare, attribute->statistics.nullFraction.value_or(0));
            if (attribute && up.childAttributes.size() == 1)
                distinct = attribute->statistics.distinctValues.value_or(0);
        }
        out.order = Permutation(table.rows, mixed(out.seed, 3));
        out.parents = Permutation(parents, mixed(out.seed, 4));
        if (up.parent == up.child) {
            out.mode = ReferencePlan::Mode::Earlier;
        } else if (isOneToOne(up)) {
            out.mode = ReferencePlan::Mode::OneToOne;
        } else if (distinct > 0 && !up.fanOut.mean && distinct < static_cast<double>(parents)) {
            out.mode = ReferencePlan::Mode::Few;
            out.few = std::max<std::uint64_t>(1, static_cast<std::uint64_t>(distinct));
        } else {
            out.places = FanOutRows(parents, table.rows, up.fanOut, scale, out.seed);
        }
        return out;
    }

    void planColumns(TablePlan& table) {
        const Entity& entity = *table.entity;
        const auto sets = uniqueSets(entity);
        for (const Attribute& attribute : entity.attributes) {
            ColumnPlan column;
            column.attribute = &attribute;
            column.nullShare = attribute.nullable ? attribute.statistics.nullFraction.value_or(0) : 0;
            const bool unique = std::any_of(sets.begin(), sets.end(), [&](const std::vector<AttributeId>& set) {
                return set.size() == 1 && set.front() == attribute.id;
            });
            double distinct = cardinality.distinct(entity.id, attribute.id);
            if (unique || arrivesAscending(attribute) || attribute.generator == Generator::UuidV4 ||
                distinct >= cardinality.rows(entity.id) * (1 - column.nullShare))
                distinct = static_cast<double>(table.rows);
            shape(table, column, distinct);
            column.distinct = std::max<std::uint64_t>(
                1, static_cast<std::uint64_t>(std::min(distinct, static_cast<double>(table.rows))));
            if (!unique)
                column.distinct = std::min(
                    column.distinct, static_cast<std::uint64_t>(std::max(1.0, std::min(1e18, roomOf(column.shape)))));
            column.order = Permutation(table.rows, mixed(column.shape.seed, 5));
            if (arrivesAscending(attribute) && column.shape.allowed.empty())
                column.mode = ColumnPlan::Mode::Ascending;
            for (std::size_t r = 0; r < table.references.size(); ++r) {
                const auto& own = table.references[r].relationship->childAttributes;
                if (const auto at = std::find(own.begin(), own.end(), attribute.id); at != own.end()) {
                    column.mode = ColumnPlan::Mode::Reference;
                    column.reference = r;
                    column.part = static_cast<std::size_t>(at - own.begin());
                }
            }
            table.at[attribute.id] = table.columns.size();
            table.columns.push_back(std::move(column));
        }
    }

    void shape(const TablePlan& table, ColumnPlan& column, double distinct) const {
        const Attribute& attribute = *column.attribute;
        ValueShape& out = column.shape;
        out.attribute = &attribute;
        out.seed = seedOf(table, attribute.id.value);
        out.distinct = distinct;
        const AllowedValues allowed = allowedValues(*table.entity, attribute);
        out.allowed = allowed.texts;
        if (attribute.type.kind == TypeKind::Enum)
            if (const EnumType* labels = project.enums.find(attribute.type.enumeration))
                out.allowed = labels->labels;
        out.most = attribute.type.kind == TypeKind::Int16   ? 32767
                   : attribute.type.kind == TypeKind::Int32 ? 2147483647
                                                            : 9.2e18;
        out.low = allowed.least.value_or(allowed.most && *allowed.most < 1 ? *allowed.most - distinct + 1 : 1);
        out.most = std::min(out.most, allowed.most.value_or(out.most));
        const double present = 1 - std::min(0.999, column.nullShare);
        out.lengths = lengthsOf(
            attribute, attribute.statistics.averageBytes.value_or(cardinality.valueBytes(attribute) / present));
        // A day between dates, a second between times; dates that ascend pass through their days.
        out.secondsApart = attribute.type.kind == TypeKind::Date ? 86400 : 1;
        if (attribute.type.kind == TypeKind::Date && arrivesAscending(attribute))
            out.secondsApart = 86400 * std::min(1.0, cardinality.distinct(table.entity->id, attribute.id) /
                                                         static_cast<double>(table.rows));
    }

    /// Whether the column alone tells rows apart.
    static bool differs(const TablePlan& table, AttributeId id) {
        const ColumnPlan& column = table.columns[table.at.at(id)];
        if (column.mode == ColumnPlan::Mode::Reference)
            return table.references[column.reference].mode == ReferencePlan::Mode::OneToOne;
        return column.distinct >= table.rows && column.attribute->type.kind != TypeKind::Date;
    }

    void planKeys(TablePlan& table) {
        for (const std::vector<AttributeId>& set : uniqueSets(*table.entity)) {
            if (set.size() < 2 ||
                std::any_of(set.begin(), set.end(), [&](AttributeId id) { return differs(table, id); }))
                continue;
            if (table.key) {
                notes.push_back(fmt::format("{}: a second key of several columns is not held.", table.entity->name));
                continue;
            }
            planKey(table, set);
        }
    }

    void planKey(TablePlan& table, const std::vector<AttributeId>& set) {
        KeyPlan key;
        std::vector<KeyPlan::Follower> parts;
        std::set<std::size_t> references;
        for (AttributeId id : set) {
            ColumnPlan& column = table.columns[table.at.at(id)];
            column.nullShare = 0;
            if (column.mode == ColumnPlan::Mode::Reference) {
                if (references.insert(column.reference).second)
                    parts.push_back(
                        {true, column.reference, tables[table.references[column.reference].relationship->parent].rows});
            } else {
                const bool free = !column.attribute->statistics.distinctValues && column.shape.allowed.empty();
                parts.push_back(
                    {false, table.at.at(id),
                     free ? static_cast<std::uint64_t>(std::min(9e18, roomOf(column.shape))) : column.distinct});
            }
        }
        for (std::size_t r : references)
            table.references[r].nullShare = 0;
        // A reference drives when there is one, that with a fan-out first; else the first column.
        std::size_t driver = 0;
        for (std::size_t i = 0; i < parts.size(); ++i)
            if (parts[i].isReference &&
                (!parts[driver].isReference || (table.references[parts[i].at].relationship->fanOut.mean &&
                                                !table.references[parts[driver].at].relationship->fanOut.mean)))
                driver = i;
        key.byReference = parts[driver].isReference;
        key.driver = parts[driver].at;
        if (key.byReference && table.references[key.driver].mode != ReferencePlan::Mode::Spread) {
            ReferencePlan& plan = table.references[key.driver];
            plan.places = FanOutRows(tables[plan.relationship->parent].rows, table.rows, {}, scale, plan.seed);
            plan.mode = ReferencePlan::Mode::Spread;
        }
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (i == driver)
                continue;
            key.followers.push_back(parts[i]);
            if (parts[i].isReference)
                table.references[parts[i].at].mode = ReferencePlan::Mode::Follows;
            else
                table.columns[parts[i].at].mode = ColumnPlan::Mode::Follows;
        }
        // The part with most room takes what the others leave.
        std::stable_sort(key.followers.begin(), key.followers.end(),
                         [](const auto& a, const auto& b) { return a.room < b.room; });
        table.key = std::move(key);
    }

    Result<void> checkRoom(const TablePlan& table) const {
        for (const std::vector<AttributeId>& set : uniqueSets(*table.entity)) {
            if (set.size() != 1)
                continue;
            const ColumnPlan& column = table.columns[table.at.at(set.front())];
            if (column.mode != ColumnPlan::Mode::Reference && roomOf(column.shape) < static_cast<double>(table.rows))
                return fail(ErrorCode::Invalid,
                            fmt::format("{}.{} is unique but its type has room for {:.0f} values, not for {} rows",
                                        table.entity->name, column.attribute->name, roomOf(column.shape), table.rows),
                            "generate fewer rows");
        }
        if (!table.key)
            return {};
        double room =
            table.key->byReference
                ? static_cast<double>(tables.at(table.references[table.key->driver].relationship->parent).rows)
                : static_cast<double>(table.columns[table.key->driver].distinct);
        for (const KeyPlan::Follower& follower : table.key->followers)
            room *= static_cast<double>(follower.room);
        if (room < static_cast<double>(table.rows))
            return fail(ErrorCode::Invalid,
                        fmt::format("a key of {} has room for {:.0f} different values, not for {} rows",
                                    table.entity->name, room, table.rows),
                        "generate fewer rows, or state more different values");
        return {};
    }

    void findCycles() {
        std::set<EntityId> before;
        for (EntityId id : order) {
            for (const Relationship* up : cardinality.parentsOf(id))
                cycles = cycles || (up->parent != id && !before.contains(up->parent));
            before.insert(id);
        }
    }

    // --- values

    /// The driver's number and the rank of the row among those that share it.
    FanOutRows::Place driverPlace(const TablePlan& table, std::uint64_t row) const {
        const KeyPlan& key = *table.key;
        if (key.byReference)
            return table.references[key.driver].places.at(row);
        const ColumnPlan& column = table.columns[key.driver];
        const std::uint64_t shuffled = column.order.at(row);
        return {shuffled % column.distinct, shuffled / column.distinct};
    }

    /// The number of a follower of the key: the rank written in the mixed base of the followers' rooms.
    std::uint64_t followerNumber(const TablePlan& table, std::uint64_t row, bool isReference, std::size_t at) const {
        const FanOutRows::Place place = driverPlace(table, row);
        std::uint64_t rest = place.rank;
        for (const KeyPlan::Follower& follower : table.key->followers) {
            const bool last = &follower == &table.key->followers.back();
            const std::uint64_t digit = last && !follower.isReference ? rest : rest % follower.room;
            if (follower.isReference == isReference && follower.at == at) {
                if (!isReference)
                    return digit;
                return Permutation(follower.room, mixed(table.references[at].seed, place.parent)).at(digit);
            }
            rest /= follower.room;
        }
        return rest;
    }

    std::optional<std::uint64_t> parentRow(const TablePlan& table, std::size_t r, std::uint64_t row) const {
        const ReferencePlan& plan = table.references[r];
        if (plan.nullShare > 0 && unit(mixed(plan.seed, row)) < plan.nullShare)
            return std::nullopt;
        switch (plan.mode) {
        case ReferencePlan::Mode::Spread: return plan.places.at(row).parent;
        case ReferencePlan::Mode::OneToOne: return plan.parents.at(row);
        case ReferencePlan::Mode::Earlier:
            if (row == 0) {
                const Attribute* first = table.entity->find(plan.relationship->childAttributes.front());
                return first && first->nullable ? std::nullopt : std::optional<std::uint64_t>(0);
            }
            return mixed(plan.seed + 7, row) % row;
        case ReferencePlan::Mode::Few: return plan.parents.at(plan.order.at(row) % plan.few);
        case ReferencePlan::Mode::Follows: return followerNumber(table, row, true, r);
        }
        return 0;
    }

    Cell cell(EntityId id, std::uint64_t row, AttributeId attribute, int depth) const {
        const TablePlan& table = tables.at(id);
        const ColumnPlan& column = table.columns[table.at.at(attribute)];
        if (column.mode == ColumnPlan::Mode::Reference && depth < kDeepest) {
            const ReferencePlan& reference = table.references[column.reference];
            const auto parent = parentRow(table, column.reference, row);
            if (!parent)
                return {};
            return cell(reference.relationship->parent, *parent, reference.relationship->parentAttributes[column.part],
                        depth + 1);
        }
        if (column.nullShare > 0 && unit(mixed(column.shape.seed + 11, row)) < column.nullShare)
            return {};
        if (table.key && !table.key->byReference && &table.columns[table.key->driver] == &column)
            return valueOf(column.shape, driverPlace(table, row).parent);
        switch (column.mode) {
        case ColumnPlan::Mode::Ascending: return valueOf(column.shape, row);
        case ColumnPlan::Mode::Follows:
            return valueOf(column.shape, followerNumber(table, row, false, table.at.at(attribute)));
        default: return valueOf(column.shape, column.order.at(row) % column.distinct);
        }
    }
};

DataPlan::DataPlan(std::unique_ptr<Implementation> implementation)
    : m_implementation(std::move(implementation)) {}
DataPlan::DataPlan(DataPlan&&) noexcept = default;
DataPlan& DataPlan::operator=(DataPlan&&) noexcept = default;
DataPlan::~DataPlan() = default;

Result<DataPlan> DataPlan::make(const Project& project, const GenerateOptions& options) {
    auto implementation = std::make_unique<Implementation>(project, options);
    if (auto prepared = implementation->prepare(); !prepared)
        return fail(prepared.error());
    return DataPlan(std::move(implementation));
}

const Project& DataPlan::project() const {
    return m_implementation->project;
}
const std::vector<EntityId>& DataPlan::order() const {
    return m_implementation->order;
}
std::uint64_t DataPlan::rows(EntityId entity) const {
    return m_implementation->tables.at(entity).rows;
}
Cell DataPlan::cell(EntityId entity, std::uint64_t row, AttributeId attribute) const {
    return m_implementation->cell(entity, row, attribute, 0);
}
bool DataPlan::hasCycles() const {
    return m_implementation->cycles;
}
const std::vector<std::string>& DataPlan::notes() const {
    return m_implementation->notes;
}

} // namespace shardscape::model
