// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/base/diagnostic.h"
#include "model/base/result.h"

namespace shardscape::model {

/// A place in a text, 1-based; columns count characters (code points), not bytes.
struct TextPlace {
    int line = 0;
    int column = 0;
};

/// Finds line and column of byte offsets; building it is one pass over the text, a question a binary search.
/// The text must outlive it.
class LineMap {
public:
    explicit LineMap(std::string_view text);
    TextPlace place(std::size_t offset) const;

private:
    std::string_view m_text;
    std::vector<std::size_t> m_starts;
};

/// The text as UTF-8 without a byte order mark. UTF-16 with a byte order mark is converted; a text that is not UTF-8 is
/// read as Latin-1, with a warning.
/// Errors: Invalid when the text holds NUL bytes, so that it is no text at all.
Result<std::string> decodeText(const std::string& file, const std::string& text, Diagnostics& diagnostics);

} // namespace shardscape::model
