// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <charconv>
#include <fstream>
#include <map>
#include <unordered_map>

#include <fmt/format.h>

#include "model/base/csv.h"
#include "model/exchange/import/import.h"

namespace shardscape::model {
namespace {

struct Columns {
    bool header = false;
    std::size_t key = 0;
    std::optional<std::size_t> count;
};

Columns columnsOf(const std::vector<std::string>& record) {
    Columns columns;
    for (std::size_t i = 0; i < record.size(); ++i) {
        std::string word = record[i];
        std::transform(word.begin(), word.end(), word.begin(),
                       [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); });
        const bool key = word == "key" || word == "keys";
        const bool count = word == "count" || word == "requests" || word == "hits" || word == "weight";
        columns.header = columns.header || key || count;
        if (key)
            columns.key = i;
        else if (count)
            columns.count = i;
    }
    return columns;
}

KeySample counted(const std::unordered_map<std::string, std::int64_t>& requests) {
    std::map<std::int64_t, std::int64_t, std::greater<>> keysByTimes;
    for (const auto& [key, times] : requests)
        ++keysByTimes[times];
    KeySample sample;
    for (const auto& [times, keys] : keysByTimes)
        sample.seen.push_back({times, keys});
    return sample;
}

} // namespace

Result<KeySample> readKeySample(const std::string& path) {
    constexpr std::int64_t kMostRequests = 1'000'000'000'000'000;
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return fail({ErrorCode::Io, "the sample of keys cannot be read", "is the path right?", path, 0, 0});
    CsvReader reader(file);
    std::unordered_map<std::string, std::int64_t> requests;
    std::vector<std::string> record;
    std::optional<Columns> columns;
    std::int64_t total = 0;
    for (;;) {
        const Result<bool> more = reader.next(record);
        if (!more) {
            Error error = more.error();
            error.file = path;
            return fail(error);
        }
        if (!*more)
            break;
        if (!columns) {
            columns = columnsOf(record);
            if (columns->header)
                continue;
        }
        const auto refuse = [&](std::string message, std::string advice) {
            return fail({ErrorCode::Invalid, std::move(message), std::move(advice), path, reader.line(), 1});
        };
        if (record.size() <= std::max(columns->key, columns->count.value_or(0)))
            return refuse(fmt::format("a record of {} fields has no key or no count", record.size()),
                          "give each record the fields of the first one");
        std::int64_t times = 1;
        if (columns->count) {
            const std::string& word = record[*columns->count];
            const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), times);
            if (error != std::errc{} || end != word.data() + word.size() || times < 0)
                return refuse(fmt::format("\"{}\" is no number of requests", word), "write a whole number");
        }
        if (times > kMostRequests - total)
            return refuse("the sample has more than 10^15 requests", "scale the counts down");
        total += times;
        if (times > 0)
            requests[record[columns->key]] += times;
    }
    if (requests.empty())
        return fail({ErrorCode::Invalid, "the sample of keys holds no key", "give it a key a line", path, 0, 0});
    return counted(requests);
}

} // namespace shardscape::model
