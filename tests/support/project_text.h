// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "model/schema/project.h"

namespace shardscape::tests {

/// The schema of a project as lines of text in which every reference is by name and the order of objects does not
/// depend on ids: two projects have the same schema exactly when the texts are equal. The first line that differs says
/// where they differ. Columns, keys' columns and labels keep their order, since it has a meaning.
class ProjectText {
public:
    explicit ProjectText(const model::Project& project)
        : m_project(project) {}

    std::string text() {
        for (const model::EnumType& type : m_project.enums)
            add("enum {}.{} [{}] {}", schema(type.schema), type.name, fmt::join(type.labels, "|"), type.comment);
        for (const model::Entity& entity : m_project.entities)
            addEntity(entity);
        for (const model::Relationship& r : m_project.relationships) {
            const model::Entity* child = m_project.entities.find(r.child);
            const model::Entity* parent = m_project.entities.find(r.parent);
            add("{} reference {} ({}) -> {} ({}) delete {} ({}) update {} full={} defer={}{} notvalid={} {}",
                name(*child), r.name, names(*child, r.childAttributes), name(*parent),
                names(*parent, r.parentAttributes), model::name(r.onDelete), names(*child, r.onDeleteAttributes),
                model::name(r.onUpdate), r.matchFull, r.deferrable, r.initiallyDeferred, r.notValid, r.comment);
        }
        std::sort(m_lines.begin(), m_lines.end());
        // Statements of the dialect run in order, so that their order counts.
        for (const model::NativeObject& native : *m_project.natives)
            add("native {} {}: {}", native.kind, native.name, native.sql);
        return fmt::format("{}\n", fmt::join(m_lines, "\n"));
    }

private:
    template <class... Args> void add(fmt::format_string<Args...> text, Args&&... args) {
        m_lines.push_back(fmt::format(text, std::forward<Args>(args)...));
    }
    static std::string schema(const std::string& given) { return given.empty() ? "public" : given; }
    static std::string name(const model::Entity& entity) { return schema(entity.schema) + "." + entity.name; }
    static std::string names(const model::Entity& entity, const std::vector<model::AttributeId>& ids) {
        std::string out;
        for (model::AttributeId id : ids)
            out += (out.empty() ? "" : ",") + (entity.find(id) ? entity.find(id)->name : std::string("?"));
        return out;
    }
    std::string type(const model::Type& t) const {
        const model::EnumType* enumeration = m_project.enums.find(t.enumeration);
        return fmt::format("{} {} {} {} {} {} {} {} '{}'{}", model::name(t.kind), t.length, t.fixedLength, t.precision,
                           t.scale, t.withTimeZone, t.binary,
                           enumeration ? schema(enumeration->schema) + "." + enumeration->name : "", t.native,
                           t.element ? " of " + type(*t.element) : std::string());
    }
    static std::string parts(const model::Entity& entity, const std::vector<model::KeyPart>& all) {
        std::string out;
        for (const model::KeyPart& p : all)
            out += fmt::format("<{}|{}|{}|{}|{}|{}>", names(entity, {p.attribute}), p.expression, p.descending,
                               p.nullsFirst ? (*p.nullsFirst ? "first" : "last") : "", p.collation, p.operatorClass);
        return out;
    }
    void addEntity(const model::Entity& e) {
        const std::string entity = name(e);
        add("{} unlogged={} options={} {}", entity, e.unlogged, e.options, e.comment);
        int position = 0;
        for (const model::Attribute& a : e.attributes)
            add("{} column {:04} {} {} null={} default={} generated={} generator={} always={} options={} collation={} "
                "{}",
                entity, position++, a.name, type(a.type), a.nullable, a.defaultSql, a.generatedSql,
                static_cast<int>(a.generator), a.identityAlways, a.identityOptions, a.collation, a.comment);
        for (const model::Key& k : e.keys)
            add("{} key {} primary={} ({}) include ({}) nnd={} defer={}{} {}", entity, k.name,
                k.kind == model::KeyKind::Primary, names(e, k.attributes), names(e, k.include), k.nullsNotDistinct,
                k.deferrable, k.initiallyDeferred, k.comment);
        for (const model::Check& c : e.checks)
            add("{} check {} ({}) notvalid={} noinherit={} {}", entity, c.name, c.expression, c.notValid, c.noInherit,
                c.comment);
        for (const model::Index& i : e.indexes)
            add("{} index {} {}{} unique={} nnd={} {} include ({}) where {} with {} {}", entity, i.name,
                model::name(i.method), i.methodName, i.unique, i.nullsNotDistinct, parts(e, i.parts),
                names(e, i.include), i.predicate, i.options, i.comment);
        for (const model::Exclusion& x : e.exclusions)
            add("{} exclusion {} {} {}", entity, x.name, x.definition, x.comment);
        if (e.partitioning) {
            add("{} partitioned {} {}", entity, static_cast<int>(e.partitioning->method),
                parts(e, e.partitioning->parts));
            for (const model::PartitionChild& c : e.partitioning->children)
                add("{} partition {}.{} {} by {} of {}", entity, schema(c.schema), c.name, c.bound, c.partitionBy,
                    c.of);
        }
    }

    const model::Project& m_project;
    std::vector<std::string> m_lines;
};

inline std::string schemaText(const model::Project& project) {
    return ProjectText(project).text();
}

/// Empty when both projects have the same schema, else the first lines that only one of them has.
inline std::string schemaDifference(const model::Project& a, const model::Project& b) {
    std::map<std::string, int> lines;
    const auto count = [&](std::string text, int step) {
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find("\n", at), text.size());
            lines[text.substr(at, end - at)] += step;
            at = end + 1;
        }
    };
    const std::string left = schemaText(a);
    const std::string right = schemaText(b);
    if (left == right)
        return {};
    count(left, 1);
    count(right, -1);
    std::string out;
    int shown = 0;
    for (const auto& [line, times] : lines)
        if (times != 0 && shown++ < 10)
            out += (times > 0 ? "- " : "+ ") + line + "\n";
    return out.empty() ? "the order of native statements differs" : out;
}

} // namespace shardscape::tests
