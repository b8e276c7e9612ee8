// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/entities/property_grid.h"

#include <algorithm>

#include <QHeaderView>
#include <QKeyEvent>
#include <QScopedValueRollback>

#include "model/edit/property_edits.h"

namespace shardscape::app {
namespace {

using model::Project;
using model::Property;
using model::Result;

constexpr int kGridRow = 26;

} // namespace

PropertyGrid::PropertyGrid(Workbench& workbench, QWidget* parent)
    : QTableWidget(1, kColumns, parent)
    , m_workbench(workbench) {
    setAccessibleName(tr("Tags and properties"));
    setToolTip(tr("A name alone is a tag. The last row takes a new one; Del removes. Ctrl+F finds #tag."));
    setHorizontalHeaderLabels({tr("Tag or property"), tr("Value")});
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(kGridRow);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(this, &QTableWidget::cellChanged, this, &PropertyGrid::commit);
    fill();
}

QSize PropertyGrid::sizeHint() const {
    return {240, horizontalHeader()->sizeHint().height() + kGridRow * rowCount() + 2};
}

QString PropertyGrid::nameAt(int row) const {
    return row < int(m_names.size()) ? QString::fromStdString(m_names[std::size_t(row)]) : QString();
}

void PropertyGrid::choose(std::vector<model::ColumnRef> objects) {
    m_objects = std::move(objects);
    fill();
}

void PropertyGrid::fill() {
    if (state() == EditingState || m_filling)
        return; // what is being typed is not taken away
    const QScopedValueRollback<bool> filling(m_filling, true);
    const int row = currentRow();
    const int column = currentColumn();
    m_names.clear();
    std::vector<const std::vector<Property>*> lists;
    for (const model::ColumnRef& object : m_objects)
        if (const std::vector<Property>* list = model::propertiesOf(*m_workbench.project(), object)) {
            lists.push_back(list);
            for (const Property& each : *list)
                if (std::find(m_names.begin(), m_names.end(), each.name) == m_names.end())
                    m_names.push_back(each.name);
        }
    setRowCount(int(m_names.size()) + 1);
    for (int i = 0; i < rowCount(); ++i) {
        const bool last = i == int(m_names.size());
        QString value;
        bool differs = false;
        if (!last) {
            const std::string* first =
                lists.empty() ? nullptr : model::valueOf(*lists.front(), m_names[std::size_t(i)]);
            for (const auto* list : lists) {
                const std::string* other = model::valueOf(*list, m_names[std::size_t(i)]);
                differs = differs || !other || !first || *other != *first;
            }
            value = differs || !first ? QString() : QString::fromStdString(*first);
        }
        auto* name = new QTableWidgetItem(nameAt(i));
        auto* cell = new QTableWidgetItem(value);
        if (last) {
            name->setToolTip(tr("Type the name of a tag or property"));
            cell->setFlags(cell->flags() & ~Qt::ItemIsEditable);
            name->setData(Qt::AccessibleTextRole, tr("New tag or property"));
        } else if (differs) {
            cell->setData(Qt::UserRole, true);
            cell->setText(tr("they differ"));
            cell->setForeground(m_workbench.theme().theme().color(Role::Muted));
        }
        setItem(i, Name, name);
        setItem(i, Value, cell);
    }
    if (row >= 0)
        setCurrentCell(std::min(row, rowCount() - 1), std::max(column, 0), QItemSelectionModel::NoUpdate);
    updateGeometry();
    setFixedHeight(sizeHint().height());
}

bool PropertyGrid::each(const QString& label,
                        const std::function<Result<Project>(const Project&, model::ColumnRef)>& change) {
    return m_workbench.apply(label, [change, objects = m_objects](const Project& project) -> Result<Project> {
        Result<Project> after = project;
        for (const model::ColumnRef& object : objects)
            if (after)
                after = change(Project(*after), object);
        return after;
    });
}

void PropertyGrid::commit(int row, int column) {
    if (m_filling)
        return;
    const QString text = item(row, column)->text().trimmed();
    const std::string name = nameAt(row).toStdString();
    if (column == Value && !name.empty()) {
        const bool differs = item(row, Value)->data(Qt::UserRole).toBool();
        if (!(differs && text == tr("they differ")))
            each(tr("Property %1").arg(nameAt(row)),
                 [name, value = text.toStdString()](const Project& project, auto of) {
                     return model::putProperty(project, of, {name, value});
                 });
    } else if (column == Name && name.empty() && !text.isEmpty()) {
        // One that some of them have keeps its value there.
        each(tr("Tag %1").arg(text), [typed = text.toStdString()](const Project& project, auto of) -> Result<Project> {
            const std::size_t first = typed.find_first_not_of("# ");
            const std::vector<Property>* list = model::propertiesOf(project, of);
            if (first != std::string::npos && list && model::valueOf(*list, typed.substr(first)))
                return project;
            return model::putProperty(project, of, {typed, {}});
        });
    } else if (column == Name && !name.empty() && text.isEmpty()) {
        each(tr("Remove %1").arg(nameAt(row)),
             [name](const Project& project, auto of) { return model::removeProperty(project, of, name); });
    } else if (column == Name && !name.empty() && text != nameAt(row)) {
        each(tr("Rename %1").arg(nameAt(row)),
             [name, typed = text.toStdString()](const Project& project, auto of) -> Result<Project> {
                 const std::vector<Property>* list = model::propertiesOf(project, of);
                 return list && model::valueOf(*list, name) ? model::renameProperty(project, of, name, typed)
                                                            : Result<Project>(project);
             });
    }
    // The editor is still open here; what it showed goes back if it was refused.
    QMetaObject::invokeMethod(this, &PropertyGrid::fill, Qt::QueuedConnection);
}

void PropertyGrid::editCell(int row, int column) {
    setCurrentCell(row, column);
    edit(model()->index(row, column));
}

void PropertyGrid::closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) {
    const int row = currentRow();
    const int column = currentColumn();
    const bool added =
        row == int(m_names.size()) && column == Name && item(row, Name) && !item(row, Name)->text().trimmed().isEmpty();
    QTableWidget::closeEditor(editor, QAbstractItemDelegate::NoHint);
    fill();
    // As in the grid of columns: Tab goes on to the value, Enter to the next tag.
    if (hint == QAbstractItemDelegate::EditNextItem && column == Name && row < int(m_names.size()))
        editCell(row, Value);
    else if ((hint == QAbstractItemDelegate::EditNextItem && column == Value) ||
             (hint == QAbstractItemDelegate::SubmitModelCache && (added || row == int(m_names.size()) - 1) &&
              row < int(m_names.size())))
        editCell(row + 1, Name);
    else if (hint == QAbstractItemDelegate::EditPreviousItem && column == Value)
        editCell(row, Name);
}

void PropertyGrid::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && currentItem()) {
        if (currentItem()->flags().testFlag(Qt::ItemIsEditable))
            editItem(currentItem());
        return;
    }
    if ((event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) && currentRow() >= 0) {
        if (const std::string name = nameAt(currentRow()).toStdString(); !name.empty()) {
            each(tr("Remove %1").arg(nameAt(currentRow())),
                 [name](const Project& project, auto of) { return model::removeProperty(project, of, name); });
            fill();
        }
        return;
    }
    QTableWidget::keyPressEvent(event);
}

} // namespace shardscape::app
