// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/nearest_name.h"

#include <algorithm>
#include <numeric>

namespace shardscape::model {
namespace {

constexpr std::size_t kLongest = 128; // longer names are not typing errors, and the distance is quadratic

char folded(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::size_t editDistance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t(0));
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            const std::size_t change = folded(a[i - 1]) == folded(b[j - 1]) ? 0 : 1;
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + change});
            diagonal = above;
        }
    }
    return row[b.size()];
}

template <typename Name> std::string_view nearest(std::string_view written, const std::vector<Name>& names) {
    std::string_view best;
    if (written.size() < 2 || written.size() > kLongest)
        return best;
    std::size_t least = (written.size() + 2) / 3 + 1;
    for (const Name& name : names) {
        const std::size_t gap = std::max(name.size(), written.size()) - std::min(name.size(), written.size());
        if (gap >= least)
            continue;
        const std::size_t distance = editDistance(written, name);
        if (distance < least) {
            least = distance;
            best = name;
        }
    }
    return best;
}

} // namespace

std::string_view nearestName(std::string_view written, const std::vector<std::string_view>& names) {
    return nearest(written, names);
}

std::string nearestName(std::string_view written, const std::vector<std::string>& names) {
    return std::string(nearest(written, names));
}

std::string didYouMean(std::string_view written, const std::vector<std::string>& names) {
    const std::string_view name = nearest(written, names);
    return name.empty() ? std::string() : "did you mean \"" + std::string(name) + "\"?";
}

} // namespace shardscape::model
