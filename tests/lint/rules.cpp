// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lint/rules.h"

#include <QDirIterator>
#include <QProcess>
#include <QRegularExpression>

#include "tests/support/folders.h"

namespace shardscape::tests {

QString Violation::text() const {
    return QStringLiteral("%1:%2: %3: %4").arg(file).arg(line).arg(rule, advice);
}

QList<Rule> allRules() {
    return arrowRules() + habitRules();
}

SourceFile sourceFile(const QString& path, const QString& text) {
    return {path, text.split(QLatin1Char('\n'))};
}

/// An excuse counts when it gives a reason that is more than a word.
static bool isExcused(const QString& line, const QString& rule) {
    static const QRegularExpression excuse(QStringLiteral(R"(lint-ok\(([a-z-]+)\): (\S.{9,}))"));
    const QRegularExpressionMatch match = excuse.match(line);
    return match.hasMatch() && match.captured(1) == rule;
}

QList<Violation> violations(const Rule& rule, const SourceFile& file, const Tree& tree) {
    QList<Violation> kept;
    if (tree.excused.contains(rule.name + QLatin1Char(' ') + file.path))
        return kept;
    for (Violation& found : rule.check(file, tree)) {
        found.rule = rule.name;
        found.file = file.path;
        if (!isExcused(file.lines.value(found.line - 1), rule.name))
            kept.append(found);
    }
    return kept;
}

static QStringList pathsKnownToGit() {
    QProcess git;
    git.setWorkingDirectory(sourceFolder());
    git.start(QStringLiteral("git"), {"ls-files", "-z", "--cached", "--others", "--exclude-standard"});
    if (!git.waitForStarted() || !git.waitForFinished() || git.exitCode() != 0)
        return {};
    return QString::fromUtf8(git.readAllStandardOutput()).split(QLatin1Char('\0'), Qt::SkipEmptyParts);
}

QStringList pathsOfTree() {
    const QString root = sourceFolder();
    QStringList paths;
    for (const QString& path : pathsKnownToGit())
        if (QFileInfo(root + QLatin1Char('/') + path).isFile())
            paths.append(path);
    if (!paths.isEmpty())
        return paths;
    QDirIterator walk(root, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        const QString path = QDir(root).relativeFilePath(walk.next());
        if (!path.startsWith("build/") && !path.startsWith("out/") && !path.startsWith(".git/"))
            paths.append(path);
    }
    return paths;
}

} // namespace shardscape::tests
