// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/naming_edits.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "model/edit/edit_support.h"

namespace shardscape::model {
namespace {

/// A piece of a template: as it is written, or what stands for something.
struct Piece {
    bool placeholder = false;
    std::string text;
};

std::vector<Piece> piecesOf(const std::string& rule) {
    std::vector<Piece> pieces;
    for (std::size_t at = 0; at < rule.size();) {
        const std::size_t open = std::min(rule.find('{', at), rule.size());
        if (open > at)
            pieces.push_back({false, rule.substr(at, open - at)});
        if (open == rule.size())
            break;
        const std::size_t close = rule.find('}', open);
        if (close == std::string::npos) {
            pieces.push_back({false, rule.substr(open)});
            break;
        }
        pieces.push_back({true, rule.substr(open + 1, close - open - 1)});
        at = close + 1;
    }
    return pieces;
}

Result<void> checkRule(const char* what, const std::string& rule, const std::vector<std::string>& known) {
    if (rule.empty())
        return {};
    bool varies = false;
    for (const Piece& piece : piecesOf(rule)) {
        if (!piece.placeholder && piece.text.find_first_of("{}") != std::string::npos)
            return fail(ErrorCode::Invalid, fmt::format("The rule for {} has a brace without its other half", what),
                        "Placeholders are written as {table}");
        if (piece.placeholder && std::find(known.begin(), known.end(), piece.text) == known.end())
            return fail(ErrorCode::Invalid,
                        fmt::format("The rule for {} has a placeholder {{{}}} that it does not know", what, piece.text),
                        fmt::format("Known are {{{}}}", fmt::join(known, "}, {")));
        varies = varies || piece.placeholder;
    }
    if (!varies)
        return fail(ErrorCode::Invalid, fmt::format("The rule for {} gives everything the same name", what),
                    "Use {table} in it");
    const Result<std::string> plain = checkedName("the rule", rule);
    return plain ? Result<void>{} : fail(plain.error());
}

/// Cuts whole characters off the end.
void clip(std::string& text, std::size_t bytes) {
    if (text.size() <= bytes)
        return;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xc0) == 0x80)
        --bytes;
    text.resize(bytes);
}

using Values = std::vector<std::pair<std::string, std::string>>;

std::string filled(const std::string& rule, const Values& values) {
    std::vector<Piece> pieces = piecesOf(rule);
    std::size_t total = 0;
    for (Piece& piece : pieces) {
        if (piece.placeholder)
            for (const auto& [name, value] : values)
                if (name == piece.text) {
                    piece.text = value;
                    break;
                }
        total += piece.text.size();
    }
    while (total > kNamedByRuleBytes) {
        Piece* longest = nullptr;
        for (Piece& piece : pieces)
            if (piece.placeholder && (!longest || piece.text.size() > longest->text.size()))
                longest = &piece;
        if (!longest || longest->text.empty())
            break;
        const std::size_t before = longest->text.size();
        clip(longest->text, before - 1);
        total -= before - longest->text.size();
    }
    std::string out;
    for (const Piece& piece : pieces)
        out += piece.text;
    clip(out, kNamedByRuleBytes);
    return out;
}

std::string joined(const Entity& entity, const std::vector<AttributeId>& ids) {
    std::string out;
    for (AttributeId id : ids)
        if (const Attribute* attribute = entity.find(id))
            out += (out.empty() ? "" : "_") + attribute->name;
    return out;
}

Values valuesOf(const Entity& entity, std::string columns) {
    return {{"schema", entity.schema}, {"table", entity.name}, {"columns", std::move(columns)}};
}

bool sameSchema(const Entity& a, const Entity& b) {
    const auto isDefault = [](const std::string& schema) { return schema.empty() || schema == "public"; };
    return a.schema == b.schema || (isDefault(a.schema) && isDefault(b.schema));
}

/// Everything of a schema that has a name.
std::multiset<std::string> namesIn(const Project& project, const Entity& like) {
    std::multiset<std::string> names;
    const auto add = [&](const std::string& name) {
        if (!name.empty())
            names.insert(name);
    };
    for (const Entity& entity : project.entities) {
        if (!sameSchema(entity, like))
            continue;
        add(entity.name);
        for (const Key& key : entity.keys)
            add(key.name);
        for (const Index& index : entity.indexes)
            add(index.name);
    }
    for (const Relationship& line : project.relationships)
        if (const Entity* child = project.entities.find(line.child); child && sameSchema(*child, like))
            add(line.name);
    return names;
}

/// Goes through what has a name: visit(kind, entity, current name, name by the rule) for each.
class Plan {
public:
    /// Only of objects with this id or a higher one.
    Plan(const Project& project, const NamingRules& rules, NamingScope scope, std::uint64_t first = 0)
        : m_project(project)
        , m_rules(rules)
        , m_scope(scope)
        , m_first(first) {}

    std::vector<NamingChange> run() {
        std::vector<const Entity*> schemas; // one of each
        for (const Entity& entity : m_project.entities)
            if (std::none_of(schemas.begin(), schemas.end(),
                             [&](const Entity* other) { return sameSchema(*other, entity); }))
                schemas.push_back(&entity);
        for (const Entity* like : schemas) {
            m_names = namesIn(m_project, *like);
            collect(*like);
            give();
        }
        return std::move(m_changes);
    }

private:
    void collect(const Entity& like) {
        m_open.clear();
        for (const Entity& entity : m_project.entities) {
            if (!sameSchema(entity, like))
                continue;
            for (const Key& key : entity.keys) {
                NamingChange change;
                change.kind = key.kind == KeyKind::Primary ? NamedKind::PrimaryKey : NamedKind::Unique;
                change.entity = entity.id;
                change.key = key.id;
                want(std::move(change), key.name, nameByRule(m_rules, entity, key));
            }
            for (const Index& index : entity.indexes) {
                NamingChange change;
                change.kind = NamedKind::Index;
                change.entity = entity.id;
                change.index = index.id;
                want(std::move(change), index.name, nameByRule(m_rules, entity, index));
            }
        }
        for (const Relationship& line : m_project.relationships) {
            const Entity* child = m_project.entities.find(line.child);
            if (!child || !sameSchema(*child, like))
                continue;
            NamingChange change;
            change.kind = NamedKind::ForeignKey;
            change.entity = line.child;
            change.relationship = line.id;
            want(std::move(change), line.name, nameByRule(m_rules, m_project, line));
        }
    }
    void want(NamingChange change, const std::string& now, std::string byRule) {
        const std::uint64_t id = change.key     ? change.key.value
                                 : change.index ? change.index.value
                                                : change.relationship.value;
        if (id < m_first || byRule.empty() || now == byRule || (m_scope == NamingScope::Unnamed && !now.empty()))
            return;
        change.before = now;
        change.after = std::move(byRule);
        m_open.push_back(std::move(change));
    }
    /// All that change give their names back first, so that two may change places.
    void give() {
        for (const NamingChange& change : m_open)
            if (const auto at = m_names.find(change.before); at != m_names.end())
                m_names.erase(at);
        for (NamingChange& change : m_open) {
            std::string base = change.after;
            clip(base, kNamedByRuleBytes - 4); // room for a number
            change.after = m_names.count(change.after) == 0
                               ? change.after
                               : freeName(base, [&](const std::string& name) { return m_names.count(name) > 0; });
            m_names.insert(change.after);
            if (change.after != change.before)
                m_changes.push_back(std::move(change));
        }
    }

    const Project& m_project;
    const NamingRules& m_rules;
    NamingScope m_scope;
    std::uint64_t m_first;
    std::multiset<std::string> m_names;
    std::vector<NamingChange> m_open;
    std::vector<NamingChange> m_changes;
};

void rename(Project& project, const std::vector<NamingChange>& changes) {
    for (const NamingChange& change : changes) {
        if (change.relationship) {
            Relationship line = *project.relationships.find(change.relationship);
            line.name = change.after;
            project.relationships.set(std::move(line));
            continue;
        }
        Entity entity = *project.entities.find(change.entity);
        for (Key& key : entity.keys)
            if (change.key && key.id == change.key)
                key.name = change.after;
        for (Index& index : entity.indexes)
            if (change.index && index.id == change.index)
                index.name = change.after;
        project.entities.set(std::move(entity));
    }
}

} // namespace

Result<void> checkNamingRules(const NamingRules& rules) {
    const std::vector<std::string> own{"schema", "table", "columns"};
    const std::vector<std::string> both{"schema", "table", "columns", "parent", "parent_columns"};
    for (const Result<void>& sound :
         {checkRule("primary keys", rules.primaryKey, own), checkRule("unique keys", rules.unique, own),
          checkRule("foreign keys", rules.foreignKey, both), checkRule("indexes", rules.index, own)})
        if (!sound)
            return sound;
    return {};
}

Result<Project> setNamingRules(const Project& project, const NamingRules& rules) {
    if (const Result<void> sound = checkNamingRules(rules); !sound)
        return fail(sound.error());
    Project after = project;
    after.naming = rules;
    return after;
}

std::string nameByRule(const NamingRules& rules, const Entity& entity, const Key& key) {
    const std::string& rule = key.kind == KeyKind::Primary ? rules.primaryKey : rules.unique;
    return rule.empty() ? std::string() : filled(rule, valuesOf(entity, joined(entity, key.attributes)));
}

std::string nameByRule(const NamingRules& rules, const Entity& entity, const Index& index) {
    if (rules.index.empty())
        return {};
    std::string columns;
    for (const KeyPart& part : index.parts) {
        const Attribute* attribute = entity.find(part.attribute);
        columns += (columns.empty() ? "" : "_") + (attribute ? attribute->name : std::string("expr"));
    }
    return filled(rules.index, valuesOf(entity, std::move(columns)));
}

std::string nameByRule(const NamingRules& rules, const Project& project, const Relationship& relationship) {
    const Entity* child = project.entities.find(relationship.child);
    const Entity* parent = project.entities.find(relationship.parent);
    if (rules.foreignKey.empty() || !child || !parent)
        return {};
    Values values = valuesOf(*child, joined(*child, relationship.childAttributes));
    values.emplace_back("parent", parent->name);
    values.emplace_back("parent_columns", joined(*parent, relationship.parentAttributes));
    return filled(rules.foreignKey, values);
}

std::vector<NamingChange> planNames(const Project& project, const NamingRules& rules, NamingScope scope) {
    return Plan(project, rules, scope).run();
}

Result<Project> applyNamingRules(const Project& project, const NamingRules& rules, NamingScope scope) {
    Result<Project> after = setNamingRules(project, rules);
    if (after)
        rename(*after, planNames(project, rules, scope));
    return after;
}

Result<Project> withNamesByRule(const Project& before, Result<Project> after) {
    if (!after || after->naming == NamingRules{} || after->nextId == before.nextId)
        return after;
    rename(*after, Plan(*after, after->naming, NamingScope::Unnamed, before.nextId).run());
    return after;
}

} // namespace shardscape::model
