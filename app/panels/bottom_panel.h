// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "app/shell/workbench.h"

class QStackedWidget;
class QTabBar;

namespace shardscape::app {

class DataPanel;
class HistoryPanel;
class ProblemsPanel;
class TextPanel;
class WorkingPanel;

/// Problems, Working, Data, History and the schema as text under the page.
class BottomPanel : public QFrame {
    Q_OBJECT
public:
    enum Page { Problems, Working, Data, History, Text };
    explicit BottomPanel(Workbench& workbench, QWidget* parent = nullptr);

    void openPage(int page);
    /// Takes the place of another one: shows the same page and the same working.
    void continueFrom(const BottomPanel& before);
    int page() const;
    ProblemsPanel* problems() const { return m_problems; }
    WorkingPanel* working() const { return m_working; }
    TextPanel* text() const { return m_text; }

signals:
    /// Something in it asked to be seen.
    void wanted();
    void foldRequested();
    void pageChanged(int page);

private:
    QTabBar* m_tabs;
    QStackedWidget* m_pages;
    ProblemsPanel* m_problems;
    WorkingPanel* m_working;
    TextPanel* m_text;
};

} // namespace shardscape::app
