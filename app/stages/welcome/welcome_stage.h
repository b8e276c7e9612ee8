// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/stage.h"

class QVBoxLayout;

namespace shardscape::app {

/// Where one starts: samples, recent files, import, open.
class WelcomeStage : public Stage {
    Q_OBJECT
public:
    explicit WelcomeStage(Workbench& workbench, QWidget* parent = nullptr);

    bool bare() const override { return true; }
    void activate() override;

private:
    void fillRecent();

    QVBoxLayout* m_recent;
    QWidget* m_recentBox = nullptr;
    QWidget* m_firstSample = nullptr;
};

} // namespace shardscape::app
