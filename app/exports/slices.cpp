// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/slices.h"

#include <QTimer>

namespace shardscape::app {
namespace {

constexpr int kWaitMs = 20;

} // namespace

Slices::Slices(QObject* parent)
    : QObject(parent) {}

void Slices::later(int milliseconds) {
    // A timer of no time lets input and painting come first; a queued call would not.
    QTimer::singleShot(milliseconds, this, &Slices::turn);
}

void Slices::turn() {
    if (m_slices.empty()) {
        deleteLater();
        return;
    }
    int pause = 0;
    switch (m_slices.front()()) {
    case Then::Again: break;
    case Then::Wait: pause = kWaitMs; break;
    case Then::Next: m_slices.pop_front(); break;
    case Then::Stop: m_slices.clear(); break;
    }
    later(pause);
}

} // namespace shardscape::app
