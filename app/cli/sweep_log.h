// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "model/base/result.h"

namespace shardscape::app {

/// The points that earlier runs of a sweep have written, one JSON object a line. Lines that are no JSON are passed
/// over: a run that was stopped may have left half a line at the end.
class SweepLog {
public:
    /// Adds what a file holds; a file that is not there holds nothing. Errors: as reading.
    model::Result<void> read(const std::string& path);
    void add(std::string_view text);

    /// Whether the point is there, `point` being its JSON and `scenario` the digest of what is run for it. Errors:
    /// Conflict when the point is there, but of another scenario: the file belongs to another sweep.
    model::Result<bool> has(const std::string& point, const std::string& scenario) const;
    std::size_t size() const { return m_done.size(); }

private:
    struct Done {
        std::string scenario;
        std::string file;
    };
    std::map<std::string, Done> m_done; ///< by the point
    std::string m_file;
};

} // namespace shardscape::app
