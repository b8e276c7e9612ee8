// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/widgets.h"

#include <QAction>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QLabel>
#include <QPushButton>
#include <QTextDocument>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/language/language.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/theme/numbers.h"
#include "app/theme/style.h"
#include "app/theme/theme_scope.h"

namespace shardscape::app {
namespace {

QPushButton* buttonFor(QAction* action, bool primary, QWidget* parent) {
    auto* button = new QPushButton(parent);
    if (primary)
        button->setProperty("look", "primary");
    const auto follow = [button, action] {
        button->setText(withoutMnemonic(action->text()));
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        const QString tip = action->toolTip();
        button->setToolTip(keys.isEmpty() || tip.contains(keys) ? tip : QStringLiteral("%1 (%2)").arg(tip, keys));
        button->setEnabled(action->isEnabled());
        button->setVisible(action->isVisible());
        button->setCheckable(action->isCheckable());
        button->setChecked(action->isChecked());
    };
    follow();
    QObject::connect(action, &QAction::changed, button, follow);
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    return button;
}

} // namespace

QLabel* makeLabel(const QString& text, const char* role, const char* size, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText); // names of tables and keys are no markup
    if (role)
        label->setProperty("role", QLatin1String(role));
    if (size)
        label->setProperty("textSize", QLatin1String(size));
    return label;
}

QString plainToolTip(const QString& text) {
    return Qt::mightBeRichText(text) ? text.toHtmlEscaped() : text;
}

QLabel* makeGroupLabel(const QString& text, QWidget* parent) {
    QLabel* label = makeLabel(text.toUpper(), "muted", "caption", parent);
    label->setProperty("strong", true);
    return label;
}

Card::Card(const QString& title, QWidget* parent)
    : QFrame(parent)
    , m_head(new QWidget(this))
    , m_headLayout(new QHBoxLayout(m_head))
    , m_title(makeLabel(title))
    , m_caption(makeLabel({}, "muted", "caption"))
    , m_body(new QVBoxLayout) {
    setProperty("look", "card");
    m_title->setProperty("strong", true);
    m_headLayout->setContentsMargins(0, 0, 0, 0);
    m_headLayout->setSpacing(kSpaceInside);
    m_headLayout->addWidget(m_title);
    m_headLayout->addStretch();
    m_headLayout->addWidget(m_caption);
    m_body->setSpacing(kSpaceTight);
    m_body->setContentsMargins(0, 0, 0, 0);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSpaceBetween, kSpaceInside, kSpaceBetween, kSpaceBetween);
    layout->setSpacing(kSpaceInside);
    layout->addWidget(m_head);
    layout->addLayout(m_body, 1);
    showHead();
}

void Card::showHead() {
    m_caption->setVisible(!m_caption->text().isEmpty());
    m_title->setVisible(!m_title->text().isEmpty());
    m_head->setVisible(!m_title->text().isEmpty() || !m_caption->text().isEmpty() || m_headLayout->count() > 3);
}

void Card::setTitle(const QString& title) {
    m_title->setText(title);
    showHead();
}

void Card::setCaption(const QString& caption) {
    m_caption->setText(caption);
    showHead();
}

void Card::addControl(QWidget* control) {
    m_headLayout->addWidget(control);
    showHead();
}

void Card::insertControl(QWidget* control, int beforeEnd) {
    m_headLayout->insertWidget(m_headLayout->count() - beforeEnd, control);
    showHead();
}

void Card::addLead(QWidget* control) {
    m_headLayout->insertWidget(1, control);
    showHead();
}

void Card::setSelected(bool selected) {
    setLook(this, "selected", selected);
}

HeadlineCard::HeadlineCard(const QString& name, QWidget* parent)
    : Card({}, parent)
    , m_name(name)
    , m_nameLabel(makeLabel(name, "muted", "caption"))
    , m_number(new QPushButton)
    , m_unit(makeLabel({}, "muted"))
    , m_note(makeLabel({}, "muted", "caption")) {
    m_number->setProperty("look", "number");
    m_number->setCursor(Qt::PointingHandCursor);
    auto* line = new QHBoxLayout;
    line->setSpacing(2);
    line->addWidget(m_number);
    line->addWidget(m_unit, 0, Qt::AlignVCenter);
    line->addStretch();
    body()->setSpacing(2);
    body()->addWidget(m_nameLabel);
    body()->addLayout(line);
    body()->addWidget(m_note);
    body()->addStretch();
    setMinimumWidth(120);
    connect(m_number, &QPushButton::clicked, this, &HeadlineCard::clicked);
}

void HeadlineCard::setNumber(const QString& text, const QString& exact, const QString& note, Role state) {
    const NumberText parts = splitNumber(text);
    m_number->setText(parts.number);
    m_unit->setText(parts.unit);
    m_number->setToolTip(exact.isEmpty() ? QString() : tr("%1. Click for the working").arg(exact));
    m_number->setAccessibleName(tr("%1: %2").arg(m_name, text));
    m_note->setText(note);
    setLook(m_note, "role",
            state == Role::Text ? QStringLiteral("muted") : QString::fromLatin1(shardscape::app::name(state)));
}

SegmentedControl::SegmentedControl(QWidget* parent)
    : QFrame(parent)
    , m_group(new QButtonGroup(this))
    , m_layout(new QHBoxLayout(this)) {
    setProperty("look", "segments");
    m_layout->setContentsMargins(2, 2, 2, 2);
    m_layout->setSpacing(2);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            emit currentChanged(id);
    });
}

void SegmentedControl::setItems(const QStringList& items) {
    const int before = current();
    const QSignalBlocker blocker(m_group);
    for (QAbstractButton* button : m_group->buttons())
        delete button;
    for (int i = 0; i < items.size(); ++i) {
        auto* button = new QToolButton(this);
        button->setText(items[i]);
        button->setCheckable(true);
        button->setProperty("look", "segment");
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setFocusPolicy(Qt::StrongFocus);
        m_layout->addWidget(button);
        m_group->addButton(button, i);
    }
    if (!items.isEmpty())
        m_group->button(before >= 0 && before < items.size() ? before : 0)->setChecked(true);
}

int SegmentedControl::current() const {
    return m_group->checkedId();
}

void SegmentedControl::setCurrent(int index) {
    if (QAbstractButton* button = m_group->button(index))
        button->setChecked(true);
}

int SegmentedControl::count() const {
    return int(m_group->buttons().size());
}

EmptyState::EmptyState(ThemeScope& scope, const QString& icon, const QString& title, const QString& sentence,
                       QWidget* parent)
    : QWidget(parent)
    , m_title(makeLabel(title, nullptr, "heading"))
    , m_sentence(makeLabel(sentence, "muted"))
    , m_buttons(new QHBoxLayout) {
    auto* picture = new QLabel;
    picture->setAlignment(Qt::AlignCenter);
    const auto draw = [this, picture, icon, &scope] {
        picture->setPixmap(iconPixmap(icon, scope.color(Role::Muted), 40, devicePixelRatioF()));
    };
    draw();
    connect(&scope, &ThemeScope::changed, picture, draw);
    m_title->setAlignment(Qt::AlignCenter);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    m_sentence->setFixedWidth(460);
    m_buttons->setSpacing(kSpaceInside);
    m_buttons->addStretch();
    m_buttons->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(kSpaceInside);
    layout->addStretch(2);
    layout->addWidget(picture);
    layout->addWidget(m_title);
    layout->addWidget(m_sentence, 0, Qt::AlignHCenter);
    layout->addSpacing(kSpaceInside);
    layout->addLayout(m_buttons);
    layout->addStretch(3);
}

void EmptyState::setText(const QString& title, const QString& sentence) {
    m_title->setText(title);
    m_sentence->setText(sentence);
    fitSentence();
}

void EmptyState::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    fitSentence();
}

void EmptyState::fitSentence() {
    // A wrapped label in a centred column is given the height of one line unless it asks for more.
    m_sentence->ensurePolished();
    m_sentence->setMinimumHeight(m_sentence->heightForWidth(m_sentence->width()));
}

QPushButton* EmptyState::addAction(QAction* action, bool primary) {
    QPushButton* button = buttonFor(action, primary, this);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    return button;
}

void EmptyState::setControls(QWidget* controls) {
    auto* column = static_cast<QVBoxLayout*>(layout());
    const int at = column->indexOf(m_buttons);
    column->insertWidget(at, controls, 0, Qt::AlignHCenter);
    column->insertSpacing(at + 1, kSpaceInside);
}

QPushButton* EmptyState::addButton(const QString& text, bool primary) {
    auto* button = new QPushButton(text, this);
    if (primary)
        button->setProperty("look", "primary");
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    return button;
}

} // namespace shardscape::app
