// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/export/redis.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "model/physical/key_query.h"

namespace shardscape::model {
namespace {

/// Markdown text on one line that nothing in a name can break out of.
std::string plain(const std::string& text) {
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7F)
            out += ' ';
        else if (c == '`' || c == '|' || c == '<' || c == '*')
            out += std::string("\\") + c;
        else
            out += c;
    }
    return out;
}

/// Inside backticks.
std::string code(const std::string& text) {
    std::string out = text;
    std::replace_if(
        out.begin(), out.end(), [](unsigned char c) { return c < 0x20 || c == '`' || c == 0x7F; }, ' ');
    return "`" + out + "`";
}

/// The key with example values in place of the braces, which are not written.
std::string example(const std::string& composition) {
    std::string out;
    for (const char c : composition)
        if (c == '{')
            out += '<';
        else
            out += c == '}' ? '>' : c;
    return out;
}

class KeyDocument {
public:
    KeyDocument(const Project& project, const Design& design)
        : m_project(project)
        , m_design(design)
        , m_cardinality(project) {}

    std::string run() {
        m_out = fmt::format("# Cache keys of {}\n\n", plain(m_project.name.empty() ? "the model" : m_project.name));
        m_out +=
            "Words in braces stand for values; the braces are not written, so that a cluster hashes the whole key and "
            "spreads entries over all slots. Entries are copies: the truth is the structure they stand in front of.\n";
        bool any = false;
        for (const Structure& cache : m_design.structures)
            if (cache.kind == StructureKind::Cache) {
                writeKeyspace(cache);
                any = true;
            }
        if (!any)
            m_out += "\nNo pattern tolerates an answer from a cache.\n";
        bool heading = false;
        for (const std::string& note : m_design.notes) {
            m_out += heading ? "" : "\n## Notes\n\n";
            heading = true;
            m_out += "- " + plain(note) + "\n";
        }
        return std::move(m_out);
    }

private:
    void line(const std::string& what, const std::string& text) { m_out += fmt::format("| {} | {} |\n", what, text); }

    void writeKeyspace(const Structure& cache) {
        const StructureColumn& key = cache.columns.front();
        m_out += fmt::format("\n## {}\n\n| | |\n|---|---|\n", code(key.composition));
        line("type", key.nativeType + encoding(key.nativeType));
        line("in front of", plain(cache.base));
        line("value", value(cache));
        line("read", code(readCommand(cache)));
        line("fill", code(fillCommand(cache)));
        line("time to live", cache.ttlSeconds ? fmt::format("{:.4g} s after it was filled", *cache.ttlSeconds)
                                              : "none: it stays until it is dropped or evicted");
        std::string drops, serves;
        for (PatternId id : cache.invalidatedBy)
            if (const AccessPattern* pattern = m_project.patterns.find(id))
                drops += (drops.empty() ? "" : ", ") + plain(pattern->name);
        for (PatternId id : cache.serves)
            if (const AccessPattern* pattern = m_project.patterns.find(id))
                serves += (serves.empty() ? "" : ", ") + plain(pattern->name);
        line("dropped by", drops.empty() ? "nothing that the workload writes"
                                         : drops + ": " + code("DEL " + example(key.composition)));
        line("serves", serves);
        sizes(cache);
        line("why", plain(cache.reason));
    }

    /// Limits below which Redis keeps a value packed in one allocation (redis.conf of 7.0).
    static std::string encoding(const std::string& type) {
        if (type == "hash")
            return ", packed while it has at most 512 fields of at most 64 bytes";
        if (type == "zset")
            return ", packed while it has at most 128 members of at most 64 bytes";
        if (type == "list")
            return ", packed in nodes of 8 KB";
        return ", embedded in its object while at most 44 bytes long";
    }

    static std::vector<std::string> fields(const Structure& cache) {
        std::vector<std::string> out;
        for (std::size_t i = 1; i < cache.columns.size(); ++i)
            out.push_back(cache.columns[i].name);
        return out;
    }

    std::string value(const Structure& cache) const {
        const std::string& type = cache.columns.front().nativeType;
        std::string names;
        for (const std::string& field : fields(cache))
            names += (names.empty() ? "" : ", ") + plain(field);
        if (names.empty())
            names = "the result";
        if (type == "zset")
            return fmt::format("members are JSON of ({}), scored by {} (times as milliseconds since 1970)", names,
                               plain(cache.sortKey.empty() ? "order" : cache.sortKey.front().column));
        if (type == "hash")
            return "fields " + names;
        if (type == "list")
            return fmt::format("one JSON of ({}) for each row, in order", names);
        return names;
    }

    double page(const Structure& cache) const {
        double rows = 0;
        for (PatternId id : cache.serves)
            if (const AccessPattern* pattern = m_project.patterns.find(id)) {
                const Query query = queryOf(m_cardinality, *pattern);
                rows = std::max(rows, query.limit ? std::min(*query.limit, query.matching) : query.matching);
            }
        return std::ceil(rows);
    }

    /// Position of the last row asked for; -1 is Redis's word for the end.
    long long wanted(const Structure& cache) const {
        for (PatternId id : cache.serves)
            if (const AccessPattern* pattern = m_project.patterns.find(id))
                if (const Query query = queryOf(m_cardinality, *pattern); query.limit)
                    return static_cast<long long>(std::max(1.0, *query.limit)) - 1;
        return -1;
    }

    std::string readCommand(const Structure& cache) const {
        const std::string key = example(cache.columns.front().composition);
        const std::string& type = cache.columns.front().nativeType;
        if (type == "hash")
            return "HGETALL " + key;
        const long long last = wanted(cache);
        if (type == "zset")
            return fmt::format("{} {} 0 {}",
                               !cache.sortKey.empty() && cache.sortKey.front().descending ? "ZREVRANGE" : "ZRANGE", key,
                               last);
        if (type == "list")
            return fmt::format("LRANGE {} 0 {}", key, last);
        return "GET " + key;
    }

    std::string fillCommand(const Structure& cache) const {
        const std::string key = example(cache.columns.front().composition);
        const std::string& type = cache.columns.front().nativeType;
        const std::string ttl =
            cache.ttlSeconds ? fmt::format("; EXPIRE {} {:.0f}", key, std::ceil(*cache.ttlSeconds)) : "";
        if (type == "hash") {
            std::string out = "HSET " + key;
            for (const std::string& field : fields(cache))
                out += " " + field + " …";
            return out + ttl;
        }
        if (type == "zset")
            return fmt::format("ZADD {} <score> <json> …", key) + ttl;
        if (type == "list")
            return fmt::format("RPUSH {} <json> …", key) + ttl;
        return cache.ttlSeconds ? fmt::format("SET {} <value> EX {:.0f}", key, std::ceil(*cache.ttlSeconds))
                                : fmt::format("SET {} <value>", key);
    }

    void sizes(const Structure& cache) {
        const AccessPattern* pattern = cache.serves.empty() ? nullptr : m_project.patterns.find(cache.serves.front());
        if (!pattern)
            return;
        const Query read = queryOf(m_cardinality, *pattern);
        const KeyQuery query = keyQueryOf(m_cardinality, read);
        double entries = 1;
        for (const ColumnRef& column : query.equal)
            entries *= m_cardinality.distinct(column.entity, column.attribute);
        double bytes = 0;
        for (const StructureColumn& column : cache.columns)
            if (const Attribute* attribute = m_project.find(column.source))
                bytes += m_cardinality.valueBytes(*attribute);
        const bool result = cache.columns.front().nativeType == "string" && cache.columns.size() == 1;
        line("entries", fmt::format("at most {:.4g}", entries));
        line("payload", fmt::format("{:.4g} bytes on average, without keys and the overhead of Redis",
                                    result ? 8.0 : bytes * std::max(1.0, page(cache))));
    }

    const Project& m_project;
    const Design& m_design;
    Cardinality m_cardinality;
    std::string m_out;
};

} // namespace

std::string writeRedisKeys(const Project& project, const Design& design) {
    return KeyDocument(project, design).run();
}

} // namespace shardscape::model
