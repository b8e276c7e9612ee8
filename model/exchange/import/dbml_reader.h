// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "model/exchange/import/import_draft.h"
#include "model/exchange/import/text_tokens.h"

/// Reads DBML (https://dbml.dbdiagram.io/docs): tables, partials, enumerations, references, indexes, checks, notes and
/// groups. Elements may refer to what comes later, so they are collected first and read in an order that needs no
/// second look. Internal to this folder.
namespace shardscape::model {

class DbmlReader {
public:
    DbmlReader(const std::vector<ImportSource>& sources, std::stop_token stop)
        : m_draft(sources, std::move(stop)) {}

    Result<Imported> run();

private:
    struct Setting {
        std::string name;    ///< in lower case, words with one blank between
        std::string written; ///< as it stands there
        std::vector<Token> value;
        std::size_t offset = 0;
    };
    struct Name {
        std::string schema;
        std::string name;
        std::size_t offset = 0;
    };
    struct Endpoint {
        std::string schema;
        std::string table;
        std::vector<std::string> columns;
        std::size_t offset = 0;
    };
    struct Reference {
        std::string name;
        Endpoint left;
        std::string operation; ///< "<", ">", "-", "<>"
        Endpoint right;
        std::vector<Setting> settings;
    };
    struct Element { ///< a top-level element: its words in front and its body
        std::string kind;
        std::vector<Token> head; ///< between the kind and "{" or ":"
        std::vector<Token> body;
        std::size_t offset = 0;
    };

    // format_dbml.cpp: elements
    void readSource();
    void collect(TokenCursor& cursor);
    void read(const Element& element);
    void table(const Element& element);
    void enumeration(const Element& element);
    void referenceElement(const Element& element);
    void group(const Element& element);
    void note(const Element& element);

    // dbml_metadata.cpp: what users say beyond the schema
    void metadata(const Element& element);
    static bool isPropertyValue(const std::vector<Token>& value);
    std::string propertyValue(const std::vector<Token>& value) const;
    void addProperty(std::vector<Property>& properties, const std::string& key, const std::string& value);
    Name nameOf(TokenCursor& cursor);
    std::vector<Setting> settings(TokenCursor& cursor);
    std::string noteText(TokenCursor& cursor);
    bool sameLine(const TokenCursor& cursor) const;
    void unexpected(const TokenCursor& cursor, const std::string& where);
    std::string value(const Token& token) const { return m_tokens->value(token); }

    // dbml_tables.cpp: what stands in tables
    void body(Entity& entity, const std::vector<Token>& tokens, const std::set<std::string>& own, int depth);
    void column(Entity& entity, TokenCursor& cursor, const std::set<std::string>& own, bool injected);
    std::string typeWords(TokenCursor& cursor);
    void columnSetting(Entity& entity, AttributeId id, const Setting& setting);
    std::string defaultValue(const Setting& setting, const Attribute& attribute) const;
    void indexes(Entity& entity, const std::vector<Token>& tokens);
    void addIndex(Entity& entity, std::vector<KeyPart> parts, const std::vector<Setting>& settings, std::size_t offset);
    void checks(Entity& entity, const std::vector<Token>& tokens);
    std::set<std::string> columnNames(const std::vector<Token>& tokens) const;
    void markPrimary(Entity& entity, AttributeId id);

    // dbml_references.cpp
    bool endpoint(TokenCursor& cursor, Endpoint& out);
    std::string operation(TokenCursor& cursor);
    void link(const Reference& reference);
    void oneToMany(const Reference& reference, const Endpoint& child, const Endpoint& parent, bool single);
    void manyToMany(const Reference& reference);
    Entity* tableOf(const Endpoint& endpoint);

    ImportDraft m_draft;
    TextTokens* m_tokens = nullptr;
    std::vector<Element> m_elements;
    std::map<std::string, std::vector<Token>> m_partials;
    std::map<std::string, EntityId> m_aliases;
    std::vector<Reference> m_references;
    std::set<std::string> m_linked;
    std::set<EntityId> m_grouped;
    std::set<std::string> m_notes;
};

} // namespace shardscape::model
