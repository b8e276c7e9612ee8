// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/placement/placement.h"

#include <algorithm>

#include "model/placement/schemes.h"

namespace shardscape::model {

namespace {

constexpr std::uint32_t kMostPartitions = 1U << 20;

const std::vector<PlacementKind>& kinds() {
    static const std::vector<PlacementKind> kKinds = [] {
        std::vector<PlacementKind> all = designKinds();
        for (PlacementKind& kind : engineKinds())
            all.push_back(kind);
        return all;
    }();
    return kKinds;
}

std::size_t editDistance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
            diagonal = above;
        }
    }
    return row[b.size()];
}

} // namespace

std::string Placement::hashText(std::uint64_t hash) const {
    return std::to_string(hash);
}

const std::vector<PlacementInfo>& knownPlacements() {
    static const std::vector<PlacementInfo> kInfos = [] {
        std::vector<PlacementInfo> infos;
        for (const PlacementKind& kind : kinds())
            infos.push_back(kind.info);
        return infos;
    }();
    return kInfos;
}

const PlacementInfo* findPlacement(std::string_view kind) {
    for (const PlacementInfo& info : knownPlacements())
        if (info.kind == kind)
            return &info;
    return nullptr;
}

Result<std::unique_ptr<const Placement>> makePlacement(const PlacementSpec& spec) {
    if (spec.partitions < 1 || spec.partitions > kMostPartitions)
        return fail(ErrorCode::Invalid,
                    "a placement has 1 to 1048576 partitions, not " + std::to_string(spec.partitions));
    for (const PlacementKind& kind : kinds())
        if (kind.info.kind == spec.kind)
            return kind.make(spec);
    std::vector<std::string_view> names;
    std::string list;
    for (const PlacementInfo& info : knownPlacements()) {
        names.push_back(info.kind);
        list += (list.empty() ? "" : ", ") + std::string(info.kind);
    }
    const std::string_view near = nearestName(spec.kind, names);
    return fail(ErrorCode::Invalid, "unknown placement \"" + spec.kind + "\"",
                near.empty() ? "known are " + list : "did you mean \"" + std::string(near) + "\"?");
}

std::string_view nearestName(std::string_view wrong, const std::vector<std::string_view>& names) {
    std::string_view best;
    std::size_t least = std::max<std::size_t>(2, wrong.size() / 2) + 1;
    for (std::string_view name : names) {
        const std::size_t distance = editDistance(wrong, name);
        if (distance < least) {
            least = distance;
            best = name;
        }
    }
    return best;
}

} // namespace shardscape::model
