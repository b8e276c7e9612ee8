// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/placement/placement.h"

#include <algorithm>

#include "model/base/nearest_name.h"
#include "model/placement/encode.h"
#include "model/placement/schemes.h"

namespace shardscape::model {

namespace {

constexpr std::uint32_t kMostPartitions = 1U << 20;

const std::vector<PlacementKind>& kinds() {
    static const std::vector<PlacementKind> kKinds = [] {
        std::vector<PlacementKind> all = designKinds();
        for (const auto& family : {postgresqlKinds(), distributedSqlKinds(), clickhouseKinds(), keyedKinds()})
            all.insert(all.end(), family.begin(), family.end());
        return all;
    }();
    return kKinds;
}

} // namespace

std::string Placement::hashText(std::uint64_t hash) const {
    return std::to_string(hash);
}

Result<void> Placement::accepts(const std::vector<KeyType>& types) const {
    return oneColumn("this placement", types);
}

Place Placement::placeRow(KeyRow row) const {
    const KeyValue& key = row.front();
    if (isInteger(key.type))
        return place(key.number);
    return place(std::string_view(key.type == KeyType::Binary ? key.bytes : key.text));
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

std::vector<std::uint32_t> dealPartitions(std::string_view kind, std::uint32_t partitions, std::uint32_t nodes) {
    constexpr std::string_view kRuns[] = {"redis-cluster",  "couchbase", "cassandra",   "scylladb",
                                          "mongodb-hashed", "vitess",    "vitess-hash", "range"};
    std::vector<std::uint32_t> dealt(nodes == 0 ? 0 : partitions);
    const bool runs = std::find(std::begin(kRuns), std::end(kRuns), kind) != std::end(kRuns);
    for (std::uint32_t i = 0; i < dealt.size(); ++i)
        dealt[i] = runs ? static_cast<std::uint32_t>(std::uint64_t{i} * nodes / partitions) : i % nodes;
    if (kind == "redis-cluster" && nodes > 0) {
        const std::vector<std::uint32_t> last = redisRuns(partitions, nodes);
        for (std::uint32_t i = 0; i < partitions; ++i)
            dealt[i] = static_cast<std::uint32_t>(std::lower_bound(last.begin(), last.end(), i) - last.begin());
    }
    return dealt;
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

} // namespace shardscape::model
