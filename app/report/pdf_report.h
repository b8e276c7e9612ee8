// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "app/report/report.h"
#include "model/base/result.h"

namespace shardscape::app {

/// The report as a PDF of A4 pages, with text that can be searched and pictures as drawings. Needs an application
/// object. Errors: Io.
model::Result<void> writePdfReport(const ReportInput& input, const std::string& path);

} // namespace shardscape::app
