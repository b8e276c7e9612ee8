// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace shardscape::app {

/// Distances in device-independent pixels, all on a grid of 4.
inline constexpr int kSpaceTight = 4;
inline constexpr int kSpaceInside = 8;   ///< inside controls
inline constexpr int kSpaceBetween = 12; ///< between controls and between cards
inline constexpr int kSpaceAround = 16;  ///< around panels
inline constexpr int kRadius = 6;        ///< corners of cards
inline constexpr int kIconSize = 18;
inline constexpr int kRowHeight = 32; ///< of tables

enum class TextSize { Title, Heading, Body, Caption };

/// Height of a text size in pixels: 20, 15, 13 and 11 for a system font of 13, in proportion for any other.
int pixelSize(TextSize size);

/// The system's font at a size.
QFont textFont(TextSize size, bool bold = false);

/// A font whose ten digits are equally wide, so that columns of numbers line up: the system's own when it is, else one
/// of its kin. For tables and numbers that change in place.
QFont tabularFont(TextSize size, bool bold = false);

/// The system's fixed-width font, for code.
QFont monospaceFont(TextSize size = TextSize::Body);

/// True when all ten digits advance equally.
bool hasTabularDigits(const QFont& font);

} // namespace shardscape::app
