// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/sentences.h"

#include <algorithm>
#include <optional>

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

namespace shardscape::app {
namespace {

/// Forms lighter than this are not looked for within sentences.
constexpr int kWeak = 5;

/// A form with places: what stands before the first one, and how to find what was put in.
struct Form {
    const char* source;
    QString before;
    QString longest; ///< of what is said between the places: most sentences lack it, which is quicker seen than matched
    QRegularExpression whole;
    std::vector<int> places; ///< number of the n-th place
    int weight = 0;          ///< how much of it is said and not put in: little ("%1 on %2") fits much by chance
};

struct Forms {
    QHash<QString, const char*> fixed; ///< without places
    std::vector<Form> open;            ///< the most literal first
};

Form formOf(const char* source) {
    static const QRegularExpression kPlace(QStringLiteral("%([1-9])"));
    const QString text = QString::fromUtf8(source);
    Form form{source, {}, {}, {}, {}, 0};
    QString pattern;
    qsizetype from = 0;
    for (auto match = kPlace.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch place = match.next();
        if (form.places.empty())
            form.before = text.left(place.capturedStart());
        pattern += QRegularExpression::escape(text.mid(from, place.capturedStart() - from)) + QStringLiteral("(.+?)");
        form.places.push_back(place.captured(1).toInt());
        from = place.capturedEnd();
    }
    pattern += QRegularExpression::escape(text.mid(from));
    for (const QString& between : text.split(kPlace))
        if (between.size() > form.longest.size())
            form.longest = between;
    const QString spoken = QString(text).remove(kPlace);
    for (const QChar letter : spoken)
        form.weight += letter.isSpace() ? 0 : letter.unicode() < 128 ? 1 : kWeak;
    form.whole = QRegularExpression(QRegularExpression::anchoredPattern(pattern),
                                    QRegularExpression::DotMatchesEverythingOption);
    return form;
}

const Forms& forms() {
    static const Forms kForms = [] {
        Forms made;
        for (const char* source : sentenceTable()) {
            Form form = formOf(source);
            if (form.places.empty())
                made.fixed.insert(QString::fromUtf8(source), source);
            else
                made.open.push_back(std::move(form));
        }
        // "insert %1 rows into %2 and its %3 indexes" before "insert %1 rows into %2", which would match it, too, and
        // what begins with a word before what may begin with anything.
        std::stable_sort(made.open.begin(), made.open.end(), [](const Form& a, const Form& b) {
            return a.before.isEmpty() != b.before.isEmpty() ? b.before.isEmpty() : a.weight > b.weight;
        });
        return made;
    }();
    return kForms;
}

QString translated(const char* source) {
    return QCoreApplication::translate("Sentences", source);
}

QString filled(const QString& form, const QHash<int, QString>& parts) {
    QString out;
    for (qsizetype i = 0; i < form.size(); ++i) {
        const int place = form[i] == QLatin1Char('%') && i + 1 < form.size() ? form[i + 1].digitValue() : -1;
        if (const auto part = parts.constFind(place); part != parts.constEnd()) {
            out += *part;
            ++i;
            // "120 万" and " 行" are written "120 万行".
            const bool unit = i + 2 < form.size() && form[i + 1] == QLatin1Char(' ') && form[i + 2].unicode() >= 0x2E80;
            if (unit && (part->endsWith(QChar(0x4E07)) || part->endsWith(QChar(0x4EBF))))
                ++i;
        } else {
            out += form[i];
        }
    }
    return out;
}

/// How an error is put together.
struct Errors {
    Q_DECLARE_TR_FUNCTIONS(Errors)
};

QString sentence(const QString& english, int leastWeight);

/// What was put into a sentence: a sentence when it has several words, else a number or a name.
QString part(const QString& text) {
    const QString number = saidNumber(text);
    return number == text && text.contains(QLatin1Char(' ')) ? sentence(text, kWeak) : number;
}

QString filledFrom(const Form& form, const QRegularExpressionMatch& match) {
    QHash<int, QString> parts;
    for (std::size_t i = 0; i < form.places.size(); ++i)
        parts.insert(form.places[i], part(match.captured(int(i) + 1)));
    return filled(translated(form.source), parts);
}

constexpr QLatin1String kBetween("; ");

std::optional<QString> known(const QString& english, int leastWeight);

/// Sentences one after another, each of them known.
std::optional<QString> severalKnown(const QString& english) {
    for (qsizetype at = english.indexOf(kBetween); at > 0; at = english.indexOf(kBetween, at + 1))
        if (const auto first = known(english.left(at), kWeak))
            if (const auto rest = known(english.mid(at + 2), kWeak))
                return filled(translated("%1; %2"), {{1, *first}, {2, *rest}});
    return std::nullopt;
}

/// What a form says in the language of the window; nothing where none fits.
std::optional<QString> known(const QString& english, int leastWeight) {
    if (const char* source = forms().fixed.value(english))
        return translated(source);
    std::optional<QString> loosely; // fits, but only with several sentences in one place
    for (const Form& form : forms().open) {
        if (form.weight < leastWeight || !english.startsWith(form.before) || !english.contains(form.longest))
            continue;
        const QRegularExpressionMatch match = form.whole.match(english);
        if (!match.hasMatch())
            continue;
        const QStringList parts = match.capturedTexts().mid(1);
        const bool sure = std::all_of(parts.begin(), parts.end(), [](const QString& text) {
            return !text.contains(kBetween) || known(text, kWeak).has_value();
        });
        if (sure)
            return filledFrom(form, match);
        if (!loosely)
            loosely = filledFrom(form, match);
    }
    if (auto several = severalKnown(english))
        return several;
    return loosely;
}

QString sentence(const QString& english, int leastWeight) {
    const std::optional<QString> found = known(english, leastWeight);
    return found ? *found : saidNumber(english);
}

} // namespace

QString said(const QString& english) {
    const bool isEnglish = translated("storage now") == QLatin1String("storage now");
    return isEnglish ? english : sentence(english, 0);
}

QString said(const std::string& english) {
    return said(QString::fromStdString(english));
}

QString said(const model::Error& error) {
    QString place = QString::fromStdString(error.file);
    if (error.line > 0 && place.isEmpty())
        place = error.column > 0 ? Errors::tr("line %1, column %2").arg(error.line).arg(error.column)
                                 : Errors::tr("line %1").arg(error.line);
    else if (error.line > 0)
        place += error.column > 0 ? QStringLiteral(":%1:%2").arg(error.line).arg(error.column)
                                  : QStringLiteral(":%1").arg(error.line);
    QString text = said(error.message);
    if (!place.isEmpty())
        text = Errors::tr("%1: %2", "where: what is wrong").arg(place, text);
    return error.advice.empty() ? text
                                : Errors::tr("%1 (%2)", "what is wrong (what to do)").arg(text, said(error.advice));
}

} // namespace shardscape::app
