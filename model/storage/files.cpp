// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/files.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

namespace shardscape::model {
namespace {

std::string adviceFor(int code) {
    switch (code) {
    case EACCES:
    case EPERM: return "Check the permissions of the file and its folder";
    case ENOSPC:
    case EDQUOT: return "Free some space on the disk and try again";
    case EROFS: return "The disk is read-only; save under another name";
    case ENOENT: return "Check the spelling of the path";
    default: return "";
    }
}

/// Keeps the present file under the name of the backup, which is replaced in one step.
Result<void> keepAs(const std::string& path, const std::string& backup) {
    const std::string fresh = fmt::format("{}.{}.new", backup, getpid());
    unlink(fresh.c_str());
    if (link(path.c_str(), fresh.c_str()) != 0) { // no hard links on this file system
        std::error_code code;
        std::filesystem::copy_file(path, fresh, std::filesystem::copy_options::overwrite_existing, code);
        if (code)
            return systemError(backup, "keep the previous version as", code.value());
    }
    if (rename(fresh.c_str(), backup.c_str()) != 0) {
        const int code = errno;
        unlink(fresh.c_str());
        return systemError(backup, "keep the previous version as", code);
    }
    return {};
}

mode_t usualMode() {
    const mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

} // namespace

tl::unexpected<Error> systemError(const std::string& path, const std::string& verb, int code) {
    return fail(Error{code == ENOENT ? ErrorCode::NotFound : ErrorCode::Io,
                      fmt::format("Cannot {} the file: {}", verb, std::strerror(code)), adviceFor(code), path, 0, 0});
}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
    if (this != &other) {
        if (m_fd >= 0)
            close(m_fd);
        m_fd = other.release();
    }
    return *this;
}

Descriptor::~Descriptor() {
    if (m_fd >= 0)
        close(m_fd);
}

int Descriptor::release() {
    const int fd = m_fd;
    m_fd = -1;
    return fd;
}

Result<std::string> readFile(const std::string& path) {
    const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file)
        return systemError(path, "open", errno);
    struct stat status {};
    if (fstat(file.get(), &status) != 0)
        return systemError(path, "read", errno);
    if (!S_ISREG(status.st_mode))
        return fail(Error{ErrorCode::Invalid,
                          S_ISDIR(status.st_mode) ? "This is a folder" : "This is not an ordinary file",
                          "Choose a file", path, 0, 0});
    std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
    std::size_t at = 0;
    while (at < bytes.size()) {
        const ssize_t got = read(file.get(), bytes.data() + at, bytes.size() - at);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return systemError(path, "read", errno);
        if (got == 0)
            break;
        at += static_cast<std::size_t>(got);
    }
    bytes.resize(at);
    return bytes;
}

bool writeAt(int fd, const std::string& bytes, std::size_t offset) {
    std::size_t at = 0;
    while (at < bytes.size()) {
        const ssize_t put = pwrite(fd, bytes.data() + at, bytes.size() - at, static_cast<off_t>(offset + at));
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return false;
        at += static_cast<std::size_t>(put);
    }
    return true;
}

std::string resolvedPath(const std::string& path) {
    std::error_code code;
    const std::filesystem::path resolved = std::filesystem::weakly_canonical(std::filesystem::absolute(path), code);
    return code ? path : resolved.string();
}

void syncFolderOf(const std::string& path) {
    const std::string folder = std::filesystem::path(path).parent_path().string();
    const Descriptor fd(open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (fd)
        fsync(fd.get());
}

Result<void> replaceFile(const std::string& givenPath, const std::string& bytes, bool keepBackup) {
    const std::string path = resolvedPath(givenPath);
    struct stat status {};
    const bool exists = stat(path.c_str(), &status) == 0;
    if (exists && !S_ISREG(status.st_mode))
        return fail(Error{ErrorCode::Invalid,
                          S_ISDIR(status.st_mode) ? "This is a folder" : "This is not an ordinary file",
                          "Choose another name", givenPath, 0, 0});
    if (exists && access(path.c_str(), W_OK) != 0)
        return systemError(givenPath, "write", errno);
    std::string fresh = path + ".XXXXXX";
    const Descriptor file(mkostemp(fresh.data(), O_CLOEXEC));
    if (!file)
        return systemError(givenPath, "write", errno);
    const bool written = fchmod(file.get(), exists ? status.st_mode & 07777 : usualMode()) == 0 &&
                         writeAt(file.get(), bytes, 0) && fsync(file.get()) == 0;
    if (!written) {
        const int code = errno;
        unlink(fresh.c_str());
        return systemError(givenPath, "write", code);
    }
    if (exists && keepBackup)
        if (Result<void> kept = keepAs(path, path + ".bak"); !kept) {
            unlink(fresh.c_str());
            return kept;
        }
    if (rename(fresh.c_str(), path.c_str()) != 0) {
        const int code = errno;
        unlink(fresh.c_str());
        return systemError(givenPath, "write", code);
    }
    syncFolderOf(path);
    return {};
}

} // namespace shardscape::model
