// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <cstdlib>
#include <exception>

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QLocale>
#include <QSettings>
#include <QStandardPaths>

#include "app/exports/export_controller.h"
#include "app/exports/print_controller.h"
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

/// The price sheets of the product and the user. A broken one is no reason not to start: nothing is priced then.
model::Result<model::PriceBook> priceBook() {
    const auto folders = model::priceFolders();
    return folders ? model::PriceBook::load(*folders) : model::fail(folders.error());
}

/// The language asked for on the command line, else the one chosen in the window, else the one nearest to the system's.
QString languageToSpeak(const QStringList& arguments, const QSettings& settings) {
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        const bool apart = arguments[i] == QLatin1String("--lang") && i + 1 < arguments.size();
        if (apart || arguments[i].startsWith(QLatin1String("--lang=")))
            if (const QString code = app::Language::named(apart ? arguments[i + 1] : arguments[i].mid(7));
                !code.isEmpty())
                return code;
    }
    return settings.value(QStringLiteral("window/language"), app::Language::nearest(QLocale::system())).toString();
}

/// Reads the arguments; what it says of itself (--help) is in the language already.
QStringList filesToOpen(const QApplication& application, const QString& language) {
    app::Language spoken;
    spoken.setCode(language);
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("main", "A workbench for data modelling at scale."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QString lang = QStringLiteral("lang");
    parser.addOption({lang, QCoreApplication::translate("main", "Speak this language: en or zh_CN."), lang});
    parser.addPositionalArgument(
        QStringLiteral("files"),
        QCoreApplication::translate("main", "A project (.shardscape), or schemas and workloads to import."),
        QStringLiteral("[files…]"));
    parser.process(application);
    if (parser.isSet(lang) && app::Language::named(parser.value(lang)).isEmpty()) {
        std::fprintf(stderr, "shardscape: there is no translation into %s; use en or zh_CN\n",
                     qPrintable(parser.value(lang)));
        std::exit(2);
    }
    return parser.positionalArguments();
}

int run(int argc, char** argv) {
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("Shardscape"));
    QApplication::setApplicationName(QStringLiteral("shardscape"));
    QApplication::setApplicationDisplayName(QStringLiteral("Shardscape"));
    QApplication::setApplicationVersion(QStringLiteral(SHARDSCAPE_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.shardscape.Shardscape"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/desktop/org.shardscape.Shardscape.svg")));
    QSettings settings;
    const QString language = languageToSpeak(QCoreApplication::arguments(), settings);
    const QStringList paths = filesToOpen(application, language);

    auto provided = services();
    if (!provided) {
        std::fprintf(stderr, "shardscape: %s\n", provided.error().text().c_str());
        return 1;
    }
    auto prices = priceBook();
    if (prices)
        provided->prices = std::make_shared<const model::PriceBook>(std::move(*prices));
    app::Workbench workbench(std::move(*provided));
    workbench.language().setCode(language);
    const bool systemDark = app::systemPrefersDark(application);
    app::applyTheme(application, workbench.theme());
    app::MainWindow window(workbench, app::stageTable(), settings, systemDark);
    app::FileSession session(workbench.document(), QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
                                                       QStringLiteral("/untitled"));
    app::FileController files(window, session);
    app::ExportController exports(window);
    app::PrintController prints(window);
    // What is drawn before anything is opened is in a journal too.
    if (const auto started = session.startEmpty(); !started)
        workbench.showError(started.error());
    if (!prices)
        workbench.showError(prices.error());
    window.show();
    if (paths.isEmpty())
        files.restoreSession();
    else
        files.openPaths(paths);
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
