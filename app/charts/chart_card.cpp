// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/chart_card.h"

#include <QToolButton>
#include <QVBoxLayout>

#include "app/charts/chart_view.h"

namespace shardscape::app {

ChartCard::ChartCard(const QString& title, ThemeScope& scope, QWidget* parent)
    : Card(title, parent)
    , m_view(new ChartView(scope)) {
    for (QToolButton* button : {m_view->tableButton(), m_view->menuButton()}) {
        addControl(button);
        button->show();
    }
    body()->addWidget(m_view, 1);
}

void ChartCard::addChoice(QWidget* choice) {
    constexpr int kButtons = 2;
    insertControl(choice, kButtons);
}

} // namespace shardscape::app
