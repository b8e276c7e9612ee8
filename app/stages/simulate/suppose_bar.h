// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QWidget>

#include "model/base/result.h"
#include "simulator/explain/what_if.h"

class QComboBox;
class QHBoxLayout;

namespace shardscape::app {

/// What is supposed beside the sliders: a field that takes what `--what-if` takes on the command line, with the usual
/// ones to choose from, and a button for each that takes it back.
class SupposeBar : public QWidget {
    Q_OBJECT
public:
    explicit SupposeBar(QWidget* parent = nullptr);

    const std::vector<simulator::WhatIf>& supposed() const { return m_supposed; }
    void setSupposed(std::vector<simulator::WhatIf> supposed);
    /// Takes the place of the same switch of the same thing.
    void add(const simulator::WhatIf& what);

signals:
    void changed();
    /// What was typed cannot be read.
    void refused(const shardscape::model::Error& error);

private:
    void read();
    void showChips();

    QComboBox* m_field;
    QHBoxLayout* m_chips;
    std::vector<simulator::WhatIf> m_supposed;
};

} // namespace shardscape::app
