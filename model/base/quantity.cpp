// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/quantity.h"

#include <array>
#include <charconv>
#include <cmath>
#include <functional>
#include <optional>
#include <vector>

#include <fmt/format.h>

namespace shardscape::model {
namespace {

/// A decimal number as text, split from what follows it.
struct Split {
    std::string mantissa; ///< without exponent
    int exponent = 0;
    std::string_view rest;

    /// mantissa × 10^(exponent + shift), correctly rounded; unset when out of range.
    std::optional<double> value(int shift = 0) const {
        const std::string text = fmt::format("{}e{}", mantissa, exponent + shift);
        double out = 0;
        const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), out);
        if (problem != std::errc() || end != text.data() + text.size() || !std::isfinite(out))
            return std::nullopt;
        return out;
    }
};

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

std::optional<Split> split(std::string_view text) {
    Split out;
    std::size_t at = 0;
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) {
        if (text[at] == '-')
            out.mantissa = "-";
        ++at;
    }
    bool digits = false;
    bool point = false;
    for (; at < text.size(); ++at) {
        if (isDigit(text[at])) {
            out.mantissa += text[at];
            digits = true;
        } else if (text[at] == '.' && !point) {
            out.mantissa += '.';
            point = true;
        } else if (text[at] != '_' || !digits || at + 1 >= text.size() || !isDigit(text[at + 1])) {
            break;
        }
    }
    if (!digits)
        return std::nullopt;
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        std::size_t end = at + 1;
        if (end < text.size() && (text[end] == '-' || text[end] == '+'))
            ++end;
        const std::size_t first = end;
        while (end < text.size() && isDigit(text[end]))
            ++end;
        if (end > first && end - first <= 4) {
            const std::size_t start = text[at + 1] == '+' ? at + 2 : at + 1;
            std::from_chars(text.data() + start, text.data() + end, out.exponent);
            at = end;
        }
    }
    out.rest = text.substr(at);
    return out;
}

struct Prefix {
    std::string_view word;
    int powerOfTen;
    double factor; ///< binary prefixes
};
constexpr std::array<Prefix, 14> kPrefixes{{
    {"Ki", 0, 0x1p10},
    {"Mi", 0, 0x1p20},
    {"Gi", 0, 0x1p30},
    {"Ti", 0, 0x1p40},
    {"Pi", 0, 0x1p50},
    {"Ei", 0, 0x1p60},
    {"k", 3, 1},
    {"K", 3, 1},
    {"M", 6, 1},
    {"G", 9, 1},
    {"T", 12, 1},
    {"P", 15, 1},
    {"E", 18, 1},
    {"", 0, 1},
}};

/// The number with the prefix that "unit" may carry in front of the given base unit.
std::optional<double> prefixed(const Split& number, std::string_view unit, std::string_view base) {
    for (const Prefix& prefix : kPrefixes)
        if (unit.size() == prefix.word.size() + base.size() && unit.starts_with(prefix.word) && unit.ends_with(base)) {
            const auto value = number.value(prefix.powerOfTen);
            return value ? std::optional<double>(*value * prefix.factor) : std::nullopt;
        }
    return std::nullopt;
}

tl::unexpected<Error> refuse(std::string_view text, const char* what, const char* example) {
    return fail(ErrorCode::Invalid, fmt::format("\"{}\" is not {}", text, what),
                fmt::format("write it as {}", example));
}

struct TimeUnit {
    std::string_view word;
    int powerOfTen;
    double seconds;
};
constexpr std::array<TimeUnit, 15> kTimeUnits{{
    {"ns", -9, 1},
    {"us", -6, 1},
    {"µs", -6, 1},
    {"ms", -3, 1},
    {"s", 0, 1},
    {"sec", 0, 1},
    {"min", 0, 60},
    {"m", 0, 60},
    {"h", 0, 3600},
    {"hour", 0, 3600},
    {"d", 0, 86400},
    {"day", 0, 86400},
    {"days", 0, 86400},
    {"w", 0, 604800},
    {"y", 0, 31536000},
}};

const TimeUnit* timeUnit(std::string_view word) {
    for (const TimeUnit& unit : kTimeUnits)
        if (unit.word == word)
            return &unit;
    return nullptr;
}

constexpr const char* kDuration = "a duration";
constexpr const char* kDurationExample = "50ms, 5s, 15min, 2h or 730d";
constexpr const char* kRate = "a rate";
constexpr const char* kRateExample = "5000/s, 300/min, 20/h or 2e6/day";
constexpr const char* kTime = "a time of day";
constexpr const char* kTimeExample = "20:00";

/// The number and time unit of "5000/s"; the prefix of the number is applied.
struct RateParts {
    double value = 0;
    double seconds = 1;
};
std::optional<RateParts> rateParts(std::string_view text) {
    const auto number = split(text);
    if (!number)
        return std::nullopt;
    const std::size_t slash = number->rest.find('/');
    if (slash == std::string_view::npos)
        return std::nullopt;
    const TimeUnit* unit = timeUnit(number->rest.substr(slash + 1));
    const auto value = prefixed(*number, number->rest.substr(0, slash), "");
    if (!unit || unit->powerOfTen != 0 || !value || *value < 0)
        return std::nullopt;
    return RateParts{*value, unit->seconds};
}

/// Hours, minutes and seconds of a time of day.
struct Clock {
    double hours = 0;
    double minutes = 0;
    double seconds = 0;
};
std::optional<Clock> clock(std::string_view text) {
    Clock out;
    std::array<double*, 3> parts{&out.hours, &out.minutes, &out.seconds};
    std::size_t part = 0;
    for (; part < parts.size(); ++part) {
        const auto number = split(text);
        if (!number || number->exponent != 0 || text.starts_with('-') || text.starts_with('+'))
            return std::nullopt;
        *parts[part] = number->value().value_or(-1);
        if (number->rest.empty())
            break;
        if (number->rest.front() != ':')
            return std::nullopt;
        text = number->rest.substr(1);
    }
    const bool whole = out.hours == std::floor(out.hours) && out.minutes == std::floor(out.minutes);
    const bool inRange =
        out.minutes < 60 && out.seconds < 60 && out.hours * 3600 + out.minutes * 60 + out.seconds <= 86400;
    return part >= 1 && part <= 2 && whole && inRange ? std::optional<Clock>(out) : std::nullopt;
}

std::string clockText(double hours, double minutes, double seconds) {
    std::string out = fmt::format("{:02.0f}:{:02.0f}", hours, minutes);
    if (seconds > 0)
        out += ":" + std::string(seconds < 10 ? "0" : "") + formatNumber(seconds);
    return out;
}

/// The candidate with the shortest number that reads back as the value; earlier ones win ties.
template <class Read> std::string shortest(double value, const std::vector<std::string>& candidates, Read read) {
    const auto digits = [](const std::string& text) {
        return split(text) ? text.size() - split(text)->rest.size() : text.size();
    };
    const std::string* best = nullptr;
    for (const std::string& candidate : candidates) {
        const auto back = read(candidate);
        if (back && *back == value && (!best || digits(candidate) < digits(*best)))
            best = &candidate;
    }
    return best ? *best : candidates.front();
}

} // namespace

std::string formatNumber(double value) {
    std::array<char, 400> buffer{};
    const auto put = [&](std::chars_format format) {
        const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, format);
        return std::string(buffer.data(), end.ptr);
    };
    std::string plain = put(std::chars_format::fixed);
    std::string scientific = put(std::chars_format::scientific); // "1e+09", "1.5e-07"
    const std::size_t exponent = scientific.find('e');
    if (exponent != std::string::npos) {
        std::string digits = scientific.substr(exponent + 2);
        digits.erase(0, digits.find_first_not_of('0') == std::string::npos ? digits.size() - 1
                                                                           : digits.find_first_not_of('0'));
        scientific = scientific.substr(0, exponent + 1) + (scientific[exponent + 1] == '-' ? "-" : "") + digits;
    }
    // Numbers that can be read at a glance stay plain: 1500, 200000, 0.0005.
    const bool glance = plain.size() <= 6 || scientific.size() + 2 > plain.size();
    return glance ? plain : scientific;
}

Result<double> parseCount(std::string_view text) {
    const auto number = split(text);
    const auto value = number ? prefixed(*number, number->rest, "") : std::nullopt;
    if (!value)
        return refuse(text, "a number", "1e9, 200M or 1500");
    return *value;
}
std::string formatCount(double value) {
    return formatNumber(value);
}

Result<double> parseBytes(std::string_view text) {
    const auto number = split(text);
    std::optional<double> value;
    if (number && number->rest.empty())
        value = number->value();
    else if (number)
        value = prefixed(*number, number->rest, "B");
    if (!value || *value < 0)
        return refuse(text, "a number of bytes", "600B, 20kB or 1.5MiB");
    return *value;
}
std::string formatBytes(double value) {
    std::vector<std::string> candidates{formatNumber(value) + "B"};
    for (const Prefix& prefix : kPrefixes)
        if (!prefix.word.empty() && prefix.word != "K") {
            const double factor = prefix.powerOfTen > 0 ? std::pow(10, prefix.powerOfTen) : prefix.factor;
            if (value >= factor)
                candidates.push_back(formatNumber(value / factor) + std::string(prefix.word) + "B");
        }
    return shortest(value, candidates, parseBytes);
}

Result<double> parseDuration(std::string_view text) {
    const auto number = split(text);
    const TimeUnit* unit = number ? timeUnit(number->rest) : nullptr;
    const auto value = unit ? number->value(unit->powerOfTen) : std::nullopt;
    if (!value || *value < 0)
        return refuse(text, kDuration, kDurationExample);
    return *value * unit->seconds;
}
std::string formatDuration(double seconds) {
    std::vector<std::string> candidates{formatNumber(seconds) + "s"};
    for (const auto& [word, factor] : {std::pair("ms", 1e-3), std::pair("us", 1e-6), std::pair("min", 60.0),
                                       std::pair("h", 3600.0), std::pair("d", 86400.0)})
        candidates.push_back(formatNumber(factor < 1 ? std::round(seconds / factor * 1e6) / 1e6 : seconds / factor) +
                             word);
    return shortest(seconds, candidates, parseDuration);
}

Result<double> parseDays(std::string_view text) {
    const auto number = split(text);
    const TimeUnit* unit = number ? timeUnit(number->rest) : nullptr;
    if (unit && unit->seconds == kSecondsPerDay)
        if (const auto days = number->value(); days && *days >= 0)
            return *days;
    const Result<double> seconds = parseDuration(text);
    if (!seconds)
        return seconds;
    return *seconds / kSecondsPerDay;
}
std::string formatDays(double days) {
    return formatNumber(days) + "d";
}

Result<double> parseRatio(std::string_view text) {
    const auto number = split(text);
    std::optional<double> value;
    if (number && number->rest == "%")
        value = number->value(-2);
    else if (number && number->rest.empty())
        value = number->value();
    if (!value)
        return refuse(text, "a share", "99.95% or 0.3");
    return *value;
}
std::string formatRatio(double value) {
    const std::string percent = formatNumber(std::round(value * 100 * 1e9) / 1e9) + "%";
    return shortest(value, {formatNumber(value), percent}, parseRatio);
}

Result<PerSecond> parseRate(std::string_view text) {
    const auto parts = rateParts(text);
    if (!parts)
        return refuse(text, kRate, kRateExample);
    return PerSecond{parts->value / parts->seconds};
}
std::string formatRate(PerSecond rate) {
    std::vector<std::string> candidates{formatNumber(rate.value) + "/s"};
    for (const auto& [word, seconds] : {std::pair("/min", 60.0), std::pair("/h", 3600.0), std::pair("/day", 86400.0)})
        candidates.push_back(formatNumber(std::round(rate.value * seconds * 1e6) / 1e6) + word);
    return shortest(rate.value, candidates, [](const std::string& text) -> std::optional<double> {
        const auto back = parseRate(text);
        return back ? std::optional<double>(back->value) : std::nullopt;
    });
}

Result<double> parsePerDay(std::string_view text) {
    const auto parts = rateParts(text);
    if (!parts)
        return refuse(text, kRate, kRateExample);
    return parts->seconds == kSecondsPerDay ? parts->value : parts->value * (kSecondsPerDay / parts->seconds);
}
std::string formatPerDay(double perDay) {
    return formatNumber(perDay) + "/day";
}

Result<double> parseHourOfDay(std::string_view text) {
    if (const auto time = clock(text))
        return time->hours + (time->minutes * 60 + time->seconds) / 3600;
    if (const auto number = split(text); number && (number->rest == "h" || number->rest.empty()))
        if (const auto hours = number->value(); hours && *hours >= 0 && *hours <= 24)
            return *hours;
    return refuse(text, kTime, kTimeExample);
}
std::string formatHourOfDay(double hours) {
    const double seconds = std::round(hours * 3600);
    const std::string text =
        clockText(std::floor(seconds / 3600), std::floor(std::fmod(seconds, 3600) / 60), std::fmod(seconds, 60));
    const auto back = parseHourOfDay(text);
    return back && *back == hours ? text : formatNumber(hours) + "h";
}

Result<double> parseSecondOfDay(std::string_view text) {
    if (const auto time = clock(text))
        return time->hours * 3600 + time->minutes * 60 + time->seconds;
    const auto seconds = parseDuration(text);
    if (!seconds || *seconds > kSecondsPerDay)
        return refuse(text, kTime, kTimeExample);
    return *seconds;
}
std::string formatSecondOfDay(double seconds) {
    const std::string text =
        clockText(std::floor(seconds / 3600), std::floor(std::fmod(seconds, 3600) / 60), std::fmod(seconds, 60));
    const auto back = parseSecondOfDay(text);
    return back && *back == seconds ? text : formatNumber(seconds) + "s";
}

} // namespace shardscape::model
