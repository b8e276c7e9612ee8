// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QAbstractButton>
#include <QWidget>

#include "app/shell/stage.h"
#include "app/theme/theme_scope.h"

namespace shardscape::app {

/// One entry of the rail: icon over label, a bar at the left when it is the current one, a dot where something needs
/// attention (with the reason in the tooltip and in the accessible description).
class RailButton : public QAbstractButton {
    Q_OBJECT
public:
    /// "go" is the action that goes there; its keys are told in the tooltip.
    RailButton(const StageEntry& entry, const QAction* go, ThemeScope& scope, QWidget* parent = nullptr);

    const QString& stage() const { return m_stage; }
    void setAttention(const QString& reason);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showTip();

    ThemeScope& m_scope;
    const QAction* m_go;
    QString m_stage;
    QString m_icon;
    QString m_attention;
};

/// The list of stages at the left edge. Arrow keys move, Enter or Space choose.
class Rail : public QWidget {
    Q_OBJECT
public:
    Rail(const std::vector<StageEntry>& stages, const Actions& actions, ThemeScope& scope, QWidget* parent = nullptr);

    void setCurrent(const QString& stage);
    void setAttention(const QString& stage, const QString& reason);

signals:
    void chosen(const QString& stage);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    ThemeScope& m_scope;
    std::vector<RailButton*> m_buttons;
};

} // namespace shardscape::app
