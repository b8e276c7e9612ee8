// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/base/result.h"

namespace shardscape::model {

/// Where a constant comes from, as far as it can be trusted.
enum class Evidence {
    Measured, ///< on a real server, or byte for byte against files of one
    Source,   ///< read in the engine's documentation or code
    Common,   ///< what the field plans with; to be replaced by the user's own measurement
};
const char* name(Evidence evidence);

/// A number of an engine. The unit ends its key ("page_size_bytes", "point_read_us").
struct Constant {
    double value = 0;
    std::string source; ///< document or measurement, with version
    Evidence evidence = Evidence::Source;
};

/// How an engine stores rows; the estimator has one size model each.
enum class StorageFamily {
    HeapBTree,
    ClusteredBTree,
    RecordTree,
    Lsm,
    Document,
    Memory,
    Columnar,
    Log,
    Inverted,
    TimeSeries,
    ItemStore
};
const char* name(StorageFamily family);

/// How a model is laid out on an engine; the mapping has one rule set each.
enum class MappingFamily {
    Relational,
    WideColumn,
    SingleTable,
    Cache,
    Document,
    Columnar,
    Search,
    TimeSeries,
    Graph,
    Log
};
const char* name(MappingFamily family);

/// How the copies of a partition answer.
enum class Replication {
    Leader,  ///< one copy takes writes and strong reads, the others follow asynchronously and take reads that tolerate
             ///< staleness
    Quorum,  ///< any copy; R of N answer a read, W of N a write
    Managed, ///< the service's own affair: a request is one request
};
const char* name(Replication replication);

/// What the product knows of one engine: data from resources/engines/<name>.json, overridden by the user's own folder.
/// README.md of this folder has the file's format and the meaning of each constant.
struct EngineProfile {
    std::string name;    ///< "postgresql"
    std::string title;   ///< "PostgreSQL"
    std::string version; ///< the version the constants hold for
    std::string dialect; ///< relational engines: whose SQL it speaks, "postgresql", "mysql", "sqlite"; empty for others
    StorageFamily storage = StorageFamily::HeapBTree;
    MappingFamily mapping = MappingFamily::Relational;
    Replication replication = Replication::Leader;
    std::string routing;                  ///< the placement function's name, as model/placement knows it
    int defaultPartitions = 1;            ///< 1 = not partitioned
    int defaultReplicas = 1;              ///< copies of each partition
    int virtualNodes = 0;                 ///< tokens of a node; 0 when the placement has none
    std::string cacheEngine;              ///< the engine of a cache in front of this one ("redis"), empty for none
    std::vector<std::string> consistency; ///< levels offered in the engine's words, weakest first
    std::vector<std::string> features;    ///< what its relational design may use; words in README.md of this folder
    /// By full key: "storage.page_size_bytes", "types.int64.width_bytes", "capacity.point_read_us", "limits.…".
    /// Those of the cache engine are here too, below "cache.": "cache.capacity.point_read_us".
    std::map<std::string, Constant, std::less<>> constants;
    std::map<std::string, std::string> types; ///< logical kind ("int64") → native spelling, without length or precision
    std::vector<std::string> notes;           ///< what a user should know, one sentence each
    std::string file;                         ///< where it was read from, for messages

    /// The constant; asking for one the profile does not have is a mistake in the profile: loaders check the families'
    /// required keys, so that this cannot fail at run time for a loaded profile. One that is absent all the same reads
    /// as 0 with a source that says so.
    const Constant& constant(std::string_view key) const;
    double value(std::string_view key) const { return constant(key).value; }
    std::optional<double> find(std::string_view key) const;
    /// Whether the engine has the feature: "partial_indexes", "clustered_rows" ….
    bool has(std::string_view feature) const;
};

/// All profiles, in order of name. Later folders override earlier ones by name: a file of the same engine is merged key
/// by key, so that a user's file holds only what differs. Errors (Invalid, NotFound, Io) name the file and the JSON
/// path ("/storage/page_size_bytes/source") or line and column.
class EngineCatalogue {
public:
    static Result<EngineCatalogue> load(const std::vector<std::string>& folders);

    const EngineProfile* find(const std::string& name) const;
    const std::vector<EngineProfile>& profiles() const { return m_profiles; }

private:
    std::vector<EngineProfile> m_profiles;
};

/// The constants that every profile of the families must have; what the loader checks.
std::vector<std::string> requiredConstants(StorageFamily storage, MappingFamily mapping);

} // namespace shardscape::model
