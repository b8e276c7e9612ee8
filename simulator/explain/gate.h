// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/result.h"
#include "simulator/explain/comparison.h"

namespace shardscape::simulator {

/// A condition that a comparison has to meet, for scripts that stop when a design got worse:
///
///     condition   = comparison { "and" comparison }
///     comparison  = figure ( "<" | "<=" | ">" | ">=" ) sum
///     figure      = [ pattern "." ] name          names: runFigures(), patternFigures()
///     sum         = product { ( "+" | "-" ) product }
///     product     = value { ( "*" | "/" ) value }
///     value       = number [ "%" ] | "before" | "-" value | "(" sum ")"
///
/// A figure is that of the run after; "before" is the same figure of the run before. A figure of patterns without a
/// pattern has to hold for each of them. Names of patterns that are no words stand in double quotes.
///     p99_ms < 1.1*before and errors <= before and GetUser.p999_ms < 50
class Gate {
public:
    /// Errors: Invalid, with the column of what was not understood.
    static model::Result<Gate> parse(std::string_view text);

    struct Verdict {
        bool holds = false;
        std::string figure;    ///< "GetUser.p99_ms"
        std::string condition; ///< as written: "p99_ms < 1.1*before"
        std::optional<double> after;
        std::optional<double> limit;
    };
    /// One for each comparison and pattern. What a run is too short to say does not hold. Errors: Invalid when a
    /// pattern is not there.
    model::Result<std::vector<Verdict>> judge(const Comparison& comparison) const;

private:
    enum class Op { Less, LessOrEqual, Greater, GreaterOrEqual };
    /// In reverse Polish order: '#' a number, 'b' before, 'n' the sign, or one of + - * /.
    struct Term {
        char what;
        double number = 0;
    };
    struct Condition {
        std::string pattern;
        std::string name;
        Op op = Op::Less;
        std::vector<Term> limit;
        std::string text;
    };
    class Parser;
    static std::optional<double> valueOf(const std::vector<Term>& terms, std::optional<double> before);
    Verdict judgeOne(const Condition& condition, const FigureChange& figure) const;

    std::vector<Condition> m_conditions;
};

} // namespace shardscape::simulator
