// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace shardscape::tests {

/// How much longer a limit on time may be in this build: sanitizers make code 10 to 20 times slower, and what such a
/// limit guards against, an algorithm of the wrong order, is slower by far more.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr int kSlowdown = 20;
#else
inline constexpr int kSlowdown = 1;
#endif

} // namespace shardscape::tests
