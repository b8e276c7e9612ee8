// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/status_line.h"

#include <cmath>

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include "app/shell/job_bar.h"
#include "app/theme/metrics.h"
#include "app/theme/numbers.h"
#include "app/theme/sentences.h"
#include "app/theme/style.h"

namespace shardscape::app {
namespace {

enum { Peak, Storage, Nodes, Tail, Cost, kHeadlines };

/// "▲ 12 %", "▼ 0.3 %", or empty when nothing moved that three digits can show.
QString movement(double before, double after) {
    if (!std::isfinite(before) || !std::isfinite(after) || before == 0)
        return before == after ? QString() : QStringLiteral("●");
    const double percent = 100 * (after - before) / before;
    if (std::abs(percent) < 0.05)
        return {};
    const int digits = std::abs(percent) < 10 ? 1 : 0;
    return QStringLiteral("%1 %2 %")
        .arg(percent > 0 ? QStringLiteral("▲") : QStringLiteral("▼"))
        .arg(std::abs(percent), 0, 'f', digits);
}

} // namespace

StatusLine::StatusLine(Workbench& workbench, QWidget* parent)
    : QFrame(parent)
    , m_workbench(workbench)
    , m_hint(new QLabel(this))
    , m_engine(new QLabel(this))
    , m_last(new QLabel(this)) {
    setObjectName(QStringLiteral("statusLine"));
    setAccessibleName(tr("Headline figures"));
    setFixedHeight(30);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kSpaceBetween, 0, kSpaceBetween, 0);
    row->setSpacing(3);
    row->addWidget(m_hint);
    for (int i = 0; i < kHeadlines; ++i) {
        auto* number = new QPushButton(this);
        number->setProperty("look", "flat");
        number->setFont(tabularFont(TextSize::Body, true));
        number->setToolTip(tr("Show how this is computed"));
        auto* caption = new QLabel(this);
        caption->setProperty("role", "muted");
        auto* change = new QLabel(this);
        row->addWidget(number);
        row->addWidget(caption);
        row->addWidget(change);
        row->addSpacing(kSpaceAround);
        m_headlines.push_back({number, caption, change, {}, 0, false});
        connect(number, &QPushButton::clicked, this, [this, i] {
            if (!m_headlines[i].figure.name().empty())
                m_workbench.showWorking(m_headlines[i].figure);
        });
    }
    m_hint->setProperty("role", "muted");
    m_engine->setProperty("role", "muted");
    m_last->setProperty("role", "muted");
    row->addStretch();
    row->addWidget(new JobBar(workbench, this));
    row->addSpacing(kSpaceAround);
    row->addWidget(m_last);
    row->addSpacing(kSpaceAround);
    row->addWidget(m_engine);
    m_timer.setSingleShot(true);
    m_timer.setInterval(kChangeMs);
    connect(&m_timer, &QTimer::timeout, this, &StatusLine::hideChanges);
    connect(&workbench.analysis(), &AnalysisService::analysisReady, this, &StatusLine::show);
    connect(&workbench.selection(), &Selection::layoutChanged, this, [this] { show(m_workbench.analysis().latest()); });
    connect(&workbench.document(), &Document::changed, this, [this](const Change& change) {
        switch (change.kind) {
        case Change::Kind::Edited: m_last->setText(tr("Last edit: %1").arg(change.label)); break;
        case Change::Kind::Undone: m_last->setText(tr("Undone: %1").arg(change.label)); break;
        case Change::Kind::Redone: m_last->setText(tr("Redone: %1").arg(change.label)); break;
        case Change::Kind::Reset: m_last->clear(); break;
        }
        if (change.kind == Change::Kind::Reset)
            for (Headline& headline : m_headlines)
                headline.known = false;
    });
    show(workbench.analysis().latest());
}

void StatusLine::setFigure(Headline& headline, const estimator::Figure& figure, const QString& caption, bool compare) {
    setNumber(headline, figure, formatNumber(figure), tr("%1 — show how this is computed").arg(formatExactly(figure)),
              caption, compare);
}

void StatusLine::setNumber(Headline& headline, const estimator::Figure& figure, const QString& number,
                           const QString& tip, const QString& caption, bool compare) {
    const double value = figure.value();
    headline.number->setText(number);
    headline.number->setAccessibleName((number + QLatin1Char(' ') + caption).trimmed());
    headline.number->setToolTip(tip);
    headline.caption->setText(caption);
    const QString moved = compare && headline.known ? movement(headline.before, value) : QString();
    if (!moved.isEmpty()) {
        headline.change->setText(moved);
        setLook(headline.change, "role", value > headline.before ? "bad" : "good");
        m_timer.start();
    }
    headline.change->setVisible(!headline.change->text().isEmpty());
    headline.figure = figure;
    headline.before = value;
    headline.known = true;
    headline.number->show();
    headline.caption->show();
}

void StatusLine::setCost(const estimator::CostEstimate& cost, bool compare) {
    Headline& headline = m_headlines[Cost];
    if (!cost.priced) {
        setNumber(headline, {}, tr("no price"), said(cost.why), {}, false);
        headline.known = false;
        return;
    }
    const QString exact =
        formatExactly(cost.month) +
        (cost.currency == "USD" ? QString() : QLatin1Char(' ') + QString::fromStdString(cost.currency));
    QString tip = tr("%1 a month: list prices of %2, as of %3 — show how this is computed")
                      .arg(exact, QString::fromStdString(cost.title), QString::fromStdString(cost.asOf));
    if (!cost.why.empty())
        tip += QLatin1Char('\n') + tr("Without: %1").arg(said(cost.why));
    setNumber(headline, cost.month, said(estimator::formatMoney(cost.month.value(), cost.currency)), tip, tr("a month"),
              compare);
}

void StatusLine::show(const AnalysisPtr& analysis) {
    const model::LayoutId layout = m_workbench.selection().layout();
    const LayoutAnalysis* found = analysis->find(layout);
    const bool compare = layout == m_shownLayout;
    m_shownLayout = layout;
    m_engine->setText(found ? QString::fromStdString(found->profile ? found->profile->title : found->engine)
                            : QString());
    if (!found || !found->estimate) {
        for (Headline& headline : m_headlines) {
            headline.number->hide();
            headline.caption->hide();
            headline.change->hide();
            headline.known = false;
        }
        const ProjectPtr& project = m_workbench.project();
        m_hint->setText(found                       ? said(found->estimate.error())
                        : project->entities.empty() ? QString()
                        : project->layouts.empty()  ? tr("No figures yet: the project has no engine")
                                                    : tr("Estimating…"));
        m_hint->show();
        return;
    }
    m_hint->hide();
    const estimator::Estimate& estimate = *found->estimate;
    setFigure(m_headlines[Peak], estimate.peakQps, tr("peak"), compare);
    setFigure(m_headlines[Storage], estimate.storageInAYear, tr("in 12 months"), compare);
    setFigure(m_headlines[Nodes], estimate.nodes.count,
              estimate.nodes.binding.empty() ? QString() : tr("bound by %1").arg(said(estimate.nodes.binding)),
              compare);
    setFigure(m_headlines[Tail], estimate.worstP99, tr("worst p99"), compare);
    setCost(found->cost, compare);
}

void StatusLine::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(QRect(0, 0, width(), 1), m_workbench.theme().color(Role::Border));
}

void StatusLine::hideChanges() {
    for (Headline& headline : m_headlines) {
        headline.change->clear();
        headline.change->hide();
    }
}

QString StatusLine::text() const {
    QStringList parts;
    for (const Headline& headline : m_headlines)
        if (!headline.number->isHidden())
            parts << headline.number->text() + QLatin1Char(' ') + headline.caption->text() +
                         (headline.change->text().isEmpty() ? QString() : QLatin1Char(' ') + headline.change->text());
    return parts.isEmpty() ? m_hint->text() : parts.join(QStringLiteral("  "));
}

} // namespace shardscape::app
