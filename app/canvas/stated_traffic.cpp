// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/stated_traffic.h"

#include "estimator/demand/access_matrix.h"

namespace shardscape::app {

TrafficMap statedTraffic(const model::Project& project) {
    TrafficMap traffic;
    const estimator::AccessMatrix matrix = estimator::accessMatrix(project);
    for (std::size_t i = 0; i < matrix.entities.size(); ++i) {
        traffic[matrix.entities[i]].reads = matrix.ofEntities[i].reads;
        traffic[matrix.entities[i]].writes = matrix.ofEntities[i].writes;
    }
    return traffic;
}

} // namespace shardscape::app
