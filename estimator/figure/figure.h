// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

namespace shardscape::estimator {

/// What a number counts; decides how it is written (38.4 k/s, 412 GB, 7.9 ms).
enum class Unit { None, Rows, Bytes, PerSecond, Seconds, Ratio, Nodes, Money, BytesPerSecond, Percent };

/// Whose a leaf number is.
enum class Origin {
    Derived, ///< computed from inputs
    User,    ///< written by the user in the model
    Import,  ///< read from an imported file or database
    Profile, ///< a constant of an engine profile; "source" says from where
    Default, ///< assumed because nobody said; "source" says why this value
};

/// A number that explains itself: value, unit, the formula in words, and the figures it was computed from.
///
/// A Figure is a cheap value: copying it copies one pointer, and the inputs form an acyclic graph that the working
/// panel, the report and --working render. Thread-safety: immutable after construction.
class Figure {
public:
    Figure();
    /// A leaf: a number somebody gave.
    static Figure leaf(std::string name, double value, Unit unit, Origin origin, std::string source = {});
    /// A number computed from others. "formula" is in words with the inputs' names: "rows × bytes per row".
    static Figure derived(std::string name, double value, Unit unit, std::string formula, std::vector<Figure> inputs);

    double value() const;
    Unit unit() const;
    const std::string& name() const;
    const std::string& formula() const;
    const std::string& source() const;
    Origin origin() const;
    const std::vector<Figure>& inputs() const;
    /// The same figure under another name.
    Figure renamed(std::string name) const;
    /// The path to the model object behind a user's number, as "entity:12/rows", for editing at the leaf; may be empty.
    const std::string& path() const;
    Figure withPath(std::string path) const;
    /// The same for copies of one figure: lets a rendering show shared inputs once.
    const void* identity() const { return m_node.get(); }

private:
    struct Node;
    explicit Figure(std::shared_ptr<const Node> node);
    std::shared_ptr<const Node> m_node;
};

/// Three significant digits with SI prefix and unit: "1.73 B rows", "412 GB", "38.4 k/s", "7.9 ms".
std::string format(double value, Unit unit);
inline std::string format(const Figure& figure) {
    return format(figure.value(), figure.unit());
}
/// All digits: "1728000000 rows".
std::string formatExact(double value, Unit unit);

} // namespace shardscape::estimator
