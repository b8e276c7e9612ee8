// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QList>

class QAction;
class QHBoxLayout;
class QLabel;

namespace shardscape::app {

/// The page's title and its actions as buttons.
class StageHeader : public QFrame {
    Q_OBJECT
public:
    explicit StageHeader(QWidget* parent = nullptr);

    void setPage(const QString& title, const QList<QAction*>& actions);

private:
    QLabel* m_title;
    QHBoxLayout* m_row;
    QWidget* m_buttons = nullptr;
};

} // namespace shardscape::app
