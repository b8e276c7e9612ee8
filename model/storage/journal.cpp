// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/journal.h"

#include <cerrno>
#include <cstring>
#include <filesystem>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>
#include <xxhash.h>

#include "model/fields/codec.h"

namespace shardscape::model {

const char* name(RecordKind kind);
const char* name(RecordKind kind) {
    switch (kind) {
    case RecordKind::Base: return "base";
    case RecordKind::Edit: return "edit";
    case RecordKind::Undo: return "undo";
    case RecordKind::Redo: return "redo";
    case RecordKind::Saving: return "saving";
    }
    return "edit";
}

template <Is<JournalRecord> O> auto fieldsOf(O& o) {
    auto& [kind, label, fileHash, text, change] = o;
    return std::make_tuple(field("kind", kind), field("label", label), field("file_hash", fileHash),
                           field("text", text), field("change", change));
}

namespace {

constexpr std::string_view kMagic = "SHSCEDT1";
constexpr std::size_t kHeadBytes = 12;

void appendNumber(std::string& out, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i)
        out += static_cast<char>(value >> (8 * i) & 0xff);
}

std::uint64_t numberAt(const std::string& bytes, std::size_t at, int length) {
    std::uint64_t value = 0;
    for (int i = length - 1; i >= 0; --i)
        value = value << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
    return value;
}

/// Opens and locks the file; again when somebody removed it in between.
Result<Descriptor> lockedFile(const std::string& path) {
    for (int attempt = 0; attempt < 16; ++attempt) {
        Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666));
        if (!file)
            return systemError(path, "open", errno);
        if (flock(file.get(), LOCK_EX | LOCK_NB) != 0) {
            if (errno == EWOULDBLOCK)
                return fail(Error{ErrorCode::Conflict, "The project is open in another window or program",
                                  "Close it there first", path, 0, 0});
            // A file system without locks: two programs at once cannot be told apart there.
        }
        struct stat mine {};
        struct stat named {};
        if (fstat(file.get(), &mine) == 0 && stat(path.c_str(), &named) == 0 && mine.st_ino == named.st_ino &&
            mine.st_dev == named.st_dev)
            return file;
    }
    return fail(Error{ErrorCode::Conflict, "The project is being opened and closed by another program", "Try again",
                      path, 0, 0});
}

} // namespace

Result<Journal> Journal::open(const std::string& path) {
    Result<Descriptor> file = lockedFile(path);
    if (!file)
        return fail(file.error());
    struct stat status {};
    if (fstat(file->get(), &status) != 0)
        return systemError(path, "read", errno);
    if (!S_ISREG(status.st_mode))
        return fail(Error{ErrorCode::Invalid, "The journal is not an ordinary file", "Move it away", path, 0, 0});
    Journal journal;
    journal.m_path = path;
    journal.m_file = std::move(*file);
    journal.m_end = static_cast<std::size_t>(status.st_size);
    if (status.st_size == 0)
        syncFolderOf(path);
    return journal;
}

Result<std::vector<JournalRecord>> Journal::read() {
    std::vector<JournalRecord> records;
    const Result<std::string> bytes = readFile(m_path);
    if (!bytes)
        return fail(bytes.error());
    m_end = 0;
    m_count = 0;
    m_tornBytes = bytes->size();
    if (bytes->size() < kMagic.size() && kMagic.substr(0, bytes->size()) == *bytes)
        return records; // nothing, or the magic number itself was being written
    if (bytes->compare(0, kMagic.size(), kMagic) != 0) {
        m_end = bytes->size();
        return fail(Error{ErrorCode::Invalid, "This is not a journal of Shardscape", "Move it away", m_path, 0, 0});
    }
    m_end = kMagic.size();
    while (bytes->size() - m_end >= kHeadBytes) {
        const auto length = static_cast<std::size_t>(numberAt(*bytes, m_end, 4));
        const std::uint64_t checksum = numberAt(*bytes, m_end + 4, 8);
        if (length > bytes->size() - m_end - kHeadBytes)
            break;
        const std::string_view payload = std::string_view(*bytes).substr(m_end + kHeadBytes, length);
        if (XXH3_64bits_withSeed(payload.data(), payload.size(), m_count) != checksum)
            break;
        const Result<Value> value = parseMembers(payload, m_path);
        Result<JournalRecord> record =
            value ? decode<JournalRecord>(*value, m_path) : Result<JournalRecord>(fail(value.error()));
        if (!record)
            return fail(Error{ErrorCode::Unsupported,
                              "The journal was written by another version: " + record.error().message,
                              "Open the project with that version and save it", m_path, 0, 0});
        records.push_back(std::move(*record));
        m_end += kHeadBytes + length;
        ++m_count;
    }
    m_tornBytes = bytes->size() - m_end;
    return records;
}

Result<void> Journal::append(const std::vector<JournalRecord>& records) {
    std::string bytes;
    if (m_end == 0)
        bytes = kMagic;
    std::uint64_t count = m_count;
    for (const JournalRecord& record : records) {
        const std::string payload = printMembers(encode(record));
        if (payload.size() > 0xffffffffu)
            return fail(
                Error{ErrorCode::Unsupported, "The step is larger than 4 GiB", "Save the project", m_path, 0, 0});
        appendNumber(bytes, payload.size(), 4);
        appendNumber(bytes, XXH3_64bits_withSeed(payload.data(), payload.size(), count++), 8);
        bytes += payload;
    }
    if (!m_file)
        return systemError(m_path, "write", EBADF);
    // What a crash left behind the last complete record must not be taken for records again.
    if (m_tornBytes > 0 && ftruncate(m_file.get(), static_cast<off_t>(m_end)) != 0)
        return systemError(m_path, "write", errno);
    m_tornBytes = 0;
    if (!writeAt(m_file.get(), bytes, m_end) || fdatasync(m_file.get()) != 0) {
        const int code = errno;
        if (ftruncate(m_file.get(), static_cast<off_t>(m_end)) != 0)
            m_tornBytes = 1; // tried again before the next record
        return systemError(m_path, "write", code);
    }
    m_end += bytes.size();
    m_count = count;
    return {};
}

Result<void> Journal::clear() {
    if (m_file && (ftruncate(m_file.get(), 0) != 0 || fsync(m_file.get()) != 0))
        return systemError(m_path, "write", errno);
    m_end = 0;
    m_count = 0;
    m_tornBytes = 0;
    return {};
}

void Journal::remove() {
    if (!m_file)
        return;
    unlink(m_path.c_str());
    m_file = Descriptor();
}

Result<std::string> Journal::setAside() {
    std::string aside;
    for (int n = 1; n < 1000; ++n) {
        aside = fmt::format("{}.{}", m_path, n);
        if (!std::filesystem::exists(aside))
            break;
    }
    if (rename(m_path.c_str(), aside.c_str()) != 0)
        return systemError(m_path, "set aside", errno);
    Result<Journal> fresh = open(m_path);
    if (!fresh)
        return fail(fresh.error());
    *this = std::move(*fresh);
    return aside;
}

} // namespace shardscape::model
