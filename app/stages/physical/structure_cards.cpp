// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/physical/structure_cards.h"

#include <algorithm>

#include <QPainter>
#include <QResizeEvent>

#include "app/theme/metrics.h"
#include "app/theme/numbers.h"
#include "app/theme/sentences.h"
#include "app/theme/theme_scope.h"

namespace shardscape::app {
namespace {

constexpr int kLeastWidth = 250;
constexpr int kGap = kSpaceBetween;
constexpr int kLines = 5;
constexpr QChar kSeparator(0x1F); ///< between the name and the value of a line

} // namespace

QString keyText(const std::vector<model::StructureKeyPart>& parts) {
    QStringList words;
    for (const model::StructureKeyPart& part : parts)
        words << QString::fromStdString(part.column) + (part.descending ? QStringLiteral(" ↓") : QString());
    return words.isEmpty() ? QStringLiteral("–") : words.join(QStringLiteral(", "));
}

QString kindText(model::StructureKind kind) {
    switch (kind) {
    case model::StructureKind::Table: return StructureCardModel::tr("table");
    case model::StructureKind::ItemTable: return StructureCardModel::tr("item table");
    case model::StructureKind::GlobalIndex: return StructureCardModel::tr("global index");
    case model::StructureKind::Cache: return StructureCardModel::tr("cache");
    }
    return {};
}

void StructureCardModel::setEstimate(ProjectPtr project, AnalysisPtr owner, const estimator::Estimate* estimate) {
    beginResetModel();
    m_project = std::move(project);
    m_owner = std::move(owner);
    m_estimate = estimate;
    endResetModel();
}

void StructureCardModel::setUsed(const QStringList& used) {
    if (used == m_used)
        return;
    m_used = used;
    if (rowCount() > 0)
        emit dataChanged(index(0), index(rowCount() - 1), {kUsedRole});
}

int StructureCardModel::rowOf(const QString& structure) const {
    for (int row = 0; row < rowCount(); ++row)
        if (index(row).data().toString() == structure)
            return row;
    return -1;
}

int StructureCardModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_estimate ? 0 : int(m_estimate->design.structures.size());
}

QStringList StructureCardModel::lines(int row) const {
    const model::Structure& structure = m_estimate->design.structures[std::size_t(row)];
    const auto line = [](const QString& name, const QString& value) { return name + kSeparator + value; };
    QStringList result;
    const model::StructureIndex* primary = nullptr;
    int secondary = 0;
    for (const model::StructureIndex& one : structure.indexes)
        one.primary ? void(primary = &one) : void(++secondary);
    if (structure.partitionKey.empty() && structure.sortKey.empty()) {
        result << line(tr("primary key"), primary ? keyText(primary->parts) : QStringLiteral("–"));
        result << line(tr("partition"), tr("not partitioned"));
    } else {
        result << line(tr("partition"), keyText(structure.partitionKey));
        result << line(tr("sort"), keyText(structure.sortKey));
    }
    result << line(tr("indexes"), secondary ? QString::number(secondary) : QStringLiteral("–"));
    if (std::size_t(row) < m_estimate->structures.size()) {
        const estimator::StructureEstimate& numbers = m_estimate->structures[std::size_t(row)];
        const int replicas = m_estimate->design.placement.replicas;
        result << line(tr("size"), formatNumber(numbers.totalBytes) +
                                       (replicas > 1 ? QStringLiteral(" ×%1").arg(replicas) : QString()));
        result << line(
            tr("load"),
            tr("%1 r · %2 w").arg(formatNumber(numbers.readsPerSecond), formatNumber(numbers.writesPerSecond)));
    }
    return result;
}

QString StructureCardModel::serves(int row) const {
    QStringList names;
    for (const model::PatternId id : m_estimate->design.structures[std::size_t(row)].serves)
        if (const model::AccessPattern* pattern = m_estimate->subject(*m_project).patterns.find(id))
            names << QString::fromStdString(pattern->name);
    return names.isEmpty() ? QString() : tr("serves %1").arg(names.join(QStringLiteral(", ")));
}

QVariant StructureCardModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const model::Structure& structure = m_estimate->design.structures[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole: return QString::fromStdString(structure.name);
    case kKindRole: return kindText(structure.kind);
    case kLinesRole: return lines(index.row());
    case kServesRole: return serves(index.row());
    case kUsedRole: return m_used.contains(QString::fromStdString(structure.name));
    case Qt::ToolTipRole: return said(structure.reason);
    case Qt::AccessibleTextRole:
        return QStringList({QString::fromStdString(structure.name), kindText(structure.kind),
                            lines(index.row()).join(QStringLiteral(", ")).replace(kSeparator, QLatin1Char(' ')),
                            serves(index.row())})
            .join(QStringLiteral(", "));
    default: return {};
    }
}

StructureCardDelegate::StructureCardDelegate(ThemeScope& scope, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_scope(scope) {}

QSize StructureCardDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    const int body = QFontMetrics(textFont(TextSize::Body)).height();
    const int caption = QFontMetrics(textFont(TextSize::Caption)).height();
    return {m_width, 2 * kSpaceBetween + (kLines + 1) * (body + 3) + caption + kSpaceInside};
}

void StructureCardDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                                  const QModelIndex& index) const {
    const Theme& theme = m_scope.theme();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool chosen =
        option.state.testFlag(QStyle::State_Selected) || index.data(StructureCardModel::kUsedRole).toBool();
    const QRectF frame = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -kGap + 0.5);
    painter->setPen(
        QPen(theme.color(chosen ? Role::Accent : Role::Border), option.state.testFlag(QStyle::State_HasFocus) ? 2 : 1));
    painter->setBrush(
        theme.color(option.state.testFlag(QStyle::State_MouseOver) && !chosen ? Role::Hover : Role::Surface));
    painter->drawRoundedRect(frame, kRadius, kRadius);

    const QFont body = tabularFont(TextSize::Body);
    const QFont bold = textFont(TextSize::Body, true);
    const QFont caption = textFont(TextSize::Caption);
    const int lineHeight = QFontMetrics(body).height() + 3;
    QRect line = option.rect.adjusted(kSpaceBetween, kSpaceInside, -kSpaceBetween, 0);
    line.setHeight(lineHeight);
    const auto draw = [&](const QString& text, const QFont& font, Role role, Qt::Alignment align, int reserved) {
        painter->setFont(font);
        painter->setPen(theme.color(role));
        const QRect box = align & Qt::AlignRight ? line.adjusted(reserved, 0, 0, 0) : line.adjusted(0, 0, -reserved, 0);
        painter->drawText(box, int(align | Qt::AlignVCenter),
                          QFontMetrics(font).elidedText(text, Qt::ElideRight, box.width()));
    };
    const QString kind = index.data(StructureCardModel::kKindRole).toString();
    draw(kind, caption, Role::Muted, Qt::AlignRight, 0);
    draw(index.data().toString(), bold, Role::Text, Qt::AlignLeft,
         QFontMetrics(caption).horizontalAdvance(kind) + kSpaceInside);
    line.translate(0, 2);
    for (const QString& text : index.data(StructureCardModel::kLinesRole).toStringList()) {
        line.translate(0, lineHeight);
        const QString name = text.section(kSeparator, 0, 0);
        draw(name, textFont(TextSize::Body), Role::Muted, Qt::AlignLeft, 0);
        draw(text.section(kSeparator, 1), body, Role::Text, Qt::AlignRight,
             QFontMetrics(textFont(TextSize::Body)).horizontalAdvance(name) + kSpaceBetween);
    }
    line.translate(0, lineHeight);
    draw(index.data(StructureCardModel::kServesRole).toString(), caption, Role::Muted, Qt::AlignLeft, 0);
    painter->restore();
}

StructureCards::StructureCards(ThemeScope& scope, StructureCardModel* model, QWidget* parent)
    : QListView(parent)
    , m_delegate(new StructureCardDelegate(scope, this)) {
    setModel(model);
    setItemDelegate(m_delegate);
    setViewMode(QListView::IconMode);
    setResizeMode(QListView::Adjust);
    setMovement(QListView::Static);
    setUniformItemSizes(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setSpacing(0);
    setMouseTracking(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setProperty("look", "cards");
    setAccessibleName(tr("Structures"));
}

void StructureCards::resizeEvent(QResizeEvent* event) {
    // Whole columns of equal width; the gap is part of the grid.
    const int available = viewport()->width() - 1;
    const int columns = std::max(1, (available + kGap) / (kLeastWidth + kGap));
    const int pitch = available / columns;
    m_delegate->setWidth(pitch - kGap);
    setGridSize({pitch, m_delegate->sizeHint({}, {}).height() + kGap / 2});
    QListView::resizeEvent(event);
}

} // namespace shardscape::app
