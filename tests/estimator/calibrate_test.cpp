// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Measured times into constants: made up times of a server whose costs are known must give these costs back.
#include <cmath>

#include "estimator/calibrate/calibrate.h"
#include "estimator/latency/queue.h"
#include "model/engine/profile_override.h"
#include "tests/support/command_line.h"
#include "tests/support/engines.h"
#include "tests/support/estimating.h"

using namespace shardscape::estimator;
using namespace shardscape::model;
using namespace shardscape::tests;

class CalibrateTest : public QObject {
    Q_OBJECT
private slots:
    void knownCostsComeBack();
    void aDistantServer();
    void aBusyOneThreadedServer();
    void noBytesAreNegative();
    void spreads();
    void lognormalWaits();
    void theOverrideIsAProfile();

private:
    static Measurement one(const char* operation, const char* load, int bytes, double rows, double us);
    static Measured server(int cores);
};

Measurement CalibrateTest::one(const char* operation, const char* load, int bytes, double rows, double us) {
    Measurement out{operation, load, bytes, rows, 1, 1000, 1e6 / us, us, us, us, us};
    return out;
}

/// A read takes 50 us + 0.2 us a further row + 0.001 us a byte, a write 80 + 1.5 + 0.004, a ping 30.
Measured CalibrateTest::server(int cores) {
    Measured out;
    out.server = {
        "postgresql", "PostgreSQL 15.20", "2026-11-20", cores ? "unix socket" : "network", cores ? "X" : "", cores, 0};
    out.measurements.push_back(one("ping", "alone", 0, 0, 30));
    for (const int bytes : {108, 1008, 8008}) {
        out.measurements.push_back(one("point_read", "alone", bytes, 1, 50 + 0.001 * bytes));
        out.measurements.push_back(one("insert", "alone", bytes, 1, 80 + 0.004 * bytes));
        out.measurements.push_back(one("update", "alone", bytes, 1, 80 + 0.004 * bytes));
    }
    for (const double rows : {10.0, 100.0}) {
        out.measurements.push_back(one("range_read", "alone", 108, rows, 50 + 0.2 * (rows - 1) + 0.001 * 108 * rows));
        out.measurements.push_back(one("insert_many", "alone", 108, rows, 80 + 1.5 * (rows - 1) + 0.004 * 108 * rows));
    }
    out.measurements.push_back(one("index_read", "alone", 108, 50, 50 + 50 * 0.7 + 0.001 * 108 * 50));
    out.measurements.push_back(one("insert_indexed", "alone", 108, 1, 80 + 0.004 * 108 + 3 * 12));
    out.measurements.push_back(one("scan", "alone", 108, 10000, 30 + 5000));
    return out;
}

void CalibrateTest::knownCostsComeBack() {
    Measured measured = server(2);
    // Eight connections get 50,000 reads a second out of two cores: 40 us of a core each.
    Measurement full = one("point_read", "full", 108, 1, 160);
    full.connections = 8;
    full.perSecond = 50'000;
    measured.measurements.push_back(full);
    // At a fifth of it a median of 55 us and a p99 of 100 us.
    Measurement open = one("point_read", "open", 108, 1, 55);
    open.p99Us = 100;
    measured.measurements.push_back(open);
    const Calibration out = calibrationOf(measured, *engines().find("postgresql"));
    const auto value = [&](const char* key) { return out.constants.at(std::string("capacity.") + key).value; };
    QCOMPARE(value("servers_per_node_count"), 2.0);
    QVERIFY(within(value("row_read_us"), 0.2, 1e-6));
    QVERIFY(within(value("byte_read_us"), 0.001, 1e-6));
    QVERIFY(within(value("row_write_us"), 1.5, 1e-6));
    QVERIFY(within(value("byte_write_us"), 0.004, 1e-6));
    QVERIFY(within(value("row_fetch_us"), 0.7, 1e-6));
    QVERIFY(within(value("index_write_us"), 12, 1e-6));
    QVERIFY(within(value("rows_scanned_per_s"), 2e6, 1e-6)); // 10,000 rows in 5 ms
    QVERIFY(within(value("point_read_us"), 40 - 0.108, 1e-6));
    // Alone all reads took the same time: 40 us of service, 15 us around it, with a p99 that is 45 us later.
    QCOMPARE(value("read_spread_ratio"), 0.0);
    QVERIFY(within(value("read_round_trip_us"), 15, 1e-6));
    QVERIFY(within(15 * std::exp(2.3263478740408408 * value("read_round_trip_spread_ratio")), 60, 1e-6));
    // No load was put on writes: what they take alone, less the ping.
    QVERIFY(within(value("point_write_us"), 80 - 30, 1e-6));
    for (const auto& [key, constant] : out.constants) {
        QCOMPARE(constant.evidence, Evidence::Measured);
        QVERIFY2(constant.source.find("calibrated 2026-11-20") == 0 &&
                     constant.source.find("PostgreSQL 15.20") != std::string::npos,
                 constant.source.c_str());
    }
}

void CalibrateTest::aDistantServer() {
    Measured measured = server(0);
    // A read keeps the server busy for 50.1 − 30 = 20.1 us: 64 connections that get 200,000/s keep 4.02 servers busy.
    Measurement full = one("point_read", "full", 108, 1, 320);
    full.connections = 64;
    full.perSecond = 200'000;
    measured.measurements.push_back(full);
    const Calibration saturated = calibrationOf(measured, *engines().find("postgresql"));
    QCOMPARE(saturated.constants.at("capacity.servers_per_node_count").value, 4.0);
    QVERIFY(within(saturated.constants.at("capacity.point_read_us").value, 20 - 0.108, 1e-6));
    // Two connections that get twice what one gets say nothing of the server's end.
    measured.measurements.back().connections = 2;
    measured.measurements.back().perSecond = 2e6 / 50.108;
    const Calibration idle = calibrationOf(measured, *engines().find("postgresql"));
    QVERIFY(!idle.constants.contains("capacity.servers_per_node_count"));
    QCOMPARE(idle.notes.size(), std::size_t(1));
    QVERIFY(within(idle.constants.at("capacity.point_read_us").value, 20, 1e-6));
}

void CalibrateTest::aBusyOneThreadedServer() {
    Measured measured = server(2);
    measured.server.engine = "redis";
    Measurement full = one("point_read", "full", 108, 1, 80);
    full.connections = 8;
    full.perSecond = 100'000; // one thread: 10 us each
    measured.measurements.push_back(full);
    const Calibration out = calibrationOf(measured, *engines().find("redis"));
    QVERIFY(!out.constants.contains("capacity.servers_per_node_count"));
    QVERIFY(within(out.constants.at("capacity.point_read_us").value, 10 - 0.108, 1e-6));
}

void CalibrateTest::noBytesAreNegative() {
    Measured measured;
    measured.server.engine = "redis";
    for (const int bytes : {108, 1008, 8008}) // longer rows were read faster: noise
        measured.measurements.push_back(one("point_read", "alone", bytes, 1, 50 - 0.0005 * bytes));
    measured.measurements.push_back(one("range_read", "alone", 108, 100, 60));
    const Calibration out = calibrationOf(measured, *engines().find("redis"));
    QCOMPARE(out.constants.at("capacity.byte_read_us").value, 0.0);
    QVERIFY(out.constants.at("capacity.row_read_us").value > 0);
    QVERIFY(calibrationOf({}, *engines().find("redis")).constants.empty());
}

void CalibrateTest::spreads() {
    for (const double sigma : {0.1, 0.5, 0.9}) {
        const double gap = 30 * std::exp(-sigma * sigma / 2) * (std::exp(1.28 * sigma) - 1);
        QVERIFY(within(spreadOf(30, gap, 1.28), sigma, 1e-9));
    }
    QCOMPARE(spreadOf(30, 0, 1.28), 0.0);
    QCOMPARE(spreadOf(1, 1e9, 1.28), 1.0); // no lognormal of this mean is that wide
}

void CalibrateTest::lognormalWaits() {
    // Idle: the lognormal alone. Its median is mean × exp(−σ²/2).
    const NodeQueue idle(2, 0, 0);
    QVERIFY(within(idle.lognormalSojournTail(10 * std::exp(-0.125), 10, 0.5), 0.5, 1e-9));
    // Under load: the sum of the exponential wait and the service, by numeric convolution to 1 %. ρ = 0.75.
    const NodeQueue busy(2, 1.5, 1, lognormalCv2(0.8));
    const Tail wait{[&](double t) { return busy.sojournTail(t, 0); }, 1};
    const Tail service{[&](double t) { return NodeQueue(1, 0, 0).lognormalSojournTail(t, 1, 0.8); }, 1};
    const Tail both{[&](double t) { return busy.lognormalSojournTail(t, 1, 0.8); }, 1};
    QVERIFY(within(mean(both), 1 + busy.meanWait(), 1e-4));
    for (const double q : {0.5, 0.9, 0.99})
        QVERIFY(within(quantile(both, q), quantile(sum(wait, service), q), 0.02));
    // A constant service time: wait + 1.
    QCOMPARE(busy.lognormalSojournTail(0.999, 1, 0), 1.0);
    QVERIFY(within(busy.lognormalSojournTail(1.5, 1, 0), busy.sojournTail(0.5, 0), 1e-12));
    QCOMPARE(NodeQueue(1, 2, 1).lognormalSojournTail(1e9, 1, 0.5), 1.0); // overloaded
}

void CalibrateTest::theOverrideIsAProfile() {
    const Measured measured = server(2);
    const Calibration calibration = calibrationOf(measured, *engines().find("postgresql"));
    const ScratchFolder own;
    own.write("postgresql.calibrated.json", QByteArray::fromStdString(overrideText(measured, calibration.constants)));
    const auto catalogue =
        EngineCatalogue::load({(sourceFolder() + "/resources/engines").toStdString(), own.path("").toStdString()});
    QVERIFY2(catalogue, catalogue ? "" : catalogue.error().text().c_str());
    const EngineProfile& profile = *catalogue->find("postgresql");
    for (const auto& [key, constant] : calibration.constants) {
        QVERIFY(within(profile.value(key), constant.value, 1e-4)); // five digits are written
        QCOMPARE(profile.constant(key).source, constant.source);
    }
    // What was not measured is the product's.
    QCOMPARE(profile.value("capacity.row_sort_us"), engines().find("postgresql")->value("capacity.row_sort_us"));
    QCOMPARE(profile.title, std::string("PostgreSQL"));
}

QTEST_APPLESS_MAIN(CalibrateTest)
#include "calibrate_test.moc"
