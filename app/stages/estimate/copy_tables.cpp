// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/estimate/copy_tables.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include "app/theme/sentences.h"

namespace shardscape::app {

using namespace estimator;

namespace {

struct CopyTables {
    Q_DECLARE_TR_FUNCTIONS(CopyTables)
};

QString kindText(model::DerivedKind kind) {
    switch (kind) {
    case model::DerivedKind::CopiedColumns: return CopyTables::tr("copied columns");
    case model::DerivedKind::Embedded: return CopyTables::tr("embedded document");
    case model::DerivedKind::Aggregate: return CopyTables::tr("precomputed aggregate");
    case model::DerivedKind::MaterializedView: return CopyTables::tr("materialized view");
    case model::DerivedKind::ReadModel: return CopyTables::tr("read model");
    case model::DerivedKind::Projection: return CopyTables::tr("projection of events");
    }
    return {};
}

QString choiceText(FanOutChoice choice) {
    switch (choice) {
    case FanOutChoice::OnWrite: return CopyTables::tr("fan-out on write");
    case FanOutChoice::OnRead: return CopyTables::tr("fan-out on read");
    case FanOutChoice::Hybrid: return CopyTables::tr("fan-out of both kinds");
    }
    return {};
}

QString optionText(const CopyOption& option) {
    QString text = CopyTables::tr("%1, %2").arg(kindText(option.derived.kind), upkeepText(option.derived.upkeep.path));
    if (option.derived.largestFanOut)
        text += CopyTables::tr(", up to %1 each").arg(said(format(*option.derived.largestFanOut, Unit::None)));
    return option.kept ? CopyTables::tr("kept: %1").arg(text) : text;
}

/// One text after another; full-width stops bring their room.
void append(QString& text, const QString& more) {
    if (!text.isEmpty() && text.back().unicode() < 128)
        text += QLatin1Char(' ');
    text += more;
}

/// Several sentences, each in the language of the window.
QString saidInTurn(const std::string& english) {
    static const QRegularExpression kEnd(QStringLiteral("(?<=\\.) (?=[A-Z])"));
    QString out;
    for (const QString& one : QString::fromStdString(english).split(kEnd))
        append(out, said(one));
    return out;
}

constexpr std::size_t kColumns = 13;

std::vector<Cell> heading(const QString& text) {
    std::vector<Cell> row(kColumns);
    row.front().text = text;
    row.front().strong = true;
    return row;
}

Cell optional(const std::optional<Figure>& figure) {
    return figure ? Cell::number(*figure) : Cell::words(QStringLiteral("—"));
}

std::vector<Cell> cells(const QString& name, const CopyNumbers& numbers, Cell turn, const std::string& currency,
                        Role state) {
    Cell title = Cell::words(state == Role::Good ? QStringLiteral("✓ ") + name : name);
    title.state = state;
    Cell money = optional(numbers.costMonth);
    if (numbers.costMonth)
        money.text = moneyText(numbers.costMonth->value(), currency);
    return {std::move(title),
            Cell::number(numbers.servers),
            Cell::number(numbers.p99),
            Cell::number(numbers.rowsRead),
            Cell::number(numbers.partitions),
            Cell::number(numbers.rowsWritten),
            Cell::number(numbers.bytesWritten),
            Cell::number(numbers.storage),
            std::move(money),
            Cell::number(numbers.staleness),
            optional(numbers.writeP99),
            optional(numbers.rebuild),
            std::move(turn)};
}

Cell turnCell(const CopyOption& option) {
    if (!option.turningRatio)
        return Cell::words(CopyTables::tr("never"));
    Cell cell = Cell::number(*option.turningRatio);
    if (option.turningRatio->value() <= 0)
        cell.text = CopyTables::tr("any ratio");
    else if (option.paysBelow)
        cell.text = QStringLiteral("< ") + cell.text;
    return cell;
}

} // namespace

CellTable copyTable(const SideBySides& beside, const std::vector<FanOutReport>& fanOuts, const std::string& currency) {
    CellTable table{{{CopyTables::tr("Design")},
                     {CopyTables::tr("Servers"), true},
                     {CopyTables::tr("p99"), true},
                     {CopyTables::tr("Rows read"), true},
                     {CopyTables::tr("Partitions"), true},
                     {CopyTables::tr("Written"), true},
                     {CopyTables::tr("Bytes written"), true},
                     {CopyTables::tr("Storage"), true},
                     {CopyTables::tr("A month"), true},
                     {CopyTables::tr("Oldest answer"), true},
                     {CopyTables::tr("Write p99"), true},
                     {CopyTables::tr("Made in"), true},
                     {CopyTables::tr("Turns at"), true}},
                    {}};
    for (const SideBySide& one : beside.patterns) {
        table.rows.push_back(heading(QString::fromStdString(one.name)));
        if (one.options.empty())
            continue;
        Cell ratio = Cell::number(one.ratio);
        ratio.text = CopyTables::tr("now %1").arg(ratio.text);
        table.rows.push_back(
            cells(CopyTables::tr("normalised"), one.normalised, std::move(ratio), currency, Role::Text));
        for (const CopyOption& option : one.options)
            table.rows.push_back(cells(optionText(option), option.numbers, turnCell(option), currency,
                                       option.wins ? Role::Good : Role::Text));
    }
    for (const FanOutReport& report : fanOuts) {
        table.rows.push_back(heading(
            CopyTables::tr("%1 to %2").arg(QString::fromStdString(report.item), QString::fromStdString(report.name))));
        for (const FanOutLoad& load : report.loads) {
            std::vector<Cell> row(kColumns);
            const bool best = load.choice == report.best;
            const QString mark = best ? QStringLiteral("✓ ") : load.served ? QString() : QStringLiteral("▲ ");
            row[0] = Cell::words(mark + choiceText(load.choice));
            row[0].state = best ? Role::Good : load.served ? Role::Text : Role::Warn;
            row[1] = Cell::number(load.servers);
            row[5] = Cell::number(load.rowsWritten);
            row[9] = Cell::number(load.longestFanOut);
            if (load.choice == FanOutChoice::Hybrid)
                row[12] = Cell::number(report.threshold);
            table.rows.push_back(std::move(row));
        }
    }
    return table;
}

QString upkeepText(model::UpkeepPath path) {
    switch (path) {
    case model::UpkeepPath::Transaction: return CopyTables::tr("in the transaction");
    case model::UpkeepPath::Trigger: return CopyTables::tr("by a trigger");
    case model::UpkeepPath::Outbox: return CopyTables::tr("outbox");
    case model::UpkeepPath::Cdc: return CopyTables::tr("CDC");
    case model::UpkeepPath::DualWrite: return CopyTables::tr("second write");
    case model::UpkeepPath::Periodic: return CopyTables::tr("periodic");
    }
    return {};
}

std::vector<const CopyOption*> copyRows(const SideBySides& beside) {
    std::vector<const CopyOption*> out;
    for (const SideBySide& one : beside.patterns) {
        out.push_back(nullptr);
        if (one.options.empty())
            continue;
        out.push_back(nullptr);
        for (const CopyOption& option : one.options)
            out.push_back(&option);
    }
    return out;
}

std::vector<QString> copyVerdicts(const SideBySides& beside, const std::vector<FanOutReport>& fanOuts) {
    std::vector<QString> out;
    for (const SideBySide& one : beside.patterns) {
        out.push_back(saidInTurn(one.verdict));
        if (one.options.empty())
            continue;
        out.push_back(saidInTurn(one.verdict));
        for (const CopyOption& option : one.options) {
            QString text = saidInTurn(option.verdict);
            for (const std::string& note : option.notes) // may begin with a name
                append(text, said(note));
            out.push_back(text);
        }
    }
    for (const FanOutReport& report : fanOuts)
        out.insert(out.end(), 1 + report.loads.size(), saidInTurn(report.verdict));
    return out;
}

} // namespace shardscape::app
