// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/generate/value_writer.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "model/generate/shuffle.h"

namespace shardscape::model {
namespace {

constexpr std::int64_t kFirstDay = 20454; ///< 2026-01-01
constexpr std::int64_t kSecondsOfDay = 86400;
constexpr std::uint64_t kFirstMillisecond = 20454ULL * 86400000ULL;
constexpr std::string_view kDigits = "0123456789abcdefghijklmnopqrstuvwxyz";
constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ";

/// Digits to the base 36 that tell n values apart.
std::size_t digitsFor(double n) {
    std::size_t digits = 1;
    for (double room = 36; room < n; room *= 36)
        ++digits;
    return digits;
}

/// A text of about "length" bytes for number k: its number first, letters without repetition behind it, so that no
/// compression finds anything in them.
std::string textFor(std::uint64_t k, std::size_t length, double distinct, std::uint64_t seed) {
    const std::size_t digits = digitsFor(distinct);
    std::string out(digits, '0');
    std::uint64_t rest = k;
    for (std::size_t i = digits; i-- > 0; rest /= 36)
        out[i] = kDigits[rest % 36];
    std::uint64_t bits = 0;
    for (std::uint64_t i = 0; out.size() < length; ++i, bits >>= 6) {
        if (i % 10 == 0)
            bits = mixed(mixed(seed, k), i);
        out += kLetters[bits % kLetters.size()];
    }
    if (!out.empty() && out.back() == ' ')
        out.back() = 'z'; // spaces at the end mean different things to different engines
    return out;
}

std::size_t lengthFor(const ValueShape& shape, std::uint64_t k) {
    // Multiples of the golden ratio: even over any run of numbers, so that a few values have the stated mean as well.
    const double u = std::fmod((static_cast<double>(k) + 0.5) * 0.6180339887498949, 1.0);
    return static_cast<std::size_t>(std::max(0.0, std::round(shape.lengths.at(u))));
}

std::string hexFor(std::uint64_t k, std::size_t bytes, double distinct, std::uint64_t seed) {
    std::string out;
    std::size_t own = 1;
    for (double room = 256; room < distinct; room *= 256)
        ++own;
    for (std::size_t i = std::max(own, std::size_t{1}); i-- > 0;)
        out += fmt::format("{:02x}", (k >> (8 * std::min<std::size_t>(i, 7))) & 0xFF);
    std::uint64_t bits = 0;
    for (std::uint64_t i = 0; out.size() < 2 * bytes; ++i, bits >>= 8) {
        if (i % 8 == 0)
            bits = mixed(mixed(seed, k), i);
        out += fmt::format("{:02x}", bits & 0xFF);
    }
    return out;
}

std::string uuidFor(const ValueShape& shape, std::uint64_t k) {
    std::uint64_t high = mixed(shape.seed, 2 * k), low = mixed(shape.seed, 2 * k + 1);
    const bool timed = shape.attribute->generator == Generator::UuidV7;
    if (timed) // RFC 9562: 48 bits of milliseconds, version 7
        high = ((kFirstMillisecond + k) << 16) | (high & 0xFFFF);
    high = (high & ~0xF000ULL) | (timed ? 0x7000ULL : 0x4000ULL);
    low = (low & 0x3FFFFFFFFFFFFFFFULL) | 0x8000000000000000ULL;
    return fmt::format("{:08x}-{:04x}-{:04x}-{:04x}-{:012x}", high >> 32, (high >> 16) & 0xFFFF, high & 0xFFFF,
                       low >> 48, low & 0xFFFFFFFFFFFFULL);
}

/// All digits of the type: the first is never 0, nor is the last group of four after the point.
std::string decimalFor(const ValueShape& shape, std::uint64_t k) {
    const Type& type = shape.attribute->type;
    const int precision = type.precision > 0 ? type.precision : 12;
    const int scale = type.precision > 0 ? type.scale : 4;
    const int digits = std::min(precision, 17);
    const double first = std::pow(10.0, digits - 1);
    const double step = std::max(1.0, std::floor(9 * first / std::max(1.0, shape.distinct)));
    auto number = static_cast<std::uint64_t>(first) + k * static_cast<std::uint64_t>(step);
    std::string text = fmt::format("{}", number);
    for (int i = digits; i < precision; ++i)
        text += static_cast<char>('1' + static_cast<char>(mixed(shape.seed + k, static_cast<std::uint64_t>(i)) % 9));
    if (scale <= 0)
        return text;
    const auto point = static_cast<std::size_t>(std::max(0, precision - scale));
    if (step > 1 && text.back() == '0')
        text.back() = '5';
    return (point == 0 ? "0" : text.substr(0, point)) + "." + text.substr(point);
}

std::string clockText(std::int64_t seconds) {
    return fmt::format("{:02}:{:02}:{:02}", seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
}

Cell otherFor(const ValueShape& shape, std::uint64_t k) {
    const std::string& native = shape.attribute->type.native;
    const auto is = [&](std::string_view word) { return native.starts_with(word); };
    if (is("inet") || is("cidr"))
        return {Cell::Kind::Text, fmt::format("10.{}.{}.{}", k >> 16 & 255, k >> 8 & 255, k & 255)};
    if (is("macaddr"))
        return {Cell::Kind::Text,
                fmt::format("02:00:{:02x}:{:02x}:{:02x}:{:02x}", k >> 24 & 255, k >> 16 & 255, k >> 8 & 255, k & 255)};
    if (is("money") || is("oid") || is("xid"))
        return {Cell::Kind::Number, fmt::format("{}", k + 1)};
    if (is("xml"))
        return {Cell::Kind::Text,
                fmt::format("<v>{}</v>", textFor(k, lengthFor(shape, k), shape.distinct, shape.seed))};
    if (is("tsvector"))
        return {Cell::Kind::Text, fmt::format("'w{}':1", k)};
    if (is("int4range") || is("int8range") || is("numrange"))
        return {Cell::Kind::Text, fmt::format("[{},{})", k, k + 2)};
    if (is("bit") && !is("bit varying")) {
        const std::size_t open = native.find('(');
        const int bits = open == std::string::npos ? 1 : std::max(1, std::atoi(native.c_str() + open + 1));
        std::string text;
        for (int i = bits; i-- > 0;)
            text += (i < 64 && (k >> i & 1)) ? '1' : '0';
        return {Cell::Kind::Text, text};
    }
    const bool plain = native.empty() || is("citext") || is("name") || is("bpchar") || is("\"char\"");
    if (!plain && shape.attribute->nullable)
        return {}; // a type whose texts are not known here
    return {Cell::Kind::Text, textFor(k, lengthFor(shape, k), shape.distinct, shape.seed)};
}

Cell arrayFor(const ValueShape& shape, std::uint64_t k) {
    const Type* element = shape.attribute->type.element.get();
    const TypeKind kind = element ? element->kind : TypeKind::Text;
    const double width = kind == TypeKind::Int16                               ? 2
                         : kind == TypeKind::Int32 || kind == TypeKind::Float  ? 4
                         : kind == TypeKind::Int64 || kind == TypeKind::Double ? 8
                                                                               : 0;
    const bool numbers = width > 0 || kind == TypeKind::Decimal;
    const auto bytes = static_cast<double>(lengthFor(shape, k));
    const auto count = static_cast<std::uint64_t>(std::max(1.0, std::round(bytes / (width > 0 ? width : 16))));
    std::string out;
    for (std::uint64_t i = 0; i < count; ++i) {
        const std::uint64_t value = mixed(shape.seed + i, k);
        out += i > 0 ? "," : "";
        if (numbers) // the middle of what its bytes hold, as a number of all its digits
            out += fmt::format("{}", width == 2 ? 1000 + value % 9000 : 100000000 + value % 900000000);
        else if (kind == TypeKind::Uuid)
            out += fmt::format("{:08x}-0000-4000-8000-{:012x}", value >> 32, value & 0xFFFFFFFFFFFFULL);
        else if (kind == TypeKind::Date || kind == TypeKind::Timestamp)
            out += dateText(kFirstDay + static_cast<std::int64_t>(value % 365));
        else if (kind == TypeKind::Bool)
            out += value % 2 ? "true" : "false";
        else
            out += fmt::format("w{:x}", value & 0xFFFFFFF);
    }
    return {numbers || kind == TypeKind::Bool ? Cell::Kind::Numbers : Cell::Kind::Words, out};
}

Cell jsonFor(const ValueShape& shape, std::uint64_t k) {
    // Both are as long as text as PostgreSQL keeps them parsed, without a byte for true and null: an object of 4 bytes,
    // 4 for each key and each value, and the characters of keys and texts.
    const std::size_t length = lengthFor(shape, k);
    constexpr std::size_t kFrame = 34;
    if (length > kFrame + 6)
        return {Cell::Kind::Json, "{\"v\": \"" + textFor(k, length - kFrame, shape.distinct, shape.seed) +
                                      "\", \"ok\": true, \"new\": null}"};
    const std::size_t frame = shape.attribute->type.binary ? 13 : 9; // {"v": "…"}
    return {Cell::Kind::Json,
            "{\"v\": \"" + textFor(k, length > frame ? length - frame : 1, shape.distinct, shape.seed) + "\"}"};
}

} // namespace

std::string dateText(std::int64_t day) {
    // Days to civil date after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    const std::int64_t z = day + 719468;
    const std::int64_t era = (z >= 0 ? z : z - 146096) / 146097;
    const std::int64_t inEra = z - era * 146097;
    const std::int64_t year = (inEra - inEra / 1460 + inEra / 36524 - inEra / 146096) / 365;
    const std::int64_t inYear = inEra - (365 * year + year / 4 - year / 100);
    const std::int64_t shifted = (5 * inYear + 2) / 153;
    const std::int64_t dayOfMonth = inYear - (153 * shifted + 2) / 5 + 1;
    const std::int64_t month = shifted < 10 ? shifted + 3 : shifted - 9;
    return fmt::format("{:04}-{:02}-{:02}", year + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth);
}

double roomOf(const ValueShape& shape) {
    if (!shape.allowed.empty())
        return static_cast<double>(shape.allowed.size());
    const Type& type = shape.attribute->type;
    switch (type.kind) {
    case TypeKind::Bool: return 2;
    case TypeKind::Int16:
    case TypeKind::Int32:
    case TypeKind::Int64: return shape.most - shape.low + 1;
    case TypeKind::Decimal: return type.precision > 0 ? 9 * std::pow(10.0, type.precision - 1) : 1e17;
    case TypeKind::String: return type.length > 0 ? std::pow(36.0, type.length) : 1e18;
    case TypeKind::Date: return 2000000;
    case TypeKind::Time: return 86400;
    default: return 1e18;
    }
}

Cell valueOf(const ValueShape& shape, std::uint64_t k) {
    if (!shape.allowed.empty())
        return {Cell::Kind::Text, shape.allowed[k % shape.allowed.size()]};
    const Type& type = shape.attribute->type;
    const auto seconds = static_cast<std::int64_t>(std::floor(static_cast<double>(k) * shape.secondsApart));
    switch (type.kind) {
    case TypeKind::Uuid: return {Cell::Kind::Uuid, uuidFor(shape, k)};
    case TypeKind::Bool: return {Cell::Kind::Bool, k % 2 ? "true" : "false"};
    case TypeKind::Int16:
    case TypeKind::Int32:
    case TypeKind::Int64:
        if (shape.attribute->generator == Generator::Snowflake) // 41 bits of milliseconds, 22 of machine and sequence
            return {Cell::Kind::Number, fmt::format("{}", (static_cast<std::uint64_t>(kFirstSnowflake) & ~0x3FFFFFULL) +
                                                              (k << 22) + (mixed(shape.seed, k) & 0x3FFFFF))};
        return {Cell::Kind::Number,
                fmt::format("{}", static_cast<std::int64_t>(shape.low) + static_cast<std::int64_t>(k))};
    case TypeKind::Float:
        return {Cell::Kind::Number, fmt::format("{:.3f}", 1.25 * static_cast<double>(k % 1000000) + 0.625)};
    case TypeKind::Double: return {Cell::Kind::Number, fmt::format("{:.3f}", 1.25 * static_cast<double>(k) + 0.625)};
    case TypeKind::Decimal: return {Cell::Kind::Number, decimalFor(shape, k)};
    case TypeKind::String:
    case TypeKind::Text: {
        std::size_t length =
            type.fixedLength ? static_cast<std::size_t>(std::max(1, type.length)) : lengthFor(shape, k);
        if (type.kind == TypeKind::String && type.length > 0)
            length = std::min(length, static_cast<std::size_t>(type.length));
        return {Cell::Kind::Text, textFor(k, length, shape.distinct, shape.seed)};
    }
    case TypeKind::Binary: return {Cell::Kind::Binary, hexFor(k, lengthFor(shape, k), shape.distinct, shape.seed)};
    case TypeKind::Date: return {Cell::Kind::Text, dateText(kFirstDay + seconds / kSecondsOfDay)};
    case TypeKind::Time: return {Cell::Kind::Text, clockText(static_cast<std::int64_t>(k) % kSecondsOfDay)};
    case TypeKind::Timestamp: {
        std::string text = dateText(kFirstDay + seconds / kSecondsOfDay) + " " + clockText(seconds % kSecondsOfDay);
        if (type.precision > 0)
            text += fmt::format(".{:06}", mixed(shape.seed, k) % 999999 + 1)
                        .substr(0, static_cast<std::size_t>(type.precision) + 1);
        return {Cell::Kind::Text, text};
    }
    case TypeKind::Interval: return {Cell::Kind::Text, fmt::format("PT{:08}S", k % 100000000)};
    case TypeKind::Json: return jsonFor(shape, k);
    case TypeKind::Array: return arrayFor(shape, k);
    case TypeKind::GeoPoint: {
        const std::uint64_t bits = mixed(shape.seed, k);
        return {Cell::Kind::Point, fmt::format("{:.7f} {:.7f}", 100 + 79 * unit(bits), 10 + 79 * unit(mixed(bits)))};
    }
    case TypeKind::Enum: return {Cell::Kind::Text, textFor(k, 4, shape.distinct, shape.seed)};
    case TypeKind::Other: return otherFor(shape, k);
    }
    return {};
}

} // namespace shardscape::model
