// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/entities/column_model.h"

#include <algorithm>

#include "app/document/type_text.h"
#include "app/theme/metrics.h"
#include "model/edit/attribute_edits.h"
#include "model/edit/key_edits.h"

namespace shardscape::app {

using model::Project;

ColumnModel::ColumnModel(Workbench& workbench, CanvasCommands& commands, QObject* parent)
    : QAbstractTableModel(parent)
    , m_workbench(workbench)
    , m_commands(commands) {}

void ColumnModel::setEntity(model::EntityId entity) {
    if (entity == m_entity)
        return refresh();
    m_entity = entity;
    beginResetModel();
    m_shown = m_workbench.project()->entities.pointer(entity);
    m_rows = m_shown ? int(m_shown->attributes.size()) : 0;
    endResetModel();
}

void ColumnModel::refresh() {
    auto now = m_workbench.project()->entities.pointer(m_entity);
    if (now == m_shown)
        return;
    const auto ids = [](const model::Entity& entity) {
        std::vector<model::AttributeId> list;
        for (const model::Attribute& attribute : entity.attributes)
            list.push_back(attribute.id);
        return list;
    };
    const int rows = now ? int(now->attributes.size()) : 0;
    const auto before = m_shown ? ids(*m_shown) : std::vector<model::AttributeId>{};
    const auto after = now ? ids(*now) : std::vector<model::AttributeId>{};
    // A row added at the end keeps the cell that is being edited next to it.
    if (before == after) {
        m_shown = std::move(now);
        if (rows > 0)
            emit dataChanged(index(0, 0), index(rows - 1, kColumns - 1));
    } else if (after.size() == before.size() + 1 && std::equal(before.begin(), before.end(), after.begin())) {
        beginInsertRows({}, m_rows, m_rows);
        m_shown = std::move(now);
        m_rows = rows;
        endInsertRows();
    } else {
        beginResetModel();
        m_shown = std::move(now);
        m_rows = rows;
        endResetModel();
    }
}

model::AttributeId ColumnModel::attributeAt(int row) const {
    return row >= 0 && row < m_rows ? m_shown->attributes[std::size_t(row)].id : model::AttributeId{};
}

int ColumnModel::rowOf(model::AttributeId attribute) const {
    for (int row = 0; row < m_rows; ++row)
        if (m_shown->attributes[std::size_t(row)].id == attribute)
            return row;
    return -1;
}

int ColumnModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_rows;
}
int ColumnModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(kColumns);
}

bool ColumnModel::inPrimaryKey(const model::Attribute& attribute) const {
    const model::Key* key = m_shown->primaryKey();
    return key && std::find(key->attributes.begin(), key->attributes.end(), attribute.id) != key->attributes.end();
}

QVariant ColumnModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= m_rows)
        return {};
    const model::Attribute& attribute = m_shown->attributes[std::size_t(index.row())];
    if (role == Qt::CheckStateRole && index.column() == Key)
        return inPrimaryKey(attribute) ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::CheckStateRole && index.column() == Nullable)
        return attribute.nullable ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::ToolTipRole) {
        switch (index.column()) {
        case Key: return tr("Part of the primary key");
        case Nullable: return tr("May be null");
        default: return QString::fromStdString(attribute.comment);
        }
    }
    if (role == Qt::AccessibleTextRole && index.column() == Key)
        return inPrimaryKey(attribute) ? tr("primary key") : tr("no key");
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    switch (index.column()) {
    case Name: return QString::fromStdString(attribute.name);
    case Type: return QString::fromStdString(typeText(*m_workbench.project(), attribute.type));
    default: return {};
    }
}

QVariant ColumnModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    const QStringList titles{tr("Key"), tr("Name"), tr("Type"), tr("Null")};
    if (role == Qt::DisplayRole)
        return titles.value(section);
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    return {};
}

Qt::ItemFlags ColumnModel::flags(const QModelIndex& index) const {
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags base = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return index.column() == Key || index.column() == Nullable ? base | Qt::ItemIsUserCheckable
                                                               : base | Qt::ItemIsEditable;
}

void ColumnModel::setPrimaryKey(const model::Attribute& attribute, bool in) {
    std::vector<model::AttributeId> columns;
    if (const model::Key* key = m_shown->primaryKey())
        columns = key->attributes;
    std::erase(columns, attribute.id);
    if (in)
        columns.push_back(attribute.id);
    m_workbench.apply(tr("Primary key of %1").arg(QString::fromStdString(m_shown->name)),
                      [entity = m_entity, columns](const Project& project) {
                          return model::setPrimaryKey(project, entity, columns);
                      });
}

bool ColumnModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!index.isValid() || index.row() >= m_rows)
        return false;
    const model::Attribute attribute = m_shown->attributes[std::size_t(index.row())];
    const model::ColumnRef column{m_entity, attribute.id};
    if (role == Qt::CheckStateRole) {
        const bool checked = value.toInt() == Qt::Checked;
        if (index.column() == Key)
            setPrimaryKey(attribute, checked);
        else
            m_workbench.apply(tr("Null of %1").arg(QString::fromStdString(attribute.name)),
                              [column, checked](const Project& project) {
                                  return model::setAttributeNullable(project, column, checked);
                              });
        return true;
    }
    const QString text = value.toString().trimmed();
    if (role != Qt::EditRole || text == data(index, Qt::EditRole).toString())
        return false;
    return index.column() == Name ? m_commands.renameColumn(column, text) : m_commands.retype(column, text);
}

} // namespace shardscape::app
