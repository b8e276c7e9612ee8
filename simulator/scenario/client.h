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
    Refused,     ///< by a node whose queue was full
    TimedOut,    ///< no answer in time
    Down,        ///< the node that was asked is down, or went down with the request
    Dependency,  ///< something outside the cluster failed it
    BreakerOpen, ///< by the stream's own circuit breaker
    RateLimited, ///< by the rate limit
    Crowded,     ///< the queue of the admission limit was full
    Misrouted,   ///< it reached a partition that has not got the key
};
inline constexpr std::size_t kCauses = 8;

/// A set of causes.
using Causes = std::uint32_t;
constexpr Causes operator|(Cause a, Cause b) {
    return 1U << static_cast<unsigned>(a) | 1U << static_cast<unsigned>(b);
}
constexpr Causes operator|(Causes a, Cause b) {
    return a | 1U << static_cast<unsigned>(b);
}
constexpr bool contains(Causes causes, Cause one) {
    return (causes >> static_cast<unsigned>(one) & 1U) != 0;
}

/// Attempts after a failed one. Retry n (from 1) comes after a wait of backoff * multiplier^(n-1), at most mostBackoff.
struct Retries {
    std::uint32_t limit = 0; ///< attempts after the first; 0: none
    double backoffMs = 0;    ///< 0: at once
    double multiplier = 2;
    double mostBackoffMs = 0; ///< 0: no bound
    double jitter = 0;        ///< this share of each wait is drawn anew from 0 to its full length; 1 is "full jitter"
    Causes on = Cause::Refused | Cause::TimedOut | Cause::Down | Cause::Dependency; ///< not of Crowded
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

/// Asking another replica as well when an answer takes long; the first answer counts. Only of reads, and of steps that
/// one replica answers; each partition of a step by itself.
struct Hedge {
    double afterMs = 0;     ///< the delay; with a quantile, the one used until that is known
    double quantile = 0;    ///< above 0: after this quantile of the answers seen lately
    std::uint32_t most = 1; ///< further replicas asked
    bool operator==(const Hedge&) const = default;
};

/// Stops asking while too many attempts fail. Closed: counts outcomes in a sliding window of tenths. Open: refuses for
/// a time. Half-open: lets `probes` attempts through; closes when all succeed, opens again when one fails.
struct Breaker {
    double windowSeconds = 10;
    double failureShare = 0.5;
    std::uint32_t least = 20; ///< outcomes in the window before the share means anything
    double openSeconds = 5;
    std::uint32_t probes = 1;
    bool operator==(const Breaker&) const = default;
};

/// A token bucket in front of the cluster: every attempt takes a token or is refused at once.
struct RateLimit {
    double perSecond = 1;
    double burst = 1;
    bool operator==(const RateLimit&) const = default;
};

/// At most `limit` requests of the stream are under way, others wait in turn; at most `queue` of them.
struct Admission {
    std::uint32_t limit = 1;
    std::uint32_t queue = 0;
    bool operator==(const Admission&) const = default;
};

/// Which replica a step asks that needs the answer of one. Outstanding requests are those that wait or are served at
/// the node.
enum class Balance {
    AsAsked, ///< the first one, or as the step's "ask" says
    Random,
    RoundRobin,
    LeastLoaded, ///< fewest outstanding requests for each server; a random one of several
    TwoChoices,  ///< the less loaded of two different ones at random
    Adaptive,    ///< at random, by the reciprocal of the latency that the stream has lately had from the node
};

/// Clients of a stream.
struct Client {
    double timeoutMs = 0;  ///< of an attempt, all its steps; 0: waits for ever
    double deadlineMs = 0; ///< of a request, all its attempts; 0: none
    Retries retries;
    std::optional<RetryBudget> budget; ///< absent: retries are free
    std::optional<Hedge> hedge;
    std::optional<Breaker> breaker;
    std::optional<RateLimit> rateLimit;
    std::optional<Admission> admission;
    Balance balance = Balance::AsAsked;
    bool operator==(const Client&) const = default;
};

} // namespace shardscape::simulator
