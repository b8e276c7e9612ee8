// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/problems/problems.h"

#include <fmt/format.h>

#include "estimator/size/time_series.h"
#include "model/physical/time_series.h"

namespace shardscape::estimator {

using namespace model;

/// Labels whose combinations are more series than a server holds in memory: the high-cardinality label.
void findLabelCardinality(const ProblemInput& input, std::vector<Problem>& problems) {
    for (const StructureEstimate& structure : input.estimate.structures) {
        const std::optional<Figure> series = seriesFigure(structure);
        const Entity* entity = input.project.entities.find(structure.entity);
        if (!series || !entity)
            continue;
        const double room = input.profile.value("capacity.memory_per_node_bytes") *
                            input.profile.value("capacity.page_memory_ratio") /
                            input.profile.value("storage.series_memory_bytes");
        if (series->value() <= room)
            continue;
        const SeriesShape shape = seriesShapeOf(input.cardinality, *entity);
        const Attribute* worst = nullptr;
        for (const Attribute* label : shape.labels)
            if (!worst ||
                input.cardinality.distinct(entity->id, label->id) > input.cardinality.distinct(entity->id, worst->id))
                worst = label;
        Problem problem;
        problem.id = "high-cardinality-label";
        problem.severity = Severity::Error;
        problem.where = structure.name + " on " + input.profile.title;
        problem.why =
            fmt::format("its labels make {} series, and a server holds about {} in memory: {} alone has {} "
                        "different values",
                        format(series->value(), Unit::None), format(room, Unit::None), worst ? worst->name : "a label",
                        worst ? format(input.cardinality.distinct(entity->id, worst->id), Unit::None) : "");
        problem.fix = "take the label with the most values away: count by it in a log or a column store, and keep here "
                      "what few values tell apart";
        problem.entity = structure.entity;
        problems.push_back(std::move(problem));
    }
}

} // namespace shardscape::estimator
