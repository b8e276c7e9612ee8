// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lint/rules.h"

#include <algorithm>

#include <QRegularExpression>

namespace shardscape::tests {

namespace {

struct Include {
    int line = 0;
    QString path;
    bool quoted = false;
};

/// A part of the tree and what it may include; the first row whose `from` starts a file's path is the file's.
struct Arrow {
    const char* from;
    QStringList to;
    QStringList notTo;
    const char* advice;
};

/// A third party's header, by the start of its name, and the only place for it.
struct Confined {
    const char* header;
    QStringList folders;
};

const QList<Arrow>& arrows() {
    static const QList<Arrow> kArrows{
        {"model/base/", {"model/base/"}, {}, "model/base stands on nothing else of the project"},
        {"model/placement/",
         {"model/base/", "model/placement/"},
         {},
         "placement of keys knows no schema: the simulator's kernel uses it"},
        {"model/exchange/", {"model/"}, {"model/storage/"}, "exchange knows the model alone"},
        {"model/storage/", {"model/"}, {"model/exchange/"}, "storage knows the model alone"},
        {"model/live/", {"model/"}, {"model/storage/"}, "what is read of a running database goes through exchange"},
        {"model/",
         {"model/"},
         {"model/exchange/", "model/storage/", "model/live/"},
         "the model knows neither its files nor who computes with it"},
        {"estimator/",
         {"model/", "estimator/"},
         {"model/exchange/", "model/storage/"},
         "the estimator is a function of the model alone"},
        {"simulator/compile/",
         {"model/", "estimator/", "simulator/"},
         {"model/exchange/", "model/storage/"},
         "simulator/compile turns a design into a scenario; it reads no files"},
        {"simulator/",
         {"model/base/", "model/placement/", "simulator/"},
         {"simulator/compile/"},
         "the simulator has never heard of a schema; only simulator/compile has"},
        {"app/", {"model/", "estimator/", "simulator/", "app/"}, {}, "the app uses the three rooms"},
        {"tests/", {"model/", "estimator/", "simulator/", "app/", "tests/"}, {}, "tests may use everything"},
    };
    return kArrows;
}

const QList<Confined>& confinedHeaders() {
    static const QList<Confined> kConfined{
        {"qcustomplot", {"app/charts/"}},
        {"sqlite3", {"model/storage/", "model/exchange/import/", "model/live/"}},
        {"pg_query", {"model/exchange/import/"}},
        {"libpq-fe", {"model/live/"}},
        {"mysql.h", {"model/live/"}},
        {"hiredis", {"model/live/"}},
    };
    return kConfined;
}

bool isSource(const QString& path) {
    return path.endsWith(".h") || path.endsWith(".cpp");
}

QList<Include> includes(const SourceFile& file) {
    static const QRegularExpression include(QStringLiteral(R"RE(^\s*#\s*include\s*([<"])([^>"]+)[>"])RE"));
    QList<Include> found;
    for (int i = 0; isSource(file.path) && i < file.lines.size(); ++i)
        if (const QRegularExpressionMatch match = include.match(file.lines[i]); match.hasMatch())
            found.append({i + 1, match.captured(2), match.captured(1) == QLatin1String("\"")});
    return found;
}

bool startsWithOneOf(const QString& path, const QStringList& folders) {
    for (const QString& folder : folders)
        if (path.startsWith(folder))
            return true;
    return false;
}

bool isOfProject(const QString& path) {
    return startsWithOneOf(path, {"model/", "estimator/", "simulator/", "app/", "tests/"});
}

QList<Violation> checkArrows(const SourceFile& file, const Tree&) {
    QList<Violation> found;
    for (const Arrow& arrow : arrows()) {
        if (!file.path.startsWith(QLatin1String(arrow.from)))
            continue;
        for (const Include& include : includes(file))
            if (isOfProject(include.path) &&
                (!startsWithOneOf(include.path, arrow.to) || startsWithOneOf(include.path, arrow.notTo)))
                found.append({{},
                              include.line,
                              {},
                              QStringLiteral("includes %1: %2").arg(include.path, QLatin1String(arrow.advice))});
        break;
    }
    return found;
}

QList<Violation> checkQt(const SourceFile& file, const Tree&) {
    static const QRegularExpression qt(QStringLiteral(R"(^(Qt?[A-Z]\w*(/.*)?|Qt|Qt/.*|q[a-z0-9_]+\.h|private/q.*)$)"));
    QList<Violation> found;
    if (startsWithOneOf(file.path, {"app/", "tests/"}))
        return found;
    for (const Include& include : includes(file))
        if (qt.match(include.path).hasMatch() && !include.path.startsWith("qcustomplot"))
            found.append(
                {{}, include.line, {}, QStringLiteral("<%1> below app: only app and tests know Qt").arg(include.path)});
    return found;
}

QList<Violation> checkConfined(const SourceFile& file, const Tree&) {
    QList<Violation> found;
    for (const Include& include : includes(file))
        for (const Confined& confined : confinedHeaders()) {
            if (!include.path.section(QLatin1Char('/'), -1).startsWith(QLatin1String(confined.header)))
                continue;
            const bool allowed = file.path.endsWith(".cpp") &&
                                 std::any_of(confined.folders.begin(), confined.folders.end(),
                                             [&](const QString& folder) { return file.path.startsWith(folder); });
            if (!allowed)
                found.append({{},
                              include.line,
                              {},
                              QStringLiteral("%1 belongs in %2 (*.cpp) only")
                                  .arg(include.path, confined.folders.join(QStringLiteral(", ")))});
        }
    return found;
}

/// Project headers by their path from the root in quotes, everybody else's in angle brackets.
QList<Violation> checkIncludeForm(const SourceFile& file, const Tree&) {
    QList<Violation> found;
    for (const Include& include : includes(file)) {
        if (include.quoted && !isOfProject(include.path) && !include.path.endsWith(".moc"))
            found.append({{},
                          include.line,
                          {},
                          QStringLiteral("\"%1\": a header of the project is named by its path from the "
                                         "root, another's in <>")
                              .arg(include.path)});
        if (!include.quoted && isOfProject(include.path))
            found.append({{},
                          include.line,
                          {},
                          QStringLiteral("<%1>: a header of the project goes in quotes").arg(include.path)});
    }
    return found;
}

/// The header that a source file implements comes first, so that it is known to stand on its own.
QList<Violation> checkOwnHeaderFirst(const SourceFile& file, const Tree& tree) {
    if (!file.path.endsWith(".cpp"))
        return {};
    const QString own = file.path.chopped(4) + QStringLiteral(".h");
    if (!tree.paths.contains(own))
        return {};
    const QList<Include> all = includes(file);
    if (!all.isEmpty() && all.first().path == own)
        return {};
    return {
        {{}, all.isEmpty() ? 1 : all.first().line, {}, QStringLiteral("the first include has to be \"%1\"").arg(own)}};
}

} // namespace

QList<Rule> arrowRules() {
    return {{"arrow", checkArrows},
            {"qt-only-in-app", checkQt},
            {"confined-header", checkConfined},
            {"include-form", checkIncludeForm},
            {"own-header-first", checkOwnHeaderFirst}};
}

} // namespace shardscape::tests
