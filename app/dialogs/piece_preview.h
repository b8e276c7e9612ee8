// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QGraphicsView>

#include "app/shell/workbench.h"

namespace shardscape::app {

class DiagramScene;

/// A small model drawn as the canvas would draw it, to look at.
class PiecePreview : public QGraphicsView {
    Q_OBJECT
public:
    /// The theme is the one of the window's workbench.
    explicit PiecePreview(Workbench& window, QWidget* parent = nullptr);
    ~PiecePreview() override;

    void setPiece(const model::Project& piece);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();

    std::unique_ptr<Workbench> m_own; ///< the scene shows the document of a workbench: this one
    std::unique_ptr<DiagramScene> m_scene;
};

} // namespace shardscape::app
