// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/hotspot.h"

#include <fmt/format.h>

namespace shardscape::app {
namespace {

std::string percent(double share) {
    return share < 0.0995 ? fmt::format("{:.1f} %", share * 100) : fmt::format("{:.0f} %", share * 100);
}

} // namespace

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
