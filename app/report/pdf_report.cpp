// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/pdf_report.h"

#include <algorithm>

#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgRenderer>
#include <QTextDocument>
#include <QUrl>

namespace shardscape::app {
namespace {

/// What QTextDocument understands of CSS; paper knows no variables and no dark mode.
constexpr const char* kPaperStyle =
    "body { font-size: 9pt; } h1 { font-size: 18pt; } h2 { font-size: 14pt; } h3 { font-size: 11pt; }"
    "td, th { padding: 2px 8px 2px 0; } th { font-weight: normal; text-align: left; }"
    ".n { text-align: right; } pre { font-size: 7pt; }";
constexpr int kDotsPerInch = 96;
constexpr int kMarginMm = 15;
/// Pictures are drawn at this multiple of the page's resolution.
constexpr int kSharpness = 3;

/// The pictures of a report as images, no larger than the page.
void addPictures(QTextDocument& document, const ReportInput& input, const QSizeF& page) {
    int number = 0;
    for (const Picture* picture : picturesOf(input)) {
        QSvgRenderer renderer(QByteArray::fromStdString(picture->svg));
        const QSizeF size = renderer.defaultSize().isEmpty() ? QSizeF(1, 1) : QSizeF(renderer.defaultSize());
        const double fit = std::min({1.0, page.width() / size.width(), 0.8 * page.height() / size.height()});
        QImage image((size * fit * kSharpness).toSize().expandedTo(QSize(1, 1)), QImage::Format_RGB32);
        image.fill(Qt::white); // lint-ok(colours): paper is white in every theme
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        renderer.render(&painter);
        painter.end();
        image.setDevicePixelRatio(kSharpness);
        document.addResource(QTextDocument::ImageResource, QUrl(QStringLiteral("picture:%1").arg(number++)), image);
    }
}

} // namespace

model::Result<void> writePdfReport(const ReportInput& input, const std::string& path) {
    QPdfWriter writer(QString::fromStdString(path));
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(kMarginMm, kMarginMm, kMarginMm, kMarginMm), QPageLayout::Millimeter);
    writer.setResolution(kDotsPerInch);
    writer.setTitle(QString::fromStdString(input.project.name));
    QPainter probe;
    if (!probe.begin(&writer))
        return model::fail({model::ErrorCode::Io, "the report cannot be written",
                            "does its folder exist, and may you write there?", path, 0, 0});
    probe.end();
    const QSizeF page(writer.width(), writer.height());
    ReportInput onPaper = input;
    onPaper.styleSheet = kPaperStyle;
    QTextDocument document;
    document.setDocumentMargin(0);
    document.setPageSize(page);
    addPictures(document, input, page);
    document.setHtml(QString::fromStdString(htmlReport(onPaper, Medium::Paper)));
    document.print(&writer);
    return {};
}

} // namespace shardscape::app
