// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/language/language.h"

#include <algorithm>

#include <QCoreApplication>
#include <QFont>
#include <QGuiApplication>
#include <QLibraryInfo>
#include <QTranslator>

namespace shardscape::app {
namespace {

/// Families that draw simplified Chinese as its readers write it, as systems have them. Without one of them a system
/// may pick the Japanese forms of the same characters.
const QStringList& chineseFamilies() {
    static const QStringList kFamilies{QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Source Han Sans SC"),
                                       QStringLiteral("PingFang SC"), QStringLiteral("Microsoft YaHei"),
                                       QStringLiteral("WenQuanYi Micro Hei")};
    return kFamilies;
}

} // namespace

QString withoutMnemonic(QString text) {
    // Where letters are no part of the writing, the mnemonic stands behind the word: "保存(&S)…".
    if (const qsizetype at = text.indexOf(QLatin1String("(&")); at >= 0 && text.mid(at + 3, 1) == QLatin1String(")"))
        text.remove(at, 4);
    return text.remove(QLatin1Char('&'));
}

Language::Language(QObject* parent)
    : QObject(parent)
    , m_family(qobject_cast<QGuiApplication*>(QCoreApplication::instance()) ? QGuiApplication::font().family()
                                                                            : QString()) {
    setCode(QStringLiteral("en"));
}

Language::~Language() {
    qDeleteAll(m_translators);
}

const QList<Language::Choice>& Language::choices() {
    static const QList<Choice> kChoices{{QStringLiteral("en"), QStringLiteral("English")},
                                        {QStringLiteral("zh_CN"), QStringLiteral("简体中文")}};
    return kChoices;
}

QString Language::nearest(const QLocale& locale) {
    const bool simplified = locale.language() == QLocale::Chinese && locale.script() != QLocale::TraditionalHanScript;
    return simplified ? QStringLiteral("zh_CN") : QStringLiteral("en");
}

QString Language::named(const QString& code) {
    const QString tidy = code.section(QLatin1Char('.'), 0, 0).replace(QLatin1Char('-'), QLatin1Char('_'));
    for (const Choice& choice : choices())
        if (choice.code.compare(tidy, Qt::CaseInsensitive) == 0)
            return choice.code;
    const QString language = tidy.section(QLatin1Char('_'), 0, 0);
    if (language == QLatin1String("en") || language == QLatin1String("zh"))
        return nearest(QLocale(tidy));
    return {};
}

void Language::install(const QString& path) {
    auto* translator = new QTranslator(this);
    if (translator->load(path) && QCoreApplication::installTranslator(translator))
        m_translators.append(translator);
    else
        delete translator;
}

void Language::setCode(const QString& code) {
    const auto known =
        std::any_of(choices().begin(), choices().end(), [&](const Choice& choice) { return choice.code == code; });
    if (!known || code == m_code)
        return;
    m_code = code;
    qDeleteAll(m_translators); // a translator takes itself away
    m_translators.clear();
    // Qt's own words (buttons of dialogs) where the system has them translated; ours go before them.
    install(QLibraryInfo::path(QLibraryInfo::TranslationsPath) + QStringLiteral("/qtbase_") + code +
            QStringLiteral(".qm"));
    install(QStringLiteral(":/i18n/shardscape_") + code + QStringLiteral(".qm"));
    const QLocale own(code);
    QLocale::setDefault(m_system.language() == own.language() || nearest(m_system) == code ? m_system : own);
    if (!m_family.isEmpty()) {
        QFont font = QGuiApplication::font();
        font.setFamilies(QStringList(m_family) + (code == QLatin1String("zh_CN") ? chineseFamilies() : QStringList()));
        QGuiApplication::setFont(font);
    }
    emit changed();
}

} // namespace shardscape::app
