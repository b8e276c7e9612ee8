// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/charts/chart_data.h"
#include "app/report/diagram_drawing.h"
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

/// The diagram as a picture for documents, painted in slices.
class DiagramPicture {
public:
    DiagramPicture();
    ~DiagramPicture();

    /// Paints for about so long (negative: until the end); true when the picture is complete. The drawing must be ready
    /// and the same each time.
    bool paintFor(DiagramDrawing& drawing, int milliseconds);
    const Picture& picture() const { return m_picture; }

private:
    struct Canvas;
    std::unique_ptr<Canvas> m_canvas;
    Picture m_picture;
};

/// The diagram as a file: .svg, .png or .pdf by its ending; painted in slices.
class DiagramFile {
public:
    DiagramFile(std::unique_ptr<DiagramDrawing> drawing, std::string path);
    ~DiagramFile();

    bool ready() const;
    /// Paints and writes for about so long (negative: until the end); true when the file is complete.
    /// Errors: Unsupported for another ending, Io.
    model::Result<bool> writeFor(int milliseconds);

private:
    struct Canvas;
    model::Result<void> open();
    model::Result<void> close();

    std::unique_ptr<DiagramDrawing> m_drawing;
    std::string m_path;
    std::unique_ptr<Canvas> m_canvas;
};

/// On which pages; a picture of the diagram's own size without.
struct Paging {
    int across = 0;           ///< pages side by side; 0: all on one
    std::string paper = "A4"; ///< see paperFor
};

/// Draws the model with the traffic of its first layout and writes it, at once. Pages are for PDF only.
model::Result<void> drawDiagram(const model::Project& project, std::shared_ptr<const model::EngineCatalogue> catalogue,
                                const std::string& path, const DrawingOptions& options = {},
                                const std::optional<Paging>& paging = std::nullopt);

/// How an estimate grows and which constraint binds; of a run, when there is one, the load of its busiest table by
/// partition and over time, and latencies over time and as distributions.
std::vector<ChartData> reportCharts(const estimator::Estimate& estimate, const Simulation* simulation);
Picture chartPicture(const ChartData& chart);

} // namespace shardscape::app
