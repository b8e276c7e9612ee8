// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <optional>

#include "simulator/scenario/client.h"

namespace shardscape::simulator {

/// The machine of an Admission: who is let in, who waits, who is turned away.
template <class Request> class AdmissionQueue {
public:
    explicit AdmissionQueue(const Admission& spec)
        : m_spec(spec) {}

    enum class Told { Enter, Wait, Leave };
    Told arrive(const Request& request) {
        if (m_inside < m_spec.limit) {
            ++m_inside;
            return Told::Enter;
        }
        if (m_waiting.size() >= m_spec.queue)
            return Told::Leave;
        m_waiting.push_back(request);
        return Told::Wait;
    }
    /// One leaves; the next one, if any, is inside from now on.
    std::optional<Request> leave() {
        if (m_waiting.empty()) {
            --m_inside;
            return std::nullopt;
        }
        Request next = m_waiting.front();
        m_waiting.pop_front();
        return next;
    }

private:
    Admission m_spec;
    std::uint32_t m_inside = 0;
    std::deque<Request> m_waiting;
};

} // namespace shardscape::simulator
