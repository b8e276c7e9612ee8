// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/import_formats.h"
#include "model/exchange/import/mermaid_reader.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

#include <fmt/format.h>

#include "model/exchange/import/text_tokens.h"

namespace shardscape::model {
namespace {

int sniffMermaid(std::string_view text) {
    const std::size_t at = text.find("erDiagram");
    if (at == std::string_view::npos)
        return 0;
    const std::size_t line = text.rfind('\n', at);
    const std::string_view before = text.substr(line == std::string_view::npos ? 0 : line + 1,
                                                at - (line == std::string_view::npos ? 0 : line + 1));
    return before.find_first_not_of(" \t") == std::string_view::npos ? 95 : 20;
}

Result<Imported> readMermaid(const std::vector<ImportSource>& sources, std::stop_token stop) {
    return MermaidReader(sources, std::move(stop)).run();
}

bool isNameCharacter(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '-' || c == '.' || c == '*' || c < 0;
}

bool startsWithWord(std::string_view text, std::string_view word) {
    return sameWord(text.substr(0, word.size()), word) &&
           (text.size() == word.size() || !isNameCharacter(text[word.size()]));
}

std::string trimmed(std::string_view text) {
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front())))
        text.remove_prefix(1);
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())))
        text.remove_suffix(1);
    return std::string(text);
}

/// "varchar_20_" is how exporters, this one too, write varchar(20), since Mermaid's types take no more than letters.
std::string plainType(const std::string& written) {
    const std::size_t first = written.find('_');
    if (first == std::string::npos || first == 0 || written.back() != '_')
        return written;
    std::string out = written.substr(0, first);
    std::string inner = written.substr(first + 1, written.size() - first - 2);
    if (inner.empty()) // "int__" is int[]
        return written.size() == first + 2 ? out + "[]" : written;
    if (!std::all_of(inner.begin(), inner.end(), [](char c) { return (c >= '0' && c <= '9') || c == '_'; }))
        return written;
    std::replace(inner.begin(), inner.end(), '_', ',');
    return out + "(" + inner + ")";
}

} // namespace

ImportFormat mermaidFormat() {
    return {"mermaid", "Mermaid erDiagram", {}, {"mmd", "mermaid", "md"}, sniffMermaid, readMermaid, false};
}

Result<Imported> MermaidReader::run() {
    for (std::size_t source = 0; source < m_draft.sourceCount(); ++source) {
        if (const Result<void> entered = m_draft.enter(source); !entered)
            return fail(entered.error());
        readSource();
    }
    return m_draft.finish("write a diagram that begins with the line \"erDiagram\"");
}

/// The whole text, or the fenced blocks of Markdown that are diagrams of entities: all of them are one model.
void MermaidReader::readSource() {
    const std::string& text = m_draft.text();
    std::size_t blocks = 0;
    for (std::size_t at = text.find("```mermaid"); at != std::string::npos; at = text.find("```mermaid", at)) {
        const std::size_t begin = std::min(text.find('\n', at), text.size());
        const std::size_t end = std::min(text.find("\n```", begin), text.size());
        const std::string_view block(text.data() + begin, end - begin);
        if (block.find("erDiagram") != std::string_view::npos && ++blocks > 0)
            readBlock(begin, end);
        at = std::min(end + 4, text.size());
    }
    if (blocks == 0)
        readBlock(0, text.size());
    if (blocks > 1)
        m_draft.report(Severity::Info, std::size_t(0),
                       fmt::format("the {} diagrams of the file are read as one model", blocks));
    for (const Relation& relation : m_relations)
        link(relation);
    m_relations.clear();
}

void MermaidReader::readBlock(std::size_t begin, std::size_t end) {
    const std::string_view text(m_draft.text());
    m_header = m_description = false;
    m_open = {};
    bool matter = false;
    for (std::size_t at = begin; at < end && !m_draft.stopped();) {
        const std::size_t stop = std::min(text.find('\n', at), end);
        std::string_view line = text.substr(at, stop - at);
        const std::size_t indent = std::min(line.find_first_not_of(" \t\r"), line.size());
        const std::string_view content = line.substr(indent);
        if (!m_header && trimmed(content) == "---")
            matter = !matter;
        else if (!matter && !content.empty() && !content.starts_with("%%"))
            readLine(content, at + indent);
        at = stop + 1;
    }
    if (m_open && !m_draft.stopped())
        m_draft.report(Severity::Error, end,
                       fmt::format("the attributes of {} have no end", m_draft.byId(m_open)->name),
                       "close them with }");
    if (!m_header && !m_draft.stopped())
        m_draft.report(Severity::Error, begin, "there is no line \"erDiagram\"",
                       "only diagrams of entities can be imported");
}

void MermaidReader::skipBlank(std::string_view line, std::size_t& at) const {
    while (at < line.size() && std::isspace(static_cast<unsigned char>(line[at])))
        ++at;
}

/// A name, bare or in quotes; empty when there is none.
std::string MermaidReader::entityName(std::string_view line, std::size_t& at) const {
    if (at < line.size() && line[at] == '"') {
        const std::size_t end = line.find('"', at + 1);
        if (end == std::string_view::npos)
            return {};
        std::string name(line.substr(at + 1, end - at - 1));
        at = end + 1;
        return name;
    }
    const std::size_t start = at;
    while (at < line.size() && isNameCharacter(line[at])) {
        if (line.substr(at).starts_with("--") || line.substr(at).starts_with(".."))
            break;
        ++at;
    }
    return std::string(line.substr(start, at - start));
}

/// ":::class" and "[alias]" behind a name.
void MermaidReader::skipDecoration(std::string_view line, std::size_t& at, std::string& alias) const {
    for (;;) {
        skipBlank(line, at);
        if (line.substr(at).starts_with(":::")) {
            at += 3;
            while (at < line.size() && (isNameCharacter(line[at]) || line[at] == ','))
                ++at;
        } else if (at < line.size() && line[at] == '[') {
            const std::size_t end = line.find(']', at);
            if (end == std::string_view::npos)
                return;
            alias = trimmed(line.substr(at + 1, end - at - 1));
            if (alias.size() > 1 && alias.front() == '"' && alias.back() == '"')
                alias = alias.substr(1, alias.size() - 2);
            at = end + 1;
        } else {
            return;
        }
    }
}

bool MermaidReader::cardinality(std::string_view line, std::size_t& at, Cardinality& out) const {
    struct Sign {
        std::string_view sign;
        Cardinality means;
    };
    // Mermaid takes the signs of either side on both.
    static constexpr std::array<Sign, 7> kSigns{{{"|o", Cardinality::ZeroOrOne},
                                                 {"o|", Cardinality::ZeroOrOne},
                                                 {"||", Cardinality::ExactlyOne},
                                                 {"}o", Cardinality::ZeroOrMore},
                                                 {"o{", Cardinality::ZeroOrMore},
                                                 {"}|", Cardinality::OneOrMore},
                                                 {"|{", Cardinality::OneOrMore}}};
    static constexpr std::array<Sign, 15> kWords{{{"one or zero", Cardinality::ZeroOrOne},
                                                  {"zero or one", Cardinality::ZeroOrOne},
                                                  {"one or more", Cardinality::OneOrMore},
                                                  {"one or many", Cardinality::OneOrMore},
                                                  {"many(1)", Cardinality::OneOrMore},
                                                  {"1+", Cardinality::OneOrMore},
                                                  {"zero or more", Cardinality::ZeroOrMore},
                                                  {"zero or many", Cardinality::ZeroOrMore},
                                                  {"many(0)", Cardinality::ZeroOrMore},
                                                  {"many", Cardinality::ZeroOrMore},
                                                  {"0+", Cardinality::ZeroOrMore},
                                                  {"only one", Cardinality::ExactlyOne},
                                                  {"one", Cardinality::ExactlyOne},
                                                  {"1", Cardinality::ExactlyOne},
                                                  {"u", Cardinality::ZeroOrOne}}};
    for (const Sign& sign : kSigns)
        if (line.substr(at).starts_with(sign.sign)) {
            at += sign.sign.size();
            out = sign.means;
            return true;
        }
    for (const Sign& sign : kWords)
        if (sameWord(line.substr(at, sign.sign.size()), sign.sign)) {
            const std::size_t end = at + sign.sign.size();
            if (end < line.size() && isNameCharacter(sign.sign.back()) && isNameCharacter(line[end]) &&
                line[end] != '-' && line[end] != '.')
                continue;
            at = end;
            out = sign.means;
            return true;
        }
    return false;
}

/// "--", "..", "to" or "optionally to".
bool MermaidReader::connection(std::string_view line, std::size_t& at) const {
    for (const std::string_view sign : {"--", "..", ".-", "-."})
        if (line.substr(at).starts_with(sign)) {
            at += sign.size();
            return true;
        }
    for (const std::string_view word : {"optionally to", "to"})
        if (startsWithWord(line.substr(at), word)) {
            at += word.size();
            return true;
        }
    return false;
}

Entity* MermaidReader::entity(const std::string& name, std::size_t offset) {
    if (const auto at = m_entities.find(name); at != m_entities.end())
        return m_draft.byId(at->second);
    std::string schema;
    std::string own = name;
    if (const std::size_t point = name.find('.'); point != std::string::npos && point > 0 && point + 1 < name.size() &&
                                                  name.find('.', point + 1) == std::string::npos) {
        schema = name.substr(0, point);
        own = name.substr(point + 1);
    }
    Entity* made = m_draft.addEntity(schema == "public" ? "" : schema, own, offset);
    if (made)
        m_entities[name] = made->id;
    return made;
}

void MermaidReader::readLine(std::string_view line, std::size_t offset) {
    if (m_description) {
        m_description = line.find('}') == std::string_view::npos;
        return;
    }
    if (!m_header) {
        m_header = startsWithWord(line, "erDiagram");
        return;
    }
    if (m_open && !m_draft.stopped())
        return readAttribute(line, offset);
    for (const std::string_view word : {"direction", "title", "style", "classDef", "class", "accTitle", "accDescr"})
        if (startsWithWord(line, word)) {
            std::size_t next = word.size();
            skipBlank(line, next);
            if (line.substr(next).starts_with("{") && !sameWord(word, "accDescr"))
                break; // an entity of that name
            bool ignored = false;
            Cardinality unused{};
            std::size_t probe = next;
            ignored = !cardinality(line, probe, unused);
            if (!ignored)
                break;
            m_description = sameWord(word, "accDescr") && line.find('{') != std::string_view::npos &&
                            line.find('}') == std::string_view::npos;
            return m_draft.tally(offset, "titles, directions and styles of diagrams are not part of the model");
        }
    std::size_t at = 0;
    const std::string name = entityName(line, at);
    std::string alias;
    if (name.empty())
        return m_draft.report(Severity::Error, offset,
                              fmt::format("'{}' begins with no name of an entity", trimmed(line).substr(0, 60)),
                              "put names with other characters in double quotes");
    skipDecoration(line, at, alias);
    Entity* left = entity(name, offset);
    if (!left)
        return;
    if (!alias.empty() && !m_draft.find({}, alias))
        m_draft.rename(*left, left->schema, alias);
    skipBlank(line, at);
    if (at >= line.size())
        return;
    if (line[at] == '{') {
        m_open = left->id;
        const std::string rest = trimmed(line.substr(at + 1));
        if (!rest.empty())
            readAttribute(line.substr(at + 1), offset + at + 1);
        return;
    }
    Relation relation;
    relation.left = left->id;
    relation.offset = offset;
    const std::size_t where = at;
    bool good = cardinality(line, at, relation.leftEnd);
    skipBlank(line, at);
    good = good && connection(line, at);
    skipBlank(line, at);
    good = good && cardinality(line, at, relation.rightEnd);
    skipBlank(line, at);
    const std::string other = good ? entityName(line, at) : std::string();
    if (other.empty())
        return m_draft.report(Severity::Error, offset + where,
                              fmt::format("'{}' is no relationship", trimmed(line).substr(0, 60)),
                              "write it as: A ||--o{ B : label");
    std::string otherAlias;
    skipDecoration(line, at, otherAlias);
    Entity* right = entity(other, offset);
    if (!right)
        return;
    relation.right = right->id;
    skipBlank(line, at);
    if (at < line.size() && line[at] == ':')
        relation.label = trimmed(line.substr(at + 1));
    else if (at < line.size())
        m_draft.report(
            Severity::Warning, offset + at,
            fmt::format("'{}' is not understood behind a relationship", trimmed(line.substr(at)).substr(0, 60)));
    if (relation.label.size() > 1 && relation.label.front() == '"' && relation.label.back() == '"')
        relation.label = relation.label.substr(1, relation.label.size() - 2);
    m_relations.push_back(std::move(relation));
}

/// "type name PK, FK "comment"", or the end of the attributes.
void MermaidReader::readAttribute(std::string_view line, std::size_t offset) {
    std::size_t at = 0;
    skipBlank(line, at);
    if (at >= line.size())
        return;
    if (line[at] == '}') {
        m_open = {};
        return;
    }
    Entity& owner = *m_draft.byId(m_open);
    const auto word = [&](bool brackets) {
        const std::size_t start = at;
        int depth = 0;
        while (at < line.size() &&
               (isNameCharacter(line[at]) || (brackets && (depth > 0 || line[at] == '(' || line[at] == '[' ||
                                                           line[at] == ']' || line[at] == ')')))) {
            depth += line[at] == '(' ? 1 : line[at] == ')' ? -1 : 0;
            ++at;
        }
        return std::string(line.substr(start, at - start));
    };
    const std::string type = word(true);
    skipBlank(line, at);
    const std::size_t place = offset + at;
    std::string name = word(false);
    if (type.empty() || name.empty()) {
        m_draft.report(Severity::Error, offset,
                       fmt::format("'{}' is no attribute of {}", trimmed(line).substr(0, 60), owner.name),
                       "write it as: type name PK \"comment\"");
        return;
    }
    const bool starred = name.front() == '*';
    if (starred)
        name.erase(0, 1);
    Attribute* attribute = attributeOf(owner, name);
    if (attribute && owner.findByName(name))
        return; // declared twice, as diagrams that are merged do
    attribute = m_draft.addAttribute(owner, name, place);
    if (!attribute)
        return;
    const AttributeId id = attribute->id;
    attribute->type = typeOfWords(plainType(type), m_draft.project);
    bool primary = starred;
    for (;;) {
        skipBlank(line, at);
        if (at < line.size() && line[at] == ',') {
            ++at;
            continue;
        }
        const std::string key = uppered(word(false));
        if (key.empty())
            break;
        if (key == "PK") {
            primary = true;
        } else if (key == "FK") {
            m_foreign[id] = true;
        } else if (key == "UK") {
            Key unique;
            unique.id = m_draft.project.newId<KeyId>();
            unique.attributes = {id};
            owner.keys.push_back(std::move(unique));
        } else {
            m_draft.report(Severity::Error, offset, fmt::format("'{}' is no key of an attribute", key),
                           "keys are PK, FK and UK");
        }
    }
    if (at < line.size() && line[at] == '"') {
        const std::size_t end = line.find('"', at + 1);
        attributeOf(owner, id)->comment =
            std::string(line.substr(at + 1, end == std::string_view::npos ? end : end - at - 1));
        at = end == std::string_view::npos ? line.size() : end + 1;
    }
    if (primary) {
        std::vector<AttributeId> ids;
        if (const Key* known = owner.primaryKey())
            ids = known->attributes;
        ids.push_back(id);
        m_draft.setPrimaryKey(owner, ids);
    }
    skipBlank(line, at);
    if (at < line.size() && line[at] == '}')
        m_open = {};
    else if (at < line.size())
        m_draft.report(
            Severity::Warning, offset + at,
            fmt::format("'{}' is not understood behind an attribute", trimmed(line.substr(at)).substr(0, 60)));
}

} // namespace shardscape::model
