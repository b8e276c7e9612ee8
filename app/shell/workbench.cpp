// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/workbench.h"

#include "app/theme/icons.h"

namespace shardscape::app {

Workbench::Workbench(Services services, QObject* parent)
    : QObject(parent)
    , m_theme(lightTheme())
    , m_analysis(m_document, m_jobs, std::move(services.catalogue), std::move(services.prices),
                 std::move(services.estimate))
    , m_samplesFolder(std::move(services.samplesFolder)) {
    addWindowActions(m_actions);
    addCanvasActions(m_actions);
    const auto bind = [this](QAction* action) {
        if (const QString& name = m_actions.spec(action).icon; !name.isEmpty())
            bindIcon(action, name, m_theme);
    };
    for (QAction* action : m_actions.all())
        bind(action);
    connect(&m_actions, &Actions::added, this, bind);
    connect(&m_language, &Language::changed, this, [this] {
        addWindowActions(m_actions);
        addCanvasActions(m_actions);
    });
    connect(&m_document, &Document::changed, &m_selection, [this] { m_selection.prune(*m_document.project()); });
}

const estimator::Estimate* Workbench::estimate() const {
    return m_analysis.latest()->estimate(m_selection.layout());
}

bool Workbench::apply(const QString& label, const Edit& edit, const QString& mergeKey) {
    model::Result<void> done = m_document.apply(label, edit, mergeKey);
    if (!done)
        showError(done.error());
    return done.has_value();
}

void Workbench::showError(const model::Error& error) {
    emit errorShown(error);
}
void Workbench::showMessage(const QString& text, const MessageAction& action) {
    emit messageShown(text, action);
}
void Workbench::showWorking(const estimator::Figure& figure) {
    emit workingRequested(figure);
}
void Workbench::showData(const DataTable& table, bool open) {
    emit dataOffered(table, open);
}
void Workbench::setRecentFiles(const QStringList& paths) {
    m_recentFiles = paths;
    emit recentFilesChanged();
}

void Workbench::goTo(const QString& stage) {
    emit stageRequested(stage);
}

} // namespace shardscape::app
