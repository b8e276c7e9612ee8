// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/live/live.h"

#include <cmath>

#include "model/live/readers.h"

namespace shardscape::model {
namespace {

/// %40 and the like in a URI.
std::string decoded(const std::string& text) {
    const auto digit = [](char c) {
        return c >= '0' && c <= '9'   ? c - '0'
               : c >= 'a' && c <= 'f' ? c - 'a' + 10
               : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                      : -1;
    };
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0) {
            out += static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

void parseUri(const std::string& rest, std::map<std::string, std::string>& out) {
    std::string authority = rest.substr(0, rest.find_first_of("/?"));
    std::string path = rest.substr(authority.size());
    const std::size_t question = path.find('?');
    std::string query = question == std::string::npos ? std::string() : path.substr(question + 1);
    path = path.substr(0, question);
    if (const std::size_t at = authority.rfind('@'); at != std::string::npos) {
        const std::string user = authority.substr(0, at);
        const std::size_t colon = user.find(':');
        out["user"] = decoded(user.substr(0, colon));
        if (colon != std::string::npos)
            out["password"] = decoded(user.substr(colon + 1));
        authority = authority.substr(at + 1);
    }
    const std::size_t colon = authority.rfind(':');
    if (!authority.empty())
        out["host"] = decoded(authority.substr(0, colon));
    if (colon != std::string::npos)
        out["port"] = authority.substr(colon + 1);
    if (path.size() > 1)
        out["dbname"] = decoded(path.substr(1));
    while (!query.empty()) {
        const std::string pair = query.substr(0, query.find('&'));
        if (const std::size_t equals = pair.find('='); equals != std::string::npos)
            out[decoded(pair.substr(0, equals))] = decoded(pair.substr(equals + 1));
        query = query.size() > pair.size() ? query.substr(pair.size() + 1) : std::string();
    }
}

Attribute* attributeNamed(Entity& entity, const std::string& name) {
    for (Attribute& attribute : entity.attributes)
        if (attribute.name == name)
            return &attribute;
    return nullptr;
}

const Entity* entityNamed(const Project& project, const std::string& schema, const std::string& name) {
    const Entity* only = nullptr;
    for (const Entity& entity : project.entities) {
        if (entity.name != name)
            continue;
        if (entity.schema == schema || (entity.schema.empty() && schema == "public"))
            return &entity;
        only = entity.schema.empty() ? &entity : only;
    }
    return only;
}

} // namespace

Result<std::map<std::string, std::string>> parseConnection(const std::string& connection) {
    std::map<std::string, std::string> out;
    if (const std::size_t scheme = connection.find("://"); scheme != std::string::npos) {
        parseUri(connection.substr(scheme + 3), out);
        return out;
    }
    for (std::size_t at = 0; at < connection.size();) {
        if (connection[at] == ' ') {
            ++at;
            continue;
        }
        const std::size_t equals = connection.find('=', at);
        if (equals == std::string::npos)
            return fail(ErrorCode::Invalid, "the connection is no list of key=value and no URI",
                        "write it as mysql://user@host:3306/database, or as host=… user=… dbname=…");
        std::string& value = out[connection.substr(at, equals - at)];
        at = equals + 1;
        const bool quoted = at < connection.size() && connection[at] == '\'';
        const std::size_t end =
            std::min(connection.find(quoted ? '\'' : ' ', at + (quoted ? 1 : 0)), connection.size());
        value = connection.substr(at + (quoted ? 1 : 0), end - at - (quoted ? 1 : 0));
        at = end + 1;
    }
    return out;
}

void applyFigures(Project& project, const std::vector<LiveTableFigures>& tables,
                  const std::vector<LiveColumnFigures>& columns) {
    for (const LiveTableFigures& figures : tables)
        if (const Entity* found = entityNamed(project, figures.schema, figures.table)) {
            Entity entity = *found;
            entity.volume.rows = Rows{static_cast<std::int64_t>(std::llround(figures.rows))};
            project.entities.set(std::move(entity));
        }
    const Entity* last = nullptr;
    std::optional<Entity> open; // figures come table by table: one copy a table
    for (const LiveColumnFigures& figures : columns) {
        const Entity* found = entityNamed(project, figures.schema, figures.table);
        if (!found)
            continue;
        if (found != last || !open) {
            if (open)
                project.entities.set(std::move(*open));
            found = entityNamed(project, figures.schema, figures.table);
            open = *found;
            last = found;
        }
        Attribute* attribute = attributeNamed(*open, figures.column);
        if (!attribute)
            continue;
        if (isVariableLength(attribute->type))
            attribute->statistics.averageBytes = figures.averageBytes;
        attribute->statistics.nullFraction = figures.nullFraction;
        attribute->statistics.distinctValues = figures.distinctValues;
    }
    if (open)
        project.entities.set(std::move(*open));
}

bool isLiveKind(const std::string& kind) {
    return kind == "postgresql" || kind == "mysql" || kind == "sqlite";
}

Result<Imported> importLive(const std::string& kind, const std::string& connection) {
    if (kind == "postgresql")
        return importLivePostgres(connection);
    if (kind == "mysql")
        return importLiveMysql(connection);
    if (kind == "sqlite")
        return importLiveSqlite(connection);
    return fail(ErrorCode::NotFound, "there is no way to read a running database of the kind '" + kind + "'",
                "known are postgresql, mysql and sqlite");
}

} // namespace shardscape::model
