// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/exchange/import/import_draft.h"

/// Reads Mermaid's erDiagram (https://mermaid.js.org/syntax/entityRelationshipDiagram.html), from .mmd files or out of
/// the fenced blocks of Markdown. A diagram names no columns for its relationships: they are found by the label, by FK
/// marks and names, or else made, and what was made is said. Internal to this folder.
namespace shardscape::model {

class MermaidReader {
public:
    MermaidReader(const std::vector<ImportSource>& sources, std::stop_token stop)
        : m_draft(sources, std::move(stop)) {}

    Result<Imported> run();

private:
    enum class Cardinality { ZeroOrOne, ExactlyOne, ZeroOrMore, OneOrMore };
    struct Relation {
        EntityId left;
        Cardinality leftEnd = Cardinality::ExactlyOne;
        Cardinality rightEnd = Cardinality::ExactlyOne;
        EntityId right;
        std::string label;
        std::size_t offset = 0;
    };

    // format_mermaid.cpp: the language. Everything works on a line and a place in it.
    void readSource();
    void readBlock(std::size_t begin, std::size_t end);
    void readLine(std::string_view line, std::size_t offset);
    void readAttribute(std::string_view line, std::size_t offset);
    void skipBlank(std::string_view line, std::size_t& at) const;
    std::string entityName(std::string_view line, std::size_t& at) const;
    void skipDecoration(std::string_view line, std::size_t& at, std::string& alias) const;
    bool cardinality(std::string_view line, std::size_t& at, Cardinality& out) const;
    bool connection(std::string_view line, std::size_t& at) const;
    Entity* entity(const std::string& name, std::size_t offset);

    // mermaid_relations.cpp
    void link(const Relation& relation);
    void oneToMany(Entity& child, Entity& parent, bool optional, bool single, const Relation& relation);
    void manyToMany(Entity& left, Entity& right, const Relation& relation);
    std::vector<AttributeId> keyOf(Entity& entity, std::size_t offset);
    std::vector<AttributeId> labelledColumns(const Entity& child, const Entity& parent, const std::string& label,
                                             std::vector<AttributeId>& parentColumns) const;
    std::vector<AttributeId> namedColumns(const Entity& child, const Entity& parent,
                                          const std::vector<AttributeId>& key) const;
    std::vector<AttributeId> madeColumns(Entity& child, const Entity& parent, const std::vector<AttributeId>& key,
                                         std::size_t offset);

    ImportDraft m_draft;
    std::map<std::string, EntityId> m_entities; ///< by the name in the diagram; an alias is the name in the model
    std::map<AttributeId, bool> m_foreign;      ///< marked FK
    std::vector<Relation> m_relations;
    EntityId m_open; ///< the entity whose attributes are being read
    bool m_header = false;
    bool m_description = false; ///< within accDescr { … }
};

} // namespace shardscape::model
