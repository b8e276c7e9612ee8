// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/storage/months.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include <fmt/format.h>

namespace shardscape::simulator {
namespace {

constexpr double kDaySeconds = 86400;
constexpr double kMonthDays = 365.0 / 12;
constexpr double kMostFlushes = 2e7; ///< more are simulated as larger ones

constexpr double kForEver = std::numeric_limits<double>::infinity();

/// The rows of one table by age: how many came in until each day, of which the ages cut out theirs.
class Rows {
public:
    explicit Rows(const StoredTable& table)
        : m_table(table)
        , m_ages(table.ages) {
        if (m_ages.empty())
            m_ages.push_back({});
        const double coming = table.rowsPerDay + table.growthRatePerDay * table.rowsNow;
        settle(coming);
        m_ever = m_live = table.rowsNow;
        m_times = {-m_span, 0};
        m_came = {0, m_before};
    }
    double live() const { return m_live; }
    /// How long ago the oldest of the first rows came in.
    double span() const { return m_span; }

    /// Lets time pass; gives the rows that came in.
    double pass(double from, double to) {
        const double days = to - from;
        const double rate = m_table.growthRatePerDay;
        // dR/dt = g + r R as Growth has it: all rows that ever came in bring more of them.
        const double factor = std::pow(1 + rate, days);
        const double steady = rate > 0 ? (factor - 1) / std::log1p(rate) : days;
        const double in = std::max(-m_live, m_ever * (factor - 1) + m_table.rowsPerDay * steady);
        m_ever = std::max(0.0, m_ever + in);
        if (in < 0 && m_live > 0) // deletes take rows of every age alike
            m_scale *= std::max(0.0, 1 + in / m_live);
        m_times.push_back(to);
        m_came.push_back(m_came.back() + (m_scale > 0 ? std::max(0.0, in) / m_scale : 0));
        const double before = m_live + in;
        m_live = youngerThan(kForEver, to);
        m_expired = std::max(0.0, before - m_live);
        return std::max(0.0, in);
    }
    double expired() const { return m_expired; } ///< during the last pass
    /// Of those in the store.
    double youngerThan(double days, double now) const {
        if (now <= 0 && days == kForEver)
            return m_table.rowsNow;
        double rows = 0;
        for (std::size_t i = 0; i < m_ages.size() && !m_ages[i].outside; ++i)
            rows += between(i, now, now - days);
        return rows;
    }
    std::vector<double> byAge(double now) const {
        std::vector<double> rows;
        for (std::size_t i = 0; i < m_ages.size(); ++i)
            rows.push_back(between(i, now, -kForEver));
        return rows;
    }

private:
    /// Rows that came in before this have left the store.
    double leftBefore(double now) const {
        const double days = m_table.retentionDays;
        if (days <= 0)
            return -kForEver;
        const double part = m_table.partitionDays;
        return part > 0 ? std::floor((now - days) / part + 1e-9) * part : now - days;
    }
    /// Rows that came in before this are of age "i" or older.
    double begins(std::size_t i, double now) const {
        const double left = leftBefore(now);
        if (i == m_ages.size()) {
            const StoredAge& last = m_ages.back();
            return !last.outside ? left : last.untilDays > 0 ? std::min(left, now - last.untilDays) : -kForEver;
        }
        const double time = now - m_ages[i].fromDays;
        return i == 0 ? now : m_ages[i].outside ? std::min(left, time) : std::max(left, time);
    }
    double between(std::size_t age, double now, double since) const {
        const double oldest = std::max(since, begins(age + 1, now));
        return m_ages[age].rowsKept * std::max(0.0, came(begins(age, now)) - came(oldest));
    }
    /// Rows that came in until a time.
    double came(double time) const {
        if (time < m_times.front())
            return 0;
        if (time >= m_times.back())
            return m_scale * m_came.back();
        const auto at = std::upper_bound(m_times.begin(), m_times.end(), time);
        const auto i = static_cast<std::size_t>(at - m_times.begin());
        const double share = (time - m_times[i - 1]) / (m_times[i] - m_times[i - 1]);
        return m_scale * (m_came[i - 1] + share * (m_came[i] - m_came[i - 1]));
    }

    /// How long the rows of now took to come in, and how many they were before they were rolled up.
    void settle(double coming) {
        const bool leave = m_table.retentionDays > 0;
        if (coming <= 0) {
            m_span = m_table.retentionDays;
            m_before = m_table.rowsNow;
            return;
        }
        double left = m_table.rowsNow / coming, kept = 0;
        for (std::size_t i = 0; i < m_ages.size() && !m_ages[i].outside; ++i) {
            const bool last = i + 1 == m_ages.size() || m_ages[i + 1].outside;
            const double until = !last ? m_ages[i + 1].fromDays : leave ? -leftBefore(0) : kForEver;
            const double length = until - m_ages[i].fromDays;
            const double needed = m_ages[i].rowsKept > 0 ? left / m_ages[i].rowsKept : left > 0 ? length : 0;
            const double taken = std::min(length, needed);
            if (!std::isfinite(taken))
                break;
            m_span += taken;
            kept += taken * m_ages[i].rowsKept;
            left -= taken * m_ages[i].rowsKept;
            if (taken < length)
                break;
        }
        m_before = kept > 0 ? m_table.rowsNow * m_span / kept : 0;
    }

    const StoredTable& m_table;
    std::vector<StoredAge> m_ages;
    std::vector<double> m_times; ///< ends of the days …
    std::vector<double> m_came;  ///< … until which so many rows came in, without the deletes since
    double m_scale = 1;          ///< share that deletes have left
    double m_before = 0;
    double m_ever = 0;
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
            const double partition = table.retentionDays > 0 ? table.partitionDays : 0;
            keep.push_back((table.retentionDays + partition / 2) * kDaySeconds);
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
            out.ageRows.push_back(m_rows[t].byAge(now));
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
                          table.partitionDays >= 0 && table.growthRatePerDay >= 0 && table.growthRatePerDay <= 1 &&
                          std::isfinite(table.rowsNow * table.rowBytes) && std::isfinite(table.rowsPerDay);
        if (!sane)
            return refuse(fmt::format("{}: rows, bytes and days are 0 or more, growth at most 1 a day", table.name));
        for (std::size_t i = 0; i < table.ages.size(); ++i) {
            const StoredAge& age = table.ages[i];
            const bool follows =
                i == 0 ? age.fromDays == 0 && !age.outside
                       : age.fromDays >= table.ages[i - 1].fromDays && (age.outside || !table.ages[i - 1].outside);
            if (!follows || !(age.rowsKept >= 0) || age.rowsKept > 1 || !(age.rowBytes >= 0))
                return refuse(fmt::format("{}: {} does not follow the age before it", table.name, age.name));
            if (age.outside && table.retentionDays <= 0)
                return refuse(fmt::format("{}: rows never leave for {}", table.name, age.name));
        }
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
