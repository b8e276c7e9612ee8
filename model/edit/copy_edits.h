// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/schema/project.h"

namespace shardscape::model {

/// The layout keeps the copy from now on, in the place of what it kept for the same pattern. Errors: NotFound for the
/// layout or the pattern, Invalid with why the kind cannot serve the pattern.
Result<Project> keepCopy(const Project& project, LayoutId layout, const Derived& copy);

/// The layout keeps nothing for the pattern any more. Errors: NotFound when it kept nothing.
Result<Project> dropCopy(const Project& project, LayoutId layout, PatternId pattern);

} // namespace shardscape::model
