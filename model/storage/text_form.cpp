// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/text_form.h"

#include <charconv>

#include <fmt/format.h>

#include "model/fields/codec.h"

namespace shardscape::model {
namespace {

constexpr std::string_view kFirstWord = "shardscape ";

/// Checks the first line; returns where the second begins.
Result<std::size_t> readVersion(const std::string& text, const std::string& file) {
    if (text.compare(0, kFirstWord.size(), kFirstWord) != 0)
        return fail(Error{ErrorCode::Invalid, "This is not a Shardscape text file",
                          fmt::format("The first line is \"{}{}\"", kFirstWord, kTextFormVersion), file, 1, 1});
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::size_t last = end;
    while (last > kFirstWord.size() && (text[last - 1] == '\r' || text[last - 1] == ' '))
        --last;
    int version = 0;
    const auto read = std::from_chars(text.data() + kFirstWord.size(), text.data() + last, version);
    if (read.ec != std::errc() || read.ptr != text.data() + last || version < 1)
        return fail(Error{ErrorCode::Invalid, "The version in the first line is not a number",
                          fmt::format("The first line is \"{}{}\"", kFirstWord, kTextFormVersion), file, 1,
                          static_cast<int>(kFirstWord.size()) + 1});
    if (version > kTextFormVersion)
        return fail(
            Error{ErrorCode::Unsupported,
                  fmt::format("The text has version {}; this program reads up to {}", version, kTextFormVersion),
                  "Use a newer Shardscape", file, 1, static_cast<int>(kFirstWord.size()) + 1});
    return std::min(end + 1, text.size());
}

} // namespace

std::string dumpProject(const Project& project) {
    return fmt::format("{}{}\n", kFirstWord, kTextFormVersion) + printMembers(encode(project));
}

Result<Project> loadProject(const std::string& text, const std::string& file) {
    const Result<std::size_t> begin = readVersion(text, file);
    if (!begin)
        return fail(begin.error());
    const Result<Value> members = parseMembers(std::string_view(text).substr(*begin), file, 2);
    if (!members)
        return fail(members.error());
    Result<Project> project = decode<Project>(*members, file);
    if (!project)
        return project;
    const std::vector<std::string> broken = validate(*project);
    if (!broken.empty())
        return fail(Error{ErrorCode::Invalid, broken.front(),
                          broken.size() == 1 ? "Correct the text" : fmt::format("and {} more", broken.size() - 1), file,
                          0, 0});
    return project;
}

} // namespace shardscape::model
