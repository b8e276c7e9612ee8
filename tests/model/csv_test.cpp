// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <sstream>

#include <QtTest>

#include "model/base/csv.h"

using namespace shardscape::model;
using Records = std::vector<std::vector<std::string>>;

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
};

QTEST_APPLESS_MAIN(CsvTest)
#include "csv_test.moc"
