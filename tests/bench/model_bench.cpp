// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
/// A model of 1,000 tables: import, text form, estimate after an edit, save.
#include <filesystem>

#include <benchmark/benchmark.h>

#include "estimator/summary/estimate.h"
#include "model/base/resources.h"
#include "model/edit/entity_edits.h"
#include "model/exchange/import/import.h"
#include "model/storage/project_file.h"
#include "model/storage/text_form.h"
#include "tests/support/large_schema.h"

using namespace shardscape;

namespace {

constexpr int kTables = 1000;
constexpr int kPatterns = 50;

const model::Project& largeProject() {
    static const model::Project project = [] {
        auto imported = model::importPostgres({{"large.sql", tests::largeSchema(kTables)}});
        return model::importWorkload(imported->project,
                                     {"large-workload.sql", tests::largeWorkload(kTables, kPatterns)})
            ->project;
    }();
    return project;
}

void importSchema(benchmark::State& state) {
    const std::string sql = tests::largeSchema(kTables);
    for (auto _ : state)
        benchmark::DoNotOptimize(model::importPostgres({{"large.sql", sql}}));
    state.SetBytesProcessed(static_cast<std::int64_t>(sql.size()) * state.iterations());
}
BENCHMARK(importSchema)->Unit(benchmark::kMillisecond);

/// What the window does after each edit, for each layout.
void estimateAfterEdit(benchmark::State& state, const char* engine) {
    const auto catalogue = model::EngineCatalogue::load(*model::engineFolders());
    model::Layout layout;
    layout.engine = engine;
    const model::EntityId entity = largeProject().entities.begin()->id;
    for (auto _ : state) {
        const auto edited = model::renameEntity(largeProject(), entity, "renamed");
        benchmark::DoNotOptimize(estimator::estimate(*edited, *catalogue->find(engine), layout));
    }
}
BENCHMARK_CAPTURE(estimateAfterEdit, postgresql, "postgresql")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(estimateAfterEdit, mariadb, "mariadb")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(estimateAfterEdit, sqlite, "sqlite")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(estimateAfterEdit, cassandra, "cassandra")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(estimateAfterEdit, dynamodb, "dynamodb")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(estimateAfterEdit, redis, "redis")->Unit(benchmark::kMillisecond);

void dumpAndLoad(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(model::loadProject(model::dumpProject(largeProject()), "large.txt"));
}
BENCHMARK(dumpAndLoad)->Unit(benchmark::kMillisecond);

void saveProject(benchmark::State& state) {
    const std::string path = (std::filesystem::temp_directory_path() / "shardscape-bench.shardscape").string();
    for (auto _ : state)
        benchmark::DoNotOptimize(model::writeProject(path, largeProject()));
    std::filesystem::remove(path);
    std::filesystem::remove(path + ".bak");
}
BENCHMARK(saveProject)->Unit(benchmark::kMillisecond);

} // namespace
