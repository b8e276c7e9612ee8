// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/copies/relabel.h"

#include <cstdlib>
#include <string_view>

#include <fmt/format.h>

namespace shardscape::estimator {

using namespace model;

namespace {

/// The id in "pattern:12/rate" behind the word; 0 when the path is of another kind.
std::uint64_t idIn(const std::string& path, std::string_view word) {
    return path.starts_with(word) ? std::strtoull(path.c_str() + word.size(), nullptr, 10) : 0;
}

} // namespace

Relabel::Relabel(const Project& base, const Derivation& derivation)
    : m_base(base)
    , m_derivation(derivation) {}

Figure Relabel::leaf(const Figure& figure) const {
    if (const PatternId added{idIn(figure.path(), "pattern:")}; m_derivation.causes.contains(added)) {
        const AccessPattern* cause = m_base.patterns.find(m_derivation.causes.at(added));
        if (cause)
            return Figure::derived(
                figure.name(), figure.value(), figure.unit(), "as often as its cause happens, for each row it changes",
                {Figure::leaf("rate of " + cause->name, cause->rate.average.value, Unit::PerSecond, Origin::User)
                     .withPath(fmt::format("pattern:{}/rate", cause->id.value))});
    }
    const EntityId entity{idIn(figure.path(), "entity:")};
    if (!entity || m_base.entities.contains(entity))
        return figure;
    const auto words = m_derivation.rowsOf.find(entity);
    return Figure::leaf(figure.name(), figure.value(), figure.unit(), Origin::Default,
                        words == m_derivation.rowsOf.end() ? "as what it copies has it" : words->second);
}

Figure Relabel::operator()(const Figure& figure) {
    if (const auto known = m_done.find(figure.identity()); known != m_done.end())
        return known->second;
    Figure out = figure;
    if (figure.inputs().empty()) {
        out = leaf(figure);
    } else {
        std::vector<Figure> inputs;
        bool changed = false;
        for (const Figure& input : figure.inputs()) {
            inputs.push_back((*this)(input));
            changed = changed || inputs.back().identity() != input.identity();
        }
        if (changed)
            out = Figure::derived(figure.name(), figure.value(), figure.unit(), figure.formula(), std::move(inputs));
    }
    m_kept.push_back(figure);
    m_done.emplace(figure.identity(), out);
    return out;
}

} // namespace shardscape::estimator
