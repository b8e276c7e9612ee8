// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <cmath>
#include <functional>

#include "simulator/kernel/run.h"
#include "simulator/scenario/scenario.h"
#include "tests/support/closed_forms.h"

/// Small scenarios for the simulator's tests. Mean service is 1 ms throughout, so that times in ms are
/// times in units of the mean service.
namespace shardscape::simulator {

inline Service exponential(double meanMs = 1) {
    return {ServiceKind::Exponential, meanMs, 1, {}};
}
inline Service deterministic(double meanMs = 1) {
    return {ServiceKind::Deterministic, meanMs, 1, {}};
}
inline KeySpec uniform(std::uint64_t count) {
    KeySpec keys;
    keys.count = count;
    return keys;
}
inline KeySpec zipf(std::uint64_t count, double theta) {
    KeySpec keys;
    keys.kind = KeyKind::Zipf;
    keys.count = count;
    keys.theta = theta;
    return keys;
}

/// One stream of one step on `nodes` nodes of one partition each; with `nodes` uniform keys and range routing every
/// node gets exactly the same share.
inline Scenario cluster(std::uint32_t nodes, std::uint32_t servers, double ratePerSecond, const Service& service,
                        std::uint64_t requests) {
    Scenario scenario;
    scenario.requests = requests;
    scenario.nodes = {{"n", nodes, servers, "", 1}};
    scenario.tables = {{"", nodes, 1, NodePlacement::RoundRobin, {"range", 128, {}, {}}, {}}};
    Stream stream;
    stream.name = "get";
    stream.rate = ratePerSecond;
    stream.keys = uniform(nodes);
    stream.steps.front().service = service;
    scenario.streams = {stream};
    return scenario;
}

inline RunResult simulate(const Scenario& scenario, const RunOptions& options = {}) {
    NoProgress nobody;
    auto result = run(scenario, options, {}, nobody);
    if (!result)
        qFatal("%s", result.error().text().c_str());
    return std::move(*result);
}

using tests::exact::erlangC;
using tests::exact::mmcMean;
using tests::exact::mmcTail;
using tests::exact::quantile;

} // namespace shardscape::simulator

/// Relative difference, for QVERIFY with a message that shows both.
#define COMPARE_WITHIN(actual, expected, tolerance)                                                                    \
    do {                                                                                                               \
        const double a_ = (actual);                                                                                    \
        const double e_ = (expected);                                                                                  \
        QVERIFY2(std::abs(a_ - e_) <= (tolerance)*std::abs(e_),                                                        \
                 qPrintable(QString("%1 is not within %2 of %3").arg(a_).arg(tolerance).arg(e_)));                     \
    } while (false)
