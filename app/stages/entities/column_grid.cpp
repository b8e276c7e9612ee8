// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/entities/column_grid.h"

#include <QCompleter>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStyledItemDelegate>

#include "app/document/type_text.h"
#include "model/edit/attribute_edits.h"

namespace shardscape::app {
namespace {

constexpr int kGridRow = 26;

/// Offers the known types while one is typed.
class CellDelegate : public QStyledItemDelegate {
public:
    CellDelegate(Workbench& workbench, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_workbench(workbench) {}
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override {
        QWidget* editor = QStyledItemDelegate::createEditor(parent, option, index);
        auto* field = qobject_cast<QLineEdit*>(editor);
        if (!field)
            return editor;
        field->setStyleSheet(QStringLiteral("QLineEdit { padding: 0 4px; min-height: 0; border-radius: 0; }"));
        if (index.column() == ColumnModel::Type) {
            QStringList words;
            for (const std::string& word : typeWords(*m_workbench.project()))
                words << QString::fromStdString(word);
            auto* completer = new QCompleter(words, field);
            completer->setCompletionMode(QCompleter::InlineCompletion);
            completer->setCaseSensitivity(Qt::CaseInsensitive);
            field->setCompleter(completer);
        }
        return editor;
    }

private:
    Workbench& m_workbench;
};

} // namespace

ColumnGrid::ColumnGrid(Workbench& workbench, CanvasCommands& commands, ColumnModel* model, QWidget* parent)
    : QTableView(parent)
    , m_workbench(workbench)
    , m_commands(commands)
    , m_model(model) {
    setObjectName(QStringLiteral("columnGrid"));
    setAccessibleName(tr("Columns"));
    setModel(model);
    setItemDelegate(new CellDelegate(workbench, this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed);
    setShowGrid(false);
    setTabKeyNavigation(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(kGridRow);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(ColumnModel::Name, QHeaderView::Stretch);
    horizontalHeader()->resizeSection(ColumnModel::Key, 48);
    horizontalHeader()->resizeSection(ColumnModel::Type, 96);
    horizontalHeader()->resizeSection(ColumnModel::Nullable, 52);
    horizontalHeader()->setMinimumSectionSize(24);
    horizontalHeader()->setHighlightSections(false);
    const auto grow = [this] {
        updateGeometry();
        setFixedHeight(sizeHint().height());
    };
    connect(model, &QAbstractItemModel::modelReset, this, grow);
    connect(model, &QAbstractItemModel::rowsInserted, this, grow);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        if (hasFocus() && now.isValid())
            m_workbench.selection().selectAttribute(m_model->entity(), m_model->attributeAt(now.row()));
    });
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &ColumnGrid::chosenChanged);
    grow();
}

std::vector<model::AttributeId> ColumnGrid::chosen() const {
    std::vector<model::AttributeId> columns;
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (selectionModel()->isRowSelected(row))
            columns.push_back(m_model->attributeAt(row));
    return columns;
}

QSize ColumnGrid::sizeHint() const {
    return {240, horizontalHeader()->sizeHint().height() + kGridRow * m_model->rowCount() + 2};
}

void ColumnGrid::addRow() {
    if (m_commands.addColumn(m_model->entity()))
        editCell(m_model->rowCount() - 1, ColumnModel::Name);
}

void ColumnGrid::editCell(int row, int column) {
    const QModelIndex index = m_model->index(row, column);
    setCurrentIndex(index);
    scrollTo(index);
    edit(index);
}

void ColumnGrid::closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) {
    const QModelIndex cell = currentIndex();
    const bool last = cell.row() == m_model->rowCount() - 1;
    QTableView::closeEditor(editor, QAbstractItemDelegate::NoHint);
    if (hint == QAbstractItemDelegate::EditNextItem) {
        if (cell.column() == ColumnModel::Name)
            editCell(cell.row(), ColumnModel::Type);
        else if (!last)
            editCell(cell.row() + 1, ColumnModel::Name);
        else
            addRow();
    } else if (hint == QAbstractItemDelegate::EditPreviousItem) {
        if (cell.column() == ColumnModel::Type)
            editCell(cell.row(), ColumnModel::Name);
        else if (cell.row() > 0)
            editCell(cell.row() - 1, ColumnModel::Type);
    } else if (hint == QAbstractItemDelegate::SubmitModelCache && last) {
        addRow();
    }
}

bool ColumnGrid::focusNextPrevChild(bool next) {
    const QModelIndex cell = currentIndex();
    const bool end = next ? cell.row() == m_model->rowCount() - 1 && cell.column() == m_model->columnCount() - 1
                          : cell.row() == 0 && cell.column() == 0;
    const bool within = cell.isValid() && !end;
    return within ? QTableView::focusNextPrevChild(next) : QAbstractScrollArea::focusNextPrevChild(next);
}

void ColumnGrid::keyPressEvent(QKeyEvent* event) {
    const QModelIndex cell = currentIndex();
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && cell.isValid()) {
        if (cell.flags().testFlag(Qt::ItemIsEditable))
            edit(cell);
        return;
    }
    if ((event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) && cell.isValid()) {
        if (const std::vector<model::AttributeId> columns = chosen(); columns.size() > 1) {
            m_workbench.apply(tr("Delete %n columns", nullptr, int(columns.size())),
                              [entity = m_model->entity(), columns](const model::Project& project) {
                                  return model::removeAttributes(project, entity, columns, model::Removal::Refuse);
                              });
            return;
        }
        m_workbench.selection().selectAttribute(m_model->entity(), m_model->attributeAt(cell.row()));
        m_commands.deleteSelected();
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace shardscape::app
