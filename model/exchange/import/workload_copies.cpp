// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Annotations about what is kept twice, where, and for how long: copies, boundaries on engines, tiers.
#include <algorithm>
#include <limits>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "model/base/nearest_name.h"
#include "model/base/quantity.h"
#include "model/exchange/import/workload_directives.h"
#include "model/fields/words.h"

namespace shardscape::model {
namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();

/// The enumerator of a word, or a refusal with the words there are.
template <class E> Placed enumerated(const Word& word, const char* what, E& out) {
    std::vector<std::string> known;
    for (int i = 0; i < 64; ++i)
        if (enumeratorOf<E>(name(static_cast<E>(i))) == static_cast<E>(i))
            known.emplace_back(name(static_cast<E>(i)));
    const auto found = enumeratorOf<E>(word.text);
    if (!found)
        return refuseAt(word.offset, fmt::format("\"{}\" is no {}: {}", word.text, what, fmt::join(known, ", ")),
                        didYouMean(word.text, known));
    out = *found;
    return {};
}

Placed duration(const Word& word, std::optional<double>& out) {
    double seconds = 0;
    const auto done = takeWithin(word, parseDuration(word.text), 0, kInfinite, seconds);
    out = seconds;
    return done;
}

} // namespace

/// cdc, cdc(1s), periodic(10min)
Placed WorkloadDirectives::upkeep(const Word& word, Upkeep& out) {
    if (const auto done = enumerated(word, "way to keep a copy in step", out.path); !done)
        return done;
    if (word.arguments.empty())
        return {};
    if (word.arguments.size() > 1 || isSynchronous(out.path))
        return refuseAt(word.arguments[0].offset, fmt::format("\"{}\" takes no such number", word.text),
                        "write it as cdc(1s) or periodic(10min)");
    return duration(word.arguments[0], out.path == UpkeepPath::Periodic ? out.periodSeconds : out.lagSeconds);
}

/// -- copy: postgresql read_model by=cdc(1s) largest=10k
Placed WorkloadDirectives::copy(const std::vector<Word>& words, PatternBlock& block, std::size_t offset) {
    if (words.size() < 2 || !words[0].key.empty() || !words[1].key.empty())
        return refuseAt(offset, "an engine and a kind of copy are expected here",
                        "write it as \"-- copy: postgresql read_model by=cdc(1s)\"");
    PatternBlock::Copy copy{unquoted(words[0].text), {}};
    if (!m_project.findLayout(copy.engine)) {
        std::vector<std::string> known;
        for (const Layout& layout : m_project.layouts)
            known.push_back(layout.engine);
        return refuseAt(words[0].offset, fmt::format("there is no layout on {}", copy.engine),
                        known.empty() ? "write \"-- engine: " + copy.engine + "\" above"
                                      : didYouMean(copy.engine, known));
    }
    if (const auto done = enumerated(words[1], "kind of copy", copy.derived.kind); !done)
        return done;
    if (copy.derived.kind == DerivedKind::MaterializedView)
        copy.derived.upkeep.path = UpkeepPath::Periodic;
    const Handlers handlers{
        {"by", [&](const Word& word) { return upkeep(word, copy.derived.upkeep); }},
        {"largest",
         [&](const Word& word) {
             double children = 0;
             const auto done = takeWithin(word, parseCount(word.text), 1, kInfinite, children);
             copy.derived.largestFanOut = children;
             return done;
         }},
    };
    if (const auto done = each(words, 2, handlers, "copy"); !done)
        return done;
    block.copies.push_back(std::move(copy));
    return {};
}

void WorkloadDirectives::keepCopies(const std::vector<PatternBlock::Copy>& copies, PatternId pattern) {
    const Table<Layout> layouts = m_project.layouts;
    for (const Layout& layout : layouts) {
        Layout changed = layout;
        std::erase_if(changed.derived, [&](const Derived& known) { return known.pattern == pattern; });
        for (const PatternBlock::Copy& copy : copies)
            if (copy.engine == layout.engine) {
                changed.derived.push_back(copy.derived);
                changed.derived.back().pattern = pattern;
            }
        if (!(changed == layout))
            m_project.layouts.set(std::move(changed));
    }
}

/// owns=Orders,Stock and follows=Catalogue(cdc, lag), follows="Order desk"(periodic(1h))
Placed WorkloadDirectives::boundaryRole(const Word& word, bool truth, Layout& layout) {
    BoundaryRole role;
    role.truth = truth;
    if (!truth && !word.arguments.empty())
        if (const auto done = upkeep(word.arguments[0], role.upkeep); !done)
            return done;
    for (const std::string& part : splitList(word.text)) {
        std::vector<std::string> known;
        role.boundary = {};
        for (const Boundary& boundary : m_project.boundaries) {
            known.push_back(boundary.name);
            if (boundary.name == unquoted(part))
                role.boundary = boundary.id;
        }
        if (!role.boundary)
            return refuseAt(word.offset, fmt::format("there is no boundary {}", unquoted(part)),
                            didYouMean(unquoted(part), known));
        std::erase_if(layout.boundaries, [&](const BoundaryRole& other) { return other.boundary == role.boundary; });
        layout.boundaries.push_back(role);
    }
    return {};
}

/// tier=cold(after=90d, medium=archive, bytes=0.2, rows=0.0167)
Placed WorkloadDirectives::tier(const Word& word, Volume& volume) {
    StorageTier tier;
    tier.name = unquoted(word.text);
    bool aged = false;
    const Handlers handlers{
        {"after",
         [&](const Word& part) {
             aged = true;
             return takeWithin(part, parseDays(part.text), 0, 1e9, tier.afterDays);
         }},
        {"medium", [&](const Word& part) { return enumerated(part, "medium", tier.medium); }},
        {"bytes",
         [&](const Word& part) {
             double ratio = 0;
             const auto done = takeWithin(part, parseRatio(part.text), 0, 1000, ratio);
             tier.bytesRatio = ratio;
             return done;
         }},
        {"rows",
         [&](const Word& part) {
             double ratio = 0;
             const auto done = takeWithin(part, parseRatio(part.text), 0, 1, ratio);
             tier.rowsRatio = ratio;
             return done;
         }},
    };
    if (const auto done = each(word.arguments, 0, handlers, "tier"); !done)
        return done;
    if (!aged)
        return refuseAt(word.offset, fmt::format("the tier {} does not say after how many days", tier.name),
                        "write it as tier=cold(after=90d, medium=archive)");
    if (tier.medium == TierMedium::Engine && tier.bytesRatio)
        return refuseAt(word.offset, fmt::format("rows of the tier {} are in the engine and have its bytes", tier.name),
                        "state what share of the rows it keeps, as rows=0.1");
    std::erase_if(volume.tiers, [&](const StorageTier& other) { return other.name == tier.name; });
    const auto later = std::find_if(volume.tiers.begin(), volume.tiers.end(),
                                    [&](const StorageTier& other) { return other.afterDays > tier.afterDays; });
    volume.tiers.insert(later, std::move(tier));
    return {};
}

/// removal=partitions(7d), removal=ttl
Placed WorkloadDirectives::removal(const Word& word, Volume& volume) {
    if (const auto done = enumerated(word, "way to remove rows", volume.removal); !done)
        return done;
    if (word.arguments.empty())
        return {};
    if (volume.removal != RowRemoval::Partitions || word.arguments.size() > 1)
        return refuseAt(word.arguments[0].offset, fmt::format("\"{}\" takes no such number", word.text),
                        "write it as removal=partitions(7d)");
    return takeWithin(word.arguments[0], parseDays(word.arguments[0].text), 1e-6, 1e6, volume.partitionDays);
}

} // namespace shardscape::model
