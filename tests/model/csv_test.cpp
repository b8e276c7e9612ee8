// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <sstream>

#include "model/base/csv.h"

using namespace shardscape::model;

namespace {

using Records = std::vector<std::vector<std::string>>;

Records readAll(const std::string& text, char separator = ',') {
    std::istringstream in(text);
    CsvReader reader(in, "keys.csv", separator);
    Records records;
    std::vector<CsvField> record;
    for (;;) {
        const auto more = reader.next(record);
        if (!more)
            qFatal("%s", more.error().text().c_str());
        if (!*more)
            return records;
        records.emplace_back();
        for (const CsvField& field : record)
            records.back().emplace_back(field.text);
    }
}

std::string problem(const std::string& text) {
    std::istringstream in(text);
    CsvReader reader(in, "keys.csv");
    std::vector<CsvField> record;
    for (;;) {
        const auto more = reader.next(record);
        if (!more)
            return more.error().text();
        if (!*more)
            return {};
    }
}

} // namespace

/// Expectations are those of RFC 4180, section 2.
class CsvTest : public QObject {
    Q_OBJECT
private slots:
    /// The expectations are the rules of RFC 4180, section 2, and what the class says beyond them.
    void records_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<Records>("expected");
        QTest::newRow("nothing") << QByteArray() << Records{};
        QTest::newRow("empty lines") << QByteArray("\n\r\n\n") << Records{};
        QTest::newRow("plain") << QByteArray("a,b\nc,d\n") << Records{{"a", "b"}, {"c", "d"}};
        QTest::newRow("no end of line") << QByteArray("a\nb") << Records{{"a"}, {"b"}};
        QTest::newRow("CR LF") << QByteArray("a,b\r\nc\r\n") << Records{{"a", "b"}, {"c"}};
        QTest::newRow("empty fields") << QByteArray(",\na,,\n") << Records{{"", ""}, {"a", "", ""}};
        QTest::newRow("quotes") << QByteArray("\"a,1\",\"say \"\"hi\"\"\",\"\"\n")
                                << Records{{"a,1", "say \"hi\"", ""}};
        QTest::newRow("line end within") << QByteArray("\"a\r\nb\",c\nd\n") << Records{{"a\r\nb", "c"}, {"d"}};
        QTest::newRow("quote within a word") << QByteArray("5\" disk,x\n") << Records{{"5\" disk", "x"}};
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF\"k\"\n") << Records{{"k"}};
    }
    void records() {
        QFETCH(QByteArray, text);
        QFETCH(Records, expected);
        std::istringstream in(text.toStdString());
        CsvReader reader(in);
        Records records;
        std::vector<std::string> record;
        while (reader.next(record).value())
            records.push_back(record);
        QCOMPARE(records, expected);
    }
    void linesAreThoseOnWhichRecordsBegin() {
        std::istringstream in("a\n\n\"b\nb\"\nc\n");
        CsvReader reader(in);
        std::vector<std::string> record;
        for (const int line : {1, 3, 5}) {
            QVERIFY(reader.next(record).value());
            QCOMPARE(reader.line(), line);
        }
    }
    void anOpenQuoteIsRefusedWithItsLine() {
        std::istringstream in("a\nb,\"c\nd\n");
        CsvReader reader(in);
        std::vector<std::string> record;
        QVERIFY(reader.next(record).value());
        const auto refused = reader.next(record);
        QVERIFY(!refused);
        QCOMPARE(refused.error().line, 2);
    }
    void plainRecords() {
        QCOMPARE(readAll(""), Records{});
        QCOMPARE(readAll("a,b\nc,d\n"), (Records{{"a", "b"}, {"c", "d"}}));
        QCOMPARE(readAll("a,b\r\nc,d"), (Records{{"a", "b"}, {"c", "d"}}));
        QCOMPARE(readAll("a,\n,b\n"), (Records{{"a", ""}, {"", "b"}}));
        QCOMPARE(readAll("a\n\nb\n"), (Records{{"a"}, {"b"}}));
        QCOMPARE(readAll("a\r\n\r\nb\r\n"), (Records{{"a"}, {"b"}}));
        QCOMPARE(readAll("a;b,c\n", ';'), (Records{{"a", "b,c"}}));
        QCOMPARE(readAll("\xef\xbb\xbf"
                         "id,n\n1,2\n"),
                 (Records{{"id", "n"}, {"1", "2"}}));
        QCOMPARE(readAll("5\" disk,x\n"), (Records{{"5\" disk", "x"}}));
    }
    void quotedFields() {
        QCOMPARE(readAll("\"a,b\",c\n"), (Records{{"a,b", "c"}}));
        QCOMPARE(readAll("\"say \"\"hi\"\"\",\"\"\n"), (Records{{"say \"hi\"", ""}}));
        QCOMPARE(readAll("\"two\nlines\",x\r\n\"y\"\r\n"), (Records{{"two\nlines", "x"}, {"y"}}));
        QCOMPARE(readAll("x,\"\"\"\""), (Records{{"x", "\""}}));
    }
    void emptyAndAbsentDiffer() {
        std::istringstream in("\"\",\n");
        CsvReader reader(in);
        std::vector<CsvField> record;
        QVERIFY(*reader.next(record));
        QVERIFY(record[0].quoted && record[0].text.empty());
        QVERIFY(!record[1].quoted && record[1].text.empty());
    }
    void placesOfErrorsAndFields() {
        QCOMPARE(problem("a\n b,\"c\n\n"), std::string("keys.csv:2:4: a quoted field is not closed (double the quotes "
                                                       "inside it)"));
        QCOMPARE(problem("a\n\"b\nc\" d,e\n"),
                 std::string("keys.csv:3:3: there is text behind the closing quote of a field (double the quotes "
                             "inside it)"));
        std::istringstream in("\"x\ny\",z\nq\n");
        CsvReader reader(in);
        std::vector<CsvField> record;
        QVERIFY(*reader.next(record));
        QCOMPARE(record[1].line, 2);
        QCOMPARE(record[1].column, 4);
        QVERIFY(*reader.next(record));
        QCOMPARE(record[0].line, 3);
        QCOMPARE(record[0].column, 1);
    }
    /// Fields across the edges of what is read at once (256 KiB), written and read back.
    void longFiles() {
        std::string text;
        Records expected;
        std::uint64_t state = 1;
        for (int i = 0; i < 3000; ++i) {
            state = state * 6364136223846793005ULL + 1442695040888963407ULL;
            const std::string plain(state >> 55, static_cast<char>('a' + i % 26));
            const std::string odd = plain + ",\n\"" + std::to_string(i);
            expected.push_back({plain, odd, std::to_string(i)});
            text += plain + ",\"" + plain + ",\n\"\"" + std::to_string(i) + "\"," + std::to_string(i) + "\r\n";
        }
        QVERIFY(text.size() > 1'000'000);
        QCOMPARE(readAll(text), expected);
        const std::string huge(1'000'000, 'x');
        QCOMPARE(readAll("a," + huge + "\n\"" + huge + "\"\n"), (Records{{"a", huge}, {huge}}));
    }
};

QTEST_APPLESS_MAIN(CsvTest)
#include "csv_test.moc"
