// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scenario/json_object.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "model/base/nearest_name.h"

namespace shardscape::simulator {

void JsonProblem::report(const std::string& path, const std::string& message, std::string advice) {
    if (m_error)
        return;
    const std::string place = path.empty() ? "the scenario" : path;
    constexpr std::size_t kMost = 500; // names in a file may be as long as one likes, messages may not
    m_error = model::Error{
        model::ErrorCode::Invalid, cut(place + ": " + message, kMost), cut(std::move(advice), kMost), {}, 0, 0};
}

void JsonProblem::asked(JsonMember member) {
    if (m_members == nullptr)
        return;
    std::string path;
    bool index = false;
    for (char c : member.object) {
        index = index && c != ']';
        if (!index)
            path += c;
        index = index || c == '[';
    }
    member.object = std::move(path);
    m_members->push_back(std::move(member));
}

JsonObject::JsonObject(const Json& value, std::string path, JsonProblem& problem)
    : m_path(std::move(path))
    , m_problem(problem) {
    if (value.is_object())
        m_object = &value;
    else
        m_problem.report(m_path, "an object was expected, not " + std::string(value.type_name()));
}

std::string JsonObject::at(std::string_view key) const {
    return m_path.empty() ? std::string(key) : m_path + "." + std::string(key);
}

bool JsonObject::has(std::string_view key) const {
    return m_object != nullptr && m_object->contains(key);
}

void JsonObject::require(std::string_view key) {
    if (m_object != nullptr && !has(key))
        m_problem.report(m_path, fmt::format("\"{}\" is missing", key));
}

const Json* JsonObject::member(std::string_view key) {
    return find({{}, std::string(key), JsonMember::Kind::Any, 0, 0, {}, {}});
}

const Json* JsonObject::find(JsonMember member) {
    m_known.push_back(member.key);
    member.object = m_path;
    m_problem.asked(std::move(member));
    if (m_object == nullptr)
        return nullptr;
    const auto found = m_object->find(m_known.back());
    return found == m_object->end() ? nullptr : &*found;
}

void JsonObject::read(std::string_view key, double& into, double least, double most) {
    const Json* value = find({{}, std::string(key), JsonMember::Kind::Number, least, most, {}, into});
    if (value == nullptr)
        return;
    if (!value->is_number())
        return m_problem.report(at(key), "a number was expected, not " + std::string(value->type_name()));
    const double number = value->get<double>();
    if (!(number >= least && number <= most))
        return m_problem.report(at(key), fmt::format("{} is outside {} to {}", number, least, most));
    into = number;
}

void JsonObject::read(std::string_view key, std::uint64_t& into, std::uint64_t least, std::uint64_t most) {
    const Json* value = find({{},
                              std::string(key),
                              JsonMember::Kind::Whole,
                              static_cast<double>(least),
                              static_cast<double>(most),
                              {},
                              into});
    if (value == nullptr)
        return;
    std::uint64_t number = 0;
    if (value->is_number_unsigned()) {
        number = value->get<std::uint64_t>();
    } else if (value->is_number_float() && value->get<double>() >= 0 && value->get<double>() <= 9007199254740992.0 &&
               std::floor(value->get<double>()) == value->get<double>()) {
        number = static_cast<std::uint64_t>(value->get<double>()); // 1e6 is as good as 1000000
    } else {
        return m_problem.report(
            at(key), fmt::format("a whole number from {} to {} was expected, not {}", least, most, shown(*value)));
    }
    if (number < least || number > most)
        return m_problem.report(at(key), fmt::format("{} is outside {} to {}", number, least, most));
    into = number;
}

void JsonObject::read(std::string_view key, std::uint32_t& into, std::uint32_t least, std::uint32_t most) {
    std::uint64_t wide = into;
    read(key, wide, least, most);
    into = static_cast<std::uint32_t>(wide);
}

void JsonObject::read(std::string_view key, bool& into) {
    const Json* value = find({{}, std::string(key), JsonMember::Kind::Truth, 0, 0, {}, into});
    if (value == nullptr || m_problem.found())
        return;
    if (value->is_boolean())
        into = value->get<bool>();
    else
        m_problem.report(at(key), "true or false was expected, not " + shown(*value));
}

void JsonObject::read(std::string_view key, std::string& into) {
    const Json* value = find({{}, std::string(key), JsonMember::Kind::Text, 0, 0, {}, into});
    if (value == nullptr)
        return;
    if (!value->is_string())
        return m_problem.report(at(key), "a text was expected, not " + std::string(value->type_name()));
    into = value->get<std::string>();
}

void JsonObject::read(std::string_view key, std::vector<std::string>& into) {
    const Json* value = find({{}, std::string(key), JsonMember::Kind::Texts, 0, 0, {}, into});
    if (value == nullptr)
        return;
    if (!value->is_array())
        return m_problem.report(at(key), "a list of texts was expected, not " + std::string(value->type_name()));
    into.clear();
    for (std::size_t i = 0; i < value->size(); ++i) {
        const Json& item = (*value)[i];
        if (item.is_string())
            into.push_back(item.get<std::string>());
        else if (item.is_number_integer())
            into.push_back(item.dump()); // keys are often numbers; their decimal text is the key
        else
            return m_problem.report(fmt::format("{}[{}]", at(key), i),
                                    "a text was expected, not " + std::string(item.type_name()));
    }
}

void JsonObject::read(std::string_view key, std::vector<double>& into, double least, double most) {
    const Json* value = find({{}, std::string(key), JsonMember::Kind::Numbers, least, most, {}, into});
    if (value == nullptr)
        return;
    if (!value->is_array())
        return m_problem.report(at(key), "a list of numbers was expected, not " + std::string(value->type_name()));
    into.clear();
    for (std::size_t i = 0; i < value->size(); ++i) {
        const Json& item = (*value)[i];
        if (!item.is_number())
            return m_problem.report(fmt::format("{}[{}]", at(key), i),
                                    "a number was expected, not " + std::string(item.type_name()));
        const double number = item.get<double>();
        if (!(number >= least && number <= most))
            return m_problem.report(fmt::format("{}[{}]", at(key), i),
                                    fmt::format("{} is outside {} to {}", number, least, most));
        into.push_back(number);
    }
}

void JsonObject::choose(std::string_view key, std::size_t& into, const std::vector<std::string_view>& names) {
    const Json* value = find({{}, std::string(key), JsonMember::Kind::Choice, 0, 0, names, names.at(into)});
    if (value == nullptr || m_problem.found())
        return;
    if (!value->is_string())
        return m_problem.report(at(key), fmt::format("{} was expected, not {}", quotedList(names), shown(*value)));
    const auto text = value->get<std::string>();
    const auto found = std::find(names.begin(), names.end(), text);
    if (found != names.end()) {
        into = static_cast<std::size_t>(found - names.begin());
        return;
    }
    const std::string_view near = model::nearestName(text, names);
    m_problem.report(at(key), fmt::format("\"{}\" is not known", text),
                     near.empty() ? "it is " + quotedList(names) : fmt::format("did you mean \"{}\"?", near));
}

void JsonObject::finish() {
    if (m_object == nullptr || m_problem.found())
        return;
    for (const auto& item : m_object->items()) {
        if (std::find(m_known.begin(), m_known.end(), item.key()) != m_known.end())
            continue;
        const std::vector<std::string_view> names(m_known.begin(), m_known.end());
        const std::string_view near = model::nearestName(item.key(), names);
        return m_problem.report(m_path, fmt::format("unknown key \"{}\"", item.key()),
                                near.empty() ? "known are " + quotedList(names)
                                             : fmt::format("did you mean \"{}\"?", near));
    }
}

std::string quotedList(const std::vector<std::string_view>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i)
        text += fmt::format("{}\"{}\"", i == 0 ? "" : i + 1 == names.size() ? " or " : ", ", names[i]);
    return text;
}

} // namespace shardscape::simulator
