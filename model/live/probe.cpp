// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/live/probe.h"

#include <algorithm>
#include <ctime>
#include <fstream>
#include <numeric>
#include <thread>

#include <fmt/format.h>

#if defined(__unix__) || defined(__APPLE__)
#include <unistd.h>
#endif

#include "model/live/load.h"
#include "model/live/probe_server.h"

namespace shardscape::model {
namespace {

constexpr int kPayloads[] = {100, 1000, 8000};
/// Each table is kept below this.
constexpr double kTableBytes = 8 << 20;
constexpr int kKeyBytes = 8;
/// Parts of the time: each operation alone, each capacity, each open loop.
constexpr double kAlonePart = 0.02, kFullPart = 1.0 / 12, kOpenPart = 0.2;
/// An open loop runs at this share of the capacity: waits are rare, machines are not asleep.
constexpr double kOpenShare = 0.2;

std::string today() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
#if defined(_WIN32)
    localtime_s(&parts, &now);
#else
    localtime_r(&now, &parts);
#endif
    char text[16];
    std::strftime(text, sizeof text, "%Y-%m-%d", &parts);
    return text;
}

std::string processor() {
    std::ifstream cpus("/proc/cpuinfo");
    for (std::string line; std::getline(cpus, line);)
        if (line.rfind("model name", 0) == 0 && line.find(": ") != std::string::npos)
            return line.substr(line.find(": ") + 2);
    return {};
}

double memoryBytes() {
#if defined(_SC_PHYS_PAGES) && defined(_SC_PAGESIZE)
    return static_cast<double>(sysconf(_SC_PHYS_PAGES)) * static_cast<double>(sysconf(_SC_PAGESIZE));
#else
    return 0;
#endif
}

MeasuredServer describe(ProbeServer& server, const std::string& engine) {
    MeasuredServer out;
    out.engine = engine;
    out.version = server.version();
    out.date = today();
    out.connection = server.connectionKind();
    if (out.connection != "network") {
        out.processor = processor();
        out.cores = static_cast<int>(std::thread::hardware_concurrency());
        out.memoryBytes = memoryBytes();
    }
    return out;
}

class Probe {
public:
    Probe(const ProbeRequest& request, ProbeServer& server, std::stop_token stop,
          const std::function<void(const std::string&)>& progress)
        : m_request(request)
        , m_server(server)
        , m_stop(std::move(stop))
        , m_progress(progress) {}

    Result<Measured> run() {
        m_out.server = describe(m_server, m_request.engine);
        for (const int bytes : kPayloads) {
            m_tables.payloadBytes.push_back(bytes);
            m_tables.rows.push_back(std::clamp<std::int64_t>(static_cast<std::int64_t>(kTableBytes / bytes), 100,
                                                             std::max<std::int64_t>(100, m_request.rows)));
        }
        say("making tables");
        if (auto made = m_server.create(m_tables); !made)
            return fail(made.error());
        const int connections = std::max(1, m_request.connections);
        for (int i = 0; i < connections; ++i) {
            auto connection = m_server.connect();
            if (!connection)
                return fail(connection.error());
            (i == 0 ? m_one : m_others).push_back(std::move(*connection));
        }
        if (auto done = alone(); !done)
            return fail(done.error());
        std::move(m_others.begin(), m_others.end(), std::back_inserter(m_one));
        if (auto done = together(ProbeOperation::PointRead); !done)
            return fail(done.error());
        if (auto done = together(ProbeOperation::Insert); !done)
            return fail(done.error());
        return std::move(m_out);
    }

private:
    bool redis() const { return m_request.engine == "redis"; }
    void say(const std::string& text) const {
        if (m_progress)
            m_progress(text);
    }

    Result<void> alone() {
        std::vector<ProbeStep> steps{{ProbeOperation::Ping, 0, 1}};
        for (std::size_t width = 0; width < m_tables.rows.size(); ++width)
            for (const ProbeOperation operation :
                 {ProbeOperation::PointRead, ProbeOperation::Update, ProbeOperation::Insert})
                steps.push_back({operation, width, 1});
        for (const int rows : {10, 100})
            steps.push_back({ProbeOperation::RangeRead, 0, rows});
        steps.push_back({ProbeOperation::IndexRead, 0, kProbeRowsPerTag});
        for (const int rows : {10, 100})
            steps.push_back({ProbeOperation::InsertMany, 0, rows});
        if (!redis()) {
            steps.push_back({ProbeOperation::Scan, 0, static_cast<int>(m_tables.rows[0])});
            steps.push_back({ProbeOperation::InsertIndexed, 0, 1});
        }
        for (const ProbeStep& step : steps)
            if (auto done = measure(step, "alone", 0, kAlonePart); !done)
                return fail(done.error());
        return {};
    }

    /// With all connections: what the server can do, then its times far below that.
    Result<void> together(ProbeOperation operation) {
        auto full = measure({operation, 0, 1}, "full", 0, kFullPart);
        if (!full)
            return fail(full.error());
        auto open = measure({operation, 0, 1}, "open", kOpenShare * full->perSecond, kOpenPart);
        if (!open)
            return fail(open.error());
        return {};
    }

    Result<Measurement> measure(const ProbeStep& step, const char* kind, double perSecond, double part) {
        const int rowBytes = m_tables.payloadBytes[step.width] + kKeyBytes;
        say(fmt::format("{} of {} B, {}", name(step.operation), rowBytes, kind));
        Load load;
        load.mix = {{1, step}};
        load.perSecond = perSecond;
        load.seconds = std::max(0.02, part * m_request.seconds);
        load.seed = m_request.seed + m_out.measurements.size();
        if (step.operation == ProbeOperation::Insert || step.operation == ProbeOperation::InsertMany ||
            step.operation == ProbeOperation::InsertIndexed)
            load.mostRequests = static_cast<std::uint64_t>(
                std::max<std::int64_t>(1, std::min(m_request.rows, m_tables.rows[step.width]) / step.rows));
        // The first requests prepare statements and fill caches.
        Load warm = load;
        warm.seconds = load.seconds / 5;
        warm.perSecond = 0;
        warm.mostRequests = std::max<std::uint64_t>(1, std::min<std::uint64_t>(200, load.mostRequests / 5));
        if (auto warmed = runLoad(m_one, warm, m_stop); !warmed)
            return fail(warmed.error());
        auto times = runLoad(m_one, load, m_stop);
        if (!times)
            return fail(times.error());
        Measurement out;
        out.operation = name(step.operation);
        out.load = kind;
        out.rowBytes = step.operation == ProbeOperation::Ping ? 0 : rowBytes;
        out.rows = step.operation == ProbeOperation::Ping ? 0 : step.rows;
        out.connections = static_cast<int>(m_one.size());
        out.requests = times->requests;
        out.perSecond = times->perSecond();
        std::vector<double>& us = times->us.front();
        out.meanUs = us.empty() ? 0 : std::accumulate(us.begin(), us.end(), 0.0) / static_cast<double>(us.size());
        out.p50Us = quantileOf(us, 0.5);
        out.p90Us = quantileOf(us, 0.9);
        out.p99Us = quantileOf(us, 0.99);
        m_out.measurements.push_back(out);
        return out;
    }

    const ProbeRequest& m_request;
    ProbeServer& m_server;
    std::stop_token m_stop;
    const std::function<void(const std::string&)>& m_progress;
    ProbeTables m_tables;
    std::vector<std::unique_ptr<ProbeConnection>> m_one, m_others;
    Measured m_out;
};

} // namespace

Result<Measured> measureServer(const ProbeRequest& request, std::stop_token stop,
                               const std::function<void(const std::string&)>& progress) {
    auto server = ProbeServer::open(request.engine, request.connection);
    if (!server)
        return fail(server.error());
    Result<Measured> measured = Probe(request, **server, std::move(stop), progress).run();
    // The probe's connections are closed by now.
    if (auto removed = (*server)->remove(); !removed) {
        Error error = removed.error();
        error.message = fmt::format("{} could not be removed: {}", (*server)->place(), error.message);
        if (!measured)
            error.message = measured.error().message + "; and " + error.message;
        return fail(std::move(error));
    }
    return measured;
}

} // namespace shardscape::model
