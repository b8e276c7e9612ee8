// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/kernel/engine.h"

namespace shardscape::simulator {

/// What an engine has counted for a stream, over so many measured seconds.
StreamResult streamResult(const Plan& plan, const Engine& engine, std::uint32_t index, double measuredSeconds);

/// An engine seen while it runs.
class EngineSoFar final : public RunSoFar {
public:
    EngineSoFar(const Plan& plan, const Engine& engine)
        : m_plan(plan)
        , m_engine(engine) {}
    const Window& window() const override { return m_engine.recorder().series().back(); }
    StreamResult stream(std::uint32_t index) const override;

private:
    const Plan& m_plan;
    const Engine& m_engine;
};

} // namespace shardscape::simulator
