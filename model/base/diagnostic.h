// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace shardscape::model {

enum class Severity { Info, Warning, Error };

/// Something worth telling about an input that was otherwise accepted: a statement left out, a value assumed.
/// Places are 1-based; 0 means "no place".
struct Diagnostic {
    Severity severity = Severity::Warning;
    std::string file;
    int line = 0;
    int column = 0;
    std::string message;
    std::string advice;
};

using Diagnostics = std::vector<Diagnostic>;

inline const char* name(Severity severity) {
    switch (severity) {
    case Severity::Info: return "info";
    case Severity::Warning: return "warning";
    case Severity::Error: return "error";
    }
    return "";
}

} // namespace shardscape::model
