// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/outline_panel.h"

#include <algorithm>
#include <unordered_map>

#include <QKeyEvent>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QTreeView>
#include <QVBoxLayout>

#include "app/document/type_text.h"
#include "app/theme/metrics.h"

namespace shardscape::app {

OutlineModel::OutlineModel(Workbench& workbench, CanvasCommands& commands, QObject* parent)
    : QAbstractItemModel(parent)
    , m_workbench(workbench)
    , m_commands(commands) {
    connect(&workbench.document(), &Document::changed, this, [this](const Change& change) {
        if (!change.before || !change.before->entities.sameVersion(change.after->entities) ||
            !change.before->relationships.sameVersion(change.after->relationships))
            rebuild();
    });
    rebuild();
}

void OutlineModel::rebuild() {
    const model::Project& project = *m_workbench.project();
    std::vector<Group> groups;
    std::unordered_map<model::EntityId, std::vector<Line>> leaving;
    for (const model::Relationship& relationship : project.relationships)
        leaving[relationship.child].push_back({relationship.child, {}, relationship.id});
    for (const auto& entity : project.entities.pointers()) {
        Group group{entity, {}};
        for (const model::Attribute& attribute : entity->attributes)
            group.lines.push_back({entity->id, attribute.id, {}});
        const auto at = leaving.find(entity->id);
        if (at != leaving.end())
            group.lines.insert(group.lines.end(), at->second.begin(), at->second.end());
        groups.push_back(std::move(group));
    }
    std::stable_sort(groups.begin(), groups.end(),
                     [](const Group& a, const Group& b) { return a.entity->name < b.entity->name; });
    const bool sameShape =
        groups.size() == m_groups.size() &&
        std::equal(groups.begin(), groups.end(), m_groups.begin(),
                   [](const Group& a, const Group& b) { return a.entity->id == b.entity->id && a.lines == b.lines; });
    if (sameShape) {
        m_groups = std::move(groups);
        for (int row = 0; row < int(m_groups.size()); ++row) {
            const QModelIndex group = index(row, 0);
            emit dataChanged(index(0, 0, group), index(int(m_groups[std::size_t(row)].lines.size()) - 1, 0, group));
        }
        if (!m_groups.empty())
            emit dataChanged(index(0, 0), index(int(m_groups.size()) - 1, 0));
        return;
    }
    beginResetModel();
    m_groups = std::move(groups);
    endResetModel();
}

// The internal id is 0 for an entity and 1 + its row for what is below it.
QModelIndex OutlineModel::index(int row, int column, const QModelIndex& parent) const {
    if (column != 0 || row < 0 || row >= rowCount(parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row() + 1) : quintptr(0));
}

QModelIndex OutlineModel::parent(const QModelIndex& index) const {
    return !index.isValid() || index.internalId() == 0 ? QModelIndex()
                                                       : createIndex(int(index.internalId()) - 1, 0, quintptr(0));
}

int OutlineModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid())
        return int(m_groups.size());
    return parent.internalId() == 0 ? int(m_groups[std::size_t(parent.row())].lines.size()) : 0;
}

int OutlineModel::columnCount(const QModelIndex&) const {
    return 1;
}

OutlineModel::Line OutlineModel::lineAt(const QModelIndex& index) const {
    if (!index.isValid())
        return {};
    if (index.internalId() == 0)
        return {m_groups[std::size_t(index.row())].entity->id, {}, {}};
    return m_groups[index.internalId() - 1].lines[std::size_t(index.row())];
}

QModelIndex OutlineModel::indexOf(const Line& line) const {
    for (std::size_t g = 0; g < m_groups.size(); ++g) {
        if (line.entity && m_groups[g].entity->id != line.entity)
            continue;
        if (!line.attribute && !line.relationship)
            return index(int(g), 0);
        for (std::size_t i = 0; i < m_groups[g].lines.size(); ++i)
            if (m_groups[g].lines[i].attribute == line.attribute &&
                m_groups[g].lines[i].relationship == line.relationship)
                return index(int(i), 0, index(int(g), 0));
    }
    return {};
}

QString OutlineModel::text(const Group& group, const Line& line) const {
    const model::Project& project = *m_workbench.project();
    if (const model::Attribute* attribute = group.entity->find(line.attribute))
        return QString::fromStdString(attribute->name);
    const model::Relationship* relationship = project.relationships.find(line.relationship);
    const model::Entity* parent = relationship ? project.entities.find(relationship->parent) : nullptr;
    return parent ? QStringLiteral("→ ") + QString::fromStdString(project.displayName(*parent)) : QString();
}

QVariant OutlineModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const bool top = index.internalId() == 0;
    const Group& group = m_groups[top ? std::size_t(index.row()) : index.internalId() - 1];
    const Line line = lineAt(index);
    if (role == Qt::FontRole)
        return textFont(TextSize::Body, top);
    if (role == Qt::EditRole)
        return top ? QString::fromStdString(group.entity->name) : text(group, line);
    if (role == Qt::DisplayRole)
        return top ? QString::fromStdString(m_workbench.project()->displayName(*group.entity)) : text(group, line);
    if (role == Qt::ToolTipRole || role == Qt::AccessibleDescriptionRole) {
        if (const model::Attribute* attribute = top ? nullptr : group.entity->find(line.attribute))
            return QString::fromStdString(typeText(*m_workbench.project(), attribute->type));
        return top ? tr("Entity, columns: %n", nullptr, int(group.entity->attributes.size())) : tr("Relationship");
    }
    return {};
}

Qt::ItemFlags OutlineModel::flags(const QModelIndex& index) const {
    const Line line = lineAt(index);
    const Qt::ItemFlags base = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return line.relationship ? base : base | Qt::ItemIsEditable;
}

bool OutlineModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const Line line = lineAt(index);
    const QString name = value.toString().trimmed();
    if (role != Qt::EditRole || name.isEmpty() || name == data(index, Qt::EditRole).toString())
        return false;
    return line.attribute ? m_commands.renameColumn({line.entity, line.attribute}, name)
                          : m_commands.rename(line.entity, name);
}

OutlinePanel::OutlinePanel(Workbench& workbench, CanvasCommands& commands, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_commands(commands)
    , m_model(new OutlineModel(workbench, commands, this))
    , m_filtered(new QSortFilterProxyModel(this))
    , m_filter(new QLineEdit(this))
    , m_tree(new QTreeView(this)) {
    setObjectName(QStringLiteral("outline"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kSpaceInside, kSpaceInside, 0, 0);
    column->setSpacing(kSpaceTight);
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter the outline"));
    m_filter->setClearButtonEnabled(true);
    m_filtered->setSourceModel(m_model);
    m_filtered->setRecursiveFilteringEnabled(true);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_tree->setModel(m_filtered);
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(14);
    m_tree->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setAccessibleName(tr("Outline"));
    m_tree->installEventFilter(this);
    column->addWidget(m_filter);
    column->addWidget(m_tree, 1);
    connect(m_filter, &QLineEdit::textChanged, m_filtered, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& now) { choose(now); });
    const auto reveal = [this](const QModelIndex& index) {
        emit revealRequested(m_model->lineAt(m_filtered->mapToSource(index)).entity);
    };
    connect(m_tree, &QTreeView::doubleClicked, this, reveal);
    connect(m_tree, &QTreeView::clicked, this, reveal);
    connect(&workbench.selection(), &Selection::changed, this, &OutlinePanel::follow);
}

void OutlinePanel::choose(const QModelIndex& index) {
    if (m_following || !index.isValid())
        return;
    m_following = true;
    const OutlineModel::Line line = m_model->lineAt(m_filtered->mapToSource(index));
    if (line.relationship)
        m_workbench.selection().selectRelationship(line.relationship);
    else
        m_workbench.selection().selectAttribute(line.entity, line.attribute);
    m_following = false;
}

void OutlinePanel::follow() {
    if (m_following)
        return;
    const Selected& selected = m_workbench.selection().value();
    if (!selected.entity() && !selected.relationship())
        return;
    m_following = true;
    const QModelIndex index =
        m_filtered->mapFromSource(m_model->indexOf({selected.entity(), selected.attribute, selected.relationship()}));
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
    m_following = false;
}

bool OutlinePanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Delete || key->key() == Qt::Key_Backspace) {
            m_commands.deleteSelected();
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            emit revealRequested(m_model->lineAt(m_filtered->mapToSource(m_tree->currentIndex())).entity);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace shardscape::app
