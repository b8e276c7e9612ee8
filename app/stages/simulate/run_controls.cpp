// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/simulate/run_controls.h"

#include <cmath>
#include <limits>

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QSpinBox>

#include "app/theme/metrics.h"
#include "app/theme/numbers.h"
#include "app/theme/style.h"
#include "app/theme/widgets.h"

namespace shardscape::app {
namespace {

constexpr std::uint64_t kRequests[] = {200'000, 1'000'000, 2'000'000, 5'000'000, 20'000'000};
constexpr int kDefaultRequests = 2;
constexpr double kOwnSkew = -0.05; ///< below the least θ: every pattern keeps its own popularity

} // namespace

RunControls::RunControls(QWidget* parent)
    : QFrame(parent)
    , m_row(new QHBoxLayout)
    , m_traffic(new QDoubleSpinBox)
    , m_skew(new QDoubleSpinBox)
    , m_nodes(new QSpinBox)
    , m_requests(new QComboBox)
    , m_seed(new QSpinBox)
    , m_moment(new SegmentedControl)
    , m_status(makeLabel({}, "muted", "caption"))
    , m_progress(new QProgressBar) {
    setProperty("look", "strip");
    m_traffic->setObjectName(QStringLiteral("traffic"));
    m_traffic->setRange(0.01, 1000);
    m_traffic->setDecimals(2);
    m_traffic->setSingleStep(0.25);
    m_traffic->setValue(1);
    m_skew->setObjectName(QStringLiteral("skew"));
    m_skew->setRange(kOwnSkew, 3);
    m_skew->setSingleStep(0.05);
    m_skew->setDecimals(2);
    m_skew->setSpecialValueText(tr("model"));
    m_skew->setValue(kOwnSkew);
    m_skew->setToolTip(tr("Zipf θ for all patterns; “model” leaves each its own popularity"));
    m_nodes->setObjectName(QStringLiteral("nodes"));
    m_nodes->setRange(0, 100'000);
    m_nodes->setSpecialValueText(tr("auto"));
    m_nodes->setToolTip(tr("How many nodes; “auto” takes what the estimate says"));
    m_requests->setObjectName(QStringLiteral("requests"));
    for (const std::uint64_t count : kRequests)
        m_requests->addItem(formatNumber(double(count), estimator::Unit::None), QVariant::fromValue(qulonglong(count)));
    m_requests->setCurrentIndex(kDefaultRequests);
    m_requests->setToolTip(tr("More requests narrow the percentiles and take longer"));
    m_seed->setObjectName(QStringLiteral("seed"));
    m_seed->setRange(1, std::numeric_limits<int>::max());
    m_seed->setToolTip(tr("The same seed gives the same run to the last digit"));
    m_moment->setItems({tr("Peak"), tr("Day")});
    m_moment->setToolTip(tr("Peak: the busiest minute, held. Day: the day of the peak as a time-lapse"));
    for (QAbstractSpinBox* box : std::initializer_list<QAbstractSpinBox*>{m_traffic, m_skew, m_nodes, m_seed}) {
        box->setButtonSymbols(QAbstractSpinBox::NoButtons);
        box->setFixedWidth(58);
        box->setAlignment(Qt::AlignRight);
    }
    m_row->setContentsMargins(kSpaceAround, kSpaceInside, kSpaceAround, kSpaceInside);
    m_row->setSpacing(kSpaceInside);
    m_row->addWidget(m_moment);
    add(tr("Traffic ×"), m_traffic);
    add(tr("Skew θ"), m_skew);
    add(tr("Nodes"), m_nodes);
    add(tr("Requests"), m_requests);
    add(tr("Seed"), m_seed);
    m_row->addStretch();
    m_status->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_status->setWordWrap(true);
    m_status->setMinimumWidth(120);
    m_row->addWidget(m_status, 1);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(3);
    m_progress->setRange(0, 1000);
    m_progress->setAccessibleName(tr("Progress of the simulation"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(m_row);
    layout->addWidget(m_progress);
    showProgress(false, 0);
    connect(m_traffic, &QDoubleSpinBox::valueChanged, this, &RunControls::changed);
    connect(m_skew, &QDoubleSpinBox::valueChanged, this, &RunControls::changed);
    connect(m_nodes, &QSpinBox::valueChanged, this, &RunControls::changed);
    connect(m_seed, &QSpinBox::valueChanged, this, &RunControls::changed);
    connect(m_requests, &QComboBox::currentIndexChanged, this, &RunControls::changed);
    connect(m_moment, &SegmentedControl::currentChanged, this, &RunControls::changed);
}

void RunControls::add(const QString& title, QWidget* input) {
    QLabel* label = makeLabel(title, "muted");
    label->setBuddy(input);
    input->setAccessibleName(title);
    m_row->addSpacing(kSpaceTight);
    m_row->addWidget(label);
    m_row->addWidget(input);
}

simulator::CompileOptions RunControls::options() const {
    simulator::CompileOptions options;
    options.seed = std::uint64_t(m_seed->value());
    options.requests = m_requests->currentData().toULongLong();
    options.moment =
        m_moment->current() == 1 ? simulator::CompileOptions::Moment::Day : simulator::CompileOptions::Moment::Peak;
    options.trafficFactor = m_traffic->value();
    if (m_skew->value() > kOwnSkew / 2) {
        model::KeyPopularity popularity;
        popularity.kind = m_skew->value() < 0.005 ? model::PopularityKind::Uniform : model::PopularityKind::Zipf;
        popularity.theta = std::max(0.0, m_skew->value());
        options.popularity = popularity;
    }
    if (m_nodes->value() > 0)
        options.nodes = m_nodes->value();
    return options;
}

void RunControls::setStatus(const QString& text, const char* role) {
    m_status->setText(text);
    setLook(m_status, "role", QString::fromLatin1(role));
}

QString RunControls::status() const {
    return m_status->text();
}

void RunControls::showProgress(bool running, double share) {
    QSizePolicy keep = m_progress->sizePolicy();
    keep.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(keep);
    m_progress->setVisible(running);
    if (share < 0)
        m_progress->setRange(0, 0);
    else
        m_progress->setRange(0, 1000);
    m_progress->setValue(int(std::lround(std::max(0.0, share) * 1000)));
}

bool sameOptions(const simulator::CompileOptions& a, const simulator::CompileOptions& b) {
    return a.seed == b.seed && a.requests == b.requests && a.warmup == b.warmup && a.moment == b.moment &&
           a.trafficFactor == b.trafficFactor && a.popularity == b.popularity && a.nodes == b.nodes;
}

} // namespace shardscape::app
