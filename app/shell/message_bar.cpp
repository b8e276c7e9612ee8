// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/message_bar.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include "app/theme/metrics.h"
#include "app/theme/sentences.h"
#include "app/theme/style.h"

namespace shardscape::app {

MessageBar::MessageBar(Workbench& workbench, QWidget* parent)
    : QFrame(parent)
    , m_glyph(new QLabel(this))
    , m_text(new QLabel(this))
    , m_act(new QPushButton(this))
    , m_close(new QToolButton(this)) {
    setObjectName(QStringLiteral("messageBar"));
    setProperty("look", "strip");
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kSpaceAround, 6, kSpaceInside, 6);
    row->setSpacing(kSpaceInside);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setText(QStringLiteral("✕"));
    nameClose();
    m_act->setProperty("look", "link");
    row->addWidget(m_glyph);
    row->addWidget(m_text, 1);
    row->addWidget(m_act);
    row->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);
    connect(m_act, &QPushButton::clicked, this, [this] {
        const auto perform = m_perform;
        dismiss();
        if (perform)
            perform();
    });
    connect(&workbench, &Workbench::errorShown, this, &MessageBar::showError);
    connect(&workbench, &Workbench::messageShown, this, &MessageBar::showMessage);
    connect(&workbench.document(), &Document::changed, this, [this] {
        if (m_done && m_done())
            dismiss();
    });
    hide();
}

void MessageBar::nameClose() {
    m_close->setToolTip(tr("Dismiss (Esc)"));
    m_close->setAccessibleName(tr("Dismiss message"));
}

void MessageBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        nameClose();
    QFrame::changeEvent(event);
}

void MessageBar::showError(const model::Error& error) {
    show(QStringLiteral("●"), "bad", said(error), {});
}

void MessageBar::showMessage(const QString& text, const MessageAction& action) {
    show(QStringLiteral("ℹ"), "accent", text, action);
}

void MessageBar::show(const QString& glyph, const char* role, const QString& text, const MessageAction& action) {
    m_glyph->setText(glyph);
    setLook(m_glyph, "role", role);
    m_text->setText(text);
    m_act->setText(action.text);
    m_act->setVisible(!action.text.isEmpty());
    m_perform = action.perform;
    m_done = action.done;
    setAccessibleName(text);
    setVisible(true);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageBar::dismiss() {
    m_text->clear();
    m_perform = nullptr;
    m_done = nullptr;
    hide();
}

QString MessageBar::text() const {
    return m_text->text();
}

void MessageBar::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QFrame::keyPressEvent(event);
}

} // namespace shardscape::app
