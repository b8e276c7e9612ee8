// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/source_text.h"

#include <algorithm>

namespace shardscape::model {
namespace {

bool isContinuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

void appendUtf8(std::string& out, unsigned code) {
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0 | (code >> 6));
        out += static_cast<char>(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        out += static_cast<char>(0xE0 | (code >> 12));
        out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (code & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | (code >> 18));
        out += static_cast<char>(0x80 | ((code >> 12) & 0x3F));
        out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (code & 0x3F));
    }
}

/// Length of the UTF-8 sequence at text[at], 0 when it is malformed (RFC 3629: no overlong forms, no surrogates).
std::size_t utf8Length(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) -> unsigned {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
    };
    const unsigned first = byte(at);
    if (first < 0x80)
        return 1;
    const auto follows = [&](std::size_t count) {
        for (std::size_t i = 1; i <= count; ++i)
            if ((byte(at + i) & 0xC0) != 0x80)
                return false;
        return true;
    };
    if (first >= 0xC2 && first <= 0xDF)
        return follows(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const bool overlong = first == 0xE0 && byte(at + 1) < 0xA0;
        const bool surrogate = first == 0xED && byte(at + 1) > 0x9F;
        return follows(2) && !overlong && !surrogate ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const bool overlong = first == 0xF0 && byte(at + 1) < 0x90;
        const bool tooLarge = first == 0xF4 && byte(at + 1) > 0x8F;
        return follows(3) && !overlong && !tooLarge ? 4 : 0;
    }
    return 0;
}

std::size_t firstNonUtf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = utf8Length(text, at);
        if (length == 0)
            return at;
        at += length;
    }
    return std::string_view::npos;
}

std::string fromUtf16(std::string_view bytes, bool bigEndian) {
    const auto unit = [&](std::size_t at) {
        const unsigned a = static_cast<unsigned char>(bytes[at]);
        const unsigned b = static_cast<unsigned char>(bytes[at + 1]);
        return bigEndian ? a << 8 | b : b << 8 | a;
    };
    std::string out;
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        unsigned code = unit(at);
        if (code >= 0xD800 && code < 0xDC00 && at + 3 < bytes.size()) {
            const unsigned low = unit(at + 2);
            if (low >= 0xDC00 && low < 0xE000) {
                code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
                at += 2;
            }
        }
        appendUtf8(out, code >= 0xD800 && code < 0xE000 ? 0xFFFD : code);
    }
    return out;
}

} // namespace

LineMap::LineMap(std::string_view text)
    : m_text(text)
    , m_starts{0} {
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
        m_starts.push_back(at + 1);
}

TextPlace LineMap::place(std::size_t offset) const {
    offset = std::min(offset, m_text.size());
    const auto after = std::upper_bound(m_starts.begin(), m_starts.end(), offset);
    const std::size_t start = *(after - 1);
    const auto characters =
        std::count_if(m_text.begin() + static_cast<std::ptrdiff_t>(start),
                      m_text.begin() + static_cast<std::ptrdiff_t>(offset), [](char c) { return !isContinuation(c); });
    return {static_cast<int>(after - m_starts.begin()), static_cast<int>(characters) + 1};
}

Result<std::string> decodeText(const std::string& file, const std::string& text, Diagnostics& diagnostics) {
    std::string_view bytes = text;
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
        return fromUtf16(bytes.substr(2), bytes[0] == '\xFE');
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.remove_prefix(3);
    if (const std::size_t nul = bytes.find('\0'); nul != std::string_view::npos) {
        const TextPlace place = LineMap(bytes).place(nul);
        return fail(Error{ErrorCode::Invalid, "the file is not text: it contains a NUL byte",
                          "export the schema as plain SQL (pg_dump --format=plain --schema-only)", file, place.line,
                          place.column});
    }
    const std::size_t bad = firstNonUtf8(bytes);
    if (bad == std::string_view::npos)
        return std::string(bytes);
    const TextPlace place = LineMap(bytes).place(bad);
    diagnostics.push_back({Severity::Warning, file, place.line, place.column,
                           "the file is not UTF-8; it is read as Latin-1", "save it as UTF-8"});
    std::string out;
    for (char byte : bytes)
        appendUtf8(out, static_cast<unsigned char>(byte));
    return out;
}

} // namespace shardscape::model
