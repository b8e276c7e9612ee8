// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/copy_edits.h"

#include <algorithm>

#include <fmt/format.h>

#include "model/edit/project_edits.h"
#include "model/physical/derive.h"

namespace shardscape::model {

Result<Project> keepCopy(const Project& project, LayoutId layout, const Derived& copy) {
    const Layout* found = project.layouts.find(layout);
    if (!found)
        return fail(ErrorCode::NotFound, "There is no such layout");
    const AccessPattern* pattern = project.patterns.find(copy.pattern);
    if (!pattern)
        return fail(ErrorCode::NotFound, "There is no such access pattern");
    if (const std::string why = whyNotDerived(Cardinality(project), *pattern, copy.kind); !why.empty())
        return fail(ErrorCode::Invalid,
                    fmt::format("{} is not served from a {}: {}", pattern->name, title(copy.kind), why),
                    "Keep a copy of another kind");
    Layout changed = *found;
    const auto at = std::find_if(changed.derived.begin(), changed.derived.end(),
                                 [&](const Derived& one) { return one.pattern == copy.pattern; });
    if (at != changed.derived.end())
        *at = copy;
    else
        changed.derived.push_back(copy);
    return changeLayout(project, std::move(changed));
}

Result<Project> dropCopy(const Project& project, LayoutId layout, PatternId pattern) {
    const Layout* found = project.layouts.find(layout);
    if (!found)
        return fail(ErrorCode::NotFound, "There is no such layout");
    Layout changed = *found;
    if (std::erase_if(changed.derived, [&](const Derived& one) { return one.pattern == pattern; }) == 0)
        return fail(ErrorCode::NotFound, "The layout keeps no copy for this pattern");
    return changeLayout(project, std::move(changed));
}

} // namespace shardscape::model
