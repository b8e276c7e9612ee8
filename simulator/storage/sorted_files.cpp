// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/storage/sorted_files.h"

#include <algorithm>
#include <cmath>

namespace shardscape::simulator {
namespace {

constexpr std::size_t kMostMerged = 32;

} // namespace

SortedFiles::SortedFiles(const Compaction& compaction, std::vector<double> keepSeconds)
    : m_compaction(compaction) {
    for (double keep : keepSeconds)
        m_tables.push_back({keep, {}, 0, 0});
}

std::size_t SortedFiles::classOf(double bytes) const {
    const double times = bytes / m_compaction.flushBytes;
    if (times <= 1)
        return 0;
    return static_cast<std::size_t>(std::log(times) / std::log(m_compaction.fanOut) + 0.5);
}

void SortedFiles::hold(std::size_t table, double bytes, double fromSeconds, double toSeconds) {
    if (bytes <= 0)
        return;
    std::vector<std::vector<File>>& classes = m_tables[table].classes;
    const std::size_t at = classOf(bytes);
    classes.resize(std::max(classes.size(), at + 1));
    classes[at].push_back({bytes, fromSeconds, toSeconds});
    m_peak = std::max(m_peak, onDisk());
}

/// The share of a file's rows that have not expired.
double SortedFiles::alive(const Table& table, const File& file, double now) const {
    if (table.keep <= 0)
        return 1;
    const double oldest = now - table.keep;
    if (file.to <= file.from)
        return file.to >= oldest ? 1 : 0;
    return std::clamp((file.to - oldest) / (file.to - file.from), 0.0, 1.0);
}

void SortedFiles::write(const std::vector<double>& bytes, double untilSeconds) {
    // Flushes of all tables in order of time.
    const double from = m_now;
    const double seconds = untilSeconds - from;
    std::vector<double> left = bytes;
    for (;;) {
        std::size_t next = m_tables.size();
        double when = untilSeconds;
        for (std::size_t t = 0; t < m_tables.size(); ++t) {
            if (bytes[t] <= 0)
                continue;
            const double done = bytes[t] - left[t];
            const double at = from + (done + m_compaction.flushBytes - m_tables[t].memory) / bytes[t] * seconds;
            const bool within = left[t] >= m_compaction.flushBytes - m_tables[t].memory;
            if (within && (next == m_tables.size() || at < when)) {
                next = t;
                when = std::min(at, untilSeconds);
            }
        }
        if (next == m_tables.size())
            break;
        advance(when);
        left[next] -= m_compaction.flushBytes - m_tables[next].memory;
        flush(next, m_compaction.flushBytes, when);
    }
    advance(untilSeconds);
    for (std::size_t t = 0; t < m_tables.size(); ++t)
        m_tables[t].memory += left[t];
}

void SortedFiles::flush(std::size_t index, double bytes, double now) {
    Table& table = m_tables[index];
    table.classes.resize(std::max<std::size_t>(table.classes.size(), 1));
    table.classes[0].push_back({bytes, table.memoryFrom, now});
    table.memory = 0;
    table.memoryFrom = now;
    m_flushed += bytes;
    m_peak = std::max(m_peak, onDisk());
    dropExpired(table);
    advance(now);
}

void SortedFiles::dropExpired(Table& table) {
    if (table.keep <= 0)
        return;
    const double before = m_now - table.keep - m_compaction.graceSeconds;
    for (std::size_t c = 0; c < table.classes.size(); ++c) {
        std::vector<File>& files = table.classes[c];
        // Those that are being merged stay until then.
        const bool merged = m_merging && &m_tables[m_merge.table] == &table && m_merge.sizeClass == c;
        const auto first = files.begin() + static_cast<std::ptrdiff_t>(merged ? m_merge.files : 0);
        files.erase(std::remove_if(first, files.end(), [&](const File& file) { return file.to < before; }),
                    files.end());
    }
}

void SortedFiles::advance(double now) {
    while (true) {
        if (!m_merging && !startMerge())
            break;
        if (m_merge.ends > now)
            break;
        m_now = std::max(m_now, m_merge.ends);
        finishMerge();
    }
    m_now = std::max(m_now, now);
}

/// The smallest class that is full, of any table.
bool SortedFiles::startMerge() {
    std::size_t best = SIZE_MAX;
    for (std::size_t t = 0; t < m_tables.size(); ++t)
        for (std::size_t c = 0; c < std::min(best, m_tables[t].classes.size()); ++c)
            if (m_tables[t].classes[c].size() >= m_compaction.fanOut) {
                best = c;
                m_merge.table = t;
                break;
            }
    if (best == SIZE_MAX)
        return false;
    const std::vector<File>& files = m_tables[m_merge.table].classes[best];
    m_merge.sizeClass = best;
    m_merge.files = std::min(files.size(), std::max<std::size_t>(kMostMerged, m_compaction.fanOut));
    m_merge.bytes = 0;
    for (std::size_t i = 0; i < m_merge.files; ++i)
        m_merge.bytes += files[i].bytes;
    const double seconds = m_compaction.bytesPerSecond > 0 ? m_merge.bytes / m_compaction.bytesPerSecond : 0;
    m_merge.ends = m_now + seconds;
    m_busy += seconds;
    m_merging = true;
    return true;
}

void SortedFiles::finishMerge() {
    Table& table = m_tables[m_merge.table];
    std::vector<File>& files = table.classes[m_merge.sizeClass];
    File out{0, 0, 0};
    for (std::size_t i = 0; i < m_merge.files; ++i) {
        const File& file = files[i];
        const double share = alive(table, file, m_now);
        const double kept = file.bytes * share;
        if (kept <= 0)
            continue;
        const double from = std::max(file.from, table.keep > 0 ? m_now - table.keep : file.from);
        out.from = out.bytes > 0 ? std::min(out.from, from) : from;
        out.to = out.bytes > 0 ? std::max(out.to, file.to) : file.to;
        out.bytes += kept;
    }
    m_merged += out.bytes;
    m_peak = std::max(m_peak, onDisk() + out.bytes);
    files.erase(files.begin(), files.begin() + static_cast<std::ptrdiff_t>(m_merge.files));
    m_merging = false;
    if (out.bytes > 0) {
        const std::size_t at = classOf(out.bytes);
        table.classes.resize(std::max(table.classes.size(), at + 1));
        table.classes[at].push_back(out);
    }
    dropExpired(table);
}

double SortedFiles::onDisk() const {
    double sum = 0;
    for (const Table& table : m_tables)
        for (const std::vector<File>& files : table.classes)
            for (const File& file : files)
                sum += file.bytes;
    return sum;
}

double SortedFiles::bytes(std::size_t table) const {
    double sum = m_tables[table].memory;
    for (const std::vector<File>& files : m_tables[table].classes)
        for (const File& file : files)
            sum += file.bytes;
    return sum;
}

double SortedFiles::deadBytes(std::size_t index) const {
    const Table& table = m_tables[index];
    double sum = 0;
    for (const std::vector<File>& files : table.classes)
        for (const File& file : files)
            sum += file.bytes * (1 - alive(table, file, m_now));
    return sum;
}

double SortedFiles::debtBytes() const {
    double sum = 0;
    for (const Table& table : m_tables)
        for (const std::vector<File>& files : table.classes)
            if (files.size() >= m_compaction.fanOut)
                for (const File& file : files)
                    sum += file.bytes;
    if (m_merging && m_compaction.bytesPerSecond > 0)
        sum -= std::max(0.0, m_merge.bytes - std::max(0.0, m_merge.ends - m_now) * m_compaction.bytesPerSecond);
    return sum;
}

void SortedFiles::startPeriod() {
    m_peak = onDisk();
}

} // namespace shardscape::simulator
