// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "model/base/result.h"

struct sqlite3;
struct sqlite3_stmt;

/// A thin cover over the SQLite library, for this folder only. The first failure is remembered; everything after it
/// does nothing, so that a sequence of calls is checked once, at its end.
namespace shardscape::model {

class SqliteStatement;

class SqliteDatabase {
public:
    /// An empty database in memory.
    SqliteDatabase();
    /// A database in memory with these bytes, read only.
    explicit SqliteDatabase(std::string bytes);
    ~SqliteDatabase();
    SqliteDatabase(const SqliteDatabase&) = delete;
    SqliteDatabase& operator=(const SqliteDatabase&) = delete;

    void execute(const std::string& sql);
    std::string serialized();
    bool ok() const { return m_failure.empty(); }
    /// What SQLite, or the reader of a row, said first.
    const std::string& failure() const { return m_failure; }
    void fail(std::string message);
    sqlite3* handle() const { return m_handle; }

private:
    void open();
    sqlite3* m_handle = nullptr;
    std::string m_failure;
};

class SqliteStatement {
public:
    SqliteStatement(SqliteDatabase& database, const std::string& sql);
    ~SqliteStatement();
    SqliteStatement(const SqliteStatement&) = delete;
    SqliteStatement& operator=(const SqliteStatement&) = delete;

    /// Parameters count from 1.
    void bindNull(int index);
    void bind(int index, std::int64_t value);
    void bind(int index, double value);
    void bind(int index, std::string_view value);
    /// Runs an INSERT and makes the statement ready for the next one.
    void insert();
    /// Goes to the next row; false at the end or after a failure.
    bool next();

    /// Columns count from 0.
    bool isNull(int index) const;
    bool isText(int index) const;
    std::int64_t integer(int index);
    double real(int index);
    std::string text(int index);
    /// Notes that the value at the column is not what it should be.
    void refuse(int index, const std::string& why);

private:
    void check(int code);
    SqliteDatabase& m_database;
    sqlite3_stmt* m_handle = nullptr;
};

} // namespace shardscape::model
