// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace shardscape::tests {

/// The root of the source tree, without a trailing slash.
QString sourceFolder();

/// A folder of inputs too large or too foreign for this repository: schemas of real applications, published vectors.
/// It is the environment variable SHARDSCAPE_SHARED, or else `../shared` beside the source tree. Empty when there is
/// none: a test that needs it then skips with whyNoSharedFolder() as its reason.
QString sharedFolder();

/// The reason to skip with; empty when sharedFolder() is there.
QString whyNoSharedFolder();

} // namespace shardscape::tests
