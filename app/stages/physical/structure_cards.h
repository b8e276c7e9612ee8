// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QListView>
#include <QStyledItemDelegate>

#include "app/document/document.h"
#include "app/jobs/analysis.h"

namespace shardscape::app {

class ThemeScope;

/// The structures of one design for cards: name, kind, keys, size, load and which patterns they serve.
class StructureCardModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum CardRole { kKindRole = Qt::UserRole + 1, kLinesRole, kServesRole, kUsedRole };

    using QAbstractListModel::QAbstractListModel;

    /// "used" are the structures of the chosen plan; they are marked.
    void setEstimate(ProjectPtr project, AnalysisPtr owner, const estimator::Estimate* estimate);
    void setUsed(const QStringList& used);
    int rowOf(const QString& structure) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QStringList lines(int row) const;
    QString serves(int row) const;

    ProjectPtr m_project;
    AnalysisPtr m_owner;
    const estimator::Estimate* m_estimate = nullptr;
    QStringList m_used;
};

/// One card: name and kind, lines of a muted word and its value, patterns at the foot.
class StructureCardDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    StructureCardDelegate(ThemeScope& scope, QObject* parent);

    void setWidth(int width) { m_width = width; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    ThemeScope& m_scope;
    int m_width = 280;
};

/// The cards side by side, as many to a line as fit; arrow keys walk.
class StructureCards : public QListView {
    Q_OBJECT
public:
    StructureCards(ThemeScope& scope, StructureCardModel* model, QWidget* parent = nullptr);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    StructureCardDelegate* m_delegate;
};

/// Key parts in words: "user_id, created_at ↓"; "–" for none.
QString keyText(const std::vector<model::StructureKeyPart>& parts);
/// A kind of structure in the user's words.
QString kindText(model::StructureKind kind);

} // namespace shardscape::app
