// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "model/exchange/import/import_draft.h"
#include "model/exchange/import/text_tokens.h"

/// Reads Prisma schemas (https://www.prisma.io/docs/orm/reference/prisma-schema-reference): a model becomes the table
/// that Prisma Migrate would make of it, with its names for keys and indexes and its default referential actions; an
/// implicit many-to-many relation becomes its table "_AToB". Internal to this folder.
namespace shardscape::model {

class PrismaReader {
public:
    PrismaReader(const std::vector<ImportSource>& sources, std::stop_token stop)
        : m_draft(sources, std::move(stop)) {}

    Result<Imported> run();

private:
    struct Line {
        std::vector<Token> tokens;
        std::string doc;
        DraftPlace place;
    };
    struct Block {
        std::string kind;
        std::string name;
        std::string doc;
        std::vector<Line> lines;
        std::size_t offset = 0;
        DraftPlace place;
        EntityId entity;
    };
    struct Argument {
        std::string name;
        std::vector<Token> value;
    };
    struct Annotation {
        std::string name; ///< without @: "id", "db.VarChar"
        std::vector<Argument> arguments;
        DraftPlace place;
    };
    struct Part {
        std::string field;
        bool descending = false;
        std::size_t offset = 0;
    };
    struct Relation { ///< a field of another model's type that says its columns
        EntityId entity;
        std::string model;
        bool optional = false;
        Annotation annotation;
        DraftPlace place;
    };
    struct List { ///< "tags Tag[]": one side of a relation
        std::string model;
        std::string other;
        std::string name;
        DraftPlace place;
        bool done = false;
    };

    // format_prisma.cpp: the language
    void readSource();
    std::vector<Line> linesOf(const std::vector<Token>& body) const;
    void datasource(const Block& block);
    std::vector<Annotation> annotations(TokenCursor& cursor, const Line& line);
    std::vector<Argument> argumentsOf(const std::vector<Token>& tokens) const;
    static const Argument* argumentOf(const Annotation& annotation, std::string_view name);
    std::string textOf(const Annotation& annotation, std::string_view name) const;
    std::vector<Part> partsOf(const Annotation& annotation, std::string_view name) const;
    void enumeration(const Block& block);

    // prisma_models.cpp: what it means
    void declare(const Block& block);
    void fields(const Block& block);
    void field(Entity& entity, const Block& block, const Line& line);
    void scalar(Entity& entity, const Block& block, const std::string& name, Type type, bool optional, const Line& line,
                const std::vector<Annotation>& given);
    Type typeOf(const std::string& word, bool& known) const;
    void nativeType(Type& type, const Annotation& annotation) const;
    void setDefault(Attribute& attribute, const Annotation& annotation);
    void blockAttributes(const Block& block);
    void blockAttribute(Entity& entity, const Block& block, const Annotation& annotation);
    std::vector<AttributeId> columnsOf(const Entity& entity, const std::string& model, const std::vector<Part>& parts,
                                       DraftPlace place);
    std::string joinedNames(const Entity& entity, const std::vector<AttributeId>& ids) const;
    void link(const Relation& relation);
    void manyToMany(std::size_t at);
    bool related(const std::string& model, const std::string& other, const std::string& name) const;

    void report(DraftPlace place, Severity severity, std::string message, std::string advice = {}) {
        m_draft.report(severity, place, std::move(message), std::move(advice));
    }
    std::string value(const Token& token) const { return m_lexers.back()->value(token); }

    ImportDraft m_draft;
    std::vector<std::unique_ptr<TextTokens>> m_lexers;
    std::vector<Block> m_blocks;
    std::string m_provider = "postgresql";
    std::map<std::string, EnumId> m_enums;
    std::map<std::string, EntityId> m_models;
    std::map<std::pair<std::string, std::string>, std::string> m_columns; ///< column's name by model and field
    std::vector<Relation> m_relations;
    std::vector<List> m_lists;
};

} // namespace shardscape::model
