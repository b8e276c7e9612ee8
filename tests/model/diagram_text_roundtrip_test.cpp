// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the exporters of DBML and Mermaid write, the importers read back as the same model, as far as the language can
// say it. Models are random, from a seed that a failure prints.
#include <random>

#include "tests/support/catalogue_corpus.h"
#include "tests/support/import_checks.h"

#include "model/exchange/export/diagram_text.h"
#include "model/exchange/import/import_formats.h"

using namespace shardscape::model;
using namespace shardscape::tests;

namespace {

/// A random schema of tables, enumerations, keys, indexes and foreign keys, with names that need quotes when "odd".
class RandomSchema {
public:
    RandomSchema(unsigned seed, bool odd)
        : m_random(seed)
        , m_odd(odd) {}

    Project project() {
        for (unsigned i = 0; i < m_random() % 3; ++i) {
            EnumType type;
            type.id = m_project.newId<EnumId>();
            type.name = name("kind", i);
            type.labels = {"a", "b c", "d'e"};
            m_project.enums.set(std::move(type));
        }
        std::vector<Entity> entities;
        for (unsigned i = 0; i < 1 + m_random() % 6; ++i)
            entities.push_back(entity(i));
        std::vector<Relationship> relationships;
        for (Entity& child : entities)
            if (m_random() % 2)
                relate(child, entities[m_random() % entities.size()], relationships);
        m_project.entities.assign(std::move(entities));
        m_project.relationships.assign(std::move(relationships));
        return m_project;
    }

private:
    std::string name(const char* word, unsigned i) {
        static const char* const kOdd[] = {" x", "'s", "\"q", "\\b", "é", "-", ".z"};
        return word + std::to_string(i) + (m_odd && m_random() % 3 == 0 ? kOdd[m_random() % std::size(kOdd)] : "");
    }
    Type type() {
        Type out;
        static const TypeKind kKinds[] = {TypeKind::Uuid,  TypeKind::Bool,   TypeKind::Int16,   TypeKind::Int32,
                                          TypeKind::Int64, TypeKind::Double, TypeKind::Decimal, TypeKind::String,
                                          TypeKind::Text,  TypeKind::Binary, TypeKind::Date,    TypeKind::Timestamp,
                                          TypeKind::Array};
        out.kind = kKinds[m_random() % std::size(kKinds)];
        if (out.kind == TypeKind::String)
            out.length = int(m_random() % 50);
        if (out.kind == TypeKind::Decimal && m_random() % 2) {
            out.precision = 10;
            out.scale = int(m_random() % 4);
        }
        if (out.kind == TypeKind::Timestamp) {
            out.withTimeZone = m_random() % 2;
            out.precision = -1;
        }
        if (out.kind == TypeKind::Array)
            out.element =
                std::make_shared<const Type>(Type{TypeKind::Int32, 0, false, 0, 0, false, true, {}, nullptr, {}});
        return out;
    }
    Entity entity(unsigned number) {
        Entity out;
        out.id = m_project.newId<EntityId>();
        out.name = name("table", number);
        for (unsigned i = 0; i < 2 + m_random() % 5; ++i) {
            Attribute attribute;
            attribute.id = m_project.newId<AttributeId>();
            attribute.name = name("column", i);
            attribute.type = type();
            attribute.nullable = m_random() % 2;
            if (m_random() % 4 == 0)
                attribute.comment = m_odd ? "it's \"a\" \\ note" : "a note";
            if (m_random() % 4 == 0)
                attribute.defaultSql = "f(1, 'x')";
            out.attributes.push_back(std::move(attribute));
        }
        key(out, KeyKind::Primary, 1 + m_random() % 2);
        if (m_random() % 2)
            key(out, KeyKind::Unique, 1 + m_random() % 2);
        if (m_random() % 2) {
            Index index;
            index.id = m_project.newId<IndexId>();
            index.name = name("index", number);
            index.parts.push_back({out.attributes.back().id, {}, false, {}, {}, {}});
            index.parts.push_back({{}, "lower(x)", false, {}, {}, {}});
            out.indexes.push_back(std::move(index));
        }
        return out;
    }
    void key(Entity& entity, KeyKind kind, std::size_t size) {
        Key out;
        out.id = m_project.newId<KeyId>();
        out.kind = kind;
        const std::size_t first = kind == KeyKind::Primary ? 0 : 1;
        for (std::size_t i = first; i < std::min(first + size, entity.attributes.size()); ++i) {
            out.attributes.push_back(entity.attributes[i].id);
            if (kind == KeyKind::Primary)
                entity.attributes[i].nullable = false;
        }
        entity.keys.push_back(std::move(out));
    }
    void relate(Entity& child, const Entity& parent, std::vector<Relationship>& out) {
        Relationship made;
        made.id = m_project.newId<RelationshipId>();
        made.child = child.id;
        made.parent = parent.id;
        const std::vector<AttributeId> key = parent.primaryKey()->attributes; // the child may be the parent
        std::vector<Type> types;
        for (const AttributeId id : key)
            types.push_back(parent.find(id)->type);
        for (std::size_t i = 0; i < key.size(); ++i) {
            Attribute attribute;
            attribute.id = m_project.newId<AttributeId>();
            attribute.name = name("ref", unsigned(i + 10));
            attribute.type = types[i];
            made.childAttributes.push_back(attribute.id);
            child.attributes.push_back(std::move(attribute));
        }
        made.parentAttributes = key;
        made.onDelete = m_random() % 2 ? ReferentialAction::Cascade : ReferentialAction::NoAction;
        out.push_back(std::move(made));
    }

    std::mt19937 m_random;
    bool m_odd;
    Project m_project;
};

/// Everything that DBML can say of a model, a line each.
QStringList saidInDbml(const Project& project) {
    QStringList out;
    for (const EnumType& type : project.enums) {
        QStringList labels;
        for (const std::string& label : type.labels)
            labels << qtext(label);
        out << "enum " + qtext(type.name) + " " + labels.join('|');
    }
    for (const Entity& entity : project.entities) {
        const QString table = qtext(entity.name) + ".";
        for (const Attribute& a : entity.attributes)
            out << QStringLiteral("%1%2 %3 %4 default(%5) note(%6)")
                       .arg(table, qtext(a.name), qtext(typeWords(project, a.type)), a.nullable ? "null" : "not null",
                            qtext(a.defaultSql), qtext(a.comment));
        for (const Key& key : entity.keys)
            out << table + (key.kind == KeyKind::Primary ? "primary " : "unique ") + namesOf(entity, key.attributes);
        for (const QString& index : indexesOf(entity))
            out << table + index;
    }
    for (const Relationship& r : project.relationships)
        out << QStringLiteral("delete %1").arg(name(r.onDelete));
    out += referencesOf(project);
    out.sort();
    return out;
}

/// Mermaid says no nullability, no composite unique keys, no defaults, no indexes, and types in letters.
QStringList saidInMermaid(const Project& project) {
    QStringList out;
    for (const Entity& entity : project.entities) {
        const QString table = qtext(entity.name) + ".";
        for (const Attribute& a : entity.attributes)
            out << QStringLiteral("%1%2 %3 note(%4)")
                       .arg(table, qtext(a.name), qtext(typeWords(project, a.type)), qtext(a.comment));
        for (const Key& key : entity.keys)
            if (key.kind == KeyKind::Primary || key.attributes.size() == 1)
                out << table + (key.kind == KeyKind::Primary ? "primary " : "unique ") +
                           namesOf(entity, key.attributes);
    }
    out += referencesOf(project);
    out.sort();
    return out;
}

} // namespace

class DiagramTextRoundtripTest : public QObject {
    Q_OBJECT
private slots:
    void dbml() {
        for (unsigned seed = 1; seed <= 300; ++seed) {
            const Project project = RandomSchema(seed, seed % 2 == 0).project();
            const std::string text = writeDbml(project);
            const auto read = importSchema({{"x.dbml", text}});
            QVERIFY2(read, (std::to_string(seed) + (read ? "" : read.error().text()) + "\n" + text).c_str());
            QVERIFY2(messagesOf(*read, Severity::Error).isEmpty(),
                     qPrintable(messagesOf(*read, Severity::Error) + "\n" + qtext(text)));
            QVERIFY2(saidInDbml(read->project) == saidInDbml(project),
                     qPrintable(
                         QStringLiteral("seed %1\n%2\n---\n%3\n---\n%4")
                             .arg(seed)
                             .arg(saidInDbml(read->project).join('\n'), saidInDbml(project).join('\n'), qtext(text))));
        }
    }
    void mermaid() {
        for (unsigned seed = 1; seed <= 300; ++seed) {
            const Project project = RandomSchema(seed, false).project();
            const std::string text = writeMermaid(project);
            const auto read = importSchema({{"x.mmd", text}});
            QVERIFY2(read && messagesOf(*read, Severity::Error).isEmpty(), text.c_str());
            QVERIFY2(!messagesOf(*read, Severity::Info).contains("was added"), text.c_str());
            QVERIFY2(saidInMermaid(read->project) == saidInMermaid(project),
                     qPrintable(QStringLiteral("seed %1\n%2\n---\n%3\n---\n%4")
                                    .arg(seed)
                                    .arg(saidInMermaid(read->project).join('\n'), saidInMermaid(project).join('\n'),
                                         qtext(text))));
        }
    }
    void realSchemas_data() {
        QTest::addColumn<QString>("name");
        for (const QString& name : CatalogueCorpus("sql/postgresql").names())
            QTest::newRow(qPrintable(name)) << name;
        if (sharedFolder().isEmpty())
            QTest::newRow("none") << QString();
    }
    void realSchemas() {
        QFETCH(QString, name);
        if (name.isEmpty())
            QSKIP(qPrintable(whyNoSharedFolder()));
        const auto original = importPostgres(CatalogueCorpus("sql/postgresql").sources(name));
        QVERIFY(original);
        const auto dbml = importSchema({{"x.dbml", writeDbml(original->project)}});
        QVERIFY2(dbml, dbml ? "" : dbml.error().text().c_str());
        QCOMPARE(messagesOf(*dbml, Severity::Error), QString());
        QCOMPARE(dbml->project.entities.size(), original->project.entities.size());
        QCOMPARE(attributeCount(dbml->project), attributeCount(original->project));
        QCOMPARE(dbml->project.enums.size(), original->project.enums.size());
        const auto mermaid = importSchema({{"x.mmd", writeMermaid(original->project)}});
        QVERIFY2(mermaid, mermaid ? "" : mermaid.error().text().c_str());
        QCOMPARE(messagesOf(*mermaid, Severity::Error), QString());
        QCOMPARE(mermaid->project.entities.size(), original->project.entities.size());
        QCOMPARE(mermaid->project.relationships.size(), original->project.relationships.size());
    }
};

QTEST_APPLESS_MAIN(DiagramTextRoundtripTest)
#include "diagram_text_roundtrip_test.moc"
