// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>
#include <functional>
#include <limits>
#include <vector>

/// What queueing, caches and order statistics say exactly, for the proofs of the simulator. The mean service is 1
/// throughout, so that times are in units of it; rho is the utilisation of each server. Sources: Kleinrock, Queueing
/// Systems I (1975) [K]; Tijms, A First Course in Stochastic Models (2003) [T]; David and Nagaraja, Order Statistics
/// (2003) [D]; Che, Tung and Wang, Hierarchical Web Caching Systems (2002) [C]; Eick, Massey and Whitt, Mt/G/inf Queues
/// with Sinusoidal Arrival Rates (1993) [E]; Mitzenmacher, The Power of Two Choices (2001) [M].
namespace shardscape::tests::exact {

/// Erlang C, the probability of waiting in M/M/c, by the recursion of Erlang B; a is the offered load [T 5.1].
inline double erlangC(std::uint32_t servers, double a) {
    double b = 1;
    for (std::uint32_t k = 1; k <= servers; ++k)
        b = a * b / (k + a * b);
    const double rho = a / servers;
    return b / (1 - rho * (1 - b));
}
/// P(sojourn > t) in M/M/c [K 3.5]: an exponential wait of rate c(1-rho) with that probability, and the service.
inline double mmcTail(std::uint32_t servers, double rho, double t) {
    const double c = erlangC(servers, rho * servers);
    const double theta = servers * (1 - rho);
    if (std::abs(theta - 1) < 1e-9)
        return std::exp(-t) * (1 + c * t);
    return (1 - c) * std::exp(-t) + c * (std::exp(-theta * t) - theta * std::exp(-t)) / (1 - theta);
}
inline double mmcMean(std::uint32_t servers, double rho) {
    return 1 + erlangC(servers, rho * servers) / (servers * (1 - rho));
}
/// Pollaczek and Khinchine: mean sojourn in M/G/1 with the squared coefficient of variation of the service [K 5.6].
inline double mg1Mean(double rho, double cv2) {
    return 1 + rho * (1 + cv2) / (2 * (1 - rho));
}
/// A lognormal with this standard deviation of the logarithm has 1 + cv^2 = exp(sigma^2).
inline double lognormalCv2(double sigma) {
    return std::exp(sigma * sigma) - 1;
}
/// P(sojourn > t) in M/D/1: Erlang's alternating series (1-rho) sum (-x)^j e^x / j!, x = rho (t - j), of the wait while
/// it keeps its digits, and beyond that the exponential tail (1-rho)/(rho e^theta - 1) e^(-theta t), where theta is the
/// positive root of rho (e^theta - 1) = theta [T 9.2]. They agree to eight digits where they meet.
inline double md1Tail(double rho, double t) {
    if (t < 1)
        return 1;
    const double wait = t - 1;
    if (wait < 9) {
        long double sum = 0;
        for (int j = 0; j <= wait; ++j) {
            const long double x = static_cast<long double>(rho) * (static_cast<long double>(wait) - j);
            sum += std::exp(x + (j == 0 ? 0 : j * std::log(x > 0 ? x : 1e-300L)) - std::lgamma(j + 1.0L)) *
                   (j % 2 == 0 ? 1 : -1);
        }
        return static_cast<double>(1 - (1 - static_cast<long double>(rho)) * sum);
    }
    double theta = 2 * (1 - rho) / rho;
    for (int i = 0; i < 60; ++i)
        theta -= (rho * std::expm1(theta) - theta) / (rho * std::exp(theta) - 1);
    return (1 - rho) / (rho * std::exp(theta) - 1) * std::exp(-theta * wait);
}
/// The t at which a falling tail has come down to 1 - q.
inline double quantile(const std::function<double(double)>& tail, double q) {
    double low = 0;
    double high = 1e5;
    for (int i = 0; i < 200; ++i) {
        const double middle = (low + high) / 2;
        (tail(middle) > 1 - q ? low : high) = middle;
    }
    return (low + high) / 2;
}
/// The integral of a falling tail: the mean.
inline double meanOf(const std::function<double(double)>& tail, double end = 400) {
    constexpr int kSteps = 400'000;
    double sum = (tail(0) + tail(end)) / 2;
    for (int i = 1; i < kSteps; ++i)
        sum += tail(end * i / kSteps);
    return sum * end / kSteps;
}

/// P(the k-th fastest of n is later than t), each being later with the same probability [D 2.1].
inline double orderTail(std::uint32_t n, std::uint32_t k, double later) {
    double sum = 0; // fewer than k are done
    double term = std::pow(later, n);
    for (std::uint32_t j = 0; j < k; ++j) {
        sum += term;
        term *= (n - j) / (j + 1.0) * (1 - later) / later;
    }
    return sum;
}
/// Mean of the k-th fastest of n exponentials: the sum of 1/i for i = n-k+1 … n [D 4.6].
inline double orderMean(std::uint32_t n, std::uint32_t k) {
    double sum = 0;
    for (std::uint32_t i = n - k + 1; i <= n; ++i)
        sum += 1.0 / i;
    return sum;
}

/// Attempts that each take an exponential time and are given up after `timeout`: independent, so that one fails with
/// p = e^-timeout. With `limit` retries at once after a failure:
struct Attempts {
    double timeout;
    std::uint32_t limit;

    double p() const { return std::exp(-timeout); }
    double failed() const { return std::pow(p(), limit + 1); }
    /// Attempts a request makes on average: the geometric sum of p^i for i = 0 … limit.
    double expected() const { return (1 - failed()) / (1 - p()); }
    /// Mean time of the requests that are answered: full timeouts before, and a service that is below one.
    double meanAnswered() const {
        double lost = 0;
        for (std::uint32_t i = 0; i <= limit; ++i)
            lost += i * std::pow(p(), i) * (1 - p());
        return timeout * lost / (1 - failed()) + 1 - timeout * p() / (1 - p());
    }
};

/// Popularities r^-theta, r = 1 … n, adding up to 1.
inline std::vector<double> zipfShares(std::uint64_t n, double theta) {
    std::vector<double> shares(n);
    double sum = 0;
    for (std::uint64_t r = 1; r <= n; ++r)
        sum += shares[r - 1] = std::pow(static_cast<double>(r), -theta);
    for (double& share : shares)
        share /= sum;
    return shares;
}
/// Che's approximation [C]: with the time T in requests that solves sum (1 - e^(-p T)) = capacity, key p hits with
/// probability 1 - e^(-p T).
inline double cheHitRatio(const std::vector<double>& shares, double capacity) {
    double low = 0;
    double high = 1e12;
    for (int i = 0; i < 200; ++i) {
        const double middle = (low + high) / 2;
        double held = 0;
        for (double p : shares)
            held -= std::expm1(-p * middle);
        (held < capacity ? low : high) = middle;
    }
    double hits = 0;
    for (double p : shares)
        hits -= p * std::expm1(-p * low);
    return hits;
}
/// LRU under independent references, exactly: the sum over ordered lists of the keys that are held (King 1971). For
/// capacities that can be enumerated.
inline double lruHitRatio(const std::vector<double>& shares, std::uint32_t capacity) {
    std::vector<bool> held(shares.size(), false);
    double hits = 0;
    const std::function<void(std::uint32_t, double, double)> add = [&](std::uint32_t depth, double left,
                                                                       double weight) {
        if (depth == capacity) {
            hits += weight * (1 - left);
            return;
        }
        for (std::size_t i = 0; i < shares.size(); ++i)
            if (!held[i]) {
                held[i] = true;
                add(depth + 1, left - shares[i], weight * shares[i] / left);
                held[i] = false;
            }
    };
    add(0, 1, 1);
    return hits;
}
/// Entries expire a fixed time after they were filled: between two fills come rate * ttl lookups that hit.
inline double ttlHitRatio(const std::vector<double>& shares, double lookupsInTtl) {
    double hits = 0;
    for (double p : shares)
        hits += p * (p * lookupsInTtl) / (1 + p * lookupsInTtl);
    return hits;
}

/// Requests in Mt/M/inf with arrival rate L (1 + e sin(g t)) are a sine that is weaker by 1/sqrt(1 + g^2) and later by
/// atan(g)/g, in units of the mean service [E].
inline double sineAmplitude(double g) {
    return 1 / std::sqrt(1 + g * g);
}
inline double sineLag(double g) {
    return std::atan(g) / g;
}
/// Mean sojourn where each request joins the shorter of d random queues, as the number of queues grows [M].
inline double supermarketMean(double lambda, std::uint32_t d) {
    double sum = 0;
    for (int i = 1; i < 200; ++i) {
        const double exponent = d == 1 ? i - 1.0 : (std::pow(d, i) - d) / (d - 1.0);
        const double term = std::pow(lambda, exponent);
        sum += term;
        if (term < 1e-15)
            break;
    }
    return sum;
}

/// Two-sided 95 % quantile of Student's t with n degrees of freedom (Hill's expansion; within 1e-3 from n = 3 on).
inline double student95(double n) {
    constexpr double kZ = 1.959963984540054;
    const double z2 = kZ * kZ;
    return kZ * (1 + (z2 + 1) / (4 * n) + (5 * z2 * z2 + 16 * z2 + 3) / (96 * n * n) +
                 (3 * z2 * z2 * z2 + 19 * z2 * z2 + 17 * z2 - 15) / (384 * n * n * n));
}
/// The most successes of n with probability p that happen by chance more often than once in 10,000 runs.
inline std::uint32_t mostByChance(std::uint32_t n, double p) {
    double term = std::pow(1 - p, n);
    double sum = term;
    std::uint32_t k = 0;
    while (sum < 0.9999 && k < n) {
        term *= (n - k) / (k + 1.0) * p / (1 - p);
        sum += term;
        ++k;
    }
    return k;
}

} // namespace shardscape::tests::exact
