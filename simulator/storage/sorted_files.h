// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace shardscape::simulator {

/// How a log-structured store merges its sorted files, as size-tiered compaction does: files are flushed at one size;
/// whenever there are `fanOut` files of about one size they are merged into one, the smallest first, at most 32 at
/// once.
struct Compaction {
    double flushBytes = 0;
    std::uint32_t fanOut = 4;
    double bytesPerSecond = 0; ///< that a node merges, counted as they are read; 0: without limit
    double graceSeconds = 0;   ///< an expired row stays so long as a marker: a file is dropped whole so long after its
                               ///< last row expired. A merge leaves expired rows out at once
    bool operator==(const Compaction&) const = default;
};

/// The sorted files of the tables on one node, and the one compactor that merges them. Times are seconds from now and
/// never fall. What is written within a file is spread evenly over its time, so that expired shares follow from times
/// alone. Rows that are written again are not followed: they add to what is flushed, not to what is dead.
class SortedFiles {
public:
    /// `keepSeconds` of each table: age at which rows expire, 0 for never.
    SortedFiles(const Compaction& compaction, std::vector<double> keepSeconds);

    /// What a table holds already, as one file written evenly over a time that may lie before now.
    void hold(std::size_t table, double bytes, double fromSeconds, double toSeconds);
    /// Writes to all tables until a time, evenly, so many bytes each.
    void write(const std::vector<double>& bytes, double untilSeconds);

    double bytes(std::size_t table) const;     ///< in files and in memory
    double deadBytes(std::size_t table) const; ///< of these, expired
    /// In groups of files that wait to be merged, less what of the running merge is done.
    double debtBytes() const;
    double mergedBytes() const { return m_merged; }   ///< written by merges since the start
    double flushedBytes() const { return m_flushed; } ///< written by flushes since the start
    double busySeconds() const { return m_busy; }     ///< of the compactor
    double peakBytes() const { return m_peak; }       ///< most on disk at once, with what a merge was writing
    void startPeriod();                               ///< the peak starts again

private:
    struct File {
        double bytes;
        double from;
        double to;
    };
    struct Table {
        double keep;
        std::vector<std::vector<File>> classes; ///< by size: about flushBytes * fanOut^class
        double memory = 0;                      ///< written since the last flush
        double memoryFrom = 0;
    };
    struct Merge {
        std::size_t table = 0;
        std::size_t sizeClass = 0;
        std::size_t files = 0; ///< the oldest ones of the class
        double bytes = 0;
        double ends = 0;
    };
    std::size_t classOf(double bytes) const;
    double alive(const Table& table, const File& file, double now) const;
    void dropExpired(Table& table);
    void flush(std::size_t table, double bytes, double now);
    void advance(double now); ///< finishes and starts merges
    bool startMerge();
    void finishMerge();
    double onDisk() const;

    Compaction m_compaction;
    std::vector<Table> m_tables;
    double m_now = 0;
    bool m_merging = false;
    Merge m_merge;
    double m_merged = 0;
    double m_flushed = 0;
    double m_busy = 0;
    double m_peak = 0;
};

} // namespace shardscape::simulator
