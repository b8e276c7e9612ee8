// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

/// The words of an annotation: "orders rows=1e9", "5000/s diurnal(peak=20:00, trough=0.3)". Internal to this folder.
namespace shardscape::model {

/// A refusal with its place in the file, in bytes.
struct PlacedError {
    std::size_t offset = 0;
    std::string message;
    std::string advice;
};
using Placed = tl::expected<void, PlacedError>;
inline tl::unexpected<PlacedError> refuseAt(std::size_t offset, std::string message, std::string advice = {}) {
    return tl::unexpected(PlacedError{offset, std::move(message), std::move(advice)});
}

/// "text", "key=text", "text(argument, …)" or "key=text(argument, …)". Quotes stay in the text: they tell names from
/// words.
struct Word {
    std::string key;
    std::string text;
    std::vector<Word> arguments;
    bool hasArguments = false;
    std::size_t offset = 0;
};

/// Cuts annotation text into words. "offset" is where it starts in the file.
tl::expected<std::vector<Word>, PlacedError> splitWords(std::string_view text, std::size_t offset);

/// The text without the quotes around it.
std::string unquoted(const std::string& text);
/// "a,b,\"c,d\"" as its parts; quotes stay.
std::vector<std::string> splitList(const std::string& text);
/// A dotted name as SQL reads it: parts without quotes, unquoted ones in lower case.
std::vector<std::string> nameParts(const std::string& text);

} // namespace shardscape::model
