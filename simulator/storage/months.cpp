// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/storage/months.h"

#include <algorithm>
#include <cmath>
#include <deque>

#include <fmt/format.h>

namespace shardscape::simulator {
namespace {

constexpr double kDaySeconds = 86400;
constexpr double kMonthDays = 365.0 / 12;
constexpr double kMostFlushes = 2e7; ///< more are simulated as larger ones

/// Rows that came in evenly between two times, in days from now.
struct Cohort {
    double rows;
    double from;
    double to;
    /// Those that came in after a time.
    double since(double time) const {
        if (to <= from)
            return to > time ? rows : 0;
        return rows * std::clamp((to - time) / (to - from), 0.0, 1.0);
    }
};

/// The rows of one table by age.
class Rows {
public:
    explicit Rows(const StoredTable& table)
        : m_table(table) {
        const double coming = table.rowsPerDay + table.growthRatePerDay * table.rowsNow;
        const double atThisRate = coming > 0 ? table.rowsNow / coming : 0;
        m_span = table.retentionDays > 0
                     ? (coming > 0 ? std::min(table.retentionDays, atThisRate) : table.retentionDays)
                     : atThisRate;
        if (table.rowsNow > 0)
            m_cohorts.push_back({table.rowsNow, -m_span, 0});
        m_live = table.rowsNow;
    }
    double live() const { return m_live; }
    /// How long ago the oldest of the first rows came in.
    double span() const { return m_span; }

    /// Lets time pass; gives the rows that came in.
    double pass(double from, double to) {
        const double days = to - from;
        const double rate = m_table.growthRatePerDay;
        // dR/dt = g + r R as Growth has it: the rows that are there bring more of them.
        const double factor = std::pow(1 + rate, days);
        const double steady = rate > 0 ? (factor - 1) / std::log1p(rate) : days;
        const double in = std::max(-m_live, m_live * (factor - 1) + m_table.rowsPerDay * steady);
        if (in > 0)
            m_cohorts.push_back({in, from, to});
        else if (in < 0)
            remove(-in);
        const double before = m_live + in;
        expire(to);
        m_expired = before - m_live;
        return std::max(0.0, in);
    }
    double expired() const { return m_expired; } ///< during the last pass
    double youngerThan(double days, double now) const {
        double rows = 0;
        for (const Cohort& cohort : m_cohorts)
            rows += cohort.since(now - days);
        return rows;
    }

private:
    /// Deletes take rows of every age alike.
    void remove(double rows) {
        const double kept = m_live > 0 ? std::max(0.0, 1 - rows / m_live) : 0;
        for (Cohort& cohort : m_cohorts)
            cohort.rows *= kept;
    }
    void expire(double now) {
        if (m_table.retentionDays > 0) {
            const double oldest = now - m_table.retentionDays;
            while (!m_cohorts.empty() && m_cohorts.front().to <= oldest)
                m_cohorts.pop_front();
            if (!m_cohorts.empty() && m_cohorts.front().from < oldest) {
                Cohort& front = m_cohorts.front();
                front = {front.since(oldest), oldest, front.to};
            }
        }
        m_live = 0;
        for (const Cohort& cohort : m_cohorts)
            m_live += cohort.rows;
    }

    const StoredTable& m_table;
    std::deque<Cohort> m_cohorts; ///< by time
    double m_live = 0;
    double m_expired = 0;
    double m_span = 0;
};

class Months {
public:
    Months(const StorageDesign& design, int months)
        : m_design(design)
        , m_months(months) {
        std::vector<double> keep;
        for (const StoredTable& table : design.tables) {
            m_rows.emplace_back(table);
            keep.push_back(table.retentionDays * kDaySeconds);
        }
        if (!design.compaction)
            return;
        m_files.emplace(coarse(*design.compaction), keep);
        for (std::size_t t = 0; t < m_rows.size(); ++t)
            m_files->hold(t, perNode(t, design.tables[t].rowsNow), -m_rows[t].span() * kDaySeconds, 0);
    }

    model::Result<std::vector<StorageMonth>> run(const std::stop_token& stop) {
        m_out.push_back(state(0));
        for (int month = 1; month <= m_months; ++month) {
            if (stop.stop_requested())
                return model::fail(model::ErrorCode::Cancelled, "the simulation of months was stopped");
            m_out.push_back(pass(month));
        }
        return std::move(m_out);
    }

private:
    double perNode(std::size_t table, double rows) const {
        return rows * m_design.tables[table].rowBytes * m_design.copies / m_design.nodes;
    }
    /// Flushes so many times larger that there are not more than can be followed.
    Compaction coarse(Compaction compaction) const {
        double bytes = 0;
        for (std::size_t t = 0; t < m_rows.size(); ++t)
            bytes += perNode(t, std::max(0.0, m_design.tables[t].rowsPerDay)) * kMonthDays * m_months;
        compaction.flushBytes = std::max(compaction.flushBytes, bytes / kMostFlushes);
        return compaction;
    }

    StorageMonth pass(int month) {
        const double from = (month - 1) * kMonthDays;
        const double to = month * kMonthDays;
        double inserted = 0;
        double expired = 0;
        const double merged = m_files ? m_files->mergedBytes() : 0;
        const double flushed = m_files ? m_files->flushedBytes() : 0;
        const double busy = m_files ? m_files->busySeconds() : 0;
        if (m_files)
            m_files->startPeriod();
        for (double day = from; day < to - 1e-9;) {
            const double next = std::min(to, std::floor(day + 1 + 1e-9));
            std::vector<double> written;
            for (std::size_t t = 0; t < m_rows.size(); ++t) {
                const double bytes = m_design.tables[t].rowBytes * m_design.copies;
                const double in = m_rows[t].pass(day, next);
                inserted += in * bytes;
                expired += m_rows[t].expired() * bytes;
                written.push_back(in * bytes / m_design.nodes);
            }
            if (m_files)
                m_files->write(written, next * kDaySeconds);
            day = next;
        }
        StorageMonth out = state(month);
        out.insertedBytes = inserted;
        out.expiredBytes = expired;
        if (m_files) {
            out.mergedBytes = (m_files->mergedBytes() - merged) * m_design.nodes;
            const double written = (m_files->flushedBytes() - flushed) * m_design.nodes + out.mergedBytes;
            out.writeAmplification = inserted > 0 ? written / inserted : 0;
            // A merge that goes on beyond the month counts when it starts.
            out.compactorUtilisation = std::min(1.0, (m_files->busySeconds() - busy) / (kMonthDays * kDaySeconds));
        } else {
            out.writeAmplification = inserted > 0 ? 1 : 0;
        }
        return out;
    }

    StorageMonth state(int month) const {
        StorageMonth out;
        out.month = month;
        const double now = month * kMonthDays;
        out.tierBytes.resize(m_design.tiers.size());
        for (std::size_t t = 0; t < m_rows.size(); ++t) {
            const double bytes = m_design.tables[t].rowBytes * m_design.copies;
            out.rows.push_back(m_rows[t].live());
            out.liveBytes += m_rows[t].live() * bytes;
            double younger = 0;
            for (std::size_t i = 0; i < m_design.tiers.size(); ++i) {
                const bool last = i + 1 == m_design.tiers.size();
                const double until = last ? m_rows[t].live() : m_rows[t].youngerThan(m_design.tiers[i].untilDays, now);
                out.tierBytes[i] += (until - younger) * bytes;
                younger = until;
            }
        }
        out.diskBytes = out.peakBytes = out.liveBytes;
        if (!m_files)
            return out;
        out.diskBytes = 0;
        for (std::size_t t = 0; t < m_rows.size(); ++t) {
            out.deadBytes += m_files->deadBytes(t) * m_design.nodes;
            out.diskBytes += m_files->bytes(t) * m_design.nodes;
        }
        out.debtBytes = m_files->debtBytes() * m_design.nodes;
        out.peakBytes = std::max(out.diskBytes, m_files->peakBytes() * m_design.nodes);
        return out;
    }

    const StorageDesign& m_design;
    int m_months;
    std::vector<Rows> m_rows;
    std::optional<SortedFiles> m_files;
    std::vector<StorageMonth> m_out;
};

model::Result<void> check(const StorageDesign& design, int months) {
    const auto refuse = [](const std::string& why) { return model::fail(model::ErrorCode::Invalid, why); };
    if (months < 1 || months > 1200)
        return refuse(fmt::format("{} months are outside 1 to 1200", months));
    if (!(design.copies >= 1) || !(design.nodes > 0))
        return refuse("there is at least one copy and one node");
    if (design.compaction && (!(design.compaction->flushBytes > 0) || design.compaction->fanOut < 2))
        return refuse("files are flushed at a size above 0 and merged two or more at once");
    for (const StoredTable& table : design.tables) {
        const bool sane = table.rowsNow >= 0 && table.rowBytes >= 0 && table.retentionDays >= 0 &&
                          table.growthRatePerDay >= 0 && table.growthRatePerDay <= 1 &&
                          std::isfinite(table.rowsNow * table.rowBytes) && std::isfinite(table.rowsPerDay);
        if (!sane)
            return refuse(fmt::format("{}: rows, bytes and days are 0 or more, growth at most 1 a day", table.name));
    }
    double age = 0;
    for (std::size_t i = 0; i + 1 < design.tiers.size(); ++i) {
        if (!(design.tiers[i].untilDays > age))
            return refuse(fmt::format("tier {} does not end after the one before it", design.tiers[i].name));
        age = design.tiers[i].untilDays;
    }
    return {};
}

} // namespace

model::Result<std::vector<StorageMonth>> simulateMonths(const StorageDesign& design, int months, std::stop_token stop) {
    if (auto checked = check(design, months); !checked)
        return model::fail(checked.error());
    return Months(design, months).run(stop);
}

} // namespace shardscape::simulator
