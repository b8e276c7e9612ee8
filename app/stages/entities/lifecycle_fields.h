// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include <QWidget>

#include "model/schema/entity.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QVBoxLayout;

namespace shardscape::app {

class NumberField;

/// How rows of an entity go when they are too old: the way of removing them, a legal hold, and the tiers in which older
/// ones live, each with the age from which, the medium, and what it keeps. Shows a volume and says what is to be
/// changed in it; changes nothing itself.
class LifecycleFields : public QWidget {
    Q_OBJECT
public:
    explicit LifecycleFields(QWidget* parent = nullptr);

    void show(const model::Volume& volume);
    /// What is shown next replaces what was typed: it was refused.
    void forget() { m_typed = false; }

signals:
    /// "field" names it for undo.
    void edited(const QString& field, const std::function<void(model::Volume&)>& change);

private:
    void buildTier(const model::StorageTier& tier, std::size_t index);
    void edit(const QString& field, const std::function<void(model::Volume&)>& change);
    void editTier(const QString& field, std::size_t index, const std::function<void(model::StorageTier&)>& change);
    void addTier();

    QComboBox* m_removal;
    QLabel* m_partitionLabel;
    NumberField* m_partition;
    QCheckBox* m_hold;
    QVBoxLayout* m_list;
    QWidget* m_tiers = nullptr;
    model::Volume m_shown;
    bool m_typed = true; ///< what is typed stays while the tiers are as shown
};

} // namespace shardscape::app
