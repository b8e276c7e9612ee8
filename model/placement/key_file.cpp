// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/placement/key_file.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "model/base/nearest_name.h"

namespace shardscape::model {

namespace {

/// Records that are looked at before the types are settled.
constexpr std::size_t kAhead = 1000;

/// A number as a program would print it, so that nothing is lost by taking it for one: not 007, not +1.
bool isPlainInteger(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() && std::to_string(number) == text;
}

bool isColumnNumber(const std::string& column) {
    return !column.empty() && column.size() < 7 &&
           std::all_of(column.begin(), column.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Whether numbers go where their decimal text goes.
bool takesNumbersAsText(const Placement& placement) {
    for (std::int64_t number : {0, 42, 1'000'003}) {
        const Place ofNumber = placement.place(number);
        const Place ofText = placement.place(std::string_view(std::to_string(number)));
        if (ofNumber.hash != ofText.hash || ofNumber.partition != ofText.partition)
            return false;
    }
    return true;
}

} // namespace

KeyFile::KeyFile(std::istream& in, const std::string& name, const KeyFileOptions& options, const Placement& placement)
    : m_reader(std::make_unique<CsvReader>(in, name, options.separator))
    , m_placement(&placement)
    , m_file(name)
    , m_options(options) {
    if (m_options.columns.empty())
        m_options.columns = {"1"};
}

Result<KeyFile> KeyFile::open(std::istream& in, const std::string& name, const KeyFileOptions& options,
                              const Placement& placement) {
    KeyFile file(in, name, options, placement);
    if (const auto started = file.start(); !started)
        return fail(started.error());
    return file;
}

Error KeyFile::problem(std::string message, std::string advice, int line, int column) const {
    return {ErrorCode::Invalid, std::move(message), std::move(advice), m_file, line, column};
}

bool KeyFile::named() const {
    return !std::all_of(m_options.columns.begin(), m_options.columns.end(), isColumnNumber) ||
           (!m_options.weight.empty() && !isColumnNumber(m_options.weight));
}

Result<void> KeyFile::start() {
    const std::size_t keys = m_options.columns.size();
    if (m_options.types.size() > 1 && m_options.types.size() != keys)
        return fail(ErrorCode::Invalid, "there are " + std::to_string(m_options.types.size()) + " types for " +
                                            std::to_string(keys) + " key columns");
    if (named() && m_options.header == KeyFileOptions::Header::Absent)
        return fail(ErrorCode::Invalid, "columns of a file without a header have no names", "give their numbers");
    while (m_ahead.size() <= kAhead) {
        const auto more = m_reader->next(m_record);
        if (!more)
            return fail(more.error());
        if (!*more)
            break;
        CopiedRecord copy;
        for (const CsvField& field : m_record)
            copy.push_back({std::string(field.text), field.quoted, field.line, field.column});
        m_ahead.push_back(std::move(copy));
    }
    bool header = named() || m_options.header == KeyFileOptions::Header::Present;
    if (const auto found = findColumns(header && !m_ahead.empty() ? &m_ahead.front() : nullptr); !found)
        return fail(found.error());
    if (!m_options.types.empty())
        m_types.assign(keys, m_options.types.front());
    if (m_options.types.size() == keys)
        m_types = m_options.types;
    if (!header && m_options.header == KeyFileOptions::Header::Detect && m_ahead.size() > 1)
        header =
            m_types.empty() ? looksLikeNames(m_ahead[0]) && allIntegers(1) : !reads(m_ahead[0]) && reads(m_ahead[1]);
    if (header && !m_ahead.empty()) {
        for (std::size_t column : m_columns)
            m_names.push_back(column < m_ahead.front().size() ? m_ahead.front()[column].text : std::string());
        m_ahead.pop_front();
    }
    if (m_types.empty())
        chooseTypes();
    m_row.resize(m_options.join ? 1 : keys);
    return m_placement->accepts(m_options.join ? std::vector<KeyType>{KeyType::Text} : m_types);
}

Result<void> KeyFile::findColumns(const CopiedRecord* header) {
    for (const std::string& column : m_options.columns) {
        const auto found = columnOf(column, header);
        if (!found)
            return fail(found.error());
        m_columns.push_back(*found);
    }
    if (m_options.weight.empty())
        return {};
    const auto found = columnOf(m_options.weight, header);
    if (!found)
        return fail(found.error());
    m_weightColumn = *found;
    return {};
}

Result<std::size_t> KeyFile::columnOf(const std::string& column, const CopiedRecord* header) const {
    std::vector<std::string_view> names;
    for (std::size_t i = 0; header != nullptr && i < header->size(); ++i) {
        if ((*header)[i].text == column)
            return i;
        names.emplace_back((*header)[i].text);
    }
    if (isColumnNumber(column) && column != "0")
        return static_cast<std::size_t>(std::stoul(column)) - 1;
    const std::string_view near = nearestName(column, names);
    return fail(problem("there is no column \"" + column + "\"",
                        near.empty() ? "columns are named in the first line, or numbered from 1"
                                     : "did you mean \"" + std::string(near) + "\"?",
                        1, 1));
}

bool KeyFile::reads(const CopiedRecord& record) const {
    KeyValue value;
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        if (m_columns[i] < record.size() && !value.read(m_types[i], record[m_columns[i]].text))
            return false;
    return true;
}

bool KeyFile::looksLikeNames(const CopiedRecord& record) const {
    return std::all_of(m_columns.begin(), m_columns.end(), [&](std::size_t column) {
        if (column >= record.size() || record[column].text.empty())
            return false;
        const auto first = static_cast<unsigned char>(record[column].text.front());
        return first == '_' || (first | 0x20U) - 'a' < 26 || first >= 0x80;
    });
}

bool KeyFile::allIntegers(std::size_t from) const {
    bool any = false;
    for (std::size_t i = from; i < m_ahead.size(); ++i)
        for (std::size_t column : m_columns) {
            if (column >= m_ahead[i].size() || !isPlainInteger(m_ahead[i][column].text))
                return false;
            any = true;
        }
    return any;
}

/// Each column by itself.
void KeyFile::chooseTypes() {
    const bool numbers = !m_options.join && (m_columns.size() > 1 || !takesNumbersAsText(*m_placement));
    for (std::size_t column : m_columns) {
        const bool integers =
            numbers && !m_ahead.empty() && std::all_of(m_ahead.begin(), m_ahead.end(), [&](const CopiedRecord& record) {
                return column < record.size() && isPlainInteger(record[column].text);
            });
        m_types.push_back(integers ? KeyType::Int : KeyType::Text);
    }
    m_guessed = true;
}

Result<bool> KeyFile::next() {
    if (!m_ahead.empty()) {
        m_record.clear();
        for (const Copy& field : m_ahead.front())
            m_record.push_back({field.text, field.quoted, field.line, field.column});
        const auto taken = take(m_record);
        m_ahead.pop_front();
        return taken ? Result<bool>(true) : fail(taken.error());
    }
    const auto more = m_reader->next(m_record);
    if (!more || !*more)
        return more;
    const auto taken = take(m_record);
    return taken ? Result<bool>(true) : fail(taken.error());
}

Result<void> KeyFile::take(const std::vector<CsvField>& record) {
    const auto field = [&](std::size_t column) -> Result<const CsvField*> {
        if (column < record.size())
            return &record[column];
        return fail(problem("column " + std::to_string(column + 1) + " is missing, the record has " +
                                std::to_string(record.size()),
                            "is the separator right?", record.front().line, record.front().column));
    };
    m_joined.clear();
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const auto key = field(m_columns[i]);
        if (!key)
            return fail(key.error());
        if (m_options.join) {
            m_joined += i == 0 ? std::string_view() : std::string_view(*m_options.join);
            m_joined += (*key)->text;
        } else if (const auto read = readColumn(i, **key); !read) {
            return read;
        }
    }
    if (m_options.join)
        if (const auto read = m_row.front().read(KeyType::Text, m_joined); !read)
            return read;
    if (!m_weightColumn)
        return {};
    const auto weight = field(*m_weightColumn);
    if (!weight)
        return fail(weight.error());
    const std::string_view text = (*weight)->text;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), m_weight);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(m_weight) || m_weight < 0)
        return fail(problem("'" + std::string(text) + "' is not a weight", "expected a number from 0 on",
                            (*weight)->line, (*weight)->column));
    return {};
}

Result<void> KeyFile::readColumn(std::size_t i, const CsvField& field) {
    const KeyType type = m_types[i];
    if (field.text.empty() && !field.quoted && m_placement->placesNull()) {
        m_row[i].setNull(type);
        return {};
    }
    auto read = m_row[i].read(type, field.text);
    if (read)
        return {};
    Error error = read.error();
    error.file = m_file;
    error.line = field.line;
    error.column = field.column;
    if (m_guessed)
        error.advice = "the first keys are integers; if they are to be hashed as text use --type text";
    return fail(error);
}

} // namespace shardscape::model
