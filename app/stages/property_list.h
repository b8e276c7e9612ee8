// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/theme/theme.h"
#include "estimator/figure/figure.h"

class QLabel;
class QVBoxLayout;

namespace shardscape::app {

class Workbench;

/// The contents of an inspector: a heading, groups, lines of a name and a value. Rebuilt as a whole.
class PropertyList : public QWidget {
    Q_OBJECT
public:
    explicit PropertyList(Workbench& workbench, QWidget* parent = nullptr);

    void clear();
    void addHeading(const QString& title, const QString& subtitle = {});
    void addGroup(const QString& title);
    void addRow(const QString& name, const QString& value, Role state = Role::Text, const QString& tip = {});
    /// A number that opens its working.
    void addFigure(const QString& name, const estimator::Figure& figure, Role state = Role::Text);
    void addText(const QString& text, Role state = Role::Text);
    void addWidget(QWidget* widget);
    /// All text, line by line, for tests and assistive tools.
    QString text() const { return m_text.join(QLatin1Char('\n')); }

private:
    QWidget* line(const QString& name, QWidget* value);

    Workbench& m_workbench;
    QVBoxLayout* m_layout;
    QWidget* m_contents = nullptr;
    QStringList m_text;
};

} // namespace shardscape::app
