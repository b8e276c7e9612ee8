// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/entities/lifecycle_fields.h"

#include <algorithm>

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "app/stages/number_field.h"
#include "app/theme/metrics.h"
#include "app/theme/widgets.h"
#include "model/base/units.h"

namespace shardscape::app {
namespace {

using estimator::Unit;
using model::RowRemoval;
using model::StorageTier;
using model::TierMedium;
using model::Volume;

constexpr int kLabelWidth = 82;
constexpr double kFirstAgeDays = 90; ///< of a new tier behind nothing

QString mediumText(TierMedium medium) {
    switch (medium) {
    case TierMedium::Engine: return LifecycleFields::tr("in the engine, rolled up");
    case TierMedium::ObjectStorage: return LifecycleFields::tr("object storage");
    case TierMedium::InfrequentAccess: return LifecycleFields::tr("infrequent access");
    case TierMedium::Archive: return LifecycleFields::tr("archive");
    }
    return {};
}

QFormLayout* form(QWidget* parent) {
    auto* layout = new QFormLayout(parent);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(kSpaceBetween);
    layout->setVerticalSpacing(6);
    layout->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    return layout;
}

/// Labels as wide as those of the volume above, so that the fields stand below each other.
void alignLabels(QFormLayout* rows) {
    for (int row = 0; row < rows->rowCount(); ++row)
        if (const QLayoutItem* label = rows->itemAt(row, QFormLayout::LabelRole); label && label->widget())
            label->widget()->setMinimumWidth(kLabelWidth);
}

} // namespace

LifecycleFields::LifecycleFields(QWidget* parent)
    : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpaceInside);
    auto* fields = new QWidget(this);
    QFormLayout* rows = form(fields);
    m_removal = new QComboBox(fields);
    m_removal->setObjectName(QStringLiteral("entityRemoval"));
    m_removal->addItem(tr("row by row"), int(RowRemoval::RowByRow));
    m_removal->addItem(tr("in whole partitions"), int(RowRemoval::Partitions));
    m_removal->addItem(tr("by a time to live"), int(RowRemoval::Ttl));
    m_removal->setToolTip(tr("How rows leave the engine when they are too old: each delete is a write, a partition "
                             "that is dropped costs nearly nothing"));
    m_partition = new NumberField(Unit::Seconds, tr("a day"), fields);
    m_partition->setObjectName(QStringLiteral("entityPartitionTime"));
    m_partitionLabel = new QLabel(tr("Partitions of"), fields);
    m_partitionLabel->setBuddy(m_partition);
    m_hold = new QCheckBox(tr("Legal hold: nothing may be deleted"), fields);
    m_hold->setObjectName(QStringLiteral("entityHold"));
    rows->addRow(tr("Removed"), m_removal);
    rows->addRow(m_partitionLabel, m_partition);
    rows->addRow(m_hold);
    alignLabels(rows);
    column->addWidget(fields);
    m_list = new QVBoxLayout;
    m_list->setSpacing(kSpaceInside);
    column->addLayout(m_list);
    auto* add = new QPushButton(tr("Add tier"), this);
    add->setObjectName(QStringLiteral("addTier"));
    add->setProperty("look", "link");
    add->setToolTip(
        tr("Another place for rows of an age: rolled up in the engine, on object storage, or in an archive"));
    column->addWidget(add, 0, Qt::AlignLeft);

    connect(m_removal, &QComboBox::activated, this, [this] {
        edit(tr("Removal"),
             [way = m_removal->currentData().toInt()](Volume& volume) { volume.removal = RowRemoval(way); });
    });
    connect(m_partition, &NumberField::numberEdited, this, [this](std::optional<double> seconds) {
        edit(tr("Partition"), [seconds](Volume& volume) {
            volume.partitionDays = seconds.value_or(model::kSecondsPerDay) / model::kSecondsPerDay;
        });
    });
    connect(m_hold, &QCheckBox::clicked, this,
            [this](bool held) { edit(tr("Legal hold"), [held](Volume& volume) { volume.legalHold = held; }); });
    connect(add, &QPushButton::clicked, this, &LifecycleFields::addTier);
}

void LifecycleFields::show(const Volume& volume) {
    const QSignalBlocker removal(m_removal), hold(m_hold);
    m_removal->setCurrentIndex(m_removal->findData(int(volume.removal)));
    const bool partitions = volume.removal == RowRemoval::Partitions;
    m_partition->setVisible(partitions);
    m_partitionLabel->setVisible(partitions);
    m_partition->setNumber(volume.partitionDays * model::kSecondsPerDay);
    m_hold->setChecked(volume.legalHold);
    if (m_tiers && m_typed && m_shown.tiers == volume.tiers)
        return;
    m_typed = true;
    m_shown = volume;
    if (m_tiers)
        m_tiers->deleteLater(); // a button in it may be what is being clicked
    m_tiers = new QWidget(this);
    auto* column = new QVBoxLayout(m_tiers);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpaceBetween);
    for (std::size_t i = 0; i < volume.tiers.size(); ++i)
        buildTier(volume.tiers[i], i);
    m_list->addWidget(m_tiers);
}

void LifecycleFields::buildTier(const StorageTier& tier, std::size_t index) {
    auto* box = new QWidget(m_tiers);
    box->setObjectName(QStringLiteral("tier%1").arg(index));
    QFormLayout* rows = form(box);
    auto* name = new QLineEdit(QString::fromStdString(tier.name), box);
    name->setObjectName(QStringLiteral("tierName"));
    auto* remove = new QPushButton(tr("Remove"), box);
    remove->setObjectName(QStringLiteral("removeTier"));
    remove->setProperty("look", "link");
    auto* head = new QHBoxLayout;
    head->addWidget(name, 1);
    head->addWidget(remove);
    auto* after = new NumberField(Unit::Seconds, {}, box);
    after->setObjectName(QStringLiteral("tierAge"));
    after->setNumber(tier.afterDays * model::kSecondsPerDay);
    auto* medium = new QComboBox(box);
    medium->setObjectName(QStringLiteral("tierMedium"));
    for (TierMedium each :
         {TierMedium::Engine, TierMedium::ObjectStorage, TierMedium::InfrequentAccess, TierMedium::Archive})
        medium->addItem(mediumText(each), int(each));
    medium->setCurrentIndex(medium->findData(int(tier.medium)));
    auto* kept = new NumberField(Unit::Percent, tr("as many as before"), box);
    kept->setObjectName(QStringLiteral("tierRows"));
    kept->setNumber(tier.rowsRatio);
    kept->setToolTip(tr("Of each row that came in: 1.67 % where a minute replaces sixty seconds"));
    rows->addRow(tr("Tier"), head);
    rows->addRow(tr("Older than"), after);
    rows->addRow(tr("Where"), medium);
    rows->addRow(tr("Rows kept"), kept);
    if (tier.medium != TierMedium::Engine) { // in the engine a row has the engine's bytes
        auto* bytes = new NumberField(Unit::Percent, tr("as Parquet takes"), box);
        bytes->setObjectName(QStringLiteral("tierBytes"));
        bytes->setNumber(tier.bytesRatio);
        bytes->setToolTip(tr("Bytes of a row here, of those in the engine"));
        rows->addRow(tr("Bytes kept"), bytes);
        connect(bytes, &NumberField::numberEdited, this, [this, index](std::optional<double> value) {
            editTier(tr("Tier"), index, [value](StorageTier& one) { one.bytesRatio = value; });
        });
    }
    alignLabels(rows);
    m_tiers->layout()->addWidget(box);

    connect(name, &QLineEdit::editingFinished, this, [this, name, index] {
        const std::string text = name->text().trimmed().toStdString();
        if (index < m_shown.tiers.size() && !text.empty() && text != m_shown.tiers[index].name)
            editTier(tr("Tier"), index, [text](StorageTier& one) { one.name = text; });
    });
    connect(remove, &QPushButton::clicked, this, [this, index] {
        edit(tr("Tiers"), [index](Volume& volume) {
            if (index < volume.tiers.size())
                volume.tiers.erase(volume.tiers.begin() + std::ptrdiff_t(index));
        });
    });
    connect(after, &NumberField::numberEdited, this, [this, index](std::optional<double> seconds) {
        editTier(tr("Tier"), index,
                 [seconds](StorageTier& one) { one.afterDays = seconds.value_or(0) / model::kSecondsPerDay; });
    });
    connect(medium, &QComboBox::activated, this, [this, medium, index] {
        editTier(tr("Tier"), index, [chosen = medium->currentData().toInt()](StorageTier& one) {
            one.medium = TierMedium(chosen);
            if (one.medium == TierMedium::Engine)
                one.bytesRatio.reset();
        });
    });
    connect(kept, &NumberField::numberEdited, this, [this, index](std::optional<double> value) {
        editTier(tr("Tier"), index, [value](StorageTier& one) { one.rowsRatio = value; });
    });
}

void LifecycleFields::edit(const QString& field, const std::function<void(Volume&)>& change) {
    emit edited(field, change);
}

void LifecycleFields::editTier(const QString& field, std::size_t index,
                               const std::function<void(StorageTier&)>& change) {
    edit(field, [index, change](Volume& volume) {
        if (index < volume.tiers.size())
            change(volume.tiers[index]);
    });
}

/// Behind the last one, twice as old; the first begins at the end of the retention's first quarter.
void LifecycleFields::addTier() {
    edit(tr("Tiers"), [](Volume& volume) {
        StorageTier tier;
        tier.afterDays = volume.tiers.empty() ? (volume.retentionDays ? *volume.retentionDays / 4 : kFirstAgeDays)
                                              : volume.tiers.back().afterDays * 2;
        static constexpr const char* kNames[] = {"cold", "archive", "deep"};
        const std::size_t order = std::min<std::size_t>(volume.tiers.size(), 2);
        tier.name = kNames[order];
        for (int copy = 2; std::any_of(volume.tiers.begin(), volume.tiers.end(),
                                       [&](const StorageTier& other) { return other.name == tier.name; });
             ++copy)
            tier.name = kNames[order] + std::to_string(copy);
        if (order > 0)
            tier.medium = TierMedium::Archive;
        volume.tiers.push_back(std::move(tier));
    });
}

} // namespace shardscape::app
