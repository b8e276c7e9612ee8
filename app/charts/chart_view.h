// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QWidget>

#include "app/charts/chart_data.h"

class QAction;
class QCustomPlot;
class QStackedWidget;
class QToolButton;

namespace shardscape::app {

class ChartOverlay;
class ChartTableView;
class ThemeScope;

/// One chart on a page, of any kind.
///
/// Pointer: hovering reads the values out, a click selects (heat maps, bars) and a drag goes on selecting. Keys: arrows
/// move the readout, Home and End jump, Enter selects, T shows the table and the picture again, Esc leaves the readout,
/// Ctrl+C copies the values. The context menu and menuButton() offer the table, copying, and export as SVG, PNG and
/// CSV; tableButton() switches between picture and table. For assistive tools the widget's name is the title and its
/// description the summary and the readout.
class ChartView : public QWidget {
    Q_OBJECT
public:
    explicit ChartView(ThemeScope& scope, QWidget* parent = nullptr);
    ~ChartView() override;

    void setChart(ChartData chart);
    const ChartData& chart() const { return m_chart; }
    /// Words in the middle while there is nothing to draw.
    void setEmptyText(const QString& text);

    /// The stop that is read out; -1 for none (see plot_stops.h for what a stop is).
    int currentStop() const { return m_stop; }
    void setCurrentStop(int stop);
    /// The stop that stays marked; a click or Enter sets it. -1 for none.
    int selectedStop() const { return m_selected; }
    void setSelectedStop(int stop);
    /// A moment that charts over time show with a line: a value on x; unset for none.
    void setMarker(std::optional<double> x);
    const std::optional<double>& marker() const { return m_marker; }
    /// Faded, because what it shows is not of now: words say so elsewhere on the page.
    void setDimmed(bool dimmed);
    bool isDimmed() const { return m_dimmed; }
    /// Where the axes are, in this widget's coordinates.
    QRect plotRect() const;
    /// The readout in one line: "3 y: posts 41 TB, likes 112 TB".
    QString readoutText() const;

    bool showsTable() const;
    void setShowsTable(bool on);

    ChartTableView* table() const { return m_table; }

    /// Buttons to be put into the head of a card; until then they are not shown.
    QToolButton* menuButton() const { return m_menuButton; }
    QToolButton* tableButton() const { return m_tableButton; }

    QByteArray svg() const;
    QByteArray csv() const;
    /// Writes by the file's suffix: svg, png or csv. Errors: false, with the reason in "error".
    bool exportTo(const QString& file, QString* error) const;

    QSize sizeHint() const override { return {360, 220}; }
    QSize minimumSizeHint() const override { return {160, 96}; }

signals:
    void stopChanged(int stop);
    /// By pointer or Enter.
    void stopSelected(int stop);
    /// The axes may have moved within the widget.
    void plotMoved();
    void exportFailed(const QString& reason);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    friend class ChartOverlay;
    void buildActions();
    void redraw();
    void chooseFile(const QString& suffix);
    void describe();
    void fillTable();

    ThemeScope& m_scope;
    ChartData m_chart;
    QString m_emptyText;
    QStackedWidget* m_pages;
    QCustomPlot* m_plot;
    ChartOverlay* m_overlay;
    ChartTableView* m_table;
    QToolButton* m_menuButton;
    QToolButton* m_tableButton;
    QAction* m_tableAction = nullptr;
    QList<QAction*> m_actions;
    int m_stop = -1;
    int m_selected = -1;
    std::optional<double> m_marker;
    bool m_dimmed = false;
    bool m_tableIsOld = true; ///< filled when it is shown
    bool m_keyboardFocus = false;
};

} // namespace shardscape::app
