// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/key_edits.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "model/edit/edit_support.h"
#include "model/edit/naming_edits.h"

namespace shardscape::model {
namespace {

Result<void> checkColumns(const Entity& entity, const std::vector<AttributeId>& attributes) {
    std::set<AttributeId> seen;
    for (AttributeId id : attributes) {
        const Attribute* attribute = entity.find(id);
        if (!attribute)
            return noSuch("attribute");
        if (!seen.insert(id).second)
            return fail(ErrorCode::Invalid, fmt::format("{} comes twice in a key of {}", attribute->name, entity.name),
                        "Name each attribute once");
    }
    return {};
}

void makeRequired(Entity& entity, const std::vector<AttributeId>& attributes) {
    for (Attribute& attribute : entity.attributes)
        if (std::find(attributes.begin(), attributes.end(), attribute.id) != attributes.end())
            attribute.nullable = false;
}

Result<void> checkName(const std::string& name) {
    if (name.empty())
        return {};
    const Result<std::string> checked = checkedName("the key", name);
    return checked ? Result<void>{} : fail(checked.error());
}

Result<void> checkCheck(const Check& check) {
    if (check.expression.find_first_not_of(" \t\r\n") == std::string::npos)
        return fail(ErrorCode::Invalid, "The check has no condition", "Write one, for example quantity > 0");
    return {};
}

} // namespace

Result<Project> setPrimaryKey(const Project& project, EntityId id, const std::vector<AttributeId>& attributes) {
    Result<Project> made = withEntity(project, id, [&](Project& after, Entity& entity) -> Result<void> {
        if (Result<void> sound = checkColumns(entity, attributes); !sound)
            return sound;
        const auto at = std::find_if(entity.keys.begin(), entity.keys.end(),
                                     [](const Key& key) { return key.kind == KeyKind::Primary; });
        if (attributes.empty()) {
            if (at != entity.keys.end())
                entity.keys.erase(at);
            return {};
        }
        if (at != entity.keys.end()) {
            at->attributes = attributes;
        } else {
            Key key;
            key.id = after.newId<KeyId>();
            key.kind = KeyKind::Primary;
            key.attributes = attributes;
            entity.keys.insert(entity.keys.begin(), std::move(key));
        }
        makeRequired(entity, attributes);
        return {};
    });
    return withNamesByRule(project, std::move(made));
}

Result<Project> addUniqueKey(const Project& project, EntityId id, const std::vector<AttributeId>& attributes,
                             const std::string& name) {
    Result<Project> made = withEntity(project, id, [&](Project& after, Entity& entity) -> Result<void> {
        if (attributes.empty())
            return fail(ErrorCode::Invalid, "A unique key needs an attribute", "Choose one or more");
        if (Result<void> sound = checkColumns(entity, attributes); !sound)
            return sound;
        if (Result<void> sound = checkName(name); !sound)
            return sound;
        const std::set<AttributeId> wanted(attributes.begin(), attributes.end());
        for (const Key& key : entity.keys)
            if (std::set<AttributeId>(key.attributes.begin(), key.attributes.end()) == wanted)
                return fail(ErrorCode::Conflict, fmt::format("These attributes of {} are a key already", entity.name),
                            "Nothing has to be done");
        Key key;
        key.id = after.newId<KeyId>();
        key.name = name;
        key.attributes = attributes;
        entity.keys.push_back(std::move(key));
        return {};
    });
    return withNamesByRule(project, std::move(made));
}

Result<Project> changeKey(const Project& project, EntityId id, const Key& key) {
    return withEntity(project, id, [&](Project&, Entity& entity) -> Result<void> {
        const auto at = std::find_if(entity.keys.begin(), entity.keys.end(),
                                     [&](const Key& candidate) { return candidate.id == key.id; });
        if (at == entity.keys.end())
            return noSuch("key");
        if (key.attributes.empty())
            return fail(ErrorCode::Invalid, "A key needs an attribute", "Remove the key instead");
        for (const Result<void>& sound :
             {checkColumns(entity, key.attributes), checkColumns(entity, key.include), checkName(key.name)})
            if (!sound)
                return sound;
        const Key* primary = entity.primaryKey();
        if (key.kind == KeyKind::Primary && primary && primary->id != key.id)
            return fail(ErrorCode::Conflict, fmt::format("{} has another primary key", entity.name),
                        "Make that one unique first");
        *at = key;
        if (key.kind == KeyKind::Primary)
            makeRequired(entity, key.attributes);
        return {};
    });
}

Result<Project> removeKey(const Project& project, EntityId id, KeyId key) {
    return withEntity(project, id, [&](Project&, Entity& entity) -> Result<void> {
        if (std::erase_if(entity.keys, [&](const Key& candidate) { return candidate.id == key; }) == 0)
            return noSuch("key");
        return {};
    });
}

Result<Project> addCheck(const Project& project, EntityId id, const Check& check) {
    return withEntity(project, id, [&](Project&, Entity& entity) -> Result<void> {
        entity.checks.push_back(check);
        return checkCheck(check);
    });
}

Result<Project> changeCheck(const Project& project, EntityId id, std::size_t place, const Check& check) {
    return withEntity(project, id, [&](Project&, Entity& entity) -> Result<void> {
        if (place >= entity.checks.size())
            return noSuch("check");
        entity.checks[place] = check;
        return checkCheck(check);
    });
}

Result<Project> removeCheck(const Project& project, EntityId id, std::size_t place) {
    return withEntity(project, id, [&](Project&, Entity& entity) -> Result<void> {
        if (place >= entity.checks.size())
            return noSuch("check");
        entity.checks.erase(entity.checks.begin() + static_cast<std::ptrdiff_t>(place));
        return {};
    });
}

Result<Project> setExclusions(const Project& project, EntityId id, const std::vector<Exclusion>& exclusions) {
    return withEntity(project, id, [&](Project&, Entity& entity) -> Result<void> {
        for (const Exclusion& exclusion : exclusions)
            if (exclusion.definition.empty())
                return fail(ErrorCode::Invalid, "An exclusion has no definition", "Write it as the engine does");
        entity.exclusions = exclusions;
        return {};
    });
}

} // namespace shardscape::model
