// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/diagram_tabs.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QTabBar>
#include <QToolButton>

#include "app/theme/icons.h"

namespace shardscape::app {
namespace {

/// As wide as its tabs. Qt's own always keeps room for scroll buttons, and what is beside it would stand off.
class TabsAlone : public QTabBar {
public:
    using QTabBar::QTabBar;
    /// A little more than they need: at the very width the scroll buttons come.
    QSize sizeHint() const override { return QTabBar::sizeHint() + QSize(4, 0); }
    QSize minimumSizeHint() const override { return {std::min(48, sizeHint().width()), sizeHint().height()}; }
};

} // namespace

DiagramTabs::DiagramTabs(CanvasView& view, QWidget* parent)
    : QWidget(parent)
    , m_view(view)
    , m_bar(new TabsAlone(this))
    , m_add(new QToolButton(this)) {
    setObjectName(QStringLiteral("diagramTabs"));
    m_bar->setObjectName(QStringLiteral("diagramTabBar"));
    m_bar->setAccessibleName(tr("Diagrams"));
    m_bar->setToolTip(tr("Diagrams of this model: double-click renames"));
    m_bar->setShape(QTabBar::RoundedSouth);
    m_bar->setExpanding(false);
    m_bar->setDrawBase(false);
    m_bar->setUsesScrollButtons(true);
    m_bar->setElideMode(Qt::ElideRight);
    m_bar->installEventFilter(this);
    m_bar->setContextMenuPolicy(Qt::CustomContextMenu);
    QAction* create = view.workbench().actions().at(QStringLiteral("diagram.new"));
    const auto follow = [this, create] {
        m_add->setIcon(create->icon());
        m_add->setToolTip(create->toolTip());
    };
    follow();
    connect(create, &QAction::changed, this, follow);
    connect(m_add, &QToolButton::clicked, create, &QAction::trigger);
    m_add->setAccessibleName(tr("New diagram"));
    m_add->setAutoRaise(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 8, 2);
    row->setSpacing(4);
    row->addWidget(m_bar);
    row->addWidget(m_add);
    row->addStretch(1);
    connect(m_bar, &QTabBar::currentChanged, this, [this](int tab) {
        if (!m_rebuilding && tab >= 0 && tab < int(m_ids.size()))
            m_view.diagram().show(m_ids[std::size_t(tab)]);
    });
    connect(m_bar, &QWidget::customContextMenuRequested, this, [this](QPoint at) {
        if (const int tab = m_bar->tabAt(at); tab >= 0)
            showMenu(tab, m_bar->mapToGlobal(at));
    });
    connect(m_bar, &QTabBar::tabBarDoubleClicked, this, &DiagramTabs::rename);
    connect(&view.workbench().document(), &Document::changed, this, &DiagramTabs::rebuild);
    connect(&view.diagram(), &DiagramScene::shownChanged, this, [this] {
        rebuild();
        m_view.fitAll();
    });
    connect(view.workbench().actions().at(QStringLiteral("diagram.rename")), &QAction::triggered, this,
            [this] { rename(m_bar->currentIndex()); });
    rebuild();
}

void DiagramTabs::rebuild() {
    m_rebuilding = true;
    const std::vector<const model::Diagram*> diagrams = m_view.workbench().project()->diagrams();
    while (m_bar->count() > int(diagrams.size()))
        m_bar->removeTab(m_bar->count() - 1);
    while (m_bar->count() < int(diagrams.size()))
        m_bar->addTab({});
    m_ids.clear();
    for (int i = 0; i < int(diagrams.size()); ++i) {
        const model::Diagram& diagram = *diagrams[std::size_t(i)];
        m_ids.push_back(diagram.id);
        QString title = diagramTitle(diagram);
        title.replace(QLatin1Char('&'), QLatin1String("&&"));
        if (m_bar->tabText(i) != title)
            m_bar->setTabText(i, title);
        if (diagram.id == m_view.diagram().shown())
            m_bar->setCurrentIndex(i);
    }
    m_rebuilding = false;
}

void DiagramTabs::showMenu(int tab, QPoint position) {
    const model::DiagramId id = m_ids[std::size_t(tab)];
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Rename…"), this, [this, id] {
        const auto at = std::find(m_ids.begin(), m_ids.end(), id);
        if (at != m_ids.end())
            rename(int(at - m_ids.begin()));
    });
    menu->addAction(tr("&Duplicate"), this, [this, id] { m_view.commands().duplicateDiagram(id); });
    QAction* remove = menu->addAction(tr("De&lete diagram"), this, [this, id] { m_view.commands().removeDiagram(id); });
    remove->setEnabled(m_ids.size() > 1);
    menu->addSeparator();
    menu->addAction(m_view.workbench().actions().at(QStringLiteral("diagram.new")));
    menu->popup(position);
}

void DiagramTabs::rename(int tab) {
    if (tab < 0 || tab >= int(m_ids.size()) || m_editor)
        return;
    m_bar->setCurrentIndex(tab);
    m_editor = new QLineEdit(m_bar->tabText(tab).replace(QLatin1String("&&"), QLatin1String("&")), this);
    m_editor->setObjectName(QStringLiteral("diagramName"));
    m_editor->setAccessibleName(tr("Name of the diagram"));
    const QRect at = m_bar->tabRect(tab).translated(m_bar->pos());
    m_editor->setGeometry(at.x(), at.y(), std::max(at.width(), 140), at.height());
    m_editor->selectAll();
    m_editor->show();
    m_editor->setFocus();
    m_editor->installEventFilter(this);
    connect(m_editor, &QLineEdit::editingFinished, this, [this, id = m_ids[std::size_t(tab)]] {
        if (!m_editor)
            return;
        QLineEdit* editor = std::exchange(m_editor, nullptr);
        const QString name = editor->text().trimmed();
        editor->deleteLater();
        const model::Diagram* diagram = m_view.workbench().project()->find(id);
        if (diagram && !name.isEmpty() && name != diagramTitle(*diagram))
            m_view.commands().renameDiagram(id, name);
        m_view.setFocus();
    });
}

bool DiagramTabs::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_editor && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        std::exchange(m_editor, nullptr)->deleteLater();
        m_view.setFocus();
        return true;
    }
    if (watched == m_bar && event->type() == QEvent::KeyPress)
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_F2: rename(m_bar->currentIndex()); return true;
        case Qt::Key_Delete:
            if (const int tab = m_bar->currentIndex(); tab >= 0)
                m_view.commands().removeDiagram(m_ids[std::size_t(tab)]);
            return true;
        default: break;
        }
    return QWidget::eventFilter(watched, event);
}

} // namespace shardscape::app
