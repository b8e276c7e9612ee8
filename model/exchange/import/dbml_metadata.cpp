// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/dbml_reader.h"

#include <algorithm>

#include <fmt/format.h>

namespace shardscape::model {
namespace {

/// "pii, cost centre=42": backslashes keep commas within values.
std::vector<std::string> listed(const std::string& text) {
    std::vector<std::string> items{std::string()};
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size())
            items.back() += text[++i];
        else if (text[i] == ',')
            items.emplace_back();
        else
            items.back() += text[i];
    }
    return items;
}

std::string trimmed(const std::string& text) {
    const std::size_t first = text.find_first_not_of(" \t#");
    return first == std::string::npos ? std::string() : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

} // namespace

/// Texts and colours; DBML takes nothing else as metadata.
bool DbmlReader::isPropertyValue(const std::vector<Token>& value) {
    return (value.size() == 1 && value.front().kind == TokenKind::String) || (!value.empty() && value.front().is('#'));
}

std::string DbmlReader::propertyValue(const std::vector<Token>& tokens) const {
    std::string text = tokens.size() == 1 ? value(tokens.front()) : sourceOf(m_draft.text(), tokens);
    std::replace_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return text;
}

/// "tags" is a list of them, and of properties whose names are no words.
void DbmlReader::addProperty(std::vector<Property>& properties, const std::string& key, const std::string& text) {
    const auto put = [&](const std::string& name, const std::string& what) {
        if (name.empty())
            return;
        const auto at =
            std::find_if(properties.begin(), properties.end(), [&](const Property& each) { return each.name == name; });
        if (at != properties.end())
            at->value = what;
        else
            properties.push_back({name, what});
    };
    if (!sameWord(key, "tags"))
        return put(key, text);
    for (const std::string& item : listed(text)) {
        const std::size_t equals = item.find('=');
        put(trimmed(item.substr(0, equals)), equals == std::string::npos ? std::string() : item.substr(equals + 1));
    }
}

/// "Metadata Table users { owner: 'payments' }", "Metadata Column users.email { … }".
void DbmlReader::metadata(const Element& element) {
    TokenCursor head(element.head);
    const Token kind = head.take();
    Endpoint target;
    target.offset = head.offset();
    std::vector<std::string> parts;
    while (head.peek().isName()) {
        parts.push_back(value(head.take()));
        if (!head.accept('.'))
            break;
    }
    const bool column = kind.is("column");
    if (!column && !kind.is("table"))
        return m_draft.tally(element.offset, fmt::format("metadata of a {} is not part of the model", kind.raw));
    if (column && parts.size() > 1) {
        target.columns = {parts.back()};
        parts.pop_back();
    }
    if (parts.empty() || (column && target.columns.empty()))
        return m_draft.report(Severity::Error, element.offset, "this metadata does not say what it is of",
                              "write it as Metadata Table users { … } or Metadata Column users.email { … }");
    target.table = parts.back();
    if (parts.size() > 1 && parts[parts.size() - 2] != "public")
        target.schema = parts[parts.size() - 2];
    Entity* entity = tableOf(target);
    if (!entity)
        return;
    std::vector<Property>* properties = &entity->properties;
    if (column) {
        const auto id = m_draft.attribute(*entity, target.columns.front(), target.offset, "metadata");
        if (!id)
            return;
        properties = &attributeOf(*entity, *id)->properties;
    }
    TokenCursor body(element.body);
    while (!body.atEnd()) {
        const Token key = body.take();
        if (!key.isName() || !body.accept(':')) {
            m_draft.report(Severity::Error, key.offset, fmt::format("'{}' is not understood in metadata", key.raw),
                           "write a line as owner: 'payments'");
            continue;
        }
        std::vector<Token> given;
        while (!body.atEnd() && (given.empty() || sameLine(body)))
            given.push_back(body.take());
        if (isPropertyValue(given))
            addProperty(*properties, value(key), propertyValue(given));
        else
            m_draft.report(Severity::Error, key.offset, fmt::format("the value of {} is no text", value(key)),
                           "write it in single quotes");
    }
}

} // namespace shardscape::model
