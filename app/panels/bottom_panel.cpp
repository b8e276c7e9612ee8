// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/bottom_panel.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/panels/data_panel.h"
#include "app/panels/history_panel.h"
#include "app/panels/problems_panel.h"
#include "app/panels/text_panel.h"
#include "app/panels/working_panel.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"

namespace shardscape::app {

BottomPanel::BottomPanel(Workbench& workbench, QWidget* parent)
    : QFrame(parent)
    , m_tabs(new QTabBar(this))
    , m_pages(new QStackedWidget(this))
    , m_problems(new ProblemsPanel(workbench, this))
    , m_working(new WorkingPanel(workbench, this))
    , m_text(new TextPanel(workbench, this)) {
    setObjectName(QStringLiteral("bottomPanel"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(6, 0, kSpaceInside, 0);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    auto* fold = new QToolButton(this);
    bindIcon(fold, QStringLiteral("down"), workbench.theme());
    fold->setToolTip(workbench.actions().at(QStringLiteral("panel.bottom"))->toolTip());
    fold->setAccessibleName(tr("Fold the bottom panel"));
    row->addWidget(m_tabs);
    row->addStretch();
    row->addWidget(fold);
    column->addLayout(row);
    column->addWidget(m_pages, 1);

    const auto addPage = [this](const QString& title, QWidget* page) {
        m_tabs->addTab(title);
        m_pages->addWidget(page);
    };
    addPage(tr("Problems"), m_problems);
    addPage(tr("Working"), m_working);
    addPage(tr("Data"), new DataPanel(workbench, this));
    addPage(tr("History"), new HistoryPanel(workbench.document(), this));
    addPage(tr("Text"), m_text);

    const auto showCount = [this](int count) {
        m_tabs->setTabText(Problems, count == 0 ? tr("Problems") : tr("Problems %1").arg(count));
    };
    showCount(m_problems->count());
    connect(m_problems, &ProblemsPanel::countChanged, this, showCount);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int page) {
        m_pages->setCurrentIndex(page);
        emit pageChanged(page);
    });
    connect(fold, &QToolButton::clicked, this, &BottomPanel::foldRequested);
    connect(&workbench, &Workbench::workingRequested, this, [this] {
        openPage(Working);
        emit wanted();
    });
    connect(&workbench, &Workbench::dataOffered, this, [this](const DataTable&, bool open) {
        if (!open)
            return;
        openPage(Data);
        emit wanted();
    });
}

void BottomPanel::openPage(int page) {
    m_tabs->setCurrentIndex(page);
}
void BottomPanel::continueFrom(const BottomPanel& before) {
    if (const auto& figure = before.m_working->figure())
        m_working->setFigure(*figure);
    m_text->continueFrom(*before.m_text);
    openPage(before.page());
}
int BottomPanel::page() const {
    return m_tabs->currentIndex();
}

} // namespace shardscape::app
