// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/entities/entities_stage.h"

#include <tuple>

#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>

#include "app/canvas/canvas_view.h"
#include "app/canvas/diagram_tabs.h"
#include "app/canvas/overlays.h"
#include "app/canvas/path_bar.h"
#include "app/panels/outline_panel.h"
#include "app/stages/entities/entity_inspector.h"
#include "app/theme/metrics.h"
#include "app/theme/widgets.h"

namespace shardscape::app {
namespace {

constexpr int kOutlineWidth = 200;
constexpr int kMargin = 14;

} // namespace

EntitiesStage::EntitiesStage(Workbench& workbench, QWidget* parent)
    : Stage(workbench, parent)
    , m_canvas(new CanvasView(workbench, this))
    , m_tabs(new DiagramTabs(*m_canvas, this))
    , m_outline(new OutlinePanel(workbench, m_canvas->commands(), this))
    , m_minimap(new Minimap(*m_canvas, m_canvas))
    , m_legend(new Legend(*m_canvas, m_canvas))
    , m_find(new FindBar(*m_canvas, m_canvas))
    , m_path(new PathBar(*m_canvas, m_canvas))
    , m_empty(new EmptyState(
          workbench.theme(), QStringLiteral("entities"), tr("Draw what there is to store"),
          tr("An entity is a kind of thing the system remembers: users, orders, readings. Draw the first one, "
             "or import the schema you have."),
          m_canvas))
    , m_tintMenu(new QMenu(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    auto* splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    splitter->addWidget(m_outline);
    auto* drawing = new QWidget(splitter);
    auto* column = new QVBoxLayout(drawing);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_canvas);
    column->addWidget(m_tabs);
    splitter->addWidget(drawing);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({kOutlineWidth, 1000});
    m_outline->setMinimumWidth(140);
    row->addWidget(splitter);
    m_canvas->installEventFilter(this);

    Actions& actions = workbench.actions();
    m_empty->addAction(actions.at(QStringLiteral("file.import")));
    m_empty->addAction(actions.at(QStringLiteral("model.entity")), true);
    const auto toggles = [&](const char* id, QWidget* widget) {
        const QAction* action = actions.at(QString::fromLatin1(id));
        widget->setVisible(action->isChecked());
        connect(action, &QAction::toggled, widget, &QWidget::setVisible);
    };
    toggles("canvas.outline", m_outline);
    toggles("canvas.minimap", m_minimap);
    connect(actions.at(QStringLiteral("find.find")), &QAction::triggered, this, [this] {
        this->workbench().goTo(QStringLiteral("entities"));
        m_path->done();
        m_find->open();
        placeOverlays();
    });
    connect(actions.at(QStringLiteral("find.path")), &QAction::triggered, this, [this] {
        this->workbench().goTo(QStringLiteral("entities"));
        m_find->done();
        m_path->open();
    });
    connect(m_path, &PathBar::resized, this, &EntitiesStage::placeOverlays);
    connect(m_outline, &OutlinePanel::revealRequested, this, [this](model::EntityId id) { m_canvas->reveal(id); });
    connect(&workbench.selection(), &Selection::changed, this, [this] {
        // Chosen elsewhere (a problem, the inspector): show it.
        const Selected& selected = this->workbench().selection().value();
        if (!m_canvas->hasFocus() && selected.entity())
            m_canvas->reveal(selected.entity());
        else if (!m_canvas->hasFocus() && selected.relationship())
            m_canvas->reveal(selected.relationship());
    });

    buildTints();
    connect(&workbench.document(), &Document::changed, this, [this](const Change& change) {
        updateEmpty();
        if (change.kind == Change::Kind::Reset)
            m_canvas->fitAll();
    });
    connect(&m_canvas->diagram(), &DiagramScene::rearranged, this, &EntitiesStage::placeOverlays);
    actions.at(QStringLiteral("model.entity"))->setProperty("primary", true);
    updateEmpty();
}

void EntitiesStage::buildTints() {
    const std::tuple<Tint, QString, QString> kinds[] = {{Tint::Boundary, tr("Boundary"), tr("Tint: boundary")},
                                                        {Tint::Traffic, tr("Traffic"), tr("Tint: traffic")},
                                                        {Tint::Rows, tr("Rows"), tr("Tint: rows")}};
    m_tintAction = new QAction(this);
    m_tintAction->setObjectName(QStringLiteral("canvas.tint"));
    m_tintAction->setToolTip(tr("What the colours of the cards mean"));
    m_tintAction->setMenu(m_tintMenu);
    auto* tints = new QActionGroup(this);
    for (const auto& [tint, name, title] : kinds) {
        QAction* action = tints->addAction(m_tintMenu->addAction(name));
        action->setCheckable(true);
        connect(action, &QAction::toggled, this, [this, tint = tint, title = title](bool on) {
            if (!on)
                return;
            m_canvas->diagram().setTint(tint);
            m_tintAction->setText(title);
            placeOverlays();
        });
        action->setChecked(tint == Tint::Boundary);
    }
}

void EntitiesStage::continueFrom(Stage& before) {
    auto* other = qobject_cast<EntitiesStage*>(&before);
    if (!other)
        return;
    m_canvas->continueFrom(*other->m_canvas);
    m_tintMenu->actions().at(qsizetype(other->m_canvas->diagram().tint()))->setChecked(true);
}

QList<QAction*> EntitiesStage::headerActions() {
    Actions& actions = workbench().actions();
    return {actions.at(QStringLiteral("find.find")), actions.at(QStringLiteral("arrange.all")), m_tintAction,
            actions.at(QStringLiteral("model.entity"))};
}

QWidget* EntitiesStage::inspector() {
    if (!m_inspector)
        m_inspector = new EntityInspector(workbench(), m_canvas->commands());
    return m_inspector;
}

void EntitiesStage::activate() {
    m_canvas->setFocus();
}

void EntitiesStage::updateEmpty() {
    const bool none = workbench().project()->entities.empty();
    m_empty->setVisible(none);
    m_minimap->setVisible(!none && workbench().actions().at(QStringLiteral("canvas.minimap"))->isChecked());
    m_legend->refresh();
    placeOverlays();
}

void EntitiesStage::placeOverlays() {
    const QRect area = m_canvas->rect();
    m_minimap->move(area.right() - m_minimap->width() - kMargin, area.bottom() - m_minimap->height() - kMargin);
    m_legend->move(kMargin, area.bottom() - m_legend->height() - kMargin);
    m_find->adjustSize();
    m_find->move(area.right() - m_find->width() - kMargin, kMargin);
    m_path->resize(qMin(area.width() - 2 * kMargin, 520),
                   m_path->heightForWidth(qMin(area.width() - 2 * kMargin, 520)));
    m_path->move(area.right() - m_path->width() - kMargin, kMargin);
    m_empty->adjustSize();
    m_empty->resize(qMin(area.width(), 520), m_empty->height());
    m_empty->move(area.center() - m_empty->rect().center());
}

bool EntitiesStage::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_canvas && event->type() == QEvent::Resize)
        placeOverlays();
    return Stage::eventFilter(watched, event);
}

} // namespace shardscape::app
