// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QList>
#include <QLocale>
#include <QObject>
#include <QString>

class QTranslator;

namespace shardscape::app {

/// A text as it is read, without the mark of its mnemonic: "&Save" and "保存(&S)" → "Save", "保存".
QString withoutMnemonic(QString text);

/// The language that the program speaks: English, or one of the translations in resources/translations, which are
/// built into the program. Needs a QCoreApplication; lives in its thread, one at a time.
///
/// Setting it installs the translators (English has one, too, for its plurals), makes the language's locale the default
/// where the system's is another language's, gives the program's font a family with the language's characters, and then
/// tells those who show words with changed(). Words that are looked up after that are in the new language.
class Language : public QObject {
    Q_OBJECT
public:
    struct Choice {
        QString code; ///< "zh_CN"
        QString name; ///< what its speakers call it: "简体中文"
    };

    explicit Language(QObject* parent = nullptr);
    ~Language() override;

    static const QList<Choice>& choices();
    /// The choice that suits a locale best; English where none does.
    static QString nearest(const QLocale& locale);
    /// The choice a person means by "zh", "zh-CN", "zh_CN.UTF-8"; empty when there is none.
    static QString named(const QString& code);

    const QString& code() const { return m_code; }
    void setCode(const QString& code);

signals:
    void changed();

private:
    void install(const QString& path);

    QString m_code;
    QLocale m_system;
    QString m_family;
    QList<QTranslator*> m_translators;
};

} // namespace shardscape::app
