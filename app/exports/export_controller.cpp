// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/export_controller.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>
#include <QUrl>

#include "app/exports/drawn_diagram.h"
#include "app/shell/message_bar.h"
#include "model/exchange/export/diagram_text.h"
#include "model/exchange/export/workload.h"
#include "model/storage/text_form.h"

namespace shardscape::app {
namespace {

constexpr int kSliceMs = 30;

model::Result<void> save(const QString& path, const std::string& text) {
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(text.data(), qint64(text.size())) == qint64(text.size()) &&
        file.commit())
        return {};
    return model::fail({model::ErrorCode::Io, file.errorString().toStdString(),
                        "does its folder exist, and may you write there?", path.toStdString(), 0, 0});
}

} // namespace

ExportController::ExportController(MainWindow& window)
    : QObject(&window)
    , m_window(window) {
    const auto on = [&](const char* id, auto slot) {
        connect(workbench().actions().at(QString::fromLatin1(id)), &QAction::triggered, this, slot);
    };
    on("export.report", [this] {
        choose(tr("Export report"),
               {{tr("Web page"), QStringLiteral("html")},
                {tr("PDF"), QStringLiteral("pdf")},
                {tr("Markdown"), QStringLiteral("md")}},
               &ExportController::exportReport);
    });
    on("export.diagram", [this] {
        choose(tr("Export diagram"),
               {{tr("SVG picture"), QStringLiteral("svg")},
                {tr("PNG picture"), QStringLiteral("png")},
                {tr("PDF"), QStringLiteral("pdf")},
                {tr("Mermaid"), QStringLiteral("mmd")},
                {tr("DBML"), QStringLiteral("dbml")}},
               &ExportController::exportDiagram);
    });
    on("export.workload", [this] {
        choose(tr("Export workload"), {{tr("Annotated SQL"), QStringLiteral("sql")}},
               &ExportController::exportWorkload);
    });
    on("export.text", [this] {
        choose(tr("Export as text"), {{tr("Text form"), QStringLiteral("txt")}}, &ExportController::exportText);
    });
    connect(&workbench().document(), &Document::changed, this, &ExportController::updateActions);
    updateActions();
}

ExportController::~ExportController() {
    if (m_job)
        m_job->cancel();
}

void ExportController::updateActions() {
    const bool any = !workbench().project()->entities.empty();
    for (const char* id : {"export.report", "export.diagram", "export.workload", "export.text"})
        workbench().actions().at(QString::fromLatin1(id))->setEnabled(any && !isBusy());
}

void ExportController::choose(const QString& title, const std::vector<std::pair<QString, QString>>& forms,
                              void (ExportController::*write)(const QString&)) {
    QStringList filters;
    for (const auto& [name, ending] : forms)
        filters << QStringLiteral("%1 (*.%2)").arg(name, ending);
    auto* dialog =
        new QFileDialog(&m_window, title, m_window.settings().value(QStringLiteral("recent/folder")).toString());
    dialog->setObjectName(QStringLiteral("exportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(forms.front().second);
    const std::string& name = workbench().project()->name;
    dialog->selectFile((name.empty() ? tr("model") : QString::fromStdString(name)) + QLatin1Char('.') +
                       forms.front().second);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, forms, filters](const QString& filter) {
        const auto at = filters.indexOf(filter);
        if (at < 0)
            return;
        const QString& ending = forms[std::size_t(at)].second;
        dialog->setDefaultSuffix(ending);
        const QStringList chosen = dialog->selectedFiles();
        if (!chosen.isEmpty())
            dialog->selectFile(QFileInfo(chosen.front()).completeBaseName() + QLatin1Char('.') + ending);
    });
    connect(dialog, &QFileDialog::fileSelected, this, write);
    dialog->open();
}

bool ExportController::begin(const QString& what) {
    if (isBusy())
        return false;
    workbench().showMessage(what, {tr("Cancel"), [this] { cancel(); }});
    return true;
}

void ExportController::cancel() {
    if (m_job)
        m_job->cancel();
    m_job.reset();
    delete m_slices;
    updateActions();
}

void ExportController::done(const QString& path, const model::Result<void>& result) {
    m_job.reset();
    if (m_slices)
        m_slices->deleteLater();
    m_slices.clear();
    updateActions();
    if (!result) {
        workbench().showError(result.error());
        return;
    }
    workbench().showMessage(tr("Written: %1").arg(path),
                            {tr("Open"), [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); }});
    emit exported(path);
}

void ExportController::writeFile(const QString& what, const QString& path, std::function<std::string()> text) {
    if (!begin(what))
        return;
    m_job = workbench().jobs().start<bool>(
        what,
        [path, text = std::move(text)](JobState& job) -> model::Result<bool> {
            const std::string made = text();
            if (job.cancelled())
                return model::fail(model::ErrorCode::Cancelled, "cancelled");
            const auto saved = save(path, made);
            return saved ? model::Result<bool>(true) : model::fail(saved.error());
        },
        this,
        [this, path](model::Result<bool> result) {
            done(path, result ? model::Result<void>() : model::fail(result.error()));
        });
    updateActions();
}

void ExportController::exportWorkload(const QString& path) {
    writeFile(tr("Writing the workload…"), path,
              [project = workbench().project()] { return model::writeWorkload(*project); });
}

void ExportController::exportText(const QString& path) {
    writeFile(tr("Writing the text form…"), path,
              [project = workbench().project()] { return model::dumpProject(*project); });
}

void ExportController::exportDiagram(const QString& path) {
    const QString what = tr("Drawing the diagram…");
    const ProjectPtr project = workbench().project();
    if (path.endsWith(QLatin1String(".mmd")))
        return writeFile(what, path, [project] { return model::writeMermaid(*project); });
    if (path.endsWith(QLatin1String(".dbml")))
        return writeFile(what, path, [project] { return model::writeDbml(*project); });
    if (!begin(what))
        return;
    const AnalysisPtr analysis = workbench().analysis().isCurrent() ? workbench().analysis().latest() : nullptr;
    m_slices = new Slices(this);
    auto file = std::make_shared<std::unique_ptr<DiagramFile>>();
    m_slices->add([this, file, project, analysis, path] {
        *file = std::make_unique<DiagramFile>(std::make_unique<DiagramDrawing>(project, analysis,
                                                                               workbench().analysis().catalogue(),
                                                                               drawnDiagram(m_window)),
                                              path.toStdString());
        return Slices::Then::Next;
    });
    m_slices->add([file] { return (*file)->ready() ? Slices::Then::Next : Slices::Then::Wait; });
    m_slices->add([this, file, path] {
        const auto written = (*file)->writeFor(kSliceMs);
        if (written && !*written)
            return Slices::Then::Again;
        done(path, written ? model::Result<void>() : model::fail(written.error()));
        return Slices::Then::Stop;
    });
    m_slices->start();
    updateActions();
}

void ExportController::exportReport(const QString& path) {
    const QString what = tr("Estimating and simulating for the report…");
    if (!begin(what))
        return;
    const ProjectPtr project = workbench().project();
    ReportOptions options;
    for (const model::Layout& layout : project->layouts)
        options.layouts.push_back(layout);
    const auto catalogue = workbench().analysis().catalogue();
    m_job = workbench().jobs().start<ReportNumbers>(
        what, [project, catalogue, options](JobState& job) { return computeReport(project, catalogue, options, job); },
        this,
        [this, path](model::Result<ReportNumbers> numbers) {
            m_job.reset();
            if (numbers)
                drawReport(std::make_shared<ReportNumbers>(std::move(*numbers)), path);
            else
                done(path, model::fail(numbers.error()));
        });
    updateActions();
}

void ExportController::drawReport(std::shared_ptr<ReportNumbers> numbers, const QString& path) {
    m_slices = new Slices(this);
    auto drawing = std::make_shared<std::unique_ptr<DiagramDrawing>>();
    m_slices->add([this, numbers, drawing] {
        *drawing = std::make_unique<DiagramDrawing>(numbers->analysis->project, numbers->analysis,
                                                    workbench().analysis().catalogue());
        return Slices::Then::Next;
    });
    m_slices->add([drawing] { return (*drawing)->ready() ? Slices::Then::Next : Slices::Then::Wait; });
    auto picture = std::make_shared<DiagramPicture>();
    m_slices->add([numbers, drawing, picture] {
        if (!picture->paintFor(**drawing, kSliceMs))
            return Slices::Then::Again;
        numbers->input.diagram = picture->picture();
        return Slices::Then::Next;
    });
    for (std::size_t i = 0; i < numbers->input.sections.size(); ++i)
        for (const ChartData& chart : reportCharts(numbers->input.sections[i].estimate, numbers->simulations[i].get()))
            m_slices->add([numbers, i, chart] {
                numbers->input.sections[i].charts.push_back(chartPicture(chart));
                return Slices::Then::Next;
            });
    m_slices->add([this, numbers, path] {
        writeReportFile(numbers, path);
        return Slices::Then::Stop;
    });
    m_slices->start();
}

void ExportController::writeReportFile(std::shared_ptr<ReportNumbers> numbers, const QString& path) {
    m_job = workbench().jobs().start<bool>(
        tr("Writing the report"),
        [numbers, path](JobState&) -> model::Result<bool> {
            const auto written = writeReport(numbers->input, path.toStdString());
            return written ? model::Result<bool>(true) : model::fail(written.error());
        },
        this,
        [this, path](model::Result<bool> result) {
            done(path, result ? model::Result<void>() : model::fail(result.error()));
        });
}

} // namespace shardscape::app
