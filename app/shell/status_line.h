// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QFrame>
#include <QTimer>

#include "app/shell/workbench.h"

class QLabel;
class QPushButton;

namespace shardscape::app {

/// The headline figures of the current layout, always live, and for three seconds after an edit how it moved them. A
/// figure is a button that opens its working.
class StatusLine : public QFrame {
    Q_OBJECT
public:
    explicit StatusLine(Workbench& workbench, QWidget* parent = nullptr);

    /// How long a change stays visible.
    static constexpr int kChangeMs = 3000;
    /// The line as one text, for tests and assistive tools: "241 k/s peak ▲ 12 %".
    QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Headline {
        QPushButton* number;
        QLabel* caption;
        QLabel* change;
        estimator::Figure figure; ///< without a name: nothing to open
        double before = 0;
        bool known = false;
    };
    void show(const AnalysisPtr& analysis);
    void setFigure(Headline& headline, const estimator::Figure& figure, const QString& caption, bool compare);
    void setNumber(Headline& headline, const estimator::Figure& figure, const QString& number, const QString& tip,
                   const QString& caption, bool compare);
    void setCost(const estimator::CostEstimate& cost, bool compare);
    void hideChanges();

    Workbench& m_workbench;
    std::vector<Headline> m_headlines;
    QLabel* m_hint;
    QLabel* m_engine;
    QLabel* m_last;
    QTimer m_timer;
    model::LayoutId m_shownLayout;
};

} // namespace shardscape::app
