// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "estimator/size/size_model.h"
#include "model/physical/values.h"

namespace shardscape::estimator {

/// Records of engines that keep rows in trees: bytes of a record in its page and of what lies outside it, from the
/// statistics of its columns. Both formats depend on each single value (length bytes, serial types, the limit beyond
/// which a value leaves the page), so a fixed set of rows is drawn that follows the statistics, and each is measured as
/// the format says.
///
/// InnoDB: https://dev.mysql.com/doc/refman/8.4/en/innodb-row-format.html (DYNAMIC), checked on MariaDB 10.11.
/// SQLite: https://www.sqlite.org/fileformat2.html, checked on 3.40.

enum class ValueKind {
    Fixed,     ///< always the same bytes
    Real,      ///< SQLite: 8 bytes of a float
    Integer,   ///< SQLite: bytes by magnitude
    RowNumber, ///< SQLite: the rowid itself, kept as NULL in its record
    Variable,
};

struct RecordColumn {
    std::string name;
    const model::Entity* entity = nullptr;
    const model::Attribute* attribute = nullptr; ///< null: an expression
    ValueKind kind = ValueKind::Fixed;
    double fixedBytes = 0;
    model::Lengths lengths;       ///< Variable
    model::IntegerRange integers; ///< Integer
    double nullShare = 0;
    bool nullable = false;
    double declaredBytes = 0; ///< InnoDB: most bytes of the declared type; decides the length bytes
};

/// The column as the engine's type stores it.
RecordColumn recordColumn(const SizeContext& context, const model::Structure& structure,
                          const model::StructureColumn& column);
/// An expression in an index: a text of 32 bytes.
RecordColumn expressionColumn(const std::string& text);

/// The measured rows, in an order without pattern.
struct RecordSample {
    std::vector<double>
        inPage;      ///< bytes of each record in its page, with its own headers; one alone when all are alike
    double mean = 0; ///< of inPage
    double meanSquare = 0;
    double outsidePages = 0; ///< mean pages of a row's values, or of the tail of its record, elsewhere
    double moved = 0;        ///< share of rows with something outside
    bool alike() const { return meanSquare - mean * mean < 1e-6; }
};

struct InnodbFormat {
    double header = 5;
    double transactionId = 6;
    double rollPointer = 7;
    double shortMost = 127;
    double offPageRow = 8126;
    double offPagePointer = 20;
    double offPageLeast = 40;
    double offPagePayload = 16330;
    static InnodbFormat of(const model::EngineProfile& profile);
};
/// "system": the transaction id and roll pointer of clustered records; "extra": a hidden row id or a child's number.
RecordSample innodbRecords(const std::vector<RecordColumn>& columns, const InnodbFormat& format, bool system,
                           double extra);

struct SqliteFormat {
    double pageBytes = 4096;
    double overflowPointer = 4;
    static SqliteFormat of(const model::EngineProfile& profile);
};
/// Bytes of the variable-length integer of the file format: 7 bits a byte, 9 bytes at most.
double varintBytes(double value);
/// The mean of that over 1 … n.
double meanVarintBytes(double n);
/// Bytes of a whole number's body: 0 for 0 and 1, then 1, 2, 3, 4, 6, 8.
double integerBodyBytes(double value);
/// Cells of a tree. "rows" > 0: a table tree, whose cells carry the rowid outside the payload.
RecordSample sqliteCells(const std::vector<RecordColumn>& columns, const SqliteFormat& format, double rows);

/// Bytes of DECIMAL(precision, scale): four for nine digits on either side of the point (MySQL manual, "Data Type
/// Storage Requirements").
double mysqlDecimalBytes(int precision, int scale);

} // namespace shardscape::estimator
