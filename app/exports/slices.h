// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <functional>

#include <QObject>

namespace shardscape::app {

/// Work that must be done in the window's thread (pictures), in slices with turns of the event loop in between. Stops
/// when it is destroyed.
class Slices : public QObject {
    Q_OBJECT
public:
    enum class Then {
        Again,
        Wait, ///< again, in a while: something in the background is not ready
        Next,
        Stop,
    };
    /// A slice takes a few dozen milliseconds at most and says whether it is to be called again.
    using Slice = std::function<Then()>;

    explicit Slices(QObject* parent = nullptr);

    void add(Slice slice) { m_slices.push_back(std::move(slice)); }
    /// Begins in the next turn of the event loop; deletes itself when the last slice is done or one says Stop.
    void start() { later(0); }

private:
    void later(int milliseconds);
    void turn();

    std::deque<Slice> m_slices;
};

} // namespace shardscape::app
