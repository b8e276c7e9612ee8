// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QObject>
#include <QString>
#include <QStringList>

#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/document/selection.h"
#include "app/jobs/analysis.h"
#include "app/jobs/jobs.h"
#include "app/language/language.h"
#include "app/theme/theme_scope.h"
#include "estimator/figure/figure.h"
#include "model/base/result.h"

namespace shardscape::app {

/// The table behind a chart, for the Data panel: everything the picture shows, in words and numbers.
struct DataTable {
    QString title;
    QString summary; ///< the chart in one sentence
    QStringList columns;
    std::vector<QStringList> rows;
    std::vector<int> textColumns; ///< columns aligned left; the others are numbers
};

/// What a message asks for, besides being read.
struct MessageAction {
    QString text;
    std::function<void()> perform;
    std::function<bool()> done =
        nullptr; ///< asked after each edit: true takes the message away, for the advice was followed
};

/// Everything the stages share: the document, what is chosen, the numbers, the actions; and the ways to talk to the
/// frame around them. A stage gets a Workbench and nothing else, and knows no other stage. Lives in the window's
/// thread.
class Workbench : public QObject {
    Q_OBJECT
public:
    /// What comes from outside: the engine profiles, the estimator (a test passes its own) and the price sheets.
    struct Services {
        std::shared_ptr<const model::EngineCatalogue> catalogue;
        EstimateFunction estimate;
        QString samplesFolder; ///< resources/samples
        std::shared_ptr<const model::PriceBook> prices = nullptr;
    };
    explicit Workbench(Services services, QObject* parent = nullptr);

    Document& document() { return m_document; }
    Selection& selection() { return m_selection; }
    Jobs& jobs() { return m_jobs; }
    AnalysisService& analysis() { return m_analysis; }
    Actions& actions() { return m_actions; }
    ThemeScope& theme() { return m_theme; }
    Language& language() { return m_language; }
    const ProjectPtr& project() const { return m_document.project(); }
    /// The estimate of the current layout in the latest analysis; nullptr when there is none.
    const estimator::Estimate* estimate() const;

    /// Document::apply, with the refusal shown in the message bar. True when applied.
    bool apply(const QString& label, const Edit& edit, const QString& mergeKey = {});

    void showError(const model::Error& error);
    void showMessage(const QString& text, const MessageAction& action = {});
    /// Opens the working of a number in the bottom panel.
    void showWorking(const estimator::Figure& figure);
    /// Fills the Data panel; "open" also brings it to the front.
    void showData(const DataTable& table, bool open = false);
    void goTo(const QString& stage);

    const QString& samplesFolder() const { return m_samplesFolder; }
    const QStringList& recentFiles() const { return m_recentFiles; }
    void setRecentFiles(const QStringList& paths);
    /// Asks the frame to open a project or import SQL, or to start from a sample's folder.
    void requestOpen(const QString& path) { emit openRequested(path); }
    void requestSample(const QString& folder) { emit sampleRequested(folder); }

signals:
    void recentFilesChanged();
    void openRequested(const QString& path);
    void sampleRequested(const QString& folder);
    void errorShown(const shardscape::model::Error& error);
    void messageShown(const QString& text, const shardscape::app::MessageAction& action);
    void workingRequested(const shardscape::estimator::Figure& figure);
    void dataOffered(const shardscape::app::DataTable& table, bool open);
    void stageRequested(const QString& stage);

private:
    Language m_language;
    ThemeScope m_theme;
    Jobs m_jobs;
    Document m_document;
    Selection m_selection;
    AnalysisService m_analysis;
    Actions m_actions;
    QString m_samplesFolder;
    QStringList m_recentFiles;
};

} // namespace shardscape::app
