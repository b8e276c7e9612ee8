// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/size/record.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>

#include "estimator/size/draw.h"
#include "model/physical/sql_dialect.h"

namespace shardscape::estimator {

using namespace model;

namespace {

constexpr double kMissing = -1; ///< a null

/// SQLite: bytes that a whole number takes more from this value on.
constexpr std::array<std::pair<double, double>, 6> kIntegerBytes{
    {{2, 1}, {128, 1}, {32768, 1}, {8388608, 1}, {2147483648.0, 2}, {140737488355328.0, 2}}};

/// The values of a column in all drawn rows: their bytes, or their numbers; kMissing for a null.
void drawValues(const RecordColumn& column, std::size_t at, Drawn& out) {
    Drawn scratch;
    if (column.kind == ValueKind::Variable) {
        drawLengths(column.lengths, valueDimension(at), out);
    } else if (column.kind == ValueKind::Integer) {
        constexpr double kMost = 9e18; // of a whole number of 64 bits
        const double span = std::min(kMost, column.integers.high - column.integers.low + 1);
        const Drawn& shares = drawnShares(valueDimension(at), scratch);
        for (std::size_t i = 0; i < kDrawnRows; ++i)
            out[i] = column.integers.low + static_cast<double>(static_cast<std::int64_t>(span * shares[i]));
    } else {
        out.fill(column.fixedBytes);
    }
    if (column.nullShare > 0) {
        const Drawn& shares = drawnShares(nullDimension(at), scratch);
        for (std::size_t i = 0; i < kDrawnRows; ++i)
            out[i] = shares[i] < column.nullShare ? kMissing : out[i];
    }
}

/// Whether all rows have the same bytes in this column.
bool isAlike(const RecordColumn& column) {
    if (column.nullShare > 0 && column.nullShare < 1)
        return false;
    switch (column.kind) {
    case ValueKind::Variable: return column.lengths.least == column.lengths.most;
    case ValueKind::Integer: return integerBodyBytes(column.integers.low) == integerBodyBytes(column.integers.high);
    default: return true;
    }
}

RecordSample summed(const Drawn& inPage, const Drawn& outsidePages, const std::vector<RecordColumn>& columns) {
    RecordSample out;
    out.inPage.assign(inPage.begin(), inPage.end());
    if (std::all_of(columns.begin(), columns.end(), isAlike))
        out.inPage.resize(1);
    for (std::size_t i = 0; i < out.inPage.size(); ++i) {
        out.mean += inPage[i];
        out.meanSquare += inPage[i] * inPage[i];
        out.outsidePages += outsidePages[i];
        out.moved += outsidePages[i] > 0;
    }
    const auto count = static_cast<double>(out.inPage.size());
    out.mean /= count;
    out.meanSquare /= count;
    out.outsidePages /= count;
    out.moved /= count;
    return out;
}

/// Bytes that say how long a value is.
double innodbLengthBytes(const RecordColumn& column, double bytes, const InnodbFormat& format) {
    return column.declaredBytes <= 255 || bytes <= format.shortMost ? 1 : 2;
}

/// The longest record that the columns allow.
double longestInnodbRecord(const std::vector<RecordColumn>& columns, double fixed) {
    double sum = fixed;
    for (const RecordColumn& column : columns)
        sum += column.kind == ValueKind::Variable ? 2 + std::max(column.lengths.most, column.lengths.mean)
                                                  : column.fixedBytes;
    return sum;
}

/// Moves the longest values of one record out of its page while it is too long. Returns the pages that they take.
double moveInnodbValues(const std::vector<RecordColumn>& columns, std::vector<Drawn>& values, std::size_t row,
                        const InnodbFormat& format, double& inPage) {
    double outside = 0;
    while (inPage >= format.offPageRow) {
        std::size_t longest = columns.size();
        for (std::size_t at = 0; at < columns.size(); ++at)
            if (columns[at].kind == ValueKind::Variable && values[at][row] > format.offPageLeast &&
                (longest == columns.size() || values[at][row] > values[longest][row]))
                longest = at;
        if (longest == columns.size())
            break; // the server refuses such a row; limits are checked elsewhere
        double& moved = values[longest][row];
        inPage -= moved + innodbLengthBytes(columns[longest], moved, format);
        inPage += format.offPagePointer + 2;
        outside += std::ceil(moved / format.offPagePayload);
        moved = format.offPagePointer;
    }
    return outside;
}

} // namespace

RecordColumn expressionColumn(const std::string& text) {
    RecordColumn out;
    out.name = text;
    out.kind = ValueKind::Variable;
    out.lengths = {32, 44, 20, 1};
    out.nullable = true;
    out.declaredBytes = 255;
    return out;
}

double mysqlDecimalBytes(int precision, int scale) {
    static constexpr std::array<double, 10> kRest{0, 1, 1, 2, 2, 3, 3, 4, 4, 4};
    const int whole = std::max(0, precision - scale);
    const auto bytes = [](int digits) { return 4.0 * (digits / 9) + kRest[static_cast<std::size_t>(digits % 9)]; };
    return bytes(whole) + bytes(std::max(0, scale));
}

namespace {

/// Elements of an array as JSON text: brackets, commas, and nine digits of a number (four of a small one).
double arrayTextBytes(const SizeContext& context, const Entity& entity, const Attribute& attribute) {
    const double bytes = payloadFigure(context, entity, attribute).value();
    const TypeKind kind = attribute.type.element ? attribute.type.element->kind : TypeKind::Text;
    const double width = kind == TypeKind::Int16                               ? 2
                         : kind == TypeKind::Int32 || kind == TypeKind::Float  ? 4
                         : kind == TypeKind::Int64 || kind == TypeKind::Double ? 8
                         : kind == TypeKind::Uuid                              ? 16
                                                                               : 0;
    if (width <= 0)
        return bytes;
    const double text = kind == TypeKind::Uuid ? 38 : kind == TypeKind::Int16 ? 4 : 9;
    return 1 + std::max(1.0, bytes / width) * (text + 1);
}

void describeMysql(const SizeContext& context, const StructureColumn& column, RecordColumn& out) {
    const std::string& native = column.nativeType;
    const auto declared = [&](const char* word) {
        const std::string start = std::string(word) + "(";
        return native.starts_with(start) ? std::atoi(native.c_str() + start.size()) : 0;
    };
    if (const int digits = declared("DECIMAL")) {
        const std::size_t comma = native.find(',');
        out.fixedBytes =
            mysqlDecimalBytes(digits, comma == std::string::npos ? 0 : std::atoi(native.c_str() + comma + 1));
        return;
    }
    if (const int fraction = declared("DATETIME"); native.starts_with("DATETIME(")) {
        out.fixedBytes = 5 + (fraction + 1) / 2;
        return;
    }
    if (const int fraction = declared("TIME"); native.starts_with("TIME(")) {
        out.fixedBytes = 3 + (fraction + 1) / 2;
        return;
    }
    if (native.starts_with("ENUM(")) {
        const EnumType* labels = context.project.enums.find(column.type.enumeration);
        out.fixedBytes = labels && labels->labels.size() > 255 ? 2 : 1;
        return;
    }
    if (native == "POINT") { // four bytes of reference system and a point of 21 bytes, as a BLOB
        out.kind = ValueKind::Variable;
        out.lengths = {25, 25, 25, 1};
        out.declaredBytes = 65535;
        return;
    }
    if (const int characters = declared("CHAR")) { // of variable length in utf8mb4, padded to its characters
        out.kind = ValueKind::Variable;
        out.lengths = {static_cast<double>(characters), static_cast<double>(characters),
                       static_cast<double>(characters), 1};
        out.declaredBytes = 4.0 * characters;
        return;
    }
    static constexpr std::array<std::pair<const char*, double>, 9> kFixed{{{"BINARY(16)", 16},
                                                                           {"TINYINT(1)", 1},
                                                                           {"SMALLINT", 2},
                                                                           {"INT", 4},
                                                                           {"BIGINT", 8},
                                                                           {"FLOAT", 4},
                                                                           {"DOUBLE", 8},
                                                                           {"DATE", 3},
                                                                           {"ROWID", 6}}};
    for (const auto& [word, bytes] : kFixed)
        if (native == word) {
            out.fixedBytes = bytes;
            return;
        }
    out.kind = ValueKind::Variable;
    const int characters = declared("VARCHAR");
    const int bytes = declared("VARBINARY");
    out.declaredBytes = characters > 0 ? 4.0 * characters : bytes > 0 ? bytes : 65535;
}

void describeSqlite(const SizeContext& context, const StructureColumn& column, RecordColumn& out) {
    switch (column.type.kind) {
    case TypeKind::Bool:
        out.kind = ValueKind::Integer;
        out.integers = {0, 1};
        return;
    case TypeKind::Int16:
    case TypeKind::Int32:
    case TypeKind::Int64:
        out.kind = ValueKind::Integer;
        if (out.attribute)
            out.integers = integersOf(context.cardinality, out.entity->id, out.attribute->id);
        return;
    case TypeKind::Float:
    case TypeKind::Double:
        out.kind = ValueKind::Real;
        out.fixedBytes = 8;
        return;
    case TypeKind::Decimal:
        if (column.type.precision > 0 && column.type.scale == 0) {
            out.kind = ValueKind::Integer;
            out.integers = {std::pow(10.0, column.type.precision - 1), std::pow(10.0, column.type.precision) - 1};
            return;
        }
        out.kind = ValueKind::Real;
        out.fixedBytes = 8;
        return;
    case TypeKind::Timestamp: out.fixedBytes = column.type.precision > 0 ? 20 + column.type.precision : 19; return;
    case TypeKind::Enum:
        out.kind = ValueKind::Variable;
        if (out.attribute) {
            const double mean = textBytes(context, *out.entity, *out.attribute);
            out.lengths = {mean, mean, mean, 1};
            if (const EnumType* labels = context.project.enums.find(column.type.enumeration);
                labels && !labels->labels.empty()) {
                const auto shorter = [](const std::string& a, const std::string& b) { return a.size() < b.size(); };
                const auto [least, most] = std::minmax_element(labels->labels.begin(), labels->labels.end(), shorter);
                out.lengths.least = static_cast<double>(least->size());
                out.lengths.most = 2 * mean - out.lengths.least;
            }
        }
        return;
    default: break;
    }
    const std::string key = std::string("types.") + model::name(column.type.kind) + ".width_bytes";
    if (const auto width = context.profile.find(key)) {
        out.fixedBytes = *width;
        return;
    }
    out.kind = ValueKind::Variable;
}

} // namespace

RecordColumn recordColumn(const SizeContext& context, const Structure&, const StructureColumn& column) {
    RecordColumn out;
    out.name = column.name;
    out.entity = context.project.entities.find(column.source.entity);
    out.attribute = out.entity ? out.entity->find(column.source.attribute) : nullptr;
    out.nullable = column.nullable;
    out.nullShare = out.attribute ? nullShare(*out.attribute) : 0;
    if (sqlDialectOf(context.profile.dialect) == SqlDialect::MySql)
        describeMysql(context, column, out);
    else
        describeSqlite(context, column, out);
    if (out.kind != ValueKind::Variable || out.lengths.mean > 0)
        return out;
    double mean = compositionBytes(context, column.composition);
    if (out.attribute)
        mean = column.type.kind == TypeKind::Array ? arrayTextBytes(context, *out.entity, *out.attribute)
                                                   : payloadFigure(context, *out.entity, *out.attribute).value();
    out.lengths = out.attribute ? lengthsOf(*out.attribute, mean) : Lengths{mean, mean, mean, 1};
    if (column.type.kind == TypeKind::Array && out.attribute) { // as text in the same proportion
        const double bytes = payloadFigure(context, *out.entity, *out.attribute).value();
        out.lengths = lengthsOf(*out.attribute, bytes);
        for (double* length : {&out.lengths.mean, &out.lengths.most, &out.lengths.least})
            *length *= mean / std::max(1.0, bytes);
    }
    return out;
}

InnodbFormat InnodbFormat::of(const EngineProfile& profile) {
    InnodbFormat f;
    f.header = profile.value("storage.record_header_bytes");
    f.transactionId = profile.value("storage.transaction_id_bytes");
    f.rollPointer = profile.value("storage.roll_pointer_bytes");
    f.shortMost = profile.value("storage.short_value_max_bytes");
    f.offPageRow = profile.value("storage.off_page_row_bytes");
    f.offPagePointer = profile.value("storage.off_page_pointer_bytes");
    f.offPageLeast = profile.value("storage.off_page_least_bytes");
    f.offPagePayload = profile.value("storage.off_page_payload_bytes");
    return f;
}

RecordSample innodbRecords(const std::vector<RecordColumn>& columns, const InnodbFormat& format, bool system,
                           double extra) {
    const auto nullable = static_cast<double>(
        std::count_if(columns.begin(), columns.end(), [](const RecordColumn& column) { return column.nullable; }));
    const double fixed =
        format.header + std::ceil(nullable / 8) + (system ? format.transactionId + format.rollPointer : 0) + extra;
    const bool mayMove = longestInnodbRecord(columns, fixed) >= format.offPageRow;
    std::vector<Drawn> kept(mayMove ? columns.size() : 1);
    Drawn inPage, outsidePages{};
    inPage.fill(fixed);
    for (std::size_t at = 0; at < columns.size(); ++at) {
        Drawn& values = kept[mayMove ? at : 0];
        drawValues(columns[at], at, values);
        const double shortMost =
            columns[at].declaredBytes <= 255 ? std::numeric_limits<double>::max() : format.shortMost;
        if (columns[at].kind == ValueKind::Variable)
            for (std::size_t i = 0; i < kDrawnRows; ++i)
                inPage[i] += values[i] < 0 ? 0 : values[i] + (values[i] <= shortMost ? 1 : 2);
        else
            for (std::size_t i = 0; i < kDrawnRows; ++i)
                inPage[i] += values[i] < 0 ? 0 : values[i];
    }
    if (mayMove)
        for (std::size_t i = 0; i < kDrawnRows; ++i)
            outsidePages[i] = moveInnodbValues(columns, kept, i, format, inPage[i]);
    return summed(inPage, outsidePages, columns);
}

SqliteFormat SqliteFormat::of(const EngineProfile& profile) {
    return {profile.value("storage.page_size_bytes"), profile.value("storage.overflow_pointer_bytes")};
}

double varintBytes(double value) {
    double bytes = 1;
    for (int digits = 1; digits <= 8; ++digits)
        bytes += value >= static_cast<double>(std::int64_t{1} << (7 * digits)) ? 1 : 0;
    return bytes;
}

double meanVarintBytes(double n) {
    if (n < 1)
        return 1;
    double total = 0, below = 0;
    for (int bytes = 1; bytes <= 9 && below < n; ++bytes) {
        const double limit = bytes == 9 ? n : std::min(n, std::pow(128.0, bytes) - 1);
        total += bytes * (limit - below);
        below = limit;
    }
    return total / n;
}

double integerBodyBytes(double value) {
    const double magnitude = value < 0 ? std::max(2.0, -value - 1) : value; // below 0 one byte at least
    double bytes = 0;
    for (const auto& [from, more] : kIntegerBytes)
        bytes += magnitude >= from ? more : 0;
    return bytes;
}

namespace {

/// The serial type of a text of these bytes: a number twice its length, which is what makes its varint longer.
double textType(double bytes) {
    return 13 + 2 * bytes;
}

/// Moves the tail of a payload that is too long to overflow pages. Returns how many.
double overflowPages(double payload, double most, double least, const SqliteFormat& format, double& inPage) {
    if (payload <= most)
        return 0;
    const double page = format.pageBytes - format.overflowPointer;
    const double kept = least + std::fmod(payload - least, page);
    const double local = kept <= most ? kept : least;
    inPage += local - payload + format.overflowPointer;
    return std::ceil((payload - local) / page);
}

} // namespace

RecordSample sqliteCells(const std::vector<RecordColumn>& columns, const SqliteFormat& format, double rows) {
    const bool table = rows > 0;
    const double usable = format.pageBytes;
    // File format, 1.6: what of a payload stays in the page.
    const double most = table ? usable - 35 : std::floor((usable - 12) * 64 / 255) - 23;
    const double least = std::floor((usable - 12) * 32 / 255) - 23;
    const double rowNumber = table ? meanVarintBytes(rows) : 0;
    Drawn types, bodies{}, values;
    types.fill(static_cast<double>(columns.size())); // nulls, numbers and short values take one byte
    double longest = 9 + 9 * static_cast<double>(columns.size());
    for (std::size_t at = 0; at < columns.size(); ++at) {
        const RecordColumn& column = columns[at];
        if (column.kind == ValueKind::RowNumber)
            continue;
        drawValues(column, at, values);
        const double highest = *std::max_element(values.begin(), values.end());
        if (column.kind == ValueKind::Integer) {
            for (const auto& [from, bytes] : kIntegerBytes)
                if (from <= highest)
                    addFrom(values, from, bytes, bodies);
            continue;
        }
        for (std::size_t i = 0; i < kDrawnRows; ++i)
            bodies[i] += values[i] < 0 ? 0 : values[i];
        longest += std::max(0.0, highest);
        if (column.kind == ValueKind::Real)
            continue;
        for (double limit = 128; limit <= textType(highest); limit *= 128)
            addFrom(values, (limit - textType(0)) / 2, 1, types);
    }
    Drawn payloads, inPage, outsidePages{};
    for (std::size_t i = 0; i < kDrawnRows; ++i) {
        payloads[i] = types[i] + (types[i] < 127 ? 1 : 2) + bodies[i];
        inPage[i] = payloads[i] + rowNumber + 1;
    }
    for (double limit = 128; limit <= longest; limit *= 128)
        addFrom(payloads, limit, 1, inPage);
    if (longest > most)
        for (std::size_t i = 0; i < kDrawnRows; ++i)
            outsidePages[i] = overflowPages(payloads[i], most, least, format, inPage[i]);
    return summed(inPage, outsidePages, columns);
}

} // namespace shardscape::estimator
