// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/size/inverted.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace shardscape::estimator {
namespace {

constexpr double kBlockDocuments = 128;   ///< of packed postings
constexpr double kLeafDocuments = 512;    ///< of a BKD tree
constexpr double kRunDocuments = 16384;   ///< of doc values
constexpr double kFewDocuments = 1 << 24; ///< of a shard, whose numbers take three bytes

double log2Of(double value) {
    return std::log2(std::max(1.0, value));
}

/// Bytes of a difference as a varint of seven bits a byte.
double variableBytes(double value) {
    return std::max(1.0, std::ceil(log2Of(value + 1) / 7));
}

Spread around(double bytes, double share) {
    return {bytes * (1 - share), bytes, bytes * (1 + share)};
}

} // namespace

double postingsBytes(double distinct, double documents) {
    if (distinct >= documents)
        return 0;
    constexpr double kAboveTheMean = 3.2; // bits: the largest of 128 differences, and the block's own byte
    if (documents / distinct >= kBlockDocuments)
        return (log2Of(distinct) + kAboveTheMean) / 8;
    return variableBytes(distinct);
}

double termsBytes(double bytes, double distinct, double documents) {
    constexpr double kLetters = 0.8; // lower case, digits and hyphens are packed where many terms lie together
    constexpr double kOfATerm = 2.5;
    return std::min(1.0, distinct / std::max(1.0, documents)) * (bytes * kLetters + kOfATerm);
}

double packedBits(double bits) {
    constexpr std::array kStored{1, 2, 4, 8, 12, 16, 20, 24, 28, 32, 40, 48, 56, 64};
    if (bits <= 0)
        return 0;
    for (int stored : kStored)
        if (bits <= stored + 1e-9)
            return stored;
    return 64;
}

double pointBytes(const IndexedField& field, double documents) {
    if (field.ascending) // documents of a leaf follow each other, and so do their values
        return 1 + (field.stepBits + log2Of(kLeafDocuments)) / 8;
    const double leaves = std::max(1.0, documents / kLeafDocuments);
    const double number = documents > kFewDocuments ? 4 : 3;
    const double mixed = std::min(1.0, field.distinct / leaves);
    return 1 + (number - 1) * mixed + std::max(0.1, (field.bits - log2Of(leaves)) / 8);
}

Spread fieldBytes(const IndexedField& field, double documents, const model::EngineProfile& profile) {
    const double distinct = std::min(std::max(1.0, field.distinct), std::max(1.0, documents));
    double bytes = 0;
    switch (field.kind) {
    case IndexedField::Kind::Keyword: {
        if (field.indexed)
            bytes += postingsBytes(distinct, documents) + termsBytes(field.bytes, distinct, documents);
        if (field.docValues)
            bytes += packedBits(std::ceil(log2Of(distinct))) / 8 +
                     distinct / std::max(1.0, documents) * std::max(1.0, field.bytes - 1.5);
        break;
    }
    case IndexedField::Kind::Text:
        bytes =
            field.bytes * profile.value("storage.text_field_ratio") + profile.value("storage.text_field_extra_bytes");
        break;
    case IndexedField::Kind::Number:
        if (field.indexed)
            bytes += pointBytes(field, documents);
        if (field.docValues)
            bytes += packedBits(std::ceil(field.ascending ? field.stepBits + log2Of(kRunDocuments) : field.bits)) / 8;
        break;
    case IndexedField::Kind::Flag:
        bytes = (field.indexed ? postingsBytes(2, documents) : 0) + (field.docValues ? 1.0 / 8 : 0);
        break;
    case IndexedField::Kind::Point: bytes = profile.value("storage.geo_point_bytes"); break;
    }
    return around(bytes * field.presentShare, profile.value("storage.field_uncertainty_ratio"));
}

Spread identityBytes(double bytes, bool ascending, const model::EngineProfile& profile) {
    const double own =
        ascending ? bytes + 1
                  : bytes * profile.value("storage.id_random_ratio") + profile.value("storage.id_random_bytes");
    const double most = bytes * profile.value("storage.id_random_ratio") + profile.value("storage.id_random_bytes");
    const double numbers = profile.value("storage.document_numbers_bytes");
    return {std::min(own, bytes + 1) + numbers, own + numbers, most + numbers};
}

} // namespace shardscape::estimator
