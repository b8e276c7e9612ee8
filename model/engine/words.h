// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>
#include <utility>

#include "model/engine/engine_profile.h"

/// The words of profile files for the closed sets of an EngineProfile; one table serves reading and writing.
namespace shardscape::model {

template <class E, std::size_t N> using Words = std::array<std::pair<E, const char*>, N>;

inline constexpr Words<Evidence, 3> kEvidenceWords{
    {{Evidence::Measured, "measured"}, {Evidence::Source, "source"}, {Evidence::Common, "common"}}};

inline constexpr Words<StorageFamily, 11> kStorageWords{{{StorageFamily::HeapBTree, "heap_btree"},
                                                         {StorageFamily::ClusteredBTree, "clustered_btree"},
                                                         {StorageFamily::RecordTree, "record_tree"},
                                                         {StorageFamily::Lsm, "lsm"},
                                                         {StorageFamily::Document, "document"},
                                                         {StorageFamily::Memory, "memory"},
                                                         {StorageFamily::Columnar, "columnar"},
                                                         {StorageFamily::Log, "log"},
                                                         {StorageFamily::Inverted, "inverted"},
                                                         {StorageFamily::TimeSeries, "time_series"},
                                                         {StorageFamily::ItemStore, "item_store"}}};

inline constexpr Words<MappingFamily, 10> kMappingWords{{{MappingFamily::Relational, "relational"},
                                                         {MappingFamily::WideColumn, "wide_column"},
                                                         {MappingFamily::SingleTable, "single_table"},
                                                         {MappingFamily::Cache, "cache"},
                                                         {MappingFamily::Document, "document"},
                                                         {MappingFamily::Columnar, "columnar"},
                                                         {MappingFamily::Search, "search"},
                                                         {MappingFamily::TimeSeries, "time_series"},
                                                         {MappingFamily::Graph, "graph"},
                                                         {MappingFamily::Log, "log"}}};

inline constexpr Words<Replication, 3> kReplicationWords{
    {{Replication::Leader, "leader"}, {Replication::Quorum, "quorum"}, {Replication::Managed, "managed"}}};

template <class E, std::size_t N> constexpr const char* wordOf(const Words<E, N>& words, E value) {
    for (const auto& [known, word] : words)
        if (known == value)
            return word;
    return "";
}

template <class E, std::size_t N> std::optional<E> valueOf(const Words<E, N>& words, const std::string& word) {
    for (const auto& [value, known] : words)
        if (word == known)
            return value;
    return std::nullopt;
}

template <class E, std::size_t N> std::string listOf(const Words<E, N>& words) {
    std::string list;
    for (const auto& [value, word] : words)
        list += (list.empty() ? "" : ", ") + std::string(word);
    return list;
}

} // namespace shardscape::model
