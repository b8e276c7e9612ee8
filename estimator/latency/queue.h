// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <limits>
#include <vector>

namespace shardscape::estimator {

/// Closed forms of queueing: a node of c servers with one queue, requests in order of arrival, Poisson arrivals.
/// Times are in seconds, rates in 1/s. Nothing is simulated.

inline constexpr double kForever = std::numeric_limits<double>::infinity();

/// Probability that a request must wait, M/M/c with "load" erlangs offered. Source: Erlang's C formula through the
/// recursion of B, stable for any c: B_0 = 1, B_k = a B_{k−1}/(k + a B_{k−1}), C = B_c/(1 − ρ(1 − B_c)). 1 when load >=
/// servers.
double erlangC(int servers, double load);

/// A node under load. Exact for one class of exponential service (M/M/c). For a mixture of classes the wait keeps
/// M/M/c's form with its mean scaled by (1 + cv²)/2, cv² that of the mixture (Allen and Cunneen): exact for M/M/c,
/// within a few per cent of M/G/c for cv² of 1 to 4.
class NodeQueue {
public:
    /// arrivals 1/s, mean and squared coefficient of variation of the service time of all requests together.
    NodeQueue(int servers, double arrivals, double meanService, double cv2 = 1);

    double utilisation() const { return m_utilisation; }
    bool overloaded() const { return m_utilisation >= 1; }
    double waitProbability() const { return m_waits; }
    double meanWait() const;
    /// P(wait + own exponential service of this mean > t).
    double sojournTail(double t, double ownMeanService) const;
    /// The same for a lognormal service time of this mean; "spread" is the standard deviation of its logarithm. The
    /// integral over the service time is Simpson's in the normal's variable, good to 1e-6.
    double lognormalSojournTail(double t, double ownMeanService, double spread) const;

private:
    double m_utilisation = 0;
    double m_waits = 0;
    double m_decay = kForever; ///< rate at which the tail of the wait falls, 1/s
};

/// Squared coefficient of variation of a lognormal: exp(σ²) − 1.
double lognormalCv2(double spread);

/// A distribution of times as its tail P(T > t), with its mean. Falls from 1; a constant part lies at infinity when a
/// node is overloaded.
struct Tail {
    std::function<double(double)> above;
    double scale = 0; ///< a time of the order of the mean, where searching starts
};

/// The smallest t with P(T > t) <= 1 − q, by bisection to a relative error of 1e-10; infinite when there is none.
double quantile(const Tail& tail, double q);
/// ∫ P(T > t) dt, numerically to 1e-6; infinite when the tail does not fall to 0.
double mean(const Tail& tail);

/// The k-th fastest of n independent ones: P = Σ_{j<k} C(n,j) F^j (1−F)^{n−j}. A quorum is k of n, a scatter is n of n.
Tail kthOf(const Tail& one, double k, double n);
/// All of them, started together: the slowest.
Tail slowest(std::vector<Tail> parts);
/// With weights that add to 1.
Tail mixture(std::vector<std::pair<double, Tail>> parts);
/// Sum of independent times, by numeric convolution on a grid of 1,024 steps up to the far tail of each; error of a
/// quantile below 1 %. Independence is an approximation: steps of one request may meet the same busy node.
Tail sum(const Tail& a, const Tail& b);

} // namespace shardscape::estimator
