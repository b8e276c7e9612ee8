// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/pictures.h"

#include <cstdio>
#include <filesystem>

#include <QApplication>
#include <QBuffer>
#include <QEventLoop>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include "app/canvas/diagram_scene.h"
#include "app/charts/chart_svg.h"
#include "app/shell/workbench.h"
#include "app/stages/estimate/estimate_charts.h"
#include "app/stages/simulate/run_charts.h"
#include "estimator/summary/estimate.h"

namespace shardscape::app {
namespace {

constexpr double kMargin = 24;
constexpr double kPixelRatio = 2;
/// Larger pictures than this do not fit into an image.
constexpr double kMostPixels = 16'000;

/// The canvas without a view.
class Drawing {
public:
    Drawing(const model::Project& project, std::shared_ptr<const model::EngineCatalogue> catalogue)
        : m_workbench({std::move(catalogue), &estimator::estimate, {}}) {
        m_workbench.theme().setTheme(lightTheme());
        if (!project.layouts.empty()) {
            QEventLoop estimated;
            QObject::connect(&m_workbench.analysis(), &AnalysisService::analysisReady, &estimated, &QEventLoop::quit);
            m_workbench.document().reset(project);
            estimated.exec();
        } else {
            m_workbench.document().reset(project);
        }
        m_scene = std::make_unique<DiagramScene>(m_workbench);
        m_scene->routeAllNow();
    }

    QRectF area() const {
        const QRectF contents = m_scene->contents();
        return contents.isNull() ? QRectF(0, 0, 320, 80) : contents.adjusted(-kMargin, -kMargin, kMargin, kMargin);
    }
    void paint(QPainter& painter, const QRectF& target) {
        const Theme theme = lightTheme();
        painter.fillRect(target, theme.color(Role::Window));
        if (m_scene->entityCount() == 0) {
            painter.setPen(theme.color(Role::Muted));
            painter.drawText(target, Qt::AlignCenter, QStringLiteral("The model has no entities yet."));
            return;
        }
        m_scene->render(&painter, target, area());
    }

private:
    Workbench m_workbench;
    std::unique_ptr<DiagramScene> m_scene;
};

QByteArray svgOf(Drawing& drawing) {
    QBuffer buffer;
    QSvgGenerator generator;
    const QSize size = drawing.area().size().toSize();
    generator.setOutputDevice(&buffer);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(0, 0), size));
    generator.setTitle(QStringLiteral("Diagram of the model"));
    QPainter painter(&generator);
    painter.setRenderHint(QPainter::Antialiasing);
    drawing.paint(painter, QRectF(QPointF(0, 0), QSizeF(size)));
    painter.end();
    return buffer.data();
}

/// An SVG document without its XML declaration and document type, to stand inside HTML.
std::string embedded(const QByteArray& svg) {
    const auto start = svg.indexOf("<svg");
    return start < 0 ? std::string() : svg.mid(start).toStdString();
}

Picture chart(const ChartData& data, QSize size) {
    const QString title = std::visit([](const auto& one) { return one.title; }, data);
    return {title.toStdString(), embedded(chartSvg(data, lightTheme(), size)), chartSummary(data).toStdString()};
}

model::Result<void> cannotWrite(const std::string& path) {
    return model::fail({model::ErrorCode::Io, "the picture cannot be written",
                        "does its folder exist, and may you write there?", path, 0, 0});
}

model::Result<void> writePdf(Drawing& drawing, const std::string& path) {
    QPdfWriter writer(QString::fromStdString(path));
    const QSizeF size = drawing.area().size();
    writer.setPageSize(QPageSize(size * 72.0 / 96.0, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    writer.setResolution(96);
    writer.setTitle(QStringLiteral("Diagram of the model"));
    QPainter painter;
    if (!painter.begin(&writer))
        return cannotWrite(path);
    drawing.paint(painter, QRectF(QPointF(0, 0), size));
    return painter.end() ? model::Result<void>() : cannotWrite(path);
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

Picture diagramPicture(const model::Project& project, std::shared_ptr<const model::EngineCatalogue> catalogue) {
    Drawing drawing(project, std::move(catalogue));
    return {"Entities", embedded(svgOf(drawing)),
            std::to_string(project.entities.size()) + " entities and " + std::to_string(project.relationships.size()) +
                " relationships"};
}

model::Result<void> drawDiagram(const model::Project& project, std::shared_ptr<const model::EngineCatalogue> catalogue,
                                const std::string& path) {
    const std::string extension = std::filesystem::path(path).extension().string();
    if (extension != ".svg" && extension != ".png" && extension != ".pdf")
        return model::fail({model::ErrorCode::Unsupported, "diagrams are not written as '" + extension + "'",
                            "the file may end in .svg, .png, .pdf, .mmd or .dbml", path, 0, 0});
    Drawing drawing(project, std::move(catalogue));
    if (extension == ".pdf")
        return writePdf(drawing, path);
    if (extension == ".svg") {
        QFile file(QString::fromStdString(path));
        const QByteArray svg = svgOf(drawing);
        const bool written = file.open(QIODevice::WriteOnly) && file.write(svg) == svg.size();
        return written ? model::Result<void>() : cannotWrite(path);
    }
    const QSizeF size = drawing.area().size();
    const double ratio = std::min(kPixelRatio, kMostPixels / std::max(size.width(), size.height()));
    QImage image((size * ratio).toSize(), QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    drawing.paint(painter, QRectF(image.rect()));
    painter.end();
    return image.save(QString::fromStdString(path)) ? model::Result<void>() : cannotWrite(path);
}

std::vector<Picture> reportCharts(const estimator::Estimate& estimate, const Simulation* simulation) {
    const QSize half(560, 300);
    std::vector<Picture> out{chart(growthChart(estimate), half), chart(nodesChart(estimate), half)};
    if (!simulation)
        return out;
    const std::size_t table = simulation->result.hottestTable();
    out.push_back(chart(loadHeatChart(*simulation, table), half));
    out.push_back(chart(loadBarChart(*simulation, table, -1), half));
    out.push_back(chart(latencyChart(*simulation, -1), half));
    out.push_back(chart(latencyCdfChart(*simulation, -1), half));
    return out;
}

} // namespace shardscape::app
