// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/schema/entity.h"

#include <algorithm>

#include "model/schema/relationship.h"

namespace shardscape::model {

const Attribute* Entity::find(AttributeId attribute) const {
    auto at = std::find_if(attributes.begin(), attributes.end(), [&](const Attribute& a) { return a.id == attribute; });
    return at == attributes.end() ? nullptr : &*at;
}

const Attribute* Entity::findByName(const std::string& attributeName) const {
    auto at =
        std::find_if(attributes.begin(), attributes.end(), [&](const Attribute& a) { return a.name == attributeName; });
    return at == attributes.end() ? nullptr : &*at;
}

const Key* Entity::primaryKey() const {
    auto at = std::find_if(keys.begin(), keys.end(), [](const Key& key) { return key.kind == KeyKind::Primary; });
    return at == keys.end() ? nullptr : &*at;
}

bool Entity::isUnique(const std::vector<AttributeId>& given) const {
    const auto covered = [&](AttributeId part) { return std::find(given.begin(), given.end(), part) != given.end(); };
    const auto keyCovered = [&](const Key& key) {
        return !key.attributes.empty() && std::all_of(key.attributes.begin(), key.attributes.end(), covered);
    };
    const auto indexCovered = [&](const Index& index) {
        return index.unique && index.predicate.empty() && !index.parts.empty() &&
               std::all_of(index.parts.begin(), index.parts.end(),
                           [&](const KeyPart& part) { return part.attribute && covered(part.attribute); });
    };
    return std::any_of(keys.begin(), keys.end(), keyCovered) ||
           std::any_of(indexes.begin(), indexes.end(), indexCovered);
}

const char* name(TierMedium medium) {
    switch (medium) {
    case TierMedium::Engine: return "engine";
    case TierMedium::ObjectStorage: return "object_storage";
    case TierMedium::InfrequentAccess: return "infrequent_access";
    case TierMedium::Archive: return "archive";
    }
    return "object_storage";
}

const char* name(RowRemoval removal) {
    switch (removal) {
    case RowRemoval::RowByRow: return "rows";
    case RowRemoval::Partitions: return "partitions";
    case RowRemoval::Ttl: return "ttl";
    }
    return "rows";
}

std::optional<double> Volume::daysInEngine() const {
    std::optional<double> out = daysKept();
    for (const StorageTier& tier : tiers)
        if (tier.medium != TierMedium::Engine)
            return out ? std::min(*out, tier.afterDays) : tier.afterDays;
    return out;
}

std::optional<double> Volume::daysKept() const {
    return legalHold ? std::nullopt : retentionDays;
}

const char* name(IndexMethod method) {
    switch (method) {
    case IndexMethod::BTree: return "btree";
    case IndexMethod::Hash: return "hash";
    case IndexMethod::Gin: return "gin";
    case IndexMethod::Gist: return "gist";
    case IndexMethod::SpGist: return "spgist";
    case IndexMethod::Brin: return "brin";
    case IndexMethod::Bloom: return "bloom";
    case IndexMethod::Other: return "other";
    }
    return "other";
}

std::optional<IndexMethod> indexMethodOf(const std::string& word) {
    for (IndexMethod method : {IndexMethod::BTree, IndexMethod::Hash, IndexMethod::Gin, IndexMethod::Gist,
                               IndexMethod::SpGist, IndexMethod::Brin, IndexMethod::Bloom, IndexMethod::Other})
        if (word == name(method))
            return method;
    return std::nullopt;
}

const char* name(FanOutShape shape) {
    switch (shape) {
    case FanOutShape::Fixed: return "fixed";
    case FanOutShape::Geometric: return "geometric";
    case FanOutShape::PowerLaw: return "powerlaw";
    }
    return "geometric";
}

const char* name(ReferentialAction action) {
    switch (action) {
    case ReferentialAction::NoAction: return "no action";
    case ReferentialAction::Restrict: return "restrict";
    case ReferentialAction::Cascade: return "cascade";
    case ReferentialAction::SetNull: return "set null";
    case ReferentialAction::SetDefault: return "set default";
    }
    return "no action";
}

} // namespace shardscape::model
