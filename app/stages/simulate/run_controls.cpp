// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/simulate/run_controls.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>

#include "app/stages/simulate/suppose_bar.h"
#include "app/stages/simulate/value_slider.h"
#include "app/theme/metrics.h"
#include "app/theme/numbers.h"
#include "app/theme/style.h"
#include "app/theme/widgets.h"

namespace shardscape::app {
namespace {

constexpr std::uint64_t kRequests[] = {200'000, 1'000'000, 2'000'000, 5'000'000, 20'000'000};
constexpr int kDefaultRequests = 1;
constexpr int kReplications[] = {1, 4, 8, 16, 32, 64};
constexpr int kDefaultReplications = 1;
constexpr double kOwnSkew = -0.05; ///< below the least θ: every pattern keeps its own popularity
constexpr double kMostNodes = 100'000;

const QList<double> kTraffic{0.1, 0.15, 0.2, 0.25, 0.3,  0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1,
                             1.1, 1.2,  1.3, 1.5,  1.75, 2,   2.5, 3,   4,   5,   7,   10};

QList<double> skewStops() {
    QList<double> stops{kOwnSkew};
    for (int step = 0; step <= 40; ++step)
        stops << step * 0.05;
    return stops;
}

/// "auto", then about as many steps below the design's nodes as above.
QList<double> nodeStops(int design) {
    QList<double> stops{0};
    for (const double factor :
         {0.25, 0.35, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.35, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0})
        if (const double nodes = std::max(1.0, std::round(factor * design)); nodes > stops.last())
            stops << nodes;
    return stops;
}

} // namespace

RunControls::RunControls(QWidget* parent)
    : QFrame(parent)
    , m_first(new QHBoxLayout)
    , m_second(new QHBoxLayout)
    , m_third(new QHBoxLayout)
    , m_traffic(new ValueSlider(tr("Traffic ×"), 2))
    , m_skew(new ValueSlider(tr("Skew θ"), 2))
    , m_nodes(new ValueSlider(tr("Nodes"), 0))
    , m_requests(new QComboBox)
    , m_replications(new QComboBox)
    , m_seed(new QSpinBox)
    , m_moment(new SegmentedControl)
    , m_more(new SupposeBar)
    , m_reset(new QPushButton(tr("As designed")))
    , m_status(makeLabel({}, "muted", "caption"))
    , m_progress(new QProgressBar) {
    setProperty("look", "strip");
    buildInputs();
    m_first->setContentsMargins(kSpaceAround, kSpaceInside, kSpaceAround, 0);
    m_second->setContentsMargins(kSpaceAround, kSpaceTight, kSpaceAround, 0);
    m_third->setContentsMargins(kSpaceAround, kSpaceTight, kSpaceAround, kSpaceTight);
    for (QHBoxLayout* row : {m_first, m_second, m_third})
        row->setSpacing(kSpaceInside);
    m_first->addWidget(m_moment);
    add(m_first, tr("Traffic ×"), m_traffic);
    add(m_first, tr("Skew θ"), m_skew);
    add(m_first, tr("Nodes"), m_nodes);
    m_first->addWidget(m_reset);
    m_first->addStretch();
    add(m_second, tr("Requests"), m_requests);
    add(m_second, tr("Runs"), m_replications);
    add(m_second, tr("Seed"), m_seed);
    m_status->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_status->setWordWrap(true);
    m_status->setMinimumWidth(120);
    m_second->addSpacing(kSpaceInside);
    m_second->addWidget(m_more, 1);
    m_third->addWidget(m_status, 1);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(3);
    m_progress->setRange(0, 1000);
    m_progress->setAccessibleName(tr("Progress of the simulation"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(m_first);
    layout->addLayout(m_second);
    layout->addLayout(m_third);
    layout->addWidget(m_progress);
    showProgress(false, 0);
    follow();
}

void RunControls::buildInputs() {
    m_traffic->setObjectName(QStringLiteral("traffic"));
    m_traffic->setStops(kTraffic, 1000);
    m_traffic->setValue(1);
    m_traffic->setToolTip(tr("All rates times this"));
    m_skew->setObjectName(QStringLiteral("skew"));
    m_skew->setStops(skewStops(), 3);
    m_skew->setFirstWord(tr("model"));
    m_skew->setToolTip(tr("Zipf θ for all patterns; “model” leaves each its own popularity"));
    m_nodes->setObjectName(QStringLiteral("nodes"));
    m_nodes->setStops(nodeStops(1), kMostNodes);
    m_nodes->setFirstWord(tr("auto"));
    m_nodes->setToolTip(tr("How many nodes; “auto” takes what the estimate says"));
    m_requests->setObjectName(QStringLiteral("requests"));
    for (const std::uint64_t count : kRequests)
        m_requests->addItem(formatNumber(double(count), estimator::Unit::None), QVariant::fromValue(qulonglong(count)));
    m_requests->setCurrentIndex(kDefaultRequests);
    m_requests->setToolTip(tr("More requests narrow the percentiles and take longer"));
    m_replications->setObjectName(QStringLiteral("replications"));
    for (const int count : kReplications)
        m_replications->addItem(QString::number(count), count);
    m_replications->setCurrentIndex(kDefaultReplications);
    m_replications->setToolTip(
        tr("Independent runs of so many requests each: their differences give every figure its 95 % interval"));
    m_seed->setObjectName(QStringLiteral("seed"));
    m_seed->setRange(1, std::numeric_limits<int>::max());
    m_seed->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_seed->setKeyboardTracking(false);
    m_seed->setFixedWidth(58);
    m_seed->setAlignment(Qt::AlignRight);
    m_seed->setToolTip(tr("The same seed gives the same run to the last digit"));
    m_moment->setItems({tr("Peak"), tr("Day")});
    m_moment->setToolTip(tr("Peak: the busiest minute, held. Day: the day of the peak as a time-lapse"));
    m_reset->setProperty("look", "link");
    m_reset->setObjectName(QStringLiteral("asDesigned"));
    m_reset->setToolTip(tr("Suppose nothing: traffic, popularity and nodes as the model says"));
    connect(m_reset, &QPushButton::clicked, this, [this] { setSupposed({}); });
    for (ValueSlider* slider : {m_traffic, m_skew, m_nodes})
        connect(slider, &ValueSlider::valueChanged, this, &RunControls::follow);
    connect(m_more, &SupposeBar::changed, this, &RunControls::follow);
    connect(m_more, &SupposeBar::refused, this, &RunControls::refused);
    connect(m_seed, &QSpinBox::valueChanged, this, &RunControls::follow);
    for (QComboBox* box : {m_requests, m_replications})
        connect(box, &QComboBox::currentIndexChanged, this, &RunControls::follow);
    connect(m_moment, &SegmentedControl::currentChanged, this, &RunControls::follow);
}

void RunControls::add(QHBoxLayout* row, const QString& title, QWidget* input) {
    QLabel* label = makeLabel(title, "muted");
    label->setBuddy(input);
    if (!qobject_cast<ValueSlider*>(input))
        input->setAccessibleName(title);
    if (row->count() > 0)
        row->addSpacing(kSpaceTight);
    row->addWidget(label);
    row->addWidget(input);
}

void RunControls::addAnswer(QWidget* answer) {
    m_third->insertWidget(0, answer);
}

void RunControls::setManaged(bool managed) {
    m_nodes->setEnabled(!managed);
    m_nodes->setToolTip(managed ? tr("This engine runs its nodes itself; suppose partitions=8 instead")
                                : tr("How many nodes; “auto” takes what the estimate says"));
}

void RunControls::setDesignNodes(int nodes) {
    if (std::exchange(m_designNodes, nodes) != nodes)
        m_nodes->setStops(nodeStops(std::max(1, nodes)), kMostNodes);
}

void RunControls::follow() {
    const bool supposes = m_traffic->value() != 1 || m_skew->value() > kOwnSkew / 2 || m_nodes->value() > 0 ||
                          !m_more->supposed().empty();
    QSizePolicy keep = m_reset->sizePolicy();
    keep.setRetainSizeWhenHidden(true);
    m_reset->setSizePolicy(keep);
    m_reset->setVisible(supposes);
    emit changed();
}

RunWish RunControls::wish() const {
    using simulator::WhatIf;
    RunWish wish;
    wish.options.seed = std::uint64_t(m_seed->value());
    wish.options.requests = m_requests->currentData().toULongLong();
    wish.replications = m_replications->currentData().toUInt();
    wish.options.moment =
        m_moment->current() == 1 ? simulator::CompileOptions::Moment::Day : simulator::CompileOptions::Moment::Peak;
    const auto add = [&](WhatIf::Kind kind, double number) {
        WhatIf what;
        what.kind = kind;
        what.number = number;
        wish.supposed.push_back(std::move(what));
    };
    if (m_traffic->value() != 1)
        add(WhatIf::Kind::Traffic, m_traffic->value());
    if (m_nodes->value() > 0 && m_nodes->isEnabled())
        add(WhatIf::Kind::Nodes, m_nodes->value());
    if (m_skew->value() > kOwnSkew / 2) {
        add(WhatIf::Kind::Keys, 0);
        simulator::KeySpec& keys = wish.supposed.back().popularity;
        keys.kind = m_skew->value() < 0.005 ? simulator::KeyKind::Uniform : simulator::KeyKind::Zipf;
        keys.theta = std::max(0.0, m_skew->value());
    }
    const auto& more = m_more->supposed();
    wish.supposed.insert(wish.supposed.end(), more.begin(), more.end());
    return wish;
}

void RunControls::continueFrom(const RunControls& other) {
    const QSignalBlocker blocker(this);
    setManaged(!other.m_nodes->isEnabled());
    setDesignNodes(other.m_designNodes);
    m_requests->setCurrentIndex(other.m_requests->currentIndex());
    m_seed->setValue(other.m_seed->value());
    m_moment->setCurrent(other.m_moment->current());
    setSupposed(other.wish().supposed);
}

void RunControls::setSupposed(const std::vector<simulator::WhatIf>& supposed) {
    using Kind = simulator::WhatIf::Kind;
    double traffic = 1;
    double skew = kOwnSkew;
    double nodes = 0;
    std::vector<simulator::WhatIf> more;
    for (const simulator::WhatIf& what : supposed) {
        const bool all = what.whose.empty();
        const bool zipf = what.popularity.kind == simulator::KeyKind::Zipf;
        if (all && what.kind == Kind::Traffic)
            traffic *= what.number;
        else if (all && what.kind == Kind::Nodes && m_nodes->isEnabled())
            nodes = what.number;
        else if (all && what.kind == Kind::Keys && (zipf || what.popularity.kind == simulator::KeyKind::Uniform))
            skew = zipf ? what.popularity.theta : 0;
        else
            more.push_back(what);
    }
    {
        const QSignalBlocker blocker(this); // one change, not four
        m_traffic->setValue(traffic);
        m_skew->setValue(skew);
        m_nodes->setValue(nodes);
        m_more->setSupposed(std::move(more));
    }
    follow();
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

} // namespace shardscape::app
