// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/rail.h"

#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include "app/theme/icons.h"
#include "app/theme/metrics.h"

namespace shardscape::app {
namespace {

constexpr int kWidth = 84;
constexpr int kHeight = 60;
constexpr int kIcon = 20;

} // namespace

RailButton::RailButton(const StageEntry& entry, const QAction* go, ThemeScope& scope, QWidget* parent)
    : QAbstractButton(parent)
    , m_scope(scope)
    , m_go(go)
    , m_stage(entry.id)
    , m_icon(entry.icon) {
    setText(entry.title());
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    showTip();
    connect(go, &QAction::changed, this, &RailButton::showTip);
    setAccessibleName(entry.title());
}

void RailButton::setAttention(const QString& reason) {
    m_attention = reason;
    showTip();
    setAccessibleDescription(reason);
    update();
}

void RailButton::showTip() {
    const QString keys = m_go->shortcut().toString(QKeySequence::NativeText);
    const QString tip = keys.isEmpty() ? text() : tr("%1 (%2)").arg(text(), keys);
    setToolTip(m_attention.isEmpty() ? tip : tip + QLatin1Char('\n') + m_attention);
}

QSize RailButton::sizeHint() const {
    return {kWidth, kHeight};
}

void RailButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = m_scope.theme();
    if (isChecked()) {
        painter.fillRect(rect(), theme.color(Role::Selection));
        painter.fillRect(QRect(0, 0, 3, height()), theme.color(Role::Accent));
    } else if (underMouse()) {
        painter.fillRect(rect(), theme.color(Role::Hover));
    }
    const QColor ink = theme.color(isChecked() ? Role::AccentText : Role::Muted);
    const QRect iconRect((width() - kIcon) / 2, 11, kIcon, kIcon);
    painter.drawPixmap(iconRect.topLeft(), iconPixmap(m_icon, ink, kIcon, devicePixelRatioF()));
    QFont small = textFont(TextSize::Caption);
    small.setWeight(QFont::Medium);
    painter.setFont(small);
    painter.setPen(ink);
    painter.drawText(QRect(0, 35, width(), 16), Qt::AlignCenter, text());
    if (!m_attention.isEmpty()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(Role::Warn));
        painter.drawEllipse(QPointF(width() / 2.0 + 20, 12), 3.5, 3.5);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.color(Role::Accent), 1.5));
        painter.drawRoundedRect(QRectF(rect()).adjusted(4.5, 2.5, -4.5, -2.5), 6, 6);
    }
}

Rail::Rail(const std::vector<StageEntry>& stages, const Actions& actions, ThemeScope& scope, QWidget* parent)
    : QWidget(parent)
    , m_scope(scope) {
    connect(&scope, &ThemeScope::changed, this, [this] { update(); });
    setObjectName(QStringLiteral("rail"));
    setAccessibleName(tr("Stages"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 1, 8);
    column->setSpacing(0);
    for (const StageEntry& entry : stages) {
        if (!entry.inRail)
            continue;
        auto* button = new RailButton(entry, actions.at(QStringLiteral("stage.") + entry.id), scope, this);
        column->addWidget(button);
        m_buttons.push_back(button);
        connect(button, &QAbstractButton::clicked, this, [this, id = entry.id] { emit chosen(id); });
    }
    column->addStretch();
    setFixedWidth(kWidth + 1);
}

void Rail::setCurrent(const QString& stage) {
    for (RailButton* button : m_buttons) {
        button->setAutoExclusive(false);
        button->setChecked(button->stage() == stage);
        button->setAutoExclusive(true);
    }
}

void Rail::setAttention(const QString& stage, const QString& reason) {
    for (RailButton* button : m_buttons)
        if (button->stage() == stage)
            button->setAttention(reason);
}

void Rail::keyPressEvent(QKeyEvent* event) {
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    for (std::size_t i = 0; step != 0 && i < m_buttons.size(); ++i)
        if (m_buttons[i]->hasFocus()) {
            m_buttons[(i + m_buttons.size() + step) % m_buttons.size()]->setFocus(Qt::TabFocusReason);
            return;
        }
    QWidget::keyPressEvent(event);
}

void Rail::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = m_scope.theme();
    painter.fillRect(rect(), theme.color(Role::Surface));
    painter.fillRect(QRect(width() - 1, 0, 1, height()), theme.color(Role::Border));
}

} // namespace shardscape::app
