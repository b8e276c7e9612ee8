// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/edit_support.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace shardscape::model {

/// By the table 3-7 of the Unicode standard.
bool isPrintable(const std::string& text) {
    const auto byte = [&](std::size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0u; };
    for (std::size_t i = 0; i < text.size();) {
        const unsigned lead = byte(i);
        const unsigned next = byte(i + 1);
        if (lead < 0x20 || lead == 0x7f)
            return false;
        std::size_t length = lead < 0x80                    ? 1
                             : lead >= 0xc2 && lead <= 0xdf ? 2
                             : lead >= 0xe0 && lead <= 0xef ? 3
                             : lead >= 0xf0 && lead <= 0xf4 ? 4
                                                            : 0;
        if (length == 0 || (lead == 0xe0 && next < 0xa0) || (lead == 0xed && next > 0x9f) ||
            (lead == 0xf0 && next < 0x90) || (lead == 0xf4 && next > 0x8f))
            return false;
        for (std::size_t k = 1; k < length; ++k)
            if ((byte(i + k) & 0xc0) != 0x80)
                return false;
        i += length;
    }
    return true;
}

Result<std::string> checkedName(const std::string& what, const std::string& name) {
    const auto first = name.find_first_not_of(" \t\r\n");
    if (first == std::string::npos)
        return fail(ErrorCode::Invalid, fmt::format("The name of {} is empty", what), "Give it a name");
    std::string trimmed = name.substr(first, name.find_last_not_of(" \t\r\n") - first + 1);
    if (trimmed.size() > kMaximumNameBytes)
        return fail(ErrorCode::Invalid,
                    fmt::format("The name of {} has {} bytes; {} is the most", what, trimmed.size(), kMaximumNameBytes),
                    "Shorten it");
    if (!isPrintable(trimmed))
        return fail(ErrorCode::Invalid, fmt::format("The name of {} has characters that cannot be written", what),
                    "Use letters, digits, blanks and punctuation");
    return trimmed;
}

std::string freeName(const std::string& wanted, const std::function<bool(const std::string&)>& taken) {
    std::string candidate = wanted;
    for (int n = 2; taken(candidate); ++n)
        candidate = fmt::format("{}_{}", wanted, n);
    return candidate;
}

std::string listed(const std::vector<std::string>& names) {
    if (names.size() > 5)
        return fmt::format("{}, {}, {}, {} and {} more", names[0], names[1], names[2], names[3], names.size() - 4);
    std::string out;
    for (std::size_t i = 0; i < names.size(); ++i)
        out += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
    return out;
}

tl::unexpected<Error> noSuch(const std::string& what) {
    return fail(ErrorCode::NotFound, fmt::format("There is no such {} in the project", what),
                "It may have been removed meanwhile");
}

void replaceDiagram(Project& project, Diagram diagram) {
    if (diagram.id)
        project.moreDiagrams.set(std::move(diagram));
    else
        project.diagram = std::make_shared<const Diagram>(std::move(diagram));
}

void putOn(Diagram& diagram, EntityId entity) {
    if (diagram.shows(entity))
        return;
    if (diagram.everything)
        std::erase(diagram.exceptions, entity);
    else
        diagram.exceptions.insert(std::lower_bound(diagram.exceptions.begin(), diagram.exceptions.end(), entity),
                                  entity);
}

Result<void> placeOn(Project& project, DiagramId id, const std::map<EntityId, Point>& places) {
    const Diagram* before = project.find(id);
    if (!before)
        return noSuch("diagram");
    Diagram diagram = *before;
    for (const auto& [entity, point] : places) {
        if (!within(point.x, -1e9, 1e9) || !within(point.y, -1e9, 1e9))
            return fail(ErrorCode::Invalid, "The position is outside the canvas");
        diagram.positions[entity] = point;
        putOn(diagram, entity);
    }
    if (!(diagram == *before))
        replaceDiagram(project, std::move(diagram));
    return {};
}

void dropDangling(Project& project) {
    const auto clean = [&](Diagram diagram) {
        const auto noEntity = [&](EntityId id) { return !project.entities.contains(id); };
        const auto noBoundary = [&](BoundaryId id) { return !project.boundaries.contains(id); };
        std::erase_if(diagram.positions, [&](const auto& entry) { return noEntity(entry.first); });
        std::erase_if(diagram.bends, [&](const auto& entry) { return !project.relationships.contains(entry.first); });
        std::erase_if(diagram.exceptions, noEntity);
        std::erase_if(diagram.pinned, noEntity);
        std::erase_if(diagram.collapsed, [&](const auto& entry) { return noBoundary(entry.first); });
        std::erase_if(diagram.locked, noBoundary);
        return diagram;
    };
    const Project before = project;
    for (const Diagram* diagram : before.diagrams())
        if (Diagram cleaned = clean(*diagram); !(cleaned == *diagram))
            replaceDiagram(project, std::move(cleaned));

    const auto isDangling = [&](const auto& entry) {
        const Entity* entity = project.entities.find(entry.first);
        return !entity || std::any_of(entry.second.begin(), entry.second.end(),
                                      [&](AttributeId attribute) { return !entity->find(attribute); });
    };
    const Table<Layout> layouts = project.layouts;
    for (const Layout& layout : layouts) {
        Layout cleaned = layout;
        const std::size_t dropped =
            std::erase_if(cleaned.partitionKeys, isDangling) +
            std::erase_if(cleaned.derived,
                          [&](const Derived& copy) { return !project.patterns.contains(copy.pattern); }) +
            std::erase_if(cleaned.boundaries,
                          [&](const BoundaryRole& role) { return !project.boundaries.contains(role.boundary); });
        if (dropped > 0)
            project.layouts.set(std::move(cleaned));
    }
}

bool within(double value, double low, double high) {
    return std::isfinite(value) && value >= low && value <= high;
}

} // namespace shardscape::model
