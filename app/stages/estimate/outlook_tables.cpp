// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/estimate/outlook_tables.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QStringList>

#include "app/theme/numbers.h"
#include "app/theme/sentences.h"

namespace shardscape::app {

using namespace estimator;

namespace {

struct OutlookTables {
    Q_DECLARE_TR_FUNCTIONS(OutlookTables)
};

QString fromUtf8(const std::string& text) {
    return said(text);
}

QString joined(const std::vector<std::string>& words) {
    QStringList list;
    for (const std::string& word : words)
        list << fromUtf8(word);
    return list.join(QStringLiteral(", "));
}

QString partText(CostPart part) {
    switch (part) {
    case CostPart::Compute: return OutlookTables::tr("compute");
    case CostPart::Storage: return OutlookTables::tr("storage");
    case CostPart::Requests: return OutlookTables::tr("requests");
    case CostPart::Network: return OutlookTables::tr("network");
    case CostPart::Backup: return OutlookTables::tr("backup");
    }
    return {};
}

Cell money(const Figure& figure, const std::string& currency) {
    Cell cell = Cell::number(figure);
    cell.text = moneyText(figure.value(), currency);
    return cell;
}

Cell colored(Cell cell, Role state) {
    cell.state = state;
    return cell;
}

Cell range(double low, double high, Unit unit) {
    const QString a = formatNumber(low, unit), b = formatNumber(high, unit);
    return Cell::words(a == b ? a : QStringLiteral("%1 … %2").arg(a, b));
}

} // namespace

QString monthText(const std::optional<int>& month) {
    if (!month)
        return OutlookTables::tr("not in ten years");
    if (*month == 0)
        return OutlookTables::tr("▲ now");
    if (*month == 1)
        return OutlookTables::tr("in a month");
    if (*month < 24)
        return OutlookTables::tr("in %1 months").arg(*month);
    return *month % 12 == 0 ? OutlookTables::tr("in %1 years").arg(*month / 12)
                            : OutlookTables::tr("in %1 y %2 mo").arg(*month / 12).arg(*month % 12);
}

QString moneyText(double amount, const std::string& currency) {
    return fromUtf8(formatMoney(amount, currency));
}

CellTable costTable(const CostEstimate& cost) {
    CellTable table{{{OutlookTables::tr("What")},
                     {OutlookTables::tr("Part")},
                     {OutlookTables::tr("A month"), true},
                     {OutlookTables::tr("Share"), true}},
                    {}};
    const double all = cost.month.value();
    for (const CostLine& line : cost.lines)
        table.rows.push_back({Cell::words(fromUtf8(line.name)), Cell::words(partText(line.part)),
                              money(line.month, cost.currency),
                              Cell::plain(all > 0 ? line.month.value() / all : 0, Unit::Percent)});
    if (cost.priced) {
        std::vector<Cell> sum{Cell::words(OutlookTables::tr("Sum")), Cell::words({}), money(cost.month, cost.currency),
                              Cell::plain(1, Unit::Percent)};
        for (Cell& cell : sum)
            cell.strong = true;
        table.rows.push_back(std::move(sum));
        table.rows.push_back({Cell::words(OutlookTables::tr("A million requests")), Cell::words({}),
                              money(cost.perMillion, cost.currency), Cell::words({})});
    }
    for (const CostLine& line : cost.alternatives)
        table.rows.push_back({Cell::words(OutlookTables::tr("Instead: %1").arg(fromUtf8(line.name))),
                              Cell::words(partText(line.part)), money(line.month, cost.currency), Cell::words({})});
    for (const CostLine& line : cost.tiers)
        table.rows.push_back({Cell::words(OutlookTables::tr("Not in it: %1").arg(fromUtf8(line.name))),
                              Cell::words(partText(line.part)), money(line.month, cost.currency), Cell::words({})});
    return table;
}

CellTable headroomTable(const std::vector<Headroom>& calendar) {
    CellTable table{{{OutlookTables::tr("Limit")},
                     {OutlookTables::tr("Used"), true},
                     {OutlookTables::tr("Of"), true},
                     {OutlookTables::tr("Left"), true},
                     {OutlookTables::tr("Reached")}},
                    {}};
    for (const Headroom& one : calendar) {
        const bool soon = one.reachedMonth && *one.reachedMonth <= 12;
        const Role state = one.reachedMonth && *one.reachedMonth == 0 ? Role::Bad : soon ? Role::Warn : Role::Text;
        table.rows.push_back({Cell::words(fromUtf8(one.constraint)), Cell::number(one.used), Cell::number(one.limit),
                              Cell::number(one.left), colored(Cell::words(monthText(one.reachedMonth)), state)});
    }
    return table;
}

CellTable ladderTable(const std::vector<Rung>& ladder) {
    CellTable table{{{OutlookTables::tr("Rung")},
                     {OutlookTables::tr("State")},
                     {OutlookTables::tr("Nodes"), true},
                     {OutlookTables::tr("The number that decides")}},
                    {}};
    for (const Rung& rung : ladder) {
        const QString state = rung.state == Rung::State::Climbed     ? OutlookTables::tr("▲ climbed")
                              : rung.state == Rung::State::NotEnough ? OutlookTables::tr("✕ not enough")
                                                                     : OutlookTables::tr("· not needed");
        Cell why = Cell::words(fromUtf8(rung.why), fromUtf8(rung.why));
        why.figure = rung.need;
        Cell name = Cell::words(fromUtf8(rung.name));
        name.strong = rung.state == Rung::State::Climbed;
        table.rows.push_back({name, Cell::words(state), Cell::plain(rung.nodes, Unit::None), why});
    }
    return table;
}

CellTable indexTable(const std::vector<IndexReport>& indexes) {
    CellTable table{{{OutlookTables::tr("Index")},
                     {OutlookTables::tr("Columns")},
                     {OutlookTables::tr("Verdict")},
                     {OutlookTables::tr("Bytes"), true},
                     {OutlookTables::tr("Entries"), true},
                     {OutlookTables::tr("Busy servers"), true},
                     {OutlookTables::tr("Why, and what would be better")}},
                    {}};
    for (const IndexReport& one : indexes) {
        QString verdict;
        Role state = Role::Text;
        switch (one.verdict) {
        case IndexReport::Verdict::Enforces: verdict = OutlookTables::tr("enforces"); break;
        case IndexReport::Verdict::Used: verdict = OutlookTables::tr("used"); break;
        case IndexReport::Verdict::Redundant:
            verdict = OutlookTables::tr("▲ redundant");
            state = Role::Warn;
            break;
        case IndexReport::Verdict::Unused:
            verdict = OutlookTables::tr("▲ unused");
            state = Role::Warn;
            break;
        }
        QString words = fromUtf8(one.why);
        for (const std::string& advice : one.advice)
            words += QStringLiteral(" → ") + fromUtf8(advice);
        table.rows.push_back({Cell::words(fromUtf8(one.name), fromUtf8(one.structure + "." + one.name)),
                              Cell::words(joined(one.columns)), colored(Cell::words(verdict), state),
                              Cell::number(one.bytes), Cell::number(one.entriesPerSecond),
                              Cell::number(one.busyServers), Cell::words(words, words)});
    }
    return table;
}

CellTable shardKeyTable(const std::vector<ShardKeyReport>& reports) {
    CellTable table{{{OutlookTables::tr("Entity")},
                     {OutlookTables::tr("Partition key")},
                     {OutlookTables::tr("Score"), true},
                     {OutlookTables::tr("Cardinality"), true},
                     {OutlookTables::tr("Skew"), true},
                     {OutlookTables::tr("Match"), true},
                     {OutlookTables::tr("Together"), true},
                     {OutlookTables::tr("Growth"), true}},
                    {}};
    const auto part = [](const std::optional<Figure>& figure) {
        return figure ? Cell::number(*figure) : Cell::words(QStringLiteral("–"));
    };
    for (const ShardKeyReport& report : reports)
        for (const ShardKeyCandidate& one : report.candidates) {
            Cell key = Cell::words(fromUtf8(one.text()) + (one.current ? OutlookTables::tr(" (now)") : QString()));
            key.strong = one.current;
            Cell score = Cell::number(one.score);
            score.strong = &one == &report.candidates.front();
            table.rows.push_back({Cell::words(fromUtf8(report.name)), key, score, Cell::number(one.cardinality),
                                  Cell::number(one.skew), part(one.match), part(one.colocation),
                                  Cell::number(one.growth)});
        }
    return table;
}

CellTable durationTable(const std::vector<Duration>& durations) {
    CellTable table{{{OutlookTables::tr("Operation")},
                     {OutlookTables::tr("Of")},
                     {OutlookTables::tr("Takes"), true},
                     {OutlookTables::tr("Note")}},
                    {}};
    for (const Duration& one : durations)
        table.rows.push_back({Cell::words(fromUtf8(one.kind)), Cell::words(fromUtf8(one.of)), Cell::number(one.seconds),
                              Cell::words(fromUtf8(one.note), fromUtf8(one.note))});
    return table;
}

CellTable consistencyTable(const std::vector<ConsistencyEstimate>& patterns) {
    CellTable table{{{OutlookTables::tr("Pattern")},
                     {OutlookTables::tr("Asks for")},
                     {OutlookTables::tr("Gets")},
                     {OutlookTables::tr("As old as"), true},
                     {OutlookTables::tr("Why")}},
                    {}};
    for (const ConsistencyEstimate& one : patterns) {
        const QString gets = fromUtf8(name(one.obtained));
        table.rows.push_back(
            {Cell::words(fromUtf8(one.name)), Cell::words(fromUtf8(one.asked)),
             one.met ? Cell::words(gets) : colored(Cell::words(OutlookTables::tr("● %1").arg(gets)), Role::Bad),
             Cell::number(one.staleness), Cell::words(fromUtf8(one.why), fromUtf8(one.why))});
    }
    return table;
}

CellTable assumptionTable(const Sensitivity& sensitivity, const std::string& currency) {
    CellTable table{{{OutlookTables::tr("Assumption")},
                     {OutlookTables::tr("Value"), true},
                     {OutlookTables::tr("Varied"), true},
                     {OutlookTables::tr("Slowest p99"), true},
                     {OutlookTables::tr("Storage in a year"), true},
                     {OutlookTables::tr("Nodes"), true},
                     {OutlookTables::tr("Cost a month"), true}},
                    {}};
    for (const Influence& one : sensitivity.influences) {
        const Assumption& a = one.assumption;
        Cell value = Cell::plain(a.value, a.unit);
        value.editable = a.inModel;
        value.toolTip = a.inModel ? OutlookTables::tr("Double-click to state it")
                                  : OutlookTables::tr("Override it in the engine's profile");
        const bool priced = one.low.costMonth && one.high.costMonth;
        Cell name = Cell::words(fromUtf8(a.name), fromUtf8(a.source));
        table.rows.push_back(
            {name, value, range(a.low, a.high, a.unit), range(one.low.p99Seconds, one.high.p99Seconds, Unit::Seconds),
             range(one.low.storageBytes, one.high.storageBytes, Unit::Bytes),
             range(one.low.nodes, one.high.nodes, Unit::None),
             priced ? Cell::words(one.low.costMonth == one.high.costMonth
                                      ? moneyText(*one.low.costMonth, currency)
                                      : QStringLiteral("%1 … %2").arg(moneyText(*one.low.costMonth, currency),
                                                                      moneyText(*one.high.costMonth, currency)))
                    : Cell::words(OutlookTables::tr("no price"))});
    }
    return table;
}

RankChart influenceChart(const Sensitivity& sensitivity, std::size_t most) {
    RankChart chart;
    chart.title = OutlookTables::tr("Assumptions by what they move");
    chart.names = OutlookTables::tr("Assumption");
    chart.x = {OutlookTables::tr("Moves the answer by up to"), Unit::Percent, AxisScale::Linear, AxisKind::Number};
    for (const Influence& one : sensitivity.influences) {
        if (one.largest.empty() || chart.bars.size() >= most)
            break;
        // A swing of 1 is a factor of 2, so 100 % more.
        const QString what = one.largest == "p99"       ? OutlookTables::tr("slowest p99")
                             : one.largest == "storage" ? OutlookTables::tr("storage in a year")
                             : one.largest == "nodes"   ? OutlookTables::tr("nodes")
                                                        : OutlookTables::tr("cost a month");
        chart.bars.push_back({fromUtf8(one.assumption.name), std::exp2(one.swing) - 1, what});
    }
    return chart;
}

std::vector<Mark> limitMarks(const std::vector<Headroom>& calendar, int months) {
    std::vector<Mark> marks;
    for (const Headroom& one : calendar)
        if (one.reachedMonth && *one.reachedMonth > 0 && *one.reachedMonth <= months && marks.size() < 3)
            marks.push_back({double(*one.reachedMonth), OutlookTables::tr("%1 full").arg(fromUtf8(one.constraint))});
    return marks;
}

} // namespace shardscape::app
