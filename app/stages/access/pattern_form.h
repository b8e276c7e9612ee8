// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include <QWidget>

#include "model/schema/project.h"

class QComboBox;
class QGridLayout;
class QLineEdit;

namespace shardscape::app {

class DayCurve;
class ThemeScope;
class TrafficStrip;

/// Everything about a pattern that its SQL does not say: rate and its course over the day, popularity of the keys,
/// consistency, targets. Each field commits when it is left or on Return; a field that cannot be read is marked and
/// commits nothing.
class PatternForm : public QWidget {
    Q_OBJECT
public:
    using Change = std::function<void(model::AccessPattern&)>;

    explicit PatternForm(ThemeScope& scope, QWidget* parent = nullptr);

    /// Shows a pattern of the project; keys is how many different keys the popularity is over, if known.
    void setPattern(const model::AccessPattern& pattern, std::optional<double> keys);
    /// The input of a field ("rate", "p99", "theta" …), for tests and for bringing the user to it.
    QWidget* field(const QString& name) const;

    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    /// field names what was edited, so that edits of one field in a row merge; label is for the history.
    void edited(const QString& field, const QString& label, const shardscape::app::PatternForm::Change& change);
    /// The popularity shall be that of the keys in a file; empty: which one is to be asked.
    void sampleWanted(const QString& file);

private:
    using Read = std::function<QString(const model::AccessPattern&)>;
    using Write = std::function<bool(model::AccessPattern&, const QString&)>;
    using Shown = std::function<bool(const model::AccessPattern&)>;
    struct Line {
        QWidget* label;
        QLineEdit* edit;
        QComboBox* combo;
        Read read;
        Shown shown;
        QWidget* wide = nullptr; ///< a widget over the whole width instead of a label and an input
        bool visible = false;
    };

    void addText(const QString& field, const QString& title, const QString& hint, Read read, Write write,
                 Shown shown = {});
    void addChoice(const QString& field, const QString& title, const QStringList& words,
                   std::function<int(const model::AccessPattern&)> read,
                   std::function<void(model::AccessPattern&, int)> write);
    void addWide(QWidget* widget);
    void arrange();
    void buildRate();
    void buildPopularity();
    void buildTargets();
    void commitText(const QString& field, const QString& title, QLineEdit* edit, const Read& read, const Write& write);

    ThemeScope& m_scope;
    QGridLayout* m_grid;
    std::vector<Line> m_lines;
    DayCurve* m_curve;
    TrafficStrip* m_strip;
    model::AccessPattern m_pattern;
    bool m_filling = false;
};

} // namespace shardscape::app
