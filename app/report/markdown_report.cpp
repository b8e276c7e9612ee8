// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <fmt/format.h>

#include "app/report/copies_report.h"
#include "app/report/hotspot.h"
#include "app/report/report.h"
#include "app/report/run_text.h"
#include "app/report/words.h"

namespace shardscape::app {
namespace {

/// Text made safe for a table cell and for running text.
std::string escapeMarkdown(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '\n' || c == '\r')
            out += ' ';
        else if (std::string_view("\\`*_{}[]<>#|~").find(c) != std::string_view::npos)
            out += std::string("\\") + c;
        else
            out += c;
    }
    return out;
}

class MarkdownTable {
public:
    /// A header that begins with ">" is of a column of numbers.
    explicit MarkdownTable(const std::vector<std::string>& header) {
        m_text = "|";
        std::string rule = "|";
        for (const std::string& title : header) {
            const bool number = title.starts_with('>');
            m_numbers.push_back(number);
            m_text += " " + say(title.substr(number ? 1 : 0)) + " |";
            rule += number ? "---:|" : "---|";
        }
        m_text += "\n" + rule + "\n";
    }
    void add(const std::vector<std::string>& cells) {
        m_text += "|";
        for (std::size_t i = 0; i < cells.size(); ++i)
            m_text += " " + escapeMarkdown(i < m_numbers.size() && m_numbers[i] ? say(cells[i]) : cells[i]) + " |";
        m_text += "\n";
    }
    std::string take() { return std::move(m_text) + "\n"; }

private:
    std::string m_text;
    std::vector<bool> m_numbers; ///< which columns are
};

std::string heading(const std::string& english) {
    return "### " + escapeMarkdown(say(english)) + "\n\n";
}

/// The longest run of back quotes in the text, so that a fence can be longer.
std::string fenceFor(const std::string& text) {
    std::size_t longest = 2;
    std::size_t run = 0;
    for (const char c : text) {
        run = c == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return std::string(longest + 1, '`');
}

std::string simulated(const simulator::RunResult& run, const std::string& note) {
    std::string out = heading("Simulation") + escapeMarkdown(note) + "\n\n";
    if (const std::string spot = hotspotText(simulator::hottestPartition(run)); !spot.empty())
        out += "**" + escapeMarkdown(sayAll(spot)) + "**\n\n";
    MarkdownTable table({"Pattern", ">Requests", ">Errors", ">p50", ">p95", ">p99"});
    for (const simulator::StreamResult& stream : run.streams)
        table.add({stream.name, std::to_string(stream.count), std::to_string(stream.errors),
                   latencyText(stream, "p50_ms", stream.latency.p50Ms),
                   latencyText(stream, "p95_ms", stream.latency.p95Ms),
                   latencyText(stream, "p99_ms", stream.latency.p99Ms)});
    return out + table.take();
}

std::string tablesText(const std::vector<ReportTable>& all) {
    std::string out;
    for (const ReportTable& table : all) {
        out += heading(table.title) + (table.note.empty() ? "" : escapeMarkdown(sayAll(table.note)) + "\n\n");
        std::vector<std::string> header;
        for (const ReportTable::Column& column : table.columns)
            header.push_back((column.number ? ">" : "") + column.title);
        MarkdownTable rows(header);
        for (const std::vector<std::string>& row : table.rows)
            rows.add(row);
        if (!table.rows.empty())
            out += rows.take();
    }
    return out;
}

std::string engineSection(const ReportSection& section) {
    const estimator::Estimate& estimate = section.estimate;
    std::string out =
        fmt::format("## {} {}\n\n", escapeMarkdown(section.profile.title), escapeMarkdown(section.profile.version));
    out += escapeMarkdown(say(fmt::format(
               "{} at the peak, {} stored now and {} in a year (all replicas), {} bound by {}, worst p99 {}.",
               written(estimate.peakQps), written(estimate.storageNow), written(estimate.storageInAYear),
               written(estimate.nodes.count), say(estimate.nodes.binding), written(estimate.worstP99)))) +
           "\n\n";
    if (!estimate.problems.empty()) {
        out += heading("Problems");
        for (const auto& problem : estimate.problems)
            out += fmt::format("- **{}**: {} {}\n", escapeMarkdown(say(problem.where)),
                               escapeMarkdown(say(problem.why)), escapeMarkdown(say(problem.fix)));
        out += "\n";
    }
    MarkdownTable patterns(
        {"Pattern", ">Peak", "Served", ">Rows read", ">Partitions", ">p50", ">p95", ">p99", ">Wanted"});
    for (const auto& pattern : estimate.patterns)
        patterns.add({pattern.name, written(pattern.peakQps), say(name(pattern.plan.shape)),
                      written(pattern.rowsScanned.value(), estimator::Unit::None),
                      written(pattern.partitions.value(), estimator::Unit::None), written(pattern.p50),
                      written(pattern.p95), written(pattern.p99),
                      pattern.wantedP99 ? written(*pattern.wantedP99) : "—"});
    out += heading("Access patterns") + patterns.take();
    MarkdownTable structures({"Structure", ">Rows", ">Bytes a row", ">Table", ">Total"});
    for (const auto& structure : estimate.structures)
        structures.add({structure.name, written(structure.rows.value(), estimator::Unit::None),
                        fmt::format("{:.1f}", structure.rowBytes.value()), written(structure.tableBytes),
                        written(structure.totalBytes)});
    out += heading("Structures") + structures.take();
    out += tablesText(tablesOf(section));
    if (section.run)
        out += simulated(*section.run, section.simulationNote);
    const std::string fence = fenceFor(section.ddl);
    return out + heading("Native schema") + fence + "\n" + section.ddl + "\n" + fence + "\n\n";
}

} // namespace

std::string markdownReport(const ReportInput& input) {
    std::string out = fmt::format("# {}\n\n{}\n\n", escapeMarkdown(input.project.name), countsText(input.project));
    MarkdownTable entities({"Entity", ">Columns", ">Rows", "Comment"});
    for (const model::Entity& entity : input.project.entities)
        entities.add(
            {input.project.displayName(entity), std::to_string(entity.attributes.size()),
             entity.volume.rows ? written(static_cast<double>(entity.volume.rows->value), estimator::Unit::None) : "—",
             entity.comment});
    out += "## " + say("Model") + "\n\n" + entities.take();
    out += tablesText(input.design);
    for (const ReportSection& section : input.sections)
        out += engineSection(section);
    return out;
}

} // namespace shardscape::app
