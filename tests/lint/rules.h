// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

namespace shardscape::tests {

/// A file of the tree. The path is relative to the root, with forward slashes.
struct SourceFile {
    QString path;
    QStringList lines;
};

struct Violation {
    QString file;
    int line = 0;
    QString rule;
    QString advice;

    /// "file:line: rule: advice"
    QString text() const;
};

/// Everything that a rule may look at besides the file itself.
struct Tree {
    QSet<QString> paths;
    /// Files excused from a rule as a whole, "rule path", from tests/lint/excused.txt.
    QSet<QString> excused;
};

/// One habit of the project. `check` sees one file and reports each place where the habit is broken.
///
/// A single line is excused by a comment on it that gives the reason: `// lint-ok(rule): why it has to be so here`.
/// A whole file is excused in tests/lint/excused.txt, again with a reason.
struct Rule {
    QString name;
    QList<Violation> (*check)(const SourceFile& file, const Tree& tree);
};

/// Who may include whom, and where a third party's header may appear.
QList<Rule> arrowRules();

/// How a file of the project looks, and what it does without.
QList<Rule> habitRules();

QList<Rule> allRules();

/// The places where `file` breaks `rule`, without those that are excused.
QList<Violation> violations(const Rule& rule, const SourceFile& file, const Tree& tree);

/// The file with this path and text, as the rules see it.
SourceFile sourceFile(const QString& path, const QString& text);

/// The files under version control or about to be (not the ignored ones), or all but build folders where git cannot
/// tell.
QStringList pathsOfTree();

} // namespace shardscape::tests
