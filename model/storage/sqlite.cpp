// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/sqlite.h"

#include <cstring>

#include <fmt/format.h>
#include <sqlite3.h>

namespace shardscape::model {

void SqliteDatabase::open() {
    if (sqlite3_open_v2(":memory:", &m_handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_PRIVATECACHE,
                        nullptr) != SQLITE_OK) {
        fail(m_handle ? sqlite3_errmsg(m_handle) : "out of memory");
        return;
    }
    // A file may come from anywhere: nothing in its schema may do more than hold rows.
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
}

SqliteDatabase::SqliteDatabase() {
    open();
}

SqliteDatabase::SqliteDatabase(std::string bytes) {
    open();
    if (!ok())
        return;
    auto* copy = static_cast<unsigned char*>(sqlite3_malloc64(bytes.size() + 1));
    if (!copy) {
        fail("out of memory");
        return;
    }
    std::memcpy(copy, bytes.data(), bytes.size());
    const auto size = static_cast<sqlite3_int64>(bytes.size());
    if (sqlite3_deserialize(m_handle, "main", copy, size, size,
                            SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY) != SQLITE_OK)
        fail(sqlite3_errmsg(m_handle)); // the copy is freed by SQLite in either case
}

SqliteDatabase::~SqliteDatabase() {
    sqlite3_close_v2(m_handle);
}

void SqliteDatabase::fail(std::string message) {
    if (m_failure.empty())
        m_failure = message.empty() ? "unknown failure" : std::move(message);
}

void SqliteDatabase::execute(const std::string& sql) {
    if (ok() && sqlite3_exec(m_handle, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        fail(sqlite3_errmsg(m_handle));
}

std::string SqliteDatabase::serialized() {
    if (!ok())
        return {};
    sqlite3_int64 size = 0;
    unsigned char* bytes = sqlite3_serialize(m_handle, "main", &size, 0);
    if (!bytes) {
        fail("out of memory");
        return {};
    }
    std::string out(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
    sqlite3_free(bytes);
    return out;
}

SqliteStatement::SqliteStatement(SqliteDatabase& database, const std::string& sql)
    : m_database(database) {
    if (database.ok())
        check(sqlite3_prepare_v2(database.handle(), sql.c_str(), static_cast<int>(sql.size()), &m_handle, nullptr));
}

SqliteStatement::~SqliteStatement() {
    sqlite3_finalize(m_handle);
}

void SqliteStatement::check(int code) {
    if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW)
        m_database.fail(sqlite3_errmsg(m_database.handle()));
}

void SqliteStatement::bindNull(int index) {
    if (m_database.ok())
        check(sqlite3_bind_null(m_handle, index));
}
void SqliteStatement::bind(int index, std::int64_t value) {
    if (m_database.ok())
        check(sqlite3_bind_int64(m_handle, index, value));
}
void SqliteStatement::bind(int index, double value) {
    if (m_database.ok())
        check(sqlite3_bind_double(m_handle, index, value));
}
void SqliteStatement::bind(int index, std::string_view value) {
    if (m_database.ok())
        check(sqlite3_bind_text64(m_handle, index, value.data() ? value.data() : "", value.size(), SQLITE_TRANSIENT,
                                  SQLITE_UTF8));
}

void SqliteStatement::insert() {
    if (!m_database.ok())
        return;
    check(sqlite3_step(m_handle));
    check(sqlite3_reset(m_handle));
}

bool SqliteStatement::next() {
    if (!m_database.ok())
        return false;
    const int code = sqlite3_step(m_handle);
    check(code);
    return code == SQLITE_ROW;
}

bool SqliteStatement::isNull(int index) const {
    return sqlite3_column_type(m_handle, index) == SQLITE_NULL;
}
bool SqliteStatement::isText(int index) const {
    return sqlite3_column_type(m_handle, index) == SQLITE_TEXT;
}

std::int64_t SqliteStatement::integer(int index) {
    if (sqlite3_column_type(m_handle, index) != SQLITE_INTEGER)
        refuse(index, "is not a whole number");
    return sqlite3_column_int64(m_handle, index);
}

double SqliteStatement::real(int index) {
    const int type = sqlite3_column_type(m_handle, index);
    if (type != SQLITE_FLOAT && type != SQLITE_INTEGER)
        refuse(index, "is not a number");
    return sqlite3_column_double(m_handle, index);
}

std::string SqliteStatement::text(int index) {
    if (sqlite3_column_type(m_handle, index) != SQLITE_TEXT)
        refuse(index, "is not text");
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(m_handle, index));
    return bytes ? std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_handle, index))) : std::string();
}

void SqliteStatement::refuse(int index, const std::string& why) {
    const char* name = sqlite3_column_name(m_handle, index);
    m_database.fail(fmt::format("the value of {} {}", name ? name : "a column", why));
}

} // namespace shardscape::model
