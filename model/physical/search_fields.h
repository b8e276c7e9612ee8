// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/engine/engine_profile.h"
#include "model/physical/cardinality.h"

namespace shardscape::model {

/// What mapping, planning, sizes and mappings of search indexes share.

/// How a column becomes a field.
enum class SearchKind {
    Keyword,        ///< whole values, found exactly or by their beginning
    Text,           ///< words
    TextAndKeyword, ///< both, the second as "name.keyword"
    Number,
    Date,
    Flag,
    Point,     ///< latitude and longitude
    Flattened, ///< a document whose leaves are keywords
    Stored,    ///< only returned: part of _source, in no index
};

/// A column as a field. Only what the patterns ask for is indexed; everything is returned from _source.
/// - words are looked for (LIKE '%…%', full text): Text; whole values of it, too, or its order: TextAndKeyword;
/// - identifiers that are only compared for equality are keywords, numbers or not, as terms are found faster than
/// points
///   (https://www.elastic.co/guide/en/elasticsearch/reference/current/tune-for-search-speed.html);
/// - what is ordered, grouped or aggregated has doc values; what is compared is indexed;
/// - the column of a primary key of one column is the document's _id: comparing it for equality needs no field.
struct SearchField {
    const Attribute* attribute = nullptr;
    SearchKind kind = SearchKind::Stored;
    bool indexed = false;
    bool docValues = false;
    bool isId = false;
};
/// One an attribute, in their order.
std::vector<SearchField> searchFields(const Cardinality& cardinality, const Entity& entity);

/// "scaled_float" … in the words of Elasticsearch; of a Stored field what it would be.
std::string searchType(const SearchField& field);
/// The same for a column of which only the type is known.
std::string searchTypeOf(const Type& type);

/// Primary shards that so many documents of so many bytes need: limits.full_shard_bytes and
/// limits.full_shard_documents_count of the profile at most in each.
double shardsFor(double documents, double bytes, const EngineProfile& profile);

/// Lower case letters, digits and underscores, which may not come first.
std::string indexName(const std::string& text);

} // namespace shardscape::model
