// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QWidget>

#include "estimator/copies/side_by_side.h"
#include "model/physical/derived.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace shardscape::app {

class Workbench;

/// What the chosen row of the comparison comes to, and the way to keep that copy in the layout or to drop it: with how
/// it is kept in step, and how far it lags behind or how often it is made anew. Both are edits that can be undone.
class CopyControls : public QWidget {
    Q_OBJECT
public:
    explicit CopyControls(Workbench& workbench, QWidget* parent = nullptr);

    /// "option" is that of the row, nullptr for rows without one; "any" is whether other rows have one. "verdict" is in
    /// the language of the window.
    void show(const QString& verdict, const estimator::CopyOption* option, bool any);
    /// The copy that was shown last: the one to show again when the numbers have changed.
    const std::optional<model::Derived>& last() const { return m_last; }

private:
    void showTime();
    std::optional<model::Derived> chosen();
    void keep();
    void drop();

    Workbench& m_workbench;
    QLabel* m_verdict;
    QWidget* m_row;
    QComboBox* m_path;
    QLabel* m_timeLabel;
    QLineEdit* m_time;
    QPushButton* m_keep;
    QPushButton* m_drop;
    std::optional<model::Derived> m_derived; ///< of the row
    std::optional<model::Derived> m_last;
    bool m_kept = false;
};

} // namespace shardscape::app
