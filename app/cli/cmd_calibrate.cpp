// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>

#include <filesystem>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/interrupt_watch.h"
#include "app/cli/session.h"
#include "estimator/calibrate/calibrate.h"
#include "model/base/resources.h"
#include "model/engine/profile_override.h"
#include "model/live/probe.h"

namespace shardscape::app {
namespace {

using nlohmann::ordered_json;

struct Options {
    model::ProbeRequest request;
    std::string output; ///< empty: the user's folder of profiles
    bool forget = false;
};

ordered_json documentOf(const model::Measured& measured, const estimator::Calibration& calibration,
                        const model::EngineProfile& profile, const std::string& path) {
    // The stored file and what is printed are the same measurements.
    const ordered_json stored = ordered_json::parse(model::overrideText(measured, calibration.constants));
    ordered_json document{{"engine", measured.server.engine}};
    for (const auto& [key, value] : stored["calibration"].items())
        document[key] = value;
    document["constants"] = ordered_json::array();
    for (const auto& [key, constant] : calibration.constants) {
        const auto was = profile.find(key);
        document["constants"].push_back({{"key", key},
                                         {"value", constant.value},
                                         {"was", was ? ordered_json(*was) : ordered_json()},
                                         {"source", constant.source}});
    }
    ordered_json notes = measured.notes;
    for (const std::string& note : calibration.notes)
        notes.push_back(note);
    document["notes"] = std::move(notes);
    document["stored"] = path;
    return document;
}

void print(const model::Measured& measured, const estimator::Calibration& calibration,
           const model::EngineProfile& profile, Session& session) {
    const model::MeasuredServer& server = measured.server;
    session.out() << server.version << ", " << server.connection;
    if (!server.processor.empty())
        session.out() << ", " << server.cores << " cores of " << server.processor;
    session.out() << "\n\n";
    TextTable times({"operation", "load", "bytes a row", "rows", "requests", "a second", "p50 us", "p90 us", "p99 us"});
    for (const model::Measurement& one : measured.measurements)
        times.add({one.operation, one.load, std::to_string(one.rowBytes), fmt::format("{:.0f}", one.rows),
                   std::to_string(one.requests), fmt::format("{:.0f}", one.perSecond), fmt::format("{:.1f}", one.p50Us),
                   fmt::format("{:.1f}", one.p90Us), fmt::format("{:.1f}", one.p99Us)});
    times.print(session.out());
    session.out() << '\n';
    TextTable constants({"constant", "was", "is", "how"});
    for (const auto& [key, constant] : calibration.constants) {
        const auto was = profile.find(key);
        const std::size_t how = constant.source.find(": ");
        constants.add({key, was ? fmt::format("{:.4g}", *was) : "", fmt::format("{:.4g}", constant.value),
                       constant.source.substr(how + 2, constant.source.rfind(';') - how - 2)});
    }
    constants.print(session.out());
    for (const std::string& note : calibration.notes)
        session.out() << note << '\n';
}

model::Result<std::string> store(const Options& options, const std::string& text) {
    std::string path = options.output;
    if (path.empty()) {
        const std::string user = model::userFolder();
        if (user.empty())
            return model::fail(model::ErrorCode::Io, "there is no folder of your own to store the calibration in",
                               "set HOME, or name a file with --output");
        std::error_code error;
        std::filesystem::create_directories(user + "/engines", error);
        if (error)
            return model::fail(model::Error{model::ErrorCode::Io, "cannot be made: " + error.message(),
                                            "name a file with --output", user + "/engines", 0, 0});
        path = model::overridePath(user + "/engines", options.request.engine);
    }
    if (auto written = Session::writeFile(path, text); !written)
        return model::fail(written.error());
    return path;
}

void forget(const Options& options, Session& session) {
    const std::string path = model::overridePath(model::userFolder() + "/engines", options.request.engine);
    std::error_code error;
    const bool removed = std::filesystem::remove(path, error);
    if (error)
        return session.refuse({model::ErrorCode::Io, "cannot be removed: " + error.message(), {}, path, 0, 0});
    if (session.json)
        return session.print({{"engine", options.request.engine}, {"forgotten", removed}});
    session.out() << (removed ? "removed " + path : "there is no calibration of " + options.request.engine) << '\n';
}

void run(const Options& options, Session& session) {
    const auto catalogue = Session::catalogue();
    if (!catalogue)
        return session.refuse(catalogue.error());
    const auto profile = Session::profile(*catalogue, options.request.engine);
    if (!profile)
        return session.refuse(profile.error());
    if (options.forget)
        return forget(options, session);
    if (options.request.connection.empty())
        return session.refuse({model::ErrorCode::Invalid,
                               "no server is named",
                               "say which one with --connect postgresql://me@localhost/shop",
                               {},
                               0,
                               0});
    model::Result<model::Measured> measured;
    {
        const InterruptWatch watch;
        measured = model::measureServer(options.request, watch.token(), [&](const std::string& what) {
            session.err() << "measuring: " << what << '\n';
        });
    }
    if (!measured)
        return session.refuse(measured.error());
    const estimator::Calibration calibration = estimator::calibrationOf(*measured, *profile);
    const auto path = store(options, model::overrideText(*measured, calibration.constants));
    if (!path)
        return session.refuse(path.error());
    if (session.json)
        return session.print(documentOf(*measured, calibration, *profile, *path));
    print(*measured, calibration, *profile, session);
    session.out() << "\nstored " << *path
                  << (options.output.empty()
                          ? "; estimates and runs use it from now on (calibrate --forget undoes that)"
                          : "")
                  << '\n';
}

} // namespace

void addCalibrate(CLI::App& app, Session& session) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(
        "calibrate", "Measure your own server for some seconds; estimates and runs then use its service times");
    command->add_option("--engine", options->request.engine, "postgresql, mysql, mariadb or redis")
        ->required()
        ->check(CLI::IsMember({"postgresql", "mysql", "mariadb", "redis"}));
    command->add_option("--connect", options->request.connection,
                        "Connection string: postgresql://user@host/database, mysql://user@host, redis://host:6379, or "
                        "key=value with host, port, user, password, dbname, socket");
    command->add_option("--seconds", options->request.seconds, "How long to ask the server")
        ->check(CLI::Range(0.2, 3600.0))
        ->capture_default_str();
    command->add_option("--rows", options->request.rows, "The most rows of any table that is made")
        ->check(CLI::Range(100, 1'000'000))
        ->capture_default_str();
    command->add_option("--connections", options->request.connections, "Connections that keep the server busy")
        ->check(CLI::Range(1, 256))
        ->capture_default_str();
    command->add_option("-o,--output", options->output,
                        "Write the profile override to this file instead of your own folder of profiles");
    command->add_flag("--forget", options->forget, "Remove the stored calibration of the engine");
    command->footer(
        "The probe makes a schema (PostgreSQL), a database (MySQL, MariaDB) or keys (Redis) called "
        "shardscape_probe_…,\n"
        "at most about 50 MB, and removes it, also after an error or Ctrl+C. Nothing else is read or written. For "
        "about\n"
        "a sixth of the time it keeps the server busy with all its connections.\n\n"
        "Examples:\n  shardscape-cli calibrate --engine postgresql --connect postgresql://me@localhost/shop\n"
        "  shardscape-cli calibrate --engine redis --connect redis://cache:6379 --seconds 5 --json");
    command->callback([options, &session] { run(*options, session); });
}

} // namespace shardscape::app
