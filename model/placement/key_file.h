// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/base/csv.h"
#include "model/placement/placement.h"

namespace shardscape::model {

/// Which fields of a file of comma-separated values make the key, and how they are to be read.
struct KeyFileOptions {
    std::vector<std::string> columns; ///< names of the header or numbers from 1; empty: the first column
    /// One for all columns or one for each. Empty: int where all of the first records are integers and the placement
    /// takes a number for something else than its text, otherwise text.
    std::vector<KeyType> types;
    std::string weight; ///< column of the requests or bytes that a record stands for; empty: 1 each
    enum class Header { Detect, Present, Absent } header = Header::Detect;
    char separator = ',';
    /// Makes one text of the columns, with this between them.
    std::optional<std::string> join;
};

/// The keys of a file, one after the other, in memory that does not grow with it. A first line is taken as a header
/// where a column is named, and otherwise where it cannot be read as the types although the records after it can.
/// An empty field without quotes is NULL where the placement has a place for it, an empty text for a text column, and
/// refused otherwise.
class KeyFile {
public:
    /// Reads the header and as much as it takes to tell the types. The stream and the placement must outlive the file;
    /// `name` is used in errors. Errors: those of CsvReader, a column that is not there (with the nearest name), types
    /// that the placement does not take.
    static Result<KeyFile> open(std::istream& in, const std::string& name, const KeyFileOptions& options,
                                const Placement& placement);

    /// Reads the next key; false at the end. Errors: with line and column, a field that is missing or not of its type,
    /// a weight that is not a number from 0 on.
    Result<bool> next();

    KeyRow row() const { return m_row; }
    double weight() const { return m_weight; }
    const std::vector<KeyType>& types() const { return m_types; }
    /// The names of the key columns, where there was a header.
    const std::vector<std::string>& names() const { return m_names; }

private:
    struct Copy {
        std::string text;
        bool quoted;
        int line;
        int column;
    };
    using CopiedRecord = std::vector<Copy>;

    KeyFile(std::istream& in, const std::string& name, const KeyFileOptions& options, const Placement& placement);
    Result<void> start();
    Result<void> findColumns(const CopiedRecord* header);
    Result<std::size_t> columnOf(const std::string& column, const CopiedRecord* header) const;
    bool named() const;
    bool reads(const CopiedRecord& record) const;
    bool looksLikeNames(const CopiedRecord& record) const;
    bool allIntegers(std::size_t from) const;
    void chooseTypes();
    Result<void> take(const std::vector<CsvField>& record);
    Result<void> readColumn(std::size_t i, const CsvField& field);
    Error problem(std::string message, std::string advice, int line, int column) const;

    std::unique_ptr<CsvReader> m_reader;
    const Placement* m_placement;
    std::string m_file;
    KeyFileOptions m_options;
    std::vector<std::size_t> m_columns; ///< places of the key's fields
    std::optional<std::size_t> m_weightColumn;
    std::vector<KeyType> m_types; ///< of the fields, before they are joined
    std::vector<std::string> m_names;
    std::deque<CopiedRecord> m_ahead; ///< read to tell the types
    std::vector<CsvField> m_record;
    std::vector<KeyValue> m_row;
    std::string m_joined;
    double m_weight = 1;
    bool m_guessed = false;
};

} // namespace shardscape::model
