// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

/// What the clients of a stream do about answers that are late or fail, and which replica they ask. Plain values; the
/// default does nothing. The machines that act on them are in simulator/defences.
namespace shardscape::simulator {

/// Why a request failed in the end, or an attempt at it.
enum class Cause : std::uint8_t {
    Refused,  ///< by a node whose queue was full
    TimedOut, ///< no answer in time
};
inline constexpr std::size_t kCauses = 2;

/// Attempts after a failed one. Retry n (from 1) comes after a wait of backoff * multiplier^(n-1), at most mostBackoff.
struct Retries {
    std::uint32_t limit = 0; ///< attempts after the first; 0: none
    double backoffMs = 0;    ///< 0: at once
    double multiplier = 2;
    double mostBackoffMs = 0; ///< 0: no bound
    double jitter = 0;        ///< this share of each wait is drawn anew from 0 to its full length; 1 is "full jitter"
    bool operator==(const Retries&) const = default;
};

/// A token bucket that retries are paid from: each request puts `ratio` tokens in, `perSecond` more come by themselves,
/// a retry takes one. It begins full.
struct RetryBudget {
    double ratio = 0.1;
    double burst = 10; ///< most tokens that it holds
    double perSecond = 0;
    bool operator==(const RetryBudget&) const = default;
};

/// Clients of a stream.
struct Client {
    double timeoutMs = 0;  ///< of an attempt, all its steps; 0: waits for ever
    double deadlineMs = 0; ///< of a request, all its attempts; 0: none
    Retries retries;
    std::optional<RetryBudget> budget; ///< absent: retries are free
    bool operator==(const Client&) const = default;
};

} // namespace shardscape::simulator
