// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/run_text.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/report/words.h"
#include "estimator/figure/figure.h"

namespace shardscape::app {
namespace {

std::string warmupText(const simulator::RunResult& run) {
    switch (run.warmupEnd) {
    case simulator::WarmupEnd::Given: return {};
    case simulator::WarmupEnd::Found:
        return fmt::format("; the first {:.3g} s of each are left out as its warm-up",
                           run.warmupSeconds / run.replications);
    case simulator::WarmupEnd::Unsettled: return "; they do not settle, and no warm-up is left out";
    case simulator::WarmupEnd::Unsteady: return "; rates or faults change over time, and no warm-up is left out";
    }
    return {};
}

} // namespace

std::string latencyText(const simulator::StreamResult& stream, const char* name, double valueMs) {
    if (std::find(stream.tooShort.begin(), stream.tooShort.end(), name) != stream.tooShort.end())
        return "too short to say";
    const std::string text = format(valueMs / 1000, estimator::Unit::Seconds);
    const auto at = stream.ci95.find(name);
    if (at == stream.ci95.end() || valueMs <= 0)
        return text;
    return text + fmt::format(" ± {:.2g} %", (at->second.high - at->second.low) / 2 / valueMs * 100);
}

std::string replicationText(const simulator::RunResult& run) {
    if (run.replications < 2)
        return {};
    return fmt::format("{} replications; ± is the 95 % interval{}", run.replications, warmupText(run));
}

std::string countsText(const model::Project& project) {
    return say(fmt::format("{} entities, {} relationships, {} access patterns", project.entities.size(),
                           project.relationships.size(), project.patterns.size()));
}

} // namespace shardscape::app
