// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/physical/layout_strip.h"

#include <cmath>

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include "app/stages/engine_switch.h"
#include "app/stages/physical/boundary_roles.h"
#include "app/stages/titles.h"
#include "app/theme/metrics.h"
#include "app/theme/numbers.h"
#include "app/theme/style.h"
#include "app/theme/widgets.h"
#include "model/edit/project_edits.h"
#include "model/placement/placement.h"

namespace shardscape::app {

LayoutStrip::LayoutStrip(Workbench& workbench, QWidget* parent)
    : QFrame(parent)
    , m_workbench(workbench)
    , m_title(makeLabel({})) {
    setProperty("look", "card");
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kSpaceBetween, kSpaceInside, kSpaceBetween, kSpaceInside);
    row->setSpacing(kSpaceTight + 2);
    m_title->setProperty("strong", true);
    row->addWidget(m_title);
    row->addSpacing(kSpaceTight);
    m_nodes = addNumber(QStringLiteral("nodes"), tr("Nodes"), 52);
    m_partitions = addNumber(QStringLiteral("partitions"), tr("Partitions"), 58);
    m_replicas = addNumber(QStringLiteral("replicas"), tr("Replicas"), 40);
    m_placement = new QComboBox;
    m_placement->setObjectName(QStringLiteral("placement"));
    m_placement->setAccessibleName(tr("Placement"));
    m_placement->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_placement->setMinimumContentsLength(11);
    row->addWidget(makeLabel(tr("Placement"), "muted"));
    row->addWidget(m_placement);
    m_cache = new QCheckBox(tr("Cache"));
    m_cache->setObjectName(QStringLiteral("cache"));
    m_cache->setToolTip(tr("A cache in front of the reads that tolerate staleness"));
    row->addWidget(m_cache);
    m_hitRatio = addNumber(QStringLiteral("hitRatio"), tr("Hits"), 56);
    row->addStretch();
    m_holds = new QPushButton;
    m_holds->setObjectName(QStringLiteral("holds"));
    m_holds->setProperty("look", "flat");
    m_holds->setToolTip(tr("What this engine holds of each boundary: choose to let several engines make one design"));
    row->addWidget(m_holds);
    m_remove = new QPushButton(tr("Remove"));
    m_remove->setProperty("look", "flat");
    m_remove->setToolTip(tr("Take this engine out of the project"));
    row->addWidget(m_remove);

    connect(m_nodes, &QLineEdit::editingFinished, this,
            [this] { commitCount(m_nodes, &model::Layout::nodes, tr("Nodes")); });
    connect(m_partitions, &QLineEdit::editingFinished, this,
            [this] { commitCount(m_partitions, &model::Layout::partitions, tr("Partitions")); });
    connect(m_replicas, &QLineEdit::editingFinished, this,
            [this] { commitCount(m_replicas, &model::Layout::replicas, tr("Replicas")); });
    connect(m_placement, &QComboBox::activated, this, [this](int index) {
        const std::string kind = m_placement->itemData(index).toString().toStdString();
        commit(QStringLiteral("placement"), tr("Placement"), [kind](model::Layout& one) {
            one.placement = kind.empty() ? std::nullopt : std::optional<std::string>(kind);
        });
    });
    connect(m_cache, &QCheckBox::clicked, this, [this](bool on) {
        commit(QStringLiteral("cache"), tr("Cache"), [on](model::Layout& one) { one.cache = on; });
    });
    connect(m_hitRatio, &QLineEdit::editingFinished, this, [this] {
        const QString text = m_hitRatio->text().trimmed();
        const auto value = parseNumber(text, estimator::Unit::Ratio);
        const bool readable = text.isEmpty() || (value && *value >= 0 && *value <= 1);
        setLook(m_hitRatio, "invalid", !readable);
        m_hitRatio->setModified(!readable);
        if (readable)
            commit(QStringLiteral("hitRatio"), tr("Cache hits"),
                   [value](model::Layout& one) { one.cacheHitRatio = value; });
    });
    connect(m_holds, &QPushButton::clicked, this, [this] {
        if (const model::Layout* one = chosen())
            (new BoundaryRoles(m_workbench, one->id, window()))->open();
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (const model::Layout* one = chosen())
            m_workbench.apply(
                tr("Remove %1").arg(engineTitle(m_workbench, one->engine)),
                [id = one->id](const model::Project& project) { return model::removeLayout(project, id); });
    });
    connect(&workbench.document(), &Document::changed, this, &LayoutStrip::refresh);
    connect(&workbench.analysis(), &AnalysisService::analysisReady, this, &LayoutStrip::refresh);
    connect(&workbench.selection(), &Selection::layoutChanged, this, &LayoutStrip::refresh);
    refresh();
}

QLineEdit* LayoutStrip::addNumber(const QString& name, const QString& title, int width) {
    auto* edit = new QLineEdit;
    edit->setObjectName(name);
    edit->setFixedWidth(width);
    edit->setAccessibleName(title);
    QLabel* label = makeLabel(title, "muted");
    label->setBuddy(edit);
    label->setObjectName(name + QStringLiteral("Label"));
    QWidget::layout()->addWidget(label);
    QWidget::layout()->addWidget(edit);
    return edit;
}

const model::Layout* LayoutStrip::chosen() const {
    return m_workbench.project()->layouts.find(m_workbench.selection().layout());
}

void LayoutStrip::refresh() {
    const model::Layout* one = chosen();
    setVisible(one);
    if (!one)
        return;
    m_title->setText(shortTitle(engineTitle(m_workbench, one->engine)));
    m_holds->setText(BoundaryRoles::summary(*one));
    m_holds->setVisible(!m_workbench.project()->boundaries.empty());
    const estimator::Estimate* estimate = m_workbench.estimate();
    const auto fill = [](QLineEdit* edit, std::optional<int> value, std::optional<double> chosen) {
        if (!(edit->hasFocus() && edit->isModified()) && !edit->property("invalid").toBool())
            edit->setText(value ? QString::number(*value) : QString());
        edit->setPlaceholderText(chosen ? QString::number(std::llround(*chosen)) : tr("auto"));
        edit->setToolTip(value ? tr("Set by you; clear it to let it follow from the numbers")
                               : tr("Follows from the numbers"));
    };
    fill(m_nodes, one->nodes, estimate ? std::optional<double>(estimate->nodes.count.value()) : std::nullopt);
    fill(m_partitions, one->partitions,
         estimate ? std::optional<double>(estimate->design.placement.partitions) : std::nullopt);
    fill(m_replicas, one->replicas,
         estimate ? std::optional<double>(estimate->design.placement.replicas) : std::nullopt);
    m_placement->clear();
    m_placement->addItem(estimate && !one->placement ? QString::fromStdString(estimate->design.placement.kind)
                                                     : tr("engine's own"),
                         QString());
    for (const model::PlacementInfo& info : model::knownPlacements()) {
        const QString kind = QString::fromUtf8(info.kind.data(), qsizetype(info.kind.size()));
        m_placement->addItem(kind, kind);
        m_placement->setItemData(m_placement->count() - 1,
                                 QString::fromUtf8(info.summary.data(), qsizetype(info.summary.size())),
                                 Qt::ToolTipRole);
    }
    m_placement->setCurrentIndex(one->placement ? m_placement->findData(QString::fromStdString(*one->placement)) : 0);
    m_cache->setChecked(one->cache);
    m_hitRatio->setVisible(one->cache);
    findChild<QLabel*>(QStringLiteral("hitRatioLabel"))->setVisible(one->cache);
    if (!(m_hitRatio->hasFocus() && m_hitRatio->isModified()))
        m_hitRatio->setText(one->cacheHitRatio ? formatShare(*one->cacheHitRatio) : QString());
    m_hitRatio->setPlaceholderText(tr("auto"));
}

void LayoutStrip::commitCount(QLineEdit* edit, std::optional<int> model::Layout::*field, const QString& title) {
    const QString text = edit->text().trimmed();
    const auto value = parseNumber(text, estimator::Unit::None);
    const bool readable = text.isEmpty() || (value && *value >= 1 && *value <= 1e6 && *value == std::floor(*value));
    setLook(edit, "invalid", !readable);
    if (!readable) {
        edit->setToolTip(tr("A whole number from 1 on, or nothing"));
        return;
    }
    edit->setModified(false);
    commit(edit->objectName(), title,
           [field, value](model::Layout& one) { one.*field = value ? std::optional<int>(int(*value)) : std::nullopt; });
}

void LayoutStrip::commit(const QString& field, const QString& title,
                         const std::function<void(model::Layout&)>& change) {
    const model::Layout* one = chosen();
    if (!one)
        return;
    model::Layout changed = *one;
    change(changed);
    if (changed == *one)
        return;
    m_workbench.apply(
        tr("%1 of %2").arg(title, engineTitle(m_workbench, one->engine)),
        [changed](const model::Project& project) { return model::changeLayout(project, changed); },
        QStringLiteral("layout/%1/%2").arg(one->id.value).arg(field));
}

} // namespace shardscape::app
