// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include <QByteArray>
#include <QColor>
#include <QString>

#include "model/base/result.h"

namespace shardscape::app {

/// What a colour is for. Code names roles, never colours.
enum class Role {
    Window,  ///< the ground behind cards
    Surface, ///< cards, panels, fields, tables
    Raised,  ///< menus, tooltips, popups
    Border,  ///< 1 px frames of cards and separators
    Control, ///< frames of controls that can be acted on
    Text,
    Muted, ///< units, captions, secondary text; readable on Window and Surface
    Disabled,
    Accent,     ///< fill of what can be acted on
    OnAccent,   ///< text on Accent
    AccentText, ///< links and selected words; readable on Window, Surface and Selection
    Selection,  ///< fill of selected rows, under Text
    Hover,      ///< fill under the pointer, under Text
    Grid,       ///< grid lines of charts
    Good,
    Warn,
    Bad,
};
inline constexpr std::size_t kRoles = static_cast<std::size_t>(Role::Bad) + 1;
inline constexpr std::size_t kSeries = 8;

/// The key of a role in a theme file: "on_accent".
const char* name(Role role);

/// One set of colours: a value, read from resources/themes/<name>.json.
struct Theme {
    QString name;
    bool dark = false;
    std::array<QColor, kRoles> colors;
    std::array<QColor, kSeries> seriesColors; ///< told apart by people with any colour vision
    std::vector<QColor> loadMap;              ///< evenly spaced control values, low to high
    std::vector<QColor> latencyMap;

    const QColor& color(Role role) const { return colors[static_cast<std::size_t>(role)]; }
    /// The n-th series colour; starts over after the eighth.
    const QColor& series(int index) const;
    /// Colours of a heat map at a position 0 … 1, linear between the control values; clamped outside.
    QColor load(double position) const;
    QColor latency(double position) const;
};

/// Reads a theme. Errors: Invalid, naming "source" and the JSON path that is missing or wrong.
model::Result<Theme> parseTheme(const QByteArray& json, const QString& source);

/// A theme that is compiled in: "light" or "dark". Errors: NotFound.
model::Result<Theme> builtinTheme(const QString& name);
/// As builtinTheme; tests hold both to be readable.
Theme lightTheme();
Theme darkTheme();
/// Black and white, for who needs the strongest difference: text 15:1 and more, lines as strong as text.
Theme contrastTheme(bool dark);

/// The contrast ratio of two opaque colours, 1 … 21 (WCAG 2.1, "relative luminance" and "contrast ratio").
double contrastRatio(const QColor& a, const QColor& b);

} // namespace shardscape::app
