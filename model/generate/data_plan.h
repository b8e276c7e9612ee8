// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/base/result.h"
#include "model/schema/project.h"

namespace shardscape::model {

/// One generated value, not yet written in any dialect.
struct Cell {
    enum class Kind {
        Null,
        Number, ///< "text" as SQL writes it
        Bool,   ///< "true" or "false"
        Text,   ///< also dates, times and enumerations
        Uuid,   ///< "text" with hyphens
        Binary, ///< "text" in hexadecimal digits
        Json,
        Numbers, ///< an array: elements of plain characters, separated by commas
        Words,   ///< the same of texts
        Point,   ///< "x y"
    };
    Kind kind = Kind::Null;
    std::string text;
};

struct GenerateOptions {
    std::uint64_t seed = 1;
    /// Rows of the largest entity, or of "entity"; the others keep their proportions. Unset = as the model says.
    std::optional<std::uint64_t> rows;
    EntityId entity; ///< 0 = all
};

/// Rows that follow the model's own statistics, as values of a pure function of seed, entity, row and column: nothing
/// is stored, any row can be had in any order, the same seed gives the same bytes.
///
/// Honoured: rows and their proportions; share of nulls; mean and longest lengths; numbers of different values (each
/// equally often); ascending and random keys; enumerations; checks of the forms "column IN (…)", "column >= n",
/// "BETWEEN"; candidate keys; foreign keys (the row referred to is there) with mean, maximum and shape of their
/// fan-out. Not: dependencies between columns, uneven frequencies of values, other checks; notes() says where a key
/// could not be held. Rows that refer to their own table refer to earlier ones.
///
/// Refers to the project, which must outlive it. Thread-safety: const after construction.
class DataPlan {
public:
    /// Errors: Invalid when a key cannot have as many different values as there are rows.
    static Result<DataPlan> make(const Project& project, const GenerateOptions& options);
    DataPlan(DataPlan&&) noexcept;
    DataPlan& operator=(DataPlan&&) noexcept;
    ~DataPlan();

    const Project& project() const;
    /// To be written, parents before children as far as cycles allow.
    const std::vector<EntityId>& order() const;
    std::uint64_t rows(EntityId entity) const;
    Cell cell(EntityId entity, std::uint64_t row, AttributeId attribute) const;
    /// Whether a row refers to one of a table that comes later in order(): the dialect must put off its checks.
    bool hasCycles() const;
    /// What could not be held, a sentence each.
    const std::vector<std::string>& notes() const;

private:
    struct Implementation;
    explicit DataPlan(std::unique_ptr<Implementation> implementation);
    std::unique_ptr<Implementation> m_implementation;
};

} // namespace shardscape::model
