// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/physical/relational_columns.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <set>

#include <fmt/format.h>

#include "model/physical/sql_dialect.h"

namespace shardscape::model {
namespace {

/// A text in a key without a stated maximum; utf8mb4 takes four bytes a character, and a key 3,072 bytes.
constexpr int kKeyCharacters = 255;
constexpr int kLongestKeyCharacters = 768;
constexpr int kKeyBytes = 3072;
/// What MySQL's manual uses for prefixes of utf8mb4 texts: 191 × 4 bytes fit 767.
constexpr int kPrefixCharacters = 191;
/// Declared bytes of VARCHARs that stay below the limit of a row together with its other columns.
constexpr int kVarcharBudget = 60000;

bool isLarge(const std::string& native) {
    return native == "LONGTEXT" || native == "LONGBLOB" || native == "JSON";
}

int declaredCharacters(const std::string& native) {
    return native.starts_with("VARCHAR(") ? std::atoi(native.c_str() + 8) : 0;
}

class MysqlColumns {
public:
    MysqlColumns(const MappingInput& input, Design& design)
        : m_input(input)
        , m_design(design) {}

    void run() {
        for (Structure& table : m_design.structures)
            giveLengths(table);
        for (Structure& table : m_design.structures)
            matchParents(table);
        for (Structure& table : m_design.structures)
            keepRowsShort(table);
    }

private:
    const Attribute* attributeOf(const StructureColumn& column) const { return m_input.project.find(column.source); }

    void giveLengths(Structure& table) {
        std::set<std::string> inKeys, inIndexes;
        for (const StructureIndex& index : table.indexes)
            for (const StructureKeyPart& part : index.parts)
                (index.unique ? inKeys : inIndexes).insert(part.column);
        for (const Relationship& relationship : m_input.project.relationships)
            for (std::size_t side = 0; side < 2; ++side)
                if ((side == 0 ? relationship.child : relationship.parent) == table.entity)
                    for (AttributeId id : side == 0 ? relationship.childAttributes : relationship.parentAttributes)
                        for (const StructureColumn& column : table.columns)
                            if (column.source.attribute == id)
                                inKeys.insert(column.name);
        for (StructureColumn& column : table.columns) {
            const bool keyed = inKeys.contains(column.name);
            const int declared = declaredCharacters(column.nativeType);
            const int fits = longestInKeys(table, column.name);
            if ((!keyed && !inIndexes.contains(column.name)) ||
                (!isLarge(column.nativeType) && (!keyed || declared <= fits)))
                continue;
            const Attribute* attribute = attributeOf(column);
            const double most = attribute ? attribute->statistics.maximumBytes.value_or(0) : 0;
            if (!keyed && most > kLongestKeyCharacters)
                continue; // stays long; its indexes hold a prefix
            const int characters = std::min(most > 0 ? static_cast<int>(std::ceil(most)) : kKeyCharacters, fits);
            column.nativeType = mysqlType(m_input.project, column.type, characters);
            if (most <= 0)
                m_design.notes.push_back(fmt::format("{}.{} is part of a key or index and becomes {}; state its "
                                                     "longest value for another length.",
                                                     table.name, column.name, column.nativeType));
        }
    }

    /// Characters that each text of a key may have, so that all of them fit.
    static int longestInKeys(const Structure& table, const std::string& column) {
        int fits = kLongestKeyCharacters;
        for (const StructureIndex& index : table.indexes) {
            int texts = 0, others = 0;
            bool holds = false;
            for (const StructureKeyPart& part : index.parts) {
                holds = holds || part.column == column;
                const StructureColumn* own = table.find(part.column);
                const bool text = own && (isLarge(own->nativeType) || declaredCharacters(own->nativeType) > 0);
                texts += text ? 1 : 0;
                others += text ? 0 : 16;
            }
            if (holds && index.unique && texts > 0)
                fits = std::min(fits, (kKeyBytes - others) / 4 / texts);
        }
        return fits;
    }

    /// Foreign keys need the same type on both sides.
    void matchParents(Structure& table) {
        for (const Relationship* up : m_input.cardinality.parentsOf(table.entity)) {
            const auto parent = std::find_if(m_design.structures.begin(), m_design.structures.end(),
                                             [&](const Structure& other) { return other.entity == up->parent; });
            if (parent == m_design.structures.end())
                continue;
            for (std::size_t i = 0; i < up->childAttributes.size(); ++i)
                for (StructureColumn& own : table.columns)
                    for (const StructureColumn& other : parent->columns)
                        if (own.source.attribute == up->childAttributes[i] &&
                            other.source.attribute == up->parentAttributes[i] && own.nativeType != other.nativeType &&
                            declaredCharacters(own.nativeType) == 0) {
                            m_design.notes.push_back(fmt::format("{}.{} becomes {} as what it refers to.", table.name,
                                                                 own.name, other.nativeType));
                            own.nativeType = other.nativeType;
                        }
        }
    }

    void keepRowsShort(Structure& table) {
        int total = 0;
        std::vector<StructureColumn*> movable;
        for (StructureColumn& column : table.columns) {
            const int characters = declaredCharacters(column.nativeType);
            total += 4 * characters;
            const bool keyed =
                std::any_of(table.indexes.begin(), table.indexes.end(), [&](const StructureIndex& index) {
                    return std::any_of(index.parts.begin(), index.parts.end(),
                                       [&](const StructureKeyPart& part) { return part.column == column.name; });
                });
            if (characters > 0 && !keyed)
                movable.push_back(&column);
        }
        std::sort(movable.begin(), movable.end(), [](const StructureColumn* a, const StructureColumn* b) {
            return declaredCharacters(a->nativeType) > declaredCharacters(b->nativeType);
        });
        for (StructureColumn* column : movable) {
            if (total <= kVarcharBudget)
                return;
            total -= 4 * declaredCharacters(column->nativeType);
            column->nativeType = "LONGTEXT";
        }
    }

    const MappingInput& m_input;
    Design& m_design;
};

} // namespace

void fitMysqlColumns(const MappingInput& input, Design& design) {
    MysqlColumns(input, design).run();
}

int mysqlPrefixCharacters(const Structure& table, const StructureIndex& index, const StructureColumn& column) {
    if (index.unique || (!isLarge(column.nativeType) && declaredCharacters(column.nativeType) == 0))
        return 0;
    int bytes = 0;
    for (const StructureKeyPart& part : index.parts)
        if (const StructureColumn* own = table.find(part.column))
            bytes += isLarge(own->nativeType) ? kKeyBytes + 1 : std::max(8, 4 * declaredCharacters(own->nativeType));
    if (bytes <= kKeyBytes ||
        (!isLarge(column.nativeType) && declaredCharacters(column.nativeType) <= kPrefixCharacters))
        return 0;
    return kPrefixCharacters;
}

} // namespace shardscape::model
