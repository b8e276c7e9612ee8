// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QWidget>

#include "app/charts/chart_data.h"

class QAction;
class QCustomPlot;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace shardscape::app {

class ChartOverlay;
class ChartTableModel;
class ThemeScope;

/// One chart on a page, of any kind.
///
/// Pointer: hovering reads the values out, a click selects (heat maps, bars). Keys: arrows move the readout, Home and
/// End jump, Enter selects, T shows the table, Esc leaves the readout. The context menu and menuButton() offer the
/// table, copying, and export as SVG, PNG and CSV. For assistive tools the widget's name is the title and its
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
    /// The readout in one line: "3 y: posts 41 TB, likes 112 TB".
    QString readoutText() const;

    bool showsTable() const;
    void setShowsTable(bool on);

    /// A button with the menu, to be put into the head of a card; until then it is not shown.
    QToolButton* menuButton() const { return m_menuButton; }

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
    void chooseFile();
    void describe();

    ThemeScope& m_scope;
    ChartData m_chart;
    QString m_emptyText;
    QStackedWidget* m_pages;
    QCustomPlot* m_plot;
    ChartOverlay* m_overlay;
    QTableView* m_table;
    ChartTableModel* m_model;
    QToolButton* m_menuButton;
    QAction* m_tableAction = nullptr;
    QList<QAction*> m_actions;
    int m_stop = -1;
    int m_selected = -1;
    bool m_keyboardFocus = false;
};

} // namespace shardscape::app
