// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <istream>
#include <string>
#include <vector>

#include "model/base/result.h"

namespace shardscape::model {

/// Reads comma-separated values record by record (RFC 4180), in one pass over the stream: a field may stand in double
/// quotes, within which commas and line ends belong to it and "" is a quote. Lines end with LF or CR LF; empty lines
/// are skipped; a byte order mark of UTF-8 is dropped. Text behind a closing quote is taken as it is.
class CsvReader {
public:
    explicit CsvReader(std::istream& in)
        : m_in(in) {}

    /// The next record, in place of what was there; false at the end. Errors: Invalid, with the line, when a quote does
    /// not close; Io when the stream breaks.
    Result<bool> next(std::vector<std::string>& fields);
    /// The line on which the last record began, 1-based.
    int line() const { return m_line; }

private:
    bool readLine();

    std::istream& m_in;
    std::string m_text; ///< the line at hand
    int m_line = 0;
    int m_lastLine = 0;
};

} // namespace shardscape::model
