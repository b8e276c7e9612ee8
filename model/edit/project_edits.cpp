// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/project_edits.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "model/edit/edit_support.h"

namespace shardscape::model {
namespace {

Result<void> checkCopies(const Project& project, const Layout& layout) {
    std::set<PatternId> served;
    for (const Derived& copy : layout.derived) {
        const AccessPattern* pattern = project.patterns.find(copy.pattern);
        if (!pattern)
            return noSuch("access pattern of the copy");
        if (!served.insert(copy.pattern).second)
            return fail(ErrorCode::Conflict, fmt::format("{} is served from a copy already", pattern->name),
                        "Change the copy that is there");
        if (isWrite(pattern->verb))
            return fail(ErrorCode::Invalid, fmt::format("{} writes; copies serve patterns that read", pattern->name));
        for (const auto& seconds : {copy.upkeep.lagSeconds, copy.upkeep.periodSeconds, copy.largestFanOut})
            if (seconds && !within(*seconds, 0, 1e18))
                return fail(ErrorCode::Invalid, "Lag, period and largest fan-out of a copy are not negative",
                            "Leave them empty to have them assumed");
    }
    std::set<BoundaryId> held;
    for (const BoundaryRole& role : layout.boundaries) {
        const Boundary* boundary = project.boundaries.find(role.boundary);
        if (!boundary)
            return noSuch("boundary");
        if (!held.insert(role.boundary).second)
            return fail(ErrorCode::Conflict, fmt::format("{} is said twice of {}", boundary->name, layout.engine));
    }
    return {};
}

Result<void> checkLayout(const Project& project, const Layout& layout) {
    if (layout.engine.empty())
        return fail(ErrorCode::Invalid, "A layout needs its engine", "Choose one of the catalogue");
    for (const Layout& other : project.layouts)
        if (other.id != layout.id && other.engine == layout.engine)
            return fail(ErrorCode::Conflict, fmt::format("There is already a layout on {}", layout.engine),
                        "Change the layout that is there");
    const auto tooFew = [](const std::optional<int>& count) { return count && *count < 1; };
    if (tooFew(layout.nodes) || tooFew(layout.partitions) || tooFew(layout.replicas))
        return fail(ErrorCode::Invalid, "Nodes, partitions and replicas are at least 1",
                    "Leave them empty to derive them");
    if (layout.cacheHitRatio && !within(*layout.cacheHitRatio, 0, 1))
        return fail(ErrorCode::Invalid, "The hit ratio of the cache is not between 0 and 1", "95 % is 0.95");
    for (const std::optional<double>& size : {layout.cacheBytes, layout.cacheTtlSeconds})
        if (size && !(within(*size, 0, 1e18) && *size > 0))
            return fail(ErrorCode::Invalid, "Memory and time to live of the cache are positive",
                        "Leave them empty to derive them");
    for (const auto& [id, key] : layout.partitionKeys) {
        const Entity* entity = project.entities.find(id);
        if (!entity)
            return noSuch("entity");
        if (key.empty())
            return fail(ErrorCode::Invalid, fmt::format("The partition key of {} is empty", entity->name),
                        "Name a column, or leave the choice to the mapping");
        for (AttributeId attribute : key)
            if (!entity->find(attribute))
                return noSuch("attribute of the partition key");
    }
    return checkCopies(project, layout);
}

Result<void> checkEnum(const Project& project, EnumType& type) {
    const Result<std::string> checked = checkedName("the enumeration", type.name);
    if (!checked)
        return fail(checked.error());
    type.name = *checked;
    for (const EnumType& other : project.enums)
        if (other.id != type.id && other.name == type.name && other.schema == type.schema)
            return fail(ErrorCode::Conflict, fmt::format("There is already an enumeration named {}", type.name),
                        "Choose another name");
    std::set<std::string> labels;
    for (const std::string& label : type.labels)
        if (label.empty() || label.size() > kMaximumNameBytes || !labels.insert(label).second)
            return fail(ErrorCode::Invalid, fmt::format("The label \"{}\" is empty, too long or there twice", label),
                        "Labels differ from each other");
    return {};
}

} // namespace

Result<Project> renameProject(const Project& project, const std::string& name) {
    const Result<std::string> checked = checkedName("the project", name);
    if (!checked)
        return fail(checked.error());
    Project after = project;
    after.name = *checked;
    return after;
}

const std::vector<std::string>& dominantConstraints() {
    static const std::vector<std::string> words{"correctness", "latency", "availability",
                                                "throughput",  "cost",    "simplicity"};
    return words;
}

Result<Project> setRequirements(const Project& project, const Requirements& requirements) {
    const auto& words = dominantConstraints();
    if (!requirements.dominant.empty() && std::find(words.begin(), words.end(), requirements.dominant) == words.end())
        return fail(ErrorCode::Invalid, fmt::format("\"{}\" is not a dominant constraint", requirements.dominant),
                    "Choose " + fmt::format("{}", fmt::join(words, ", ")));
    if (requirements.availability && !within(*requirements.availability, 0, 1))
        return fail(ErrorCode::Invalid, "The availability is not between 0 and 1", "99.95 % is 0.9995");
    if (requirements.p99Seconds && !(within(*requirements.p99Seconds, 0, 1e9) && *requirements.p99Seconds > 0))
        return fail(ErrorCode::Invalid, "The p99 target is not a positive time", "50 ms is 0.05 seconds");
    if (requirements.budgetPerMonth && !within(*requirements.budgetPerMonth, 0, 1e15))
        return fail(ErrorCode::Invalid, "The budget is negative or not a number", "Leave it empty for none");
    if (!within(requirements.trafficGrowthPerMonth, -1, 1000))
        return fail(ErrorCode::Invalid, "The growth of the traffic is out of range", "2 % a month is 0.02");
    Project after = project;
    after.requirements = requirements;
    return after;
}

Result<Project> setNatives(const Project& project, std::vector<NativeObject> natives) {
    Project after = project;
    if (natives != *project.natives)
        after.natives = std::make_shared<const std::vector<NativeObject>>(std::move(natives));
    return after;
}

Result<Project> addLayout(const Project& project, Layout draft) {
    Project after = project;
    draft.id = after.newId<LayoutId>();
    if (Result<void> sound = checkLayout(project, draft); !sound)
        return fail(sound.error());
    after.layouts.set(std::move(draft));
    return after;
}

Result<Project> changeLayout(const Project& project, Layout layout) {
    return withObject(project, &Project::layouts, layout.id, "layout", [&](Layout& target) -> Result<void> {
        target = layout;
        return checkLayout(project, layout);
    });
}

Result<Project> removeLayout(const Project& project, LayoutId id) {
    if (!project.layouts.contains(id))
        return noSuch("layout");
    Project after = project;
    after.layouts.remove(id);
    return after;
}

Result<Project> addEnum(const Project& project, EnumType draft) {
    Project after = project;
    draft.id = after.newId<EnumId>();
    if (Result<void> sound = checkEnum(project, draft); !sound)
        return fail(sound.error());
    after.enums.set(std::move(draft));
    return after;
}

Result<Project> changeEnum(const Project& project, EnumType type) {
    return withObject(project, &Project::enums, type.id, "enumeration", [&](EnumType& target) -> Result<void> {
        Result<void> sound = checkEnum(project, type);
        target = type;
        return sound;
    });
}

Result<Project> removeEnum(const Project& project, EnumId id) {
    const EnumType* type = project.enums.find(id);
    if (!type)
        return noSuch("enumeration");
    std::vector<std::string> users;
    for (const Entity& entity : project.entities)
        for (const Attribute& attribute : entity.attributes) {
            const Type* used = &attribute.type;
            while (used->element)
                used = used->element.get();
            if (used->kind == TypeKind::Enum && used->enumeration == id)
                users.push_back(project.displayName(entity) + "." + attribute.name);
        }
    if (!users.empty())
        return fail(ErrorCode::Conflict, fmt::format("The enumeration {} is used by {}", type->name, listed(users)),
                    "Give these another type first");
    Project after = project;
    after.enums.remove(id);
    return after;
}

} // namespace shardscape::model
