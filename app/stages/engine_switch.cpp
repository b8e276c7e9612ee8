// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/engine_switch.h"

#include <algorithm>

#include <QComboBox>
#include <QHBoxLayout>

#include "app/theme/widgets.h"

namespace shardscape::app {
namespace {

constexpr int kMostSegments = 4;

} // namespace

QString engineTitle(Workbench& workbench, const std::string& engine) {
    const auto& catalogue = workbench.analysis().catalogue();
    const model::EngineProfile* profile = catalogue ? catalogue->find(engine) : nullptr;
    return QString::fromStdString(profile ? profile->title : engine);
}

EngineSwitch::EngineSwitch(Workbench& workbench, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_segments(new SegmentedControl(this))
    , m_list(new QComboBox(this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_segments);
    layout->addWidget(m_list);
    setAccessibleName(tr("Engine"));
    m_list->setAccessibleName(tr("Engine"));
    connect(m_segments, &SegmentedControl::currentChanged, this, &EngineSwitch::choose);
    connect(m_list, &QComboBox::activated, this, &EngineSwitch::choose);
    connect(&workbench.document(), &Document::changed, this, &EngineSwitch::rebuild);
    connect(&workbench.selection(), &Selection::layoutChanged, this, &EngineSwitch::follow);
    rebuild();
}

void EngineSwitch::rebuild() {
    std::vector<model::LayoutId> layouts;
    QStringList titles;
    for (const model::Layout& layout : m_workbench.project()->layouts) {
        layouts.push_back(layout.id);
        titles << shortTitle(engineTitle(m_workbench, layout.engine));
    }
    if (layouts != m_layouts || titles != m_titles) {
        m_layouts = layouts;
        m_titles = titles;
        const QSignalBlocker blockSegments(m_segments);
        const QSignalBlocker blockList(m_list);
        m_segments->setItems(titles.size() <= kMostSegments ? titles : QStringList());
        m_list->clear();
        m_list->addItems(titles);
    }
    m_segments->setVisible(titles.size() > 1 && titles.size() <= kMostSegments);
    m_list->setVisible(titles.size() > kMostSegments);
    follow();
}

void EngineSwitch::follow() {
    const auto at = std::find(m_layouts.begin(), m_layouts.end(), m_workbench.selection().layout());
    if (at == m_layouts.end())
        return;
    const QSignalBlocker blockSegments(m_segments);
    m_segments->setCurrent(int(at - m_layouts.begin()));
    m_list->setCurrentIndex(int(at - m_layouts.begin()));
}

void EngineSwitch::choose(int index) {
    if (index >= 0 && index < int(m_layouts.size()))
        m_workbench.selection().setLayout(m_layouts[std::size_t(index)]);
}

} // namespace shardscape::app
