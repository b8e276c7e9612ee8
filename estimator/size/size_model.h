// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include "estimator/figure/leaves.h"
#include "estimator/size/heap.h"
#include "estimator/summary/estimate.h"
#include "model/physical/cardinality.h"

namespace shardscape::estimator {

/// What the size models of one estimate share. All references outlive it.
struct SizeContext {
    const model::Project& project;
    const model::EngineProfile& profile;
    const model::Design& design;
    const model::Cardinality& cardinality;
    ProfileLeaves& leaves;
    HeapConstants heap; ///< of a HeapBTree profile
    double partitions = 1;

    SizeContext(const model::Project& project, const model::EngineProfile& profile, const model::Design& design,
                const model::Cardinality& cardinality, ProfileLeaves& leaves);
};

/// Rows of an entity at some time.
using RowsOf = std::function<double(model::EntityId)>;

/// The bytes of one structure: one model per storage family.
class SizeModel {
public:
    virtual ~SizeModel() = default;
    /// Rows, bytes of a row, of the table and of each index, with their working; now. Rates are left for others.
    virtual StructureEstimate now() const = 0;
    /// All bytes, table and indexes, one copy, at another time.
    virtual double bytes(const RowsOf& rows) const = 0;
};

/// Never null: families without a size model of their own count payload bytes, and the figure says so.
std::unique_ptr<SizeModel> sizeModelFor(const SizeContext& context, const model::Structure& structure);

/// Rows of an entity as a figure: stated, from a parent's rows and fan-out, or assumed. Same number as
/// Cardinality::rows().
Figure rowsFigure(const SizeContext& context, model::EntityId entity);

/// Statistics of a column's values as figures, same numbers as Cardinality uses.
/// Mean payload of a non-null value of a variable-length attribute: stated or assumed.
Figure payloadFigure(const SizeContext& context, const model::Entity& entity, const model::Attribute& attribute);
/// Standard deviation of that payload, see model/physical/values.h; 0 for fixed lengths. It has no figure, because it
/// moves results by well under a per cent.
double payloadDeviation(const model::Attribute& attribute, double mean);
/// Share of nulls: stated, or 0 (an upper bound of the size).
double nullShare(const model::Attribute& attribute);
/// Mean decimal digits of a value: decided by the type and the number of different values.
double digitsOf(const model::Attribute& attribute, double distinct);

/// Mean characters of a composed key as "USER#{users.user_id}": its letters and the texts of the columns named in
/// braces; a name without an entity is that of a column of the structure.
double compositionBytes(const SizeContext& context, const std::string& composition,
                        const model::Structure* structure = nullptr);
/// Mean characters of a value written as text.
double textBytes(const SizeContext& context, const model::Entity& entity, const model::Attribute& attribute);

} // namespace shardscape::estimator
