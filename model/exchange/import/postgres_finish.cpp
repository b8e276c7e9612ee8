// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/postgres_reader.h"

#include <algorithm>
#include <unordered_set>

#include <fmt/format.h>

#include "model/exchange/export/postgres_words.h"

namespace shardscape::model {
namespace {

/// Every word of an SQL text that could be a name, folded as SQL does; text in quotes is looked into as well, since
/// casts such as 'x'::regclass and bodies of functions are texts too.
void collectWords(const std::string& sql, std::unordered_set<std::string>& out) {
    std::string word;
    bool quoted = false;
    for (std::size_t at = 0; at <= sql.size(); ++at) {
        const char c = at < sql.size() ? sql[at] : ' ';
        const bool part =
            std::isalnum(static_cast<unsigned char>(c)) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
        if (c == '"') {
            if (quoted && !word.empty())
                out.insert(word);
            quoted = !quoted;
            word.clear();
        } else if (quoted || part) {
            word += quoted ? c : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        } else if (!word.empty()) {
            out.insert(word);
            word.clear();
        }
    }
}

void collectType(const Type& type, std::unordered_set<std::string>& out) {
    collectWords(type.native, out);
    if (type.element)
        collectType(*type.element, out);
}

std::unordered_set<std::string> wordsOf(const PostgresCatalog& catalog) {
    std::unordered_set<std::string> words;
    for (const auto& [name, table] : catalog.tables) {
        for (const Attribute& attribute : table->entity.attributes) {
            collectWords(attribute.defaultSql, words);
            collectWords(attribute.generatedSql, words);
            collectType(attribute.type, words);
        }
        for (const Check& check : table->entity.checks)
            collectWords(check.expression, words);
        for (const Exclusion& exclusion : table->entity.exclusions)
            collectWords(exclusion.definition, words);
        for (const Index& index : table->entity.indexes) {
            collectWords(index.predicate, words);
            for (const KeyPart& part : index.parts)
                collectWords(part.expression, words);
        }
        if (table->entity.partitioning)
            for (const KeyPart& part : table->entity.partitioning->parts)
                collectWords(part.expression, words);
    }
    return words;
}

bool isNumberType(const Type& type) {
    return type.kind == TypeKind::Int16 || type.kind == TypeKind::Int32 || type.kind == TypeKind::Int64;
}

std::string serialType(const Type& type) {
    return type.kind == TypeKind::Int16 ? "smallint" : type.kind == TypeKind::Int32 ? "integer" : "bigint";
}

} // namespace

void PostgresReader::resolvePending() {
    for (PendingReference& reference : m_catalog.pending) {
        const auto at = m_catalog.tables.find(reference.parent);
        std::string problem = "the foreign key refers to " + reference.parent.sql() + ", which is not there";
        if (at != m_catalog.tables.end())
            problem = linkParent(reference.relationship, *at->second, reference.parentColumns);
        else if (m_catalog.partitions.contains(reference.parent))
            problem = "a foreign key to the partition " + reference.parent.sql() + " is not modelled";
        if (problem.empty())
            m_catalog.relationships.push_back(std::move(reference.relationship));
        else
            reportAt(Severity::Error, reference.place, problem, "the foreign key was left out");
    }
}

void PostgresReader::finishSequences() {
    std::map<std::string, int> users;
    for (const auto& [attribute, sequence] : m_catalog.sequenceOf)
        ++users[sequence.sql()];
    std::unordered_set<std::string> stillUsed;
    std::vector<DraftTable*> tables;
    for (const auto& [name, table] : m_catalog.tables)
        tables.push_back(table.get());
    NameSet native;
    for (DraftTable* table : tables)
        for (Attribute& attribute : table->entity.attributes) {
            const auto at = m_catalog.sequenceOf.find(attribute.id);
            if (at == m_catalog.sequenceOf.end())
                continue;
            const QualifiedName& name = at->second;
            const DraftSequence& sequence = m_catalog.sequences[name];
            attribute.defaultSql = fmt::format("nextval({}::regclass)", postgresLiteral(name.sql()));
            attribute.generator = Generator::AutoIncrement;
            const bool usual = name.schema == table->entity.schema && !attribute.nullable &&
                               isNumberType(attribute.type) &&
                               name.name == postgresObjectName(table->entity.name, attribute.name, "seq");
            // pg_dump of servers before 10 writes no type, so that bigint counts as usual for every serial.
            const bool plain =
                sequence.options.empty() && (sequence.type == serialType(attribute.type) || sequence.type == "bigint");
            if (!(usual && plain && users[name.sql()] == 1))
                native.insert(name);
            stillUsed.insert(name.sql());
        }
    std::vector<std::pair<std::string, NativeObject>> kept;
    std::unordered_set<std::string> words;
    bool haveWords = false;
    for (const auto& [name, sequence] : m_catalog.sequences) {
        if (!native.contains(name)) {
            if (stillUsed.contains(name.sql()))
                continue;
            if (!haveWords) {
                words = wordsOf(m_catalog);
                haveWords = true;
            }
            if (!words.contains(name.name)) {
                reportAt(Severity::Info, sequence.place,
                         fmt::format("the sequence {} is used by no column and left out", name.sql()));
                continue;
            }
        }
        std::string sql = "CREATE SEQUENCE " + name.sql();
        if (sequence.type != "bigint")
            sql += " AS " + sequence.type;
        if (!sequence.options.empty())
            sql += " " + sequence.options;
        kept.emplace_back(name.sql(), NativeObject{"postgresql", "sequence", name.sql(), std::move(sql)});
    }
    std::sort(kept.begin(), kept.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto& [name, object] : kept)
        m_catalog.natives.push_back(std::move(object));
}

void PostgresReader::finishNatives() {
    std::unordered_set<std::string> words = wordsOf(m_catalog);
    std::vector<NativeObject> types;
    std::vector<NativeObject> functions;
    std::vector<bool> taken(m_catalog.functions.size(), false);
    NameSet takenTypes;
    // A function that is kept may need others: until nothing is added.
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t i = 0; i < m_catalog.functions.size(); ++i) {
            const DraftFunction& function = m_catalog.functions[i];
            if (taken[i] || function.trigger || !words.contains(function.name.name))
                continue;
            taken[i] = changed = true;
            collectWords(function.sql, words);
        }
        const auto takeType = [&](const QualifiedName& name, const std::string& sql) {
            if (words.contains(name.name) && takenTypes.insert(name).second) {
                changed = true;
                collectWords(sql, words);
            }
        };
        for (const auto& [name, type] : m_catalog.types)
            takeType(name, type.sql);
        for (const auto& [name, domain] : m_catalog.domains)
            takeType(name, domain.sql);
    }
    for (const auto& [name, type] : m_catalog.types)
        if (takenTypes.contains(name))
            types.push_back(type);
    for (const auto& [name, domain] : m_catalog.domains)
        if (takenTypes.contains(name))
            types.push_back({"postgresql", "domain", name.sql(), domain.sql});
    // Composite types may be built of domains; within a kind the order of names is as good as any.
    std::sort(types.begin(), types.end(), [](const NativeObject& a, const NativeObject& b) {
        return std::pair(a.kind != "domain", a.name) < std::pair(b.kind != "domain", b.name);
    });
    for (std::size_t i = 0; i < m_catalog.functions.size(); ++i) {
        const DraftFunction& function = m_catalog.functions[i];
        if (taken[i])
            functions.push_back(
                {"postgresql", "function", function.name.sql() + "(" + function.signature + ")", function.sql});
        else
            reportAt(
                Severity::Info, function.place,
                fmt::format("the routine {} is used by no expression of the model and left out", function.name.sql()));
    }
    std::vector<NativeObject> all;
    for (const std::string& schema : m_catalog.schemas) {
        const auto holds = [&](const auto& map) {
            return std::any_of(map.begin(), map.end(), [&](const auto& entry) { return entry.first.schema == schema; });
        };
        if (!holds(m_catalog.tables) && !holds(m_catalog.enums))
            all.push_back(
                {"postgresql", "schema", schema, "CREATE SCHEMA IF NOT EXISTS " + postgresIdentifier(schema)});
    }
    const auto append = [&](const std::string& kind) {
        for (const NativeObject& native : m_catalog.natives)
            if (native.kind == kind)
                all.push_back(native);
    };
    append("extension");
    append("collation");
    all.insert(all.end(), types.begin(), types.end());
    all.insert(all.end(), functions.begin(), functions.end());
    append("sequence");
    m_catalog.project.natives = std::make_shared<const std::vector<NativeObject>>(std::move(all));
}

Imported PostgresReader::finish() {
    resolvePending();
    finishSequences();
    finishNatives();
    Project project = std::move(m_catalog.project);
    std::vector<Entity> entities;
    for (auto& [name, table] : m_catalog.tables)
        entities.push_back(std::move(table->entity));
    project.entities.assign(std::move(entities));
    project.relationships.assign(std::move(m_catalog.relationships));
    for (const auto& [key, tallied] : m_tallies)
        reportAt(Severity::Info, tallied.first, fmt::format("{} × {}", tallied.count, key.substr(6)));
    std::map<std::string, std::size_t> order;
    for (std::size_t source = 0; source < m_sources.size(); ++source)
        order.emplace(m_sources[source].name, source);
    std::stable_sort(m_diagnostics.begin(), m_diagnostics.end(), [&](const Diagnostic& a, const Diagnostic& b) {
        return std::tuple(order[a.file], a.line, a.column) < std::tuple(order[b.file], b.line, b.column);
    });
    return {std::move(project), std::move(m_diagnostics)};
}

} // namespace shardscape::model
