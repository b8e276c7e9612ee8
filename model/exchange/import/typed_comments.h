// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "model/base/diagnostic.h"

namespace shardscape::model {

/// The comments of a text (DBML with // and /* */, or SQL with -- and /* */) that another text does not have: those
/// that a person typed into a text that was written from a model. No model holds such a comment, so each is a warning
/// with its line, and with the way to write it so that it is kept. What stands in quotes is no comment.
Diagnostics typedComments(std::string_view text, std::string_view written, bool sql);

} // namespace shardscape::model
