// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>

#include <tl/expected.hpp>

namespace shardscape::model {

/// Why an operation was refused. The set is small on purpose: callers branch on the code, people read the message.
enum class ErrorCode {
    NotFound,    ///< a file, an id, a name that is not there
    Invalid,     ///< the input is not what it claims to be (syntax, range, wrong kind)
    Conflict,    ///< the name is taken, the object is still used
    Unsupported, ///< a valid wish that cannot be granted (a newer file, an unknown engine)
    Io,          ///< the operating system said no
    Cancelled,   ///< the user asked to stop
};

/// An expected failure, in words a user can act on. Places are 1-based; 0 means "no place".
struct Error {
    ErrorCode code = ErrorCode::Invalid;
    std::string message; ///< what happened, one sentence without a final newline
    std::string advice;  ///< what to do about it, may be empty
    std::string file;    ///< where it happened, may be empty
    int line = 0;
    int column = 0;

    /// "file:line:column: message (advice)", leaving out what is unknown.
    std::string text() const;
};

template <class T> using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(ErrorCode code, std::string message, std::string advice = {}) {
    return tl::unexpected<Error>(Error{code, std::move(message), std::move(advice), {}, 0, 0});
}
inline tl::unexpected<Error> fail(Error error) {
    return tl::unexpected<Error>(std::move(error));
}

} // namespace shardscape::model
