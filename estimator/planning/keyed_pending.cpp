#include "estimator/planning/planning_context.h"
namespace shardscape::estimator {
Plan planWideColumn(const PlanningContext&, const model::AccessPattern&) { return {}; }
Plan planSingleTable(const PlanningContext&, const model::AccessPattern&) { return {}; }
}
