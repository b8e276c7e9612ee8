// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/property_edits.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "model/edit/edit_support.h"

namespace shardscape::model {
namespace {

constexpr std::size_t kMaximumValueBytes = 1000;

Result<std::string> checkedPropertyName(const std::string& name) {
    const std::size_t first = name.find_first_not_of(" \t\r\n#");
    const Result<std::string> checked =
        checkedName("the property", first == std::string::npos ? std::string() : name.substr(first));
    if (!checked)
        return checked;
    if (checked->find_first_of("()=,'\"`\\") != std::string::npos)
        return fail(ErrorCode::Invalid, fmt::format("The property {} has a sign in its name that texts need", *checked),
                    "Use letters, digits, blanks, dots, slashes and dashes");
    return checked;
}

Result<std::string> checkedValue(const std::string& name, const std::string& value) {
    const std::size_t first = value.find_first_not_of(" \t\r\n");
    if (first == std::string::npos)
        return std::string();
    const std::string trimmed = value.substr(first, value.find_last_not_of(" \t\r\n") - first + 1);
    if (trimmed.size() > kMaximumValueBytes || !isPrintable(trimmed))
        return fail(ErrorCode::Invalid,
                    fmt::format("The value of {} is not one line of at most {} bytes", name, kMaximumValueBytes),
                    "Longer texts are for the comment");
    return trimmed;
}

/// change(std::vector<Property>&) -> Result<void> of the object's list.
template <class Change> Result<Project> withProperties(const Project& project, const ColumnRef& of, Change&& change) {
    if (!of.attribute)
        return withEntity(project, of.entity, [&](Project&, Entity& entity) { return change(entity.properties); });
    return withAttribute(project, of,
                         [&](Project&, Entity&, Attribute& attribute) { return change(attribute.properties); });
}

auto named(std::vector<Property>& properties, const std::string& name) {
    return std::find_if(properties.begin(), properties.end(), [&](const Property& each) { return each.name == name; });
}

} // namespace

Result<void> checkProperties(std::vector<Property>& properties) {
    std::set<std::string> names;
    for (Property& property : properties) {
        const Result<std::string> name = checkedPropertyName(property.name);
        if (!name)
            return fail(name.error());
        const Result<std::string> value = checkedValue(*name, property.value);
        if (!value)
            return fail(value.error());
        property = {*name, *value};
        if (!names.insert(property.name).second)
            return fail(ErrorCode::Conflict, fmt::format("The property {} is there twice", property.name),
                        "Keep one of them");
    }
    return {};
}

const std::vector<Property>* propertiesOf(const Project& project, const ColumnRef& of) {
    const Entity* entity = project.entities.find(of.entity);
    if (!entity || !of.attribute)
        return entity ? &entity->properties : nullptr;
    const Attribute* attribute = entity->find(of.attribute);
    return attribute ? &attribute->properties : nullptr;
}

Result<Project> putProperty(const Project& project, const ColumnRef& of, const Property& property) {
    return withProperties(project, of, [&](std::vector<Property>& properties) -> Result<void> {
        std::vector<Property> checked{property};
        if (Result<void> sound = checkProperties(checked); !sound)
            return sound;
        if (const auto at = named(properties, checked.front().name); at != properties.end())
            at->value = checked.front().value;
        else
            properties.push_back(checked.front());
        return {};
    });
}

Result<Project> renameProperty(const Project& project, const ColumnRef& of, const std::string& name,
                               const std::string& newName) {
    return withProperties(project, of, [&](std::vector<Property>& properties) -> Result<void> {
        const Result<std::string> checked = checkedPropertyName(newName);
        if (!checked)
            return fail(checked.error());
        const auto at = named(properties, name);
        if (at == properties.end())
            return noSuch("property");
        if (*checked != name && named(properties, *checked) != properties.end())
            return fail(ErrorCode::Conflict, fmt::format("There is already a property {}", *checked),
                        "Choose another name");
        at->name = *checked;
        return {};
    });
}

Result<Project> removeProperty(const Project& project, const ColumnRef& of, const std::string& name) {
    return withProperties(project, of, [&](std::vector<Property>& properties) -> Result<void> {
        std::erase_if(properties, [&](const Property& each) { return each.name == name; });
        return {};
    });
}

Result<Project> setProperties(const Project& project, const ColumnRef& of, std::vector<Property> properties) {
    return withProperties(project, of, [&](std::vector<Property>& target) -> Result<void> {
        target = std::move(properties);
        return checkProperties(target);
    });
}

const std::string* valueOf(const std::vector<Property>& properties, const std::string& name) {
    for (const Property& each : properties)
        if (each.name == name)
            return &each.value;
    return nullptr;
}

std::string propertiesText(const std::vector<Property>& properties) {
    std::string out;
    for (const Property& each : properties)
        out += (out.empty() ? "" : " ") + (each.value.empty() ? "#" + each.name : each.name + "=" + each.value);
    return out;
}

} // namespace shardscape::model
