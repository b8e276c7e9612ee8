// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QFrame>
#include <QPixmap>
#include <QWidget>

#include "app/canvas/canvas_view.h"

class QLabel;
class QLineEdit;

namespace shardscape::app {

/// The whole diagram in a corner, with a frame around what the view shows; a click or drag goes there.
class Minimap : public QWidget {
    Q_OBJECT
public:
    explicit Minimap(CanvasView& view, QWidget* parent = nullptr);
    QSize sizeHint() const override { return {168, 104}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    QRectF shown() const;
    QTransform toMap() const;
    void go(QPoint position);
    void redraw();

    CanvasView& m_view;
    QPixmap m_cards;
};

/// What the colours of the cards mean.
class Legend : public QFrame {
    Q_OBJECT
public:
    explicit Legend(CanvasView& view, QWidget* parent = nullptr);
    void refresh();
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Entry {
        int color;
        QString name;
    };
    CanvasView& m_view;
    QString m_title;
    std::vector<Entry> m_entries;
};

/// Finds entities and columns while typing; Enter goes to the next match, Shift+Enter to the one before, Esc ends.
class FindBar : public QFrame {
    Q_OBJECT
public:
    explicit FindBar(CanvasView& view, QWidget* parent = nullptr);
    void open();
    void done();
    QLineEdit* field() const { return m_field; }
    const std::vector<model::ColumnRef>& matches() const { return m_matches; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search(const QString& text);
    void go(int step);

    CanvasView& m_view;
    QLineEdit* m_field;
    QLabel* m_count;
    std::vector<model::ColumnRef> m_matches; ///< attribute 0 for a match of the entity's name
    int m_current = -1;
};

} // namespace shardscape::app
