// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
/// Months of storage against closed forms: growth, the steady state of a retention, what merging writes and owes.
#include <QTest>

#include <cmath>

#include "simulator/storage/months.h"

using namespace shardscape::simulator;

#define COMPARE_WITHIN(actual, expected, tolerance)                                                                    \
    do {                                                                                                               \
        const double a_ = (actual);                                                                                    \
        const double e_ = (expected);                                                                                  \
        QVERIFY2(std::abs(a_ - e_) <= (tolerance)*std::abs(e_),                                                        \
                 qPrintable(QString("%1 is not within %2 of %3").arg(a_).arg(tolerance).arg(e_)));                     \
    } while (false)

namespace {

constexpr double kMonth = 365.0 / 12;

StorageDesign oneTable(double rowsNow, double perDay, double rate, double retention) {
    StorageDesign design;
    design.tables = {{"t", rowsNow, 100, perDay, rate, retention}};
    return design;
}
std::vector<StorageMonth> months(const StorageDesign& design, int count) {
    auto out = simulateMonths(design, count);
    if (!out)
        qFatal("%s", out.error().text().c_str());
    return std::move(*out);
}
/// Flushes of one byte, merged four at once, without limit.
Compaction merging(double bytesPerSecond = 0) {
    return {1, 4, bytesPerSecond, 0};
}

} // namespace

class StorageTest : public QObject {
    Q_OBJECT
private slots:
    /// R0 (1 + r)^t + g ((1 + r)^t - 1) / ln(1 + r).
    void growthWithoutEnd() {
        const auto linear = months(oneTable(1e6, 1000, 0, 0), 24);
        COMPARE_WITHIN(linear[24].rows[0], 1e6 + 1000 * 730, 1e-12);
        COMPARE_WITHIN(linear[24].liveBytes, 100 * (1e6 + 1000 * 730), 1e-12);
        COMPARE_WITHIN(linear[24].insertedBytes, 100 * 1000 * kMonth, 1e-9);
        const auto compound = months(oneTable(1e6, 1000, 0.001, 0), 24);
        const double factor = std::pow(1.001, 730);
        COMPARE_WITHIN(compound[24].rows[0], 1e6 * factor + 1000 * (factor - 1) / std::log(1.001), 1e-9);
    }

    /// Rate times age: 1,000 a day kept for 90 days are 90,000, reached after 90 days and kept.
    void aRetentionReachesItsSteadyState() {
        const auto grown = months(oneTable(0, 1000, 0, 90), 12);
        COMPARE_WITHIN(grown[1].rows[0], 1000 * kMonth, 1e-9);
        for (int m = 3; m <= 12; ++m)
            COMPARE_WITHIN(grown[std::size_t(m)].rows[0], m * kMonth < 90 ? 1000 * m * kMonth : 90'000, 1e-9);
        // What comes in is what expires.
        COMPARE_WITHIN(grown[12].expiredBytes, grown[12].insertedBytes, 1e-9);
        // Twice as much as the steady state falls to it in a straight line: 180,000 (1 - t/90) + 1,000 t.
        const auto fallen = months(oneTable(180'000, 1000, 0, 90), 4);
        COMPARE_WITHIN(fallen[1].rows[0], 180'000 * (1 - kMonth / 90) + 1000 * kMonth, 1e-9);
        COMPARE_WITHIN(fallen[4].rows[0], 90'000, 1e-9);
        // Half of it is half as old: nothing expires for 45 days.
        const auto half = months(oneTable(45'000, 1000, 0, 90), 4);
        QCOMPARE(half[1].expiredBytes, 0.0);
        COMPARE_WITHIN(half[1].rows[0], 45'000 + 1000 * kMonth, 1e-9);
        COMPARE_WITHIN(half[4].rows[0], 90'000, 1e-9);
    }

    void deletesTakeNoMoreThanThereIs() {
        const auto emptied = months(oneTable(10'000, -1000, 0, 0), 1);
        QCOMPARE(emptied[1].rows[0], 0.0);
    }

    /// 1,000 a day for two years: 7 days are hot, 83 more warm, 640 cold; three copies of 100 bytes.
    void tiersByAge() {
        StorageDesign design = oneTable(0, 1000, 0, 0);
        design.copies = 3;
        design.tiers = {{"hot", 7}, {"warm", 90}, {"cold", 0}};
        const auto out = months(design, 24);
        COMPARE_WITHIN(out[24].tierBytes[0], 3 * 100 * 7000.0, 1e-9);
        COMPARE_WITHIN(out[24].tierBytes[1], 3 * 100 * 83'000.0, 1e-9);
        COMPARE_WITHIN(out[24].tierBytes[2], 3 * 100 * 640'000.0, 1e-9);
        design.tiers[1].untilDays = 5;
        QVERIFY(!simulateMonths(design, 1));
    }

    /// 4^5 flushes of one byte merged four at once: every byte is in a file of 4^5 after being written five times by
    /// merges; while the last merge writes, everything is there twice. 1 + log4(1024) = 6 is also what the estimator
    /// says of size-tiered compaction.
    void mergingWritesEveryByteOnceForEachSize() {
        SortedFiles files(merging(), {0});
        files.write({1024}, 1000);
        COMPARE_WITHIN(files.flushedBytes(), 1024, 1e-12);
        COMPARE_WITHIN(files.mergedBytes(), 5 * 1024, 1e-12);
        COMPARE_WITHIN(files.peakBytes(), 2 * 1024, 1e-12);
        COMPARE_WITHIN(files.bytes(0), 1024, 1e-12);
        QCOMPARE(files.debtBytes(), 0.0);
        // One less leaves three files of each of five sizes: 3 x (1 + 4 + 16 + 64 + 256) = 1023.
        SortedFiles less(merging(), {0});
        less.write({1023}, 1000);
        COMPARE_WITHIN(less.mergedBytes(), 3 * (4 * 1 + 16 * 2 + 64 * 3 + 256 * 4), 1e-12);
    }

    /// Written in many parts or at once, by one table or by two beside each other.
    void partsAddUp() {
        SortedFiles parts(merging(), {0, 0});
        for (int i = 1; i <= 4096; ++i)
            parts.write({0.25, 0.25}, i);
        COMPARE_WITHIN(parts.mergedBytes(), 2 * 5 * 1024, 1e-9);
        COMPARE_WITHIN(parts.bytes(0) + parts.bytes(1), 2048, 1e-9);
    }

    /// A compactor of half the rate of writing only ever merges the smallest files; it is busy all the time, and what
    /// waits grows by half of what comes in: 1,000 s at 1 a second less 500 merged.
    void aCompactorThatIsTooSlowOwesMoreAndMore() {
        SortedFiles slow(merging(0.5), {0});
        slow.write({1000}, 1000);
        QVERIFY(slow.debtBytes() >= 500 - 4);
        QVERIFY(slow.debtBytes() <= 1000);
        const double half = slow.debtBytes();
        slow.write({1000}, 2000);
        QVERIFY(slow.debtBytes() > half + 400);
        QVERIFY(slow.busySeconds() >= 1990);
    }

    /// One of twice what merging asks (5 reads a byte over 4^5 flushes) keeps up: what it owes is never more than the
    /// largest merge, 1,024, and that one is done 1,024 / 10 = 103 s later.
    void aCompactorThatKeepsUp() {
        SortedFiles fast(merging(10), {0});
        fast.write({1024}, 1024);
        QVERIFY(fast.debtBytes() <= 1024);
        fast.write({3}, 1300);
        QCOMPARE(fast.debtBytes(), 0.0);
        // While a large one runs small files gather, and five or more at once are cheaper than four.
        QVERIFY(fast.busySeconds() <= 5 * 1024 / 10.0 + 1e-9);
        QVERIFY(fast.busySeconds() >= 0.9 * 5 * 1024 / 10.0);
    }

    /// One byte a second kept for 100 s: 100 alive. What is dead on disk is in files that were not merged since: no
    /// more than a merge of the next size, four times what lives, would take away; and it does not grow.
    void expiredRowsLeaveTheDisk() {
        SortedFiles files(merging(), {100});
        double most = 0;
        for (int second = 1; second <= 5000; ++second) {
            files.write({1}, second);
            COMPARE_WITHIN(files.bytes(0) - files.deadBytes(0), std::min(second, 100), 1e-6);
            if (second > 2500)
                most = std::max(most, files.deadBytes(0));
        }
        QVERIFY(most > 0);
        QVERIFY(most < 4 * 100);
    }

    /// Files are dropped whole only after the grace: with one byte a file and no merges of fewer than 100, everything
    /// stays for 100 + 50 s.
    void filesAreDroppedAfterTheGrace() {
        Compaction compaction = merging();
        compaction.fanOut = 1000;
        compaction.graceSeconds = 50;
        SortedFiles files(compaction, {100});
        files.write({800}, 800);
        COMPARE_WITHIN(files.bytes(0), 150, 0.02);
        COMPARE_WITHIN(files.deadBytes(0), 50, 0.05);
    }

    /// The same on many nodes: copies are divided among them, and bytes are of all nodes together.
    void monthsOfALogStructuredStore() {
        StorageDesign design = oneTable(0, 1e6, 0, 30);
        design.copies = 3;
        design.nodes = 6;
        design.compaction = Compaction{1e6, 4, 64e6, 10 * 86400.0};
        const auto out = months(design, 12);
        COMPARE_WITHIN(out[12].liveBytes, 3 * 100 * 30e6, 1e-9);
        COMPARE_WITHIN(out[12].diskBytes - out[12].deadBytes, out[12].liveBytes, 0.01); // files are even in time by day
        // 50 MB a day on a node, 1,500 alive: a byte is merged log4(1500) = 5.3 times at most, and flushed once.
        QVERIFY(out[12].writeAmplification > 3);
        QVERIFY(out[12].writeAmplification < 1 + std::log(1500 * 4) / std::log(4));
        QVERIFY(out[12].compactorUtilisation < 0.001);
        QVERIFY(out[12].peakBytes >= out[12].diskBytes);
        QVERIFY(out[12].debtBytes == 0);
    }

    void absurdNumbersAreRefused() {
        QVERIFY(!simulateMonths(oneTable(-1, 0, 0, 0), 1));
        QVERIFY(!simulateMonths(oneTable(1, NAN, 0, 0), 1));
        QVERIFY(!simulateMonths(oneTable(1, 0, 0, 0), 0));
        QVERIFY(!simulateMonths(oneTable(1, 0, 5, 0), 1));
    }
};

QTEST_APPLESS_MAIN(StorageTest)
#include "storage_test.moc"
