// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdint>

#include <fmt/format.h>

#include "model/fields/value.h"

namespace shardscape::model {
namespace {

/// A record or list that needs more is broken into a line an entry.
constexpr std::size_t kLineLength = 100;

bool isBareWord(const std::string& text) {
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
    return !text.empty() && letter(text[0]) && std::all_of(text.begin(), text.end(), [&](char c) {
        return letter(c) || (c >= '0' && c <= '9') || c == '-';
    });
}

void printQuoted(std::string& out, const std::string& text) {
    out += '"';
    for (char c : text) {
        switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\n': out += "\\n"; break;
        case '\t': out += "\\t"; break;
        case '\r': out += "\\r"; break;
        default:
            if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
                out += fmt::format("\\u{:04x}", static_cast<unsigned char>(c));
            else
                out += c;
        }
    }
    out += '"';
}

/// A string that reads better as lines of text: several lines, nothing but text in them.
bool isText(const Value& value) {
    return value.kind == Value::Kind::String && value.text.find('\n') != std::string::npos &&
           std::none_of(value.text.begin(), value.text.end(), [](char c) {
               return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7f;
           });
}

/// A pair of numbers or references, of which a line holds many.
bool isSmall(const Value& record) {
    return std::all_of(record.members.begin(), record.members.end(), [](const auto& member) {
        return member.first != "id" && member.second.kind == Value::Kind::Number;
    });
}

/// A list of objects, each of which gets a block.
bool isBlocks(const Value& value) {
    const auto isRecord = [](const Value& item) { return item.kind == Value::Kind::Record; };
    return value.kind == Value::Kind::List && !value.items.empty() &&
           std::all_of(value.items.begin(), value.items.end(), isRecord) &&
           !std::all_of(value.items.begin(), value.items.end(), isSmall);
}

bool hasText(const Value& value) {
    return isText(value) || std::any_of(value.items.begin(), value.items.end(), hasText) ||
           std::any_of(value.members.begin(), value.members.end(),
                       [](const auto& member) { return hasText(member.second); });
}

enum class Style { Text, Json };

void printFlat(std::string& out, const Value& value, Style style) {
    switch (value.kind) {
    case Value::Kind::Nothing: out += style == Style::Json ? "null" : "none"; break;
    case Value::Kind::Number:
        if (style == Style::Json && (value.text.find("inf") != std::string::npos || value.text == "nan"))
            printQuoted(out, value.text);
        else
            out += value.text;
        break;
    case Value::Kind::Word:
        if (style == Style::Json ? value.text == "true" || value.text == "false" : isBareWord(value.text))
            out += value.text;
        else
            printQuoted(out, value.text);
        break;
    case Value::Kind::String: printQuoted(out, value.text); break;
    case Value::Kind::List: {
        out += '[';
        for (std::size_t i = 0; i < value.items.size(); ++i) {
            out += i == 0 ? "" : ", ";
            printFlat(out, value.items[i], style);
        }
        out += ']';
        break;
    }
    case Value::Kind::Record: {
        out += '{';
        for (std::size_t i = 0; i < value.members.size(); ++i) {
            out += i == 0 ? "" : ", ";
            if (style == Style::Json)
                printQuoted(out, value.members[i].first);
            else
                out += value.members[i].first;
            out += ": ";
            printFlat(out, value.members[i].second, style);
        }
        out += '}';
        break;
    }
    }
}

void printEntries(std::string& out, const Value& record, std::size_t depth);

void indent(std::string& out, std::size_t depth) {
    out.append(depth * 2, ' ');
}

/// The value behind "name: ", up to and with its newline.
void printValue(std::string& out, const Value& value, std::size_t depth) {
    if (isText(value)) {
        out += '\n';
        std::size_t from = 0;
        while (true) {
            const std::size_t end = value.text.find('\n', from);
            indent(out, depth + 1);
            out += end == from || (end == std::string::npos && from == value.text.size()) ? "|" : "| ";
            out.append(value.text, from, end == std::string::npos ? std::string::npos : end - from);
            out += '\n';
            if (end == std::string::npos)
                return;
            from = end + 1;
        }
    }
    const bool many = value.kind == Value::Kind::List || value.kind == Value::Kind::Record;
    std::string flat;
    if (!many || !hasText(value))
        printFlat(flat, value, Style::Text);
    if (!many || (!flat.empty() && depth * 2 + flat.size() <= kLineLength)) {
        out += ' ' + flat + '\n';
        return;
    }
    if (value.kind == Value::Kind::Record) {
        out += " {\n";
        printEntries(out, value, depth + 1);
        indent(out, depth);
        out += "}\n";
        return;
    }
    out += " [\n";
    for (const Value& item : value.items) {
        indent(out, depth + 1);
        printFlat(out, item, Style::Text);
        out += '\n';
    }
    indent(out, depth);
    out += "]\n";
}

void printEntries(std::string& out, const Value& record, std::size_t depth) {
    for (const auto& [name, value] : record.members) {
        if (!isBlocks(value)) {
            indent(out, depth);
            out += name + ':';
            printValue(out, value, depth);
            continue;
        }
        for (const Value& item : value.items) {
            if (depth == 0)
                out += '\n';
            indent(out, depth);
            out += name;
            const bool hasId = !item.members.empty() && item.members.front().first == "id";
            if (hasId)
                out += ' ' + item.members.front().second.text;
            out += " {\n";
            Value rest = Value::record();
            rest.members.assign(item.members.begin() + (hasId ? 1 : 0), item.members.end());
            printEntries(out, rest, depth + 1);
            indent(out, depth);
            out += "}\n";
        }
    }
}

} // namespace

const Value* Value::find(std::string_view name) const {
    for (const auto& [known, value] : members)
        if (known == name)
            return &value;
    return nullptr;
}

const char* Value::kindName() const {
    switch (kind) {
    case Kind::Nothing: return "nothing";
    case Kind::Word: return "a word";
    case Kind::Number: return "a number";
    case Kind::String: return "a string";
    case Kind::List: return "a list";
    case Kind::Record: return "a record";
    }
    return "a value";
}

std::string printMembers(const Value& record) {
    std::string out;
    printEntries(out, record, 0);
    return out;
}

std::string printInline(const Value& value) {
    std::string out;
    printFlat(out, value, Style::Text);
    return out;
}

std::string printJson(const Value& value) {
    std::string out;
    printFlat(out, value, Style::Json);
    return out;
}

} // namespace shardscape::model
