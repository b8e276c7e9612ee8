// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/pictures.h"

#include <cstdio>
#include <filesystem>

#include <QApplication>
#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include "app/charts/chart_svg.h"
#include "app/report/make_report.h"
#include "app/report/pages.h"
#include "app/stages/estimate/estimate_charts.h"
#include "app/stages/simulate/run_charts.h"
#include "estimator/summary/estimate.h"

namespace shardscape::app {
namespace {

constexpr double kPixelRatio = 2;
/// Larger pictures than this do not fit into an image.
constexpr double kMostPixels = 16'000;

/// An SVG document without its XML declaration and document type, to stand inside HTML.
std::string embedded(const QByteArray& svg) {
    const auto start = svg.indexOf("<svg");
    return start < 0 ? std::string() : svg.mid(start).toStdString();
}

model::Result<void> cannotWrite(const std::string& path) {
    return model::fail({model::ErrorCode::Io, "the picture cannot be written",
                        "does its folder exist, and may you write there?", path, 0, 0});
}

void setUp(QSvgGenerator& generator, QIODevice& device, QSizeF size) {
    generator.setOutputDevice(&device);
    generator.setSize(size.toSize());
    generator.setViewBox(QRect(QPoint(0, 0), size.toSize()));
    generator.setTitle(QStringLiteral("Diagram of the model"));
}

} // namespace

PictureApplication::PictureApplication() {
    if (QCoreApplication::instance())
        return;
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    // What the platform misses (a session's folder, a display) does not matter to pictures.
    qInstallMessageHandler([](QtMsgType type, const QMessageLogContext&, const QString& text) {
        if (type == QtCriticalMsg || type == QtFatalMsg)
            std::fprintf(stderr, "%s\n", qPrintable(text));
    });
    m_application = std::make_unique<QApplication>(m_count, m_arguments);
}

PictureApplication::~PictureApplication() = default;

struct DiagramPicture::Canvas {
    QBuffer buffer;
    QSvgGenerator svg;
    QPainter painter;
};

DiagramPicture::DiagramPicture() = default;
DiagramPicture::~DiagramPicture() = default;

bool DiagramPicture::paintFor(DiagramDrawing& drawing, int milliseconds) {
    if (!m_canvas) {
        m_canvas = std::make_unique<Canvas>();
        setUp(m_canvas->svg, m_canvas->buffer, drawing.size());
        m_canvas->painter.begin(&m_canvas->svg);
        m_canvas->painter.setRenderHint(QPainter::Antialiasing);
        drawing.begin(m_canvas->painter, QRectF(QPointF(0, 0), drawing.size()));
    }
    if (!drawing.paintFor(m_canvas->painter, milliseconds))
        return false;
    m_canvas->painter.end();
    m_picture = {"Entities", embedded(m_canvas->buffer.data()),
                 std::to_string(drawing.entityCount()) + " entities and " +
                     std::to_string(drawing.relationshipCount()) + " relationships"};
    return true;
}

/// What is painted on. The painter goes before the devices it paints on.
struct DiagramFile::Canvas {
    QFile file;
    QSvgGenerator svg;
    std::unique_ptr<QPdfWriter> pdf;
    QImage image;
    QPainter painter;
};

DiagramFile::DiagramFile(std::unique_ptr<DiagramDrawing> drawing, std::string path)
    : m_drawing(std::move(drawing))
    , m_path(std::move(path)) {}

DiagramFile::~DiagramFile() = default;

bool DiagramFile::ready() const {
    return m_drawing->ready();
}

model::Result<void> DiagramFile::open() {
    const std::string extension = std::filesystem::path(m_path).extension().string();
    if (extension != ".svg" && extension != ".png" && extension != ".pdf")
        return model::fail({model::ErrorCode::Unsupported, "diagrams are not written as '" + extension + "'",
                            "the file may end in .svg, .png, .pdf, .mmd or .dbml", m_path, 0, 0});
    m_canvas = std::make_unique<Canvas>();
    Canvas& canvas = *m_canvas;
    QSizeF size = m_drawing->size();
    if (extension == ".svg") {
        canvas.file.setFileName(QString::fromStdString(m_path));
        if (!canvas.file.open(QIODevice::WriteOnly))
            return cannotWrite(m_path);
        setUp(canvas.svg, canvas.file, size);
        canvas.painter.begin(&canvas.svg);
    } else if (extension == ".pdf") {
        canvas.pdf = std::make_unique<QPdfWriter>(QString::fromStdString(m_path));
        canvas.pdf->setPageSize(QPageSize(size * 72.0 / 96.0, QPageSize::Point, {}, QPageSize::ExactMatch));
        canvas.pdf->setPageMargins(QMarginsF());
        canvas.pdf->setResolution(96);
        canvas.pdf->setTitle(QStringLiteral("Diagram of the model"));
        if (!canvas.painter.begin(canvas.pdf.get()))
            return cannotWrite(m_path);
    } else {
        size *= std::min(kPixelRatio, kMostPixels / std::max(size.width(), size.height()));
        canvas.image = QImage(size.toSize(), QImage::Format_RGB32);
        canvas.painter.begin(&canvas.image);
    }
    canvas.painter.setRenderHint(QPainter::Antialiasing);
    m_drawing->begin(canvas.painter, QRectF(QPointF(0, 0), size));
    return {};
}

model::Result<void> DiagramFile::close() {
    const bool ended = m_canvas->painter.end();
    if (!m_canvas->image.isNull())
        return m_canvas->image.save(QString::fromStdString(m_path)) ? model::Result<void>() : cannotWrite(m_path);
    m_canvas->file.close();
    return ended && m_canvas->file.error() == QFile::NoError ? model::Result<void>() : cannotWrite(m_path);
}

model::Result<bool> DiagramFile::writeFor(int milliseconds) {
    if (!m_canvas)
        if (const auto opened = open(); !opened)
            return model::fail(opened.error());
    if (!m_drawing->paintFor(m_canvas->painter, milliseconds))
        return false;
    if (const auto closed = close(); !closed)
        return model::fail(closed.error());
    return true;
}

model::Result<void> drawDiagram(const model::Project& project, std::shared_ptr<const model::EngineCatalogue> catalogue,
                                const std::string& path, const DrawingOptions& options,
                                const std::optional<Paging>& paging) {
    const auto shared = std::make_shared<const model::Project>(project);
    const AnalysisPtr analysis =
        project.layouts.empty() ? nullptr : analyse(shared, catalogue, {*project.layouts.begin()});
    auto drawing = std::make_unique<DiagramDrawing>(shared, analysis, std::move(catalogue), options);
    drawing->makeReady();
    if (paging) {
        if (!path.ends_with(".pdf"))
            return model::fail(
                {model::ErrorCode::Unsupported, "only a PDF has pages", "name the file .pdf", path, 0, 0});
        const auto paper = paperFor(paging->paper, drawing->size());
        if (!paper)
            return model::fail(paper.error());
        const model::Diagram* shown = project.find(options.shown);
        const std::string diagram = shown ? model::Project::nameOf(*shown) : std::string();
        const std::string title = project.name.empty() ? diagram : project.name + " · " + diagram;
        return writePages(path, *paper, *drawing, {paging->across, QString::fromStdString(title)});
    }
    const auto written = DiagramFile(std::move(drawing), path).writeFor(-1);
    return written ? model::Result<void>() : model::fail(written.error());
}

std::vector<ChartData> reportCharts(const estimator::Estimate& estimate, const Simulation* simulation) {
    std::vector<ChartData> out{growthChart(estimate), nodesChart(estimate)};
    if (!simulation)
        return out;
    const std::size_t table = simulation->result.hottestTable();
    out.push_back(loadHeatChart(*simulation, table));
    out.push_back(loadBarChart(*simulation, table, -1));
    out.push_back(latencyChart(*simulation, -1));
    out.push_back(latencyCdfChart(*simulation, -1));
    return out;
}

Picture chartPicture(const ChartData& chart) {
    const QString title = std::visit([](const auto& one) { return one.title; }, chart);
    return {title.toStdString(), embedded(chartSvg(chart, lightTheme(), QSize(560, 300))),
            chartSummary(chart).toStdString()};
}

} // namespace shardscape::app
