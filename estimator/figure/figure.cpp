// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/figure/figure.h"

#include <array>
#include <cmath>
#include <utility>

#include <fmt/format.h>

namespace shardscape::estimator {

struct Figure::Node {
    std::string name;
    double value = 0;
    Unit unit = Unit::None;
    Origin origin = Origin::Derived;
    std::string formula;
    std::string source;
    std::string path;
    std::vector<Figure> inputs;
};

Figure::Figure()
    : m_node(std::make_shared<const Node>()) {}
Figure::Figure(std::shared_ptr<const Node> node)
    : m_node(std::move(node)) {}

Figure Figure::leaf(std::string name, double value, Unit unit, Origin origin, std::string source) {
    return Figure(
        std::make_shared<const Node>(Node{std::move(name), value, unit, origin, {}, std::move(source), {}, {}}));
}

Figure Figure::derived(std::string name, double value, Unit unit, std::string formula, std::vector<Figure> inputs) {
    return Figure(std::make_shared<const Node>(
        Node{std::move(name), value, unit, Origin::Derived, std::move(formula), {}, {}, std::move(inputs)}));
}

double Figure::value() const {
    return m_node->value;
}
Unit Figure::unit() const {
    return m_node->unit;
}
const std::string& Figure::name() const {
    return m_node->name;
}
const std::string& Figure::formula() const {
    return m_node->formula;
}
const std::string& Figure::source() const {
    return m_node->source;
}
Origin Figure::origin() const {
    return m_node->origin;
}
const std::vector<Figure>& Figure::inputs() const {
    return m_node->inputs;
}
const std::string& Figure::path() const {
    return m_node->path;
}

Figure Figure::renamed(std::string name) const {
    Node node = *m_node;
    node.name = std::move(name);
    return Figure(std::make_shared<const Node>(std::move(node)));
}

Figure Figure::withPath(std::string path) const {
    Node node = *m_node;
    node.path = std::move(path);
    return Figure(std::make_shared<const Node>(std::move(node)));
}

namespace {

/// Three significant digits, without an exponent for 0.001 … 999.
std::string significant(double value) {
    const double size = std::abs(value);
    if (size >= 99.95 || size == 0)
        return fmt::format("{:.0f}", value);
    if (size >= 9.995)
        return fmt::format("{:.1f}", value);
    if (size >= 0.9995)
        return fmt::format("{:.2f}", value);
    return fmt::format("{:.3g}", value);
}

std::string scaled(double value, const char* const* prefixes, int count) {
    double size = value;
    int step = 0;
    while (std::abs(size) >= 999.5 && step + 1 < count) {
        size /= 1000;
        ++step;
    }
    const char* prefix = prefixes[step];
    // Whole small counts are written whole.
    const bool whole = step == 0 && size == std::floor(size);
    return (whole ? fmt::format("{:.0f}", size) : significant(size)) + (*prefix ? std::string(" ") + prefix : "");
}

constexpr std::array kCount{"", "k", "M", "B", "T", "Q"};
constexpr std::array kBytes{"B", "kB", "MB", "GB", "TB", "PB", "EB"};

std::string count(double value) {
    return scaled(value, kCount.data(), static_cast<int>(kCount.size()));
}

std::string seconds(double value) {
    const double size = std::abs(value);
    if (size == 0)
        return "0 ms";
    if (size < 0.9995e-3)
        return significant(value * 1e6) + " µs";
    if (size < 0.9995)
        return significant(value * 1e3) + " ms";
    if (size < 120)
        return significant(value) + " s";
    if (size < 7200)
        return significant(value / 60) + " min";
    if (size < 2 * 86400.0)
        return significant(value / 3600) + " h";
    return significant(value / 86400) + " days";
}

} // namespace

std::string format(double value, Unit unit) {
    if (std::isinf(value))
        return value > 0 ? "∞" : "−∞";
    if (std::isnan(value))
        return "—";
    switch (unit) {
    case Unit::None: return count(value);
    case Unit::Rows: return count(value) + " rows";
    case Unit::Bytes: return scaled(value, kBytes.data(), static_cast<int>(kBytes.size()));
    case Unit::BytesPerSecond: return scaled(value, kBytes.data(), static_cast<int>(kBytes.size())) + "/s";
    case Unit::PerSecond: {
        const std::string text = count(value);
        return text + "/s";
    }
    case Unit::Seconds: return seconds(value);
    case Unit::Ratio: return significant(value);
    case Unit::Percent: return significant(value * 100) + " %";
    case Unit::Nodes: return fmt::format("{:.0f} {}", value, value == 1 ? "node" : "nodes");
    case Unit::Money: return "$" + count(value);
    }
    return count(value);
}

std::string formatExact(double value, Unit unit) {
    switch (unit) {
    case Unit::Rows: return fmt::format("{} rows", value);
    case Unit::Bytes: return fmt::format("{} B", value);
    case Unit::BytesPerSecond: return fmt::format("{} B/s", value);
    case Unit::PerSecond: return fmt::format("{}/s", value);
    case Unit::Seconds: return fmt::format("{} s", value);
    case Unit::Percent: return fmt::format("{} %", value * 100);
    case Unit::Nodes: return fmt::format("{} nodes", value);
    case Unit::Money: return fmt::format("${}", value);
    case Unit::None:
    case Unit::Ratio: break;
    }
    return fmt::format("{}", value);
}

} // namespace shardscape::estimator
