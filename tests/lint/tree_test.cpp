// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every rule over every file of this tree, and the tools that check layout and scripts.
#include <QStandardPaths>
#include <QtTest>

#include "tests/lint/rules.h"
#include "tests/support/folders.h"

using namespace shardscape::tests;

class TreeTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void rule_data();
    void rule();
    void excusesAreNeeded();
    void layout();
    void scripts();

private:
    QList<Violation> broken(const Rule& rule, const Tree& tree) const;
    QByteArray complaints(const QString& program, const QStringList& arguments) const;

    QStringList m_paths;
    QList<SourceFile> m_files;
    Tree m_tree;
    QStringList m_excuses;
};

static QString textOf(const QString& path) {
    QFile file(sourceFolder() + QLatin1Char('/') + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void TreeTest::initTestCase() {
    m_paths = pathsOfTree();
    QVERIFY2(m_paths.contains("model/base/result.h"), "the tree was not found");
    for (const QString& path : m_paths)
        m_files.append(sourceFile(path, textOf(path)));
    m_tree.paths = QSet<QString>(m_paths.begin(), m_paths.end());
    for (const QString& line : textOf("tests/lint/excused.txt").split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        if (line.startsWith(QLatin1Char('#')))
            continue;
        const QStringList words = line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        QVERIFY2(words.size() >= 5, qPrintable("RULE PATH REASON, the reason in words: " + line));
        m_excuses.append(words[0] + QLatin1Char(' ') + words[1]);
    }
    m_tree.excused = QSet<QString>(m_excuses.begin(), m_excuses.end());
}

QList<Violation> TreeTest::broken(const Rule& rule, const Tree& tree) const {
    QList<Violation> found;
    for (const SourceFile& file : m_files)
        found += violations(rule, file, tree);
    return found;
}

void TreeTest::rule_data() {
    QTest::addColumn<int>("index");
    const QList<Rule> rules = allRules();
    for (int i = 0; i < rules.size(); ++i)
        QTest::newRow(qPrintable(rules[i].name)) << i;
}

void TreeTest::rule() {
    QFETCH(int, index);
    QString message;
    for (const Violation& violation : broken(allRules()[index], m_tree))
        message += QLatin1Char('\n') + violation.text();
    if (!message.isEmpty())
        QFAIL(qPrintable(message)); // QVERIFY2 would cut a long list
}

void TreeTest::excusesAreNeeded() {
    for (const QString& excuse : m_excuses) {
        Tree without = m_tree;
        without.excused.remove(excuse);
        bool needed = false;
        for (const Rule& rule : allRules())
            for (const Violation& violation : broken(rule, without))
                needed |= rule.name + QLatin1Char(' ') + violation.file == excuse;
        QVERIFY2(needed, qPrintable("no longer needed in tests/lint/excused.txt: " + excuse));
    }
}

/// What a tool prints when it ends with a failure, nothing when it is content.
QByteArray TreeTest::complaints(const QString& program, const QStringList& arguments) const {
    QProcess tool;
    tool.setWorkingDirectory(sourceFolder());
    tool.setProcessChannelMode(QProcess::MergedChannels);
    tool.start(program, arguments);
    if (!tool.waitForFinished(110000))
        return program.toUtf8() + ": " + tool.errorString().toUtf8();
    return tool.exitCode() == 0 ? QByteArray() : '\n' + tool.readAll();
}

void TreeTest::layout() {
    const QString program = QStandardPaths::findExecutable("clang-format-14");
    if (program.isEmpty())
        QSKIP("no clang-format-14 on the PATH: apt-get install clang-format-14");
    QStringList arguments{"--dry-run", "-Werror", "--style=file"};
    for (const QString& path : m_paths)
        if (path.endsWith(".h") || path.endsWith(".cpp"))
            arguments.append(path);
    QStringList files;
    for (const QByteArray& line : complaints(program, arguments).split('\n'))
        if (line.contains("error:"))
            files.append(QString::fromUtf8(line.left(line.indexOf(':'))));
    files.removeDuplicates();
    if (!files.isEmpty())
        QFAIL(qPrintable("run: clang-format-14 -i " + files.join(QLatin1Char(' '))));
}

void TreeTest::scripts() {
    const QString program = QStandardPaths::findExecutable("shellcheck");
    if (program.isEmpty())
        QSKIP("no shellcheck on the PATH: apt-get install shellcheck");
    QStringList arguments{"--external-sources"};
    for (const SourceFile& file : m_files)
        if (file.path.endsWith(".sh") || file.lines.first().startsWith("#!/bin/bash") ||
            file.lines.first().startsWith("#!/bin/sh"))
            arguments.append(file.path);
    QVERIFY(arguments.size() > 3);
    const QByteArray found = complaints(program, arguments);
    if (!found.isEmpty())
        QFAIL(found.constData());
}

QTEST_GUILESS_MAIN(TreeTest)
#include "tree_test.moc"
