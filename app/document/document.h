// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include <QDateTime>
#include <QObject>
#include <QString>

#include "model/base/result.h"
#include "model/schema/project.h"

namespace shardscape::app {

/// A version of the project. Whoever holds the pointer may read it for as long as it likes, from any thread.
using ProjectPtr = std::shared_ptr<const model::Project>;

/// A pure function from a project to the edited one, or to the reason why not (see model/edit).
using Edit = std::function<model::Result<model::Project>(const model::Project&)>;

/// One change of the document, as told to everybody who shows it.
struct Change {
    enum class Kind {
        Edited, ///< something was applied
        Undone, ///< a step back, or a jump back in the history
        Redone, ///< a step forward, or a jump forward
        Reset,  ///< another project altogether: opened, new, imported
    };
    Kind kind = Kind::Edited;
    ProjectPtr before;
    ProjectPtr after;
    QString label; ///< of the step, in the user's words: "Rename users to accounts"
};

/// The project being worked on, with its past and future.
///
/// apply() is the only gate through which the project changes: it keeps the versions before and after on the undo stack
/// and emits changed() once. Undo therefore needs no inverse code: a step back is the pointer that was there before.
/// Lives in the window's thread.
class Document : public QObject {
    Q_OBJECT
public:
    explicit Document(QObject* parent = nullptr);

    const ProjectPtr& project() const { return m_project; }

    /// Called with every version before changed() is emitted, so that an edit is on disk before anybody sees it.
    /// An error refuses the edit.
    using Recorder = std::function<model::Result<void>(const Change&)>;
    void setRecorder(Recorder recorder) { m_recorder = std::move(recorder); }

    /// Applies the edit. Steps in a row with the same non-empty mergeKey become one ("entity/12/name": one step while a
    /// field is typed into); an edit that changes nothing is no step. Errors are the edit's own; nothing changes then.
    model::Result<void> apply(const QString& label, const Edit& edit, const QString& mergeKey = {});
    /// Ends the merging of the current field: the next edit is a step of its own.
    void endMerge() { m_mergeKey.clear(); }

    /// Replaces everything with another project; the past is forgotten. It counts as saved unless told otherwise.
    void reset(model::Project project, bool clean = true);

    bool canUndo() const { return m_position > 0; }
    bool canRedo() const { return m_position < m_steps.size(); }
    QString undoLabel() const;
    QString redoLabel() const;
    void undo();
    void redo();

    struct Step {
        QString label;
        QDateTime at;
        ProjectPtr after;
    };
    /// All steps, done and undone, oldest first.
    const std::vector<Step>& steps() const { return m_steps; }
    /// How many steps are done; 0 = as it was opened.
    std::size_t position() const { return m_position; }
    /// Goes to a place in the history in one change.
    void jump(std::size_t position);

    /// True when the project is what was last saved or opened (undoing back to it counts).
    bool isClean() const { return m_project == m_clean; }
    void markClean();

signals:
    void changed(const shardscape::app::Change& change);
    void cleanChanged(bool clean);
    /// Steps, position or clean mark are different.
    void historyChanged();

private:
    model::Result<void> become(Change change);
    const ProjectPtr& at(std::size_t position) const { return position == 0 ? m_origin : m_steps[position - 1].after; }

    ProjectPtr m_origin; ///< before the first step
    ProjectPtr m_project;
    ProjectPtr m_clean;
    std::vector<Step> m_steps;
    std::size_t m_position = 0;
    QString m_mergeKey;
    Recorder m_recorder;
    bool m_wasClean = true;
};

} // namespace shardscape::app

Q_DECLARE_METATYPE(shardscape::app::Change)
