// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/index_edits.h"

#include <algorithm>

#include <fmt/format.h>

#include "model/edit/edit_support.h"
#include "model/edit/naming_edits.h"

namespace shardscape::model {
namespace {

bool isTaken(const Project& project, const Entity& entity, const std::string& name, IndexId except) {
    for (const Entity& other : project.entities) {
        if (other.schema != entity.schema)
            continue;
        for (const Index& index : other.indexes)
            if (index.id != except && index.name == name)
                return true;
    }
    return false;
}

std::string proposedName(const Project& project, const Entity& entity, const Index& index) {
    const auto taken = [&](const std::string& candidate) { return isTaken(project, entity, candidate, index.id); };
    if (const std::string byRule = nameByRule(project.naming, entity, index); !byRule.empty())
        return freeName(byRule, taken);
    std::string name = entity.name;
    for (const KeyPart& part : index.parts) {
        const Attribute* attribute = entity.find(part.attribute);
        name += "_" + (attribute ? attribute->name : std::string("expr"));
    }
    return freeName(name.substr(0, kMaximumNameBytes - 8) + "_idx", taken);
}

Result<void> checkIndex(const Project& project, const Entity& entity, Index& index) {
    if (index.parts.empty())
        return fail(ErrorCode::Invalid, fmt::format("The index on {} has no column", entity.name),
                    "Choose a column or write an expression");
    for (const KeyPart& part : index.parts) {
        if (part.attribute ? !entity.find(part.attribute) : part.expression.empty())
            return noSuch("attribute of the index");
    }
    for (AttributeId attribute : index.include)
        if (!entity.find(attribute))
            return noSuch("attribute of the index");
    if (index.method == IndexMethod::Other && index.methodName.empty())
        return fail(ErrorCode::Invalid, "A method of the engine's own needs its name", "Write it as the engine does");
    if (index.name.empty()) {
        index.name = proposedName(project, entity, index);
        return {};
    }
    const Result<std::string> checked = checkedName("the index", index.name);
    if (!checked)
        return fail(checked.error());
    index.name = *checked;
    if (isTaken(project, entity, index.name, index.id))
        return fail(ErrorCode::Conflict, fmt::format("There is already an index {}", index.name),
                    "Choose another name");
    return {};
}

} // namespace

Result<Project> addIndex(const Project& project, EntityId id, Index draft) {
    return withEntity(project, id, [&](Project& after, Entity& entity) -> Result<void> {
        draft.id = after.newId<IndexId>();
        Result<void> sound = checkIndex(project, entity, draft);
        entity.indexes.push_back(std::move(draft));
        return sound;
    });
}

Result<Project> changeIndex(const Project& project, EntityId id, Index index) {
    return withEntity(project, id, [&](Project&, Entity& entity) -> Result<void> {
        const auto at = std::find_if(entity.indexes.begin(), entity.indexes.end(),
                                     [&](const Index& candidate) { return candidate.id == index.id; });
        if (at == entity.indexes.end())
            return noSuch("index");
        Result<void> sound = checkIndex(project, entity, index);
        *at = std::move(index);
        return sound;
    });
}

Result<Project> removeIndex(const Project& project, EntityId id, IndexId index) {
    return withEntity(project, id, [&](Project&, Entity& entity) -> Result<void> {
        if (std::erase_if(entity.indexes, [&](const Index& candidate) { return candidate.id == index; }) == 0)
            return noSuch("index");
        return {};
    });
}

} // namespace shardscape::model
