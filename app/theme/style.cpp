// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/style.h"

#include <QStyle>
#include <QVariant>
#include <QWidget>

#include "app/theme/metrics.h"

namespace shardscape::app {
namespace {

/// The sheet with {role}, {title}, {caption} … in place of values.
const char* const kSheet = R"(
QToolTip { background: {raised}; color: {text}; border: 1px solid {border}; padding: 4px 6px; }
QLabel[role="muted"] { color: {muted}; }
QLabel[role="good"] { color: {good}; }
QLabel[role="warn"] { color: {warn}; }
QLabel[role="bad"] { color: {bad}; }
QLabel[role="accent"] { color: {accent_text}; }
QLabel[textSize="title"] { font-size: {title}px; font-weight: 600; }
QLabel[textSize="heading"] { font-size: {heading}px; font-weight: 600; }
QLabel[textSize="caption"] { font-size: {caption}px; }
QLabel[strong="true"] { font-weight: 600; }

QFrame[look="card"] { background: {surface}; border: 1px solid {border}; border-radius: {radius}px; }
QFrame[look="card"][selected="true"] { border-color: {accent}; }
QFrame[look="card"]:focus { border-color: {accent}; }
QFrame[look="header"], QFrame[look="strip"] { background: {surface}; border: none; border-bottom: 1px solid {border}; }

QPushButton { background: {surface}; color: {text}; border: 1px solid {control}; border-radius: 5px; padding: 5px 12px; min-height: {line}px; }
QPushButton:hover { background: {hover}; }
QPushButton:pressed, QPushButton:checked { background: {selection}; border-color: {accent}; }
QPushButton:focus { border-color: {accent}; }
QPushButton:disabled { color: {disabled}; border-color: {border}; }
QPushButton[look="primary"] { background: {accent}; color: {on_accent}; border-color: {accent}; font-weight: 600; }
QPushButton[look="primary"]:hover, QPushButton[look="primary"]:focus { border-color: {text}; }
QPushButton[look="primary"]:disabled { background: {hover}; color: {disabled}; border-color: {border}; }
QPushButton[look="flat"] { background: transparent; border-color: transparent; padding: 3px 6px; }
QPushButton[look="flat"]:hover { background: {hover}; }
QPushButton[look="flat"]:focus { border-color: {accent}; }
QPushButton[look="link"] { background: transparent; border: 1px solid transparent; color: {accent_text}; padding: 1px 3px; text-align: left; }
QPushButton[look="link"]:hover { text-decoration: underline; }
QPushButton[look="link"]:focus { border-color: {accent}; border-radius: 3px; }
QPushButton[look="chip"] { background: {selection}; border: 1px solid {border}; border-radius: 11px; padding: 1px 9px; min-height: {line}px; color: {text}; }
QPushButton[look="chip"]:hover { border-color: {control}; }
QPushButton[look="chip"]:focus { border-color: {accent}; }
QPushButton[look="number"] { background: transparent; border: 1px solid transparent; border-radius: 4px; padding: 0 3px; margin-left: -4px; text-align: left; font-size: {number}px; font-weight: 600; color: {text}; }
QPushButton[look="number"]:hover { color: {accent_text}; background: {hover}; }
QPushButton[look="number"]:focus { border-color: {accent}; }

QPushButton[look="value"] { background: transparent; border: 1px solid transparent; border-radius: 3px; padding: 0 2px; margin: 0 -3px 0 0; min-height: 0; text-align: right; color: {text}; }
QPushButton[look="value"]:hover { color: {accent_text}; background: {hover}; }
QPushButton[look="value"]:focus { border-color: {accent}; }
QPushButton[look="value"][role="good"] { color: {good}; }
QPushButton[look="value"][role="warn"] { color: {warn}; }
QPushButton[look="value"][role="bad"] { color: {bad}; }

QToolButton { background: transparent; border: 1px solid transparent; border-radius: 5px; padding: 4px; color: {text}; }
QToolButton:hover { background: {hover}; }
QToolButton:pressed, QToolButton:checked { background: {selection}; color: {accent_text}; }
QToolButton:focus { border-color: {accent}; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton[look="segment"] { border-radius: 4px; padding: 3px 10px; color: {muted}; }
QToolButton[look="segment"]:checked { background: {surface}; color: {text}; border-color: {control}; font-weight: 600; }
QToolButton[look="segment"]:focus { border-color: {accent}; }
QFrame[look="segments"] { background: {hover}; border: 1px solid {border}; border-radius: 6px; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox { background: {surface}; color: {text}; border: 1px solid {control}; border-radius: 5px; padding: 3px 7px; selection-background-color: {accent}; selection-color: {on_accent}; }
QLineEdit, QSpinBox, QDoubleSpinBox { min-height: {line}px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus { border-color: {accent}; }
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"] { border-color: {bad}; }
QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled { color: {disabled}; background: {window}; }
QPlainTextEdit[look="code"] { background: {window}; }
QComboBox { background: {surface}; color: {text}; border: 1px solid {control}; border-radius: 5px; padding: 3px 8px; min-height: {line}px; }
QComboBox:hover { background: {hover}; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url(:/themes/arrow-{name}.svg); width: 12px; height: 12px; }
QCheckBox { spacing: 6px; }
QCheckBox::indicator, QAbstractItemView::indicator { width: 14px; height: 14px; border: 1px solid {muted}; border-radius: 3px; background: {surface}; }
QCheckBox::indicator:hover, QCheckBox::indicator:focus { border-color: {accent}; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { background: {accent}; border-color: {accent}; image: url(:/themes/check-{name}.svg); }
QCheckBox::indicator:indeterminate { background: {accent}; border-color: {accent}; image: url(:/themes/dash-{name}.svg); }
QCheckBox::indicator:disabled { border-color: {border}; background: {hover}; }

QAbstractItemView { background: {raised}; border: 1px solid {border}; selection-background-color: {selection}; selection-color: {text}; outline: 0; }

QAbstractItemView { background: {surface}; alternate-background-color: {surface}; color: {text}; border: none; outline: 0; gridline-color: {border}; selection-background-color: {selection}; selection-color: {text}; }
QAbstractItemView::item { padding: 0 {inside}px; border: none; }
QAbstractItemView::item:selected { background: {selection}; color: {text}; }
QTableView::item:hover, QTreeView::item:hover, QListView::item:hover { background: {hover}; }
QTableView::item:selected:hover, QTreeView::item:selected:hover, QListView::item:selected:hover { background: {selection}; }
QListView[look="cards"] { background: transparent; }
QDialog QListView, QDialog QTableView, QDialog QTreeView { border: 1px solid {border}; border-radius: {radius}px; }
QDialog QListView::item { padding: 3px {inside}px; }
QHeaderView { background: {surface}; border: none; }
QHeaderView::section { background: {surface}; color: {muted}; border: none; border-bottom: 1px solid {border}; padding: 6px 10px; font-size: {caption}px; font-weight: 400; }
QHeaderView::up-arrow { image: url(:/themes/arrow-up-{name}.svg); width: 9px; height: 9px; subcontrol-position: center right; }
QHeaderView::down-arrow { image: url(:/themes/arrow-{name}.svg); width: 9px; height: 9px; subcontrol-position: center right; }
QTableCornerButton::section { background: {surface}; border: none; }

QMenuBar { background: {surface}; color: {text}; border-bottom: 1px solid {border}; }
QMenuBar::item { padding: 5px 9px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: {hover}; }
QMenu { background: {raised}; color: {text}; border: 1px solid {border}; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: {selection}; }
QMenu::item:disabled { color: {disabled}; }
QMenu::separator { height: 1px; background: {border}; margin: 4px 6px; }

QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: {muted}; padding: 7px 10px; border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: {text}; }
QTabBar::tab:selected { color: {accent_text}; border-bottom-color: {accent}; }
QTabBar::tab:focus { color: {text}; }
QTabWidget::pane { border: none; border-top: 1px solid {border}; }

QAbstractScrollArea::corner { background: transparent; border: none; }
QPushButton::menu-indicator { image: none; width: 0; }
QScrollArea { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: {control}; border-radius: 3px; margin: 2px; min-height: 24px; min-width: 24px; }
QScrollBar::handle:hover { background: {muted}; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: {border}; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter[look="gap"]::handle { background: transparent; }
QSplitter::handle:hover { background: {accent}; }
QSplitter[look="gap"]::handle:hover { background: transparent; }
QSplitter[look="gap"]::handle:horizontal:hover { border-left: 1px solid {accent}; margin-left: 5px; }
QSplitter[look="gap"]::handle:vertical:hover { border-top: 1px solid {accent}; margin-top: 5px; }
QStatusBar { background: {surface}; border-top: 1px solid {border}; }
QStatusBar::item { border: none; }
QProgressBar { background: {hover}; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: {accent}; border-radius: 3px; }
QSlider::groove:horizontal { background: {control}; height: 3px; border-radius: 1px; }
QSlider::sub-page:horizontal { background: {accent}; height: 3px; border-radius: 1px; }
QSlider::handle:horizontal { background: {accent}; width: 12px; height: 12px; margin: -5px 0; border-radius: 6px; border: 1px solid {surface}; }
QSlider::handle:horizontal:focus { border-color: {text}; }
)";

void fill(QString& sheet, const char* key, const QString& value) {
    sheet.replace(QLatin1Char('{') + QLatin1String(key) + QLatin1Char('}'), value);
}

} // namespace

QPalette palette(const Theme& theme) {
    QPalette result;
    const auto set = [&](QPalette::ColorRole target, Role role) { result.setColor(target, theme.color(role)); };
    set(QPalette::Window, Role::Window);
    set(QPalette::WindowText, Role::Text);
    set(QPalette::Base, Role::Surface);
    set(QPalette::AlternateBase, Role::Window);
    set(QPalette::Text, Role::Text);
    set(QPalette::PlaceholderText, Role::Muted);
    set(QPalette::Button, Role::Surface);
    set(QPalette::ButtonText, Role::Text);
    set(QPalette::BrightText, Role::OnAccent);
    set(QPalette::ToolTipBase, Role::Raised);
    set(QPalette::ToolTipText, Role::Text);
    set(QPalette::Highlight, Role::Accent);
    set(QPalette::HighlightedText, Role::OnAccent);
    set(QPalette::Link, Role::AccentText);
    set(QPalette::LinkVisited, Role::AccentText);
    set(QPalette::Light, Role::Surface);
    set(QPalette::Midlight, Role::Hover);
    set(QPalette::Mid, Role::Border);
    set(QPalette::Dark, Role::Control);
    for (const auto target : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        result.setColor(QPalette::Disabled, target, theme.color(Role::Disabled));
    return result;
}

QString styleSheet(const Theme& theme) {
    QString sheet = QString::fromLatin1(kSheet);
    for (std::size_t i = 0; i < kRoles; ++i)
        fill(sheet, name(static_cast<Role>(i)), theme.colors[i].name());
    fill(sheet, "name", theme.dark ? QStringLiteral("dark") : QStringLiteral("light"));
    fill(sheet, "title", QString::number(pixelSize(TextSize::Title)));
    fill(sheet, "number", QString::number(pixelSize(TextSize::Title)));
    fill(sheet, "heading", QString::number(pixelSize(TextSize::Heading)));
    fill(sheet, "caption", QString::number(pixelSize(TextSize::Caption)));
    fill(sheet, "line", QString::number(pixelSize(TextSize::Body) + 5));
    fill(sheet, "radius", QString::number(kRadius));
    fill(sheet, "inside", QString::number(kSpaceInside));
    return sheet;
}

void setLook(QObject* object, const char* property, const QVariant& value) {
    if (object->property(property) == value)
        return;
    object->setProperty(property, value);
    if (auto* widget = qobject_cast<QWidget*>(object)) {
        widget->style()->unpolish(widget);
        widget->style()->polish(widget);
        widget->update();
    }
}

} // namespace shardscape::app
