// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme/widgets.h"

namespace shardscape::app {

class ChartView;

/// A chart on a page: a card with what is chosen for it, the switch to the table and the menu in its head. Every page
/// shows its charts in these.
class ChartCard : public Card {
    Q_OBJECT
public:
    ChartCard(const QString& title, ThemeScope& scope, QWidget* parent = nullptr);

    /// Something that chooses what the chart shows, before the buttons.
    void addChoice(QWidget* choice);
    ChartView* view() const { return m_view; }

private:
    ChartView* m_view;
};

} // namespace shardscape::app
