// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/exchange/import/import_draft.h"
#include "model/exchange/import/text_tokens.h"

/// Replays a script of MySQL or MariaDB statement by statement and makes a Project of what is there at the end.
/// Internal to this folder. Statements are read by recursive descent over their tokens; expressions are kept as text,
/// so that nothing recurses with the depth of the input.
namespace shardscape::model {

class MysqlReader {
public:
    MysqlReader(const std::vector<ImportSource>& sources, std::stop_token stop)
        : m_draft(sources, std::move(stop)) {}

    Result<Imported> run();

private:
    struct TableName {
        std::string schema;
        std::string name;
        std::size_t offset = 0;
    };
    struct KeyText { ///< the parts and options of a key or index
        std::string name;
        std::vector<KeyPart> parts;
        IndexMethod method = IndexMethod::BTree;
        std::string methodName;
        bool unique = false;
        bool prefix = false;
        std::string comment;
        std::size_t offset = 0;
    };

    // format_mysql.cpp: the loop over statements
    void readSource();
    bool nextStatement(TextTokens& tokens);
    void readStatement();
    bool readCreate(TokenCursor& cursor);
    bool readDrop(TokenCursor& cursor);
    void renameTables(TokenCursor& cursor);
    void notModelled(const TokenCursor& cursor);

    // mysql_tables.cpp
    void createTable(TokenCursor& cursor);
    void tableItem(Entity& entity, const std::vector<Token>& tokens);
    bool constraintItem(Entity& entity, TokenCursor& cursor);
    void tableOptions(Entity& entity, TokenCursor& cursor);
    bool tableOption(Entity& entity, TokenCursor& cursor);
    void partitionBy(Entity& entity, TokenCursor& cursor);
    void partitions(Partitioning& partitioning, const std::vector<Token>& list);
    void createIndex(TokenCursor& cursor);
    void copyTable(Entity& entity, const Entity& from);
    void finishTables();
    void addForeignKeyIndexes();
    void collapseSchemas();

    // mysql_keys.cpp
    std::optional<KeyText> keyText(Entity& entity, TokenCursor& cursor, const std::string& name);
    void keyOptions(KeyText& key, TokenCursor& cursor);
    void addKey(Entity& entity, KeyText key);
    void foreignKey(Entity& entity, TokenCursor& cursor, const std::string& name);
    bool references(Entity& entity, DraftReference reference, TokenCursor& cursor);
    void check(Entity& entity, TokenCursor& cursor, const std::string& name);
    std::vector<std::string> columnList(TokenCursor& cursor);
    std::string freeKeyName(const Entity& entity, const std::string& wanted) const;

    // mysql_alter.cpp
    void alterTable(TokenCursor& cursor);
    void alterOne(Entity& entity, TokenCursor& cursor);
    void alterAdd(Entity& entity, TokenCursor& cursor);
    void alterDrop(Entity& entity, TokenCursor& cursor);
    void alterRename(Entity& entity, TokenCursor& cursor);
    void alterColumn(Entity& entity, TokenCursor& cursor);
    void changeColumn(Entity& entity, TokenCursor& cursor, bool renames);
    void placeColumn(Entity& entity, AttributeId column, TokenCursor& cursor);
    bool dropKey(Entity& entity, const std::string& name);
    bool dropForeignKey(Entity& entity, const std::string& name);

    // mysql_columns.cpp
    Attribute* column(Entity& entity, TokenCursor& cursor);
    void columnDefinition(Entity& entity, AttributeId id, TokenCursor& cursor);
    bool columnProperty(Entity& entity, AttributeId id, TokenCursor& cursor);
    bool columnKey(Entity& entity, AttributeId id, TokenCursor& cursor);
    Type type(Entity& entity, const std::string& column, TokenCursor& cursor, bool& serial);
    Type typeOf(const std::string& word, const std::vector<Token>& arguments, bool isUnsigned, bool hasArguments);
    std::string defaultValue(const Type& type, TokenCursor& cursor);
    std::string expression(const std::vector<Token>& tokens) const;

    // shared
    TableName tableName(TokenCursor& cursor);
    Entity* table(TokenCursor& cursor, const std::string& what);
    std::string value(const Token& token) const { return m_tokens->value(token); }
    std::string nameOf(TokenCursor& cursor);
    void skipped(const TokenCursor& cursor, const std::string& where);
    static std::vector<std::vector<Token>> split(const std::vector<Token>& list);

    ImportDraft m_draft;
    TextTokens* m_tokens = nullptr;
    std::vector<Token> m_statement;
    std::string m_database;
    std::set<std::string> m_enumNames;
    std::set<EntityId> m_withoutReferences; ///< tables of an engine that keeps no foreign keys
};

} // namespace shardscape::model
