// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/copies_report.h"
#include "app/report/report.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/report/hotspot.h"
#include "app/report/html.h"
#include "app/report/run_text.h"
#include "app/report/words.h"

namespace shardscape::app {
namespace {

using estimator::Figure;
using estimator::formatExact;
using Cell = HtmlTable::Cell;

Cell cell(const Figure& figure) {
    return {written(figure), "", formatExact(figure.value(), figure.unit())};
}

Cell cell(const Figure& figure, estimator::Unit unit) {
    return {written(figure.value(), unit), "", formatExact(figure.value(), figure.unit())};
}

std::string heading(const std::string& english) {
    return "<h3>" + escapeHtml(say(english)) + "</h3>\n";
}

std::string card(const std::string& label, const Figure& figure) {
    return fmt::format("<div class=\"card\" title=\"{}\"><b>{}</b><span>{}</span></div>\n",
                       escapeHtml(sayNumber(formatExact(figure.value(), figure.unit()))),
                       escapeHtml(sayNumber(written(figure))), escapeHtml(say(label)));
}

std::string entities(const model::Project& project) {
    HtmlTable table({{"Entity"}, {"Columns", true}, {"Rows", true}, {"Growth a day", true}, {"Comment"}});
    for (const model::Entity& entity : project.entities) {
        const auto count = [](double value) { return written(value, estimator::Unit::None); };
        table.add({project.displayName(entity), std::to_string(entity.attributes.size()),
                   entity.volume.rows ? count(static_cast<double>(entity.volume.rows->value)) : "—",
                   entity.volume.growthRowsPerDay > 0 ? count(entity.volume.growthRowsPerDay) : "—", entity.comment});
    }
    return "<div class=\"card\">" + table.html() + "</div>\n";
}

std::string problems(const estimator::Estimate& estimate) {
    if (estimate.problems.empty())
        return "<p class=\"good\">● " + say("No problems found in this design.") + "</p>\n";
    HtmlTable table({{""}, {"Where"}, {"Why"}, {"What to do"}});
    for (const estimator::Problem& problem : estimate.problems) {
        const bool bad = problem.severity == model::Severity::Error;
        table.add({Cell(bad                                            ? "● " + say("error")
                        : problem.severity == model::Severity::Warning ? "▲ " + say("warning")
                                                                       : "○ " + say("note"),
                        bad ? "bad" : "warn"),
                   say(problem.where), say(problem.why), say(problem.fix)});
    }
    return "<div class=\"card\">" + table.html() + "</div>\n";
}

std::string structures(const estimator::Estimate& estimate) {
    HtmlTable table({{"Structure"},
                     {"Rows", true},
                     {"Bytes a row", true},
                     {"Table", true},
                     {"Indexes", true},
                     {"Total", true},
                     {"Reads", true},
                     {"Writes", true}});
    for (const auto& structure : estimate.structures) {
        double indexes = 0;
        for (const auto& index : structure.indexes)
            indexes += index.bytes.value();
        table.add({structure.name, cell(structure.rows, estimator::Unit::None),
                   fmt::format("{:.1f}", structure.rowBytes.value()), cell(structure.tableBytes),
                   Cell(written(indexes, estimator::Unit::Bytes)), cell(structure.totalBytes),
                   cell(structure.readsPerSecond), cell(structure.writesPerSecond)});
    }
    return "<div class=\"card\">" + table.html() + "</div>\n";
}

std::string planText(const estimator::Plan& plan) {
    std::string out;
    for (std::size_t step = 0; step < plan.steps.size(); ++step)
        out += fmt::format("{}{}. {}", step ? "  " : "", step + 1, say(plan.steps[step].text));
    return out;
}

std::string patterns(const estimator::Estimate& estimate) {
    HtmlTable table({{"Pattern"},
                     {"Peak", true},
                     {"Served by"},
                     {"Rows read", true},
                     {"Partitions", true},
                     {"p50", true},
                     {"p95", true},
                     {"p99", true},
                     {"Wanted", true}});
    for (const auto& pattern : estimate.patterns) {
        const bool misses = pattern.wantedP99 && !(pattern.p99.value() <= pattern.wantedP99->value());
        const bool unserved = pattern.plan.shape == estimator::PlanShape::Unserved;
        table.add({pattern.name, cell(pattern.peakQps),
                   Cell(unserved ? say(pattern.plan.why) : planText(pattern.plan), unserved ? "bad" : ""),
                   cell(pattern.rowsScanned, estimator::Unit::None), cell(pattern.partitions, estimator::Unit::None),
                   cell(pattern.p50), cell(pattern.p95),
                   Cell(written(pattern.p99) + (misses ? " ●" : ""), misses ? "bad" : "",
                        formatExact(pattern.p99.value(), estimator::Unit::Seconds)),
                   pattern.wantedP99 ? cell(*pattern.wantedP99) : Cell("—")});
    }
    return "<div class=\"card\">" + table.html() + "<p class=\"muted\">" +
           say("Analytic latency at the peak; ● misses what is wanted.") + "</p></div>\n";
}

std::string nodes(const estimator::Estimate& estimate) {
    HtmlTable table({{"Constraint"}, {"Nodes", true}, {""}});
    for (const auto& constraint : estimate.nodes.constraints)
        table.add({say(constraint.name), fmt::format("{:.0f}", constraint.nodes.value()),
                   constraint.name == estimate.nodes.binding ? say("binds") : ""});
    return "<div class=\"card\">" + table.html() + "</div>\n";
}

HtmlTable simulationTable(const simulator::RunResult& run, const estimator::Estimate& estimate) {
    HtmlTable table({{"Pattern"},
                     {"Requests", true},
                     {"Errors", true},
                     {"p50", true},
                     {"p95", true},
                     {"p99", true},
                     {"p99.9", true},
                     {"Analytic p99", true},
                     {"Wanted", true}});
    for (const simulator::StreamResult& stream : run.streams) {
        const simulator::Latency& latency = stream.latency;
        const auto partner =
            std::find_if(estimate.patterns.begin(), estimate.patterns.end(),
                         [&](const estimator::PatternEstimate& pattern) { return pattern.name == stream.pattern; });
        const bool known = partner != estimate.patterns.end();
        const bool misses = known && partner->wantedP99 && latency.p99Ms / 1000 > partner->wantedP99->value();
        table.add({stream.name, written(static_cast<double>(stream.count), estimator::Unit::None),
                   written(static_cast<double>(stream.errors), estimator::Unit::None),
                   latencyText(stream, "p50_ms", latency.p50Ms), latencyText(stream, "p95_ms", latency.p95Ms),
                   Cell(latencyText(stream, "p99_ms", latency.p99Ms) + (misses ? " ●" : ""), misses ? "bad" : ""),
                   latencyText(stream, "p999_ms", latency.p999Ms), known ? Cell(written(partner->p99)) : Cell("—"),
                   known && partner->wantedP99 ? cell(*partner->wantedP99) : Cell("—")});
    }
    return table;
}

HtmlTable hottestTable(const simulator::RunResult& run) {
    HtmlTable table(
        {{"Hottest key"}, {"Share of all requests", true}, {"Table"}, {"Partition", true}, {"Node"}, {"Mostly"}});
    for (const simulator::HotKey& key : run.hottest)
        table.add({keyWords(key.space, key.key), written(key.share, estimator::Unit::Percent), key.table,
                   std::to_string(key.partition), key.node < run.nodes.size() ? run.nodes[key.node].name : "",
                   !key.streams.empty() && key.streams.front().stream < run.streams.size()
                       ? run.streams[key.streams.front().stream].name
                       : ""});
    return table;
}

/// What runs hot, and why.
HtmlTable hotTable(const simulator::RunResult& run) {
    HtmlTable table({{"Hot"}, {"Busy", true}, {"Why"}});
    for (const simulator::HotSpot& spot : run.hot) {
        const std::string node = run.nodes[spot.node].name;
        const std::string name =
            spot.kind == simulator::HotSpot::Kind::Partition
                ? say(fmt::format("{} [{}] on {}", spot.table, spot.partition, node))
            : spot.kind == simulator::HotSpot::Kind::Node
                ? node
                : say(fmt::format("{:.4g} s to {:.4g} s, {}", spot.fromSeconds, spot.toSeconds, node));
        table.add({name,
                   {written(spot.utilisation, estimator::Unit::Percent), spot.overloaded ? "bad" : "warn"},
                   sayAll(hotText(spot, run))});
    }
    return table;
}

std::string simulation(const ReportSection& section) {
    std::string out = heading("Simulation");
    if (!section.simulationNote.empty())
        out += "<p class=\"muted\">" + escapeHtml(section.simulationNote) + "</p>\n";
    if (!section.run)
        return out;
    const simulator::RunResult& run = *section.run;
    const simulator::Hotspot hot = simulator::hottestPartition(run);
    if (const std::string text = hotspotText(hot); !text.empty())
        out += fmt::format("<p class=\"{}\"><b>{} {}</b></p>\n", hot.overloaded ? "bad" : "warn",
                           hot.overloaded ? "●" : "▲", escapeHtml(sayAll(text)));
    else
        out += "<p class=\"good\">● " + say("The load is even: no partition stands out.") + "</p>\n";
    out += "<div class=\"card\">" + simulationTable(run, section.estimate).html() + "</div>\n";
    if (!run.hot.empty())
        out += "<div class=\"card\">" + hotTable(run).html() + "</div>\n";
    if (!run.hottest.empty())
        out += "<div class=\"card\">" + hottestTable(run).html() + "</div>\n";
    return out;
}

/// The parts that depend on where the report is read.
class HtmlReport {
public:
    HtmlReport(const ReportInput& input, Medium medium)
        : m_input(input)
        , m_paper(medium == Medium::Paper) {}

    std::string run() {
        const model::Project& project = m_input.project;
        const std::string title = escapeHtml(project.name.empty() ? say("Shardscape report") : project.name);
        std::string out =
            fmt::format("<!DOCTYPE html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\">"
                        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{}</title>\n"
                        "<style>\n{}</style></head><body>\n",
                        say("en"), title, m_input.styleSheet);
        out += fmt::format("<h1>{}</h1>\n<p class=\"muted\">{}</p>\n", title, escapeHtml(countsText(project)));
        if (!m_paper)
            out += navigation();
        out += "<h2 id=\"model\">" + say("Model") + "</h2>\n" + picture(m_input.diagram) + entities(project) +
               tables(m_input.design);
        for (const ReportSection& section : m_input.sections)
            out += engineSection(section);
        return out + "</body></html>\n";
    }

private:
    std::string navigation() const {
        std::string out = "<nav><a href=\"#model\">" + say("Model") + "</a>";
        for (const ReportSection& section : m_input.sections)
            out += fmt::format("<a href=\"#{}\">{}</a>", escapeHtml(section.profile.name),
                               escapeHtml(section.profile.title));
        return out + "</nav>\n";
    }

    std::string picture(const Picture& shown) {
        const std::string title = escapeHtml(shown.title);
        const std::string summary = escapeHtml(shown.summary);
        if (m_paper)
            return fmt::format("<p><b>{}</b><br><img src=\"picture:{}\"></p><p class=\"muted\">{}</p>\n", title,
                               m_pictures++, summary);
        return fmt::format("<div class=\"card\"><figure><figcaption>{}</figcaption><div class=\"chart\" role=\"img\" "
                           "aria-label=\"{}\">{}</div><p class=\"muted\">{}</p></figure></div>\n",
                           title, summary, shown.svg, summary);
    }

    std::string folding(const std::string& head, const std::string& body, bool open, const char* style) const {
        if (m_paper)
            return fmt::format("<p>{}</p><div style=\"margin-left: 16px\">{}</div>\n", head, body);
        return fmt::format("<details class=\"{}\"{}><summary>{}</summary>{}</details>\n", style, open ? " open" : "",
                           head, body);
    }

    std::string workingTree(const Figure& figure, int depth) const {
        const std::string head =
            escapeHtml(say(figure.name())) + " = <b>" + escapeHtml(sayNumber(written(figure))) + "</b>";
        if (figure.inputs().empty()) {
            const std::string source = figure.source().empty() ? "" : " — " + escapeHtml(say(figure.source()));
            return "<div>" + head + "<span class=\"muted\">" + source + "</span></div>\n";
        }
        const std::string formula = head + " <span class=\"muted\">= " + escapeHtml(say(figure.formula())) + "</span>";
        // Deep graphs repeat their leaves; eight levels show every formula the estimator has, two fit on paper.
        if (depth >= (m_paper ? 2 : 8))
            return "<div>" + formula + "</div>\n";
        std::string inputs;
        for (const Figure& input : figure.inputs())
            inputs += workingTree(input, depth + 1);
        return folding(formula, "<div class=\"working\">" + inputs + "</div>", depth == 0, "");
    }

    std::string engineSection(const ReportSection& section) {
        const estimator::Estimate& estimate = section.estimate;
        std::string out =
            fmt::format("<h2 id=\"{0}\">{1} <span class=\"muted\">{2}</span></h2>\n", escapeHtml(section.profile.name),
                        escapeHtml(section.profile.title), escapeHtml(section.profile.version));
        out += headlines(section) + heading("Problems") + problems(estimate) + heading("Access patterns") +
               patterns(estimate) + "<div class=\"grid\">\n";
        for (const Picture& chart : section.charts)
            out += picture(chart);
        out += "</div>\n" + simulation(section) + heading("Structures") + structures(estimate) + heading("Nodes") +
               nodes(estimate) + outlook(section) + heading("Working") + "<div class=\"card\">\n";
        for (const Figure& figure :
             {estimate.storageInAYear, estimate.nodes.count, estimate.worstP99, estimate.writeAmplification})
            out += workingTree(figure, 0);
        if (section.outlook && section.outlook->cost.priced)
            out += workingTree(section.outlook->cost.month, 0);
        return out + "</div>\n" + heading("Native schema") +
               folding(escapeHtml(section.profile.title), "<pre>" + escapeHtml(section.ddl) + "</pre>", false, "card");
    }

    std::string headlines(const ReportSection& section) const {
        const estimator::Estimate& estimate = section.estimate;
        const std::vector<std::pair<std::string, Figure>> figures{
            {"at the peak", estimate.peakQps},
            {"stored now, all replicas", estimate.storageNow},
            {"stored in a year", estimate.storageInAYear},
            {"bound by " + estimate.nodes.binding, estimate.nodes.count},
            {"worst p99", estimate.worstP99},
            {"writes for one write", estimate.writeAmplification}};
        std::string out = m_paper ? "<table><tr>" : "<div class=\"cards\">";
        for (const auto& [label, figure] : figures)
            out += m_paper ? fmt::format("<td><b>{}</b><br>{}</td>", escapeHtml(sayNumber(written(figure))),
                                         escapeHtml(say(label)))
                           : card(label, figure);
        if (section.outlook) {
            const auto [number, label] = costHeadline(section.outlook->cost);
            out += fmt::format(fmt::runtime(m_paper ? "<td><b>{}</b><br>{}</td>"
                                                    : "<div class=\"card\"><b>{}</b><span>{}</span></div>\n"),
                               escapeHtml(sayNumber(number)), escapeHtml(say(label)));
        }
        return out + (m_paper ? "</tr></table>\n" : "</div>\n");
    }

    /// Cost, limits, ladder and the rest that follows from the estimate.
    static std::string outlook(const ReportSection& section) { return tables(tablesOf(section)); }

    static std::string tables(const std::vector<ReportTable>& all) {
        std::string out;
        for (const ReportTable& table : all) {
            out += heading(table.title);
            if (!table.note.empty())
                out += "<p class=\"muted\">" + escapeHtml(sayAll(table.note)) + "</p>\n";
            if (table.rows.empty())
                continue;
            std::vector<HtmlTable::Column> columns;
            for (const ReportTable::Column& column : table.columns)
                columns.push_back({column.title, column.number});
            HtmlTable html(std::move(columns));
            for (const std::vector<std::string>& row : table.rows)
                html.add(std::vector<HtmlTable::Cell>(row.begin(), row.end()));
            out += "<div class=\"card\">" + html.html() + "</div>\n";
        }
        return out;
    }

    const ReportInput& m_input;
    bool m_paper;
    int m_pictures = 0;
};

} // namespace

std::string htmlReport(const ReportInput& input, Medium medium) {
    return HtmlReport(input, medium).run();
}

std::vector<const Picture*> picturesOf(const ReportInput& input) {
    std::vector<const Picture*> out{&input.diagram};
    for (const ReportSection& section : input.sections)
        for (const Picture& chart : section.charts)
            out.push_back(&chart);
    return out;
}

} // namespace shardscape::app
