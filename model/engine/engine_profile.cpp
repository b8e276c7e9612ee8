// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/engine_profile.h"

#include <algorithm>
#include <array>
#include <utility>

#include "model/engine/words.h"

namespace shardscape::model {
namespace {

/// What every engine needs for demand, nodes and latency.
constexpr std::array kCapacityKeys{
    "capacity.servers_per_node_count",
    "capacity.point_read_us",
    "capacity.point_write_us",
    "capacity.row_read_us",
    "capacity.row_fetch_us",
    "capacity.rows_scanned_per_s",
    "capacity.row_sort_us",
    "capacity.index_write_us",
    "capacity.storage_per_node_bytes",
    "capacity.memory_per_node_bytes",
    "capacity.max_utilisation_ratio",
    "capacity.max_storage_fill_ratio",
};

constexpr std::array kHeapKeys{
    "storage.page_size_bytes",
    "storage.page_header_bytes",
    "storage.item_pointer_bytes",
    "storage.tuple_header_bytes",
    "storage.tuple_align_bytes",
    "storage.short_value_max_bytes",
    "storage.short_value_header_bytes",
    "storage.long_value_header_bytes",
    "storage.long_value_align_bytes",
    "storage.live_page_tail_ratio",
    "storage.free_space_map_pages_per_page_count",
    "storage.visibility_map_pages_per_page_count",
    "storage.toast_threshold_bytes",
    "storage.toast_chunk_bytes",
    "storage.toast_pointer_bytes",
    "storage.index_special_bytes",
    "storage.index_tuple_header_bytes",
    "storage.index_null_tuple_header_bytes",
    "storage.index_fillfactor_ratio",
    "storage.index_inner_fillfactor_ratio",
    "storage.index_leaves_per_series_count",
    "storage.posting_limit_bytes",
    "storage.tuple_id_bytes",
    "storage.array_header_bytes",
    "storage.dead_rows_ratio",
    "limits.index_key_bytes",
};

constexpr std::array kClusteredKeys{
    "storage.page_size_bytes",
    "storage.page_overhead_bytes",
    "storage.directory_record_bytes",
    "storage.record_header_bytes",
    "storage.transaction_id_bytes",
    "storage.roll_pointer_bytes",
    "storage.row_id_bytes",
    "storage.child_pointer_bytes",
    "storage.page_reserve_bytes",
    "storage.split_rest_bytes",
    "storage.adjacent_split_ratio",
    "storage.index_leaves_per_series_count",
    "storage.clustered_leaves_per_series_count",
    "storage.null_leaf_fill_ratio",
    "storage.off_page_row_bytes",
    "storage.off_page_pointer_bytes",
    "storage.off_page_least_bytes",
    "storage.off_page_payload_bytes",
    "storage.short_value_max_bytes",
    "limits.index_key_bytes",
};

constexpr std::array kRecordTreeKeys{
    "storage.page_size_bytes",
    "storage.leaf_header_bytes",
    "storage.interior_header_bytes",
    "storage.cell_pointer_bytes",
    "storage.child_pointer_bytes",
    "storage.overflow_pointer_bytes",
    "storage.ascending_index_fill_ratio",
    "storage.random_index_fill_ratio",
    "storage.without_rowid_row_bytes",
};

constexpr std::array kLsmKeys{
    "storage.partition_header_bytes",
    "storage.partition_end_bytes",
    "storage.row_flags_bytes",
    "storage.row_timestamp_bytes",
    "storage.cell_flags_bytes",
    "storage.clustering_header_bytes",
    "storage.compression_ratio",
    "storage.compression_uncertainty_ratio",
    "storage.space_amplification_ratio",
    "storage.partition_index_bytes",
    "storage.bloom_filter_false_ratio",
    "storage.compaction_fanout_count",
    "storage.flush_bytes",
    "limits.partition_advised_bytes",
    "limits.partition_advised_cells_count",
    "limits.value_bytes",
};

constexpr std::array kItemStoreKeys{
    "storage.item_index_bytes",
    "storage.map_bytes",
    "storage.index_entry_bytes",
    "limits.item_bytes",
    "limits.partition_bytes",
    "limits.partition_read_units_per_s",
    "limits.partition_write_units_per_s",
    "storage.read_unit_bytes",
    "storage.write_unit_bytes",
};

constexpr std::array kMemoryKeys{
    "storage.allocator_quantum_bytes",
    "storage.object_bytes",
    "storage.dictionary_entry_bytes",
    "storage.bucket_bytes",
    "storage.embedded_string_max_bytes",
    "storage.compact_hash_max_entries_count",
    "storage.compact_hash_max_value_bytes",
    "storage.fragmentation_ratio",
    "limits.value_bytes",
};

constexpr std::array kDocumentKeys{
    "storage.compression_ratio",
    "storage.compression_least_ratio",
    "storage.compression_most_ratio",
    "storage.object_id_field_bytes",
    "storage.object_id_entry_bytes",
    "storage.ascending_entry_ratio",
    "storage.ascending_entry_bytes",
    "storage.repeated_entry_ratio",
    "storage.prefixed_entry_ratio",
    "storage.random_entry_ratio",
    "limits.item_bytes",
};

constexpr std::array kColumnarKeys{
    "storage.incompressible_ratio",
    "storage.window_bytes",
    "storage.repeat_bytes",
    "storage.text_repeat_ratio",
    "storage.whole_extra_bytes",
    "storage.whole_extra_least_bytes",
    "storage.whole_extra_most_bytes",
    "storage.real_ratio",
    "storage.real_least_ratio",
    "storage.real_most_ratio",
    "storage.flag_ratio",
    "storage.flag_least_ratio",
    "storage.flag_most_ratio",
    "storage.null_ratio",
    "storage.null_least_ratio",
    "storage.null_most_ratio",
    "storage.label_ratio",
    "storage.label_least_ratio",
    "storage.label_most_ratio",
    "storage.short_text_ratio",
    "storage.short_text_least_ratio",
    "storage.short_text_most_ratio",
    "storage.long_text_bytes",
    "storage.long_text_ratio",
    "storage.long_text_least_ratio",
    "storage.long_text_most_ratio",
    "storage.text_size_ratio",
    "storage.text_size_least_ratio",
    "storage.text_size_most_ratio",
    "storage.list_offset_ratio",
    "storage.list_offset_least_ratio",
    "storage.list_offset_most_ratio",
    "storage.mark_bytes",
    "storage.granule_rows_count",
    "storage.granule_most_bytes",
    "storage.flush_bytes",
    "storage.compaction_fanout_count",
    "capacity.bytes_scanned_per_s",
};

constexpr std::array kTimeSeriesKeys{
    "storage.chunk_samples_count", "storage.chunk_overhead_bytes", "storage.block_least_s",
    "storage.block_most_s",        "storage.index_series_bytes",   "storage.index_label_bytes",
    "storage.index_chunk_bytes",   "storage.index_align_bytes",    "storage.index_posting_bytes",
    "storage.index_value_bytes",   "storage.retention_default_s",  "storage.series_memory_bytes",
};

constexpr std::array kInvertedKeys{
    "storage.source_left_ratio",         "storage.source_text_left_ratio", "storage.source_least_ratio",
    "storage.source_most_ratio",         "storage.id_random_ratio",        "storage.id_random_bytes",
    "storage.generated_id_bytes",        "storage.document_numbers_bytes", "storage.text_field_ratio",
    "storage.text_field_extra_bytes",    "storage.geo_point_bytes",        "storage.field_uncertainty_ratio",
    "storage.deleted_documents_ratio",   "limits.identifier_bytes",        "limits.full_shard_bytes",
    "limits.full_shard_documents_count", "limits.result_window_count",
};

constexpr std::array kLogKeys{
    "storage.batch_header_bytes",     "storage.full_batch_bytes",         "storage.batch_wait_ms",
    "storage.batch_of_1_ratio",       "storage.batch_of_10_ratio",        "storage.batch_of_100_ratio",
    "storage.batch_of_1000_ratio",    "storage.compression_least_ratio",  "storage.compression_most_ratio",
    "storage.index_interval_bytes",   "storage.offset_index_entry_bytes", "storage.time_index_entry_bytes",
    "storage.full_segment_bytes",     "storage.dirty_log_ratio",          "limits.identifier_bytes",
    "capacity.partition_bytes_per_s", "capacity.consumer_rows_per_s",
};

template <std::size_t N> void append(std::vector<std::string>& keys, const std::array<const char*, N>& more) {
    keys.insert(keys.end(), more.begin(), more.end());
}

} // namespace

const char* name(Evidence evidence) {
    return wordOf(kEvidenceWords, evidence);
}
const char* name(StorageFamily family) {
    return wordOf(kStorageWords, family);
}
const char* name(MappingFamily family) {
    return wordOf(kMappingWords, family);
}
const char* name(Replication replication) {
    return wordOf(kReplicationWords, replication);
}

const Constant& EngineProfile::constant(std::string_view key) const {
    static const Constant absent{0, "not in the profile", Evidence::Common};
    auto at = constants.find(key);
    return at == constants.end() ? absent : at->second;
}

std::optional<double> EngineProfile::find(std::string_view key) const {
    auto at = constants.find(key);
    return at == constants.end() ? std::nullopt : std::optional<double>(at->second.value);
}

bool EngineProfile::has(std::string_view feature) const {
    return std::find(features.begin(), features.end(), feature) != features.end();
}

std::vector<std::string> requiredConstants(StorageFamily storage, MappingFamily) {
    std::vector<std::string> keys;
    append(keys, kCapacityKeys);
    switch (storage) {
    case StorageFamily::HeapBTree: append(keys, kHeapKeys); break;
    case StorageFamily::ClusteredBTree: append(keys, kClusteredKeys); break;
    case StorageFamily::RecordTree: append(keys, kRecordTreeKeys); break;
    case StorageFamily::Lsm: append(keys, kLsmKeys); break;
    case StorageFamily::ItemStore: append(keys, kItemStoreKeys); break;
    case StorageFamily::Memory: append(keys, kMemoryKeys); break;
    case StorageFamily::Document: append(keys, kDocumentKeys); break;
    case StorageFamily::TimeSeries: append(keys, kTimeSeriesKeys); break;
    case StorageFamily::Columnar: append(keys, kColumnarKeys); break;
    case StorageFamily::Log: append(keys, kLogKeys); break;
    case StorageFamily::Inverted: append(keys, kInvertedKeys); break;
    default: break;
    }
    return keys;
}

} // namespace shardscape::model
