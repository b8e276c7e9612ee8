// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/command_palette.h"

#include <algorithm>
#include <vector>

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QVBoxLayout>

#include "app/theme/metrics.h"

namespace shardscape::app {
namespace {

enum ItemRole { ActionRole = Qt::UserRole, TipRole, KeysRole };

/// Name, what it does in muted text, shortcut at the right.
class CommandDelegate : public QStyledItemDelegate {
public:
    CommandDelegate(ThemeScope& scope, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_scope(scope) {}
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {200, 32}; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const Theme& theme = m_scope.theme();
        painter->save();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, theme.color(Role::Selection));
        QRect line = option.rect.adjusted(kSpaceBetween, 0, -kSpaceBetween, 0);
        const QFont body = textFont(TextSize::Body);
        const QFont caption = textFont(TextSize::Caption);
        painter->setFont(caption);
        painter->setPen(theme.color(Role::Muted));
        const QString keys = index.data(KeysRole).toString();
        painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, keys);
        line.setRight(line.right() - QFontMetrics(caption).horizontalAdvance(keys) - kSpaceBetween);
        painter->setFont(body);
        painter->setPen(theme.color(Role::Text));
        const QString name = index.data(Qt::DisplayRole).toString();
        painter->drawText(line, Qt::AlignVCenter, name);
        line.setLeft(line.left() + QFontMetrics(body).horizontalAdvance(name) + kSpaceBetween);
        painter->setPen(theme.color(Role::Muted));
        painter->setFont(caption);
        painter->drawText(
            line, Qt::AlignVCenter,
            QFontMetrics(caption).elidedText(index.data(TipRole).toString(), Qt::ElideRight, line.width()));
        painter->restore();
    }

private:
    ThemeScope& m_scope;
};

/// As the menus say it now ("Undo Rename users"), behind its submenu's title if it has one.
QString nameOf(const Actions& actions, const QAction* action) {
    return groupTitle(action->objectName()).isEmpty() ? withoutMnemonic(action->text()).remove(QStringLiteral("…"))
                                                      : actions.name(action);
}

} // namespace

std::optional<int> fuzzyScore(const QString& pattern, const QString& text) {
    int score = 0;
    qsizetype at = 0;
    qsizetype last = -2;
    for (const QChar letter : pattern) {
        if (letter.isSpace())
            continue;
        qsizetype found = -1;
        for (qsizetype i = at; i < text.size(); ++i) {
            if (text[i].toLower() != letter.toLower())
                continue;
            const bool starts = i == 0 || !text[i - 1].isLetterOrNumber();
            if (found < 0)
                found = i;
            if (starts || i == last + 1) {
                found = i;
                break;
            }
        }
        if (found < 0)
            return std::nullopt;
        const bool starts = found == 0 || !text[found - 1].isLetterOrNumber();
        score += starts ? 12 : found == last + 1 ? 8 : 1;
        last = found;
        at = found + 1;
    }
    return score * 4 - int(text.size());
}

CommandPalette::CommandPalette(Actions& actions, ThemeScope& theme, QWidget* parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint)
    , m_actions(actions)
    , m_theme(theme)
    , m_edit(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_focus(QApplication::focusWidget()) {
    setObjectName(QStringLiteral("commandPalette"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Commands"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kSpaceInside, kSpaceInside, kSpaceInside, kSpaceInside);
    column->setSpacing(kSpaceInside);
    m_edit->setPlaceholderText(tr("What do you want to do?"));
    m_edit->setAccessibleName(tr("Command"));
    m_edit->installEventFilter(this);
    m_list->setItemDelegate(new CommandDelegate(theme, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_edit);
    column->addWidget(m_list);
    connect(m_edit, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_edit, &QLineEdit::returnPressed, this, &CommandPalette::perform);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::perform);
    resize(560, 400);
    if (parent)
        move(parent->mapToGlobal(QPoint((parent->width() - width()) / 2, 72)));
    filter({});
}

void CommandPalette::filter(const QString& text) {
    std::vector<std::pair<int, QAction*>> found;
    for (QAction* action : m_actions.all()) {
        if (!action->isEnabled() || action->objectName() == QLatin1String("palette.commands"))
            continue;
        const QString name = nameOf(m_actions, action);
        if (const std::optional<int> score = fuzzyScore(text, name))
            found.emplace_back(text.isEmpty() ? 0 : *score, action);
        else if (const std::optional<int> tip = fuzzyScore(text, m_actions.spec(action).tip))
            found.emplace_back(*tip - 200, action);
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    m_list->clear();
    for (const auto& [score, action] : found) {
        auto* item = new QListWidgetItem(nameOf(m_actions, action), m_list);
        item->setData(ActionRole, action->objectName());
        item->setData(TipRole, m_actions.spec(action).tip);
        item->setData(KeysRole, action->shortcut().toString(QKeySequence::NativeText));
    }
    m_list->setCurrentRow(0);
}

void CommandPalette::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(m_theme.color(Role::Control));
    painter.setBrush(m_theme.color(Role::Surface));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        const int rows = m_list->count();
        const int step = key->key() == Qt::Key_Down ? 1 : key->key() == Qt::Key_Up ? -1 : 0;
        if (step != 0 && rows > 0) {
            m_list->setCurrentRow((m_list->currentRow() + step + rows) % rows);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void CommandPalette::perform() {
    const QListWidgetItem* item = m_list->currentItem();
    QAction* action = item ? m_actions.find(item->data(ActionRole).toString()) : nullptr;
    const QPointer<QWidget> focus = m_focus;
    close();
    if (focus)
        focus->setFocus();
    if (action)
        QTimer::singleShot(0, action, &QAction::trigger);
}

} // namespace shardscape::app
