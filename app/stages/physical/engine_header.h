// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace shardscape::app {

class ThemeScope;

/// A header in which one column is the current one: its title is in the accent colour over a line of it.
class EngineHeader : public QHeaderView {
    Q_OBJECT
public:
    explicit EngineHeader(ThemeScope& scope, QWidget* parent = nullptr);

    void setCurrentColumn(int column);

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;

private:
    ThemeScope& m_scope;
    int m_current = -1;
};

} // namespace shardscape::app
