// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include <QObject>

#include "app/shell/workbench.h"
#include "estimator/capacity/outlook.h"
#include "estimator/copies/fan_out.h"
#include "estimator/copies/side_by_side.h"
#include "estimator/polyglot/polyglot.h"
#include "estimator/sensitivity/sensitivity.h"

namespace shardscape::app {

/// Designs with copies beside the normalised one, and the ways to fan out.
struct CopyComparison {
    std::vector<estimator::FanOutReport> fanOuts;
    estimator::SideBySides sideBySide;
};

/// What follows from the estimate of the chosen layout, computed in the background: cost, limits, ladder and the rest
/// at once, the ranking of assumptions and the comparison of copies when they are asked for. Results of an older
/// version are dropped.
class OutlookService : public QObject {
    Q_OBJECT
public:
    explicit OutlookService(Workbench& workbench, QObject* parent = nullptr);
    ~OutlookService() override;

    /// Of the layout and the version that the analysis shows; nullptr while it is on its way.
    const estimator::Outlook* outlook() const { return m_outlook.get(); }
    /// The design of several engines that the version shown is; empty when its layouts are designs of their own.
    const estimator::PolyglotDesign& design() const { return m_design; }

    /// Unset until rank() has come back for what is shown.
    const std::optional<estimator::Sensitivity>& sensitivity() const { return m_sensitivity; }
    bool isRanking() const { return m_ranking != nullptr; }
    double rankingProgress() const { return m_ranking ? m_ranking->progress() : -1; }
    void rank();
    void cancelRanking();

    /// Unset until compareCopies() has come back for what is shown.
    const std::optional<CopyComparison>& copies() const { return m_copies; }
    bool isComparing() const { return m_comparing != nullptr; }
    void compareCopies();

signals:
    /// Something above is another.
    void changed();

private:
    void restart();

    Workbench& m_workbench;
    std::shared_ptr<const estimator::Outlook> m_outlook;
    estimator::PolyglotDesign m_design;
    std::optional<estimator::Sensitivity> m_sensitivity;
    std::shared_ptr<JobState> m_job;
    std::shared_ptr<JobState> m_ranking;
    std::optional<CopyComparison> m_copies;
    std::shared_ptr<JobState> m_comparing;
};

} // namespace shardscape::app
