// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/history_panel.h"

#include <QGuiApplication>
#include <QListView>
#include <QLocale>
#include <QPalette>
#include <QVBoxLayout>

#include "app/theme/metrics.h"

namespace shardscape::app {

HistoryModel::HistoryModel(Document& document, QObject* parent)
    : QAbstractListModel(parent)
    , m_document(document) {
    connect(&m_document, &Document::historyChanged, this, [this] {
        beginResetModel();
        m_rows = int(m_document.steps().size()) + 1;
        endResetModel();
    });
}

int HistoryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_rows;
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= m_rows)
        return {};
    const int row = index.row();
    const bool done = row <= int(m_document.position());
    switch (role) {
    case Qt::DisplayRole: {
        if (row == 0)
            return tr("As opened");
        const Document::Step& step = m_document.steps()[row - 1];
        return QStringLiteral("%1   %2").arg(QLocale().toString(step.at.time(), QLocale::ShortFormat), step.label);
    }
    case Qt::FontRole: return textFont(TextSize::Body, row == int(m_document.position()));
    case Qt::ForegroundRole:
        return done ? QVariant() : QVariant(QGuiApplication::palette().brush(QPalette::Disabled, QPalette::Text));
    case Qt::ToolTipRole: return done ? tr("Go back to this step") : tr("Undone; go forward to this step");
    default: return {};
    }
}

HistoryPanel::HistoryPanel(Document& document, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_model(new HistoryModel(document, this))
    , m_view(new QListView(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kSpaceInside, 0, 0, 0);
    m_view->setModel(m_model);
    m_view->setUniformItemSizes(true);
    m_view->setAccessibleName(tr("History"));
    column->addWidget(m_view);
    const auto go = [this](const QModelIndex& index) { m_document.jump(std::size_t(index.row())); };
    connect(m_view, &QListView::clicked, this, go);
    connect(m_view, &QListView::activated, this, go);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        const QModelIndex current = m_model->index(int(m_document.position()));
        m_view->setCurrentIndex(current);
        m_view->scrollTo(current);
    });
}

} // namespace shardscape::app
