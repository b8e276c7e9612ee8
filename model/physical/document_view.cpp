// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/physical/document_view.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "model/physical/bson.h"
#include "model/physical/query.h"

namespace shardscape::model {
namespace {

bool touches(const AccessPattern& pattern, EntityId entity) {
    return pattern.entity == entity ||
           std::find(pattern.joined.begin(), pattern.joined.end(), entity) != pattern.joined.end();
}

const Key* primaryKey(const Entity& entity) {
    const auto at = std::find_if(entity.keys.begin(), entity.keys.end(),
                                 [](const Key& key) { return key.kind == KeyKind::Primary; });
    return at == entity.keys.end() ? nullptr : &*at;
}

class Embedder {
public:
    explicit Embedder(const Project& project)
        : m_source(project)
        , m_cardinality(project) {
        m_view.project = project;
    }

    /// Those that lie directly in a parent. "refusals" gets why others do not.
    DocumentView run(std::vector<std::string>& refusals) {
        for (const Entity& child : m_source.entities) {
            const Relationship* best = nullptr;
            double most = 0;
            for (const Relationship* up : m_cardinality.parentsOf(child.id)) {
                const double perSecond = embeddable(child, *up);
                if (perSecond > most) {
                    most = perSecond;
                    best = up;
                }
            }
            if (best)
                embed(child, *best);
            else
                refusals.insert(refusals.end(), m_refusals.begin(), m_refusals.end());
            m_refusals.clear();
        }
        return std::move(m_view);
    }

private:
    /// No requests would find the children in their parent; the sentence says why.
    double refuse(const Entity& child, const Entity& parent, const std::string& why) {
        m_refusals.push_back(
            fmt::format("{} are documents of their own and not part of their {}: {}.", child.name, parent.name, why));
        return 0;
    }

    /// The requests a second that would find the children in their parent; 0 when they must stay apart.
    double embeddable(const Entity& child, const Relationship& up) {
        const Entity* parent = m_source.entities.find(up.parent);
        if (!parent || up.parent == child.id || !m_cardinality.childrenOf(child.id).empty())
            return 0;
        const Key* key = primaryKey(*parent);
        if (!key || key->attributes != up.parentAttributes)
            return 0;
        for (AttributeId id : up.childAttributes)
            if (const Attribute* attribute = child.find(id); !attribute || attribute->nullable)
                return 0;
        double perSecond = 0;
        for (const AccessPattern& pattern : m_source.patterns)
            if (touches(pattern, child.id)) {
                if (!knowsParent(pattern, child, up))
                    return refuse(child, *parent, fmt::format("{} asks for them otherwise", pattern.name));
                perSecond += std::max(1e-9, pattern.rate.peakRate().value);
            }
        if (perSecond <= 0)
            return 0;
        const double most = m_cardinality.maximumRowsPerValue(child.id, up.childAttributes);
        const bool stated = up.fanOut.maximum || up.fanOut.shape == FanOutShape::Fixed || most <= 1;
        if (m_cardinality.growsPerValue(child.id, up.childAttributes) ||
            most > (stated ? kMostEmbedded : kFewEmbedded) ||
            most * largestElementBytes(child, up) > kMostEmbeddedBytes)
            return refuse(child, *parent,
                          fmt::format("their number has no end that a document could hold (state a maximum of at most "
                                      "{:.0f} if there is one)",
                                      kMostEmbedded));
        return perSecond;
    }

    /// The pattern gives the whole foreign key, or joins the parent by it, and nothing else to the children.
    static bool knowsParent(const AccessPattern& pattern, const Entity& child, const Relationship& up) {
        const auto isLink = [&](const JoinCondition& join) {
            for (std::size_t i = 0; i < up.childAttributes.size(); ++i) {
                const ColumnRef own{child.id, up.childAttributes[i]};
                const ColumnRef other{up.parent, up.parentAttributes[i]};
                if ((join.left == own && join.right == other) || (join.left == other && join.right == own))
                    return true;
            }
            return false;
        };
        std::size_t links = 0;
        for (const JoinCondition& join : pattern.joins) {
            if (join.left.entity != child.id && join.right.entity != child.id)
                continue;
            if (!isLink(join))
                return false;
            ++links;
        }
        if (isInsert(pattern.verb))
            return pattern.joined.empty();
        const bool given = std::all_of(up.childAttributes.begin(), up.childAttributes.end(), [&](AttributeId id) {
            return std::any_of(pattern.predicates.begin(), pattern.predicates.end(), [&](const Predicate& predicate) {
                return predicate.column == ColumnRef{child.id, id} && predicate.comparison == Comparison::Equal;
            });
        });
        return given || links == up.childAttributes.size();
    }

    /// A child as a document within the list, without what the parent knows anyway.
    double elementBytes(const Entity& child, const Relationship& up) const {
        double bytes = kBsonDocumentBytes;
        for (const Attribute& attribute : child.attributes)
            if (!holds(up.childAttributes, attribute.id))
                bytes += bsonFieldBytes(m_cardinality, m_source, attribute, attribute.name);
        return bytes;
    }

    /// The same where the lists within it are the longest.
    double largestElementBytes(const Entity& child, const Relationship& up) const {
        double bytes = elementBytes(child, up);
        for (const Attribute& attribute : child.attributes)
            if (attribute.type.kind == TypeKind::Json && attribute.statistics.maximumBytes)
                bytes += std::max(0.0, *attribute.statistics.maximumBytes - m_cardinality.valueBytes(attribute));
        return bytes;
    }

    void embed(const Entity& child, const Relationship& up) {
        Project& project = m_view.project;
        Entity parent = *project.entities.find(up.parent);
        const bool one = m_cardinality.maximumRowsPerValue(child.id, up.childAttributes) <= 1;
        const double mean = m_cardinality.rows(child.id) / std::max(1.0, m_cardinality.rows(up.parent));
        const double most = std::max(mean, m_cardinality.maximumRowsPerValue(child.id, up.childAttributes));
        const double element = elementBytes(child, up) + (one ? 0 : bsonElementNameBytes(most));
        Attribute field;
        field.id = project.newId<AttributeId>();
        field.name = child.name;
        while (parent.findByName(field.name))
            field.name += "_";
        field.type.kind = TypeKind::Json;
        field.nullable = false;
        field.statistics.averageBytes = (one ? 0 : kBsonDocumentBytes) + mean * element;
        if (most > mean)
            field.statistics.maximumBytes =
                (one ? 0 : kBsonDocumentBytes) +
                most * (largestElementBytes(child, up) + (one ? 0 : bsonElementNameBytes(most)));
        field.comment = child.comment;
        parent.attributes.push_back(field);
        project.entities.set(parent);
        m_view.embedded.push_back({child.id, up.parent, field.id, mean});
        const std::string number = one                 ? std::string("one each")
                                   : up.fanOut.maximum ? fmt::format("at most {:.0f} each", most)
                                                       : fmt::format("about {:.2g} each", mean);
        m_view.notes.push_back(
            fmt::format("{} lie inside their {}: every request knows the parent, and there are few of "
                        "them, {}.",
                        child.name, parent.name, number));
        std::vector<AccessPattern> changed;
        for (const AccessPattern& pattern : project.patterns)
            if (touches(pattern, child.id))
                changed.push_back(rewritten(pattern, child.id, up, field.id));
        for (AccessPattern& pattern : changed)
            project.patterns.set(std::move(pattern));
        project.relationships.removeIf(
            [&](const Relationship& relationship) { return relationship.child == child.id; });
        project.entities.remove(child.id);
    }

    /// The pattern as it asks the parent: the foreign key is the parent's key, conditions on other columns of the
    /// children are answered within the document, columns are the field.
    static AccessPattern rewritten(const AccessPattern& source, EntityId child, const Relationship& up,
                                   AttributeId field) {
        AccessPattern out = source;
        const auto moved = [&](const ColumnRef& column) -> std::optional<ColumnRef> {
            if (column.entity != child)
                return column;
            for (std::size_t i = 0; i < up.childAttributes.size(); ++i)
                if (column.attribute == up.childAttributes[i])
                    return ColumnRef{up.parent, up.parentAttributes[i]};
            return std::nullopt;
        };
        const auto replace = [&](std::vector<ColumnRef>& columns) {
            std::vector<ColumnRef> kept;
            for (const ColumnRef& column : columns) {
                const ColumnRef one = moved(column).value_or(ColumnRef{up.parent, field});
                if (std::find(kept.begin(), kept.end(), one) == kept.end())
                    kept.push_back(one);
            }
            columns = std::move(kept);
        };
        const bool asksChildren = source.entity == child;
        if (asksChildren)
            out.entity = up.parent;
        std::erase(out.joined, child);
        std::erase(out.joined, out.entity);
        std::erase_if(out.joins, [&](const JoinCondition& join) {
            return join.left.entity == child || join.right.entity == child;
        });
        if (out.allColumns) { // of the children: what is read of the parent is the field
            out.allColumns = !asksChildren;
            if (asksChildren)
                out.projection = {{up.parent, field}};
        } else {
            replace(out.projection);
        }
        replace(out.assigned);
        replace(out.groupBy);
        std::erase(out.groupBy, ColumnRef{up.parent, field});
        std::vector<Predicate> predicates;
        for (Predicate predicate : out.predicates)
            if (const auto column = moved(predicate.column)) {
                predicate.column = *column;
                predicates.push_back(std::move(predicate));
            }
        out.predicates = std::move(predicates);
        std::erase_if(out.order, [&](const OrderPart& part) { return part.column.entity == child; });
        if (const auto popular = moved(out.popularityColumn))
            out.popularityColumn = *popular;
        else
            out.popularityColumn = {};
        if (!asksChildren)
            return out;
        if (isInsert(source.verb)) { // a child is pushed to the parent's list
            out.verb = Verb::Update;
            out.rowsWritten = 1;
            for (AttributeId key : up.parentAttributes) {
                Predicate predicate;
                predicate.column = {up.parent, key};
                predicate.parameter = "$1";
                out.predicates.push_back(std::move(predicate));
            }
            out.assigned = {{up.parent, field}};
        } else if (isWrite(source.verb)) { // changed or pulled from it
            out.verb = Verb::Update;
            out.assigned = {{up.parent, field}};
        } else {
            out.verb = Verb::Get;
            out.limit.reset();
            out.limitParameter.clear();
            out.offset.reset();
            out.offsetParameter = false;
            out.pageSize.reset();
            out.paging = Paging::None;
        }
        return out;
    }

    const Project& m_source;
    const Cardinality m_cardinality;
    DocumentView m_view;
    std::vector<std::string> m_refusals; ///< of the child in hand
};

} // namespace

DocumentView documentView(const Project& project) {
    DocumentView out{project, {}, {}};
    for (;;) { // each round has fewer entities than the one before
        std::vector<std::string> refusals;
        DocumentView round = Embedder(out.project).run(refusals);
        if (round.embedded.empty()) {
            out.notes.insert(out.notes.end(), refusals.begin(), refusals.end());
            return out;
        }
        out.project = std::move(round.project);
        out.embedded.insert(out.embedded.end(), round.embedded.begin(), round.embedded.end());
        out.notes.insert(out.notes.end(), round.notes.begin(), round.notes.end());
    }
}

} // namespace shardscape::model
