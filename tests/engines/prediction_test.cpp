// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Prediction against measurement: a real server is calibrated, its response times under load are predicted with what
// was found, and then an open loop of that load runs. SHARDSCAPE_PROOFS=long takes three times 60 s for each load, or
// SHARDSCAPE_LOAD_REPEATS times SHARDSCAPE_LOAD_SECONDS; UPDATE_DOCS=1 writes what came out into estimator/README.md.
#include <thread>

#if defined(__linux__)
#include <sched.h>
#endif

#include <QFile>
#include <QTest>

#include <fmt/format.h>

#include "estimator/calibrate/calibrate.h"
#include "estimator/summary/estimate.h"
#include "model/engine/profile_override.h"
#include "model/exchange/import/import.h"
#include "model/live/load.h"
#include "model/live/probe.h"
#include "simulator/compile/compile.h"
#include "simulator/kernel/run.h"
#include "tests/support/command_line.h"
#include "tests/support/estimating.h"
#include "tests/support/postgres_server.h"
#include "tests/support/redis_server.h"

using namespace shardscape;
using namespace shardscape::model;
using namespace shardscape::tests;

namespace {

struct Compared {
    QString workload;
    double load = 0; ///< of the capacity
    double perSecond = 0;
    double p50Us = 0, p99Us = 0;      ///< measured: median of the repeats
    double p50Least = 0, p50Most = 0; ///< of the repeats
    double p99Least = 0, p99Most = 0;
    double formulaP50Us = 0, formulaP99Us = 0;     ///< closed form
    double simulatedP50Us = 0, simulatedP99Us = 0; ///< discrete events
};

bool longRun() {
    return qEnvironmentVariable("SHARDSCAPE_PROOFS") == QLatin1String("long");
}

double loadSeconds() {
    const double asked = qEnvironmentVariable("SHARDSCAPE_LOAD_SECONDS").toDouble();
    return asked > 0 ? asked : longRun() ? 60 : 0.5;
}

int repeats() {
    const int asked = qEnvironmentVariableIntValue("SHARDSCAPE_LOAD_REPEATS");
    return asked > 0 ? asked : longRun() ? 3 : 1;
}

constexpr int kConnections = 8;

/// In long runs on Linux the server has one processor and the client another, as two machines would: otherwise the
/// client's work is counted twice, as the server's and as what the server lacks.
enum class Side { Server, Client };

/// What is started from here on by this thread runs on that side's processor.
void workAs([[maybe_unused]] Side side) {
#if defined(__linux__)
    static const bool kTwo = std::thread::hardware_concurrency() >= 2;
    if (!longRun() || !kTwo)
        return;
    cpu_set_t processors;
    CPU_ZERO(&processors);
    CPU_SET(side == Side::Server ? 1 : 0, &processors);
    QVERIFY(sched_setaffinity(0, sizeof processors, &processors) == 0);
#endif
}

} // namespace

class PredictionTest : public QObject {
    Q_OBJECT
private slots:
    void postgres();
    void redis();
    void cleanupTestCase();

private:
    /// Calibrates, predicts, measures; "write" is the share of updates.
    void compare(const QString& title, const std::string& engine, const std::string& connection, double write);
    void predict(const EngineProfile& profile, double write, Compared& out);
    void measure(ProbeServer& server, double write, Compared& out);
    void writeDocument() const;

    QList<Compared> m_all;
    QString m_servers;
};

/// The probe's own first table, as a user would describe it: what is measured is what is estimated.
void PredictionTest::predict(const EngineProfile& profile, double write, Compared& out) {
    const std::string workload =
        QString::asprintf("-- table: rows rows=20000\n-- column: rows.payload avg=100B\n\n"
                          "-- name: Read :one\n-- rate: %.6f/s\n-- keys: id uniform\n-- consistency: %s\n"
                          "SELECT id, payload FROM rows WHERE id = $1;\n",
                          out.perSecond * (1 - write), profile.name == "redis" ? "eventual" : "strong")
            .toStdString() +
        (write > 0 ? QString::asprintf("\n-- name: Update :exec\n-- rate: %.6f/s\n-- keys: id uniform\n"
                                       "UPDATE rows SET payload = $2 WHERE id = $1;\n",
                                       out.perSecond * write)
                         .toStdString()
                   : std::string());
    const Project project =
        projectOf("CREATE TABLE rows (id bigint PRIMARY KEY, payload varchar(200) NOT NULL);", workload);
    Layout layout;
    layout.engine = profile.name;
    layout.nodes = 1;
    layout.replicas = 1;
    const auto estimate = estimator::estimate(project, profile, layout);
    QVERIFY2(estimate, estimate ? "" : estimate.error().text().c_str());
    out.formulaP50Us = estimate->patterns.front().p50.value() * 1e6;
    out.formulaP99Us = estimate->patterns.front().p99.value() * 1e6;
    simulator::CompileOptions options;
    options.requests = longRun() ? 2'000'000 : 100'000;
    const auto compiled = simulator::compileScenario(project, profile, *estimate, options);
    if (!compiled)
        return; // an engine without streams of its own
    simulator::NoProgress nobody;
    const auto run = simulator::run(compiled->scenario, {}, {}, nobody);
    QVERIFY2(run, run ? "" : run.error().text().c_str());
    for (const simulator::StreamResult& stream : run->streams)
        if (stream.name == "Read") {
            out.simulatedP50Us = stream.latency.p50Ms * 1000;
            out.simulatedP99Us = stream.latency.p99Ms * 1000;
        }
}

/// Several runs with other random numbers; the middle one counts, since one hiccup of the machine is a whole p99.
void PredictionTest::measure(ProbeServer& server, double write, Compared& out) {
    std::vector<std::unique_ptr<ProbeConnection>> connections;
    for (int i = 0; i < kConnections; ++i) {
        auto connection = server.connect();
        QVERIFY2(connection, connection ? "" : connection.error().text().c_str());
        connections.push_back(std::move(*connection));
    }
    const ProbeStep read{ProbeOperation::PointRead, 0, 1};
    const ProbeStep update{ProbeOperation::Update, 0, 1};
    std::vector<double> p50, p99;
    for (std::uint64_t repeat = 0; repeat < static_cast<std::uint64_t>(repeats()); ++repeat) {
        Load load;
        load.mix = {{1 - write, read}};
        if (write > 0)
            load.mix.push_back({write, update});
        load.seed = 1 + repeat;
        load.seconds = 0.2; // statements are prepared
        QVERIFY(runLoad(connections, load, {}));
        load.perSecond = out.perSecond;
        load.seconds = loadSeconds();
        auto times = runLoad(connections, load, {});
        QVERIFY2(times, times ? "" : times.error().text().c_str());
        p50.push_back(quantileOf(times->us.front(), 0.5));
        p99.push_back(quantileOf(times->us.front(), 0.99));
    }
    std::sort(p50.begin(), p50.end());
    std::sort(p99.begin(), p99.end());
    out.p50Us = p50[p50.size() / 2];
    out.p99Us = p99[p99.size() / 2];
    out.p50Least = p50.front();
    out.p50Most = p50.back();
    out.p99Least = p99.front();
    out.p99Most = p99.back();
}

void PredictionTest::compare(const QString& title, const std::string& engine, const std::string& connection,
                             double write) {
    ProbeRequest request;
    request.engine = engine;
    request.connection = connection;
    request.seconds = longRun() ? std::max(10.0, loadSeconds()) : 3;
    request.connections = kConnections;
    const auto measured = measureServer(request, {}, {});
    QVERIFY2(measured, measured ? "" : measured.error().text().c_str());
    const auto calibration = estimator::calibrationOf(*measured, *engines().find(engine));
    const ScratchFolder own;
    own.write("own.json", QByteArray::fromStdString(overrideText(*measured, calibration.constants)));
    const auto catalogue =
        EngineCatalogue::load({(sourceFolder() + "/resources/engines").toStdString(), own.path("").toStdString()});
    QVERIFY2(catalogue, catalogue ? "" : catalogue.error().text().c_str());
    const EngineProfile& profile = *catalogue->find(engine);
    const QString described = QString::fromStdString(fmt::format("{}, {}, {} cores of {}", measured->server.version,
                                                                 measured->server.connection, measured->server.cores,
                                                                 measured->server.processor));
    if (!m_servers.contains(described))
        m_servers += (m_servers.isEmpty() ? "" : "; ") + described;
    // What the server can do of this mix by the calibration: a load of 1 keeps its servers busy all the time.
    const double bytes = 108;
    const auto us = [&](const char* point, const char* byte) {
        return profile.value(point) + bytes * profile.value(byte);
    };
    const double readUs = us("capacity.point_read_us", "capacity.byte_read_us");
    const double writeUs = us("capacity.point_write_us", "capacity.byte_write_us");
    const double capacity =
        profile.value("capacity.servers_per_node_count") * 1e6 / ((1 - write) * readUs + write * writeUs);

    auto server = ProbeServer::open(engine, connection);
    QVERIFY2(server, server ? "" : server.error().text().c_str());
    const auto made = (*server)->create({{100}, {20'000}});
    QVERIFY2(made, made ? "" : made.error().text().c_str());
    for (const double load : {0.3, 0.6, 0.8}) {
        Compared out;
        out.workload = title;
        out.load = load;
        out.perSecond = load * capacity;
        predict(profile, write, out);
        measure(**server, write, out);
        if (QTest::currentTestFailed())
            return;
        qInfo("%s at %.0f %% (%.0f/s): p50 %.0f us, predicted %.0f, simulated %.0f; p99 %.0f us, predicted %.0f, "
              "simulated %.0f",
              qPrintable(title), 100 * load, out.perSecond, out.p50Us, out.formulaP50Us, out.simulatedP50Us, out.p99Us,
              out.formulaP99Us, out.simulatedP99Us);
        QVERIFY(std::isfinite(out.formulaP50Us) && out.formulaP50Us > 0);
        QVERIFY(std::isfinite(out.formulaP99Us) && out.formulaP99Us >= out.formulaP50Us);
        QVERIFY(out.p50Us > 0 && out.p99Us >= out.p50Us);
        // Calibration and load run half a second each on a machine that may compile other things: with a load average
        // of 15 medians were seen to change by a factor of 22 from one to the next. What this guards are units and
        // mixed-up numbers, whose factors are thousands.
        if (load < 0.7)
            QVERIFY(out.formulaP50Us > out.p50Us / 300 && out.formulaP50Us < out.p50Us * 300);
        m_all.append(out);
    }
    QVERIFY((*server)->remove());
}

void PredictionTest::postgres() {
    if (const QString why = PostgresServer::whyUnavailable(); !why.isEmpty())
        QSKIP(qPrintable(why));
    PostgresServer server;
    workAs(Side::Server);
    QVERIFY2(server.start(), qPrintable(server.problem()));
    workAs(Side::Client);
    const std::string connection = "host=" + server.socketFolder().toStdString() + " user=postgres dbname=postgres";
    compare("PostgreSQL, reads", "postgresql", connection, 0);
    // The reads' times among updates.
    if (!QTest::currentTestFailed() && longRun())
        compare("PostgreSQL, reads beside a fifth of updates", "postgresql", connection, 0.2);
}

void PredictionTest::redis() {
    if (const QString why = RedisServer::whyUnavailable(); !why.isEmpty())
        QSKIP(qPrintable(why));
    RedisServer server;
    workAs(Side::Server);
    QVERIFY2(server.start(), qPrintable(server.problem()));
    workAs(Side::Client);
    const QString socket = server.command({"CONFIG", "GET", "unixsocket"}).output.section('\n', -1);
    compare("Redis, reads", "redis", "socket=" + socket.toStdString(), 0);
}

void PredictionTest::cleanupTestCase() {
    if (longRun() && qEnvironmentVariable("UPDATE_DOCS") == QLatin1String("1") && !m_all.isEmpty())
        writeDocument();
}

void PredictionTest::writeDocument() const {
    const QString begin = QStringLiteral("<!-- predicted and measured: written by prediction_test -->\n");
    const QString end = QStringLiteral("<!-- end -->\n");
    QFile file(sourceFolder() + "/estimator/README.md");
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    file.close();
    const qsizetype from = text.indexOf(begin) + begin.size();
    const qsizetype to = text.indexOf(end, from);
    QVERIFY2(from >= begin.size() && to >= from, "the README has no place for the table");
    QString table =
        "Measured on " + m_servers +
        QString::asprintf(". Each load: the middle one of %d runs of %.0f s, with the least and the most.", repeats(),
                          loadSeconds()) +
        "\n\n| workload | load | a second | p50 us | predicted | | p99 us | predicted | | simulated p50, p99 "
        "|\n|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n";
    for (const Compared& one : m_all)
        table += QString::asprintf(
            "| %s | %.0f %% | %.0f | %.0f (%.0f to %.0f) | %.0f | %+.0f %% | %.0f (%.0f to %.0f) | %.0f | %+.0f %% | "
            "%.0f, %.0f |\n",
            qPrintable(one.workload), 100 * one.load, one.perSecond, one.p50Us, one.p50Least, one.p50Most,
            one.formulaP50Us, 100 * (one.formulaP50Us / one.p50Us - 1), one.p99Us, one.p99Least, one.p99Most,
            one.formulaP99Us, 100 * (one.formulaP99Us / one.p99Us - 1), one.simulatedP50Us, one.simulatedP99Us);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write((text.left(from) + table + text.mid(to)).toUtf8());
}

QTEST_GUILESS_MAIN(PredictionTest)
#include "prediction_test.moc"
