// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/explain/gate.h"

#include <algorithm>
#include <cctype>
#include <charconv>

#include <fmt/format.h>

#include "model/base/nearest_name.h"

namespace shardscape::simulator {

using model::fail;
using model::Result;

/// Reads a gate from left to right; the first problem wins.
class Gate::Parser {
public:
    explicit Parser(std::string_view text)
        : m_text(text) {}

    Result<Gate> run() {
        Gate gate;
        do
            gate.m_conditions.push_back(condition());
        while (!m_error && takeWord("and"));
        skipSpace();
        if (m_at < m_text.size())
            refuse("nothing is expected here", "conditions are joined by \"and\"");
        if (m_error)
            return fail(*m_error);
        return gate;
    }

private:
    void refuse(const std::string& why, std::string advice) {
        if (m_error)
            return;
        m_error = model::Error{model::ErrorCode::Invalid,
                               fmt::format("gate \"{}\", column {}: {}", m_text, m_at + 1, why),
                               std::move(advice),
                               {},
                               0,
                               0};
    }
    void skipSpace() {
        while (m_at < m_text.size() && std::isspace(static_cast<unsigned char>(m_text[m_at])))
            ++m_at;
    }
    static bool isWord(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }
    bool take(char c) {
        skipSpace();
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }
    bool takeWord(std::string_view word) {
        skipSpace();
        const std::size_t end = m_at + word.size();
        if (m_text.substr(m_at, word.size()) != word || (end < m_text.size() && isWord(m_text[end])))
            return false;
        m_at = end;
        return true;
    }
    std::string name() {
        skipSpace();
        if (take('"')) {
            const std::size_t end = m_text.find('"', m_at);
            if (end == std::string_view::npos) {
                refuse("the quoted name does not end", "close it with \"");
                return {};
            }
            const std::string out(m_text.substr(m_at, end - m_at));
            m_at = end + 1;
            return out;
        }
        const std::size_t first = m_at;
        while (m_at < m_text.size() && isWord(m_text[m_at]))
            ++m_at;
        return std::string(m_text.substr(first, m_at - first));
    }

    Condition condition() {
        skipSpace();
        const std::size_t first = m_at;
        Condition out;
        out.name = name();
        if (take('.')) {
            out.pattern = out.name;
            out.name = name();
        }
        known(first, out);
        if (take('<'))
            out.op = takeNow('=') ? Op::LessOrEqual : Op::Less;
        else if (take('>'))
            out.op = takeNow('=') ? Op::GreaterOrEqual : Op::Greater;
        else
            refuse("a comparison is expected here", "one of <, <=, > and >=");
        sum(out.limit);
        std::size_t end = m_at;
        while (end > first && std::isspace(static_cast<unsigned char>(m_text[end - 1])))
            --end;
        out.text = m_text.substr(first, end - first);
        return out;
    }
    bool takeNow(char c) {
        const bool there = m_at < m_text.size() && m_text[m_at] == c;
        m_at += there;
        return there;
    }
    void known(std::size_t first, const Condition& condition) {
        std::vector<std::string_view> names = patternFigures();
        if (condition.pattern.empty())
            for (std::string_view name : runFigures())
                names.push_back(name);
        if (std::find(names.begin(), names.end(), condition.name) != names.end())
            return;
        std::string list;
        for (std::string_view name : names)
            list += (list.empty() ? "" : ", ") + std::string(name);
        const std::string_view near = model::nearestName(condition.name, names);
        m_at = first;
        refuse(condition.name.empty() ? std::string("a figure is expected here")
                                      : fmt::format("there is no figure \"{}\"", condition.name),
               near.empty() ? "there is " + list : fmt::format("did you mean \"{}\"?", near));
    }

    void sum(std::vector<Term>& out) {
        product(out);
        for (;;) {
            const char op = take('+') ? '+' : take('-') ? '-' : 0;
            if (!op || m_error)
                return;
            product(out);
            out.push_back({op});
        }
    }
    void product(std::vector<Term>& out) {
        value(out);
        for (;;) {
            const char op = take('*') ? '*' : take('/') ? '/' : 0;
            if (!op || m_error)
                return;
            value(out);
            out.push_back({op});
        }
    }
    void value(std::vector<Term>& out) {
        if (m_error)
            return;
        if (++m_depth > kMostDepth)
            return refuse("too many parentheses", "simplify the limit");
        if (take('(')) {
            sum(out);
            if (!take(')'))
                refuse("a parenthesis is not closed", "add )");
        } else if (take('-')) {
            value(out);
            out.push_back({'n'});
        } else if (takeWord("before")) {
            out.push_back({'b'});
        } else {
            number(out);
        }
        --m_depth;
    }
    void number(std::vector<Term>& out) {
        skipSpace();
        double value = 0;
        const char* const end = m_text.data() + m_text.size();
        const auto [stop, error] = std::from_chars(m_text.data() + m_at, end, value);
        if (error != std::errc{})
            return refuse("a number or \"before\" is expected here", "as in p99_ms < 1.1*before");
        m_at = static_cast<std::size_t>(stop - m_text.data());
        out.push_back({'#', takeNow('%') ? value / 100 : value});
    }

    static constexpr int kMostDepth = 100;
    std::string_view m_text;
    std::size_t m_at = 0;
    int m_depth = 0;
    std::optional<model::Error> m_error;
};

Result<Gate> Gate::parse(std::string_view text) {
    return Parser(text).run();
}

std::optional<double> Gate::valueOf(const std::vector<Term>& terms, std::optional<double> before) {
    std::vector<double> stack;
    for (const Term& term : terms) {
        if (term.what == 'b' && !before)
            return {};
        if (term.what == '#' || term.what == 'b') {
            stack.push_back(term.what == '#' ? term.number : *before);
            continue;
        }
        const double right = stack.back();
        if (term.what == 'n') {
            stack.back() = -right;
            continue;
        }
        stack.pop_back();
        double& left = stack.back();
        switch (term.what) {
        case '+': left += right; break;
        case '-': left -= right; break;
        case '*': left *= right; break;
        default: left /= right; break;
        }
    }
    return stack.back();
}

Gate::Verdict Gate::judgeOne(const Condition& condition, const FigureChange& figure) const {
    Verdict verdict{false, figure.pattern.empty() ? figure.name : figure.pattern + "." + figure.name, condition.text,
                    figure.after, valueOf(condition.limit, figure.before)};
    if (!verdict.after || !verdict.limit)
        return verdict;
    switch (condition.op) {
    case Op::Less: verdict.holds = *verdict.after < *verdict.limit; break;
    case Op::LessOrEqual: verdict.holds = *verdict.after <= *verdict.limit; break;
    case Op::Greater: verdict.holds = *verdict.after > *verdict.limit; break;
    case Op::GreaterOrEqual: verdict.holds = *verdict.after >= *verdict.limit; break;
    }
    return verdict;
}

Result<std::vector<Gate::Verdict>> Gate::judge(const Comparison& comparison) const {
    std::vector<Verdict> verdicts;
    for (const Condition& condition : m_conditions) {
        const std::vector<std::string_view> ofRun = runFigures();
        const bool whole =
            condition.pattern.empty() && std::find(ofRun.begin(), ofRun.end(), condition.name) != ofRun.end();
        const std::size_t had = verdicts.size();
        std::vector<std::string> patterns;
        for (const FigureChange& figure : comparison.figures) {
            if (!figure.pattern.empty() && (patterns.empty() || patterns.back() != figure.pattern))
                patterns.push_back(figure.pattern);
            if (figure.name == condition.name && figure.pattern.empty() == whole &&
                (condition.pattern.empty() || condition.pattern == figure.pattern))
                verdicts.push_back(judgeOne(condition, figure));
        }
        if (verdicts.size() > had)
            continue;
        if (!condition.pattern.empty() &&
            std::find(patterns.begin(), patterns.end(), condition.pattern) == patterns.end()) {
            std::string list;
            for (const std::string& pattern : patterns)
                list += (list.empty() ? "" : ", ") + pattern;
            const std::string near = model::didYouMean(condition.pattern, patterns);
            return fail(model::ErrorCode::Invalid,
                        fmt::format("gate \"{}\": there is no pattern \"{}\"", condition.text, condition.pattern),
                        near.empty() ? "there is " + list : near);
        }
        // Neither run can say: too few samples, or no cache whose hits could be counted.
        verdicts.push_back({false, condition.name, condition.text, {}, {}});
    }
    return verdicts;
}

} // namespace shardscape::simulator
