// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QDir>
#include <QTest>
#include <QWidget>

#include "app/shell/workbench.h"
#include "estimator/summary/estimate.h"
#include "model/exchange/import/import.h"
#include "model/exchange/import/samples.h"
#include "tests/support/folders.h"

namespace shardscape::tests {

/// A workbench with the engines of the source tree and the real estimator.
inline std::unique_ptr<app::Workbench> makeWorkbench() {
    const auto catalogue = model::EngineCatalogue::load({(sourceFolder() + "/resources/engines").toStdString()});
    if (!catalogue)
        qFatal("%s", catalogue.error().text().c_str());
    app::Workbench::Services services;
    services.catalogue = std::make_shared<const model::EngineCatalogue>(*catalogue);
    services.estimate = [](const model::Project& project, const model::EngineProfile& profile,
                           const model::Layout& layout, const estimator::EstimateOptions& options,
                           std::stop_token stop) {
        return estimator::estimate(project, profile, layout, options, stop);
    };
    services.samplesFolder = sourceFolder() + "/resources/samples";
    const auto prices = model::PriceBook::load({(sourceFolder() + "/resources/prices").toStdString()});
    if (!prices)
        qFatal("%s", prices.error().text().c_str());
    services.prices = std::make_shared<const model::PriceBook>(*prices);
    return std::make_unique<app::Workbench>(std::move(services));
}

inline model::Project sampleProject(const std::string& name) {
    const auto samples = model::listSamples((sourceFolder() + "/resources/samples").toStdString());
    for (const model::Sample& sample : samples ? *samples : std::vector<model::Sample>())
        if (sample.name == name)
            return model::loadSample(sample)->project;
    qFatal("there is no sample %s", name.c_str());
}

/// A project from a schema and a workload written in the test.
inline model::Project projectOf(const std::string& schema, const std::string& workload) {
    const auto imported = model::importPostgres({{"schema.sql", schema}});
    if (!imported)
        qFatal("%s", imported.error().text().c_str());
    if (workload.empty())
        return imported->project;
    const auto both = model::importWorkload(imported->project, {"workload.sql", workload});
    if (!both)
        qFatal("%s", both.error().text().c_str());
    return both->project;
}

/// Opens the project and waits until its numbers are there.
inline bool open(app::Workbench& workbench, model::Project project) {
    workbench.document().reset(std::move(project));
    return QTest::qWaitFor([&] { return workbench.analysis().isCurrent(); }, 30000);
}

/// Two entities and five patterns whose numbers can be followed by hand.
inline model::Project smallProject() {
    return projectOf(R"(CREATE TABLE users (user_id bigint PRIMARY KEY, handle varchar(30) NOT NULL);
CREATE TABLE posts (post_id bigint PRIMARY KEY, author_id bigint NOT NULL REFERENCES users (user_id),
                    body varchar(280) NOT NULL, created_at timestamptz NOT NULL);
)",
                     R"(-- table: users rows=1M
-- table: posts rows=100M growth=1M/day
-- engine: postgresql
-- engine: cassandra

-- name: GetUser :one
-- rate: 2k/s peak=4k/s diurnal(peak=20:00, trough=0.3)
-- keys: user_id zipf(0.99)
-- consistency: eventual
-- p99: 20ms
SELECT * FROM users WHERE user_id = $1;

-- name: ListPosts :many
-- rate: 1k/s
-- keys: author_id uniform
-- p99: 50ms
SELECT post_id, body FROM posts WHERE author_id = $1 ORDER BY created_at DESC LIMIT 20;

-- name: SearchPosts :many
-- rate: 5/s
SELECT post_id FROM posts WHERE body LIKE '%word%' LIMIT 20;

-- name: CreatePost :exec
-- rate: 100/s
INSERT INTO posts (post_id, author_id, body, created_at) VALUES ($1, $2, $3, now());
)");
}

/// Writes a picture into the folder of SHARDSCAPE_SCREENSHOTS; nothing without it.
inline void saveShot(QWidget& widget, const QString& name) {
    const QString folder = qEnvironmentVariable("SHARDSCAPE_SCREENSHOTS");
    if (!folder.isEmpty())
        QVERIFY(widget.grab().save(QDir(folder).filePath(name + ".png")));
}

} // namespace shardscape::tests
