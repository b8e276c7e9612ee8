// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "model/exchange/import/import.h"
#include "model/exchange/import/pg_tree.h"
#include "model/exchange/import/postgres_catalog.h"
#include "model/exchange/import/source_text.h"
#include "model/exchange/import/sql_pieces.h"

/// Replays a PostgreSQL script on a catalogue of its own and makes a Project of what is there at the end. Internal to
/// this folder.
namespace shardscape::model {

/// A type name looked up: domains are followed to their base.
struct ResolvedType {
    Type type;
    const DraftDomain* domain = nullptr;
    bool serial = false;
};

/// importPostgres() that can be stopped. Errors: its own; Cancelled.
Result<Imported> readPostgres(const std::vector<ImportSource>& sources, std::stop_token stop);

class PostgresReader {
public:
    explicit PostgresReader(const std::vector<ImportSource>& sources, std::stop_token stop = {})
        : m_sources(sources)
        , m_stop(std::move(stop)) {}

    Result<Imported> run();

private:
    // postgres_import.cpp: the loop over sources and statements
    void readSource(std::size_t source, const std::string& text);
    void readPiece(const SqlPiece& piece);
    void noteRows(const SqlPiece& data);
    void readStatement(PgNode* statement);
    bool readDefinition(PgNode* statement);
    void readSetting(const PgQuery__VariableSetStmt& statement);
    void readSelect(const PgQuery__SelectStmt& statement);
    void notModelled(PgNode* statement);

    // postgres_do.cpp: statements within DO blocks
    void doBlock(const PgQuery__DoStmt& statement);
    void nested(const std::string& sql);

    // postgres_create.cpp: what makes something
    void createTable(PgQuery__CreateStmt& statement);
    void createIndex(PgQuery__IndexStmt& statement);
    void createEnum(const PgQuery__CreateEnumStmt& statement);
    void createDomain(PgQuery__CreateDomainStmt& statement);
    void createType(const QualifiedName& name, const std::string& kind);
    void createSequence(const PgQuery__CreateSeqStmt& statement);
    void createFunction(const PgQuery__CreateFunctionStmt& statement);
    void createExtension(const PgQuery__CreateExtensionStmt& statement);
    void createSchema(const PgQuery__CreateSchemaStmt& statement);
    void comment(const PgQuery__CommentStmt& statement);
    bool commentOnConstraint(DraftTable& table, const std::string& name, const std::string& text);
    void like(DraftTable& table, const PgQuery__TableLikeClause& clause);
    bool addInheritor(DraftTable& parent, DraftTable& child, int location);
    void inherit(DraftTable& table, DraftTable& parent, int location);

    // postgres_partitions.cpp
    void createPartition(PgQuery__CreateStmt& statement, const QualifiedName& name);
    /// "of" names the partition of the table that the new one belongs to; empty for the table itself.
    void attachPartition(DraftTable& parent, const PgQuery__PartitionCmd& command, const std::string& of);
    Partitioning partitioning(DraftTable& table, const PgQuery__PartitionSpec& spec);
    std::string partitionBySql(const PgQuery__PartitionSpec& spec);

    // postgres_columns.cpp: columns, types and constraints
    void addColumn(DraftTable& table, PgQuery__ColumnDef& definition);
    void columnConstraints(DraftTable& table, AttributeId column, const PgQuery__ColumnDef& definition);
    void setDefault(DraftTable& table, Attribute& attribute, PgNode* expression);
    void setIdentity(DraftTable& table, Attribute& attribute, const std::string& when, PgNode* const* options,
                     std::size_t count);
    void addSerialSequence(DraftTable& table, Attribute& attribute);
    void addConstraint(DraftTable& table, PgQuery__Constraint& constraint, const Attribute* column);
    void addKey(DraftTable& table, const PgQuery__Constraint& constraint, const Attribute* column);
    void addKeyUsingIndex(DraftTable& table, const PgQuery__Constraint& constraint);
    void addCheck(DraftTable& table, const PgQuery__Constraint& constraint);
    void addExclusion(DraftTable& table, const PgQuery__Constraint& constraint);
    void addForeignKey(DraftTable& table, const PgQuery__Constraint& constraint, const Attribute* column);
    /// Sets parent and its columns; an error message when the parent lacks them.
    std::string linkParent(Relationship& relationship, const DraftTable& parent,
                           const std::vector<std::string>& columns);
    ResolvedType resolveType(PgQuery__TypeName& type);
    void applyDomain(DraftTable& table, Attribute& attribute, const DraftDomain& domain, int location);
    std::optional<AttributeId> columnId(const DraftTable& table, const std::string& name, int location,
                                        const std::string& what);
    std::vector<AttributeId> columnIds(const DraftTable& table, PgNode* const* names, std::size_t count, int location,
                                       const std::string& what, bool& complete);
    KeyPart keyPart(const DraftTable& table, const PgQuery__IndexElem& element, bool& complete);
    std::string capture(PgNode* expression, int location);

    // postgres_alter.cpp: what changes something
    void alterTable(PgQuery__AlterTableStmt& statement);
    void alterColumnOf(DraftTable& table, PgQuery__AlterTableCmd& command, bool recurse);
    void alterOne(DraftTable& table, PgQuery__AlterTableCmd& command, bool recurse);
    void alterColumnType(DraftTable& table, Attribute& attribute, PgQuery__ColumnDef& definition);
    void changeIdentity(Attribute& attribute, const PgQuery__List& options);
    void alterConstraint(DraftTable& table, const PgQuery__Constraint& change);
    void dropColumn(DraftTable& table, const PgQuery__AlterTableCmd& command, bool recurse);
    void alterSequence(const PgQuery__AlterSeqStmt& statement);
    void alterEnum(const PgQuery__AlterEnumStmt& statement);
    void alterDomain(PgQuery__AlterDomainStmt& statement);
    void drop(const PgQuery__DropStmt& statement);
    void dropObject(const PgQuery__DropStmt& statement, const PgNode& object);
    void dropSchema(const std::string& schema);
    void rename(const PgQuery__RenameStmt& statement);
    void renameColumn(DraftTable& table, const std::string& from, const std::string& to);
    void renameConstraint(DraftTable& table, const std::string& from, const std::string& to);
    void renameIndex(const QualifiedName& from, const std::string& to);
    void setSchema(const PgQuery__AlterObjectSchemaStmt& statement);

    // postgres_finish.cpp: from the catalogue to the project
    void resolvePending();
    void finishSequences();
    void finishNatives();
    Imported finish();

    // shared
    void report(Severity severity, int location, std::string message, std::string advice = {});
    void reportAt(Severity severity, SourcePlace place, std::string message, std::string advice = {});
    SourcePlace here(int location = -1) const;
    std::string statementText() const { return m_nested.empty() ? std::string(m_piece->text) : m_nested; }
    QualifiedName newName(const PgQuery__RangeVar& relation) const;
    QualifiedName newName(PgNode* const* names, std::size_t count) const;
    DraftTable* tableFor(const PgQuery__RangeVar& relation, const std::string& what, bool missingOk = false);

    const std::vector<ImportSource>& m_sources;
    std::stop_token m_stop;
    std::vector<std::string> m_texts;
    std::vector<LineMap> m_lines;
    std::size_t m_source = 0;
    const SqlPiece* m_piece = nullptr;
    std::size_t m_base = 0; ///< where the statement under way starts within the piece
    std::string m_nested;   ///< its text when it stands within a DO block
    bool m_guarded = false; ///< "already there" is no mistake
    PostgresCatalog m_catalog;
    Diagnostics m_diagnostics;
    std::size_t m_statements = 0;
    struct Tally {
        std::size_t count = 0;
        SourcePlace first;
    };
    std::map<std::string, Tally> m_tallies; ///< what is passed over in numbers, by what is said about it
    void tally(const std::string& what);
};

/// "schema.name" given as the text of a regclass, with its quotes and case folding: "public.x_seq", "\"Odd\"".
QualifiedName parseRegclass(const std::string& text, bool& qualified);
/// Options of a sequence without those that are PostgreSQL's defaults for the type.
std::string sequenceOptions(PgNode* const* options, std::size_t count, std::string& type,
                            std::vector<std::string>& ownedBy);
/// Storage parameters as "fillfactor=70, autovacuum_enabled=false".
std::string relationOptions(PgNode* const* options, std::size_t count);
/// The name that an index column would get from its expression (FigureColname of parse_target.c), empty for none.
std::string figuredName(const PgNode* expression);
/// The method's definition behind the name of an exclusion constraint.
std::string exclusionSql(const PgQuery__Constraint& constraint);
/// A qualified name of a collation or operator class; pg_catalog is left out.
std::string qualifiedSql(PgNode* const* names, std::size_t count);
std::string boundSql(const PgQuery__PartitionBoundSpec& bound);

} // namespace shardscape::model
