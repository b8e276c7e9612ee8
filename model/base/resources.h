// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/base/result.h"

namespace shardscape::model {

/// Where the files that come with the product are: engines, samples, prices, walkthroughs, report templates.
///
/// The first of these that is a folder, without a final slash:
///   1. the environment variable SHARDSCAPE_RESOURCES (an error when it is set to something that is not a folder),
///   2. <prefix>/share/shardscape, where the running program is in <prefix>/bin,
///   3. the folder "resources" of the source tree that the program was built from.
/// The window, the command line and the tests all ask here. Errors: NotFound.
Result<std::string> resourceFolder();

/// The user's own folder for the same kinds of files: $XDG_CONFIG_HOME/shardscape, else ~/.config/shardscape.
/// It need not exist. Empty when the environment names no home.
std::string userFolder();

/// The folders of engine profiles, to be given to EngineCatalogue::load: the product's, then the user's when it is
/// there. Errors: NotFound.
Result<std::vector<std::string>> engineFolders();
/// The same for price sheets, to be given to PriceBook::load.
Result<std::vector<std::string>> priceFolders();

} // namespace shardscape::model
