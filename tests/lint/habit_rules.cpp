// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lint/rules.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace shardscape::tests {

namespace {

constexpr int kLongestFile = 600;

/// A pattern that may not occur in a line of code, and what to do instead.
struct Forbidden {
    QRegularExpression pattern;
    QString advice;
};

bool isCpp(const QString& path) {
    return path.endsWith(".h") || path.endsWith(".cpp");
}

bool isScript(const QString& path) {
    return path.endsWith(".sh") || path.endsWith(".py") || path.endsWith(".js") || path.endsWith("CMakeLists.txt") ||
           path.endsWith(".cmake") || path == "installers/run" || path == "installers/test" || path == ".ci/run";
}

/// The tests of these rules quote what the rules forbid.
bool quotesForbiddenThings(const QString& path) {
    return path.startsWith("tests/lint/");
}

QString withoutComment(const QString& line) {
    bool quoted = false;
    for (int i = 0; i + 1 < line.size(); ++i) {
        if (line[i] == QLatin1Char('"') && (i == 0 || line[i - 1] != QLatin1Char('\\')))
            quoted = !quoted;
        if (!quoted && line[i] == QLatin1Char('/') && line[i + 1] == QLatin1Char('/'))
            return line.left(i);
    }
    return line;
}

QList<Violation> findInCode(const SourceFile& file, const QList<Forbidden>& forbidden) {
    QList<Violation> found;
    for (int i = 0; i < file.lines.size(); ++i) {
        const QString code = withoutComment(file.lines[i]);
        for (const Forbidden& each : forbidden)
            if (each.pattern.match(code).hasMatch()) {
                found.append({{}, i + 1, {}, each.advice});
                break;
            }
    }
    return found;
}

QList<Violation> checkLicence(const SourceFile& file, const Tree&) {
    const QString licence = QStringLiteral("SPDX-License-Identifier: GPL-3.0-or-later");
    if (isCpp(file.path)) {
        if (file.lines.value(0) == QLatin1String("// SPDX-FileCopyrightText: Shardscape contributors") &&
            file.lines.value(1) == QLatin1String("// ") + licence)
            return {};
        return {{{}, 1, {}, "the first two lines have to be the SPDX lines, as in model/base/result.h"}};
    }
    if (isScript(file.path) && !file.lines.mid(0, 3).join(QLatin1Char('\n')).contains(licence))
        return {{{}, 1, {}, "one of the first three lines has to be: # " + licence}};
    return {};
}

QList<Violation> checkPragmaOnce(const SourceFile& file, const Tree&) {
    if (!file.path.endsWith(".h"))
        return {};
    for (int i = 0; i < file.lines.size(); ++i) {
        const QString line = file.lines[i].trimmed();
        if (line.isEmpty() || line.startsWith("//"))
            continue;
        if (line == QLatin1String("#pragma once"))
            return {};
        return {{{}, i + 1, {}, "a header begins with #pragma once"}};
    }
    return {{{}, 1, {}, "a header begins with #pragma once"}};
}

QList<Violation> checkNamespace(const SourceFile& file, const Tree&) {
    const QString room = file.path.section(QLatin1Char('/'), 0, 0);
    const bool isMain = file.path.startsWith("app/main/");
    if (!isCpp(file.path) || isMain || !QStringList{"model", "estimator", "simulator", "app"}.contains(room))
        return {};
    const QRegularExpression own(QStringLiteral(R"(^namespace shardscape::%1\b)").arg(room));
    for (const QString& line : file.lines)
        if (own.match(line).hasMatch())
            return {};
    return {{{}, 1, {}, QStringLiteral("a file of %1/ declares in namespace shardscape::%1").arg(room)}};
}

QList<Violation> checkWaits(const SourceFile& file, const Tree&) {
    static const QList<Forbidden> kForbidden{
        {QRegularExpression(R"(\bqWait\s*\()"),
         "wait for a signal (QSignalSpy::wait) or a condition (QTRY_*), not for time"},
        {QRegularExpression(R"(\bprocessEvents\s*\()"),
         "a nested event loop re-enters the window: start a job, or wait for a signal"},
        {QRegularExpression(R"(\b(sleep|usleep|msleep|nanosleep|sleep_for|sleep_until|qSleep)\s*\()"),
         "sleeping is slow when it works and wrong when it does not: wait for what you mean"},
    };
    return isCpp(file.path) && !quotesForbiddenThings(file.path) ? findInCode(file, kForbidden) : QList<Violation>();
}

QList<Violation> checkBlockingDialogs(const SourceFile& file, const Tree&) {
    static const QList<Forbidden> kForbidden{
        {QRegularExpression(R"(\bQMessageBox::(about|critical|information|question|warning)\s*\()"),
         "open() the box and act on its signal: a blocking one stops the window and every test of it"},
        {QRegularExpression(R"(\bQ(File|Input|Color|Font)Dialog::get[A-Z]\w*\s*\()"),
         "open() the dialog and act on its signal: a blocking one stops the window and every test of it"},
    };
    return isCpp(file.path) && file.path.startsWith("app/") ? findInCode(file, kForbidden) : QList<Violation>();
}

/// Function declarations have a parenthesis before any '=' or ';', variables do not.
QList<Violation> checkStatics(const SourceFile& file, const Tree&) {
    static const QList<Forbidden> kForbidden{
        {QRegularExpression(R"(\bstatic\b.*\binstance\s*\()"), "no singletons: pass the object to those who use it"},
        {QRegularExpression(
             R"(^\s*(inline\s+)?(static|thread_local)\s+(?!.*\b(const|constexpr|constinit|consteval)\b)[\w:<>,\s&*]+\b\w+\s*(=|;|\{[^}]*\}\s*;))"),
         "no mutable statics: a second thread, document or test would share them"},
    };
    if (!isCpp(file.path) || quotesForbiddenThings(file.path))
        return {};
    return findInCode(file, kForbidden);
}

QList<Violation> checkColours(const SourceFile& file, const Tree&) {
    static const QString kAdvice =
        QStringLiteral("colours are roles of the theme, so that light, dark and print agree");
    static const QList<Forbidden> kForbidden{
        {QRegularExpression(R"((#([0-9a-fA-F]{8}|[0-9a-fA-F]{6})|(?<=["':]|: )#[0-9a-fA-F]{3})\b)"), kAdvice},
        {QRegularExpression(R"(\bQColor\s*[({]\s*[0-9])"), kAdvice},
        {QRegularExpression(R"(\bq[Rr]gba?\s*\(\s*[0-9])"), kAdvice},
        {QRegularExpression(
             R"(\bQt::(dark|light)?(red|green|blue|cyan|magenta|yellow|gr[ae]y|black|white|Red|Green|Blue|Cyan|Magenta|Yellow|Gr[ae]y)\b)"),
         kAdvice},
    };
    if (!isCpp(file.path) || !file.path.startsWith("app/") || file.path.contains("theme"))
        return {};
    return findInCode(file, kForbidden);
}

QList<Violation> checkLength(const SourceFile& file, const Tree&) {
    const auto lines = file.lines.size() - (file.lines.isEmpty() || !file.lines.last().isEmpty() ? 0 : 1);
    if ((!isCpp(file.path) && !isScript(file.path)) || lines <= kLongestFile)
        return {};
    return {{{},
             kLongestFile + 1,
             {},
             QStringLiteral("%1 lines; a file is read in one sitting: split it at %2").arg(lines).arg(kLongestFile)}};
}

bool isText(const QString& path) {
    static const QRegularExpression binary(R"(\.(png|jpe?g|ico|gz|zip|ttf|otf|woff2?|db|sqlite|shardscape|qm|pdf)$)");
    return !binary.match(path).hasMatch() && path != "LICENSE";
}

QList<Violation> findInText(const SourceFile& file, const QRegularExpression& pattern, const QString& advice) {
    QList<Violation> found;
    if (!isText(file.path) || quotesForbiddenThings(file.path))
        return found;
    for (int i = 0; i < file.lines.size(); ++i)
        if (pattern.match(file.lines[i]).hasMatch())
            found.append({{}, i + 1, {}, advice});
    return found;
}

QList<Violation> checkUnfinished(const SourceFile& file, const Tree&) {
    static const QRegularExpression kPattern(R"(\b(TODO|FIXME|XXX|HACK)\b)");
    return findInText(file, kPattern, "finish it, or open an issue and leave the code complete as it is");
}

QList<Violation> checkMachinePaths(const SourceFile& file, const Tree&) {
    static const QRegularExpression kPattern(
        R"((?<![\w.~*}$])/(home/[a-z]\w*|Users/\w+|root|work|mnt/\w+)/|\b[A-Z]:\\\\?Users\b)");
    return findInText(file, kPattern,
                      "a path of one machine: take it from the caller, the environment or the source folder");
}

QList<Violation> checkRegistries(const SourceFile& file, const Tree&) {
    static const QRegularExpression kPattern(
        R"(\b(registry\.(npmjs|yarnpkg)\.\w+|pypi\.org|files\.pythonhosted\.org|crates\.io|deb\.debian\.org|proxy\.golang\.org|[\w-]*artifactory[\w.-]*)\b)");
    return findInText(file, kPattern,
                      "the host of a registry is the user's own choice: name the package and its version");
}

/// Every number of an engine profile stands in an object with the source of it, at some depth above. Only what a design
/// begins with, and its user changes there, is a choice and not a fact: the keys default_….
void findUnsourced(const QJsonValue& value, const QString& path, bool sourced, QStringList& found) {
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        const bool here = sourced || !object.value("source").toString().isEmpty();
        for (auto it = object.begin(); it != object.end(); ++it)
            findUnsourced(it.value(), path + QLatin1Char('/') + it.key(), here, found);
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (int i = 0; i < array.size(); ++i)
            findUnsourced(array[i], path + QLatin1Char('/') + QString::number(i), sourced, found);
    } else if (value.isDouble() && !sourced && !path.section(QLatin1Char('/'), -1).startsWith("default_")) {
        found.append(path);
    }
}

QList<Violation> checkEngineSources(const SourceFile& file, const Tree&) {
    if (!file.path.startsWith("resources/engines/") || !file.path.endsWith(".json"))
        return {};
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.lines.join(QLatin1Char('\n')).toUtf8(), &error);
    if (document.isNull())
        return {{{}, 1, {}, "not JSON: " + error.errorString()}};
    QStringList unsourced;
    findUnsourced(document.object(), {}, false, unsourced);
    QList<Violation> found;
    for (const QString& path : unsourced)
        found.append({{},
                      1,
                      {},
                      QStringLiteral("%1 has no source: write {\"value\": …, \"source\": \"where it is documented or "
                                     "how it was measured\"}")
                          .arg(path)});
    return found;
}

} // namespace

QList<Rule> habitRules() {
    return {{"licence", checkLicence},
            {"pragma-once", checkPragmaOnce},
            {"namespace", checkNamespace},
            {"waits", checkWaits},
            {"blocking-dialogs", checkBlockingDialogs},
            {"statics", checkStatics},
            {"colours", checkColours},
            {"length", checkLength},
            {"unfinished", checkUnfinished},
            {"machine-paths", checkMachinePaths},
            {"registries", checkRegistries},
            {"engine-sources", checkEngineSources}};
}

} // namespace shardscape::tests
