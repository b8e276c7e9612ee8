// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/access/statement_model.h"

#include <algorithm>
#include <array>

#include "app/document/type_text.h"

namespace shardscape::app {

using model::AttributeId;
using Kind = model::StatementShape::Kind;
using Range = model::StatementShape::Range;
using Order = model::StatementShape::Order;

namespace {

constexpr std::array<const char*, 5> kSigns{">=", ">", "<=", "<", "BETWEEN"};

QString signText(const std::string& sign) {
    return sign == ">="        ? QStringLiteral("≥ ?")
           : sign == "<="      ? QStringLiteral("≤ ?")
           : sign == "BETWEEN" ? StatementModel::tr("between ? and ?")
                               : QString::fromStdString(sign) + QStringLiteral(" ?");
}

template <class List> auto rangeOf(List& list, AttributeId id) {
    return std::find_if(list.begin(), list.end(), [&](const Range& range) { return range.attribute == id; });
}
template <class List> auto orderOf(List& list, AttributeId id) {
    return std::find_if(list.begin(), list.end(), [&](const Order& order) { return order.attribute == id; });
}

} // namespace

void StatementModel::setShape(ProjectPtr project, const model::StatementShape& shape) {
    const model::Entity* next = project->entities.find(shape.entity);
    const int rows = next ? int(next->attributes.size()) : 0;
    const bool same = m_project && rows == m_rows && shape.entity == m_shape.entity;
    if (!same)
        beginResetModel();
    m_project = std::move(project);
    m_shape = shape;
    m_rows = rows;
    if (!same)
        endResetModel();
    else if (m_rows > 0)
        emit dataChanged(index(0, 0), index(m_rows - 1, kColumns - 1));
    emit headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
}

const model::Entity* StatementModel::entity() const {
    return m_project ? m_project->entities.find(m_shape.entity) : nullptr;
}
bool StatementModel::finds() const {
    return m_shape.kind != Kind::Insert;
}
bool StatementModel::sorts() const {
    return m_shape.kind == Kind::Read;
}
bool StatementModel::uses() const {
    return m_shape.kind != Kind::Count && m_shape.kind != Kind::Delete;
}
bool StatementModel::isUsed(AttributeId id) const {
    const bool all = m_shape.columns.empty() && (m_shape.kind == Kind::Read || m_shape.kind == Kind::Insert);
    return all || std::find(m_shape.columns.begin(), m_shape.columns.end(), id) != m_shape.columns.end();
}

int StatementModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_rows;
}
int StatementModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(kColumns);
}

QString StatementModel::cell(const model::Attribute& attribute, int column) const {
    const AttributeId id = attribute.id;
    const auto fixed = m_shape.fixed.find(id);
    switch (column) {
    case Name: return QString::fromStdString(attribute.name);
    case FindBy:
        if (!finds())
            return {};
        if (std::count(m_shape.equal.begin(), m_shape.equal.end(), id))
            return fixed == m_shape.fixed.end() ? QStringLiteral("= ?")
                                                : QStringLiteral("= ") + QString::fromStdString(fixed->second);
        if (const auto at = rangeOf(m_shape.range, id); at != m_shape.range.end())
            return signText(at->sign);
        return QStringLiteral("–");
    case Sort: {
        if (!sorts())
            return {};
        const auto at = orderOf(m_shape.order, id);
        if (at == m_shape.order.end())
            return QStringLiteral("–");
        const QString arrow = at->descending ? QStringLiteral("↓") : QStringLiteral("↑");
        return m_shape.order.size() == 1 ? arrow
                                         : QStringLiteral("%1 %2").arg(at - m_shape.order.begin() + 1).arg(arrow);
    }
    default: return {};
    }
}

QVariant StatementModel::data(const QModelIndex& index, int role) const {
    const model::Entity* shown = entity();
    if (!index.isValid() || !shown || index.row() >= m_rows)
        return {};
    const model::Attribute& attribute = shown->attributes[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole: return cell(attribute, index.column());
    case Qt::CheckStateRole:
        return index.column() == Use && uses() ? QVariant(isUsed(attribute.id) ? Qt::Checked : Qt::Unchecked)
                                               : QVariant();
    case Qt::ToolTipRole:
        switch (index.column()) {
        case Name: return QString::fromStdString(typeText(*m_project, attribute.type));
        case FindBy: return finds() ? tr("Click or press Space: equal to, at least, at most, between") : QVariant();
        case Sort: return sorts() ? tr("Click or press Space: ascending, descending, not at all") : QVariant();
        default: return {};
        }
    case Qt::AccessibleTextRole:
        if (index.column() == Use)
            return isUsed(attribute.id) ? tr("used") : tr("not used");
        return cell(attribute, index.column());
    default: return {};
    }
}

QVariant StatementModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Column");
    case FindBy: return tr("Find by");
    case Sort: return tr("Sort");
    default: return m_shape.kind == Kind::Read ? tr("Return") : tr("Write");
    }
}

Qt::ItemFlags StatementModel::flags(const QModelIndex& index) const {
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

void StatementModel::advance(const QModelIndex& index) {
    const model::Entity* shown = entity();
    if (!index.isValid() || !shown || index.row() >= m_rows)
        return;
    const model::StatementShape before = m_shape;
    const AttributeId id = shown->attributes[std::size_t(index.row())].id;
    if (index.column() == FindBy && finds())
        advanceFind(id);
    else if (index.column() == Sort && sorts())
        advanceSort(id);
    else if (index.column() == Use && uses())
        advanceUse(id);
    if (m_shape == before)
        return;
    emit dataChanged(this->index(0, 0), this->index(m_rows - 1, kColumns - 1));
    emit edited(m_shape);
}

/// Nothing, equal, then each sign.
void StatementModel::advanceFind(AttributeId id) {
    m_shape.fixed.erase(id);
    if (std::erase(m_shape.equal, id) > 0) {
        m_shape.range.push_back({id, kSigns.front()});
        return;
    }
    const auto at = rangeOf(m_shape.range, id);
    if (at == m_shape.range.end()) {
        m_shape.equal.push_back(id);
        return;
    }
    const auto sign = std::find(kSigns.begin(), kSigns.end(), at->sign);
    if (sign == kSigns.end() || sign + 1 == kSigns.end())
        m_shape.range.erase(at);
    else
        at->sign = *(sign + 1);
}

void StatementModel::advanceSort(AttributeId id) {
    const auto at = orderOf(m_shape.order, id);
    if (at == m_shape.order.end())
        m_shape.order.push_back({id, false});
    else if (!at->descending)
        at->descending = true;
    else
        m_shape.order.erase(at);
    if (m_shape.order.empty() && m_shape.paging == model::Paging::Cursor)
        m_shape.paging = model::Paging::None;
}

void StatementModel::advanceUse(AttributeId id) {
    const bool all = m_shape.columns.empty() && (m_shape.kind == Kind::Read || m_shape.kind == Kind::Insert);
    const model::Entity& shown = *entity();
    std::vector<AttributeId> used;
    for (const model::Attribute& attribute : shown.attributes)
        if ((isUsed(attribute.id)) != (attribute.id == id))
            used.push_back(attribute.id);
    m_shape.given.erase(id);
    if (used.empty()) // something must be read or written
        return;
    m_shape.columns = used.size() == shown.attributes.size() && !all && m_shape.kind == Kind::Read
                          ? std::vector<AttributeId>()
                          : used;
}

} // namespace shardscape::app
