// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/price/price_sheet.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "model/base/nearest_name.h"

namespace shardscape::model {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::array kTopLevel{"name",     "title",   "provider",      "region", "currency",
                               "as_of",    "billing", "engines",       "notes",  "hours_per_month_count",
                               "machines", "prices",  "gigabyte_bytes"};
/// What a price can be for; anything else is a spelling mistake that would silently cost nothing.
constexpr std::array kPrices{"storage_per_gb_month",
                             "storage_included_gb",
                             "operations_included_per_s",
                             "operation_per_s_month",
                             "network_per_gb",
                             "backup_per_gb_month",
                             "backup_included_ratio",
                             "read_units_per_million",
                             "write_units_per_million",
                             "read_unit_hour",
                             "write_unit_hour",
                             "object_storage_per_gb_month",
                             "infrequent_access_per_gb_month",
                             "archive_per_gb_month",
                             "infrequent_access_retrieval_per_gb",
                             "archive_retrieval_per_gb"};

/// Fills a PriceSheet; the first thing that is wrong stays in m_error.
class Reader {
public:
    Reader(const json& content, const std::string& file)
        : m_content(content) {
        m_sheet.file = file;
        m_error.file = file;
    }

    Result<PriceSheet> run() {
        const bool read = m_content.is_object()
                              ? known(m_content, kTopLevel, "") && identity() && machines() && prices()
                              : refused("", "a sheet is a JSON object");
        if (!read)
            return fail(std::move(m_error));
        return std::move(m_sheet);
    }

private:
    bool refused(const std::string& path, std::string message, std::string advice = {}) {
        m_error.code = ErrorCode::Invalid;
        m_error.message = (path.empty() ? std::string() : path + ": ") + std::move(message);
        m_error.advice = std::move(advice);
        return false;
    }
    template <std::size_t N>
    bool known(const json& object, const std::array<const char*, N>& words, const std::string& path) {
        for (const auto& [key, value] : object.items())
            if (std::none_of(words.begin(), words.end(), [&, &written = key](const char* w) { return written == w; })) {
                const std::vector<std::string_view> names(words.begin(), words.end());
                const std::string near(nearestName(key, names));
                return refused(path + "/" + key, "is not known",
                               near.empty() ? std::string() : "did you mean \"" + near + "\"?");
            }
        return true;
    }
    bool text(const json& object, const std::string& path, const char* key, std::string& out, bool required = true) {
        const auto at = object.find(key);
        if (at == object.end())
            return !required || refused(path + "/" + key, "is missing");
        if (!at->is_string() || (required && at->get<std::string>().empty()))
            return refused(path + "/" + key, "must be a text");
        out = at->get<std::string>();
        return true;
    }
    bool texts(const char* key, std::vector<std::string>& out, bool required) {
        const auto at = m_content.find(key);
        if (at == m_content.end())
            return !required || refused("/" + std::string(key), "is missing");
        if (!at->is_array() || !std::all_of(at->begin(), at->end(), [](const json& v) { return v.is_string(); }))
            return refused("/" + std::string(key), "must be a list of texts");
        out = at->get<std::vector<std::string>>();
        return !required || !out.empty() || refused("/" + std::string(key), "is empty");
    }
    bool number(const json& object, const std::string& path, const char* key, double least, double& out) {
        const auto at = object.find(key);
        if (at == object.end())
            return true;
        const double value = at->is_number() ? at->get<double>() : -1;
        if (!std::isfinite(value) || value < least || value > 1e18)
            return refused(path + "/" + key, fmt::format("must be a number from {}", least));
        out = value;
        return true;
    }
    bool day(const std::string& path, const std::string& written) {
        const bool good =
            written.size() == 10 && written[4] == '-' && written[7] == '-' &&
            std::all_of(written.begin(), written.end(), [](char c) { return c == '-' || (c >= '0' && c <= '9'); });
        return good || refused(path + "/as_of", fmt::format("\"{}\" is not a day", written), "write it as 2026-06-17");
    }
    bool origin(const json& object, const std::string& path, Price& out) {
        return text(object, path, "source", out.source) && text(object, path, "as_of", out.asOf) && day(path, out.asOf);
    }

    bool identity() {
        if (!(text(m_content, "", "name", m_sheet.name) && text(m_content, "", "title", m_sheet.title) &&
              text(m_content, "", "provider", m_sheet.provider, false) &&
              text(m_content, "", "region", m_sheet.region, false) &&
              text(m_content, "", "currency", m_sheet.currency) && text(m_content, "", "as_of", m_sheet.asOf) &&
              day("", m_sheet.asOf) && text(m_content, "", "billing", m_sheet.billing, false) &&
              texts("engines", m_sheet.engines, true) && texts("notes", m_sheet.notes, false) &&
              number(m_content, "", "hours_per_month_count", 1, m_sheet.hoursPerMonth) &&
              number(m_content, "", "gigabyte_bytes", 1, m_sheet.gigabyteBytes)))
            return false;
        static constexpr std::array kBilling{"on_demand", "provisioned", "cheaper"};
        return std::any_of(kBilling.begin(), kBilling.end(), [&](const char* w) { return m_sheet.billing == w; }) ||
               refused("/billing",
                       fmt::format("\"{}\" is not one of on_demand, provisioned, cheaper", m_sheet.billing));
    }

    bool machines() {
        const auto list = m_content.find("machines");
        if (list == m_content.end())
            return true;
        if (!list->is_array())
            return refused("/machines", "must be a list");
        static constexpr std::array kMachine{"name", "cores_count", "memory_bytes", "per_hour", "source", "as_of"};
        for (std::size_t i = 0; i < list->size(); ++i) {
            const json& object = (*list)[i];
            const std::string path = fmt::format("/machines/{}", i);
            if (!object.is_object())
                return refused(path, "must be an object");
            MachineType machine;
            double cores = 0, perHour = -1;
            if (!(known(object, kMachine, path) && text(object, path, "name", machine.name) &&
                  number(object, path, "cores_count", 1, cores) &&
                  number(object, path, "memory_bytes", 1, machine.memoryBytes) &&
                  number(object, path, "per_hour", 0, perHour) && origin(object, path, machine.perHour)))
                return false;
            if (cores < 1 || machine.memoryBytes < 1 || perHour < 0)
                return refused(path, "needs cores_count, memory_bytes and per_hour");
            machine.cores = static_cast<int>(cores);
            machine.perHour.value = perHour;
            m_sheet.machines.push_back(std::move(machine));
        }
        std::stable_sort(m_sheet.machines.begin(), m_sheet.machines.end(),
                         [](const MachineType& a, const MachineType& b) { return a.perHour.value < b.perHour.value; });
        return true;
    }

    bool prices() {
        const auto group = m_content.find("prices");
        if (group == m_content.end())
            return !m_sheet.machines.empty() || refused("/prices", "is missing, and there are no machines either");
        if (!group->is_object())
            return refused("/prices", "must be an object");
        if (!known(*group, kPrices, "/prices"))
            return false;
        for (const auto& [key, object] : group->items()) {
            const std::string path = "/prices/" + key;
            Price price;
            if (!object.is_object() || !object.contains("value"))
                return refused(path + "/value", "is missing", "a price is {\"value\", \"source\", \"as_of\"}");
            if (!number(object, path, "value", 0, price.value) || !origin(object, path, price))
                return false;
            m_sheet.prices.emplace(key, std::move(price));
        }
        return true;
    }

    const json& m_content;
    PriceSheet m_sheet;
    Error m_error;
};

} // namespace

namespace {

Result<std::string> textOf(const std::string& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream || fs::is_directory(file))
        return fail(Error{ErrorCode::Io, "cannot be read", "check its name and its permissions", file, 0, 0});
    return std::string(std::istreambuf_iterator<char>(stream), {});
}

} // namespace

const Price* PriceSheet::find(std::string_view key) const {
    const auto at = prices.find(key);
    return at == prices.end() ? nullptr : &at->second;
}

bool PriceSheet::covers(const std::string& engine, bool service) const {
    return std::any_of(engines.begin(), engines.end(),
                       [&](const std::string& one) { return one == engine || (one == "*" && !service); });
}

Result<PriceSheet> parsePriceSheet(const std::string& text, const std::string& file) {
    json content;
    try {
        content = json::parse(text);
    } catch (const json::parse_error& error) {
        const std::size_t end = std::min(text.size(), error.byte > 0 ? error.byte - 1 : 0);
        const auto at = text.begin() + static_cast<std::ptrdiff_t>(end);
        const auto line = 1 + std::count(text.begin(), at, '\n');
        const std::size_t start = end == 0 ? std::string::npos : text.rfind('\n', end - 1);
        const std::size_t column = start == std::string::npos ? end + 1 : end - start;
        return fail(Error{ErrorCode::Invalid, "is not JSON here", "every key in double quotes, no comma after the last",
                          file, static_cast<int>(line), static_cast<int>(column)});
    }
    return Reader(content, file).run();
}

Result<PriceSheet> readPriceSheet(const std::string& file) {
    const auto text = textOf(file);
    return text ? parsePriceSheet(*text, file) : fail(text.error());
}

Result<std::string> readPriceSheetText(const std::string& file) {
    const auto text = textOf(file);
    if (!text)
        return fail(text.error());
    if (const auto sheet = parsePriceSheet(*text, file); !sheet)
        return fail(sheet.error());
    return nlohmann::ordered_json::parse(*text).dump();
}

PriceBook::PriceBook(std::vector<PriceSheet> sheets)
    : m_sheets(std::move(sheets)) {
    std::stable_sort(m_sheets.begin(), m_sheets.end(),
                     [](const PriceSheet& a, const PriceSheet& b) { return a.name < b.name; });
}

Result<PriceBook> PriceBook::load(const std::vector<std::string>& folders) {
    std::map<std::string, PriceSheet> sheets;
    for (const std::string& folder : folders) {
        std::error_code error;
        std::vector<std::string> files;
        for (const fs::directory_entry& entry : fs::directory_iterator(folder, error))
            if (entry.path().extension() == ".json")
                files.push_back(entry.path().string());
        if (error)
            return fail(Error{ErrorCode::Io, "cannot be listed", error.message(), folder, 0, 0});
        std::sort(files.begin(), files.end());
        for (const std::string& file : files) {
            auto sheet = readPriceSheet(file);
            if (!sheet)
                return fail(sheet.error());
            sheets.insert_or_assign(sheet->name, std::move(*sheet));
        }
    }
    std::vector<PriceSheet> all;
    for (auto& [name, sheet] : sheets)
        all.push_back(std::move(sheet));
    return PriceBook(std::move(all));
}

const PriceSheet* PriceBook::find(const std::string& name) const {
    const auto at = std::find_if(m_sheets.begin(), m_sheets.end(), [&](const PriceSheet& s) { return s.name == name; });
    return at == m_sheets.end() ? nullptr : &*at;
}

Result<PriceSheet> PriceBook::sheetFor(const std::string& engine, bool service, const std::string& wanted) const {
    if (!wanted.empty() && wanted.front() == '{')
        return parsePriceSheet(wanted);
    if (!wanted.empty()) {
        if (const PriceSheet* named = find(wanted))
            return *named;
        std::vector<std::string_view> names;
        for (const PriceSheet& sheet : m_sheets)
            names.push_back(sheet.name);
        const std::string near(nearestName(wanted, names));
        return fail(ErrorCode::NotFound, fmt::format("there is no price sheet called \"{}\"", wanted),
                    near.empty() ? "name a known one, or a file" : "did you mean \"" + near + "\"?");
    }
    for (const PriceSheet& sheet : m_sheets)
        if (sheet.covers(engine, service))
            return sheet;
    return fail(ErrorCode::NotFound, fmt::format("no price sheet covers {}", engine),
                "write one of your own: resources/prices/README.md says how");
}

} // namespace shardscape::model
