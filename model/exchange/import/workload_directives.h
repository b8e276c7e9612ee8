// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "model/base/result.h"
#include "model/exchange/import/pattern_sql.h"
#include "model/exchange/import/workload_words.h"
#include "model/schema/project.h"

/// What the annotations of a workload file say, applied to a project or to the pattern under way. Internal to this
/// folder; the language is described in the README of model/exchange.
namespace shardscape::model {

/// The annotations in front of one statement.
struct PatternBlock {
    AccessPattern pattern;
    bool named = false;
    bool returnsGiven = false;
    std::size_t offset = 0; ///< of the name
    std::vector<Word> keys; ///< resolved when the statement is known
    std::size_t keysOffset = 0;
    std::optional<Verb> verb;
    std::vector<Word> values;
    std::vector<std::string> seen; ///< keys already given
    struct Copy {
        std::string engine;
        Derived derived;
    };
    std::vector<Copy> copies; ///< kept by layouts for the sake of this pattern
};

class WorkloadDirectives {
public:
    WorkloadDirectives(Project& project, const EntityNames& names)
        : m_project(project)
        , m_names(names) {}

    /// One "key: text" line. Offsets are those of the key and of the text in the file.
    Placed apply(const std::string& key, std::size_t keyOffset, const std::string& text, std::size_t textOffset,
                 PatternBlock& block);
    /// What can only be said when the statement is known: keys, verb, numbers of values.
    Placed finish(PatternBlock& block, const PatternAnalysis& analysis) const;
    /// The copies that layouts keep for a pattern, instead of those they kept before.
    void keepCopies(const std::vector<PatternBlock::Copy>& copies, PatternId pattern);

    static const std::vector<std::string>& knownKeys();

private:
    using Handler = std::function<Placed(const Word&)>;
    using Handlers = std::map<std::string, Handler>;
    static Placed each(const std::vector<Word>& words, std::size_t from, const Handlers& handlers,
                       const std::string& what);

    // workload_schema.cpp: about the project
    Placed table(const std::vector<Word>& words, std::size_t offset);
    Placed column(const std::vector<Word>& words, std::size_t offset);
    Placed relationship(const std::vector<Word>& words, std::size_t offset);
    Placed requirement(const std::vector<Word>& words, std::size_t offset);
    Placed boundary(const std::vector<Word>& words, std::size_t offset);
    Placed engine(const std::vector<Word>& words, std::size_t offset);
    Placed partitionKey(const Word& word, Layout& layout);
    tl::expected<const Entity*, PlacedError> entityOf(const std::string& text, std::size_t offset) const;
    tl::expected<const Attribute*, PlacedError> attributeOf(const Entity& entity, const std::string& text,
                                                            std::size_t offset) const;

    // workload_words_of_users.cpp: what users say beyond the schema, and how they name
    static Placed tag(const Word& word, std::vector<Property>& properties);
    static Placed property(const Word& word, std::vector<Property>& properties);
    Placed naming(const std::vector<Word>& words);

    // workload_copies.cpp: what is kept twice, where, and for how long
    static Placed upkeep(const Word& word, Upkeep& out);
    Placed copy(const std::vector<Word>& words, PatternBlock& block, std::size_t offset);
    Placed boundaryRole(const Word& word, bool truth, Layout& layout);
    static Placed tier(const Word& word, Volume& volume);
    static Placed removal(const Word& word, Volume& volume);

    // workload_directives.cpp: about a pattern
    Placed name(const std::vector<Word>& words, PatternBlock& block, std::size_t offset);
    Placed rate(const std::vector<Word>& words, PatternBlock& block, std::size_t offset);
    Placed consistency(const std::vector<Word>& words, PatternBlock& block, std::size_t offset);
    Placed page(const std::vector<Word>& words, PatternBlock& block, std::size_t offset);

    Project& m_project;
    const EntityNames& m_names;
};

/// Puts a parsed quantity where it belongs, or refuses the word with the parser's message.
template <class Value, class Target> Placed take(const Word& word, const Result<Value>& value, Target& target) {
    if (!value)
        return refuseAt(word.offset, value.error().message, value.error().advice);
    target = *value;
    return {};
}
/// The same with the bounds that make sense.
template <class Target>
Placed takeWithin(const Word& word, const Result<double>& value, double low, double high, Target& target) {
    if (value && !(*value >= low && *value <= high))
        return refuseAt(word.offset, "\"" + word.text + "\" is out of range");
    return take(word, value, target);
}

} // namespace shardscape::model
