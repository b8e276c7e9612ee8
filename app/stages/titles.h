// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "model/physical/derived.h"

namespace shardscape::app {

/// A title without the vendor in front: "Cassandra", "DynamoDB"; for the heads of narrow columns.
QString shortTitle(const QString& title);
/// How a copy is kept in step.
QString upkeepPathText(model::UpkeepPath path);

} // namespace shardscape::app
