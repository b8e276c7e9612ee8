// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/base/result.h"
#include "model/schema/project.h"
#include "model/storage/project_change.h"

/// Project files: one SQLite file each (".shardscape"), replaced as a whole by every save, and a journal beside it of
/// what happened since. See README for what survives what. Errors carry the file in Error::file; nothing here throws.
namespace shardscape::model {

inline constexpr const char* kProjectExtension = ".shardscape";
/// Behind the name of a project file. Not "-journal": SQLite takes such a file for its own, and a query tool would
/// delete it.
inline constexpr const char* kJournalSuffix = "-edits";

/// The project as last saved; the file is not locked or touched. Errors: NotFound, Invalid, Unsupported, Io.
Result<Project> readProject(const std::string& path);

/// Writes the file in one step; what was there stays as "path.bak". Errors: Conflict when another program has the file
/// open or its journal holds edits that nobody saved or discarded; Io.
Result<void> writeProject(const std::string& path, const Project& project);

/// One step that the journal held.
struct RecoveredStep {
    StepKind kind = StepKind::Edit;
    std::string label;
    Project after;
};

/// What a program that ended without saving or discarding left behind.
struct Recovery {
    std::vector<RecoveredStep> steps; ///< oldest first, at least one; the last one's project is the state to offer
    std::string note;                 ///< about an incomplete last record, may be empty
    const Project& project() const { return steps.back().after; }
};

/// An open document's file and its journal. The lock lives as long as the object. Not thread-safe.
///
/// The order of a session: open or untitled; offer the recovery if there is one, then either go on from it (the journal
/// stays) or discard(); append() after each step, before it is shown as done; save(). Destroying the object leaves a
/// journal with unsaved steps where it is and removes an empty one.
class ProjectFile {
public:
    struct Opened;

    /// Opens an existing project. Errors: those of readProject; Conflict when another program has it open.
    static Result<Opened> open(const std::string& path);
    /// Writes a project to a new or existing path and keeps it open: Save As.
    static Result<std::unique_ptr<ProjectFile>> create(const std::string& path, const Project& project);
    /// A document without a file; its journal lies in the folder, which is made when it is not there. The base is the
    /// project that it starts from.
    static Result<std::unique_ptr<ProjectFile>> untitled(const std::string& folder, const Project& base);
    /// The journals in the folder that untitled documents left behind and nobody has open.
    static std::vector<std::string> abandoned(const std::string& folder);
    /// Opens one of them again. The result has a recovery, unless its first step was never completed.
    static Result<Opened> openAbandoned(const std::string& journalPath);

    ~ProjectFile();
    ProjectFile(const ProjectFile&) = delete;
    ProjectFile& operator=(const ProjectFile&) = delete;

    /// Empty for an untitled document.
    const std::string& path() const;
    /// Why the journal cannot be written; empty when it can. Such a document can be read, and saved elsewhere.
    const std::string& readOnlyReason() const;

    /// Records a step durably: when it returns without an error, the step survives kill -9 and a power failure.
    /// Errors: Io (disk full, read-only folder): the step is not recorded, the journal is as it was.
    Result<void> append(const Project& before, const Project& after, const std::string& label,
                        StepKind kind = StepKind::Edit);
    /// Replaces the file by the project and forgets the journal. On an error the old file and the journal are as they
    /// were.
    Result<void> save(const Project& project);
    /// Forgets every step since the last save.
    Result<void> discard();

private:
    struct State;
    explicit ProjectFile(std::unique_ptr<State> state);
    static Result<std::optional<Recovery>> recover(State& state, const std::optional<Project>& saved,
                                                   std::string& notice);
    std::unique_ptr<State> m_state;
};

struct ProjectFile::Opened {
    std::unique_ptr<ProjectFile> file;
    Project saved;                    ///< as last saved; for an abandoned journal, what it started from
    std::optional<Recovery> recovery; ///< to be offered
    std::string notice;               ///< something to tell, may be empty
};

} // namespace shardscape::model
