// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/resources.h"

#include <cstdlib>
#include <filesystem>

#if defined(__APPLE__)
#include <cstdint>
#include <mach-o/dyld.h>
#endif

#include <fmt/format.h>

namespace shardscape::model {
namespace {

namespace fs = std::filesystem;

bool isFolder(const fs::path& path) {
    std::error_code error;
    return fs::is_directory(path, error);
}

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

/// The running program; empty where the system does not say.
fs::path runningProgram() {
#if defined(_WIN32)
    wchar_t* path = nullptr;
    return _get_wpgmptr(&path) == 0 && path ? fs::path(path) : fs::path();
#elif defined(__APPLE__)
    std::string path(4096, '\0');
    auto size = static_cast<std::uint32_t>(path.size());
    return _NSGetExecutablePath(path.data(), &size) == 0 ? fs::path(path.c_str()) : fs::path();
#else
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    return error ? fs::path() : program;
#endif
}

} // namespace

Result<std::string> resourceFolder() {
    if (const std::string named = environment("SHARDSCAPE_RESOURCES"); !named.empty()) {
        if (isFolder(named))
            return named;
        return fail(ErrorCode::NotFound, fmt::format("SHARDSCAPE_RESOURCES names {}, which is not a folder", named),
                    "correct or unset the variable");
    }
    if (const fs::path program = runningProgram(); !program.empty()) {
        const fs::path installed = program.parent_path().parent_path() / "share" / "shardscape";
        if (isFolder(installed))
            return installed.string();
    }
    const fs::path built = SHARDSCAPE_SOURCE_RESOURCES;
    if (isFolder(built))
        return built.string();
    return fail(ErrorCode::NotFound, "the files that come with Shardscape are not there",
                "reinstall it, or set SHARDSCAPE_RESOURCES to its folder \"resources\"");
}

std::string userFolder() {
    if (const std::string config = environment("XDG_CONFIG_HOME"); !config.empty())
        return config + "/shardscape";
    const std::string home = environment("HOME");
    return home.empty() ? std::string() : home + "/.config/shardscape";
}

namespace {

Result<std::vector<std::string>> foldersOf(const std::string& kind) {
    auto own = resourceFolder();
    if (!own)
        return fail(own.error());
    std::vector<std::string> folders{*own + "/" + kind};
    const std::string user = userFolder();
    if (!user.empty() && isFolder(user + "/" + kind))
        folders.push_back(user + "/" + kind);
    return folders;
}

} // namespace

Result<std::vector<std::string>> engineFolders() {
    return foldersOf("engines");
}

Result<std::vector<std::string>> priceFolders() {
    return foldersOf("prices");
}

} // namespace shardscape::model
