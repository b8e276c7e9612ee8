// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>
#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <map>
#include <mutex>
#include <thread>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <xxhash.h>

#include "app/cli/commands.h"
#include "app/cli/run_input.h"
#include "app/cli/session.h"
#include "app/cli/sweep_log.h"
#include "simulator/kernel/replications.h"
#include "simulator/scenario/scenario_json.h"
#include "simulator/sweep/grid.h"

namespace shardscape::app {
namespace {

using nlohmann::ordered_json;
using simulator::Grid;
using simulator::GridPoint;

struct Options {
    RunRequest request;
    std::vector<std::string> vary;
    std::string shard = "1/1";
    std::string output;
    std::vector<std::string> skipDone;
    std::string seeds = "common";
    std::uint32_t replications = 1;
    std::uint32_t threads = 1;
    bool list = false;
    bool skipRefused = false;
    bool series = false;
    bool partitions = false;
    bool quiet = false;
};

/// A value as JSON where it is JSON, else as a text.
ordered_json valueJson(const std::string& value) {
    ordered_json json = ordered_json::parse(value, nullptr, false);
    return json.is_discarded() ? ordered_json(value) : json;
}

ordered_json pointJson(const GridPoint& point) {
    ordered_json json = ordered_json::object();
    for (const auto& [name, value] : point)
        json[name] = valueJson(value);
    return json;
}

std::string digest(std::string_view text) {
    return fmt::format("{:016x}", XXH64(text.data(), text.size(), 0));
}

/// A point, ready to run.
struct Prepared {
    simulator::Scenario scenario;
    std::string digest; ///< of the scenario, and of how often it is run
    std::vector<std::string> notes;
};

/// What a point asks for beside what all points ask for.
model::Result<RunRequest> requestOf(const Options& options, const GridPoint& point) {
    RunRequest request = options.request;
    for (const auto& [name, value] : point) {
        if (name == "seed" || name == "requests") {
            std::uint64_t number = 0;
            const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
            if (error != std::errc() || end != value.data() + value.size() || (name == "requests" && number == 0))
                return model::fail(model::ErrorCode::Invalid,
                                   fmt::format("{}={}: a whole number was expected", name, value));
            (name == "seed" ? request.seed : request.requests) = number;
        } else if (name == "engine") {
            request.engine = value;
        } else if (name.starts_with('/')) {
            request.set.push_back(name + "=" + value);
        } else {
            request.whatIf.push_back(name + "=" + value);
        }
    }
    return request;
}

model::Result<Prepared> prepare(const Options& options, const GridPoint& point) {
    const auto request = requestOf(options, point);
    if (!request)
        return model::fail(request.error());
    auto input = prepareRun(*request);
    if (!input)
        return model::fail(input.error());
    Prepared prepared{std::move(input->scenario), {}, std::move(input->notes)};
    if (options.seeds == "own") {
        // From the values alone: the same in every grid and part that has the point.
        nlohmann::json sorted = nlohmann::json::object();
        for (const auto& [name, value] : point)
            sorted[name] = valueJson(value);
        const std::string text = sorted.dump();
        constexpr std::uint64_t kExact = (1ULL << 53) - 1; // what every reader of JSON keeps to the last digit
        prepared.scenario.seed = XXH64(text.data(), text.size(), prepared.scenario.seed) & kExact;
    }
    if (auto checked = simulator::checkScenario(prepared.scenario); !checked)
        return model::fail(checked.error());
    std::string what = simulator::writeScenario(prepared.scenario);
    if (options.replications > 1)
        what += fmt::format("{} replications", options.replications);
    prepared.digest = digest(what);
    return prepared;
}

/// A line of the output. Without wall time: the same point is the same bytes wherever it is run.
std::string lineOf(const Options& options, const GridPoint& point, const Prepared& prepared,
                   const simulator::RunResult& run) {
    ordered_json result = ordered_json::parse(simulator::writeResult(prepared.scenario, run, options.series));
    result.erase("wall_seconds");
    if (!options.partitions)
        for (ordered_json& table : result["tables"])
            table.erase("partitions");
    if (!options.partitions && options.series)
        for (ordered_json& window : result["series"])
            window.erase("operations");
    if (!prepared.notes.empty())
        result["notes"] = prepared.notes;
    return ordered_json{{"point", pointJson(point)}, {"scenario", prepared.digest}, {"result", std::move(result)}}.dump(
        -1, ' ', false, ordered_json::error_handler_t::replace);
}

std::string refusedLine(const GridPoint& point, const model::Error& error) {
    return ordered_json{{"point", pointJson(point)}, {"scenario", ""}, {"refused", error.text()}}.dump(
        -1, ' ', false, ordered_json::error_handler_t::replace);
}

/// Where the lines go: standard output, or the end of a file of which a half line is cut off first.
class Lines {
public:
    Lines(Session& session, const std::string& file)
        : m_session(session)
        , m_name(file) {
        if (file.empty())
            return;
        cutHalfLine();
        m_file.open(file, std::ios::binary | std::ios::app);
    }
    bool write(const std::string& line) {
        std::ostream& out = m_name.empty() ? m_session.out() : m_file;
        out << line << '\n' << std::flush; // whoever stops the sweep keeps all whole points
        return static_cast<bool>(out);
    }

private:
    void cutHalfLine() {
        std::error_code error;
        if (!std::filesystem::is_regular_file(m_name, error))
            return;
        std::ifstream in(m_name, std::ios::binary);
        const std::string text(std::istreambuf_iterator<char>(in), {});
        if (!text.empty() && text.back() != '\n')
            std::filesystem::resize_file(m_name, text.rfind('\n') + 1, error);
    }

    Session& m_session;
    std::string m_name;
    std::ofstream m_file;
};

/// Runs points on several threads and writes them in their order. A thread that is far ahead of the slowest point
/// waits.
class Sweep {
public:
    Sweep(const Options& options, const Grid& grid, std::vector<std::uint64_t> points, Lines& lines, Session& session)
        : m_options(options)
        , m_grid(grid)
        , m_points(std::move(points))
        , m_lines(lines)
        , m_session(session)
        , m_began(std::chrono::steady_clock::now())
        , m_told(m_began) {}

    void run() {
        std::vector<std::jthread> threads;
        for (std::uint32_t i = 1; i < m_options.threads; ++i)
            threads.emplace_back([this] { work(); });
        work();
        threads.clear();
        if (m_error)
            m_session.refuse(*m_error);
        tell(true);
    }

private:
    static constexpr std::size_t kAhead = 64; ///< finished points that may wait for a slower one

    void work() {
        for (;;) {
            std::size_t mine = 0;
            {
                std::unique_lock lock(m_mutex);
                m_moved.wait(lock, [&] { return m_error || m_next < m_written + kAhead * m_options.threads; });
                if (m_error || m_next == m_points.size())
                    return;
                mine = m_next++;
            }
            auto line = lineOf(m_points[mine]);
            const std::lock_guard lock(m_mutex);
            if (line)
                m_waiting.emplace(mine, std::move(*line));
            else if (!m_error)
                m_error = line.error();
            while (!m_error && m_waiting.contains(m_written)) {
                if (!m_lines.write(m_waiting.at(m_written)))
                    m_error = model::Error{model::ErrorCode::Io, "cannot write", "is the disk full?", {}, 0, 0};
                m_waiting.erase(m_written++);
            }
            tell(false);
            m_moved.notify_all();
        }
    }
    model::Result<std::string> lineOf(std::uint64_t number) const {
        const GridPoint point = m_grid.point(number);
        const auto prepared = prepare(m_options, point);
        if (!prepared && m_options.skipRefused)
            return refusedLine(point, prepared.error());
        if (!prepared)
            return model::fail(prepared.error());
        simulator::NoProgress progress;
        simulator::ReplicationOptions replications;
        replications.replications = m_options.replications;
        const auto result = simulator::runReplications(prepared->scenario, replications, {}, progress);
        if (!result)
            return model::fail(result.error());
        return app::lineOf(m_options, point, *prepared, *result);
    }
    /// On standard error, at most every two seconds and at the end.
    void tell(bool end) {
        const auto now = std::chrono::steady_clock::now();
        if (m_options.quiet || (!end && now - m_told < std::chrono::seconds(2)))
            return;
        m_told = now;
        const double seconds = std::chrono::duration<double>(now - m_began).count();
        std::string rest;
        if (!end && m_written > 0)
            rest = fmt::format(", about {:.0f} s to go", seconds / static_cast<double>(m_written) *
                                                             static_cast<double>(m_points.size() - m_written));
        m_session.err() << fmt::format("sweep: {} of {} points in {:.1f} s{}\n", m_written, m_points.size(), seconds,
                                       rest)
                        << std::flush;
    }

    const Options& m_options;
    const Grid& m_grid;
    const std::vector<std::uint64_t> m_points;
    Lines& m_lines;
    Session& m_session;
    std::mutex m_mutex;
    std::condition_variable m_moved;
    std::size_t m_next = 0;    ///< first point that no thread has taken
    std::size_t m_written = 0; ///< points whose lines are out
    std::map<std::size_t, std::string> m_waiting;
    std::optional<model::Error> m_error;
    std::chrono::steady_clock::time_point m_began;
    std::chrono::steady_clock::time_point m_told;
};

/// The points still to be run: every one is prepared before any is run, so that a slip in the last value of an axis is
/// told at once and not after a night.
model::Result<std::vector<std::uint64_t>> pointsToRun(const Options& options, const Grid& grid,
                                                      const simulator::Shard& shard) {
    SweepLog log;
    std::vector<std::string> files = options.skipDone;
    if (!options.output.empty())
        files.push_back(options.output);
    for (const std::string& file : files)
        if (const auto read = log.read(file); !read)
            return model::fail(read.error());
    std::vector<std::uint64_t> out;
    for (const std::uint64_t number : shard.points(grid.size())) {
        const GridPoint point = grid.point(number);
        const auto prepared = prepare(options, point);
        if (!prepared && !options.skipRefused) {
            model::Error error = prepared.error();
            error.message = "point " + pointJson(point).dump() + ": " + error.message;
            return model::fail(std::move(error));
        }
        const auto done = log.has(pointJson(point).dump(), prepared ? prepared->digest : std::string());
        if (!done)
            return model::fail(done.error());
        if (!*done)
            out.push_back(number);
    }
    return out;
}

model::Result<Grid> gridOf(const Options& options) {
    std::vector<simulator::Axis> axes;
    for (const std::string& spec : options.vary) {
        auto axis = simulator::parseAxis(spec);
        if (!axis)
            return model::fail(axis.error());
        if (axis->name == "engine" && options.request.file.empty())
            return model::fail(model::ErrorCode::Invalid, "a scenario has no engine to vary", "give a project file");
        axes.push_back(std::move(*axis));
    }
    return Grid::make(std::move(axes));
}

void sweep(Options options, Session& session) {
    RunRequest& request = options.request;
    if (request.file.ends_with(".json"))
        request.scenarioFile = std::exchange(request.file, {});
    if (request.inputs() != 1) {
        session.err() << "give one of a project file, --scenario FILE and --example NAME\n";
        session.exitCode = Session::WrongUsage;
        return;
    }
    if (request.scenarioFile == "-") {
        session.err() << "a scenario is read anew for each point: give a file, not standard input\n";
        session.exitCode = Session::WrongUsage;
        return;
    }
    const auto grid = gridOf(options);
    if (!grid)
        return session.refuse(grid.error());
    const auto shard = simulator::parseShard(options.shard);
    if (!shard)
        return session.refuse(shard.error());
    if (options.list) {
        for (const std::uint64_t number : shard->points(grid->size()))
            session.out() << ordered_json{{"number", number}, {"point", pointJson(grid->point(number))}}.dump() << '\n';
        return;
    }
    auto points = pointsToRun(options, *grid, *shard);
    if (!points)
        return session.refuse(points.error());
    Lines lines(session, options.output);
    Sweep(options, *grid, std::move(*points), lines, session).run();
}

constexpr const char* kFooter =
    R"(VALUES are separated by commas (or by semicolons, where values have commas of their own); A..B:STEP is a range.
What can be varied: all of --what-if (traffic, nodes, keys, cache ...), seed, requests, engine (of a project), and any
value of a scenario by its JSON pointer (/streams/0/rate; see simulate --write-scenario).
A line is {"point": {...}, "scenario": DIGEST, "result": {...}}, in the order of the grid, the last --vary fastest. It
depends on the point alone, not on threads, parts or machine. Points share their random numbers, so that differences
between them are not noise; see the noise with --replications, or draw anew for each point with --seeds own.

Examples:
  shardscape-cli sweep feed.shardscape --vary traffic=0.5..2:0.25 --vary nodes=4,8,16 > points.jsonl
  shardscape-cli sweep --example celebrity-key --vary "/streams/0/keys/share_of_traffic=0.05..0.4:0.05"
A sweep that was stopped goes on where it was:
  shardscape-cli sweep feed.shardscape --vary seed=1..1000 -o points.jsonl
Parts on one machine, with GNU parallel:
  parallel 'shardscape-cli sweep s.json --vary seed=1..64 --quiet --shard {}/8 -o part{}.jsonl' ::: $(seq 8)
As a Slurm array, and as an indexed Kubernetes job of 8 completions:
  sbatch --array=1-8 --wrap 'shardscape-cli sweep s.json --vary seed=1..64 \
    --shard $SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT -o part$SLURM_ARRAY_TASK_ID.jsonl'
  shardscape-cli sweep s.json --vary seed=1..64 --shard $((JOB_COMPLETION_INDEX + 1))/8 -o part.jsonl)";

} // namespace

void addSweep(CLI::App& app, Session& session) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("sweep", "Run many variants of a workload or scenario, one JSON line each");
    command->add_option("file", options->request.file, "Project file, or scenario file (.json)");
    command->add_option("--scenario", options->request.scenarioFile, "Scenario file, whatever its name");
    command->add_option("--example", options->request.example, "A bundled scenario");
    command->add_option("--vary", options->vary, "NAME=VALUES; may be repeated, for all combinations")->required();
    command->add_option("--shard", options->shard, "Run part I of N (I/N) of the grid")->capture_default_str();
    command->add_option("-o,--output", options->output, "Append to this file, and skip the points that it has");
    command->add_option("--skip-done", options->skipDone, "Skip the points that this file has; may be repeated");
    command->add_option("--replications", options->replications, "Runs of each point, for 95 % intervals")
        ->check(CLI::Range(1U, simulator::kMostReplications))
        ->capture_default_str();
    command->add_option("--threads", options->threads, "Points that run side by side")
        ->check(CLI::Range(1U, 1024U))
        ->capture_default_str();
    command->add_option("--seeds", options->seeds, "Random numbers of the points: common to all, or its own for each")
        ->check(CLI::IsMember({"common", "own"}))
        ->capture_default_str();
    command->add_flag("--list", options->list, "List the points (of the part), run nothing");
    command->add_flag("--skip-refused", options->skipRefused,
                      "A combination that cannot be is a line with \"refused\" rather than the end of the sweep");
    command->add_flag("--series", options->series, "With the time series");
    command->add_flag("--partitions", options->partitions, "With the numbers of every partition");
    command->add_flag("--quiet", options->quiet, "No progress on standard error");
    command->add_option("--engine", options->request.engine, "Engine; default: the project's first");
    command->add_option("--seed", options->request.seed, "Seed of the random streams; default 1, or the scenario's");
    command
        ->add_option("--requests", options->request.requests,
                     "Requests of each point; default 2,000,000, or the scenario's")
        ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1'000'000'000'000}));
    command->add_option("--over", options->request.over, "The busiest minute, or the day as a time-lapse")
        ->check(CLI::IsMember({"peak", "day"}))
        ->capture_default_str();
    command->add_option("--set", options->request.set, "As of simulate, for all points");
    command->add_option("--what-if", options->request.whatIf, "As of simulate, for all points");
    command->footer(kFooter);
    command->callback([options, &session] { sweep(*options, session); });
}

} // namespace shardscape::app
