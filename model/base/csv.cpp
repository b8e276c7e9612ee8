// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/csv.h"

namespace shardscape::model {

namespace {

constexpr std::size_t kChunk = std::size_t{1} << 18;

} // namespace

CsvReader::CsvReader(std::istream& in, std::string file, char separator)
    : m_in(in)
    , m_file(std::move(file))
    , m_separator(separator) {}

/// Reads on behind what is there. What lies before the record being read is dropped, and with it all places move.
bool CsvReader::fill() {
    m_buffer.erase(0, m_record);
    for (Span& span : m_spans) {
        span.begin -= m_record;
        span.end -= m_record;
    }
    m_at -= m_record;
    m_lineStart -= m_record; // wraps where the line began before the record, which the difference to m_at undoes
    m_record = 0;
    const std::size_t had = m_buffer.size();
    m_buffer.resize(had + kChunk);
    m_in.read(m_buffer.data() + had, static_cast<std::streamsize>(kChunk));
    m_buffer.resize(had + static_cast<std::size_t>(m_in.gcount()));
    return m_buffer.size() > had;
}

Error CsvReader::error(std::string message, std::string advice, int line, int column) const {
    return {ErrorCode::Invalid, std::move(message), std::move(advice), m_file, line, column};
}

Result<CsvReader::Span> CsvReader::quotedField() {
    Span span{0, 0, true, false, m_line, columnHere()};
    ++m_at;
    const std::size_t offset = m_at - m_record;
    for (;; ++m_at) {
        if (!more())
            return fail(error("a quoted field is not closed", "double the quotes inside it", span.line, span.column));
        const char c = m_buffer[m_at];
        if (c == '\n') {
            ++m_line;
            m_lineStart = m_at + 1;
        }
        if (c != '"')
            continue;
        ++m_at;
        if (!more() || m_buffer[m_at] != '"')
            break;
        span.doubled = true;
    }
    span.begin = m_record + offset;
    span.end = m_at - 1;
    const bool carriage = more() && m_buffer[m_at] == '\r';
    m_at += carriage ? 1 : 0;
    if (more() && m_buffer[m_at] != '\n' && (carriage || m_buffer[m_at] != m_separator))
        return fail(error("there is text behind the closing quote of a field", "double the quotes inside it", m_line,
                          columnHere()));
    return span;
}

Result<CsvReader::Span> CsvReader::field() {
    if (more() && m_buffer[m_at] == '"')
        return quotedField();
    Span span{0, 0, false, false, m_line, columnHere()};
    const std::size_t offset = m_at - m_record;
    while (more() && m_buffer[m_at] != m_separator && m_buffer[m_at] != '\n')
        ++m_at;
    span.begin = m_record + offset;
    span.end = m_at;
    if ((m_at == m_buffer.size() || m_buffer[m_at] == '\n') && span.end > span.begin && m_buffer[span.end - 1] == '\r')
        --span.end;
    return span;
}

/// Reads the fields of one record; false at the end.
Result<bool> CsvReader::read() {
    m_spans.clear();
    m_record = m_at;
    if (!more()) {
        if (m_in.bad())
            return fail({ErrorCode::Io, "the file cannot be read to its end", "is it a file?", m_file, m_line, 0});
        return false;
    }
    constexpr std::string_view kMark = "\xef\xbb\xbf";
    if (!m_started && std::string_view(m_buffer).starts_with(kMark))
        m_record = m_at = m_lineStart = kMark.size();
    m_started = true;
    m_recordLine = m_line;
    for (;;) {
        const auto span = field();
        if (!span)
            return fail(span.error());
        m_spans.push_back(*span);
        if (!more())
            return true;
        if (m_buffer[m_at++] == '\n') {
            ++m_line;
            m_lineStart = m_at;
            return true;
        }
    }
}

std::string_view CsvReader::text(const Span& span) {
    char* const first = m_buffer.data() + span.begin;
    std::size_t length = span.end - span.begin;
    if (span.doubled) {
        std::size_t kept = 0;
        for (std::size_t i = 0; i < length; ++i) {
            first[kept++] = first[i];
            if (first[i] == '"')
                ++i;
        }
        length = kept;
    }
    return {first, length};
}

Result<bool> CsvReader::next(std::vector<CsvField>& record) {
    record.clear();
    do {
        if (const auto more = read(); !more || !*more)
            return more;
    } while (m_spans.size() == 1 && !m_spans.front().quoted && m_spans.front().begin == m_spans.front().end);
    for (const Span& span : m_spans)
        record.push_back({text(span), span.quoted, span.line, span.column});
    return true;
}

Result<bool> CsvReader::next(std::vector<std::string>& fields) {
    std::vector<CsvField> record;
    auto more = next(record);
    fields.resize(record.size());
    for (std::size_t i = 0; i < record.size(); ++i)
        fields[i].assign(record[i].text);
    return more;
}

} // namespace shardscape::model
