// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/base/result.h"
#include "model/storage/files.h"
#include "model/storage/project_change.h"

namespace shardscape::model {

enum class RecordKind {
    Base, ///< what the following steps start from: a version of the project file, or a whole project as text
    Edit,
    Undo,
    Redo,
    Saving, ///< the project file is about to be replaced by the version "file_hash"
};

struct JournalRecord {
    RecordKind kind = RecordKind::Edit;
    std::string label;    ///< of the step, in the user's words
    std::string fileHash; ///< Base, Saving: of the bytes of the project file
    std::string text;     ///< Base without a file: the project in its text form
    ProjectChange change; ///< Edit, Undo, Redo
};

/// The journal file: a magic number, then records, each a length (4 bytes), a checksum (8 bytes: XXH3 of the payload
/// with the record's number as seed), both little-endian, and a payload in the text form. Records are only ever
/// appended.
///
/// The file is locked (flock) as long as the object lives: whoever has the lock has the document. Errors name the file.
class Journal {
public:
    /// Opens or creates and locks the file. Errors: Conflict when another process has it; Io.
    static Result<Journal> open(const std::string& path);

    Journal(Journal&&) = default;
    Journal& operator=(Journal&&) = default;

    const std::string& path() const { return m_path; }
    bool empty() const { return m_end == 0; }

    /// Every complete record; a tail that was being written when the program ended is left out and will be overwritten.
    /// Errors: Invalid when the file is no journal.
    Result<std::vector<JournalRecord>> read();
    /// How many bytes at the end read() left out.
    std::size_t tornBytes() const { return m_tornBytes; }

    /// Appends the records in one write and makes them durable (fdatasync). All or nothing.
    Result<void> append(const std::vector<JournalRecord>& records);

    /// Forgets every record.
    Result<void> clear();
    /// Removes the file; the journal cannot be used afterwards.
    void remove();
    /// Gives the file another name, under which nobody looks for it; the journal starts anew.
    Result<std::string> setAside();

private:
    Journal() = default;
    std::string m_path;
    Descriptor m_file;
    std::size_t m_end = 0;     ///< where the next record goes
    std::uint64_t m_count = 0; ///< records before it
    std::size_t m_tornBytes = 0;
};

} // namespace shardscape::model
