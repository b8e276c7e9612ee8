// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/base/ids.h"
#include "model/schema/entity.h"

namespace shardscape::model {

enum class FanOutShape { Fixed, Geometric, PowerLaw };
const char* name(FanOutShape shape);

/// How many children a parent has (M3). The celebrity is the maximum.
struct FanOut {
    std::optional<double> mean;
    std::optional<double> maximum;
    FanOutShape shape = FanOutShape::Geometric;
    double alpha = 0; ///< PowerLaw: exponent of P(children = k) ~ k^-alpha, alpha > 1
    bool operator==(const FanOut&) const = default;
};

enum class ReferentialAction { NoAction, Restrict, Cascade, SetNull, SetDefault };
const char* name(ReferentialAction action);

/// "child (attributes) refers to parent (attributes)": a foreign key. 1:1 when the child's attributes are unique,
/// optional when one of them is nullable, N:M as two relationships of a junction entity.
struct Relationship {
    RelationshipId id;
    std::string name; ///< of the constraint; empty = the engine's default
    EntityId child;
    std::vector<AttributeId> childAttributes;
    EntityId parent;
    std::vector<AttributeId> parentAttributes; ///< same length and order as childAttributes
    ReferentialAction onDelete = ReferentialAction::NoAction;
    std::vector<AttributeId> onDeleteAttributes; ///< SET NULL / SET DEFAULT of only these, empty = all
    ReferentialAction onUpdate = ReferentialAction::NoAction;
    bool matchFull = false;
    bool deferrable = false;
    bool initiallyDeferred = false;
    bool notValid = false;
    FanOut fanOut; ///< children of one parent
    std::string comment;
    bool operator==(const Relationship&) const = default;
};

} // namespace shardscape::model
