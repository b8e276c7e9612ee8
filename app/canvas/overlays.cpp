// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/overlays.h"

#include <algorithm>
#include <cmath>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>

#include "app/canvas/items.h"
#include "app/canvas/notes.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/theme/widgets.h"

namespace shardscape::app {

Minimap::Minimap(CanvasView& view, QWidget* parent)
    : QWidget(parent)
    , m_view(view) {
    setObjectName(QStringLiteral("minimap"));
    setToolTip(tr("Overview: click or drag to go there"));
    setAccessibleName(tr("Overview of the diagram"));
    setFixedSize(sizeHint());
    connect(&view.diagram(), &DiagramScene::rearranged, this, &Minimap::redraw);
    connect(&view, &CanvasView::viewChanged, this, [this] { update(); });
    redraw();
}

QRectF Minimap::shown() const {
    return QRectF(m_view.mapToScene(0, 0), m_view.mapToScene(m_view.viewport()->rect().bottomRight()));
}

QTransform Minimap::toMap() const {
    const QRectF all = m_view.diagram().contents().adjusted(-60, -60, 60, 60);
    const double scale =
        std::min((width() - 12) / std::max(1.0, all.width()), (height() - 12) / std::max(1.0, all.height()));
    QTransform transform;
    transform.translate(width() / 2.0, height() / 2.0);
    transform.scale(scale, scale);
    transform.translate(-all.center().x(), -all.center().y());
    return transform;
}

/// The cards change seldom and the view often: they are kept as a picture.
void Minimap::redraw() {
    const double ratio = devicePixelRatioF();
    m_cards = QPixmap(size() * ratio);
    m_cards.setDevicePixelRatio(ratio);
    m_cards.fill(Qt::transparent);
    QPainter painter(&m_cards);
    const Theme& theme = m_view.workbench().theme().theme();
    const QTransform map = toMap();
    for (const auto& [id, place] : m_view.diagram().places()) {
        const EntityItem* item = m_view.diagram().find(id);
        QColor color = tintColor(item->card(), m_view.diagram().tint(), theme);
        color.setAlphaF(0.75f);
        QRectF rect = map.mapRect(item->cardRect());
        rect.setSize(rect.size().expandedTo(QSizeF(2, 2)));
        painter.fillRect(rect, color);
    }
    for (const Thing& thing : thingsOf(m_view.diagram())) {
        const QRectF rect = map.mapRect(rectOf(m_view.diagram(), thing)).adjusted(0.5, 0.5, -0.5, -0.5);
        if (const auto* group = std::get_if<model::BoundaryId>(&thing)) {
            const QColor color = theme.series(m_view.diagram().find(*group)->boundary().color);
            painter.setPen(QPen(color, 1));
            painter.setBrush(QBrush(color, Qt::Dense4Pattern)); // a card that stands for several
            painter.drawRect(rect);
        } else if (const auto* note = std::get_if<model::NoteId>(&thing)) {
            const auto [ground, edge] = noteColors(theme, m_view.diagram().find(*note)->note().color);
            painter.setPen(QPen(edge, 1));
            painter.setBrush(ground);
            painter.drawRect(rect);
        }
    }
    update();
}

void Minimap::paintEvent(QPaintEvent*) {
    const Theme& theme = m_view.workbench().theme().theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(Role::Border), 1));
    painter.setBrush(theme.color(Role::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    painter.drawPixmap(0, 0, m_cards);
    const QRectF frame = toMap().mapRect(shown()).intersected(QRectF(rect()).adjusted(4, 4, -4, -4));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.color(Role::Accent), 1.5));
    painter.drawRoundedRect(frame, 3, 3);
}

void Minimap::go(QPoint position) {
    m_view.centerOn(toMap().inverted().map(QPointF(position)));
}
void Minimap::mousePressEvent(QMouseEvent* event) {
    go(event->pos());
}
void Minimap::mouseMoveEvent(QMouseEvent* event) {
    go(event->pos());
}

Legend::Legend(CanvasView& view, QWidget* parent)
    : QFrame(parent)
    , m_view(view) {
    setObjectName(QStringLiteral("legend"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(&view.diagram(), &DiagramScene::rearranged, this, &Legend::refresh);
    refresh();
}

void Legend::refresh() {
    m_entries.clear();
    QStringList words;
    switch (m_view.diagram().tint()) {
    case Tint::Boundary:
        m_title = tr("boundary");
        for (const model::Boundary& boundary : m_view.workbench().project()->boundaries)
            m_entries.push_back({boundary.color, QString::fromStdString(boundary.name)});
        break;
    case Tint::Traffic: m_title = tr("traffic"); break;
    case Tint::Rows: m_title = tr("rows (log)"); break;
    }
    for (const Entry& entry : m_entries)
        words << entry.name;
    setAccessibleName(tr("Legend: %1 %2").arg(m_title, words.join(QStringLiteral(", "))));
    setVisible(m_view.diagram().entityCount() > 0 && (m_view.diagram().tint() != Tint::Boundary || !m_entries.empty()));
    setFixedSize(sizeHint());
    update();
}

QSize Legend::sizeHint() const {
    const QFontMetrics caption(textFont(TextSize::Caption));
    const QFontMetrics body(textFont(TextSize::Body));
    int width = 14 + caption.horizontalAdvance(m_title) + 8;
    for (const Entry& entry : m_entries)
        width += 16 + body.horizontalAdvance(entry.name) + 12;
    if (m_view.diagram().tint() != Tint::Boundary)
        width += 160;
    return {width + 6, 34};
}

void Legend::paintEvent(QPaintEvent*) {
    const Theme& theme = m_view.workbench().theme().theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(Role::Border), 1));
    painter.setBrush(theme.color(Role::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    const QFont caption = textFont(TextSize::Caption);
    const QFont body = textFont(TextSize::Body);
    int x = 14;
    const auto text = [&](const QString& words, const QFont& font, Role role) {
        painter.setFont(font);
        painter.setPen(theme.color(role));
        painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter, words);
        x += QFontMetrics(font).horizontalAdvance(words) + 8;
    };
    text(m_title, caption, Role::Muted);
    for (const Entry& entry : m_entries) {
        painter.fillRect(QRect(x, height() / 2 - 5, 10, 10), theme.series(entry.color));
        x += 16;
        text(entry.name, body, Role::Text);
        x += 4;
    }
    if (m_view.diagram().tint() == Tint::Boundary)
        return;
    text(tr("least"), caption, Role::Muted);
    for (int i = 0; i < 60; ++i)
        painter.fillRect(QRect(x + i, height() / 2 - 5, 1, 10), theme.load(i / 59.0));
    x += 68;
    text(tr("most"), caption, Role::Muted);
}

FindBar::FindBar(CanvasView& view, QWidget* parent)
    : QFrame(parent)
    , m_view(view)
    , m_field(new QLineEdit(this))
    , m_count(makeLabel({}, "muted", "caption", this)) {
    setObjectName(QStringLiteral("findBar"));
    setProperty("look", "card");
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(6, 6, 6, 6);
    row->setSpacing(kSpaceInside);
    m_field->setPlaceholderText(tr("Find entities and columns, or #tag"));
    m_field->setAccessibleName(tr("Find"));
    m_field->setClearButtonEnabled(true);
    m_field->setMinimumWidth(220);
    m_field->installEventFilter(this);
    auto* close = new QToolButton(this);
    bindIcon(close, QStringLiteral("close"), view.workbench().theme());
    close->setToolTip(tr("End the search (Esc)"));
    close->setAccessibleName(tr("End the search"));
    m_count->setMinimumWidth(52);
    row->addWidget(m_field);
    row->addWidget(m_count);
    row->addWidget(close);
    connect(m_field, &QLineEdit::textChanged, this, &FindBar::search);
    connect(close, &QToolButton::clicked, this, &FindBar::done);
    hide();
}

void FindBar::open() {
    show();
    raise();
    m_field->setFocus();
    m_field->selectAll();
    search(m_field->text());
}

void FindBar::done() {
    hide();
    m_view.diagram().setMatches(std::nullopt);
    m_view.setFocus();
}

void FindBar::search(const QString& text) {
    m_matches.clear();
    m_current = -1;
    const QString wanted = text.trimmed();
    if (wanted.isEmpty()) {
        m_count->clear();
        m_view.diagram().setMatches(std::nullopt);
        return;
    }
    std::set<model::EntityId> found;
    std::vector<model::ColumnRef> columns;
    // "#pii" is a tag or property of that name, "#owner=pay" one with such a value; other words are in names.
    const bool tags = wanted.startsWith(QLatin1Char('#'));
    const QString tag = wanted.mid(1).section(QLatin1Char('='), 0, 0).trimmed();
    const QString value = wanted.section(QLatin1Char('='), 1).trimmed();
    const auto fits = [&](const std::string& name, const std::vector<model::Property>& properties) {
        if (!tags)
            return QString::fromStdString(name).contains(wanted, Qt::CaseInsensitive);
        return std::any_of(properties.begin(), properties.end(), [&](const model::Property& each) {
            return QString::fromStdString(each.name).startsWith(tag, Qt::CaseInsensitive) &&
                   QString::fromStdString(each.value).contains(value, Qt::CaseInsensitive);
        });
    };
    const model::Project& project = *m_view.workbench().project();
    for (const model::Entity& entity : project.entities) {
        if (fits(project.displayName(entity), entity.properties)) {
            m_matches.push_back({entity.id, {}});
            found.insert(entity.id);
        }
        for (const model::Attribute& attribute : entity.attributes)
            if (fits(attribute.name, attribute.properties)) {
                columns.push_back({entity.id, attribute.id});
                found.insert(entity.id);
            }
    }
    m_matches.insert(m_matches.end(), columns.begin(), columns.end());
    m_count->setText(m_matches.empty() ? tr("none") : tr("%n found", nullptr, int(m_matches.size())));
    m_view.diagram().setMatches(found);
}

void FindBar::go(int step) {
    if (m_matches.empty())
        return;
    const int count = int(m_matches.size());
    m_current = m_current < 0 ? (step > 0 ? 0 : count - 1) : (m_current + step + count) % count;
    const model::ColumnRef& match = m_matches[std::size_t(m_current)];
    match.attribute ? m_view.workbench().selection().selectAttribute(match.entity, match.attribute)
                    : m_view.workbench().selection().selectEntity(match.entity);
    const model::Project& project = *m_view.workbench().project();
    const model::Entity* entity = project.entities.find(match.entity);
    QRectF rect = rectOf(m_view.diagram(), match.entity);
    if (rect.isNull() && entity && m_view.diagram().drawing().shows(match.entity))
        rect = rectOf(m_view.diagram(), entity->boundary); // within a collapsed group
    if (!rect.isNull()) {
        if (m_view.zoom() < CardPainter::kNear)
            m_view.setZoom(1, m_view.mapFromScene(rect.center()));
        m_view.centerOn(rect.center());
    } else if (entity) {
        m_view.workbench().showMessage(
            tr("%1 is not on this diagram").arg(QString::fromStdString(project.displayName(*entity))));
    }
    m_count->setText(tr("%1 of %2").arg(m_current + 1).arg(count));
}

bool FindBar::eventFilter(QObject* watched, QEvent* event) {
    // The canvas around it has Enter, F and Home as shortcuts; here they are for the field.
    if (event->type() == QEvent::ShortcutOverride &&
        !(static_cast<QKeyEvent*>(event)->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        switch (key->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter: go(key->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1); return true;
        case Qt::Key_Down: go(1); return true;
        case Qt::Key_Up: go(-1); return true;
        case Qt::Key_Escape: done(); return true;
        default: break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace shardscape::app
