// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/placement/key_value.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace shardscape::model {

namespace {

struct TypeName {
    std::string_view name;
    KeyType type;
};

/// The first name of each type is the one that help shows.
constexpr std::array kNames = {
    TypeName{"int", KeyType::Int},
    TypeName{"int2", KeyType::Int2},
    TypeName{"int4", KeyType::Int4},
    TypeName{"int8", KeyType::Int8},
    TypeName{"text", KeyType::Text},
    TypeName{"char", KeyType::Char},
    TypeName{"uuid", KeyType::Uuid},
    TypeName{"date", KeyType::Date},
    TypeName{"timestamp", KeyType::Timestamp},
    TypeName{"timestamptz", KeyType::TimestampTz},
    TypeName{"time", KeyType::Time},
    TypeName{"numeric", KeyType::Numeric},
    TypeName{"float4", KeyType::Float4},
    TypeName{"float8", KeyType::Float8},
    TypeName{"bytea", KeyType::Binary},
    TypeName{"bool", KeyType::Bool},
    TypeName{"objectid", KeyType::ObjectId},
    TypeName{"smallint", KeyType::Int2},
    TypeName{"integer", KeyType::Int4},
    TypeName{"bigint", KeyType::Int8},
    TypeName{"varchar", KeyType::Text},
    TypeName{"string", KeyType::Text},
    TypeName{"bpchar", KeyType::Char},
    TypeName{"decimal", KeyType::Numeric},
    TypeName{"real", KeyType::Float4},
    TypeName{"double", KeyType::Float8},
    TypeName{"bytes", KeyType::Binary},
    TypeName{"blob", KeyType::Binary},
    TypeName{"boolean", KeyType::Bool},
};

constexpr std::int64_t kMicrosADay = 86'400'000'000;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
int hexDigit(char c) {
    if (isDigit(c))
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// Appends the bytes of an even number of hexadecimal digits.
bool readHex(std::string_view digits, std::string& bytes) {
    if (digits.size() % 2 != 0)
        return false;
    for (std::size_t i = 0; i < digits.size(); i += 2) {
        const int high = hexDigit(digits[i]);
        const int low = hexDigit(digits[i + 1]);
        if (high < 0 || low < 0)
            return false;
        bytes.push_back(static_cast<char>(high << 4 | low));
    }
    return true;
}

bool readInteger(std::string_view text, std::int64_t least, std::int64_t most, std::int64_t& number) {
    if (!text.empty() && text.front() == '+')
        text.remove_prefix(1);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() && number >= least && number <= most;
}

bool readUuid(std::string_view text, std::string& bytes) {
    if (text.size() >= 2 && text.front() == '{' && text.back() == '}')
        text = text.substr(1, text.size() - 2);
    std::array<char, 32> digits{};
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '-' && count > 0 && count % 4 == 0 && text[i - 1] != '-')
            continue;
        if (count == digits.size())
            return false;
        digits[count++] = text[i];
    }
    return count == digits.size() && readHex({digits.data(), count}, bytes);
}

/// Reads what it can from the front of a text.
class Scanner {
public:
    explicit Scanner(std::string_view text)
        : m_rest(text) {}

    bool atEnd() const { return m_rest.empty(); }
    bool skip(char c) {
        if (m_rest.empty() || m_rest.front() != c)
            return false;
        m_rest.remove_prefix(1);
        return true;
    }
    bool skip(std::string_view word) {
        if (m_rest.substr(0, word.size()) != word)
            return false;
        m_rest.remove_prefix(word.size());
        return true;
    }
    bool digits(std::size_t least, std::size_t most, std::int64_t& number) {
        std::size_t count = 0;
        number = 0;
        for (; count < m_rest.size() && count < most && isDigit(m_rest[count]); ++count)
            number = number * 10 + (m_rest[count] - '0');
        m_rest.remove_prefix(count);
        return count >= least;
    }
    /// The digits behind a decimal point as microseconds, rounded half away from zero beyond the sixth.
    bool fraction(std::int64_t& micros) {
        micros = 0;
        std::size_t count = 0;
        for (; count < m_rest.size() && isDigit(m_rest[count]); ++count) {
            if (count < 6)
                micros = micros * 10 + (m_rest[count] - '0');
            else if (count == 6 && m_rest[count] >= '5')
                ++micros;
        }
        for (std::size_t i = count; i < 6; ++i)
            micros *= 10;
        m_rest.remove_prefix(count);
        return count > 0;
    }

private:
    std::string_view m_rest;
};

constexpr std::int64_t kDaysOfMonth[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

struct CivilDate {
    std::int64_t year = 0;
    std::int64_t month = 0;
    std::int64_t day = 0;
};

bool leap(std::int64_t year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}
/// yyyy-mm-dd; before Christ, year 1 is the year 0 of the calendar.
bool scanDate(Scanner& in, bool beforeChrist, CivilDate& date) {
    if (!in.digits(4, 6, date.year) || !in.skip('-') || !in.digits(1, 2, date.month) || !in.skip('-') ||
        !in.digits(1, 2, date.day))
        return false;
    if (beforeChrist)
        date.year = 1 - date.year;
    return date.month >= 1 && date.month <= 12 && date.day >= 1 &&
           date.day <= kDaysOfMonth[date.month - 1] + (date.month == 2 && leap(date.year) ? 1 : 0);
}

/// hh:mm[:ss[.ffffff]]
bool scanTime(Scanner& in, std::int64_t& micros) {
    std::int64_t hour = 0;
    std::int64_t minute = 0;
    std::int64_t second = 0;
    std::int64_t fraction = 0;
    if (!in.digits(1, 2, hour) || !in.skip(':') || !in.digits(2, 2, minute))
        return false;
    if (in.skip(':') && (!in.digits(2, 2, second) || (in.skip('.') && !in.fraction(fraction))))
        return false;
    micros = ((hour * 60 + minute) * 60 + second) * 1'000'000 + fraction;
    return hour <= 24 && minute < 60 && second <= 60 && micros <= kMicrosADay;
}

/// Z, or +hh[[:]mm[:ss]]; nothing is 0.
bool scanOffset(Scanner& in, std::int64_t& seconds) {
    seconds = 0;
    if (in.skip('Z') || in.skip('z') || in.skip(" UTC"))
        return true;
    const bool west = in.skip('-');
    if (!west && !in.skip('+'))
        return true;
    std::int64_t hour = 0;
    std::int64_t minute = 0;
    std::int64_t second = 0;
    if (!in.digits(1, 2, hour))
        return false;
    const bool colon = in.skip(':');
    if (!in.digits(colon ? 2 : 0, 2, minute) || (in.skip(':') && !in.digits(2, 2, second)))
        return false;
    seconds = (hour * 60 + minute) * 60 + second;
    if (west)
        seconds = -seconds;
    return hour < 16 && minute < 60 && second < 60;
}

/// A date, with a time and an offset where `instant`; an era (" BC") comes last, as PostgreSQL prints it.
bool readMoment(std::string_view text, bool instant, std::int64_t& number) {
    constexpr std::string_view kEra = " BC";
    const bool beforeChrist = text.ends_with(kEra);
    Scanner in(text.substr(0, text.size() - (beforeChrist ? kEra.size() : 0)));
    CivilDate date;
    if (!scanDate(in, beforeChrist, date))
        return false;
    number = daysFromCivil(date.year, static_cast<unsigned>(date.month), static_cast<unsigned>(date.day));
    if (!instant)
        return in.atEnd();
    std::int64_t micros = 0;
    std::int64_t offset = 0;
    if (!in.atEnd() && ((!in.skip('T') && !in.skip(' ')) || !scanTime(in, micros) || !scanOffset(in, offset)))
        return false;
    // int64 microseconds reach from 290,308 BC to AD 294,247.
    if (!in.atEnd() || number > 106'000'000 || number < -106'000'000)
        return false;
    number = number * kMicrosADay + micros - offset * 1'000'000;
    return true;
}

/// [+-]digits[.digits][e[+-]digits]; `bytes` gets the digits, `number` the places behind the point.
bool readDecimal(std::string_view text, KeyValue& value) {
    std::size_t at = 0;
    value.negative = !text.empty() && text[0] == '-';
    if (!text.empty() && (text[0] == '-' || text[0] == '+'))
        ++at;
    std::size_t count = 0;
    std::int64_t scale = 0;
    bool point = false;
    for (; at < text.size() && (isDigit(text[at]) || (text[at] == '.' && !point)); ++at) {
        if (text[at] == '.') {
            point = true;
            continue;
        }
        ++count;
        scale += point ? 1 : 0;
        if (text[at] != '0' || !value.bytes.empty())
            value.bytes.push_back(text[at]);
    }
    if (count == 0)
        return false;
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        std::int64_t exponent = 0;
        if (!readInteger(text.substr(at + 1), -100'000, 100'000, exponent))
            return false;
        scale -= exponent;
        at = text.size();
    }
    // Engines store no negative number of places: 1e3 is 1000.
    if (scale < 0 && !value.bytes.empty())
        value.bytes.append(static_cast<std::size_t>(-scale), '0');
    value.number = std::max<std::int64_t>(scale, 0);
    value.negative = value.negative && !value.bytes.empty();
    return at == text.size();
}

bool readReal(std::string_view text, double& real, bool single) {
    if (!text.empty() && text.front() == '+')
        text.remove_prefix(1);
    if (single) {
        float narrow = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), narrow);
        real = static_cast<double>(narrow);
        return error == std::errc{} && end == text.data() + text.size() && std::isfinite(narrow);
    }
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), real);
    return error == std::errc{} && end == text.data() + text.size() && std::isfinite(real);
}

std::string lowered(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](unsigned char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c); });
    return out;
}

bool readBool(std::string_view text, std::int64_t& number) {
    const std::string word = lowered(text);
    const auto is = [&](std::initializer_list<std::string_view> words) {
        return std::find(words.begin(), words.end(), word) != words.end();
    };
    number = is({"t", "true", "1", "y", "yes", "on"}) ? 1 : 0;
    return number == 1 || is({"f", "false", "0", "n", "no", "off"});
}

/// "infinity" and "nan" as PostgreSQL spells them.
std::optional<KeyValue::Form> specialForm(KeyType type, std::string_view text) {
    const bool real = type == KeyType::Numeric || type == KeyType::Float4 || type == KeyType::Float8;
    const bool time = type == KeyType::Date || type == KeyType::Timestamp || type == KeyType::TimestampTz;
    if ((!real && !time) || text.empty() || isDigit(text.back()) || text.size() > 9)
        return std::nullopt;
    const std::string word = lowered(text);
    if (word == "infinity" || word == "inf" || word == "+infinity")
        return KeyValue::Form::Infinity;
    if (word == "-infinity" || word == "-inf")
        return KeyValue::Form::MinusInfinity;
    if (real && word == "nan")
        return KeyValue::Form::NotANumber;
    return std::nullopt;
}

std::string_view example(KeyType type) {
    switch (type) {
    case KeyType::Int:
    case KeyType::Int8: return "an integer of 64 bits";
    case KeyType::Int2: return "an integer from -32768 to 32767";
    case KeyType::Int4: return "an integer from -2147483648 to 2147483647";
    case KeyType::Uuid: return "32 hexadecimal digits such as 123e4567-e89b-12d3-a456-426614174000";
    case KeyType::Date: return "a date such as 2026-11-20";
    case KeyType::Timestamp:
    case KeyType::TimestampTz: return "a time such as 2026-11-20 18:30:00.25+01";
    case KeyType::Time: return "a time of day such as 18:30:00";
    case KeyType::Numeric: return "a decimal number such as 12.50";
    case KeyType::Float4:
    case KeyType::Float8: return "a number such as 1.5e-3";
    case KeyType::Binary: return "an even number of hexadecimal digits";
    case KeyType::Bool: return "true or false";
    case KeyType::ObjectId: return "24 hexadecimal digits";
    case KeyType::Text:
    case KeyType::Char: break;
    }
    return "text";
}

} // namespace

std::optional<KeyType> keyTypeOf(std::string_view name) {
    for (const TypeName& known : kNames)
        if (known.name == name)
            return known.type;
    return std::nullopt;
}

std::string_view keyTypeName(KeyType type) {
    return std::find_if(kNames.begin(), kNames.end(), [&](const TypeName& known) { return known.type == type; })->name;
}

std::string keyTypeList() {
    std::string list;
    for (const TypeName& known : kNames)
        if (keyTypeName(known.type) == known.name)
            list += (list.empty() ? "" : ", ") + std::string(known.name);
    return list;
}

void KeyValue::setNull(KeyType of) {
    type = of;
    form = Form::Null;
    text.clear();
    bytes.clear();
}

Result<void> KeyValue::read(KeyType as, std::string_view from) {
    type = as;
    text.assign(from);
    bytes.clear();
    negative = false;
    if (const auto special = specialForm(as, from)) {
        form = *special;
        return {};
    }
    form = Form::Finite;
    bool good = true;
    switch (as) {
    case KeyType::Text:
    case KeyType::Char: bytes.assign(from); break;
    case KeyType::Int:
    case KeyType::Int8:
        good = readInteger(from, std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max(),
                           number);
        break;
    case KeyType::Int4:
        good = readInteger(from, std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::max(),
                           number);
        break;
    case KeyType::Int2:
        good = readInteger(from, std::numeric_limits<std::int16_t>::min(), std::numeric_limits<std::int16_t>::max(),
                           number);
        break;
    case KeyType::Uuid: good = readUuid(from, bytes); break;
    case KeyType::Date: good = readMoment(from, false, number); break;
    case KeyType::Timestamp:
    case KeyType::TimestampTz: good = readMoment(from, true, number); break;
    case KeyType::Time: {
        Scanner in(from);
        good = scanTime(in, number) && in.atEnd();
        break;
    }
    case KeyType::Numeric: good = readDecimal(from, *this); break;
    case KeyType::Float4:
    case KeyType::Float8: good = readReal(from, real, as == KeyType::Float4); break;
    case KeyType::Binary:
        good = readHex(from.substr(from.starts_with("\\x") || from.starts_with("0x") ? 2 : 0), bytes);
        break;
    case KeyType::ObjectId: good = from.size() == 24 && readHex(from, bytes); break;
    case KeyType::Bool: good = readBool(from, number); break;
    }
    if (!good)
        return fail(ErrorCode::Invalid, "'" + text + "' is not a value of type " + std::string(keyTypeName(as)),
                    "expected " + std::string(example(as)));
    return {};
}

std::int64_t daysFromCivil(std::int64_t year, unsigned month, unsigned day) {
    // Years begin in March, so that the leap day is the last of one; 400 years have 146,097 days.
    year -= month <= 2 ? 1 : 0;
    const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
    const std::int64_t ofEra = year - era * 400;
    const std::int64_t ofYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    return era * 146'097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719'468;
}

} // namespace shardscape::model
