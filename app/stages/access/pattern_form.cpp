// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/access/pattern_form.h"

#include <cmath>

#include <QComboBox>
#include <QFocusEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QTime>

#include "app/stages/access/day_curve.h"
#include "app/stages/access/pattern_table_model.h"
#include "app/stages/access/traffic_strip.h"
#include "app/theme/metrics.h"
#include "app/theme/numbers.h"
#include "app/theme/style.h"
#include "app/theme/widgets.h"

namespace shardscape::app {
namespace {

using estimator::Unit;
using model::AccessPattern;
using model::PopularityKind;
using model::RateShape;

QString editText(double value, Unit unit) {
    return typedNumber(value, unit);
}

QString editText(const std::optional<double>& value, Unit unit) {
    return value ? editText(*value, unit) : QString();
}

bool readInto(double& target, const QString& text, Unit unit) {
    const auto value = parseNumber(text, unit);
    if (value)
        target = *value;
    return value.has_value();
}

bool readInto(std::optional<double>& target, const QString& text, Unit unit) {
    if (text.trimmed().isEmpty()) {
        target.reset();
        return true;
    }
    target = parseNumber(text, unit);
    return target.has_value();
}

/// "20:00" or "20" into seconds after midnight.
std::optional<double> timeOfDay(const QString& text) {
    for (const char* format : {"H:mm", "H:mm:ss", "H"})
        if (const QTime time = QTime::fromString(text.trimmed(), QLatin1String(format)); time.isValid())
            return time.msecsSinceStartOfDay() / 1000.0;
    return std::nullopt;
}

bool readTimeInto(double& seconds, const QString& text) {
    const auto value = timeOfDay(text);
    if (value)
        seconds = *value;
    return value.has_value();
}

PatternForm::Change replaceBy(const AccessPattern& pattern) {
    return [pattern](AccessPattern& target) { target = pattern; };
}

} // namespace

PatternForm::PatternForm(ThemeScope& scope, QWidget* parent)
    : QWidget(parent)
    , m_scope(scope)
    , m_grid(new QGridLayout(this))
    , m_curve(new DayCurve(scope))
    , m_strip(new TrafficStrip(scope)) {
    m_grid->setContentsMargins(0, 0, kSpaceTight, 0);
    m_grid->setHorizontalSpacing(kSpaceInside);
    m_grid->setVerticalSpacing(kSpaceInside - 2);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnStretch(3, 1);
    buildRate();
    buildPopularity();
    buildTargets();
    m_grid->setRowStretch(100, 1);
    connect(m_curve, &DayCurve::edited, this, [this](const model::RateProfile& profile) {
        emit edited(QStringLiteral("curve"), tr("Move the curve of %1").arg(QString::fromStdString(m_pattern.name)),
                    [profile](AccessPattern& pattern) { pattern.rate = profile; });
    });
}

void PatternForm::addWide(QWidget* widget) {
    m_lines.push_back({nullptr, nullptr, nullptr, {}, {}, widget});
}

void PatternForm::arrange() {
    // Two fields to a line; fields that do not apply leave no hole.
    int row = 0;
    int column = 0;
    for (const Line& line : m_lines) {
        if (line.wide) {
            row += column > 0;
            column = 0;
            m_grid->addWidget(line.wide, row++, 0, 1, 4);
            continue;
        }
        if (!line.visible)
            continue;
        m_grid->addWidget(line.label, row, column);
        m_grid->addWidget(line.edit ? static_cast<QWidget*>(line.edit) : line.combo, row, column + 1);
        column = (column + 2) % 4;
        row += column == 0;
    }
}

void PatternForm::addText(const QString& field, const QString& title, const QString& hint, Read read, Write write,
                          Shown shown) {
    auto* edit = new QLineEdit(this);
    edit->setObjectName(field);
    edit->setPlaceholderText(hint);
    edit->setMinimumWidth(70);
    edit->installEventFilter(this);
    QLabel* label = makeLabel(title, "muted", nullptr, this);
    label->setBuddy(edit);
    edit->setAccessibleName(title);
    connect(edit, &QLineEdit::editingFinished, this,
            [this, field, title, edit, read, write] { commitText(field, title, edit, read, write); });
    connect(edit, &QLineEdit::textEdited, edit, [edit] { setLook(edit, "invalid", false); });
    m_lines.push_back({label, edit, nullptr, std::move(read), std::move(shown), nullptr});
}

/// A field that is clicked into is typed over, as a cell of a spreadsheet.
bool PatternForm::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusIn && static_cast<QFocusEvent*>(event)->reason() == Qt::MouseFocusReason)
        if (auto* edit = qobject_cast<QLineEdit*>(watched)) // behind the press, which puts the cursor
            QMetaObject::invokeMethod(edit, &QLineEdit::selectAll, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

void PatternForm::commitText(const QString& field, const QString& title, QLineEdit* edit, const Read& read,
                             const Write& write) {
    if (m_filling || edit->text() == read(m_pattern))
        return;
    AccessPattern changed = m_pattern;
    const bool readable = write(changed, edit->text());
    setLook(edit, "invalid", !readable);
    edit->setModified(!readable); // from now on it follows the model again, undo included
    edit->setToolTip(readable ? QString()
                              : tr("“%1” cannot be read. Write it as: %2").arg(edit->text(), edit->placeholderText()));
    if (readable && !(changed == m_pattern))
        emit edited(field, tr("%1 of %2").arg(title, QString::fromStdString(m_pattern.name)), replaceBy(changed));
}

void PatternForm::addChoice(const QString& field, const QString& title, const QStringList& words,
                            std::function<int(const AccessPattern&)> read,
                            std::function<void(AccessPattern&, int)> write) {
    auto* combo = new QComboBox(this);
    combo->setObjectName(field);
    combo->addItems(words);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(8);
    combo->setAccessibleName(title);
    QLabel* label = makeLabel(title, "muted", nullptr, this);
    label->setBuddy(combo);
    connect(combo, &QComboBox::activated, this, [this, field, title, combo, read, write](int index) {
        AccessPattern changed = m_pattern;
        write(changed, index);
        if (!(changed == m_pattern))
            emit edited(field, tr("%1 of %2").arg(title, QString::fromStdString(m_pattern.name)), replaceBy(changed));
        else
            combo->setCurrentIndex(read(m_pattern)); // the choice needs something else first
    });
    m_lines.push_back(
        {label, nullptr, combo, [read](const AccessPattern& p) { return QString::number(read(p)); }, {}, nullptr});
}

void PatternForm::buildRate() {
    addText(
        "name", tr("Name"), tr("ListOrdersByUser"),
        [](const AccessPattern& p) { return QString::fromStdString(p.name); },
        [](AccessPattern& p, const QString& text) {
            p.name = text.trimmed().toStdString();
            return !p.name.empty();
        });
    addChoice(
        "shape", tr("Profile"), {tr("Steady"), tr("Diurnal"), tr("Weekly"), tr("Spike"), tr("Batch")},
        [](const AccessPattern& p) { return int(p.rate.shape); },
        [](AccessPattern& p, int index) {
            p.rate.shape = RateShape(index);
            if (p.rate.shape == RateShape::Spike || p.rate.shape == RateShape::Batch)
                p.rate.durationSeconds = p.rate.durationSeconds > 0 ? p.rate.durationSeconds : 3600;
            if (p.rate.shape == RateShape::Spike)
                p.rate.times = p.rate.times > 1 ? p.rate.times : 10;
        });
    addText(
        "rate", tr("Rate"), tr("5k/s"),
        [](const AccessPattern& p) { return editText(p.rate.average.value, Unit::PerSecond); },
        [](AccessPattern& p, const QString& text) { return readInto(p.rate.average.value, text, Unit::PerSecond); });
    addText(
        "peak", tr("Peak"), tr("from the profile"),
        [](const AccessPattern& p) { return p.rate.peak ? editText(p.rate.peak->value, Unit::PerSecond) : QString(); },
        [](AccessPattern& p, const QString& text) {
            std::optional<double> value;
            if (!readInto(value, text, Unit::PerSecond))
                return false;
            p.rate.peak.reset();
            if (value)
                p.rate.peak = model::PerSecond{*value};
            return true;
        });
    const auto shaped = [](RateShape a, RateShape b) {
        return [a, b](const AccessPattern& p) { return p.rate.shape == a || p.rate.shape == b; };
    };
    addText(
        "peakHour", tr("Peak at"), tr("20:00"),
        [](const AccessPattern& p) { return formatTimeOfDay(p.rate.peakHour * 3600); },
        [](AccessPattern& p, const QString& text) {
            double seconds = 0;
            const bool readable = readTimeInto(seconds, text);
            p.rate.peakHour = readable ? seconds / 3600 : p.rate.peakHour;
            return readable;
        },
        shaped(RateShape::Diurnal, RateShape::Diurnal));
    addText(
        "trough", tr("Trough"), tr("30 %"), [](const AccessPattern& p) { return formatShare(p.rate.trough); },
        [](AccessPattern& p, const QString& text) { return readInto(p.rate.trough, text, Unit::Ratio); },
        shaped(RateShape::Diurnal, RateShape::Diurnal));
    addText(
        "start", tr("Starts at"), tr("12:00"),
        [](const AccessPattern& p) { return formatTimeOfDay(p.rate.startSeconds); },
        [](AccessPattern& p, const QString& text) { return readTimeInto(p.rate.startSeconds, text); },
        shaped(RateShape::Spike, RateShape::Batch));
    addText(
        "duration", tr("Lasts"), tr("10 min"),
        [](const AccessPattern& p) { return editText(p.rate.durationSeconds, Unit::Seconds); },
        [](AccessPattern& p, const QString& text) { return readInto(p.rate.durationSeconds, text, Unit::Seconds); },
        shaped(RateShape::Spike, RateShape::Batch));
    addText(
        "times", tr("Factor"), tr("20"), [](const AccessPattern& p) { return QString::number(p.rate.times); },
        [](AccessPattern& p, const QString& text) { return readInto(p.rate.times, text, Unit::None); },
        shaped(RateShape::Spike, RateShape::Spike));
    addWide(m_curve);
}

void PatternForm::buildPopularity() {
    const auto of = [](std::initializer_list<PopularityKind> kinds) {
        return [list = std::vector<PopularityKind>(kinds)](const AccessPattern& p) {
            return std::find(list.begin(), list.end(), p.popularity.kind) != list.end();
        };
    };
    addChoice(
        "popularity", tr("Keys"),
        {tr("Uniform"), tr("Zipf"), tr("Hot set"), tr("Power law"), tr("Latest"), tr("Sample file")},
        [](const AccessPattern& p) { return int(p.popularity.kind); },
        [this](AccessPattern& p, int index) {
            if (PopularityKind(index) == PopularityKind::Sample && p.popularity.sample.seen.empty())
                emit sampleWanted({});
            else
                p.popularity.kind = PopularityKind(index);
        });
    addText(
        "theta", tr("θ"), tr("0.99"), [](const AccessPattern& p) { return QString::number(p.popularity.theta); },
        [](AccessPattern& p, const QString& text) { return readInto(p.popularity.theta, text, Unit::None); },
        of({PopularityKind::Zipf, PopularityKind::Latest}));
    addText(
        "alpha", tr("α"), tr("2.1"), [](const AccessPattern& p) { return QString::number(p.popularity.alpha); },
        [](AccessPattern& p, const QString& text) { return readInto(p.popularity.alpha, text, Unit::None); },
        of({PopularityKind::PowerLaw}));
    addText(
        "keyShare", tr("Share of keys"), tr("20 %"),
        [](const AccessPattern& p) { return formatShare(p.popularity.keyShare); },
        [](AccessPattern& p, const QString& text) { return readInto(p.popularity.keyShare, text, Unit::Ratio); },
        of({PopularityKind::HotSet}));
    addText(
        "trafficShare", tr("Take"), tr("80 %"),
        [](const AccessPattern& p) { return formatShare(p.popularity.trafficShare); },
        [](AccessPattern& p, const QString& text) { return readInto(p.popularity.trafficShare, text, Unit::Ratio); },
        of({PopularityKind::HotSet}));
    addText(
        "file", tr("File"), tr("keys.csv"),
        [](const AccessPattern& p) { return QString::fromStdString(p.popularity.file); },
        [this](AccessPattern&, const QString& text) {
            emit sampleWanted(text.trimmed());
            return true;
        },
        of({PopularityKind::Sample}));
    addWide(m_strip);
}

void PatternForm::buildTargets() {
    addChoice(
        "consistency", tr("Consistency"), {tr("Strong"), tr("Read your writes"), tr("Bounded"), tr("Eventual")},
        [](const AccessPattern& p) { return int(p.consistency.kind); },
        [](AccessPattern& p, int index) {
            p.consistency.kind = model::ConsistencyKind(index);
            if (p.consistency.kind == model::ConsistencyKind::Bounded && !(p.consistency.boundSeconds > 0))
                p.consistency.boundSeconds = 5;
        });
    addText(
        "bound", tr("Staleness"), tr("5 s"),
        [](const AccessPattern& p) { return editText(p.consistency.boundSeconds, Unit::Seconds); },
        [](AccessPattern& p, const QString& text) { return readInto(p.consistency.boundSeconds, text, Unit::Seconds); },
        [](const AccessPattern& p) { return p.consistency.kind == model::ConsistencyKind::Bounded; });
    addText(
        "p99", tr("p99 wanted"), tr("50 ms"),
        [](const AccessPattern& p) { return editText(p.p99Seconds, Unit::Seconds); },
        [](AccessPattern& p, const QString& text) { return readInto(p.p99Seconds, text, Unit::Seconds); });
    addChoice(
        "criticality", tr("Criticality"), {tr("Low"), tr("Normal"), tr("High")},
        [](const AccessPattern& p) { return int(p.criticality); },
        [](AccessPattern& p, int index) { p.criticality = model::Criticality(index); });
    addChoice(
        "paging", tr("Paging"), {tr("None"), tr("Cursor"), tr("Offset")},
        [](const AccessPattern& p) { return int(p.paging); },
        [](AccessPattern& p, int index) { p.paging = model::Paging(index); });
    addText(
        "page", tr("Page size"), tr("50 rows"), [](const AccessPattern& p) { return editText(p.pageSize, Unit::Rows); },
        [](AccessPattern& p, const QString& text) { return readInto(p.pageSize, text, Unit::Rows); },
        [](const AccessPattern& p) { return p.paging != model::Paging::None; });
    addChoice(
        "idempotent", tr("Idempotent"), {tr("As the verb says"), tr("No"), tr("Yes")},
        [](const AccessPattern& p) { return p.idempotent ? 1 + int(*p.idempotent) : 0; },
        [](AccessPattern& p, int index) { p.idempotent = index == 0 ? std::optional<bool>() : index == 2; });
    addText(
        "comment", tr("Comment"), tr("why it is needed"),
        [](const AccessPattern& p) { return QString::fromStdString(p.comment); },
        [](AccessPattern& p, const QString& text) {
            p.comment = text.toStdString();
            return true;
        });
}

void PatternForm::setPattern(const AccessPattern& pattern, std::optional<double> keys) {
    const bool another = pattern.id != m_pattern.id;
    m_pattern = pattern;
    m_filling = true;
    bool moved = false;
    for (Line& line : m_lines) {
        if (line.wide)
            continue;
        const bool visible = !line.shown || line.shown(pattern);
        moved = moved || visible != line.visible;
        line.visible = visible;
        line.label->setVisible(visible);
        if (line.combo) {
            line.combo->setCurrentIndex(line.read(pattern).toInt());
            continue;
        }
        line.edit->setVisible(visible);
        const bool typing = line.edit->hasFocus() && line.edit->isModified() && !another;
        if (!typing && (another || !line.edit->property("invalid").toBool())) {
            setLook(line.edit, "invalid", false);
            line.edit->setText(line.read(pattern));
        }
    }
    if (moved)
        arrange();
    m_curve->setProfile(pattern.rate);
    m_strip->setPopularity(pattern.popularity, keys);
    m_filling = false;
}

QWidget* PatternForm::field(const QString& name) const {
    return findChild<QWidget*>(name);
}

} // namespace shardscape::app
