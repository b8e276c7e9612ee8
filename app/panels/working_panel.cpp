// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/working_panel.h"

#include <QHeaderView>
#include <QLabel>
#include <QRegularExpression>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "app/theme/metrics.h"
#include "app/theme/numbers.h"
#include "app/theme/sentences.h"

namespace shardscape::app {
namespace {

/// Shared inputs make the working a graph; as a tree it is cut below this depth (the deepest of the estimator has about
/// ten).
constexpr int kDeepest = 24;

QString originText(const estimator::Figure& figure) {
    switch (figure.origin()) {
    case estimator::Origin::Derived: return said(figure.formula());
    case estimator::Origin::User: return WorkingPanel::tr("as you wrote it");
    case estimator::Origin::Import: return WorkingPanel::tr("imported: %1").arg(said(figure.source()));
    case estimator::Origin::Profile: return WorkingPanel::tr("engine: %1").arg(said(figure.source()));
    case estimator::Origin::Default: return WorkingPanel::tr("assumed: %1").arg(said(figure.source()));
    }
    return {};
}

} // namespace

WorkingPanel::WorkingPanel(Workbench& workbench, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_hint(new QLabel(
          tr("Click any number to see how it was computed, down to what you wrote and the engine's constants."), this))
    , m_tree(new QTreeWidget(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_hint->setProperty("role", "muted");
    m_hint->setContentsMargins(kSpaceAround, kSpaceBetween, kSpaceAround, kSpaceBetween);
    m_hint->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_hint->setWordWrap(true);
    m_tree->setColumnCount(3);
    m_tree->setHeaderLabels({tr("Figure"), tr("Value"), tr("How")});
    m_tree->headerItem()->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Interactive);
    m_tree->header()->setStretchLastSection(true);
    m_tree->setColumnWidth(0, 300);
    m_tree->setColumnWidth(1, 130);
    m_tree->setAccessibleName(tr("Working"));
    m_tree->setUniformRowHeights(true);
    m_tree->hide();
    column->addWidget(m_hint);
    column->addWidget(m_tree, 1);
    connect(&workbench, &Workbench::workingRequested, this, &WorkingPanel::setFigure);
    connect(m_tree, &QTreeWidget::itemActivated, this,
            [this](QTreeWidgetItem* item) { follow(item->data(0, Qt::UserRole).toString()); });
}

void WorkingPanel::setFigure(const estimator::Figure& figure) {
    m_figure = figure;
    m_tree->clear();
    add(m_tree->invisibleRootItem(), figure, 0);
    m_tree->expandToDepth(1);
    m_tree->setCurrentItem(m_tree->topLevelItem(0));
    m_hint->hide();
    m_tree->show();
}

void WorkingPanel::add(QTreeWidgetItem* parent, const estimator::Figure& figure, int depth) {
    const QString how = originText(figure);
    auto* item = new QTreeWidgetItem(parent, {said(figure.name()), formatNumber(figure), how});
    item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    item->setFont(1, tabularFont(TextSize::Body, depth == 0));
    item->setForeground(2, palette().brush(QPalette::PlaceholderText));
    item->setToolTip(1, formatExactly(figure));
    item->setToolTip(2, how);
    item->setData(0, Qt::UserRole, QString::fromStdString(figure.path()));
    if (depth < kDeepest)
        for (const estimator::Figure& input : figure.inputs())
            add(item, input, depth + 1);
}

void WorkingPanel::follow(const QString& path) {
    static const QRegularExpression kPath(QStringLiteral("^(entity|pattern|relationship|layout):(\\d+)"));
    const QRegularExpressionMatch match = kPath.match(path);
    if (!match.hasMatch())
        return;
    const std::uint64_t id = match.captured(2).toULongLong();
    const QString kind = match.captured(1);
    if (kind == QLatin1String("entity")) {
        m_workbench.goTo(QStringLiteral("entities"));
        m_workbench.selection().selectEntity(model::EntityId{id});
    } else if (kind == QLatin1String("relationship")) {
        m_workbench.goTo(QStringLiteral("entities"));
        m_workbench.selection().selectRelationship(model::RelationshipId{id});
    } else if (kind == QLatin1String("pattern")) {
        m_workbench.goTo(QStringLiteral("access"));
        m_workbench.selection().selectPattern(model::PatternId{id});
    } else {
        m_workbench.goTo(QStringLiteral("physical"));
        m_workbench.selection().setLayout(model::LayoutId{id});
    }
}

} // namespace shardscape::app
