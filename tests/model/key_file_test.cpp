// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <sstream>

#include "model/placement/key_file.h"
#include "model/placement/key_load.h"
#include "tests/support/placements.h"

using namespace shardscape::model;
using shardscape::tests::placementOf;

namespace {

/// "type:text|type:text=weight" of each key, or the error.
std::vector<std::string> keysOf(const std::string& text, const KeyFileOptions& options,
                                const std::string& kind = "postgresql") {
    std::istringstream in(text);
    const auto placement = placementOf(kind, 8);
    auto file = KeyFile::open(in, "k.csv", options, *placement);
    if (!file)
        return {file.error().text()};
    std::vector<std::string> keys;
    for (;;) {
        const auto more = file->next();
        if (!more) {
            keys.push_back(more.error().text());
            return keys;
        }
        if (!*more)
            return keys;
        std::string key;
        for (const KeyValue& value : file->row())
            key += (key.empty() ? "" : "|") + std::string(keyTypeName(value.type)) + ":" +
                   (value.isNull() ? "NULL" : value.text);
        keys.push_back(key + (file->weight() == 1 ? "" : "=" + std::to_string(static_cast<int>(file->weight()))));
    }
}

KeyFileOptions columns(const std::vector<std::string>& names, const std::vector<KeyType>& types = {}) {
    KeyFileOptions options;
    options.columns = names;
    options.types = types;
    return options;
}

using Keys = std::vector<std::string>;

} // namespace

class KeyFileTest : public QObject {
    Q_OBJECT
private slots:
    void typesAreGuessed() {
        QCOMPARE(keysOf("1\n2\n-3\n", {}), (Keys{"int:1", "int:2", "int:-3"}));
        QCOMPARE(keysOf("1\n2\nx\n", {}), (Keys{"text:1", "text:2", "text:x"}));
        QCOMPARE(keysOf("007\n1\n", {}), (Keys{"text:007", "text:1"})); // a number would lose the zeros
        // Redis hashes the text of a number: what it is taken for does not matter, so that any key may follow.
        QCOMPARE(keysOf("1\n2\n", {}, "redis-cluster"), (Keys{"text:1", "text:2"}));
    }
    void aHeaderIsFound() {
        QCOMPARE(keysOf("id\n1\n2\n", {}), (Keys{"int:1", "int:2"}));
        QCOMPARE(keysOf("day\n2026-01-01\n", columns({"1"}, {KeyType::Date})), (Keys{"date:2026-01-01"}));
        QCOMPARE(keysOf("a\nb\n", {}), (Keys{"text:a", "text:b"}));
        KeyFileOptions options;
        options.header = KeyFileOptions::Header::Present;
        QCOMPARE(keysOf("a\nb\n", options), (Keys{"text:b"}));
        options.header = KeyFileOptions::Header::Absent;
        QCOMPARE(keysOf("id\n1\n", options), (Keys{"text:id", "text:1"}));
    }
    void columnsByNameAndNumber() {
        const std::string text = "tenant,day,n\nacme,2026-01-01,5\nfoo,2026-01-02,1\n";
        KeyFileOptions options = columns({"tenant", "day"}, {KeyType::Text, KeyType::Date});
        options.weight = "n";
        QCOMPARE(keysOf(text, options), (Keys{"text:acme|date:2026-01-01=5", "text:foo|date:2026-01-02"}));
        options = columns({"3", "1"});
        QCOMPARE(keysOf("x,y,1\nz,w,2\n", options), (Keys{"int:1|text:x", "int:2|text:z"}));
        options.join = ":";
        QCOMPARE(keysOf("x,y,1\nz,w,2\n", options), (Keys{"text:1:x", "text:2:z"}));
    }
    void nullIsAnEmptyFieldWithoutQuotes() {
        const auto options = columns({"1", "2"}, {KeyType::Int8, KeyType::Text});
        QCOMPARE(keysOf("1,\n,\"\"\n", options), (Keys{"int8:1|text:NULL", "int8:NULL|text:"}));
        QCOMPARE(keysOf("1,\n,b\n", options, "cassandra"),
                 (Keys{"int8:1|text:", "k.csv:2:1: '' is not a value of type int8 (expected an integer of 64 bits)"}));
    }
    void errorsNameThePlace() {
        QCOMPARE(keysOf("id,n\n1,2\n3\n", columns({"n"}, {KeyType::Int8})),
                 (Keys{"int8:2", "k.csv:3:1: column 2 is missing, the record has 1 (is the separator right?)"}));
        QCOMPARE(keysOf("id,n\n1,2\n", columns({"ids"})),
                 (Keys{"k.csv:1:1: there is no column \"ids\" (did you mean \"id\"?)"}));
        QCOMPARE(keysOf("1,a\n2,b\n", columns({"1"}, {KeyType::Uuid})),
                 (Keys{"k.csv:1:1: '1' is not a value of type uuid (expected 32 hexadecimal digits such as "
                       "123e4567-e89b-12d3-a456-426614174000)"}));
        KeyFileOptions options = columns({"1"}, {KeyType::Text});
        options.weight = "2";
        QCOMPARE(keysOf("\"a\nb\",-1\n", options),
                 (Keys{"k.csv:2:4: '-1' is not a weight (expected a number from 0 on)"}));
        QCOMPARE(keysOf("1,2\n", columns({"1", "2"}), "citus"),
                 (Keys{"Citus (one distribution column) takes a key of one column, not 2 (name one column, or make one "
                       "text of them with --join)"}));
        std::string many;
        for (int i = 0; i < 2000; ++i)
            many += std::to_string(i) + "\n";
        QCOMPARE(
            keysOf(many + "x\n", {}).back(),
            std::string("k.csv:2001:1: 'x' is not a value of type int (the first keys are integers; if they are to "
                        "be hashed as text use --type text)"));
    }
    void loadsAddUp() {
        KeyLoad load(4);
        std::vector<KeyValue> row(2);
        for (int i = 0; i < 5000; ++i) {
            QVERIFY(row[0].read(KeyType::Int, std::to_string(i % 2500)));
            if (i % 2500 == 7)
                row[1].setNull(KeyType::Text);
            else
                QVERIFY(row[1].read(KeyType::Text, "x"));
            load.add(row, static_cast<std::uint32_t>(i % 4), i % 2500 == 7 ? 100 : 1);
        }
        QCOMPARE(load.records(), 5000ULL);
        QCOMPARE(load.distinct(), 2500ULL);
        QCOMPARE(load.total(), 4998.0 + 200.0);
        QCOMPARE(load.load()[3], 1250.0 - 2 + 200); // 7 and 2507 both lie in partition 3
        const auto heaviest = load.heaviest(3);
        QCOMPARE(heaviest.size(), std::size_t{3});
        QCOMPARE(heaviest[0].weight, 200.0);
        QCOMPARE(heaviest[0].columns[0], std::string("7"));
        QVERIFY(heaviest[0].null[1]);
        QCOMPARE(heaviest[1].columns[0], std::string("0")); // the others are alike: by text
        QCOMPARE(heaviest[2].columns[0], std::string("1"));
    }
};

QTEST_APPLESS_MAIN(KeyFileTest)
#include "key_file_test.moc"
