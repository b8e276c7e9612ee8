// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
/// Reports: what they say of a hot spot, and that no name of a model can break out of them.
#include <QTest>

#include "app/report/hotspot.h"
#include "app/report/html.h"
#include "app/report/report.h"

using namespace shardscape;
using namespace shardscape::app;

namespace {

/// Two partitions on two nodes; the first takes "share" of the load, most of it GetPost for one key.
simulator::RunResult run(double share, double utilisation) {
    simulator::RunResult result;
    simulator::StreamResult stream;
    stream.name = stream.pattern = "GetPost";
    result.streams = {stream};
    simulator::TableResult table;
    table.name = "posts";
    table.derived = true;
    simulator::PartitionResult hot;
    hot.share = share;
    hot.operations = 1000;
    hot.streams = {{0, 0.82}};
    hot.topKey = "0";
    hot.topKeySpace = "posts.post_id";
    hot.topKeyShare = 0.61;
    simulator::PartitionResult other;
    other.share = 1 - share;
    other.node = 1;
    table.partitions = {hot, other};
    result.tables = {table};
    simulator::NodeResult node;
    node.name = "node0";
    node.expectedUtilisation = utilisation;
    result.nodes = {node, node};
    result.nodes[1].name = "node1";
    return result;
}

} // namespace

class ReportTest : public QObject {
    Q_OBJECT

private slots:
    void anOverloadedPartitionIsExplained() {
        const simulator::Hotspot spot = simulator::hottestPartition(run(0.9, 1.25));
        QVERIFY(spot.overloaded);
        QCOMPARE(spot.pattern, std::string("GetPost"));
        QCOMPARE(keyWords(spot.keySpace, spot.key), std::string("posts.post_id #1"));
        QCOMPARE(spot.shareOverMean, 1.8); // 90 % where one of two would have 50 %
        QCOMPARE(hotspotText(spot),
                 std::string("Partition 0 of posts takes 1.8 times the load of an average one: 82 % of it is GetPost, "
                             "61 % the one key posts.post_id #1. Its node node0 is offered 1.25 times what it can "
                             "serve, so its queue grows without end."));
    }
    void anUnevenOneIsNamedAndAnEvenOneIsNot() {
        const simulator::Hotspot uneven = simulator::hottestPartition(run(0.7, 0.5));
        QVERIFY(!uneven.overloaded);
        QVERIFY(!hotspotText(uneven).empty());
        QVERIFY(hotspotText(simulator::hottestPartition(run(0.55, 0.5))).empty());
        QVERIFY(hotspotText(simulator::hottestPartition({})).empty());
    }
    void keysHaveWords() {
        QCOMPARE(keyWords("users.user_id", "0"), std::string("users.user_id #1"));
        QCOMPARE(keyWords("", "alice"), std::string("alice"));
        QCOMPARE(keyWords("users.name", "4 you"), std::string("users.name 4 you"));
    }
    void htmlIsEscaped() {
        QCOMPARE(escapeHtml("<a href=\"x\">'&'</a>"),
                 std::string("&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;"));
        QCOMPARE(escapeHtml(std::string("a\0b\x1b", 4)), std::string("a\xEF\xBF\xBD"
                                                                     "b\xEF\xBF\xBD"));
        HtmlTable table({{"<b>"}, {"n", true}});
        table.add({HtmlTable::Cell("<i>", "", "\"quoted\""), "1"});
        const std::string html = table.html();
        QVERIFY(html.find("<b>") == std::string::npos && html.find("<i>") == std::string::npos);
        QVERIFY(html.find("title=\"&quot;quoted&quot;\"") != std::string::npos);
    }
    void hostileNamesStayText() {
        ReportInput input;
        input.project.name = "</title><script>alert(1)</script>";
        model::Entity entity;
        entity.id = {1};
        entity.name = "a | b <script> ``` [x](y)";
        entity.comment = "line\nbreak";
        input.project.entities.set(entity);
        ReportSection section;
        section.profile.title = "<img src=x onerror=alert(1)>";
        section.ddl = "COMMENT '````'; </pre><script>";
        input.sections = {section};
        const std::string html = htmlReport(input);
        QVERIFY(html.find("<script") == std::string::npos);
        QVERIFY(html.find("<img") == std::string::npos);
        const std::string paper = htmlReport(input, Medium::Paper);
        QVERIFY(paper.find("<script") == std::string::npos);
        const std::string markdown = markdownReport(input);
        QVERIFY(markdown.find("a \\| b \\<script\\>") != std::string::npos);
        QVERIFY(markdown.find("`````\n") != std::string::npos); // the fence is longer than any in the text
        QVERIFY(markdown.find("line break") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(ReportTest)
#include "report_test.moc"
