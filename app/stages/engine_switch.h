// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QWidget>
#include <QWidgetAction>

#include "app/shell/workbench.h"
#include "app/stages/titles.h"

class QComboBox;

namespace shardscape::app {

class SegmentedControl;

/// Which layout's numbers are shown: segments for up to four engines, a list for more. Follows the selection that all
/// stages share, and changes it.
class EngineSwitch : public QWidget {
    Q_OBJECT
public:
    explicit EngineSwitch(Workbench& workbench, QWidget* parent = nullptr);

    /// The engines offered, in order, as titles.
    QStringList engines() const { return m_titles; }

private:
    void rebuild();
    void follow();
    void choose(int index);

    Workbench& m_workbench;
    SegmentedControl* m_segments;
    QComboBox* m_list;
    std::vector<model::LayoutId> m_layouts;
    QStringList m_titles;
};

/// The switch as an entry of a page's header.
class EngineSwitchAction : public QWidgetAction {
    Q_OBJECT
public:
    EngineSwitchAction(Workbench& workbench, QObject* parent)
        : QWidgetAction(parent)
        , m_workbench(workbench) {}

protected:
    QWidget* createWidget(QWidget* parent) override { return new EngineSwitch(m_workbench, parent); }

private:
    Workbench& m_workbench;
};

/// The engine's title from its profile ("PostgreSQL"), or its name when there is no profile.
QString engineTitle(Workbench& workbench, const std::string& engine);

} // namespace shardscape::app
