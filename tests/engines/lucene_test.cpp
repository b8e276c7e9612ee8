// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Files of an index that Lucene writes weigh what the size model of search indexes says, field by field.
#include <cmath>

#include <QtTest>

#include "estimator/size/inverted.h"
#include "tests/support/estimating.h"
#include "tests/support/folders.h"

using namespace shardscape;
using namespace shardscape::estimator;

namespace {

constexpr int kDocuments = 50000;
using Kind = IndexedField::Kind;

IndexedField keyword(double bytes, double distinct, bool docValues) {
    IndexedField field;
    field.bytes = bytes;
    field.distinct = distinct;
    field.docValues = docValues;
    return field;
}

IndexedField number(double bits, double distinct, bool indexed) {
    IndexedField field;
    field.kind = Kind::Number;
    field.bits = bits;
    field.distinct = distinct;
    field.indexed = indexed;
    field.docValues = !indexed;
    return field;
}

/// A second between two documents.
IndexedField ascending(bool indexed) {
    IndexedField field = number(std::log2(kDocuments * 1000.0), kDocuments, indexed);
    field.ascending = true;
    field.stepBits = std::log2(1000);
    return field;
}

IndexedField text(double bytes) {
    IndexedField field;
    field.kind = Kind::Text;
    field.bytes = bytes;
    return field;
}

} // namespace

class LuceneTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        const QString java = QStandardPaths::findExecutable(QStringLiteral("java"));
        const QDir folder(QStringLiteral("/usr/share/java"));
        const QStringList found = folder.entryList({QStringLiteral("lucene-core-8.*.jar")}, QDir::Files, QDir::Name);
        if (java.isEmpty() || QStandardPaths::findExecutable(QStringLiteral("javac")).isEmpty() || found.isEmpty())
            QSKIP("Lucene or a Java compiler is not installed (packages liblucene8-java, default-jdk-headless)");
        QVERIFY(m_folder.isValid());
        QProcess process;
        process.start(java, {QStringLiteral("-Xmx512m"), QStringLiteral("-cp"), folder.filePath(found.last()),
                             tests::sourceFolder() + QStringLiteral("/tests/support/lucene/Weigh.java"),
                             m_folder.path(), QString::number(kDocuments)});
        QVERIFY2(process.waitForFinished(280000), qPrintable(process.errorString()));
        const QString problem = QString::fromUtf8(process.readAllStandardError());
        QVERIFY2(process.exitCode() == 0, qPrintable(problem));
        for (const QString& line : QString::fromUtf8(process.readAllStandardOutput()).split(QLatin1Char('\n')))
            if (const QStringList words = line.split(QLatin1Char(' ')); words.size() == 2)
                m_weighed.insert(words[0], words[1].toDouble());
    }

    void fieldsWeighWhatIsSaid() {
        const std::vector<std::pair<const char*, IndexedField>> fields{
            {"keyword-2", keyword(2, 2, false)},
            {"keyword-10", keyword(2, 10, false)},
            {"keyword-100", keyword(3, 100, false)},
            {"keyword-1000", keyword(4, 1000, false)},
            {"keyword-values-10", keyword(2, 10, true)},
            {"keyword-values-100", keyword(3, 100, true)},
            {"keyword-values-1000", keyword(4, 1000, true)},
            {"keyword-uuid", keyword(36, kDocuments, false)},
            {"keyword-values-uuid", keyword(36, kDocuments, true)},
            {"long-2", number(1, 2, true)},
            {"long-10", number(std::log2(10), 10, true)},
            {"long-1000", number(std::log2(1000), 1000, true)},
            {"long-random", number(64, kDocuments, true)},
            {"long-values-10", number(std::log2(10), 10, false)},
            {"long-values-100", number(std::log2(100), 100, false)},
            {"long-values-1000", number(std::log2(1000), 1000, false)},
            {"long-values-random", number(64, kDocuments, false)},
            {"time", ascending(true)},
            {"time-values", ascending(false)},
            {"text-30", text(224)}};
        double furthest = 0;
        for (const auto& [name, field] : fields) {
            const QString key = QString::fromLatin1(name);
            QVERIFY2(m_weighed.contains(key), name);
            const double measured = m_weighed.value(key);
            const Spread said = fieldBytes(field, kDocuments, tests::engine("elasticsearch"));
            qInfo("%-20s %7.3f measured, %7.3f said, between %.3f and %.3f", name, measured, said.likely, said.least,
                  said.most);
            QVERIFY2(said.least <= measured && measured <= said.most, name);
            furthest = std::max(furthest, std::abs(said.likely / measured - 1));
        }
        qInfo("at most %.0f %% off", 100 * furthest);
    }

    /// Clicks with a random UUID: 130 bytes of JSON; identifiers of 15 random bytes.
    void documentsWeighWhatIsSaid() {
        const model::EngineProfile& profile = tests::engine("elasticsearch");
        QVERIFY(tests::within(m_weighed.value(QStringLiteral("source")),
                              130 * profile.value("storage.source_left_ratio"), 0.1));
        const Spread identity = identityBytes(15, false, profile);
        QVERIFY(tests::within(m_weighed.value(QStringLiteral("identity")), identity.likely, 0.1));
    }

private:
    QTemporaryDir m_folder;
    QHash<QString, double> m_weighed;
};

QTEST_APPLESS_MAIN(LuceneTest)
#include "lucene_test.moc"
