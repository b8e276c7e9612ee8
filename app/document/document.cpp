// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/document.h"

namespace shardscape::app {
namespace {

/// Undo keeps this many steps: versions share what did not change, so a step costs a few kilobytes.
constexpr std::size_t kMostSteps = 10000;

} // namespace

Document::Document(QObject* parent)
    : QObject(parent)
    , m_origin(std::make_shared<const model::Project>())
    , m_project(m_origin)
    , m_clean(m_origin) {}

model::Result<void> Document::become(Change change) {
    if (m_recorder && change.kind != Change::Kind::Reset)
        if (model::Result<void> recorded = m_recorder(change); !recorded)
            return recorded;
    m_project = change.after;
    return {};
}

model::Result<void> Document::apply(const QString& label, const Edit& edit, const QString& mergeKey) {
    model::Result<model::Project> edited = edit(*m_project);
    if (!edited)
        return model::fail(std::move(edited.error()));
    if (*edited == *m_project)
        return {};
    Change change{Change::Kind::Edited, m_project, std::make_shared<const model::Project>(std::move(*edited)), label};
    if (model::Result<void> done = become(change); !done)
        return done;

    m_steps.resize(m_position);
    const bool merges = !mergeKey.isEmpty() && mergeKey == m_mergeKey && m_position > 0 && at(m_position) != m_clean;
    if (merges) {
        m_steps.back() = {label, QDateTime::currentDateTime(), m_project};
    } else {
        m_steps.push_back({label, QDateTime::currentDateTime(), m_project});
        ++m_position;
    }
    m_mergeKey = mergeKey;
    if (m_steps.size() > kMostSteps) {
        m_origin = m_steps.front().after;
        m_steps.erase(m_steps.begin());
        --m_position;
    }
    emit changed(change);
    emit historyChanged();
    if (isClean() != m_wasClean)
        emit cleanChanged(m_wasClean = isClean());
    return {};
}

void Document::reset(model::Project project, bool clean) {
    const Change change{Change::Kind::Reset, m_project, std::make_shared<const model::Project>(std::move(project)), {}};
    m_project = change.after;
    m_origin = m_project;
    m_clean = clean ? m_project : nullptr;
    m_steps.clear();
    m_position = 0;
    m_mergeKey.clear();
    emit changed(change);
    emit historyChanged();
    emit cleanChanged(m_wasClean = isClean());
}

QString Document::undoLabel() const {
    return canUndo() ? m_steps[m_position - 1].label : QString();
}
QString Document::redoLabel() const {
    return canRedo() ? m_steps[m_position].label : QString();
}

void Document::undo() {
    if (canUndo())
        jump(m_position - 1);
}

void Document::redo() {
    if (canRedo())
        jump(m_position + 1);
}

void Document::jump(std::size_t position) {
    if (position == m_position || position > m_steps.size())
        return;
    const bool back = position < m_position;
    const QString label = back ? m_steps[position].label : m_steps[position - 1].label;
    const Change change{back ? Change::Kind::Undone : Change::Kind::Redone, m_project, at(position), label};
    if (!become(change))
        return;
    m_position = position;
    m_mergeKey.clear();
    emit changed(change);
    emit historyChanged();
    if (isClean() != m_wasClean)
        emit cleanChanged(m_wasClean = isClean());
}

void Document::markClean() {
    m_clean = m_project;
    m_mergeKey.clear();
    emit historyChanged();
    if (!m_wasClean)
        emit cleanChanged(m_wasClean = true);
}

} // namespace shardscape::app
