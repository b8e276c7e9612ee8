// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/export/kafka.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "model/base/units.h"
#include "model/physical/log_topic.h"

namespace shardscape::model {
namespace {

/// In a comment a name must stay on its line.
std::string line(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; }, ' ');
    return text;
}

std::string keyText(const Structure& topic) {
    std::string out;
    for (const StructureKeyPart& part : topic.partitionKey)
        out += (out.empty() ? "" : ", ") + part.column;
    return out.empty() ? "none" : out;
}

std::string valueText(const Structure& topic) {
    std::string out;
    for (const StructureColumn& column : topic.columns)
        out += fmt::format("{}{}{}: {}", out.empty() ? "" : ", ", column.name, column.nullable ? "?" : "",
                           column.nativeType);
    return out;
}

std::string milliseconds(double seconds) {
    return fmt::format("{:.0f}", std::ceil(seconds * 1000));
}

} // namespace

std::string writeKafkaTopics(const Project& project, const EngineProfile& profile, const Design& design) {
    const int replicas = std::max(1, design.placement.replicas);
    const double whole = profile.value("storage.full_segment_bytes");
    std::string out = "#!/bin/sh\n"
                      "# Creates the topics with kafka-topics.sh; those that exist are left as they are.\n"
                      "set -eu\n"
                      ": \"${BOOTSTRAP:=localhost:9092}\"\n";
    for (const Structure& topic : design.structures) {
        const Entity* entity = project.entities.find(topic.entity);
        if (!entity || topic.kind != StructureKind::Table)
            continue;
        const bool compact = topicPolicy(project, *entity) == TopicPolicy::Compact;
        const std::optional<double> days = entity->volume.daysInEngine();
        std::vector<std::string> settings{fmt::format("cleanup.policy={}", compact ? "compact" : "delete")};
        if (!compact)
            settings.push_back("retention.ms=" + (days ? milliseconds(*days * kSecondsPerDay) : std::string("-1")));
        settings.push_back("segment.ms=" + milliseconds(segmentSeconds(compact ? std::nullopt : days)));
        settings.push_back(fmt::format("segment.bytes={:.0f}", whole));
        if (const Attribute* time = recordTime(*entity))
            out += fmt::format("\n# timestamp of a record: {}", line(time->name));
        settings.push_back("message.timestamp.type=CreateTime");
        if (replicas > 1)
            settings.push_back(fmt::format("min.insync.replicas={}", replicas / 2 + 1));
        out += fmt::format("\n# key: {}\n# value: {{{}}}\n", line(keyText(topic)), line(valueText(topic)));
        out += fmt::format("kafka-topics.sh --bootstrap-server \"$BOOTSTRAP\" --create --if-not-exists \\\n"
                           "  --topic {} --partitions {} --replication-factor {}",
                           topic.name, std::max(1, design.placement.partitions), replicas);
        for (const std::string& setting : settings)
            out += " \\\n  --config " + setting;
        out += "\n";
    }
    return out;
}

} // namespace shardscape::model
