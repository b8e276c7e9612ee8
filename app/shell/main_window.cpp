// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/main_window.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QScreen>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "app/dialogs/gallery_dialog.h"
#include "app/dialogs/keep_dialog.h"
#include "app/dialogs/naming_dialog.h"
#include "app/dialogs/rename_dialog.h"
#include "app/panels/bottom_panel.h"
#include "app/panels/schema_editor.h"
#include "app/panels/text_panel.h"
#include "app/shell/command_palette.h"
#include "app/shell/dialog_sizes.h"
#include "app/shell/message_bar.h"
#include "app/shell/rail.h"
#include "app/shell/shortcut_editor.h"
#include "app/shell/shortcut_sheet.h"
#include "app/shell/stage_header.h"
#include "app/shell/status_line.h"
#include "app/theme/metrics.h"
#include "app/theme/style.h"

namespace shardscape::app {
namespace {

constexpr int kInspectorWidth = 330;
constexpr int kBottomHeight = 170;
constexpr int kTitleBar = 30; ///< what the desktop puts around a window, about
/// Windows lower than this start with the bottom panel folded, so that the page has room.
constexpr int kLowWindow = 850;

/// The menus in their order, with titles.
std::vector<std::pair<Menu, QString>> menuTitles() {
    return {{Menu::File, MainWindow::tr("&File")}, {Menu::Edits, MainWindow::tr("&Edit")},
            {Menu::View, MainWindow::tr("&View")}, {Menu::Model, MainWindow::tr("&Model")},
            {Menu::Run, MainWindow::tr("&Run")},   {Menu::Help, MainWindow::tr("&Help")}};
}

QString group(const QAction* action) {
    return action->objectName().section(QLatin1Char('.'), 0, 0);
}

/// What the action of a stage says.
ActionSpec goTo(const StageEntry& entry) {
    return {QStringLiteral("stage.") + entry.id,
            entry.title(),
            entry.icon,
            {entry.shortcut},
            Menu::View,
            false,
            false,
            MainWindow::tr("Go to %1").arg(entry.title())};
}

/// Inserts the action into its menu behind the last one of its group, or at the end behind a separator.
void insertIntoMenu(QMenu* menu, QAction* action) {
    QAction* last = nullptr;
    for (QAction* there : menu->actions())
        if (!there->isSeparator() && group(there) == group(action))
            last = there;
    if (!last) {
        if (!menu->isEmpty())
            menu->addSeparator();
        menu->addAction(action);
        return;
    }
    const QList<QAction*> entries = menu->actions();
    const qsizetype next = entries.indexOf(last) + 1;
    menu->insertAction(next < entries.size() ? entries[next] : nullptr, action);
}

/// The keys that the user chose, by action.
Shortcuts readShortcuts(QSettings& settings) {
    Shortcuts chosen;
    settings.beginGroup(QStringLiteral("shortcuts"));
    for (const QString& id : settings.childKeys()) {
        QList<QKeySequence>& keys = chosen[id];
        for (const QString& text : settings.value(id).toStringList())
            keys.append(QKeySequence::fromString(text, QKeySequence::PortableText));
    }
    settings.endGroup();
    return chosen;
}

/// Where the settings have what a kept action was.
QString keptKey(const QAction* action) {
    return QStringLiteral("view/") + action->objectName();
}

} // namespace

MainWindow::MainWindow(Workbench& workbench, std::vector<StageEntry> stages, QSettings& settings, bool systemDark,
                       QWidget* parent)
    : QMainWindow(parent)
    , m_workbench(workbench)
    , m_stages(std::move(stages))
    , m_settings(settings)
    , m_systemDark(systemDark) {
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    setMinimumSize(960, 600);
    m_workbench.actions().setChosenShortcuts(readShortcuts(m_settings));
    new DialogSizes(*this, m_settings);
    buildFrame();
    buildMenus();
    connectActions();
    restore();
    setDocumentTitle({});
    updateHistoryActions();
    if (!m_stages.empty())
        showStage(m_stages.front().id);
}

MainWindow::~MainWindow() = default;

void MainWindow::buildFrame() {
    for (const StageEntry& entry : m_stages) {
        if (!entry.inRail)
            continue;
        QAction* go = m_workbench.actions().add(goTo(entry));
        connect(go, &QAction::triggered, this, [this, id = entry.id] { showStage(id); });
    }
    m_rail = new Rail(m_stages, m_workbench.actions(), m_workbench.theme(), this);
    m_header = new StageHeader(this);
    m_messages = new MessageBar(m_workbench, this);
    m_pageStack = new QStackedWidget(this);
    m_bottom = new BottomPanel(m_workbench, this);
    m_status = new StatusLine(m_workbench, this);
    m_inspectorStack = new QStackedWidget(this);
    m_inspectorStack->setObjectName(QStringLiteral("inspector"));
    m_inspectorStack->setAutoFillBackground(true);
    m_inspectorStack->setBackgroundRole(QPalette::Base);
    m_inspectorStack->setMinimumWidth(300);

    m_down = new QSplitter(Qt::Vertical, this);
    m_down->setChildrenCollapsible(false);
    m_down->setHandleWidth(1);
    m_down->addWidget(m_pageStack);
    m_down->addWidget(m_bottom);
    m_down->setStretchFactor(0, 1);
    m_bottom->setMinimumHeight(90);

    auto* middle = new QWidget(this);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_messages);
    column->addWidget(m_down, 1);

    m_across = new QSplitter(Qt::Horizontal, this);
    m_across->setChildrenCollapsible(false);
    m_across->setHandleWidth(1);
    m_across->addWidget(middle);
    m_across->addWidget(m_inspectorStack);
    m_across->setStretchFactor(0, 1);

    auto* central = new QWidget(this);
    auto* rows = new QVBoxLayout(central);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addWidget(m_across, 1);
    rows->addLayout(row, 1);
    rows->addWidget(m_status);
    setCentralWidget(central);
    connectFrame();
    connect(&m_workbench, &Workbench::stageRequested, this, &MainWindow::showStage);
    connect(&m_workbench.analysis(), &AnalysisService::analysisReady, this, &MainWindow::updateAttention);
    connect(&m_workbench.selection(), &Selection::layoutChanged, this, &MainWindow::updateAttention);
    connect(&m_workbench.language(), &Language::changed, this, &MainWindow::retranslate);
}

void MainWindow::connectFrame() {
    connect(m_rail, &Rail::chosen, this, &MainWindow::showStage);
    connect(m_bottom, &BottomPanel::wanted, this,
            [this] { m_workbench.actions().at(QStringLiteral("panel.bottom"))->setChecked(true); });
    connect(m_bottom, &BottomPanel::foldRequested, this,
            [this] { m_workbench.actions().at(QStringLiteral("panel.bottom"))->setChecked(false); });
}

/// Where an action is listed; nullptr for nowhere.
QMenu* MainWindow::menuOf(const QAction* action) {
    QMenu* menu = m_menus.value(static_cast<int>(m_workbench.actions().spec(action).menu));
    const QString title = groupTitle(action->objectName());
    if (!menu || title.isEmpty())
        return menu;
    QMenu*& submenu = m_submenus[group(action)];
    if (!submenu) {
        submenu = new QMenu(title, menu);
        submenu->menuAction()->setObjectName(group(action) + QStringLiteral(".menu"));
        insertIntoMenu(menu, submenu->menuAction());
    }
    return submenu;
}

void MainWindow::buildMenus() {
    auto* top = new QFrame(this);
    top->setObjectName(QStringLiteral("topBar"));
    top->setProperty("look", "header");
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins(kSpaceBetween, 0, kSpaceInside, 0);
    row->setSpacing(kSpaceInside);
    auto* name = new QLabel(QStringLiteral("Shardscape"), top);
    name->setProperty("strong", true);
    auto* bar = new QMenuBar(top);
    bar->setNativeMenuBar(false);
    bar->setStyleSheet(QStringLiteral("QMenuBar { border: none; }"));
    bar->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    top->setFixedHeight(36);
    m_titleLabel = new QLabel(top);
    m_titleLabel->setProperty("role", "muted");
    m_commands = new QPushButton(top);
    m_commands->setProperty("look", "flat");
    m_commands->setFocusPolicy(Qt::TabFocus);
    QAction* palette = m_workbench.actions().at(QStringLiteral("palette.commands"));
    const auto nameCommands = [this, palette] {
        m_commands->setText(tr("Commands  %1").arg(palette->shortcut().toString(QKeySequence::NativeText)).trimmed());
        m_commands->setToolTip(palette->toolTip());
    };
    nameCommands();
    connect(palette, &QAction::changed, m_commands, nameCommands);
    connect(m_commands, &QPushButton::clicked, palette, &QAction::trigger);
    row->addWidget(name);
    row->addWidget(bar, 0, Qt::AlignVCenter);
    row->addStretch(1);
    row->addWidget(m_titleLabel);
    row->addStretch(1);
    row->addWidget(m_commands);
    setMenuWidget(top);

    for (const auto& [menu, title] : menuTitles()) {
        m_menus.insert(static_cast<int>(menu), bar->addMenu(title));
        m_menus[static_cast<int>(menu)]->menuAction()->setVisible(false);
    }
    Actions& actions = m_workbench.actions();
    const auto place = [this](QAction* action) {
        const ActionSpec& spec = m_workbench.actions().spec(action);
        if (!spec.onPage)
            addAction(action);
        QMenu* menu = menuOf(action);
        if (!menu)
            return;
        m_menus[static_cast<int>(spec.menu)]->menuAction()->setVisible(true);
        insertIntoMenu(menu, action);
    };
    for (QAction* action : actions.all())
        place(action);
    QMenu* files = m_menus[static_cast<int>(Menu::File)];
    m_recent = new QMenu(files);
    m_recent->setObjectName(QStringLiteral("recentFiles"));
    m_recent->setToolTipsVisible(true);
    files->insertMenu(actions.at(QStringLiteral("file.import")), m_recent);
    fillRecent();
    connect(&m_workbench, &Workbench::recentFilesChanged, this, &MainWindow::fillRecent);
    connect(&actions, &Actions::added, this, place);
}

void MainWindow::fillRecent() {
    m_recent->setTitle(tr("Open &recent"));
    m_recent->clear();
    for (const QString& path : m_workbench.recentFiles()) {
        QAction* open =
            m_recent->addAction(QFileInfo(path).completeBaseName().replace(QLatin1Char('&'), QLatin1String("&&")));
        open->setToolTip(path);
        connect(open, &QAction::triggered, this, [this, path] { m_workbench.requestOpen(path); });
    }
    if (!m_recent->isEmpty())
        m_recent->addSeparator();
    connect(m_recent->addAction(tr("&Forget these")), &QAction::triggered, this,
            [this] { m_workbench.setRecentFiles({}); });
    m_recent->setEnabled(!m_workbench.recentFiles().isEmpty());
}

void MainWindow::connectActions() {
    Actions& actions = m_workbench.actions();
    const auto on = [&](const char* id, auto slot) {
        connect(actions.at(QString::fromLatin1(id)), &QAction::triggered, this, slot);
    };
    on("history.undo", [this] { m_workbench.document().undo(); });
    on("history.redo", [this] { m_workbench.document().redo(); });
    on("quit.quit", [this] { close(); });
    on("file.welcome", [this] { showStage(QStringLiteral("welcome")); });
    on("palette.commands", [this] { (new CommandPalette(m_workbench.actions(), m_workbench.theme(), this))->open(); });
    on("help.shortcuts", [this] { (new ShortcutSheet(m_workbench.actions(), this))->open(); });
    on("edit.shortcuts", [this] {
        makeAllPages();
        (new ShortcutEditor(m_workbench.actions(), this))->open();
    });
    connect(&actions, &Actions::shortcutsChanged, this, &MainWindow::keepShortcuts);
    on("window.fullscreen", [this](bool full) { full ? showFullScreen() : showNormal(); });
    on("panel.problems", [this] { openPanel(BottomPanel::Problems); });
    on("panel.working", [this] { openPanel(BottomPanel::Working); });
    on("panel.history", [this] { openPanel(BottomPanel::History); });
    on("panel.text", [this] {
        openPanel(BottomPanel::Text);
        m_bottom->text()->editor()->setFocus();
    });
    on("gallery.insert", [this] { GalleryDialog::ask(m_workbench, this); });
    on("gallery.keep", [this] { KeepDialog::ask(m_workbench, this); });
    on("model.naming", [this] { (new NamingDialog(m_workbench, this))->open(); });
    on("bulk.rename", [this] { (new RenameDialog(m_workbench, this))->open(); });
    on("panel.data", [this] { openPanel(BottomPanel::Data); });
    on("help.about", [this] {
        m_workbench.showMessage(
            tr("Shardscape %1 — a workbench for data modelling at scale. Free software under the GPL, "
               "version 3 or later. It works offline and sends nothing anywhere.")
                .arg(QCoreApplication::applicationVersion()));
    });
    for (const char* id : {"panel.inspector", "panel.bottom"})
        connect(actions.at(QString::fromLatin1(id)), &QAction::toggled, this, &MainWindow::updateFolding);
    auto* themes = new QActionGroup(this);
    for (const char* scheme : {"system", "light", "dark", "contrast"}) {
        QAction* action = themes->addAction(actions.at(QStringLiteral("theme.") + QString::fromLatin1(scheme)));
        connect(action, &QAction::triggered, this, [this, scheme] { chooseTheme(QString::fromLatin1(scheme)); });
    }
    connect(&m_workbench.document(), &Document::historyChanged, this, &MainWindow::updateHistoryActions);
    connect(&m_workbench.document(), &Document::cleanChanged, this, [this](bool clean) {
        setWindowModified(!clean);
        showTitle();
    });
    auto* languages = new QActionGroup(this);
    for (const Language::Choice& choice : Language::choices()) {
        QAction* action = languages->addAction(actions.at(QStringLiteral("language.") + choice.code));
        action->setChecked(choice.code == m_workbench.language().code());
        connect(action, &QAction::triggered, this, [this, code = choice.code] {
            m_settings.setValue(QStringLiteral("window/language"), code);
            m_workbench.language().setCode(code);
        });
    }
}

void MainWindow::keepShortcuts(const QAction* action) {
    const QString key = QStringLiteral("shortcuts/") + action->objectName();
    const Shortcuts& chosen = m_workbench.actions().chosenShortcuts();
    if (chosen.isEmpty()) // also those of actions that are no more
        return m_settings.remove(QStringLiteral("shortcuts"));
    if (!chosen.contains(action->objectName()))
        return m_settings.remove(key);
    QStringList texts;
    for (const QKeySequence& sequence : chosen.value(action->objectName()))
        texts << sequence.toString(QKeySequence::PortableText);
    m_settings.setValue(key, texts);
}

void MainWindow::restore() {
    Actions& actions = m_workbench.actions();
    const QRect room = screen()->availableGeometry();
    resize(QSize(1440, 900).boundedTo(room.size() - QSize(0, kTitleBar)));
    restoreGeometry(m_settings.value(QStringLiteral("window/geometry")).toByteArray());
    if (!m_across->restoreState(m_settings.value(QStringLiteral("window/across")).toByteArray()))
        m_across->setSizes({1440 - kInspectorWidth, kInspectorWidth});
    if (!m_down->restoreState(m_settings.value(QStringLiteral("window/down")).toByteArray()))
        m_down->setSizes({800 - kBottomHeight, kBottomHeight});
    actions.at(QStringLiteral("panel.inspector"))
        ->setChecked(m_settings.value(QStringLiteral("window/inspector"), true).toBool());
    actions.at(QStringLiteral("panel.bottom"))
        ->setChecked(m_settings.value(QStringLiteral("window/bottom"), height() > kLowWindow).toBool());
    for (QAction* action : actions.all())
        if (isKept(actions.spec(action)))
            action->setChecked(m_settings.value(keptKey(action), action->isChecked()).toBool());
    chooseTheme(m_settings.value(QStringLiteral("window/theme"), QStringLiteral("system")).toString());
}

void MainWindow::chooseTheme(const QString& scheme) {
    const bool contrast = scheme == QLatin1String("contrast");
    const bool dark = scheme == QLatin1String("dark") || (scheme != QLatin1String("light") && m_systemDark);
    m_workbench.theme().setTheme(contrast ? contrastTheme(dark) : dark ? darkTheme() : lightTheme());
    m_settings.setValue(QStringLiteral("window/theme"), scheme);
    if (QAction* action = m_workbench.actions().find(QStringLiteral("theme.") + scheme))
        action->setChecked(true);
}

Stage* MainWindow::make(const QString& id) {
    if (Stage* there = m_pages.value(id))
        return there;
    const auto entry = std::find_if(m_stages.begin(), m_stages.end(), [&](const StageEntry& e) { return e.id == id; });
    if (entry == m_stages.end())
        return nullptr;
    Stage* stage = entry->make(m_workbench);
    stage->setParent(m_pageStack);
    m_pages.insert(id, stage);
    m_pageStack->addWidget(stage);
    if (QWidget* inspector = stage->inspector()) {
        auto* scroll = new QScrollArea(m_inspectorStack);
        scroll->setWidget(inspector);
        scroll->setWidgetResizable(true);
        scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_inspectors.insert(id, scroll);
        m_inspectorStack->addWidget(scroll);
    }
    return stage;
}

void MainWindow::showStage(const QString& id) {
    Stage* stage = make(id);
    if (!stage || id == m_current)
        return;
    const auto entry = std::find_if(m_stages.begin(), m_stages.end(), [&](const StageEntry& e) { return e.id == id; });
    m_current = id;
    m_rail->setCurrent(id);
    m_header->setPage(entry->title(), stage->headerActions());
    m_pageStack->setCurrentWidget(stage);
    if (QWidget* inspector = m_inspectors.value(id))
        m_inspectorStack->setCurrentWidget(inspector);
    updateFolding();
    stage->activate();
}

void MainWindow::makeAllPages() {
    for (const StageEntry& entry : m_stages)
        make(entry.id);
}

/// Says everything again in the language that is now set. What lasts (actions, menus, the message shown) gets new
/// words; what only shows (pages, panels) is made again and continues where the old one was.
void MainWindow::retranslate() {
    Actions& actions = m_workbench.actions();
    for (const StageEntry& entry : m_stages)
        if (entry.inRail)
            actions.add(goTo(entry));
    for (const auto& [menu, title] : menuTitles())
        m_menus[static_cast<int>(menu)]->setTitle(title);
    for (auto submenu = m_submenus.begin(); submenu != m_submenus.end(); ++submenu)
        (*submenu)->setTitle(groupTitle(submenu.key() + QLatin1Char('.')));
    actions.at(QStringLiteral("language.") + m_workbench.language().code())->setChecked(true);
    updateHistoryActions();
    fillRecent();
    showTitle();

    const auto replace = [this](auto*& old, auto* fresh) {
        delete centralWidget()->layout()->replaceWidget(old, fresh); // the item, which is the caller's
        delete std::exchange(old, fresh);
    };
    replace(m_rail, new Rail(m_stages, m_workbench.actions(), m_workbench.theme(), this));
    replace(m_status, new StatusLine(m_workbench, this));
    auto* bottom = new BottomPanel(m_workbench, this);
    bottom->continueFrom(*m_bottom);
    bottom->setMinimumHeight(m_bottom->minimumHeight());
    delete m_down->replaceWidget(m_down->indexOf(m_bottom), bottom);
    m_bottom = bottom;
    connectFrame();
    renewPages();
    updateAttention();
}

void MainWindow::renewPages() {
    m_header->setPage({}, {});
    const QHash<QString, Stage*> before = std::exchange(m_pages, {});
    const QHash<QString, QWidget*> inspectors = std::exchange(m_inspectors, {});
    const QString current = std::exchange(m_current, {});
    for (auto page = before.begin(); page != before.end(); ++page)
        make(page.key())->continueFrom(**page);
    qDeleteAll(inspectors);
    qDeleteAll(before);
    showStage(current);
}

Stage* MainWindow::stage() const {
    return m_pages.value(m_current);
}

void MainWindow::updateFolding() {
    Actions& actions = m_workbench.actions();
    const bool bare = stage() && stage()->bare();
    m_header->setVisible(!bare);
    m_status->setVisible(!bare);
    m_inspectorStack->setVisible(!bare && m_inspectors.contains(m_current) &&
                                 actions.at(QStringLiteral("panel.inspector"))->isChecked());
    m_bottom->setVisible(!bare && actions.at(QStringLiteral("panel.bottom"))->isChecked());
}

void MainWindow::updateAttention() {
    for (const StageEntry& entry : m_stages)
        if (entry.attention)
            m_rail->setAttention(entry.id, entry.attention(m_workbench));
}

void MainWindow::updateHistoryActions() {
    const Document& document = m_workbench.document();
    QAction* undo = m_workbench.actions().at(QStringLiteral("history.undo"));
    QAction* redo = m_workbench.actions().at(QStringLiteral("history.redo"));
    undo->setEnabled(document.canUndo());
    redo->setEnabled(document.canRedo());
    undo->setText(document.canUndo() ? tr("&Undo %1").arg(document.undoLabel()) : tr("&Undo"));
    redo->setText(document.canRedo() ? tr("&Redo %1").arg(document.redoLabel()) : tr("&Redo"));
}

void MainWindow::openPanel(int page) {
    m_bottom->openPage(page);
    m_workbench.actions().at(QStringLiteral("panel.bottom"))->setChecked(true);
}

void MainWindow::setDocumentTitle(const QString& title) {
    m_documentTitle = title;
    showTitle();
}

void MainWindow::showTitle() {
    const QString title = m_documentTitle.isEmpty() ? tr("untitled") : m_documentTitle;
    setWindowTitle(title + QStringLiteral("[*] — Shardscape"));
    m_titleLabel->setText(title + (m_workbench.document().isClean() ? QString() : QStringLiteral(" •")));
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (m_closeGuard && !m_closeGuard()) {
        event->ignore();
        return;
    }
    Actions& actions = m_workbench.actions();
    m_settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    m_settings.setValue(QStringLiteral("window/across"), m_across->saveState());
    m_settings.setValue(QStringLiteral("window/down"), m_down->saveState());
    m_settings.setValue(QStringLiteral("window/inspector"), actions.at(QStringLiteral("panel.inspector"))->isChecked());
    m_settings.setValue(QStringLiteral("window/bottom"), actions.at(QStringLiteral("panel.bottom"))->isChecked());
    for (const QAction* action : actions.all())
        if (isKept(actions.spec(action)))
            m_settings.setValue(keptKey(action), action->isChecked());
    m_workbench.jobs().cancelAll();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    if (!paths.isEmpty())
        emit filesDropped(paths);
    event->acceptProposedAction();
}

} // namespace shardscape::app
