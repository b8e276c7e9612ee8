// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "app/shell/workbench.h"

class QLabel;
class QPushButton;
class QToolButton;

namespace shardscape::app {

/// A line under the page's header that says what happened and what to do, instead of a dialog in the way. It shows the
/// latest message, stays until it is dismissed (Esc while focused, or its button), and is announced to assistive tools.
class MessageBar : public QFrame {
    Q_OBJECT
public:
    explicit MessageBar(Workbench& workbench, QWidget* parent = nullptr);

    void showError(const model::Error& error);
    void showMessage(const QString& text, const MessageAction& action = {});
    void dismiss();
    /// What is shown, for tests and assistive tools; empty while hidden.
    QString text() const;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void nameClose();
    void show(const QString& glyph, const char* role, const QString& text, const MessageAction& action);

    QLabel* m_glyph;
    QLabel* m_text;
    QPushButton* m_act;
    QToolButton* m_close;
    std::function<void()> m_perform;
    std::function<bool()> m_done;
};

} // namespace shardscape::app
