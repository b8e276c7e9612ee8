// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <memory>
#include <stdexcept>

#include <QTest>

#include "app/jobs/jobs.h"

using namespace shardscape;
using namespace shardscape::app;

class JobsTest : public QObject {
    Q_OBJECT
private slots:
    void callerHasItsHandleFirst();
    void cancelledResultsAreDropped();
    void resultsOfGoneReceiversAreDropped();
    void exceptionsBecomeErrors();
};

/// Work that is over at once is delivered after start() has returned: otherwise who keeps the handle to know that
/// something runs would keep it for ever.
void JobsTest::callerHasItsHandleFirst() {
    constexpr int kTimes = 2000;
    Jobs jobs;
    std::array<bool, kTimes> returned{};
    int early = 0;
    int delivered = 0;
    for (int i = 0; i < kTimes; ++i) {
        jobs.start<int>(
            QStringLiteral("nothing"), [](JobState&) -> model::Result<int> { return 1; }, this,
            [&, i](model::Result<int>) {
                early += returned[std::size_t(i)] ? 0 : 1;
                ++delivered;
            });
        returned[std::size_t(i)] = true;
    }
    QVERIFY(QTest::qWaitFor([&] { return jobs.running().empty(); }, 120000));
    QCOMPARE(delivered, kTimes);
    QCOMPARE(early, 0);
}

void JobsTest::cancelledResultsAreDropped() {
    Jobs jobs;
    bool delivered = false;
    const auto handle = jobs.start<int>(
        QStringLiteral("nothing"), [](JobState&) -> model::Result<int> { return 1; }, this,
        [&](model::Result<int>) { delivered = true; });
    handle->cancel();
    QVERIFY(QTest::qWaitFor([&] { return jobs.running().empty(); }, 120000));
    QVERIFY(!delivered);
}

void JobsTest::resultsOfGoneReceiversAreDropped() {
    Jobs jobs;
    bool delivered = false;
    auto receiver = std::make_unique<QObject>();
    jobs.start<int>(
        QStringLiteral("nothing"), [](JobState&) -> model::Result<int> { return 1; }, receiver.get(),
        [&](model::Result<int>) { delivered = true; });
    receiver.reset();
    QVERIFY(QTest::qWaitFor([&] { return jobs.running().empty(); }, 120000));
    QVERIFY(!delivered);
}

void JobsTest::exceptionsBecomeErrors() {
    Jobs jobs;
    std::string said;
    jobs.start<int>(
        QStringLiteral("breaks"), [](JobState&) -> model::Result<int> { throw std::runtime_error("out of paper"); },
        this, [&](model::Result<int> result) { said = result ? "a result" : result.error().message; });
    QVERIFY(QTest::qWaitFor([&] { return jobs.running().empty(); }, 120000));
    QVERIFY2(said.find("out of paper") != std::string::npos, said.c_str());
}

QTEST_GUILESS_MAIN(JobsTest)
#include "jobs_test.moc"
