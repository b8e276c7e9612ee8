// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/physical/document_tree.h"

#include <algorithm>

#include <QHeaderView>

#include "app/document/type_text.h"
#include "app/theme/numbers.h"
#include "model/physical/derive.h"
#include "model/physical/document_shape.h"

namespace shardscape::app {
namespace {

constexpr int kMostRows = 14; ///< before it scrolls

int rowsOf(const QTreeWidgetItem* item) {
    int rows = 1;
    for (int i = 0; item->isExpanded() && i < item->childCount(); ++i)
        rows += rowsOf(item->child(i));
    return rows;
}

} // namespace

DocumentTree::DocumentTree(Workbench& workbench, QWidget* parent)
    : QTreeWidget(parent)
    , m_workbench(workbench) {
    setObjectName(QStringLiteral("documentTree"));
    setAccessibleName(tr("Documents"));
    setToolTip(tr("What a document looks like: children that lie inside their parent are indented"));
    setHeaderLabels({tr("Document"), tr("Type"), tr("How many")});
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    header()->setStretchLastSection(false);
    setUniformRowHeights(true);
    connect(this, &QTreeWidget::itemClicked, this, [this](const QTreeWidgetItem* item) {
        const model::EntityId entity{item->data(0, Qt::UserRole).toULongLong()};
        const model::AttributeId attribute{item->data(0, Qt::UserRole + 1).toULongLong()};
        const model::Entity* found = m_workbench.project()->entities.find(entity);
        if (!found)
            return;
        found->find(attribute) ? m_workbench.selection().selectAttribute(entity, attribute)
                               : m_workbench.selection().selectEntity(entity);
    });
    hide();
}

void DocumentTree::add(QTreeWidgetItem* parent, const model::DocumentField& field) {
    auto* item = new QTreeWidgetItem(parent);
    item->setText(0, QString::fromStdString(field.name));
    item->setData(0, Qt::UserRole, qulonglong(field.column.entity.value));
    item->setData(0, Qt::UserRole + 1, qulonglong(field.column.attribute.value));
    if (field.fields.empty()) {
        item->setText(1, QString::fromStdString(typeText(*m_workbench.project(), field.type)));
        return;
    }
    item->setText(1, field.list ? tr("list of documents") : tr("document"));
    const QString mean = formatNumber(field.mean, estimator::Unit::None);
    item->setText(2, !field.list ? tr("one at most")
                     : field.most
                         ? tr("about %1, at most %2").arg(mean, formatNumber(*field.most, estimator::Unit::None))
                         : tr("about %1").arg(mean));
    for (const model::DocumentField& inner : field.fields)
        add(item, inner);
    item->setExpanded(true);
}

void DocumentTree::refresh(const std::string& collection) {
    clear();
    const estimator::Estimate* estimate = m_workbench.estimate();
    const auto& catalogue = m_workbench.analysis().catalogue();
    const model::EngineProfile* profile = estimate && catalogue ? catalogue->find(estimate->design.engine) : nullptr;
    if (profile && profile->mapping == model::MappingFamily::Document) {
        const model::Structure* chosen = collection.empty() ? nullptr : estimate->design.find(collection);
        const model::Project& project = *m_workbench.project();
        const model::Layout* layout = project.layouts.find(m_workbench.selection().layout());
        const model::Project laid = layout ? model::withKept(project, *layout).project : project;
        for (const model::DocumentShape& shape : model::documentShapes(laid)) {
            if (chosen ? shape.entity != chosen->entity : !shape.hasEmbedded())
                continue;
            auto* top = new QTreeWidgetItem(this);
            top->setText(0, QString::fromStdString(shape.name));
            top->setText(1, tr("collection"));
            top->setData(0, Qt::UserRole, qulonglong(shape.entity.value));
            for (const model::DocumentField& field : shape.fields)
                add(top, field);
            top->setExpanded(true);
        }
    }
    int rows = 0;
    for (int i = 0; i < topLevelItemCount(); ++i)
        rows += rowsOf(topLevelItem(i));
    setVisible(rows > 0);
    if (rows > 0)
        setFixedHeight(header()->sizeHint().height() + std::min(rows, kMostRows) * std::max(20, sizeHintForRow(0)) + 4);
}

} // namespace shardscape::app
