// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/words.h"

#include <QRegularExpression>
#include <QStringList>

#include "app/theme/numbers.h"
#include "app/theme/sentences.h"

namespace shardscape::app {

std::string say(const std::string& english) {
    return said(english).toStdString();
}

std::string sayAll(const std::string& english) {
    static const QRegularExpression kBetween(QStringLiteral("(?<=\\.) "));
    QString out;
    for (const QString& sentence : QString::fromStdString(english).split(kBetween)) {
        const QString one = said(sentence);
        // Sentences that end with a wide full stop need no blank behind it.
        out += (out.isEmpty() || out.back().unicode() >= 0x2E80 ? QString() : QStringLiteral(" ")) + one;
    }
    return out.toStdString();
}

std::string sayNumber(const std::string& english) {
    return saidNumber(QString::fromStdString(english)).toStdString();
}

std::string written(double value, estimator::Unit unit) {
    return formatNumber(value, unit).toStdString();
}

std::string written(const estimator::Figure& figure) {
    return formatNumber(figure).toStdString();
}

} // namespace shardscape::app
