// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "app/canvas/canvas_view.h"

class QComboBox;
class QLabel;

namespace shardscape::app {

/// Finds how two entities hang together: the fewest relationships to cross from one to the other, in either direction
/// of the references, as a chain of joins would. The chain is highlighted on the canvas and everything else dimmed,
/// until Esc. Begins with the selected entities, if there are any.
class PathBar : public QFrame {
    Q_OBJECT
public:
    explicit PathBar(CanvasView& view, QWidget* parent = nullptr);
    void open();
    void done();

signals:
    /// What it says, and so its size, changed.
    void resized();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void choose(QComboBox& box, model::EntityId id);
    model::EntityId chosen(const QComboBox& box) const;
    void find();
    void tell(const QString& text, bool found);

    CanvasView& m_view;
    QComboBox* m_from;
    QComboBox* m_to;
    QLabel* m_verdict;
    ProjectPtr m_listed; ///< whose entities the boxes list
    bool m_filling = false;
};

} // namespace shardscape::app
