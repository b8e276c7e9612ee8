// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scenario/json_text.h"

#include <algorithm>
#include <unordered_set>
#include <vector>

#include <fmt/format.h>

namespace shardscape::simulator {

namespace {

bool continues(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

/// Builds the value from the parser's events, and refuses what RFC 8259 leaves to the reader.
class Builder final : public Json::json_sax_t {
public:
    explicit Builder(std::string_view text)
        : m_text(text) {}

    bool null() override { return put(nullptr); }
    bool boolean(bool value) override { return put(value); }
    bool number_integer(number_integer_t value) override { return put(value); }
    bool number_unsigned(number_unsigned_t value) override { return put(value); }
    bool number_float(number_float_t value, const string_t&) override { return put(value); }
    bool string(string_t& value) override { return put(std::move(value)); }
    bool binary(binary_t&) override { return false; } // not in a text

    bool start_object(std::size_t) override { return open(Json::object()); }
    bool key(string_t& name) override {
        Level& level = m_levels.back();
        if (!level.keys.insert(name).second)
            return refuse(fmt::format("the key \"{}\" stands there twice", cut(name)), "keep one of them");
        level.key = std::move(name);
        return true;
    }
    bool end_object() override { return close(); }
    bool start_array(std::size_t) override { return open(Json::array()); }
    bool end_array() override { return close(); }

    bool parse_error(std::size_t position, const std::string& token, const Json::exception& problem) override {
        constexpr int kOverflow = 406; // of nlohmann's exceptions: a number beyond a double
        if (problem.id == kOverflow) {
            std::string place = path();
            m_error.message = (place.empty() ? "the scenario" : place) + ": " + cut(token) + " is too large a number";
            m_error.advice = "numbers are below 1.8e308";
        } else {
            explain(position, token, problem.what());
        }
        const std::string_view before = m_text.substr(0, std::min(position > 0 ? position - 1 : 0, m_text.size()));
        const std::string_view line = before.substr(before.rfind('\n') + 1);
        m_error.line = static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1;
        m_error.column =
            static_cast<int>(std::count_if(line.begin(), line.end(), [](char c) { return !continues(c); })) + 1;
        return false;
    }

    Json take() { return std::move(m_root); }
    const model::Error& error() const { return m_error; }

private:
    struct Level {
        Json* value = nullptr; ///< stays where it is while its own members come: those above it do not grow meanwhile
        std::string key;
        std::unordered_set<std::string> keys;
    };

    Json* add(Json value) {
        if (m_levels.empty()) {
            m_root = std::move(value);
            return &m_root;
        }
        Level& level = m_levels.back();
        if (level.value->is_array())
            return &level.value->get_ref<Json::array_t&>().emplace_back(std::move(value));
        // Known to be new: the container's own search would make long objects take the square of their length.
        auto& members = level.value->get_ref<Json::object_t&>();
        static_cast<Json::object_t::Container&>(members).emplace_back(level.key, std::move(value));
        return &members.back().second;
    }
    bool put(Json value) {
        add(std::move(value));
        return true;
    }
    bool open(Json container) {
        if (m_levels.size() == kDeepestJson)
            return refuse(fmt::format("lists and objects lie more than {} deep in each other", kDeepestJson), "");
        Json* added = add(std::move(container));
        m_levels.push_back({added, {}, {}});
        return true;
    }
    bool close() {
        m_levels.pop_back();
        return true;
    }
    /// Of the innermost object or list.
    std::string path() const {
        std::string text;
        for (std::size_t i = 0; i + 1 < m_levels.size(); ++i)
            text += m_levels[i].value->is_array() ? fmt::format("[{}]", m_levels[i].value->size() - 1)
                                                  : (text.empty() ? "" : ".") + m_levels[i].key;
        return cut(text);
    }
    bool refuse(const std::string& message, std::string advice) {
        const std::string place = path();
        m_error.message = (place.empty() ? "the scenario" : place) + ": " + message;
        m_error.advice = std::move(advice);
        return false;
    }
    void explain(std::size_t position, const std::string& token, std::string_view what) {
        if (m_text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
            m_error.message = "the file is empty";
            m_error.advice = "'shardscape-cli simulate --list-examples' lists scenarios to start from";
        } else if (what.find("UTF-8") != std::string_view::npos) {
            m_error.message = "this is not UTF-8";
            m_error.advice = "save the file as UTF-8";
        } else if (what.find("unexpected end") != std::string_view::npos || position > m_text.size()) {
            m_error.message = "the text ends in the middle";
            m_error.advice = "a quote or a bracket is not closed";
        } else {
            // The token of an unknown word or of a bracket is all that was read since the value before it.
            const bool single = what.find("invalid literal") != std::string_view::npos ||
                                (!token.empty() && std::string_view("{}[],:").find(token.back()) != std::string::npos);
            const std::string wrong = single ? lastCharacter(m_text.substr(0, position)) : token;
            m_error.message = fmt::format("this is not JSON: '{}' is out of place", cut(wrong));
            m_error.advice = advice(wrong, position);
        }
    }
    static std::string lastCharacter(std::string_view text) {
        std::size_t start = text.size();
        while (start > 0 && continues(text[--start])) {
        }
        return std::string(text.substr(start));
    }
    std::string advice(const std::string& token, std::size_t position) const {
        const std::string_view before =
            m_text.substr(0, position > token.size() ? position - token.size() : 0); // what stands before the token
        const std::size_t last = before.find_last_not_of(" \t\r\n");
        if ((token == "}" || token == "]") && last != std::string_view::npos && before[last] == ',')
            return "remove the comma before it";
        if (token.starts_with('/') || token.starts_with('#'))
            return "JSON has no comments";
        if (token.starts_with('\''))
            return "texts stand in double quotes";
        if (token.starts_with('N') || token.starts_with('I') || token.starts_with("-I") || token.starts_with("na"))
            return "JSON has no NaN or infinity, and null is written small";
        return "check commas, quotes and brackets before it";
    }

    std::string_view m_text;
    Json m_root;
    std::vector<Level> m_levels;
    model::Error m_error{model::ErrorCode::Invalid, {}, {}, {}, 0, 0};
};

} // namespace

model::Result<Json> parseJson(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"))
        return model::fail(model::ErrorCode::Invalid, "this is UTF-16, not UTF-8", "save the file as UTF-8");
    Builder builder(text);
    if (!Json::sax_parse(text.begin(), text.end(), &builder))
        return model::fail(builder.error());
    return builder.take();
}

std::string cut(std::string text, std::size_t most) {
    if (text.size() <= most)
        return text;
    std::size_t end = most;
    while (end > 0 && continues(text[end]))
        --end;
    return text.substr(0, end) + "…";
}

std::string shown(const Json& value) {
    return cut(value.dump(-1, ' ', false, Json::error_handler_t::replace));
}

} // namespace shardscape::simulator
