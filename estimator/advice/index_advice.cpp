// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/advice/index_advice.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

#include <fmt/format.h>

#include "estimator/copies/relabel.h"
#include "estimator/figure/leaves.h"
#include "model/physical/cardinality.h"

namespace shardscape::estimator {

using namespace model;

namespace {

constexpr double kManyFetches = 10;      ///< rows fetched by a request from which covering is worth a word
constexpr double kFewIncludedBytes = 64; ///< of all columns to include
constexpr double kPartialShare = 0.5;    ///< of the rows, below which a partial index is worth a word

std::string joined(const std::vector<std::string>& words) {
    return fmt::format("{}", fmt::join(words, ", "));
}

/// A value written in the query, rather than a parameter.
bool isLiteral(const std::string& text) {
    return !text.empty() && text.front() != '$' && text.front() != ':' && text.front() != '?' && text.front() != '@';
}

class Reports {
public:
    Reports(const Project& project, const EngineProfile& profile, const Estimate& estimate)
        : m_project(project)
        , m_profile(profile)
        , m_estimate(estimate)
        , m_cardinality(project)
        , m_leaves(profile) {}

    std::vector<IndexReport> run() {
        std::vector<IndexReport> out;
        for (std::size_t i = 0; i < m_estimate.design.structures.size(); ++i) {
            const Structure& structure = m_estimate.design.structures[i];
            for (std::size_t index = 0; index < structure.indexes.size(); ++index)
                out.push_back(of(structure, m_estimate.structures[i], structure.indexes[index]));
        }
        return out;
    }

private:
    struct Use {
        const AccessPattern* pattern;
        const PatternEstimate* estimate;
        std::size_t step; ///< of the plan
    };

    std::vector<Use> usesOf(const Structure& structure, const StructureIndex& index) const {
        std::vector<Use> uses;
        for (const PatternEstimate& pattern : m_estimate.patterns)
            for (std::size_t step = 0; step < pattern.plan.steps.size(); ++step)
                if (pattern.plan.steps[step].index == index.name &&
                    pattern.plan.steps[step].structure == structure.name) {
                    if (const AccessPattern* source = m_project.patterns.find(pattern.pattern))
                        uses.push_back({source, &pattern, step});
                    break;
                }
        return uses;
    }

    IndexReport of(const Structure& structure, const StructureEstimate& estimate, const StructureIndex& index) {
        IndexReport out;
        out.structure = structure.name;
        out.name = index.name;
        out.entity = structure.entity;
        out.method = index.method;
        out.declared = index.declared || index.key || index.primary;
        for (const StructureKeyPart& part : index.parts)
            out.columns.push_back(part.column + (part.descending ? " DESC" : ""));
        for (const IndexEstimate& one : estimate.indexes)
            if (one.name == index.name)
                out.bytes = one.bytes;
        addCosts(structure, index, out);
        std::vector<Use> uses = usesOf(structure, index);
        // Who reads through an index that this one makes redundant reads through this one without it.
        for (const StructureIndex& other : structure.indexes)
            if (&other != &index && !isKept(other) && coveredBy(structure, other) == &index)
                for (const Use& use : usesOf(structure, other))
                    uses.push_back(use);
        for (const Use& use : uses)
            if (std::find(out.usedBy.begin(), out.usedBy.end(), use.pattern->name) == out.usedBy.end())
                out.usedBy.push_back(use.pattern->name);
        judge(structure, index, out);
        if (out.verdict == IndexReport::Verdict::Used) {
            adviseOrder(structure, index, uses, out);
            adviseCovering(structure, index, uses, out);
            advisePartial(structure, index, uses, out);
        }
        return out;
    }

    // --- cost

    void addCosts(const Structure& structure, const StructureIndex& index, IndexReport& out) {
        double entries = 0;
        std::vector<Figure> rates;
        const double indexes = std::max<double>(1, static_cast<double>(structure.indexes.size()));
        for (const PatternEstimate& pattern : m_estimate.patterns)
            for (const PlanStep& step : pattern.plan.steps)
                if (step.kind == StepKind::Write && step.structure == structure.name && step.indexesWritten > 0) {
                    entries += pattern.qps.value() * step.indexesWritten / indexes;
                    rates.push_back(pattern.qps.renamed("rate of " + pattern.name));
                    rates.push_back(Figure::leaf("entries of one " + pattern.name, step.indexesWritten / indexes,
                                                 Unit::None, Origin::Default, "as planned: " + step.text));
                }
        out.entriesPerSecond = rates.empty()
                                   ? Figure::leaf("entries written to " + index.name, 0, Unit::PerSecond,
                                                  Origin::Default, "no pattern writes its rows")
                                   : Figure::derived("entries written to " + index.name, entries, Unit::PerSecond,
                                                     "Σ rate × entries of a statement", std::move(rates));
        const Figure& each = m_leaves("capacity.index_write_us");
        out.busyServers = Figure::derived("servers busy with " + index.name, entries * each.value(), Unit::None,
                                          "entries a second × time of an entry", {out.entriesPerSecond, each});
    }

    // --- verdict

    /// Directions alike in all parts, or turned round in all of them: a B-tree is read either way.
    static bool isPrefix(const StructureIndex& part, const StructureIndex& whole) {
        if (part.parts.size() > whole.parts.size() || part.method != whole.method || part.predicate != whole.predicate)
            return false;
        const bool turned = part.parts.front().descending != whole.parts.front().descending;
        for (std::size_t i = 0; i < part.parts.size(); ++i)
            if (part.parts[i].column != whole.parts[i].column ||
                part.parts[i].operatorClass != whole.parts[i].operatorClass ||
                (part.parts[i].descending != whole.parts[i].descending) != turned)
                return false;
        // What it holds beside its key must be there too.
        return std::all_of(part.include.begin(), part.include.end(), [&](const std::string& column) {
            return std::find(whole.include.begin(), whole.include.end(), column) != whole.include.end() ||
                   std::any_of(whole.parts.begin(), whole.parts.end(),
                               [&](const StructureKeyPart& other) { return other.column == column; });
        });
    }

    static bool isKept(const StructureIndex& index) { return index.primary || index.unique || index.key; }

    static const StructureIndex* coveredBy(const Structure& structure, const StructureIndex& index) {
        if (index.parts.empty() || (index.method != "btree"))
            return nullptr;
        for (const StructureIndex& other : structure.indexes) {
            if (&other == &index || !isPrefix(index, other))
                continue;
            // Of two alike the first one stays.
            if (other.parts.size() > index.parts.size() || other.include.size() > index.include.size() ||
                other.unique || &other < &index)
                return &other;
        }
        return nullptr;
    }

    static void judge(const Structure& structure, const StructureIndex& index, IndexReport& out) {
        if (isKept(index)) {
            out.verdict = IndexReport::Verdict::Enforces;
            out.why = index.primary ? "it is the primary key" : "it keeps values unique";
            if (!out.usedBy.empty())
                out.why += fmt::format(", and {} {} through it", joined(out.usedBy),
                                       out.usedBy.size() == 1 ? "reads" : "read");
            return;
        }
        if (const StructureIndex* other = coveredBy(structure, index)) {
            out.verdict = IndexReport::Verdict::Redundant;
            out.why = fmt::format("{} begins with the same columns and answers all it does", other->name);
            return;
        }
        if (out.usedBy.empty()) {
            out.verdict = IndexReport::Verdict::Unused;
            out.why = "no pattern reads through it";
            return;
        }
        out.verdict = IndexReport::Verdict::Used;
        out.why = fmt::format("{} {} through it", joined(out.usedBy), out.usedBy.size() == 1 ? "reads" : "read");
    }

    // --- advice

    const Attribute* attributeOf(const Structure& structure, const std::string& column) const {
        const StructureColumn* found = structure.find(column);
        return found ? m_project.find(found->source) : nullptr;
    }

    static const Predicate* predicateOn(const AccessPattern& pattern, const StructureColumn& column) {
        for (const Predicate& predicate : pattern.predicates)
            if (predicate.column == column.source)
                return &predicate;
        return nullptr;
    }

    /// A column that a pattern compares for equality is used only as far as all columns before it are.
    void adviseOrder(const Structure& structure, const StructureIndex& index, const std::vector<Use>& uses,
                     IndexReport& out) const {
        for (const Use& use : uses) {
            std::vector<std::string> equal, rest;
            bool late = false;
            for (const StructureKeyPart& part : index.parts) {
                const StructureColumn* column = structure.find(part.column);
                const Predicate* predicate = column ? predicateOn(*use.pattern, *column) : nullptr;
                const bool isEqual = predicate && (predicate->comparison == Comparison::Equal ||
                                                   predicate->comparison == Comparison::In);
                late = late || (isEqual && !rest.empty());
                (isEqual ? equal : rest).push_back(part.column + (part.descending ? " DESC" : ""));
            }
            if (!late)
                continue;
            equal.insert(equal.end(), rest.begin(), rest.end());
            out.advice.push_back(
                fmt::format("column order: {} compares columns for equality behind one that it does not; "
                            "({}) reads only what it asks for",
                            use.pattern->name, joined(equal)));
            return;
        }
    }

    void adviseCovering(const Structure& structure, const StructureIndex& index, const std::vector<Use>& uses,
                        IndexReport& out) {
        if (index.method != "btree")
            return;
        for (const Use& use : uses) {
            const Plan& plan = use.estimate->plan;
            if (use.step + 1 >= plan.steps.size() || plan.steps[use.step + 1].kind != StepKind::Fetch ||
                use.pattern->allColumns || use.pattern->projection.empty() || isWrite(use.pattern->verb))
                continue;
            const double fetched = plan.steps[use.step + 1].rowsRead;
            if (fetched < kManyFetches)
                continue;
            std::vector<std::string> missing;
            double bytes = 0;
            const auto need = [&](const ColumnRef& column) {
                if (column.entity != structure.entity || !column.attribute)
                    return;
                for (const StructureColumn& own : structure.columns) {
                    if (own.source != column)
                        continue;
                    // Where rows lie in the tree of the primary key, every other index ends in its columns.
                    const Entity* entity = m_project.entities.find(column.entity);
                    const Key* primary = entity ? entity->primaryKey() : nullptr;
                    const bool atEnd = m_profile.has("clustered_rows") && primary &&
                                       std::find(primary->attributes.begin(), primary->attributes.end(),
                                                 column.attribute) != primary->attributes.end();
                    const bool there =
                        atEnd ||
                        std::any_of(index.parts.begin(), index.parts.end(),
                                    [&](const StructureKeyPart& part) { return part.column == own.name; }) ||
                        std::find(index.include.begin(), index.include.end(), own.name) != index.include.end() ||
                        std::find(missing.begin(), missing.end(), own.name) != missing.end();
                    if (!there) {
                        missing.push_back(own.name);
                        const Attribute* attribute = m_project.find(column);
                        bytes += attribute ? m_cardinality.valueBytes(*attribute) : 0;
                    }
                }
            };
            for (const ColumnRef& column : use.pattern->projection)
                need(column);
            for (const Predicate& predicate : use.pattern->predicates)
                need(predicate.column);
            for (const OrderPart& part : use.pattern->order)
                need(part.column);
            if (missing.empty() || bytes > kFewIncludedBytes)
                continue;
            const double saved =
                use.estimate->databaseQps.value() * fetched * m_leaves("capacity.row_fetch_us").value();
            out.advice.push_back(
                fmt::format("covering: {} answers {} without fetching its {} rows: {:.2g} servers less at its peak, "
                            "for {} more a row",
                            m_profile.has("include_columns") ? fmt::format("INCLUDE ({})", joined(missing))
                                                             : fmt::format("{} behind its columns", joined(missing)),
                            use.pattern->name, format(fetched, Unit::None), saved, format(bytes, Unit::Bytes)));
            return;
        }
    }

    void advisePartial(const Structure& structure, const StructureIndex& index, const std::vector<Use>& uses,
                       IndexReport& out) {
        if (!index.predicate.empty() || uses.empty() || !m_profile.has("partial_indexes"))
            return;
        // A literal that all of them ask for.
        for (const Predicate& predicate : uses.front().pattern->predicates) {
            if (predicate.comparison != Comparison::Equal || !isLiteral(predicate.parameter) ||
                predicate.column.entity != structure.entity)
                continue;
            const bool all = std::all_of(uses.begin(), uses.end(), [&](const Use& use) {
                return std::any_of(
                    use.pattern->predicates.begin(), use.pattern->predicates.end(), [&](const Predicate& other) {
                        return other.column == predicate.column && other.comparison == Comparison::Equal &&
                               other.parameter == predicate.parameter;
                    });
            });
            const double rows = m_cardinality.rows(structure.entity);
            const double share =
                rows > 0 ? m_cardinality.rowsPerValue(structure.entity, {predicate.column.attribute}) / rows : 1;
            if (!all || share > kPartialShare)
                continue;
            const Attribute* attribute = m_project.find(predicate.column);
            out.advice.push_back(fmt::format("partial: WHERE {} = {} keeps {:.0f} % of the entries, {} less",
                                             attribute ? attribute->name : "?", predicate.parameter, share * 100,
                                             format(out.bytes.value() * (1 - share), Unit::Bytes)));
            return;
        }
    }

    const Project& m_project;
    const EngineProfile& m_profile;
    const Estimate& m_estimate;
    Cardinality m_cardinality;
    ProfileLeaves m_leaves;
};

} // namespace

const char* name(IndexReport::Verdict verdict) {
    static constexpr std::array kNames{"enforces", "used", "redundant", "unused"};
    return kNames[static_cast<std::size_t>(verdict)];
}

std::vector<IndexReport> indexReports(const Project& project, const EngineProfile& profile, const Estimate& estimate) {
    std::vector<IndexReport> out = Reports(estimate.subject(project), profile, estimate).run();
    relabelKept(estimate, project, [&](const auto& each) {
        for (IndexReport& one : out)
            for (Figure* figure : {&one.bytes, &one.entriesPerSecond, &one.busyServers})
                each(*figure);
    });
    return out;
}

} // namespace shardscape::estimator
