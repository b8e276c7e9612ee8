// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QWidget>

#include "app/document/document.h"

class QListView;

namespace shardscape::app {

/// The steps of a document, newest last; row 0 is the state it was opened in.
class HistoryModel : public QAbstractListModel {
    Q_OBJECT
public:
    explicit HistoryModel(Document& document, QObject* parent = nullptr);
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    Document& m_document;
    int m_rows = 1;
};

/// Every step since the project was opened; choosing one goes there, and nothing is lost until the next edit.
class HistoryPanel : public QWidget {
    Q_OBJECT
public:
    explicit HistoryPanel(Document& document, QWidget* parent = nullptr);

private:
    Document& m_document;
    HistoryModel* m_model;
    QListView* m_view;
};

} // namespace shardscape::app
