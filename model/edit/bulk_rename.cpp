// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/bulk_rename.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include <fmt/format.h>

#include "model/edit/attribute_edits.h"
#include "model/edit/edit_support.h"
#include "model/edit/entity_edits.h"

namespace shardscape::model {
namespace {

bool isUpper(char c) {
    return c >= 'A' && c <= 'Z';
}
bool isLower(char c) {
    return c >= 'a' && c <= 'z';
}
bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
bool isWordByte(char c) {
    return isUpper(c) || isLower(c) || isDigit(c) || static_cast<unsigned char>(c) >= 0x80;
}

std::vector<std::string> wordsOf(const std::string& name) {
    std::vector<std::string> words;
    std::string word;
    const auto end = [&] {
        if (!word.empty())
            words.push_back(std::move(word));
        word.clear();
    };
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = name[i];
        if (!isWordByte(c)) {
            end();
            continue;
        }
        const char before = i > 0 ? name[i - 1] : ' ';
        const char next = i + 1 < name.size() ? name[i + 1] : ' ';
        if (isUpper(c) && (isLower(before) || isDigit(before) || (isUpper(before) && isLower(next))))
            end();
        word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    end();
    return words;
}

std::string upper(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(c < 0x80 ? std::toupper(c) : c); });
    return text;
}

std::string capital(std::string word) {
    if (!word.empty() && isLower(word.front()))
        word.front() = static_cast<char>(word.front() - 'a' + 'A');
    return word;
}

std::string whereOf(const Entity& entity) {
    return entity.schema == "public" ? std::string() : entity.schema;
}

/// Names that more than one thing would have afterwards, by where they must be unique.
using Counts = std::map<std::pair<std::string, std::string>, int>;

void markProblems(const Project& project, std::vector<Renaming>& renamings) {
    std::map<std::pair<EntityId, AttributeId>, std::string> names;
    for (const Renaming& one : renamings)
        names[{one.entity, one.attribute}] = one.after;
    const auto nameAfter = [&](EntityId entity, AttributeId attribute, const std::string& now) {
        const auto at = names.find({entity, attribute});
        return at == names.end() ? now : at->second;
    };
    Counts counts;
    for (const Entity& entity : project.entities) {
        ++counts[{whereOf(entity), nameAfter(entity.id, {}, entity.name)}];
        const std::string own = "\n" + std::to_string(entity.id.value);
        for (const Attribute& attribute : entity.attributes)
            ++counts[{own, nameAfter(entity.id, attribute.id, attribute.name)}];
    }
    for (Renaming& one : renamings) {
        const Result<std::string> checked = checkedName(one.attribute ? "attribute" : "entity", one.after);
        if (!checked) {
            one.problem = checked.error().message;
            continue;
        }
        const Entity& entity = *project.entities.find(one.entity);
        const std::string where = one.attribute ? "\n" + std::to_string(one.entity.value) : whereOf(entity);
        if (counts[{where, one.after}] > 1)
            one.problem = one.attribute ? fmt::format("{} would have two columns {}", entity.name, one.after)
                                        : fmt::format("there would be two entities {}", one.after);
    }
}

Result<Project> renameOne(const Project& project, const Renaming& one, const std::string& name) {
    return one.attribute ? renameAttribute(project, {one.entity, one.attribute}, name)
                         : renameEntity(project, one.entity, name);
}

} // namespace

std::string inCase(const std::string& name, CaseStyle style) {
    const std::vector<std::string> words = wordsOf(name);
    if (style == CaseStyle::Keep || words.empty())
        return name;
    std::string out = name.substr(0, name.find_first_not_of('_'));
    for (std::size_t i = 0; i < words.size(); ++i) {
        const char* between = style == CaseStyle::Snake || style == CaseStyle::UpperSnake ? "_"
                              : style == CaseStyle::Kebab                                 ? "-"
                                                                                          : "";
        out += i > 0 ? between : "";
        const bool raised = style == CaseStyle::Pascal || (style == CaseStyle::Camel && i > 0);
        out += style == CaseStyle::UpperSnake ? upper(words[i]) : raised ? capital(words[i]) : words[i];
    }
    return out;
}

std::vector<Renaming> planRenames(const Project& project, const RenameScope& scope,
                                  const std::function<std::string(const std::string&)>& rewrite) {
    const std::set<EntityId> wanted(scope.entities.begin(), scope.entities.end());
    std::vector<Renaming> renamings;
    const auto consider = [&](EntityId entity, AttributeId attribute, const std::string& name) {
        std::string after = rewrite(name);
        if (after != name)
            renamings.push_back({entity, attribute, name, std::move(after), {}});
    };
    for (const Entity& entity : project.entities) {
        if (!wanted.empty() && !wanted.count(entity.id))
            continue;
        if (scope.entityNames)
            consider(entity.id, {}, entity.name);
        if (scope.columnNames)
            for (const Attribute& attribute : entity.attributes)
                consider(entity.id, attribute.id, attribute.name);
    }
    markProblems(project, renamings);
    return renamings;
}

Result<Project> renameAll(const Project& project, const std::vector<Renaming>& renamings) {
    std::vector<Renaming> checked = renamings;
    for (const Renaming& one : checked)
        if (const Entity* entity = project.entities.find(one.entity);
            !entity || (one.attribute && !entity->find(one.attribute)))
            return noSuch(one.attribute ? "attribute" : "entity");
    markProblems(project, checked);
    for (const Renaming& one : checked)
        if (!one.problem.empty())
            return fail(ErrorCode::Conflict, one.problem, "Choose names that are all different");
    Project after = project;
    std::vector<const Renaming*> waiting; // for a name that another one of them still has
    for (const Renaming& one : checked) {
        Result<Project> next = renameOne(after, one, one.after);
        if (!next && next.error().code == ErrorCode::Conflict) {
            waiting.push_back(&one);
            next = renameOne(after, one, fmt::format("renamed {}", waiting.size()));
        }
        if (!next)
            return next;
        after = std::move(*next);
    }
    for (const Renaming* one : waiting) {
        Result<Project> next = renameOne(after, *one, one->after);
        if (!next)
            return next;
        after = std::move(*next);
    }
    return after;
}

} // namespace shardscape::model
