// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <charconv>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "model/fields/fields.h"
#include "model/fields/value.h"
#include "model/fields/words.h"

/// Objects to values and back, for every type that fields.h describes. Members that are as a new object has them are
/// left out (but a point is always a pair). encode() and decode() are each other's inverse, NaN included.
namespace shardscape::model {

template <class T> struct IdTraits : std::false_type {};
template <class Tag> struct IdTraits<Id<Tag>> : std::true_type {};
template <class T> struct CountTraits : std::false_type {};
template <class Tag> struct CountTraits<Count<Tag>> : std::true_type {};
template <class T> struct OptionalTraits : std::false_type {};
template <class T> struct OptionalTraits<std::optional<T>> : std::true_type {};
template <class T> struct SharedTraits : std::false_type {};
template <class T> struct SharedTraits<std::shared_ptr<const T>> : std::true_type { using Inner = T; };
template <class T> struct VectorTraits : std::false_type {};
template <class T> struct VectorTraits<std::vector<T>> : std::true_type { using Inner = T; };
template <class T> struct MapTraits : std::false_type {};
template <class K, class T> struct MapTraits<std::map<K, T>> : std::true_type {};
template <class T> struct TableTraits : std::false_type {};
template <class T> struct TableTraits<Table<T>> : std::true_type { using Inner = T; };

template <class T> bool equalValues(const T& a, const T& b) {
    if constexpr (SharedTraits<T>::value)
        return a == b || (a && b && *a == *b);
    else
        return a == b;
}

std::string nearest(const std::string& word, const std::vector<std::string>& known);

template <class T> Value encode(const T& object) {
    if constexpr (Described<const T>) {
        static const T defaults{};
        Value record = Value::record();
        eachFieldPair(object, defaults, [&](std::string_view name, const auto& member, const auto& standard) {
            if (std::is_same_v<T, Point> || !equalValues(member, standard))
                record.members.emplace_back(std::string(name), encode(member));
        });
        return record;
    } else if constexpr (std::is_same_v<T, bool>) {
        return Value::word(object ? "true" : "false");
    } else if constexpr (std::is_enum_v<T>) {
        return Value::word(name(object));
    } else if constexpr (std::is_arithmetic_v<T>) {
        return Value::number(fmt::format("{}", object));
    } else if constexpr (std::is_same_v<T, std::string>) {
        return Value::string(object);
    } else if constexpr (IdTraits<T>::value || CountTraits<T>::value || std::is_same_v<T, PerSecond>) {
        return encode(object.value);
    } else if constexpr (OptionalTraits<T>::value || SharedTraits<T>::value) {
        return object ? encode(*object) : Value{};
    } else if constexpr (MapTraits<T>::value) {
        Value record = Value::record();
        for (const auto& [key, value] : object)
            record.members.emplace_back(encode(key).text, encode(value));
        return record;
    } else {
        Value list = Value::list();
        for (const auto& item : object)
            list.items.push_back(encode(item));
        return list;
    }
}

/// Fills objects from values; the first error ends it.
class Decoder {
public:
    explicit Decoder(std::string file)
        : m_file(std::move(file)) {}

    const std::optional<Error>& error() const { return m_error; }

    template <class T> bool decode(const Value& value, T& object) {
        if constexpr (Described<T>)
            return decodeRecord(value, object);
        else if constexpr (std::is_same_v<T, bool>)
            return decodeBool(value, object);
        else if constexpr (std::is_enum_v<T>)
            return decodeWord(value, object);
        else if constexpr (std::is_arithmetic_v<T>)
            return decodeNumber(value, object);
        else if constexpr (std::is_same_v<T, std::string>)
            return decodeString(value, object);
        else if constexpr (IdTraits<T>::value || CountTraits<T>::value || std::is_same_v<T, PerSecond>)
            return decodeNumber(value, object.value);
        else if constexpr (OptionalTraits<T>::value)
            return value.kind == Value::Kind::Nothing || decode(value, object.emplace());
        else if constexpr (SharedTraits<T>::value)
            return decodeShared(value, object);
        else if constexpr (MapTraits<T>::value)
            return decodeMap(value, object);
        else
            return decodeList(value, object);
    }

    bool refuse(const Value& place, std::string message, std::string advice = {}) {
        if (!m_error)
            m_error =
                Error{ErrorCode::Invalid, std::move(message), std::move(advice), m_file, place.line, place.column};
        return false;
    }

private:
    template <class T> bool decodeRecord(const Value& value, T& object) {
        if (value.kind != Value::Kind::Record)
            return wrongKind(value, "a {record}");
        for (const auto& [name, member] : value.members) {
            bool known = false;
            bool good = true;
            eachField(object, [&](std::string_view field, auto& target) {
                if (!known && field == name) {
                    known = true;
                    good = decode(member, target);
                }
            });
            if (!known)
                return unknownField(member.line ? member : value, name, fieldNames(object));
            if (!good)
                return false;
        }
        return true;
    }
    template <class T> static std::vector<std::string> fieldNames(T& object) {
        std::vector<std::string> names;
        eachField(object, [&](std::string_view name, auto&) { names.emplace_back(name); });
        return names;
    }
    template <class T> bool decodeWord(const Value& value, T& object) {
        if (value.kind != Value::Kind::Word && value.kind != Value::Kind::String)
            return wrongKind(value, "a word");
        const std::optional<T> found = enumeratorOf<T>(value.text);
        if (!found) {
            std::vector<std::string> known;
            for (int i = 0; i < 64; ++i)
                if (enumeratorOf<T>(name(static_cast<T>(i))) == static_cast<T>(i))
                    known.push_back(name(static_cast<T>(i)));
            return unknownWord(value, known);
        }
        object = *found;
        return true;
    }
    template <class T> bool decodeNumber(const Value& value, T& object) {
        const char* end = value.text.data() + value.text.size();
        const bool isText = value.kind == Value::Kind::Number || (std::is_floating_point_v<T> && isSpecial(value));
        const auto read = std::from_chars(value.text.data(), end, object);
        if (!isText || read.ptr != end || read.ec != std::errc())
            return wrongNumber(value, std::is_integral_v<T>, read.ec == std::errc::result_out_of_range);
        return true;
    }
    template <class T> bool decodeShared(const Value& value, T& object) {
        if (value.kind == Value::Kind::Nothing) {
            object = nullptr;
            return true;
        }
        using Inner = typename SharedTraits<T>::Inner;
        auto made = std::make_shared<Inner>();
        if (!decode(value, *made))
            return false;
        object = std::move(made);
        return true;
    }
    template <class K, class T> bool decodeMap(const Value& value, std::map<K, T>& object) {
        if (value.kind != Value::Kind::Record)
            return wrongKind(value, "a {record} from id to value");
        for (const auto& [name, member] : value.members) {
            Value keyText = member;
            keyText.kind = Value::Kind::Number;
            keyText.text = name;
            K key;
            if (!decode(keyText, key) || !decode(member, object[key]))
                return false;
        }
        return true;
    }
    template <class T, std::size_t N> bool decodeList(const Value& value, std::array<T, N>& object) {
        if (value.kind != Value::Kind::List || value.items.size() != N)
            return refuse(value, fmt::format("A list of {} numbers was expected", N), "Write [1, 2, …]");
        for (std::size_t i = 0; i < N; ++i)
            if (!decode(value.items[i], object[i]))
                return false;
        return true;
    }
    template <class T> bool decodeList(const Value& value, T& object) {
        if (value.kind != Value::Kind::List)
            return wrongKind(value, "a [list] or blocks");
        if constexpr (TableTraits<T>::value) {
            using Inner = typename TableTraits<T>::Inner;
            std::vector<Inner> rows(value.items.size());
            for (std::size_t i = 0; i < rows.size(); ++i)
                if (!decode(value.items[i], rows[i]))
                    return false;
            object.assign(std::move(rows));
        } else {
            object.resize(value.items.size());
            for (std::size_t i = 0; i < object.size(); ++i)
                if (!decode(value.items[i], object[i]))
                    return false;
        }
        return true;
    }

    bool decodeBool(const Value& value, bool& object);
    bool decodeString(const Value& value, std::string& object);
    bool wrongKind(const Value& value, const char* wanted);
    bool wrongNumber(const Value& value, bool whole, bool outOfRange);
    bool unknownField(const Value& place, const std::string& name, const std::vector<std::string>& known);
    bool unknownWord(const Value& value, const std::vector<std::string>& known);
    static bool isSpecial(const Value& value);

    std::string m_file;
    std::optional<Error> m_error;
};

/// The object of a value read from the file. Errors: Invalid with line, column and the nearest known word.
template <class T> Result<T> decode(const Value& value, const std::string& file = {}) {
    T object{};
    Decoder decoder(file);
    if (!decoder.decode(value, object))
        return fail(decoder.error().value_or(Error{}));
    return object;
}

} // namespace shardscape::model
