// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

#include "estimator/figure/working.h"

namespace shardscape::app {

/// A JSON object of figures; with "working", each has its derivation beside it under "working".
class FigureObject {
public:
    explicit FigureObject(bool working)
        : m_working(working) {}

    void set(const char* key, const estimator::Figure& figure, double scale = 1) {
        const double value = figure.value() * scale;
        m_object[key] = std::isfinite(value) ? nlohmann::ordered_json(value) : nlohmann::ordered_json(nullptr);
        if (m_working)
            m_derivations[key] = estimator::workingJson(figure);
    }
    /// null for what there is not.
    void set(const char* key, const std::optional<estimator::Figure>& figure, double scale = 1) {
        if (figure)
            set(key, *figure, scale);
        else
            m_object[key] = nullptr;
    }
    void set(const char* key, nlohmann::ordered_json value) { m_object[key] = std::move(value); }
    nlohmann::ordered_json take() {
        if (m_working && !m_derivations.empty())
            m_object["working"] = std::move(m_derivations);
        return std::move(m_object);
    }

private:
    bool m_working;
    nlohmann::ordered_json m_object = nlohmann::ordered_json::object();
    nlohmann::ordered_json m_derivations = nlohmann::ordered_json::object();
};

} // namespace shardscape::app
