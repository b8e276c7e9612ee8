// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <exception>

#include <QApplication>
#include <QCommandLineParser>
#include <QLocale>
#include <QSettings>
#include <QStandardPaths>

#include "app/exports/export_controller.h"
#include "app/files/file_controller.h"
#include "app/files/file_session.h"
#include "app/shell/main_window.h"
#include "estimator/summary/estimate.h"
#include "model/base/resources.h"

using namespace shardscape;

namespace {

/// What the window gets from outside: profiles from the folders of the product and the user, the estimator, the
/// samples.
model::Result<app::Workbench::Services> services() {
    const auto folders = model::engineFolders();
    if (!folders)
        return model::fail(folders.error());
    auto catalogue = model::EngineCatalogue::load(*folders);
    if (!catalogue)
        return model::fail(catalogue.error());
    const auto resources = model::resourceFolder();
    if (!resources)
        return model::fail(resources.error());
    return app::Workbench::Services{std::make_shared<const model::EngineCatalogue>(std::move(*catalogue)),
                                    &estimator::estimate,
                                    QString::fromStdString(*resources) + QStringLiteral("/samples")};
}

int run(int argc, char** argv) {
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("Shardscape"));
    QApplication::setApplicationName(QStringLiteral("shardscape"));
    QApplication::setApplicationDisplayName(QStringLiteral("Shardscape"));
    QApplication::setApplicationVersion(QStringLiteral(SHARDSCAPE_VERSION));
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("main", "A workbench for data modelling at scale."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        QStringLiteral("files"),
        QCoreApplication::translate("main", "A project (.shardscape), or schemas and workloads to import."),
        QStringLiteral("[files…]"));
    parser.process(application);

    auto provided = services();
    if (!provided) {
        std::fprintf(stderr, "shardscape: %s\n", provided.error().text().c_str());
        return 1;
    }
    QSettings settings;
    app::Workbench workbench(std::move(*provided));
    workbench.language().setCode(
        settings.value(QStringLiteral("window/language"), app::Language::nearest(QLocale::system())).toString());
    const bool systemDark = app::systemPrefersDark(application);
    app::applyTheme(application, workbench.theme());
    app::MainWindow window(workbench, app::stageTable(), settings, systemDark);
    app::FileSession session(workbench.document(), QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
                                                       QStringLiteral("/untitled"));
    app::FileController files(window, session);
    app::ExportController exports(window);
    // What is drawn before anything is opened is in a journal too.
    if (const auto started = session.startEmpty(); !started)
        workbench.showError(started.error());
    window.show();
    if (!parser.positionalArguments().isEmpty()) {
        files.openPaths(parser.positionalArguments());
    } else {
        files.offerRecovery();
    }
    return QApplication::exec();
}

} // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const std::exception& error) {
        // Every edit is in the journal already; the next start brings it back.
        std::fprintf(stderr, "shardscape: internal error: %s\n", error.what());
        return 70;
    }
}
