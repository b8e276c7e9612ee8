// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/merge_parts.h"

#include <algorithm>

#include "model/edit/entity_edits.h"
#include "model/edit/index_edits.h"
#include "model/edit/key_edits.h"
#include "model/edit/property_edits.h"

namespace shardscape::model {
namespace {

using Attributes = std::vector<AttributeId>;

class Parts {
public:
    Parts(const Project& project, const PartContext& context)
        : m_now(project)
        , m_context(context)
        , m_was(*context.pair.before)
        , m_is(*context.pair.after)
        , m_id(context.pair.ours) {}

    Result<Project> run() {
        primaryKey();
        uniqueKeys();
        checks();
        indexes();
        properties();
        return std::move(m_now);
    }

private:
    const Project& now() const { return *m_now; }
    const Entity& own() const { return *now().entities.find(m_id); }
    void to(Result<Project> next) {
        if (m_now)
            m_now = std::move(next);
    }
    /// Attributes of "before" as those of "after"; those that are gone stay as nothing.
    Attributes later(const Attributes& ids) const {
        Attributes out;
        for (AttributeId id : ids) {
            const auto at = m_context.toAfter.find(id);
            out.push_back(at == m_context.toAfter.end() ? AttributeId{} : at->second);
        }
        return out;
    }
    Attributes ours(const Attributes& ids) const { return mapped(ids, m_context.toOurs).value_or(Attributes()); }

    /// Equal but for ids, once the columns are the same.
    static bool sameProperties(Key a, const Key& b) {
        a.id = b.id;
        a.attributes = b.attributes;
        a.include = b.include;
        return a == b;
    }
    bool sameKey(const Key& was, const Key& is) const {
        return sameProperties(was, is) && later(was.include) == is.include;
    }
    const Key* ownKey(KeyKind kind, const Attributes& columns) const {
        for (const Key& key : own().keys)
            if (key.kind == kind && key.attributes == columns)
                return &key;
        return nullptr;
    }
    void changeProperties(const Key* key, const Key& wanted) {
        if (!key)
            return;
        Key changed = wanted;
        changed.id = key->id;
        changed.attributes = key->attributes;
        changed.include = ours(wanted.include);
        to(changeKey(now(), m_id, changed));
    }

    void primaryKey() {
        const Key* was = m_was.primaryKey();
        const Key* is = m_is.primaryKey();
        if (!was && !is)
            return;
        const Attributes columns = is ? ours(is->attributes) : Attributes();
        if (!was || !is || later(was->attributes) != is->attributes)
            to(setPrimaryKey(now(), m_id, columns));
        if (m_now && is && (!was || !sameKey(*was, *is)))
            changeProperties(ownKey(KeyKind::Primary, columns), *is);
    }

    void uniqueKeys() {
        std::vector<const Key*> known;
        for (const Key& was : m_was.keys) {
            if (was.kind != KeyKind::Unique)
                continue;
            const Attributes columns = later(was.attributes);
            const auto is = std::find_if(m_is.keys.begin(), m_is.keys.end(), [&](const Key& key) {
                return key.kind == KeyKind::Unique && key.attributes == columns;
            });
            if (is != m_is.keys.end())
                known.push_back(&*is);
            const Key* key = m_now ? ownKey(KeyKind::Unique, ours(columns)) : nullptr;
            if (!key)
                continue; // it went with its column, or with another edit
            if (is == m_is.keys.end())
                to(removeKey(now(), m_id, key->id));
            else if (!sameKey(was, *is))
                changeProperties(key, *is);
        }
        for (const Key& is : m_is.keys) {
            if (!m_now || is.kind != KeyKind::Unique || std::count(known.begin(), known.end(), &is))
                continue;
            const Attributes columns = ours(is.attributes);
            if (ownKey(KeyKind::Unique, columns))
                continue;
            to(addUniqueKey(now(), m_id, columns, is.name));
            if (m_now)
                changeProperties(ownKey(KeyKind::Unique, columns), is);
        }
    }

    void checks() {
        const auto has = [](const std::vector<Check>& list, const Check& check) {
            return std::find(list.begin(), list.end(), check) != list.end();
        };
        for (const Check& was : m_was.checks) {
            if (!m_now || has(m_is.checks, was))
                continue;
            const std::vector<Check>& list = own().checks;
            auto at = std::find_if(list.begin(), list.end(),
                                   [&](const Check& check) { return check.expression == was.expression; });
            if (at == list.end() && !was.name.empty())
                at = std::find_if(list.begin(), list.end(), [&](const Check& check) { return check.name == was.name; });
            if (at != list.end())
                to(removeCheck(now(), m_id, std::size_t(at - list.begin())));
        }
        for (const Check& is : m_is.checks)
            if (m_now && !has(m_was.checks, is))
                to(addCheck(now(), m_id, is));
        if (m_now && m_was.exclusions != m_is.exclusions)
            to(setExclusions(now(), m_id, m_is.exclusions));
    }

    /// The index with its columns named by the ids of another version.
    template <class Map> static Index renamed(Index index, Map&& map) {
        for (KeyPart& part : index.parts)
            part.attribute = map(part.attribute);
        for (AttributeId& attribute : index.include)
            attribute = map(attribute);
        return index;
    }
    Index laterIndex(const Index& was) const {
        return renamed(was, [&](AttributeId id) {
            const auto at = m_context.toAfter.find(id);
            return at == m_context.toAfter.end() ? AttributeId{} : at->second;
        });
    }
    Index ownIndex(const Index& is) const {
        return renamed(is, [&](AttributeId id) {
            const auto at = m_context.toOurs.find(id);
            return at == m_context.toOurs.end() ? AttributeId{} : at->second;
        });
    }
    /// The same index by its name, else by what it is over.
    static const Index* among(const std::vector<Index>& list, const Index& wanted) {
        if (!wanted.name.empty())
            for (const Index& index : list)
                if (index.name == wanted.name)
                    return &index;
        for (const Index& index : list)
            if (index.parts == wanted.parts && index.predicate == wanted.predicate &&
                (index.name.empty() || wanted.name.empty()))
                return &index;
        return nullptr;
    }

    void indexes() {
        std::vector<const Index*> known;
        for (const Index& old : m_was.indexes) {
            if (!m_now)
                return;
            Index was = laterIndex(old);
            const Index* is = among(m_is.indexes, was);
            if (is)
                known.push_back(is);
            const Index* index = among(own().indexes, ownIndex(was));
            if (!index)
                continue;
            if (!is) {
                to(removeIndex(now(), m_id, index->id));
                continue;
            }
            was.id = is->id;
            if (was == *is)
                continue;
            Index changed = ownIndex(*is);
            changed.id = index->id;
            to(changeIndex(now(), m_id, std::move(changed)));
        }
        for (const Index& is : m_is.indexes) {
            if (!m_now || std::count(known.begin(), known.end(), &is))
                continue;
            Index draft = ownIndex(is);
            draft.id = {};
            if (!among(own().indexes, draft))
                to(addIndex(now(), m_id, std::move(draft)));
        }
    }

    std::optional<Partitioning> ownPartitioning() const {
        std::optional<Partitioning> wanted = m_is.partitioning;
        if (wanted)
            for (KeyPart& part : wanted->parts)
                if (const auto at = m_context.toOurs.find(part.attribute); at != m_context.toOurs.end())
                    part.attribute = at->second;
        return wanted;
    }
    bool samePartitioning() const {
        std::optional<Partitioning> was = m_was.partitioning;
        if (was)
            for (KeyPart& part : was->parts)
                if (const auto at = m_context.toAfter.find(part.attribute); at != m_context.toAfter.end())
                    part.attribute = at->second;
        return was == m_is.partitioning;
    }

    void properties() {
        if (m_now && !samePartitioning())
            to(setPartitioning(now(), m_id, ownPartitioning()));
        if (m_now && (m_was.options != m_is.options || m_was.unlogged != m_is.unlogged))
            to(setEntityOptions(now(), m_id, m_is.options, m_is.unlogged));
        if (m_now && m_was.comment != m_is.comment)
            to(setEntityComment(now(), m_id, m_is.comment));
        if (m_now && m_was.properties != m_is.properties)
            to(setProperties(now(), {m_id, {}}, m_is.properties));
        if (m_now && !(m_was.volume == m_is.volume))
            to(setVolume(now(), m_id, m_is.volume));
    }

    Result<Project> m_now;
    const PartContext& m_context;
    const Entity& m_was;
    const Entity& m_is;
    EntityId m_id;
};

} // namespace

Result<Project> mergeParts(const Project& project, const PartContext& context) {
    return Parts(project, context).run();
}

} // namespace shardscape::model
