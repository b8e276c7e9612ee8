// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/dbml_reader.h"
#include "model/exchange/import/import_formats.h"

#include <algorithm>

#include <fmt/format.h>

namespace shardscape::model {
namespace {

TokenRules dbmlRules() {
    TokenRules rules;
    rules.slashComments = rules.backslash = rules.tripleQuotes = true;
    rules.backtick = TokenKind::Code;
    return rules;
}

int sniffDbml(std::string_view text) {
    TextTokens tokens(text.substr(0, 20000), dbmlRules());
    Token before[3];
    for (int i = 0; i < 4000; ++i) {
        const Token token = tokens.next();
        if (token.kind == TokenKind::End || token.kind == TokenKind::Unfinished)
            break;
        // "Table name {" is no SQL, and "Ref: a.b > c.d" is nothing else either.
        if (token.is('{') && (before[1].is("table") || before[1].is("enum")))
            return before[0].isName() ? 85 : 0;
        if (token.is(':') && before[0].is("ref"))
            return 90;
        before[1] = before[0];
        before[0] = token;
    }
    return 0;
}

Result<Imported> readDbml(const std::vector<ImportSource>& sources, std::stop_token stop) {
    return DbmlReader(sources, std::move(stop)).run();
}

} // namespace

ImportFormat dbmlFormat() {
    return {"dbml", "DBML", {}, {"dbml"}, sniffDbml, readDbml, false};
}

Result<Imported> DbmlReader::run() {
    for (std::size_t source = 0; source < m_draft.sourceCount(); ++source) {
        if (const Result<void> entered = m_draft.enter(source); !entered)
            return fail(entered.error());
        readSource();
    }
    return m_draft.finish("write tables as \"Table users { id int [pk] }\"");
}

void DbmlReader::readSource() {
    TextTokens tokens(m_draft.text(), dbmlRules());
    m_tokens = &tokens;
    m_elements.clear();
    m_references.clear();
    const std::vector<Token> all = tokens.rest();
    if (all.back().kind == TokenKind::Unfinished)
        m_draft.report(Severity::Error, all.back().offset, "the text ends within a quote or comment that starts here",
                       "close it; what follows is not read");
    TokenCursor cursor(all);
    while (!cursor.atEnd() && !m_draft.stopped())
        collect(cursor);
    for (const char* kind : {"project", "enum", "tablepartial", "table", "ref", "tablegroup", "note", "metadata", ""})
        for (const Element& element : m_elements)
            if (element.kind == kind && !m_draft.stopped())
                read(element);
    for (const Reference& reference : m_references)
        link(reference);
}

/// The next top-level element, whatever it is.
void DbmlReader::collect(TokenCursor& cursor) {
    static constexpr std::string_view kKnown[] = {"project", "enum",       "tablepartial", "table",
                                                  "ref",     "tablegroup", "note",         "metadata"};
    Element element;
    element.offset = cursor.offset();
    if (!cursor.peek().isName()) {
        unexpected(cursor, "the file");
        cursor.take();
        return;
    }
    const std::string word = lowered(cursor.peek().raw);
    const bool known = cursor.peek().kind == TokenKind::Word &&
                       std::find(std::begin(kKnown), std::end(kKnown), word) != std::end(kKnown);
    element.kind = known ? word : "";
    if (!known) {
        if (word == "records" || word == "diagramview")
            m_draft.report(Severity::Info, element.offset,
                           fmt::format("{} is not part of the model", cursor.peek().raw));
        else
            m_draft.report(Severity::Error, element.offset,
                           fmt::format("'{}' is no element of DBML", cursor.peek().raw.substr(0, 40)),
                           "elements are Table, Enum, Ref, TableGroup, TablePartial, Project, Note and Metadata");
    }
    cursor.take();
    bool closed = true;
    int brackets = 0; // settings may stand in front of the body
    while (!cursor.atEnd() && (brackets > 0 || (!cursor.peek().is('{') && !cursor.peek().is(':')))) {
        if (!known && !sameLine(cursor))
            return;
        element.head.push_back(cursor.take());
        brackets += element.head.back().is('[') ? 1 : element.head.back().is(']') ? -1 : 0;
    }
    if (cursor.peek().is('{')) {
        element.body = cursor.takeBlock('{', '}', closed);
    } else if (cursor.accept(':')) { // the short form: to the end of the line, and of its brackets
        int depth = 0;
        while (!cursor.atEnd() && (depth > 0 || element.body.empty() || sameLine(cursor))) {
            element.body.push_back(cursor.take());
            depth += element.body.back().is('[') ? 1 : element.body.back().is(']') ? -1 : 0;
        }
    } else {
        closed = false;
    }
    if (!closed)
        m_draft.report(Severity::Error, element.offset, fmt::format("this {} has no end", known ? word : "element"),
                       "close it with }");
    if (known)
        m_elements.push_back(std::move(element));
}

bool DbmlReader::sameLine(const TokenCursor& cursor) const {
    const std::size_t at = cursor.peek().offset;
    const std::string& text = m_draft.text();
    for (std::size_t i = at; i > 0; --i) {
        if (text[i - 1] == '\n')
            return false;
        if (text[i - 1] != ' ' && text[i - 1] != '\t' && text[i - 1] != '\r')
            return true;
    }
    return false;
}

void DbmlReader::read(const Element& element) {
    TokenCursor head(element.head);
    if (element.kind == "table")
        return table(element);
    if (element.kind == "enum")
        return enumeration(element);
    if (element.kind == "ref")
        return referenceElement(element);
    if (element.kind == "tablegroup")
        return group(element);
    if (element.kind == "note")
        return note(element);
    if (element.kind == "metadata")
        return metadata(element);
    if (element.kind == "tablepartial") {
        const std::string name = nameOf(head).name;
        if (!m_partials.emplace(name, element.body).second)
            m_draft.report(Severity::Error, element.offset, fmt::format("the partial {} is there already", name));
        return;
    }
    if (!head.atEnd())
        m_draft.project.name = value(head.take());
    TokenCursor body(element.body);
    while (!body.atEnd()) {
        const Token key = body.take();
        if ((key.is("table") || key.is("enum") || key.is("tablegroup")) && !body.peek().is(':')) {
            m_draft.report(Severity::Error, key.offset,
                           fmt::format("a {} stands by itself, not in a project", key.raw));
            break;
        }
        bool closed = false;
        if (body.accept(':'))
            body.take();
        else if (body.peek().is('{'))
            body.takeBlock('{', '}', closed);
    }
    m_draft.tally(element.offset, "properties of the project are not part of the model");
}

DbmlReader::Name DbmlReader::nameOf(TokenCursor& cursor) {
    Name out{{}, {}, cursor.offset()};
    if (!cursor.peek().isName())
        return out;
    out.name = value(cursor.take());
    while (cursor.peek().is('.') && cursor.peek(1).isName()) {
        cursor.take();
        out.schema = out.name;
        out.name = value(cursor.take());
    }
    if (out.schema == "public")
        out.schema.clear();
    return out;
}

/// "[a, b c: value]", when the cursor stands before it.
std::vector<DbmlReader::Setting> DbmlReader::settings(TokenCursor& cursor) {
    std::vector<Setting> out;
    if (!cursor.peek().is('['))
        return out;
    bool closed = false;
    const std::size_t offset = cursor.offset();
    const std::vector<Token> list = cursor.takeBlock('[', ']', closed);
    if (!closed)
        m_draft.report(Severity::Error, offset, "this list of settings has no end", "close it with ]");
    TokenCursor item(list);
    while (!item.atEnd()) {
        Setting setting;
        setting.offset = item.offset();
        while (!item.atEnd() && !item.peek().is(':') && !item.peek().is(',')) {
            if (!item.peek().isName() && setting.name.empty()) {
                unexpected(item, "a list of settings");
                item.take();
                continue;
            }
            setting.written += (setting.written.empty() ? "" : " ") + value(item.peek());
            setting.name += (setting.name.empty() ? "" : " ") + lowered(item.take().raw);
        }
        if (item.accept(':')) {
            int depth = 0;
            while (!item.atEnd() && !(depth == 0 && item.peek().is(','))) {
                setting.value.push_back(item.take());
                depth += setting.value.back().is('(') ? 1 : setting.value.back().is(')') ? -1 : 0;
            }
            if (setting.value.empty())
                unexpected(item, "a setting");
        }
        item.accept(',');
        if (!setting.name.empty())
            out.push_back(std::move(setting));
    }
    return out;
}

/// Behind the word "note": ": 'text'" or "{ 'text' }".
std::string DbmlReader::noteText(TokenCursor& cursor) {
    if (cursor.accept(':'))
        return cursor.peek().kind == TokenKind::String || cursor.peek().kind == TokenKind::Name ? value(cursor.take())
                                                                                                : std::string();
    bool closed = false;
    const std::vector<Token> inner = cursor.takeBlock('{', '}', closed);
    return inner.empty() ? std::string() : value(inner.front());
}

void DbmlReader::unexpected(const TokenCursor& cursor, const std::string& where) {
    const Token& token = cursor.peek();
    if (token.kind == TokenKind::End)
        return m_draft.report(Severity::Error, cursor.offset(), fmt::format("{} ends too early", where));
    const bool quote = token.kind == TokenKind::Symbol && token.raw.size() > 1;
    m_draft.report(Severity::Error, cursor.offset(),
                   quote ? "this quote is not closed on its line"
                         : fmt::format("'{}' is not understood in {}", token.raw.substr(0, 40), where),
                   quote ? "write \\' for a quote within, or use ''' for several lines" : "");
}

void DbmlReader::table(const Element& element) {
    TokenCursor head(element.head);
    const Name name = nameOf(head);
    Entity* entity = m_draft.addEntity(name.schema, name.name, name.name.empty() ? element.offset : name.offset);
    if (!entity)
        return;
    if (head.accept("as")) {
        const std::size_t offset = head.offset();
        const std::string alias = value(head.take());
        if (!m_aliases.emplace(alias, entity->id).second)
            m_draft.report(Severity::Error, offset, fmt::format("the alias {} is there already", alias));
    }
    for (const Setting& setting : settings(head)) {
        if (setting.name == "note" && !setting.value.empty())
            entity->comment = value(setting.value.front());
        else if (setting.name != "headercolor" && setting.name != "color" && isPropertyValue(setting.value))
            addProperty(entity->properties, setting.written, propertyValue(setting.value));
        else
            m_draft.tally(setting.offset, "colours of tables are not part of the model");
    }
    if (!head.atEnd())
        unexpected(head, "the head of a table");
    body(*entity, element.body, columnNames(element.body), 0);
}

void DbmlReader::enumeration(const Element& element) {
    TokenCursor head(element.head);
    const Name name = nameOf(head);
    std::vector<std::string> labels;
    TokenCursor cursor(element.body);
    while (!cursor.atEnd()) {
        if (!cursor.peek().isName() && cursor.peek().kind != TokenKind::Number &&
            cursor.peek().kind != TokenKind::String) {
            unexpected(cursor, "an enumeration");
            cursor.take();
            continue;
        }
        const std::size_t offset = cursor.offset();
        const std::string label = value(cursor.take());
        if (std::find(labels.begin(), labels.end(), label) != labels.end())
            m_draft.report(Severity::Error, offset, fmt::format("the enumeration {} has {} already", name.name, label));
        labels.push_back(label);
        for (const Setting& setting : settings(cursor))
            m_draft.tally(setting.offset, "notes of enumeration labels are not part of the model");
    }
    if (name.name.empty())
        return m_draft.report(Severity::Error, element.offset, "an enumeration without a name is left out");
    for (const EnumType& known : m_draft.project.enums)
        if (known.name == name.name && known.schema == name.schema)
            return m_draft.report(Severity::Error, name.offset,
                                  fmt::format("the enumeration {} is there already", name.name));
    m_draft.addEnum(name.schema, name.name, labels);
}

void DbmlReader::group(const Element& element) {
    TokenCursor head(element.head);
    const Name name = nameOf(head);
    if (name.name.empty())
        return m_draft.report(Severity::Error, element.offset, "a group without a name is left out");
    const BoundaryId boundary = m_draft.boundary(name.name);
    for (const Setting& setting : settings(head))
        m_draft.tally(setting.offset, "notes and colours of groups are not part of the model");
    bool noted = !head.atEnd();
    TokenCursor cursor(element.body);
    while (!cursor.atEnd()) {
        const std::size_t offset = cursor.offset();
        if (cursor.peek().is("note") && (cursor.peek(1).is(':') || cursor.peek(1).is('{'))) {
            cursor.take();
            noteText(cursor);
            if (noted)
                m_draft.report(Severity::Error, offset, "the group has a note already");
            noted = true;
            m_draft.tally(offset, "notes and colours of groups are not part of the model");
            continue;
        }
        const Name member = nameOf(cursor);
        if (member.name.empty()) {
            unexpected(cursor, "a group");
            cursor.take();
            continue;
        }
        const auto alias = m_aliases.find(member.name);
        Entity* entity = alias != m_aliases.end() && member.schema.empty()
                             ? m_draft.byId(alias->second)
                             : m_draft.require(member.schema, member.name, offset, "TableGroup " + name.name);
        if (!entity)
            continue;
        if (!m_grouped.insert(entity->id).second)
            m_draft.report(Severity::Error, offset, fmt::format("{} belongs to a group already", entity->name),
                           "the first one is kept");
        else
            entity->boundary = boundary;
    }
}

void DbmlReader::note(const Element& element) {
    TokenCursor head(element.head);
    const Name name = nameOf(head);
    if (name.name.empty() || (!head.atEnd() && !head.peek().is('[')))
        m_draft.report(Severity::Error, element.offset, "a note needs a name: Note name { 'text' }");
    else if (!m_notes.insert(name.name).second)
        m_draft.report(Severity::Error, name.offset, fmt::format("the note {} is there already", name.name));
    m_draft.tally(element.offset, "notes beside the tables are not part of the model");
}

} // namespace shardscape::model
