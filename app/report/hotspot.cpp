// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/hotspot.h"

#include <algorithm>

#include <fmt/format.h>

namespace shardscape::app {
namespace {

std::string percent(double share) {
    return share < 0.0995 ? fmt::format("{:.1f} %", share * 100) : fmt::format("{:.0f} %", share * 100);
}

/// ": 92 % of it is GetPost, 58 % the one key posts.post_id #1"
std::string causes(const simulator::HotSpot& spot, const simulator::RunResult& run, const char* of) {
    std::string text;
    if (!spot.streams.empty()) {
        const simulator::StreamResult& stream = run.streams[spot.streams.front().stream];
        text += fmt::format(": {} of {} is {}", percent(spot.streams.front().share), of,
                            stream.pattern.empty() ? stream.name : stream.pattern);
    }
    if (spot.keys.empty())
        return text;
    const simulator::KeyShare& key = spot.keys.front();
    const std::string share = spot.error < 0.0005 ? percent(key.share)
                                                  : fmt::format("{} to {}", percent(key.share),
                                                                percent(std::min(1.0, key.share + spot.error)));
    text += fmt::format("{} {}{} the one key {}", text.empty() ? ":" : ",", share,
                        text.empty() ? fmt::format(" of {} is", of) : std::string(), keyWords(key.space, key.key));
    return text;
}

std::string howBusy(const simulator::HotSpot& spot, const std::string& node) {
    if (spot.utilisation > 1)
        return fmt::format("{} is offered {:.2f} times what it can serve", node, spot.utilisation);
    return fmt::format("{} is {} busy", node, percent(spot.utilisation));
}

} // namespace

std::string hotText(const simulator::HotSpot& spot, const simulator::RunResult& run) {
    const std::string node = "node " + run.nodes[spot.node].name;
    switch (spot.kind) {
    case simulator::HotSpot::Kind::Partition: {
        std::string text = fmt::format("Partition {} of {} takes {:.3g} times the load of an average one{}. {}.",
                                       spot.partition, spot.table.empty() ? "the table" : spot.table, spot.overMean,
                                       causes(spot, run, "it"), howBusy(spot, "Its " + node));
        if (spot.ownUtilisation > 1)
            text +=
                fmt::format(" By itself it asks {:.2f} times what such a node can serve: more nodes do not help it.",
                            spot.ownUtilisation);
        return text;
    }
    case simulator::HotSpot::Kind::Node: {
        const std::string mean = spot.overMean > 1.005 ? fmt::format(", {:.3g} times the mean", spot.overMean) : "";
        return howBusy(spot, "N" + node.substr(1)) + mean + causes(spot, run, "its work") + ".";
    }
    case simulator::HotSpot::Kind::Window: break;
    }
    return fmt::format("From {:.4g} s to {:.4g} s {}, {:.3g} times as much as over the whole run{}.", spot.fromSeconds,
                       spot.toSeconds, howBusy(spot, node), spot.overMean, causes(spot, run, "its work then"));
}

std::string keyWords(const std::string& space, const std::string& key) {
    const std::size_t rank = simulator::popularityRank(key);
    const std::string word = rank > 0 ? fmt::format("#{}", rank) : key;
    return space.empty() ? word : space + " " + word;
}

std::string hotspotText(const simulator::Hotspot& spot) {
    if (spot.shareOverMean == 0 || (spot.even() && !spot.overloaded))
        return {};
    std::string text = fmt::format("Partition {} of {} takes {:.3g} times the load of an average one", spot.partition,
                                   spot.table.empty() ? "the table" : spot.table, spot.shareOverMean);
    if (!spot.pattern.empty())
        text += fmt::format(": {} of it is {}", percent(spot.patternShare), spot.pattern);
    if (spot.hasHotKey())
        text += fmt::format(", {} the one key {}", percent(spot.keyShare), keyWords(spot.keySpace, spot.key));
    text += ". ";
    text += spot.overloaded
                ? fmt::format("Its node {} is offered {:.2f} times what it can serve, so its queue grows without end.",
                              spot.node, spot.utilisation)
                : fmt::format("Its node {} is {} busy.", spot.node, percent(spot.utilisation));
    return text;
}

} // namespace shardscape::app
