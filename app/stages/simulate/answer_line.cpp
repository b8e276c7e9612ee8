// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/simulate/answer_line.h"

#include <cmath>

#include <QHBoxLayout>
#include <QLabel>

#include "app/theme/metrics.h"
#include "app/theme/numbers.h"
#include "app/theme/style.h"
#include "app/theme/widgets.h"

namespace shardscape::app {
namespace {

using estimator::Unit;

void setState(QLabel* label, bool old, bool bad) {
    setLook(label, "role", old ? QStringLiteral("muted") : bad ? QStringLiteral("bad") : QString());
    setLook(label, "strong", !old);
}

} // namespace

AnswerLine::AnswerLine(QWidget* parent)
    : QWidget(parent)
    , m_pattern(makeLabel({}, "muted"))
    , m_analytic(makeLabel({}))
    , m_simulated(makeLabel({}))
    , m_wanted(makeLabel({}, "muted")) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceInside);
    for (QLabel* label : {m_pattern, m_analytic, m_simulated, m_wanted})
        layout->addWidget(label);
    m_analytic->setObjectName(QStringLiteral("analytic"));
    m_simulated->setObjectName(QStringLiteral("simulated"));
    hide();
}

void AnswerLine::show(const Answer& answer) {
    m_pattern->setText(tr("p99 of %1:").arg(answer.pattern));
    m_analytic->setVisible(answer.analyticSeconds.has_value());
    if (answer.analyticSeconds)
        m_analytic->setText(tr("%1 by formula").arg(formatNumber(*answer.analyticSeconds, Unit::Seconds)));
    setState(m_analytic, answer.analyticIsOld,
             answer.analyticSeconds && answer.wantedSeconds && *answer.analyticSeconds > *answer.wantedSeconds);
    m_simulated->setVisible(answer.simulatedSeconds.has_value());
    if (answer.simulatedSeconds) {
        // A node that is offered more than it serves has no p99 to settle at: the longer the run, the larger.
        const bool grows = answer.analyticSeconds && std::isinf(*answer.analyticSeconds);
        QString text = formatNumber(*answer.simulatedSeconds, Unit::Seconds);
        if (answer.intervalSeconds)
            text = tr("%1 – %2").arg(formatNumber(answer.intervalSeconds->first, Unit::Seconds),
                                     formatNumber(answer.intervalSeconds->second, Unit::Seconds));
        m_simulated->setText((grows                    ? tr("%1 simulated, and growing")
                              : answer.intervalSeconds ? tr("%1 simulated (95 %)")
                                                       : tr("%1 simulated"))
                                 .arg(text));
        m_simulated->setToolTip(
            grows ? tr("Overloaded: the longer it lasts, the longer requests wait")
                  : tr("%1, seen in the run").arg(formatExactly(*answer.simulatedSeconds, Unit::Seconds)));
    }
    setState(m_simulated, answer.simulatedIsOld,
             answer.simulatedSeconds && answer.wantedSeconds && *answer.simulatedSeconds > *answer.wantedSeconds);
    m_wanted->setVisible(answer.wantedSeconds.has_value());
    if (answer.wantedSeconds)
        m_wanted->setText(tr("wanted %1").arg(formatNumber(*answer.wantedSeconds, Unit::Seconds)));
    setAccessibleName(text());
    setVisible(true);
}

void AnswerLine::clear() {
    hide();
}

QString AnswerLine::text() const {
    QStringList parts;
    for (const QLabel* label : {m_pattern, m_analytic, m_simulated, m_wanted})
        if (!label->isHidden())
            parts << label->text();
    return parts.join(QLatin1Char(' '));
}

} // namespace shardscape::app
