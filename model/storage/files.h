// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/base/result.h"

/// What the storage needs of the operating system (POSIX). Every error names the file, what the system said and what to
/// do.
namespace shardscape::model {

/// The whole file. Errors: NotFound, Invalid for a directory or a device, Io.
Result<std::string> readFile(const std::string& path);

/// Writes a new file beside the old one, makes it durable and puts it in its place in one step; readers see the old
/// file or the new one. The old one stays as "path.bak" when asked. A symbolic link stays one. Permissions are kept.
Result<void> replaceFile(const std::string& path, const std::string& bytes, bool keepBackup);

/// Makes the entries of the folder of this file durable.
void syncFolderOf(const std::string& path);

/// The path with symbolic links resolved, also when the file itself is not there yet.
std::string resolvedPath(const std::string& path);

/// An Io error from errno: "FILE: cannot VERB: REASON".
tl::unexpected<Error> systemError(const std::string& path, const std::string& verb, int code);

/// A file descriptor that closes itself.
class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int fd)
        : m_fd(fd) {}
    Descriptor(Descriptor&& other) noexcept
        : m_fd(other.release()) {}
    Descriptor& operator=(Descriptor&& other) noexcept;
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor();
    int get() const { return m_fd; }
    explicit operator bool() const { return m_fd >= 0; }
    int release();

private:
    int m_fd = -1;
};

/// Writes all of it at the offset; false with errno set when that cannot be done.
bool writeAt(int fd, const std::string& bytes, std::size_t offset);

} // namespace shardscape::model
