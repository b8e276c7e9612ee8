// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/report/report.h"
#include "app/stages/simulate/simulation.h"
#include "model/base/result.h"

class QApplication;

namespace shardscape::app {

/// The application object that pictures need: the program's own, or one on the offscreen platform that lives as long as
/// this object. For programs without a window.
class PictureApplication {
public:
    PictureApplication();
    ~PictureApplication();

private:
    // QApplication keeps references to these.
    int m_count = 1;
    char m_name[15] = "shardscape-cli";
    char* m_arguments[2] = {m_name, nullptr};
    std::unique_ptr<QApplication> m_application;
};

/// The model as the canvas draws it, on a light ground, with the traffic of the first layout. Where the project's
/// diagram has no place for an entity, it is where the automatic layout puts it.
Picture diagramPicture(const model::Project& project, std::shared_ptr<const model::EngineCatalogue> catalogue);
/// The same as a file: .svg, .png or .pdf by its ending. Errors: Unsupported for another ending, Io.
model::Result<void> drawDiagram(const model::Project& project, std::shared_ptr<const model::EngineCatalogue> catalogue,
                                const std::string& path);

/// How an estimate grows and which constraint binds; of a run, when there is one, the load of its busiest table by
/// partition and over time, and latencies over time and as distributions.
std::vector<Picture> reportCharts(const estimator::Estimate& estimate, const Simulation* simulation);

} // namespace shardscape::app
