// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/shortcut_editor.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

#include "app/theme/metrics.h"
#include "app/theme/style.h"
#include "app/theme/widgets.h"

namespace shardscape::app {
namespace {

enum Column { Name, Where, KeysColumn };
constexpr int kIdRole = Qt::UserRole + 1;

QString keysText(const QList<QKeySequence>& keys) {
    QStringList texts;
    for (const QKeySequence& key : keys)
        texts << key.toString(QKeySequence::NativeText);
    return texts.join(QStringLiteral("   "));
}

bool isModifier(int key) {
    return key == Qt::Key_Control || key == Qt::Key_Shift || key == Qt::Key_Alt || key == Qt::Key_Meta ||
           key == Qt::Key_AltGr || key == Qt::Key_CapsLock || key == Qt::Key_NumLock || key == 0 ||
           key == Qt::Key_unknown;
}

} // namespace

ChordField::ChordField(QWidget* parent)
    : QLineEdit(parent) {
    setReadOnly(true);
    setContextMenuPolicy(Qt::NoContextMenu);
    setAttribute(Qt::WA_InputMethodEnabled, false);
}

void ChordField::setChord(const QKeySequence& chord) {
    m_chord = chord;
    setText(chord.toString(QKeySequence::NativeText));
    emit chordChanged();
}

bool ChordField::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept(); // the keys are meant for this field, whoever has them
        return true;
    }
    return QLineEdit::event(event);
}

void ChordField::keyPressEvent(QKeyEvent* event) {
    const bool alone = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    const int key = event->key();
    if (isModifier(key))
        return;
    if (alone && (key == Qt::Key_Return || key == Qt::Key_Enter) && !m_chord.isEmpty())
        return emit confirmed();
    if (alone && (key == Qt::Key_Escape || key == Qt::Key_Backspace)) {
        if (m_chord.isEmpty() && key == Qt::Key_Escape)
            return event->ignore(); // closes the dialog
        return setChord({});
    }
    Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    // Shift makes the character ("+" of "="): it is no part of the chord then, unless the key is a letter.
    const bool letter = key >= Qt::Key_A && key <= Qt::Key_Z;
    if (!letter && key > Qt::Key_Space && key < Qt::Key_Escape)
        modifiers &= ~Qt::ShiftModifier;
    setChord(QKeySequence(QKeyCombination(modifiers, Qt::Key(key))));
}

ShortcutEditor::ShortcutEditor(Actions& actions, QWidget* parent)
    : QDialog(parent)
    , m_actions(actions)
    , m_model(new QStandardItemModel(this))
    , m_found(new QSortFilterProxyModel(this))
    , m_search(new QLineEdit(this))
    , m_list(new QTreeView(this))
    , m_name(makeLabel({}, nullptr, "heading", this))
    , m_tip(makeLabel({}, "muted", nullptr, this))
    , m_chord(new ChordField(this))
    , m_verdict(makeLabel({}, "muted", nullptr, this))
    , m_use(new QPushButton(tr("&Use these keys"), this))
    , m_add(new QPushButton(tr("Use them &too"), this))
    , m_clear(new QPushButton(tr("&No keys"), this))
    , m_reset(new QPushButton(tr("&Reset"), this))
    , m_resetAll(new QPushButton(tr("Reset &all"), this)) {
    setObjectName(QStringLiteral("shortcutEditor"));
    setProperty("keepsSize", true);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Shortcuts"));
    fill();
    build();
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_found->setFilterFixedString(text);
        if (!m_list->currentIndex().isValid())
            m_list->setCurrentIndex(m_found->index(0, Name));
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ShortcutEditor::showChosen);
    connect(m_list, &QTreeView::activated, m_chord, [this] { m_chord->setFocus(); });
    connect(m_chord, &ChordField::chordChanged, this, &ShortcutEditor::showVerdict);
    connect(m_chord, &ChordField::confirmed, this, [this] { give(false); });
    connect(m_use, &QPushButton::clicked, this, [this] { give(false); });
    connect(m_add, &QPushButton::clicked, this, [this] { give(true); });
    connect(m_clear, &QPushButton::clicked, this, [this] {
        if (QAction* action = chosen())
            m_actions.setShortcuts(action, {});
    });
    connect(m_reset, &QPushButton::clicked, this, [this] {
        if (QAction* action = chosen())
            m_actions.setShortcuts(action, m_actions.spec(action).shortcuts);
    });
    connect(m_resetAll, &QPushButton::clicked, this, [this] { m_actions.setChosenShortcuts({}); });
    connect(&m_actions, &Actions::shortcutsChanged, this, [this](const QAction* action) {
        showRow(action);
        showChosen();
    });
    m_list->setCurrentIndex(m_found->index(0, Name));
    showChosen();
    m_search->setFocus();
    resize(760, 600);
}

void ShortcutEditor::build() {
    m_search->setObjectName(QStringLiteral("shortcutSearch"));
    m_search->setPlaceholderText(tr("Find an action, or keys such as Ctrl+D"));
    m_search->setAccessibleName(tr("Find an action"));
    m_search->setClearButtonEnabled(true);
    m_list->setAccessibleName(tr("Actions and their keys"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setTabKeyNavigation(false);
    m_list->header()->setStretchLastSection(true);
    m_list->setColumnWidth(Name, 330);
    m_list->setColumnWidth(Where, 150);
    m_tip->setWordWrap(true);
    m_chord->setObjectName(QStringLiteral("shortcutChord"));
    m_chord->setPlaceholderText(tr("Press the keys"));
    m_chord->setAccessibleName(tr("New keys"));
    m_chord->setFixedWidth(200);
    m_use->setObjectName(QStringLiteral("shortcutUse"));
    m_use->setProperty("look", "primary");
    m_add->setObjectName(QStringLiteral("shortcutAdd"));
    m_clear->setObjectName(QStringLiteral("shortcutClear"));
    m_reset->setObjectName(QStringLiteral("shortcutReset"));
    m_resetAll->setObjectName(QStringLiteral("shortcutResetAll"));
    m_verdict->setObjectName(QStringLiteral("shortcutVerdict"));
    m_verdict->setWordWrap(true);
    for (QPushButton* button : {m_use, m_add, m_clear, m_reset, m_resetAll})
        button->setAutoDefault(false);
    auto* field = new QHBoxLayout;
    field->setSpacing(kSpaceInside);
    field->addWidget(m_chord);
    field->addWidget(m_use);
    field->addWidget(m_add);
    field->addStretch();
    field->addWidget(m_clear);
    field->addWidget(m_reset);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Close)->setIcon({});
    buttons->addButton(m_resetAll, QDialogButtonBox::ResetRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kSpaceAround, kSpaceAround, kSpaceAround, kSpaceAround);
    column->setSpacing(kSpaceInside);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    column->addWidget(m_name);
    column->addWidget(m_tip);
    column->addLayout(field);
    column->addWidget(m_verdict);
    column->addWidget(buttons);
}

/// The page or the menu that has it, in the words of the window.
QString ShortcutEditor::where(const QAction* action) const {
    const QString group = action->objectName().section(QLatin1Char('.'), 0, 0);
    switch (m_actions.spec(action).menu) {
    case Menu::File: return tr("File");
    case Menu::Edits: return tr("Edit");
    case Menu::View: return tr("View");
    case Menu::Model: return tr("Model");
    case Menu::Run: return tr("Run");
    case Menu::Help: return tr("Help");
    case Menu::None: break;
    }
    return group == QLatin1String("pattern")  ? tr("Page Access")
           : group == QLatin1String("engine") ? tr("Page Physical")
                                              : tr("On its page");
}

void ShortcutEditor::fill() {
    m_model->setHorizontalHeaderLabels({tr("Action"), tr("Where"), tr("Keys")});
    for (QAction* action : m_actions.all()) {
        auto* name = new QStandardItem(m_actions.name(action));
        name->setData(action->objectName(), kIdRole);
        name->setToolTip(m_actions.spec(action).tip);
        name->setSizeHint(QSize(0, pixelSize(TextSize::Body) * 2));
        auto* keys = new QStandardItem;
        m_rows.insert(action, keys);
        m_model->appendRow({name, new QStandardItem(where(action)), keys});
        for (QStandardItem* item : {name, keys})
            item->setEditable(false);
        m_model->item(m_model->rowCount() - 1, Where)->setEditable(false);
        showRow(action);
    }
    m_found->setSourceModel(m_model);
    m_found->setFilterKeyColumn(-1);
    m_found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list->setModel(m_found);
}

void ShortcutEditor::showRow(const QAction* action) {
    QStandardItem* item = m_rows.value(action);
    if (!item)
        return;
    const bool other = m_actions.chosenShortcuts().contains(action->objectName());
    QFont font = textFont(TextSize::Body, other);
    item->setFont(font);
    item->setText(keysText(action->shortcuts()));
    item->setToolTip(other ? tr("As shipped: %1").arg(keysText(m_actions.spec(action).shortcuts)) : QString());
}

QAction* ShortcutEditor::chosen() const {
    return m_actions.find(m_list->currentIndex().siblingAtColumn(Name).data(kIdRole).toString());
}

void ShortcutEditor::showChosen() {
    const QAction* action = chosen();
    m_name->setText(action ? m_actions.name(action) : tr("No action of that name"));
    m_tip->setText(action ? m_actions.spec(action).tip : QString());
    m_tip->setVisible(!m_tip->text().isEmpty());
    m_chord->setEnabled(action);
    m_clear->setEnabled(action && !action->shortcuts().isEmpty());
    m_reset->setEnabled(action && m_actions.chosenShortcuts().contains(action->objectName()));
    m_resetAll->setEnabled(!m_actions.chosenShortcuts().isEmpty());
    if (!m_chord->chord().isEmpty())
        m_chord->setChord({});
    else
        showVerdict();
}

void ShortcutEditor::showVerdict() {
    const QAction* action = chosen();
    const QKeySequence& chord = m_chord->chord();
    const bool has = action && action->shortcuts().contains(chord);
    QAction* holder = action && !chord.isEmpty() && !has ? m_actions.holder(chord, action) : nullptr;
    m_use->setEnabled(action && !chord.isEmpty());
    m_add->setEnabled(m_use->isEnabled() && !has);
    m_use->setText(holder ? tr("&Take these keys") : tr("&Use these keys"));
    m_add->setText(holder ? tr("Take them &too") : tr("Use them &too"));
    if (!action)
        m_verdict->clear();
    else if (chord.isEmpty())
        m_verdict->setText(
            tr("Keys now: %1").arg(action->shortcuts().isEmpty() ? tr("none") : keysText(action->shortcuts())));
    else if (has)
        m_verdict->setText(tr("It has these keys already."));
    else if (holder)
        m_verdict->setText(tr("▲ “%1” has them: %2. It loses them when they are taken.")
                               .arg(m_actions.name(holder), keysText(holder->shortcuts())));
    else
        m_verdict->setText(tr("These keys are free."));
    setLook(m_verdict, "role", holder ? QStringLiteral("warn") : QStringLiteral("muted"));
}

void ShortcutEditor::give(bool beside) {
    QAction* action = chosen();
    const QKeySequence chord = m_chord->chord();
    if (!action || chord.isEmpty())
        return;
    while (QAction* holder = m_actions.holder(chord, action)) {
        QList<QKeySequence> left = holder->shortcuts();
        left.removeIf([&](const QKeySequence& one) {
            return one.matches(chord) != QKeySequence::NoMatch || chord.matches(one) != QKeySequence::NoMatch;
        });
        m_actions.setShortcuts(holder, left);
    }
    QList<QKeySequence> keys = beside ? action->shortcuts() : QList<QKeySequence>();
    if (!keys.contains(chord))
        keys.append(chord);
    m_actions.setShortcuts(action, keys);
    m_chord->setChord({});
    m_list->setFocus();
}

} // namespace shardscape::app
