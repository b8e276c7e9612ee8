// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/calibrate/calibrate.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include <fmt/format.h>

namespace shardscape::estimator {

using namespace model;

namespace {

/// Percentiles of the standard normal.
constexpr double kZ90 = 1.2815515655446004, kZ99 = 2.3263478740408408;

/// A time in microseconds and how often each unknown is in it.
template <std::size_t N> struct Equation {
    std::array<double, N> times;
    double us;
};

/// Least squares of relative errors with unknowns that are not negative: of the sets of unknowns that may be above 0
/// the one with the smallest error (N is at most 3, so that all are tried).
template <std::size_t N> std::array<double, N> fit(const std::vector<Equation<N>>& equations) {
    std::array<double, N> best{};
    double bestError = std::numeric_limits<double>::infinity();
    for (unsigned set = 1; set < (1U << N); ++set) {
        std::array<std::array<double, N + 1>, N> m{}; // normal equations, an unknown outside the set is 0
        for (std::size_t i = 0; i < N; ++i) {
            if (!(set >> i & 1U)) {
                m[i][i] = 1;
                continue;
            }
            for (const Equation<N>& e : equations) {
                const double weight = 1 / (e.us * e.us);
                for (std::size_t j = 0; j < N; ++j)
                    if (set >> j & 1U)
                        m[i][j] += weight * e.times[i] * e.times[j];
                m[i][N] += weight * e.times[i] * e.us;
            }
        }
        bool solved = true;
        for (std::size_t i = 0; i < N && solved; ++i) {
            std::size_t pivot = i;
            for (std::size_t row = i + 1; row < N; ++row)
                if (std::abs(m[row][i]) > std::abs(m[pivot][i]))
                    pivot = row;
            std::swap(m[i], m[pivot]);
            solved = std::abs(m[i][i]) > 1e-15;
            for (std::size_t row = 0; row < N && solved; ++row)
                if (row != i) {
                    const double factor = m[row][i] / m[i][i];
                    for (std::size_t column = i; column <= N; ++column)
                        m[row][column] -= factor * m[i][column];
                }
        }
        if (!solved)
            continue;
        std::array<double, N> x{};
        for (std::size_t i = 0; i < N; ++i)
            x[i] = m[i][N] / m[i][i];
        double error = 0;
        for (const Equation<N>& e : equations) {
            double us = 0;
            for (std::size_t i = 0; i < N; ++i)
                us += e.times[i] * x[i];
            error += (us / e.us - 1) * (us / e.us - 1);
        }
        if (std::all_of(x.begin(), x.end(), [](double one) { return one >= 0; }) && error < bestError) {
            bestError = error;
            best = x;
        }
    }
    return best;
}

class Fit {
public:
    Fit(const Measured& measured, const EngineProfile& profile)
        : m_measured(measured)
        , m_profile(profile) {}

    Calibration run() {
        const double probeBytes = smallest("point_read");
        if (const Measurement* alone = find("ping", "alone"))
            m_pingUs = alone->p50Us;
        findServers();
        reads(probeBytes);
        writes(smallest("insert"));
        scan();
        return std::move(m_out);
    }

private:
    const Measurement* find(const std::string& operation, const std::string& load, double rowBytes = 0,
                            double rows = 0) const {
        for (const Measurement& one : m_measured.measurements)
            if (one.operation == operation && one.load == load && one.requests > 0 && one.p50Us > 0 &&
                (rowBytes == 0 || one.rowBytes == rowBytes) && (rows == 0 || one.rows == rows))
                return &one;
        return nullptr;
    }
    double smallest(const std::string& operation) const {
        double bytes = 0;
        for (const Measurement& one : m_measured.measurements)
            if (one.operation == operation && (bytes == 0 || one.rowBytes < bytes))
                bytes = one.rowBytes;
        return bytes;
    }

    void put(const std::string& key, double value, const std::string& how) {
        const MeasuredServer& server = m_measured.server;
        std::string where = server.version + ", " + server.connection;
        if (!server.processor.empty())
            where += fmt::format(", {} cores of {}", server.cores, server.processor);
        m_out.constants["capacity." + key] = {value, fmt::format("calibrated {}: {}; {}", server.date, how, where),
                                              Evidence::Measured};
    }

    void findServers() {
        const Measurement* full = find("point_read", "full");
        const Measurement* alone = find("point_read", "alone", smallest("point_read"));
        if (m_profile.storage == StorageFamily::Memory) {
            m_servers = 1;
        } else if (m_measured.server.cores > 0) {
            m_servers = m_measured.server.cores;
            put("servers_per_node_count", *m_servers, "cores of the machine");
        } else if (full && alone && saturated(*full, *alone)) {
            m_servers = std::max(1.0, std::round(full->perSecond * serverPart(*alone) * 1e-6));
            put("servers_per_node_count", *m_servers,
                fmt::format("{:.0f} reads/s of {} connections × {:.0f} us each but for the ping", full->perSecond,
                            full->connections, serverPart(*alone)));
        } else {
            m_out.notes.push_back(
                fmt::format("How many requests the server works on at the same time could not be seen: {} of the "
                            "profile stays.",
                            m_profile.value("capacity.servers_per_node_count")));
        }
    }
    /// More connections than servers: four fifths of what they could bring did not come.
    static bool saturated(const Measurement& full, const Measurement& alone) {
        return full.perSecond * alone.meanUs * 1e-6 < 0.8 * full.connections;
    }
    double serverPart(const Measurement& alone) const { return std::max(0.1 * alone.p50Us, alone.p50Us - m_pingUs); }

    /// Service, spread and round trip of one kind of request at its smallest size; "further" is what its bytes cost.
    void point(const std::string& operation, const std::string& kind, double bytes, double byteUs) {
        const Measurement* alone = find(operation, "alone", bytes);
        const Measurement* full = find(operation, "full", bytes);
        const Measurement* open = find(operation, "open", bytes);
        if (!alone)
            return;
        double service = serverPart(*alone);
        std::string how = fmt::format("{:.1f} us alone less {:.1f} us of a ping", alone->p50Us, m_pingUs);
        if (m_servers && full && saturated(*full, *alone)) {
            service = *m_servers / full->perSecond * 1e6;
            how = fmt::format("{:.0f} servers ÷ {:.0f} {}s/s of {} connections", *m_servers, full->perSecond,
                              operation == "point_read" ? "read" : operation, full->connections);
        }
        const double fixed = std::max(0.1 * service, service - byteUs * bytes);
        put("point_" + kind + "_us", fixed, fmt::format("{} less {:.0f} bytes", how, bytes));
        if (!open)
            open = alone;
        // One client alone meets neither waits nor much of the machine's other business: how its times vary is service.
        const double spread = spreadOf(service, alone->p90Us - alone->p50Us, kZ90);
        const double median = service * std::exp(-spread * spread / 2);
        put(kind + "_spread_ratio", spread,
            fmt::format("median {:.1f} us, 90th percentile {:.1f} us alone", alone->p50Us, alone->p90Us));
        const double roundTrip = open->p50Us - median;
        const std::string seen =
            fmt::format("median {:.1f} us, p99 {:.1f} us at {:.0f}/s", open->p50Us, open->p99Us, open->perSecond);
        put(kind + "_round_trip_us", std::max(0.0, roundTrip),
            seen + fmt::format(", less the service's median {:.1f} us", median));
        if (roundTrip > 0)
            put(kind + "_round_trip_spread_ratio", std::log1p((open->p99Us - open->p50Us) / roundTrip) / kZ99, seen);
    }

    void reads(double bytes) {
        std::vector<Equation<3>> equations;
        for (const Measurement& one : m_measured.measurements)
            if (one.load == "alone" && one.p50Us > 0 && one.requests > 0 &&
                (one.operation == "point_read" || one.operation == "range_read"))
                equations.push_back({{1, one.rows - 1, one.rows * one.rowBytes}, one.p50Us});
        if (equations.size() < 3)
            return;
        const auto [fixed, row, byte] = fit(equations);
        const std::string how =
            fmt::format("{} reads of 1 to 100 rows and {:.0f} to 8,000 bytes", equations.size(), bytes);
        put("row_read_us", row, how);
        put("byte_read_us", byte, how);
        point("point_read", "read", bytes, byte);
        if (const Measurement* behind = find("index_read", "alone"))
            put("row_fetch_us",
                std::max(row, (behind->p50Us - fixed - byte * behind->rows * behind->rowBytes) / behind->rows),
                fmt::format("{:.0f} scattered rows in {:.0f} us", behind->rows, behind->p50Us));
    }

    void writes(double bytes) {
        std::vector<Equation<3>> equations;
        for (const Measurement& one : m_measured.measurements)
            if (one.load == "alone" && one.p50Us > 0 && one.requests > 0 &&
                (one.operation == "insert" || one.operation == "update" || one.operation == "insert_many"))
                equations.push_back({{1, one.rows - 1, one.rows * one.rowBytes}, one.p50Us});
        if (equations.size() < 3)
            return;
        const auto [fixed, row, byte] = fit(equations);
        const std::string how =
            fmt::format("{} inserts and updates of 1 to 100 rows and {:.0f} to 8,000 bytes", equations.size(), bytes);
        put("row_write_us", row, how);
        put("byte_write_us", byte, how);
        point("insert", "write", bytes, byte);
        const Measurement* plain = find("insert", "alone", bytes);
        const Measurement* indexed = find("insert_indexed", "alone");
        if (plain && indexed)
            put("index_write_us", std::max(0.0, indexed->p50Us - plain->p50Us) / 3,
                fmt::format("an insert with three indexes {:.1f} us, without {:.1f} us", indexed->p50Us, plain->p50Us));
    }

    void scan() {
        const Measurement* whole = find("scan", "alone");
        if (!whole || whole->p50Us <= m_pingUs)
            return;
        put("rows_scanned_per_s", whole->rows / ((whole->p50Us - m_pingUs) * 1e-6),
            fmt::format("{:.0f} rows of {} bytes filtered in {:.0f} us", whole->rows, whole->rowBytes, whole->p50Us));
    }

    const Measured& m_measured;
    const EngineProfile& m_profile;
    double m_pingUs = 0;
    std::optional<double> m_servers;
    Calibration m_out;
};

} // namespace

double spreadOf(double mean, double gap, double z) {
    const auto gapOf = [mean, z](double sigma) { return mean * std::exp(-sigma * sigma / 2) * std::expm1(z * sigma); };
    if (mean <= 0 || gap <= 0)
        return 0;
    double low = 0, high = 1;
    if (gapOf(high) <= gap)
        return high;
    for (int i = 0; i < 60; ++i) {
        const double middle = (low + high) / 2;
        (gapOf(middle) < gap ? low : high) = middle;
    }
    return (low + high) / 2;
}

Calibration calibrationOf(const Measured& measured, const EngineProfile& profile) {
    return Fit(measured, profile).run();
}

} // namespace shardscape::estimator
