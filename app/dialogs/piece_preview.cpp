// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/piece_preview.h"

#include "app/canvas/diagram_scene.h"

namespace shardscape::app {
namespace {

constexpr double kMargin = 16;

} // namespace

PiecePreview::PiecePreview(Workbench& window, QWidget* parent)
    : QGraphicsView(parent)
    , m_own(std::make_unique<Workbench>(Workbench::Services{window.analysis().catalogue(), {}, {}})) {
    m_own->theme().setTheme(window.theme().theme());
    m_scene = std::make_unique<DiagramScene>(*m_own);
    setScene(m_scene.get());
    setInteractive(false);
    setFocusPolicy(Qt::NoFocus);
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setBackgroundBrush(window.theme().color(Role::Window));
    setAccessibleName(tr("Preview"));
}

PiecePreview::~PiecePreview() {
    setScene(nullptr);
}

void PiecePreview::setPiece(const model::Project& piece) {
    QStringList names;
    for (const model::Entity& entity : piece.entities)
        names << QString::fromStdString(entity.name);
    setAccessibleDescription(names.join(QStringLiteral(", ")));
    m_own->document().reset(piece);
    m_scene->routeAllNow();
    fit();
}

void PiecePreview::fit() {
    const QRectF all = m_scene->contents().adjusted(-kMargin, -kMargin, kMargin, kMargin);
    setSceneRect(all);
    resetTransform();
    if (all.width() > width() || all.height() > height())
        fitInView(all, Qt::KeepAspectRatio);
}

void PiecePreview::resizeEvent(QResizeEvent* event) {
    QGraphicsView::resizeEvent(event);
    fit();
}

} // namespace shardscape::app
