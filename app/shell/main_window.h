// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QHash>
#include <QMainWindow>
#include <QSettings>

#include "app/shell/stage.h"
#include "app/shell/workbench.h"

class QLabel;
class QMenu;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace shardscape::app {

class BottomPanel;
class MessageBar;
class StageHeader;
class Rail;
class StatusLine;

/// The frame: menus, rail, header, inspector, bottom panel, status line around the pages of the stages.
///
/// Knows stages only through the table it is given; makes each page when it is first shown, and all of them again when
/// the language changes, so that no word can be left behind. What is folded, the sizes
/// and the place of the window are kept in the settings. Files are the business of FileController, which uses this
/// window as parent.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// "systemDark" is what the theme "system" means: whether the desktop is dark.
    MainWindow(Workbench& workbench, std::vector<StageEntry> stages, QSettings& settings, bool systemDark = false,
               QWidget* parent = nullptr);
    ~MainWindow() override;

    Workbench& workbench() const { return m_workbench; }
    QSettings& settings() const { return m_settings; }
    void showStage(const QString& id);
    /// Makes every page, so that the actions of all of them are there.
    void makeAllPages();
    QString currentStage() const { return m_current; }
    /// The page of the current stage.
    Stage* stage() const;
    MessageBar* messageBar() const { return m_messages; }
    BottomPanel* bottomPanel() const { return m_bottom; }
    /// The document's name for the title, "untitled" when empty.
    void setDocumentTitle(const QString& title);

    /// Asked before the window closes; false keeps it open. Unset = yes.
    void setCloseGuard(std::function<bool()> guard) { m_closeGuard = std::move(guard); }

signals:
    void filesDropped(const QStringList& paths);

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildFrame();
    void connectFrame();
    void buildMenus();
    QMenu* menuOf(const QAction* action);
    void retranslate();
    void keepShortcuts(const QAction* action);
    void renewPages();
    void showTitle();
    void fillRecent();
    void connectActions();
    void restore();
    void updateFolding();
    void updateAttention();
    void updateHistoryActions();
    Stage* make(const QString& id);
    void openPanel(int page);
    void chooseTheme(const QString& scheme);

    Workbench& m_workbench;
    std::vector<StageEntry> m_stages;
    QSettings& m_settings;
    bool m_systemDark;
    QHash<QString, Stage*> m_pages;
    QHash<QString, QWidget*> m_inspectors;
    QString m_current;
    QString m_documentTitle;
    QHash<int, QMenu*> m_menus;
    QHash<QString, QMenu*> m_submenus; ///< by group
    QMenu* m_recent = nullptr;

    QLabel* m_titleLabel = nullptr;
    QPushButton* m_commands = nullptr;
    Rail* m_rail = nullptr;
    StageHeader* m_header = nullptr;
    MessageBar* m_messages = nullptr;
    QStackedWidget* m_pageStack = nullptr;
    QStackedWidget* m_inspectorStack = nullptr;
    BottomPanel* m_bottom = nullptr;
    StatusLine* m_status = nullptr;
    QSplitter* m_across = nullptr;
    QSplitter* m_down = nullptr;
    std::function<bool()> m_closeGuard;
};

} // namespace shardscape::app
