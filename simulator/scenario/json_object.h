// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/result.h"
#include "simulator/scenario/json_text.h"

namespace shardscape::simulator {

/// A member that a reader asked for, with what it takes: so that a schema can be held against the reader.
struct JsonMember {
    enum class Kind { Any, Number, Whole, Truth, Text, Texts, Numbers, Choice };
    std::string object; ///< path of the object it is in, each index as []
    std::string key;
    Kind kind = Kind::Any;
    double least = 0; ///< Number, Whole and Numbers
    double most = 0;
    std::vector<std::string_view> names; ///< Choice
    Json fallback;                       ///< what holds when it is absent; null for Any
};

/// The first thing found wrong while reading, with the JSON path of its place.
class JsonProblem {
public:
    bool found() const { return m_error.has_value(); }
    void report(const std::string& path, const std::string& message, std::string advice = {});
    const model::Error& error() const { return *m_error; }

    /// From now on the members that are asked for are listed there.
    void list(std::vector<JsonMember>& into) { m_members = &into; }
    void asked(JsonMember member);

private:
    std::optional<model::Error> m_error;
    std::vector<JsonMember>* m_members = nullptr;
};

/// Reads the members of one JSON object. Members are optional unless `require` names them; each is read into a variable
/// that keeps its value when the member is absent. After the last read, finish() refuses what nobody asked for.
class JsonObject {
public:
    JsonObject(const Json& value, std::string path, JsonProblem& problem);

    bool has(std::string_view key) const;
    void require(std::string_view key);

    void read(std::string_view key, double& into, double least, double most);
    void read(std::string_view key, std::uint32_t& into, std::uint32_t least, std::uint32_t most);
    void read(std::string_view key, std::uint64_t& into, std::uint64_t least, std::uint64_t most);
    void read(std::string_view key, bool& into);
    void read(std::string_view key, std::string& into);
    void read(std::string_view key, std::vector<std::string>& into);
    void read(std::string_view key, std::vector<double>& into, double least, double most);
    /// One of the names; `into` becomes its index.
    void choose(std::string_view key, std::size_t& into, const std::vector<std::string_view>& names);

    /// The member itself, or null when it is absent; marks it as known.
    const Json* member(std::string_view key);
    /// Says that the key is known without reading it.
    void allow(std::string_view key) { m_known.emplace_back(key); }
    void finish();

    std::string at(std::string_view key) const;
    const std::string& path() const { return m_path; }
    JsonProblem& problem() { return m_problem; }

private:
    const Json* find(JsonMember member);

    const Json* m_object = nullptr;
    std::string m_path;
    JsonProblem& m_problem;
    std::vector<std::string> m_known;
};

/// "a", "b" or "c"
std::string quotedList(const std::vector<std::string_view>& names);

} // namespace shardscape::simulator
