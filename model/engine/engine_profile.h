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
enum class Evidence { Measured, Source, Common };

/// A number of an engine. The unit ends its key ("page_size_bytes", "point_read_us").
struct Constant {
    double value = 0;
    std::string source;             ///< document or measurement, with version
    Evidence evidence = Evidence::Source;
};

/// How an engine stores rows; the estimator has one size model each.
enum class StorageFamily { HeapBTree, ClusteredBTree, RecordTree, Lsm, Document, Memory, Columnar, Log, Inverted, TimeSeries, ItemStore };

/// How a model is laid out on an engine; the mapping has one rule set each.
enum class MappingFamily { Relational, WideColumn, SingleTable, Cache, Document, Columnar, Search, TimeSeries, Graph, Log };

/// What the product knows of one engine: data from resources/engines/<name>.json, overridden by the user's own folder.
struct EngineProfile {
    std::string name;    ///< "postgresql"
    std::string title;   ///< "PostgreSQL"
    std::string version; ///< the version the constants hold for
    StorageFamily storage = StorageFamily::HeapBTree;
    MappingFamily mapping = MappingFamily::Relational;
    std::string routing;                ///< the placement function's name, as model/placement knows it
    int defaultPartitions = 1;          ///< 1 = not partitioned
    int defaultReplicas = 1;            ///< copies of each partition
    std::vector<std::string> consistency; ///< levels offered, weakest first
    std::map<std::string, Constant> constants;       ///< by full key: "storage.page_size_bytes", "capacity.point_read_us"
    std::map<std::string, std::string> types;        ///< logical kind ("int64") → native spelling
    std::string file;                   ///< where it was read from, for messages

    /// The constant; asking for one the profile does not have is a mistake in the profile: loaders check the families'
    /// required keys, so that this cannot fail at run time for a loaded profile.
    const Constant& constant(const std::string& key) const;
    double value(const std::string& key) const { return constant(key).value; }
    std::optional<double> find(const std::string& key) const;
};

/// All profiles, in order of name. Later folders override earlier ones by name.
/// Errors name file and JSON path.
class EngineCatalogue {
public:
    static Result<EngineCatalogue> load(const std::vector<std::string>& folders);

    const EngineProfile* find(const std::string& name) const;
    const std::vector<EngineProfile>& profiles() const { return m_profiles; }

private:
    std::vector<EngineProfile> m_profiles;
};

} // namespace shardscape::model
