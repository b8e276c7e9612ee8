// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unordered_map>
#include <vector>

#include "model/physical/mapping_rules.h"

namespace shardscape::model {

/// An ordered sequence of groups of columns; the order within a group is still open. It describes every B-tree that
/// serves what was asked so far, so that one index can be found for several patterns.
class KeySequence {
public:
    struct Column {
        AttributeId attribute;
        bool descending = false;
        bool directed = false; ///< an order was asked for; otherwise the direction is free
    };

    /// Columns compared for equality in any order, then columns in an order.
    KeySequence(const std::vector<AttributeId>& equal, const std::vector<Column>& ordered);

    /// True when the sequence serves this one too; open groups are split as that needs. Otherwise nothing changes.
    bool absorb(const std::vector<AttributeId>& equal, const std::vector<Column>& ordered);
    std::vector<Column> columns() const;
    std::size_t size() const;

private:
    std::vector<std::vector<Column>> m_groups;
};

/// An index that the patterns ask for and the entity lacks.
struct ProposedIndex {
    EntityId entity;
    IndexMethod method = IndexMethod::BTree;
    std::vector<KeySequence::Column> columns;
    std::string expression;    ///< instead of columns
    std::string operatorClass; ///< of the only column
    std::vector<AttributeId> include;
    std::vector<PatternId> serves;
    std::string reason;
};

struct IndexAdvice {
    std::unordered_map<EntityId, std::vector<ProposedIndex>> proposed;
    std::unordered_map<IndexId, std::vector<PatternId>> declaredServes;
    std::unordered_map<KeyId, std::vector<PatternId>> keyServes;
    std::vector<std::string> notes;
};

/// Indexes for all patterns of the project; see README for the rules.
IndexAdvice adviseIndexes(const MappingInput& input);

} // namespace shardscape::model
