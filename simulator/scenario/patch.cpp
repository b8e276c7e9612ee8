// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scenario/patch.h"

#include <charconv>
#include <vector>

#include <fmt/format.h>

#include "simulator/scenario/json_object.h"

namespace shardscape::simulator {

namespace {

using model::fail;

/// The names along a pointer, with "~1" for "/" and "~0" for "~" put back.
std::vector<std::string> namesOf(std::string_view pointer) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < pointer.size(); ++i) {
        if (pointer[i] == '/')
            names.emplace_back();
        else if (pointer[i] == '~' && i + 1 < pointer.size() && (pointer[i + 1] == '0' || pointer[i + 1] == '1'))
            names.back() += pointer[++i] == '0' ? '~' : '/';
        else
            names.back() += pointer[i];
    }
    return names;
}

/// The member or element; null when it is not there. With `add`, room is made for it where its container is there.
Json* at(Json& container, const std::string& name, bool add) {
    if (container.is_object()) {
        if (const auto found = container.find(name); found != container.end())
            return &*found;
        return add ? &container[name] : nullptr;
    }
    if (!container.is_array())
        return nullptr;
    if (name == "-" && add) {
        container.push_back(nullptr);
        return &container.back();
    }
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), index);
    const bool valid = error == std::errc() && end == name.data() + name.size() && index < container.size();
    return valid ? &container[index] : nullptr;
}

std::string whatIsThere(const Json& container) {
    if (container.is_array())
        return fmt::format("the list there has {} elements, counted from 0", container.size());
    if (!container.is_object())
        return "there is " + shown(container) + ", which has no parts";
    std::vector<std::string_view> keys;
    for (const auto& item : container.items())
        keys.push_back(item.key());
    return keys.empty() ? "the object there is empty" : "there is " + quotedList(keys);
}

} // namespace

model::Result<Patch> parsePatch(std::string_view spec) {
    const std::size_t equals = spec.find('=');
    if (!spec.starts_with('/') || equals == std::string_view::npos)
        return fail(model::ErrorCode::Invalid, fmt::format("\"{}\" sets nothing", spec),
                    "write POINTER=VALUE, as in /streams/0/rate=500");
    return Patch{std::string(spec.substr(0, equals)), std::string(spec.substr(equals + 1))};
}

model::Result<std::string> patchScenario(std::string_view json, const Patch& patch) {
    auto document = parseJson(json);
    if (!document)
        return fail(document.error());
    const std::vector<std::string> names = namesOf(patch.pointer);
    Json* place = &*document;
    for (std::size_t i = 0; i < names.size(); ++i) {
        Json* next = at(*place, names[i], i + 1 == names.size());
        if (next == nullptr)
            return fail(model::ErrorCode::Invalid,
                        fmt::format("{}: there is no \"{}\" in the scenario", patch.pointer, names[i]),
                        whatIsThere(*place));
        place = next;
    }
    const auto value = parseJson(patch.value);
    *place = value ? *value : Json(patch.value);
    return document->dump(2, ' ', false, Json::error_handler_t::replace);
}

} // namespace shardscape::simulator
