// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/result.h"

#include <fmt/format.h>

namespace shardscape::model {

std::string Error::text() const {
    std::string place = file;
    if (line > 0)
        place += fmt::format("{}{}", place.empty() ? "line " : ":", line);
    if (line > 0 && column > 0)
        place += fmt::format("{}{}", file.empty() ? ", column " : ":", column);
    std::string out = place.empty() ? message : place + ": " + message;
    if (!advice.empty())
        out += " (" + advice + ")";
    return out;
}

} // namespace shardscape::model
