// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTest>

#include "model/exchange/import/import_formats.h"

/// What the tests of importers ask of what was imported; everything by name, so that a failure reads well.
namespace shardscape::tests {

inline QString qtext(const std::string& s) {
    return QString::fromStdString(s);
}

/// What a text becomes under a file's name; a test that cannot import it, or whose project is not sound, fails.
inline model::Imported importedAs(const std::string& file, const std::string& text, const std::string& format = {}) {
    model::Result<model::Imported> imported = model::importSchema({{file, text}}, format);
    if (!imported)
        QTest::qFail(imported.error().text().c_str(), __FILE__, __LINE__);
    else if (const auto broken = model::validate(imported->project); !broken.empty())
        QTest::qFail(broken.front().c_str(), __FILE__, __LINE__);
    return imported ? std::move(*imported) : model::Imported{};
}

inline const model::Entity& entityOf(const model::Imported& imported, const std::string& name) {
    static const model::Entity kNone;
    const model::Entity* found = imported.project.findEntity(name);
    if (!found)
        QTest::qFail(("there is no entity " + name).c_str(), __FILE__, __LINE__);
    return found ? *found : kNone;
}

inline const model::Attribute& columnOf(const model::Imported& imported, const std::string& table,
                                        const std::string& name) {
    static const model::Attribute kNone;
    const model::Attribute* found = entityOf(imported, table).findByName(name);
    if (!found)
        QTest::qFail(("there is no column " + name).c_str(), __FILE__, __LINE__);
    return found ? *found : kNone;
}

inline QString namesOf(const model::Entity& entity, const std::vector<model::AttributeId>& ids) {
    QStringList out;
    for (const model::AttributeId id : ids)
        out << (entity.find(id) ? qtext(entity.find(id)->name) : QStringLiteral("?"));
    return out.join(',');
}

/// "name(a,b)" of each index, expressions in parentheses, "-" behind descending parts.
inline QStringList indexesOf(const model::Entity& entity) {
    QStringList out;
    for (const model::Index& index : entity.indexes) {
        QStringList parts;
        for (const model::KeyPart& part : index.parts)
            parts << (part.attribute ? qtext(entity.find(part.attribute)->name) : "(" + qtext(part.expression) + ")") +
                         (part.descending ? "-" : "");
        out << qtext(index.name) + "(" + parts.join(',') + ")";
    }
    out.sort();
    return out;
}

/// "child(a) -> parent(b)" of each relationship, sorted.
inline QStringList referencesOf(const model::Project& project) {
    QStringList out;
    for (const model::Relationship& r : project.relationships) {
        const model::Entity& child = *project.entities.find(r.child);
        const model::Entity& parent = *project.entities.find(r.parent);
        out << QStringLiteral("%1(%2) -> %3(%4)")
                   .arg(qtext(child.name), namesOf(child, r.childAttributes), qtext(parent.name),
                        namesOf(parent, r.parentAttributes));
    }
    out.sort();
    return out;
}

/// The messages of one severity, one a line, with line and column.
inline QString messagesOf(const model::Imported& imported, model::Severity severity) {
    QStringList out;
    for (const model::Diagnostic& d : imported.diagnostics)
        if (d.severity == severity)
            out << QStringLiteral("%1:%2 %3").arg(d.line).arg(d.column).arg(qtext(d.message));
    return out.join('\n');
}

/// What was left out or mended of a text, errors first.
inline QString complaintsOf(const model::Imported& imported) {
    return messagesOf(imported, model::Severity::Error) + messagesOf(imported, model::Severity::Warning);
}

inline std::size_t attributeCount(const model::Project& project) {
    std::size_t count = 0;
    for (const model::Entity& entity : project.entities)
        count += entity.attributes.size();
    return count;
}

} // namespace shardscape::tests
