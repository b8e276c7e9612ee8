// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/estimate/ownership_table.h"

#include <QCoreApplication>

#include "app/stages/titles.h"
#include "app/theme/numbers.h"
#include "app/theme/sentences.h"

namespace shardscape::app {

using namespace estimator;

namespace {

struct OwnershipTable {
    Q_DECLARE_TR_FUNCTIONS(OwnershipTable)
};

QString listed(const std::vector<std::string>& words) {
    QStringList out;
    for (const std::string& word : words)
        out << QString::fromStdString(word);
    return out.isEmpty() ? QStringLiteral("—") : out.join(QStringLiteral(", "));
}

Cell optional(const std::optional<Figure>& figure) {
    return figure ? Cell::number(*figure) : Cell::words(QStringLiteral("—"));
}

Cell money(const std::optional<Figure>& figure, const std::string& currency) {
    if (!figure)
        return Cell::words(OwnershipTable::tr("no price"));
    Cell cell = Cell::number(*figure);
    cell.text = moneyText(figure->value(), currency.empty() ? "USD" : currency);
    return cell;
}

std::vector<Cell> headings(const QStringList& titles) {
    std::vector<Cell> row;
    for (const QString& title : titles) {
        row.push_back(Cell::words(title));
        row.back().strong = true;
    }
    return row;
}

Cell marked(Cell cell, Role state, const QString& glyph) {
    cell.text = glyph + QLatin1Char(' ') + cell.text;
    cell.state = state;
    return cell;
}

void addEngines(const PolyglotDesign& design, CellTable& table) {
    const auto nothing = Cell::words({});
    for (const MemberView& member : design.layouts)
        table.rows.push_back({Cell::words(QString::fromStdString(member.engine)), Cell::words(listed(member.owns)),
                              Cell::words(listed(member.follows)), optional(member.storage), optional(member.nodes),
                              money(member.costMonth, design.currency), nothing});
    Cell all = Cell::words(OwnershipTable::tr("All"));
    all.strong = true;
    const QString beside = design.alone.empty()
                               ? QString()
                               : OwnershipTable::tr("beside it, not in the sums: %1").arg(listed(design.alone));
    table.rows.push_back({all, nothing, nothing, Cell::number(design.storage), Cell::number(design.nodes),
                          money(design.costMonth, design.currency), Cell::words(beside, beside)});
}

void addBoundaries(const PolyglotDesign& design, CellTable& table) {
    table.rows.push_back(
        headings({OwnershipTable::tr("Boundary"), OwnershipTable::tr("Truth"), OwnershipTable::tr("Followed by"),
                  OwnershipTable::tr("Behind"), OwnershipTable::tr("Changes"), OwnershipTable::tr("Full copy"),
                  OwnershipTable::tr("What can go wrong")}));
    const auto nothing = Cell::words({});
    for (const BoundaryView& boundary : design.boundaries) {
        const QString name =
            boundary.boundary ? QString::fromStdString(boundary.name) : OwnershipTable::tr("no boundary");
        const Cell what = Cell::words(name, listed(boundary.entities));
        Cell truth = Cell::words(QString::fromStdString(boundary.truth), said(boundary.readers));
        if (boundary.truth.empty())
            truth = marked(Cell::words(OwnershipTable::tr("nobody")), Role::Bad, QStringLiteral("●"));
        else if (boundary.owners.size() > 1)
            truth = marked(Cell::words(listed(boundary.owners)), Role::Bad, QStringLiteral("●"));
        if (boundary.followers.empty())
            table.rows.push_back({what, truth, Cell::words(QStringLiteral("—")), nothing, nothing, nothing, nothing});
        for (const FollowerView& follower : boundary.followers) {
            Cell changes = Cell::number(follower.changes);
            if (follower.logBytes)
                changes.toolTip = OwnershipTable::tr("%1 read from the log").arg(formatNumber(*follower.logBytes));
            const QString by = OwnershipTable::tr("%1, %2").arg(QString::fromStdString(follower.engine),
                                                                upkeepPathText(follower.path));
            table.rows.push_back({what, truth, Cell::words(by), Cell::number(follower.lag), changes,
                                  optional(follower.resync), Cell::words(said(follower.risk), said(follower.risk))});
        }
    }
}

void addPatterns(const PolyglotDesign& design, CellTable& table) {
    table.rows.push_back(
        headings({OwnershipTable::tr("Pattern"), OwnershipTable::tr("Served by"), OwnershipTable::tr("Calls"),
                  OwnershipTable::tr("Behind"), OwnershipTable::tr("Keys a call"), OwnershipTable::tr("p99"),
                  OwnershipTable::tr("Why")}));
    for (const PatternView& pattern : design.patterns) {
        Cell by = Cell::words(listed(pattern.engines));
        if (pattern.engines.empty())
            by = marked(Cell::words(OwnershipTable::tr("not served")), Role::Bad, QStringLiteral("●"));
        else if (pattern.calls > 1)
            by = marked(by, Role::Warn, QStringLiteral("▲"));
        QString why = said(pattern.why);
        if (why.isEmpty() && !pattern.others.empty())
            why = OwnershipTable::tr("could be answered by %1 as well").arg(listed(pattern.others));
        table.rows.push_back({Cell::words(QString::fromStdString(pattern.name)), by,
                              Cell::plain(pattern.calls, Unit::None), Cell::plain(pattern.lagSeconds, Unit::Seconds),
                              Cell::plain(pattern.keys, Unit::None), optional(pattern.p99), Cell::words(why, why)});
    }
}

} // namespace

CellTable ownershipTable(const PolyglotDesign& design) {
    CellTable table{{{OwnershipTable::tr("Engine")},
                     {OwnershipTable::tr("Owns")},
                     {OwnershipTable::tr("Follows")},
                     {OwnershipTable::tr("Stored"), true},
                     {OwnershipTable::tr("Nodes"), true},
                     {OwnershipTable::tr("A month"), true},
                     {OwnershipTable::tr("Note")}},
                    {}};
    if (!design.isSplit())
        return table;
    addEngines(design, table);
    addBoundaries(design, table);
    addPatterns(design, table);
    return table;
}

} // namespace shardscape::app
