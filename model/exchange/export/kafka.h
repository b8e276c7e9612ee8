// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/engine/engine_profile.h"
#include "model/physical/design.h"
#include "model/schema/project.h"

namespace shardscape::model {

/// A design on Kafka as a POSIX shell script that creates its topics with kafka-topics.sh, which must be on the PATH;
/// BOOTSTRAP names a broker (localhost:9092 when unset). Topics that exist are left as they are. What a broker does not
/// check stands in comments: the key of a record and the columns of its value.
std::string writeKafkaTopics(const Project& project, const EngineProfile& profile, const Design& design);

} // namespace shardscape::model
