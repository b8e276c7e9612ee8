// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/export/prometheus.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "model/physical/names.h"
#include "model/physical/time_series.h"

namespace shardscape::model {
namespace {

constexpr double kDefaultRetentionDays = 15; // of Prometheus, when the flag is not given

std::string lowered(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

class Writer {
public:
    Writer(const Project& project, const Design& design)
        : m_cardinality(project)
        , m_design(design) {}

    std::string run() {
        double days = 0;
        for (const Structure& series : m_design.structures)
            if (const Entity* entity = m_cardinality.project().entities.find(series.entity);
                entity && series.kind == StructureKind::Table) {
                days = std::max(days, entity->volume.daysInEngine().value_or(kDefaultRetentionDays));
                write(series, *entity);
            }
        if (m_rules.empty())
            return "# No entity of this model has a time and a number: there is nothing to collect.\ngroups: []\n";
        return fmt::format("# Start the server with --storage.tsdb.retention.time={:.0f}d: it has one retention, the "
                           "longest of the model.\n{}groups:\n{}",
                           std::max(1.0, std::ceil(days)), m_comments, m_rules);
    }

private:
    static std::string labelName(const Attribute& label) { return lowered(plainName(label.name, "label")); }

    void rule(const std::string& record, const std::string& expression) {
        if (m_recorded.insert(record).second)
            m_rules += fmt::format("      - record: {}\n        expr: {}\n", record, expression);
    }

    void write(const Structure& series, const Entity& entity) {
        const SeriesShape shape = seriesShapeOf(m_cardinality, entity);
        std::string labels;
        for (const Attribute* label : shape.labels)
            labels += (labels.empty() ? "" : ", ") + labelName(*label);
        m_rules +=
            fmt::format("  - name: {}\n    interval: 5m\n    rules:\n", lowered(plainName(series.name, "series")));
        for (const Attribute* value : shape.values) {
            const std::string metric = lowered(metricName(entity, *value));
            m_comments += fmt::format("# {}{{{}}}\n", metric, labels);
            rule(metric + ":avg5m", fmt::format("avg_over_time({}[5m])", metric));
            for (const AccessPattern& pattern : m_cardinality.project().patterns)
                writeGroups(pattern, entity, shape, metric);
        }
    }

    /// What a pattern groups by labels is kept ready.
    void writeGroups(const AccessPattern& pattern, const Entity& entity, const SeriesShape& shape,
                     const std::string& metric) {
        if (pattern.entity != entity.id || pattern.groupBy.empty() || isWrite(pattern.verb))
            return;
        std::string by, level;
        for (const ColumnRef& column : pattern.groupBy)
            if (const Attribute* label = entity.find(column.attribute);
                label && shape.roleOf(column.attribute) == SeriesRole::Label) {
                by += (by.empty() ? "" : ", ") + labelName(*label);
                level += (level.empty() ? "" : "_") + labelName(*label);
            }
        if (!by.empty())
            rule(fmt::format("{}:{}:avg5m", level, metric),
                 fmt::format("avg by ({}) (avg_over_time({}[5m]))", by, metric));
    }

    const Cardinality m_cardinality;
    const Design& m_design;
    std::set<std::string> m_recorded;
    std::string m_comments;
    std::string m_rules;
};

} // namespace

std::string writePrometheusRules(const Project& project, const Design& design) {
    return Writer(project, design).run();
}

} // namespace shardscape::model
