// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/project_file.h"

#include <algorithm>
#include <filesystem>

#include <unistd.h>

#include <fmt/format.h>
#include <xxhash.h>

#include "model/storage/database.h"
#include "model/storage/files.h"
#include "model/storage/journal.h"
#include "model/storage/text_form.h"

namespace shardscape::model {
namespace {

std::string hashOf(const std::string& bytes) {
    const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

Error inFile(Error error, const std::string& path) {
    if (error.file.empty())
        error.file = path;
    return error;
}

StepKind stepOf(RecordKind kind) {
    return kind == RecordKind::Undo ? StepKind::Undo : kind == RecordKind::Redo ? StepKind::Redo : StepKind::Edit;
}

bool isStep(const JournalRecord& record) {
    return record.kind != RecordKind::Base && record.kind != RecordKind::Saving;
}

/// SQLite's own files beside the project mean that a query tool is in the middle of changing it.
Result<void> checkForeignFiles(const std::string& path) {
    std::error_code code;
    for (const char* suffix : {"-wal", "-journal"})
        if (const auto size = std::filesystem::file_size(path + suffix, code); !code && size > 0)
            return fail(
                Error{ErrorCode::Conflict,
                      fmt::format("Another program has not finished changing the file ({}{} is there)", path, suffix),
                      "Close the program that has it open, for example sqlite3", path, 0, 0});
    return {};
}

} // namespace

Result<Project> readProject(const std::string& path) {
    Result<std::string> bytes = readFile(path);
    if (!bytes)
        return fail(bytes.error());
    if (Result<void> alone = checkForeignFiles(path); !alone)
        return fail(alone.error());
    return fromDatabase(std::move(*bytes), path);
}

Result<void> writeProject(const std::string& path, const Project& project) {
    const std::string resolved = resolvedPath(path);
    Result<Journal> journal = Journal::open(resolved + kJournalSuffix);
    if (!journal)
        return fail(journal.error());
    if (!journal->empty())
        return fail(Error{ErrorCode::Conflict,
                          "The project has edits that were never saved, of a session that ended abruptly",
                          fmt::format("Open it and save or discard them, or remove {}", journal->path()), path, 0, 0});
    const Result<std::string> bytes = toDatabase(project);
    Result<void> written = bytes ? replaceFile(path, *bytes, true) : Result<void>(fail(inFile(bytes.error(), path)));
    journal->remove();
    return written;
}

struct ProjectFile::State {
    std::string path;
    std::optional<Journal> journal;
    std::string readOnlyReason;
    std::string fileHash; ///< of the file as last read or saved
    Project base;         ///< of an untitled document
};

ProjectFile::ProjectFile(std::unique_ptr<State> state)
    : m_state(std::move(state)) {}

ProjectFile::~ProjectFile() {
    if (m_state->journal && m_state->journal->empty())
        m_state->journal->remove();
}

const std::string& ProjectFile::path() const {
    return m_state->path;
}
const std::string& ProjectFile::readOnlyReason() const {
    return m_state->readOnlyReason;
}

Result<std::optional<Recovery>> ProjectFile::recover(State& state, const std::optional<Project>& saved,
                                                     std::string& notice) {
    Result<std::vector<JournalRecord>> records = state.journal->read();
    if (!records)
        return fail(records.error());
    if (records->empty())
        return std::optional<Recovery>();
    if (records->front().kind != RecordKind::Base)
        return fail(Error{ErrorCode::Invalid, "The journal does not begin as it should", "Move it away",
                          state.journal->path(), 0, 0});
    auto first = records->begin() + 1;
    std::optional<Project> project = saved;
    if (!saved) {
        Result<Project> base = loadProject(records->front().text, state.journal->path());
        if (!base)
            return fail(base.error());
        state.base = *base;
        project = std::move(*base);
    } else if (records->front().fileHash != state.fileHash) {
        // Either the file was saved and the program ended before it could forget the journal, or it is another file.
        const auto last = std::find_if(records->rbegin(), records->rend(), [&](const JournalRecord& record) {
            return record.kind == RecordKind::Saving && record.fileHash == state.fileHash;
        });
        if (last == records->rend()) {
            const auto steps = std::count_if(records->begin(), records->end(), isStep);
            const Result<std::string> aside = state.journal->setAside();
            if (!aside)
                return fail(aside.error());
            notice =
                fmt::format("The file is not the version that {} unsaved step{} belong{} to, so they were not applied; "
                            "they are kept in {}",
                            steps, steps == 1 ? "" : "s", steps == 1 ? "s" : "", *aside);
            return std::optional<Recovery>();
        }
        first = last.base();
    }
    Recovery recovery;
    for (auto record = first; record != records->end(); ++record) {
        if (!isStep(*record))
            continue;
        project = applied(*project, record->change);
        recovery.steps.push_back({stepOf(record->kind), record->label, *project});
    }
    if (state.journal->tornBytes() > 0)
        recovery.note = "One more step was being written when the program ended; it is left out";
    if (!recovery.steps.empty() && !validate(*project).empty())
        return fail(Error{ErrorCode::Invalid, "The unsaved steps do not fit the file: " + validate(*project).front(),
                          "Move the journal away to open the file as it was saved", state.journal->path(), 0, 0});
    if (!recovery.steps.empty())
        return std::optional<Recovery>(std::move(recovery));
    if (Result<void> cleared = state.journal->clear(); !cleared)
        return fail(cleared.error());
    return std::optional<Recovery>();
}

Result<ProjectFile::Opened> ProjectFile::open(const std::string& givenPath) {
    auto state = std::make_unique<State>();
    state->path = resolvedPath(givenPath);
    // The file first: nothing is created beside something that is no project.
    Result<std::string> bytes = readFile(state->path);
    if (!bytes)
        return fail(bytes.error());
    if (Result<void> alone = checkForeignFiles(state->path); !alone)
        return fail(alone.error());
    state->fileHash = hashOf(*bytes);
    Result<Project> saved = fromDatabase(std::move(*bytes), state->path);
    if (!saved)
        return fail(saved.error());
    Result<Journal> journal = Journal::open(state->path + kJournalSuffix);
    if (journal)
        state->journal = std::move(*journal);
    else if (journal.error().code == ErrorCode::Conflict)
        return fail(journal.error());
    else
        state->readOnlyReason = journal.error().text();
    // Nobody else can save it from here on; somebody may have until now.
    bytes = readFile(state->path);
    if (!bytes)
        return fail(bytes.error());
    if (const std::string hash = hashOf(*bytes); hash != state->fileHash) {
        state->fileHash = hash;
        saved = fromDatabase(std::move(*bytes), state->path);
        if (!saved)
            return fail(saved.error());
    }
    Opened opened;
    if (state->journal) {
        Result<std::optional<Recovery>> recovery = recover(*state, *saved, opened.notice);
        if (!recovery)
            return fail(recovery.error());
        opened.recovery = std::move(*recovery);
    }
    opened.saved = std::move(*saved);
    opened.file.reset(new ProjectFile(std::move(state)));
    return opened;
}

Result<std::unique_ptr<ProjectFile>> ProjectFile::create(const std::string& path, const Project& project) {
    auto state = std::make_unique<State>();
    state->path = resolvedPath(path);
    Result<Journal> journal = Journal::open(state->path + kJournalSuffix);
    if (!journal)
        return fail(journal.error());
    state->journal = std::move(*journal);
    std::unique_ptr<ProjectFile> file(new ProjectFile(std::move(state)));
    // Steps that an earlier session left belong to the file that is replaced.
    if (!file->m_state->journal->empty())
        if (const Result<std::string> aside = file->m_state->journal->setAside(); !aside)
            return fail(aside.error());
    if (Result<void> saved = file->save(project); !saved)
        return fail(saved.error());
    return file;
}

Result<std::unique_ptr<ProjectFile>> ProjectFile::untitled(const std::string& folder, const Project& base) {
    std::error_code code;
    std::filesystem::create_directories(folder, code);
    if (code)
        return systemError(folder, "make the folder of", code.value());
    for (int n = 1; n < 10000; ++n) {
        const std::string path =
            fmt::format("{}/untitled-{}-{}{}{}", folder, getpid(), n, kProjectExtension, kJournalSuffix);
        if (std::filesystem::exists(path))
            continue;
        Result<Journal> journal = Journal::open(path);
        if (!journal)
            return fail(journal.error());
        auto state = std::make_unique<State>();
        state->journal = std::move(*journal);
        state->base = base;
        return std::unique_ptr<ProjectFile>(new ProjectFile(std::move(state)));
    }
    return fail(Error{ErrorCode::Io, "The recovery folder is full of journals", "Remove old ones", folder, 0, 0});
}

std::vector<std::string> ProjectFile::abandoned(const std::string& folder) {
    std::vector<std::string> found;
    std::error_code code;
    for (const auto& entry : std::filesystem::directory_iterator(folder, code)) {
        const std::string path = entry.path().string();
        const std::string end = std::string(kProjectExtension) + kJournalSuffix;
        if (path.size() < end.size() || path.compare(path.size() - end.size(), end.size(), end) != 0)
            continue;
        Result<Journal> journal = Journal::open(path);
        if (!journal)
            continue;
        const Result<std::vector<JournalRecord>> records = journal->read();
        if (records && std::any_of(records->begin(), records->end(), isStep))
            found.push_back(path);
        else if (records)
            journal->remove(); // nothing was ever done in it
    }
    std::sort(found.begin(), found.end());
    return found;
}

Result<ProjectFile::Opened> ProjectFile::openAbandoned(const std::string& journalPath) {
    if (!std::filesystem::exists(journalPath))
        return fail(Error{ErrorCode::NotFound, "There is no such journal", "It may have been recovered already",
                          journalPath, 0, 0});
    Result<Journal> journal = Journal::open(journalPath);
    if (!journal)
        return fail(journal.error());
    auto state = std::make_unique<State>();
    state->journal = std::move(*journal);
    Opened opened;
    Result<std::optional<Recovery>> recovery = recover(*state, std::nullopt, opened.notice);
    if (!recovery)
        return fail(recovery.error());
    opened.recovery = std::move(*recovery);
    opened.saved = state->base;
    opened.file.reset(new ProjectFile(std::move(state)));
    return opened;
}

Result<void> ProjectFile::append(const Project& before, const Project& after, const std::string& label, StepKind kind) {
    if (!m_state->journal)
        return fail(Error{ErrorCode::Io, "The edit cannot be kept safe: " + m_state->readOnlyReason,
                          "Save the project under another name first", m_state->path, 0, 0});
    std::vector<JournalRecord> records;
    if (m_state->journal->empty()) {
        JournalRecord base;
        base.kind = RecordKind::Base;
        base.fileHash = m_state->fileHash;
        if (m_state->path.empty())
            base.text = dumpProject(m_state->base);
        records.push_back(std::move(base));
    }
    JournalRecord step;
    step.kind = kind == StepKind::Undo   ? RecordKind::Undo
                : kind == StepKind::Redo ? RecordKind::Redo
                                         : RecordKind::Edit;
    step.label = label;
    step.change = changeBetween(before, after);
    records.push_back(std::move(step));
    return m_state->journal->append(records);
}

Result<void> ProjectFile::save(const Project& project) {
    if (m_state->path.empty())
        return fail(ErrorCode::Invalid, "The project has no file yet", "Save it under a name");
    const Result<std::string> bytes = toDatabase(project);
    if (!bytes)
        return fail(inFile(bytes.error(), m_state->path));
    const std::string hash = hashOf(*bytes);
    // Should the program end between the two files, the journal must know that the new file holds its steps.
    if (m_state->journal && !m_state->journal->empty()) {
        JournalRecord saving;
        saving.kind = RecordKind::Saving;
        saving.fileHash = hash;
        if (Result<void> noted = m_state->journal->append({saving}); !noted)
            return noted;
    }
    if (Result<void> written = replaceFile(m_state->path, *bytes, true); !written)
        return written;
    m_state->fileHash = hash;
    return m_state->journal ? m_state->journal->clear() : Result<void>{};
}

Result<void> ProjectFile::discard() {
    return m_state->journal ? m_state->journal->clear() : Result<void>{};
}

} // namespace shardscape::model
