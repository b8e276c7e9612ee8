// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/exchange/import/import.h"
#include "model/exchange/import/source_text.h"

/// What every importer does alike: it reads texts, says what it meets with file, line and column, collects entities by
/// name, and links relationships when all names are known. Internal to this folder.
namespace shardscape::model {

/// Where something was written, for what can only be judged at the end.
struct DraftPlace {
    std::size_t source = 0;
    std::size_t offset = 0;
};

/// A foreign key by names: its parent may come later. Without parent columns it means the parent's primary key.
struct DraftReference {
    Relationship relationship; ///< with id and child; childAttributes may be empty when childColumns are not
    std::string parentSchema;
    std::string parent;
    std::vector<std::string> parentColumns;
    DraftPlace place;
};

class ImportDraft {
public:
    explicit ImportDraft(const std::vector<ImportSource>& sources, std::stop_token stop = {})
        : m_sources(sources)
        , m_stop(std::move(stop)) {}

    /// Somebody wants the reading to end: loops over statements or lines ask, finish() then fails.
    bool stopped() const { return m_stop.stop_requested(); }

    Project project; ///< gives the ids; holds enumerations and boundaries
    std::vector<std::unique_ptr<Entity>> entities;
    std::vector<Relationship> relationships;
    std::vector<DraftReference> references;

    // Texts
    std::size_t sourceCount() const { return m_sources.size(); }
    /// Decodes a source and makes it the one that offsets are of. Errors: as decodeText.
    Result<void> enter(std::size_t source);
    /// Offsets are of the source of the place from here on; text() stays the one that was entered last.
    void moveTo(DraftPlace place) { m_source = place.source; }
    const std::string& text() const { return *m_texts.back(); }
    const std::string& fileName() const { return m_sources[m_source].name; }

    // Messages
    DraftPlace place(std::size_t offset) const { return {m_source, offset}; }
    void report(Severity severity, std::size_t offset, std::string message, std::string advice = {}) {
        report(severity, place(offset), std::move(message), std::move(advice));
    }
    void report(Severity severity, DraftPlace place, std::string message, std::string advice = {});
    /// Counts what is passed over in numbers: one note at the end, at the place of the first.
    void tally(std::size_t offset, const std::string& what);
    bool hasErrors() const;

    // Entities
    /// A new entity; nullptr, with an error, when the name is empty or taken (names that differ in case alone are two).
    Entity* addEntity(const std::string& schema, const std::string& name, std::size_t offset);
    /// By exact name, or in another case when only one fits. An empty schema is the default one, or any when the name
    /// is in one schema alone.
    Entity* find(const std::string& schema, const std::string& name) const;
    /// As find, with an error that suggests the nearest name.
    Entity* require(const std::string& schema, const std::string& name, std::size_t offset, const std::string& what);
    Entity* byId(EntityId id) const;
    void remove(Entity& entity);
    void rename(Entity& entity, const std::string& schema, const std::string& name);
    /// A new attribute at the end; nullptr, with an error, when the entity has one of that name.
    Attribute* addAttribute(Entity& entity, const std::string& name, std::size_t offset);
    /// By exact name, else in another case; an error that suggests the nearest name when there is none.
    std::optional<AttributeId> attribute(const Entity& entity, const std::string& name, std::size_t offset,
                                         const std::string& what);
    /// All of them, or nothing with an error.
    std::optional<std::vector<AttributeId>> attributes(const Entity& entity, const std::vector<std::string>& names,
                                                       std::size_t offset, const std::string& what);
    void setPrimaryKey(Entity& entity, std::vector<AttributeId> attributes, const std::string& name = {});
    /// An enumeration, the labels without repetitions.
    EnumId addEnum(const std::string& schema, const std::string& name, const std::vector<std::string>& labels);
    /// Removes an attribute and everything that is built of it alone.
    void removeAttribute(Entity& entity, AttributeId attribute);
    /// The boundary of that name, made when it is not there.
    BoundaryId boundary(const std::string& name);

    /// Links the references, sorts the messages, and gives the project. "emptyAdvice" is what to do about an import
    /// that found no entity. Errors: Invalid when there is neither an entity nor an enumeration; Cancelled.
    Result<Imported> finish(const std::string& emptyAdvice);

private:
    void link(DraftReference& reference);

    const std::vector<ImportSource>& m_sources;
    std::stop_token m_stop;
    std::vector<std::unique_ptr<std::string>> m_texts;
    std::vector<LineMap> m_lines;
    std::size_t m_source = 0;
    Diagnostics m_diagnostics;
    std::unordered_map<std::string, Entity*> m_byName;                     ///< "schema\0name"
    std::unordered_map<std::string, std::vector<Entity*>> m_byLoweredName; ///< without schema
    struct Tally {
        std::size_t count = 0;
        DraftPlace first;
    };
    std::map<std::pair<std::size_t, std::string>, Tally> m_tallies;
};

Attribute* attributeOf(Entity& entity, AttributeId id);
/// By exact name, else in another case.
Attribute* attributeOf(Entity& entity, const std::string& name);

/// The type that a word of no particular dialect means, as drawings use them: "int", "varchar(20)", "timestamptz",
/// "string" … "names" finds enumerations. What is not known is Other with the words as its native name; trailing "[]"
/// makes an array.
Type typeOfWords(const std::string& words, const Project& names, const std::string& schema = {});

} // namespace shardscape::model
