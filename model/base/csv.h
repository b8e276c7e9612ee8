// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/result.h"

namespace shardscape::model {

/// One field of a record. `quoted` tells an empty text ("") from a field that is not there, as COPY … CSV does.
struct CsvField {
    std::string_view text;
    bool quoted = false;
    int line = 0;   ///< where the field begins, from 1
    int column = 0; ///< in bytes, from 1
};

/// Reads comma-separated values as RFC 4180 has them: fields between quotes may hold separators, line ends and doubled
/// quotes; lines end in LF or CR LF, the last one need not; a byte order mark is passed over. A quote inside a field
/// that does not begin with one is an ordinary character. Empty lines are skipped. Memory does not grow with the file,
/// only with its longest record.
class CsvReader {
public:
    /// The stream must outlive the reader. `file` is named in errors.
    explicit CsvReader(std::istream& in, std::string file = {}, char separator = ',');

    /// Reads the next record; false at the end. The texts are good until the next call. Errors: Invalid, with the
    /// place, for a quote that is not closed or text behind a closing one; Io when the stream breaks.
    Result<bool> next(std::vector<CsvField>& record);
    /// The same into texts of one's own, in place of what was there.
    Result<bool> next(std::vector<std::string>& fields);
    /// The line on which the last record began, 1-based.
    int line() const { return m_recordLine; }

private:
    struct Span {
        std::size_t begin;
        std::size_t end;
        bool quoted;
        bool doubled; ///< has quotes to be undoubled
        int line;
        int column;
    };

    Result<bool> read();
    std::string_view text(const Span& span);
    bool fill();
    bool more() { return m_at < m_buffer.size() || fill(); }
    Result<Span> field();
    Result<Span> quotedField();
    Error error(std::string message, std::string advice, int line, int column) const;
    int columnHere() const { return static_cast<int>(m_at - m_lineStart) + 1; }

    std::istream& m_in;
    std::string m_file;
    char m_separator;
    std::string m_buffer;
    std::size_t m_record = 0; ///< where the record being read begins
    std::size_t m_at = 0;
    std::size_t m_lineStart = 0;
    int m_line = 1;
    int m_recordLine = 0;
    std::vector<Span> m_spans;
    bool m_started = false;
};

} // namespace shardscape::model
