// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/estimate/copy_controls.h"

#include <array>

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "app/shell/workbench.h"
#include "app/stages/estimate/copy_tables.h"
#include "app/theme/metrics.h"
#include "app/theme/widgets.h"
#include "model/base/quantity.h"
#include "model/edit/copy_edits.h"
#include "model/physical/derive.h"

namespace shardscape::app {

namespace {

using model::UpkeepPath;

constexpr std::array kPaths{UpkeepPath::Transaction, UpkeepPath::Trigger,   UpkeepPath::Outbox,
                            UpkeepPath::Cdc,         UpkeepPath::DualWrite, UpkeepPath::Periodic};

/// The time that the path has: none, its lag, or its period.
std::optional<double> model::Upkeep::*timeOf(UpkeepPath path) {
    if (path == UpkeepPath::Periodic)
        return &model::Upkeep::periodSeconds;
    return model::isSynchronous(path) ? nullptr : &model::Upkeep::lagSeconds;
}

} // namespace

CopyControls::CopyControls(Workbench& workbench, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_verdict(makeLabel({}, "muted"))
    , m_row(new QWidget)
    , m_path(new QComboBox)
    , m_timeLabel(new QLabel)
    , m_time(new QLineEdit)
    , m_keep(new QPushButton)
    , m_drop(new QPushButton(tr("&Drop the copy"))) {
    m_verdict->setWordWrap(true);
    m_verdict->setAccessibleName(tr("What the comparison comes to"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpaceTight);
    column->addWidget(m_verdict);
    auto* row = new QHBoxLayout(m_row);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpaceInside);
    auto* label = new QLabel(tr("Kept &in step"));
    label->setBuddy(m_path);
    for (const UpkeepPath path : kPaths)
        m_path->addItem(upkeepText(path), int(path));
    m_timeLabel->setBuddy(m_time);
    m_time->setMaximumWidth(110);
    for (QWidget* widget : std::initializer_list<QWidget*>{label, m_path, m_timeLabel, m_time, m_keep, m_drop})
        row->addWidget(widget);
    row->addStretch();
    column->addWidget(m_row);
    m_keep->setObjectName(QStringLiteral("keepCopy"));
    m_drop->setObjectName(QStringLiteral("dropCopy"));
    m_path->setObjectName(QStringLiteral("copyUpkeep"));
    m_time->setObjectName(QStringLiteral("copyTime"));
    connect(m_path, &QComboBox::currentIndexChanged, this, &CopyControls::showTime);
    connect(m_time, &QLineEdit::returnPressed, this, &CopyControls::keep);
    connect(m_keep, &QPushButton::clicked, this, &CopyControls::keep);
    connect(m_drop, &QPushButton::clicked, this, &CopyControls::drop);
    show({}, nullptr, false);
}

void CopyControls::show(const QString& verdict, const estimator::CopyOption* option, bool any) {
    m_verdict->setText(verdict);
    m_verdict->setVisible(!verdict.isEmpty());
    m_row->setVisible(option || any);
    m_row->setEnabled(option);
    m_derived = option ? std::optional(option->derived) : std::nullopt;
    m_kept = option && option->kept;
    m_keep->setText(m_kept ? tr("Keep it &so") : tr("&Keep this copy"));
    m_keep->setToolTip(option ? tr("Every number, the native schema and the simulation then have it")
                              : tr("Choose a row with a copy"));
    m_drop->setVisible(m_kept);
    if (!option) {
        m_timeLabel->hide();
        m_time->hide();
        return;
    }
    m_last = m_derived;
    const QSignalBlocker blocker(m_path);
    m_path->setCurrentIndex(m_path->findData(int(m_derived->upkeep.path)));
    showTime();
}

void CopyControls::showTime() {
    if (!m_derived)
        return;
    const auto path = UpkeepPath(m_path->currentData().toInt());
    const auto time = timeOf(path);
    m_timeLabel->setVisible(time);
    m_time->setVisible(time);
    if (!time)
        return;
    const bool period = path == UpkeepPath::Periodic;
    m_timeLabel->setText(period ? tr("&every") : tr("&lag"));
    m_time->setPlaceholderText(QString::fromStdString(
        model::formatDuration(period ? model::kAssumedPeriodSeconds : model::kAssumedLagSeconds)));
    m_time->setToolTip(tr("Empty: as assumed"));
    const std::optional<double>& stated = m_derived->upkeep.*time;
    m_time->setText(stated ? QString::fromStdString(model::formatDuration(*stated)) : QString());
}

std::optional<model::Derived> CopyControls::chosen() {
    if (!m_derived)
        return std::nullopt;
    model::Derived out = *m_derived;
    out.upkeep = {UpkeepPath(m_path->currentData().toInt()), std::nullopt, std::nullopt};
    const auto time = timeOf(out.upkeep.path);
    const QString typed = m_time->text().trimmed();
    if (!time || typed.isEmpty())
        return out;
    const auto seconds = model::parseDuration(typed.toStdString());
    if (!seconds) {
        m_workbench.showMessage(tr("“%1” is no duration; write it as 500ms, 2s or 10min").arg(typed));
        return std::nullopt;
    }
    out.upkeep.*time = *seconds;
    return out;
}

void CopyControls::keep() {
    const auto copy = chosen();
    if (!copy)
        return;
    m_last = copy;
    const model::LayoutId layout = m_workbench.selection().layout();
    m_workbench.apply(tr("Keep a copy"), [layout, copy = *copy](const model::Project& project) {
        return model::keepCopy(project, layout, copy);
    });
}

void CopyControls::drop() {
    if (!m_derived)
        return;
    const model::LayoutId layout = m_workbench.selection().layout();
    m_workbench.apply(tr("Drop a copy"), [layout, pattern = m_derived->pattern](const model::Project& project) {
        return model::dropCopy(project, layout, pattern);
    });
}

} // namespace shardscape::app
