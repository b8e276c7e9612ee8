// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/entities/shared_page.h"

#include <algorithm>
#include <cmath>

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/stages/entities/generator_box.h"
#include "app/stages/entities/property_grid.h"
#include "app/stages/number_field.h"
#include "app/theme/metrics.h"
#include "model/edit/attribute_edits.h"
#include "model/edit/boundary_edits.h"

namespace shardscape::app {
namespace {

using estimator::Unit;
using model::Entity;
using model::Project;
using model::Result;

constexpr int kColors = 8; // the series of a theme

/// What all have in common; nothing when they differ.
template <class ValueOf> auto shared(const std::vector<const Entity*>& entities, ValueOf&& valueOf) {
    auto first = valueOf(*entities.front());
    const bool same =
        std::all_of(entities.begin(), entities.end(), [&](const Entity* each) { return valueOf(*each) == first; });
    return same ? std::make_optional(std::move(first)) : std::nullopt;
}

/// The only column of the primary key, which a generator can fill.
const model::Attribute* keyColumn(const Entity& entity) {
    const model::Key* key = entity.primaryKey();
    return key && key->attributes.size() == 1 ? entity.find(key->attributes.front()) : nullptr;
}

} // namespace

SharedPage::SharedPage(Workbench& workbench, CanvasCommands& commands, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_commands(commands)
    , m_boundary(new QComboBox(this))
    , m_color(new QComboBox(this))
    , m_pinned(new QCheckBox(tr("&Pinned on this diagram"), this))
    , m_rows(new NumberField(Unit::Rows, {}, this))
    , m_growth(new NumberField(Unit::Rows, {}, this))
    , m_rate(new NumberField(Unit::Percent, {}, this))
    , m_retention(new NumberField(Unit::Seconds, {}, this))
    , m_generator(new GeneratorBox(this))
    , m_properties(new PropertyGrid(workbench, this)) {
    setObjectName(QStringLiteral("sharedPage"));
    m_boundary->setObjectName(QStringLiteral("sharedBoundary"));
    m_boundary->setEditable(true);
    m_boundary->setInsertPolicy(QComboBox::NoInsert);
    m_color->setObjectName(QStringLiteral("sharedColor"));
    m_pinned->setObjectName(QStringLiteral("sharedPinned"));
    m_rows->setObjectName(QStringLiteral("sharedRows"));
    m_growth->setObjectName(QStringLiteral("sharedGrowth"));
    m_rate->setObjectName(QStringLiteral("sharedRate"));
    m_retention->setObjectName(QStringLiteral("sharedRetention"));
    m_generator->setObjectName(QStringLiteral("sharedGenerator"));
    m_generator->setToolTip(tr("For each of them whose primary key has one column"));
    auto* rows = new QFormLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setHorizontalSpacing(kSpaceBetween);
    rows->setVerticalSpacing(6);
    rows->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    rows->addRow(tr("&Boundary"), m_boundary);
    rows->addRow(tr("&Colour of it"), m_color);
    rows->addRow(tr("&Rows now"), m_rows);
    rows->addRow(tr("Rows a &day"), m_growth);
    rows->addRow(tr("&Growth a day"), m_rate);
    rows->addRow(tr("&Kept"), m_retention);
    rows->addRow(tr("Ke&y from"), m_generator);
    rows->addRow(m_pinned);
    m_properties->setObjectName(QStringLiteral("sharedProperties"));
    rows->addRow(m_properties);
    auto* columns = new QPushButton(tr("Add columns to all…"), this);
    columns->setObjectName(QStringLiteral("sharedColumns"));
    columns->setProperty("look", "link");
    columns->setToolTip(tr("Choose a set of columns, as created and updated, in the gallery"));
    rows->addRow(columns);
    QAction* gallery = workbench.actions().at(QStringLiteral("gallery.insert"));
    connect(columns, &QPushButton::clicked, gallery, &QAction::trigger);

    connect(m_boundary, &QComboBox::textActivated, this, &SharedPage::chooseBoundary);
    connect(m_boundary->lineEdit(), &QLineEdit::editingFinished, this, &SharedPage::chooseBoundary);
    connect(m_color, &QComboBox::activated, this, [this](int color) {
        if (!m_filling)
            each(tr("Colour of boundaries"), [color](const Project& project, const Entity& entity) -> Result<Project> {
                return entity.boundary ? model::setBoundaryColor(project, entity.boundary, color)
                                       : Result<Project>(project);
            });
    });
    connect(m_pinned, &QCheckBox::clicked, this, [this] {
        const auto count = m_workbench.selection().value().entities.size();
        m_commands.setPinned(m_commands.pinnedCount() < count);
        refresh();
    });
    connect(m_generator, &QComboBox::activated, this, &SharedPage::chooseGenerator);
    connect(m_rows, &NumberField::numberEdited, this, [this](std::optional<double> value) {
        editVolume(tr("Rows"), [value](model::Volume& volume) {
            volume.rows = value ? std::optional(model::Rows{std::llround(*value)}) : std::nullopt;
        });
    });
    connect(m_growth, &NumberField::numberEdited, this, [this](std::optional<double> value) {
        editVolume(tr("Growth"), [value](model::Volume& volume) { volume.growthRowsPerDay = value.value_or(0); });
    });
    connect(m_rate, &NumberField::numberEdited, this, [this](std::optional<double> value) {
        editVolume(tr("Growth"), [value](model::Volume& volume) { volume.growthRatePerDay = value.value_or(0); });
    });
    connect(m_retention, &NumberField::numberEdited, this, [this](std::optional<double> value) {
        editVolume(tr("Retention"), [value](model::Volume& volume) {
            volume.retentionDays = value ? std::optional(*value / model::kSecondsPerDay) : std::nullopt;
        });
    });
}

std::vector<const Entity*> SharedPage::chosen() const {
    std::vector<const Entity*> entities;
    for (model::EntityId id : m_workbench.selection().value().entities)
        if (const Entity* entity = m_workbench.project()->entities.find(id))
            entities.push_back(entity);
    return entities;
}

void SharedPage::refresh() {
    const std::vector<const Entity*> entities = chosen();
    if (entities.empty())
        return;
    m_filling = true;
    const Project& project = *m_workbench.project();
    const auto boundary = shared(entities, [](const Entity& entity) { return entity.boundary; });
    if (!m_boundary->lineEdit()->isModified() || !m_boundary->hasFocus()) {
        m_boundary->clear();
        m_boundary->addItem({});
        for (const model::Boundary& each : project.boundaries)
            m_boundary->addItem(QString::fromStdString(each.name));
        const model::Boundary* found = boundary ? project.boundaries.find(*boundary) : nullptr;
        m_boundary->setCurrentText(found ? QString::fromStdString(found->name) : QString());
        m_boundary->lineEdit()->setPlaceholderText(boundary ? tr("none; type a new one") : tr("they differ"));
        m_boundary->lineEdit()->setModified(false);
    }
    if (m_color->count() == 0)
        for (int i = 0; i < kColors; ++i)
            m_color->addItem(tr("Colour %1").arg(i + 1));
    for (int i = 0; i < kColors; ++i) {
        QPixmap pixmap(14, 14);
        pixmap.fill(m_workbench.theme().theme().series(i));
        m_color->setItemIcon(i, QIcon(pixmap));
    }
    const auto color = shared(entities, [&](const Entity& entity) {
        const model::Boundary* found = project.boundaries.find(entity.boundary);
        return found ? found->color : -1;
    });
    m_color->setCurrentIndex(color && *color >= 0 ? *color % kColors : -1);
    m_color->setPlaceholderText(boundary && !*boundary ? tr("no boundary yet") : tr("they differ"));
    m_color->setEnabled(
        std::any_of(entities.begin(), entities.end(), [](const Entity* each) { return bool(each->boundary); }));
    const std::size_t pinned = m_commands.pinnedCount();
    m_pinned->setCheckState(pinned == 0                 ? Qt::Unchecked
                            : pinned == entities.size() ? Qt::Checked
                                                        : Qt::PartiallyChecked);
    const auto fill = [&](NumberField& field, const QString& none, auto&& valueOf) {
        const auto value = shared(entities, valueOf);
        field.setPlaceholderText(value ? none : tr("they differ"));
        field.setNumber(value ? *value : std::nullopt);
    };
    const auto known = [](double value) { return value == 0 ? std::nullopt : std::optional(value); };
    fill(*m_rows, tr("not known"), [](const Entity& entity) {
        return entity.volume.rows ? std::optional(double(entity.volume.rows->value)) : std::nullopt;
    });
    fill(*m_growth, tr("none"), [&](const Entity& entity) { return known(entity.volume.growthRowsPerDay); });
    fill(*m_rate, tr("none"), [&](const Entity& entity) { return known(entity.volume.growthRatePerDay); });
    fill(*m_retention, tr("for ever"), [](const Entity& entity) {
        return entity.volume.retentionDays ? std::optional(*entity.volume.retentionDays * model::kSecondsPerDay)
                                           : std::nullopt;
    });
    std::vector<const Entity*> keyed;
    std::copy_if(entities.begin(), entities.end(), std::back_inserter(keyed),
                 [](const Entity* each) { return keyColumn(*each); });
    m_generator->setEnabled(!keyed.empty());
    m_generator->setChoice(keyed.empty() ? std::nullopt : shared(keyed, [](const Entity& entity) {
        const model::Attribute& key = *keyColumn(entity);
        return GeneratorChoice{key.generator, key.identityAlways};
    }));
    std::vector<model::ColumnRef> objects;
    for (const Entity* entity : entities)
        objects.push_back({entity->id, {}});
    m_properties->choose(std::move(objects));
    m_filling = false;
}

void SharedPage::each(const QString& label,
                      const std::function<Result<Project>(const Project&, const Entity&)>& change) {
    const bool done = m_workbench.apply(
        label, [change, ids = m_workbench.selection().value().entities](const Project& project) -> Result<Project> {
            Result<Project> after = project;
            for (model::EntityId id : ids)
                if (const Entity* entity = after ? after->entities.find(id) : nullptr)
                    after = change(Project(*after), Entity(*entity));
            return after;
        });
    if (!done)
        refresh();
}

void SharedPage::editVolume(const QString& field, const std::function<void(model::Volume&)>& change) {
    if (m_filling)
        return;
    const int count = int(chosen().size());
    each(tr("%1 of %n entities", nullptr, count).arg(field), [change](const Project& project, const Entity& entity) {
        model::Volume volume = entity.volume;
        change(volume);
        return model::setVolume(project, entity.id, volume);
    });
}

void SharedPage::chooseBoundary() {
    const std::vector<const Entity*> entities = chosen();
    if (m_filling || entities.empty())
        return;
    const Project& now = *m_workbench.project();
    const std::string name = m_boundary->currentText().trimmed().toStdString();
    const auto before = shared(entities, [](const Entity& entity) { return entity.boundary; });
    // Leaving the empty field of those that differ is no answer; choosing the empty line of the list is.
    if (name.empty() && !before && sender() == m_boundary->lineEdit() && !m_boundary->lineEdit()->isModified())
        return;
    model::BoundaryId wanted;
    for (const model::Boundary& boundary : now.boundaries)
        if (boundary.name == name)
            wanted = boundary.id;
    if (before == wanted && (wanted || name.empty()))
        return;
    m_boundary->lineEdit()->setModified(false);
    m_workbench.apply(
        tr("Boundary of %n entities", nullptr, int(entities.size())),
        [ids = m_workbench.selection().value().entities, wanted, name](const Project& project) -> Result<Project> {
            if (wanted || name.empty())
                return model::assignBoundary(project, ids, wanted);
            const model::BoundaryId made{project.nextId};
            return model::addBoundary(project, name).and_then([&](const Project& added) {
                return model::assignBoundary(added, ids, made);
            });
        });
}

void SharedPage::chooseGenerator() {
    if (m_filling || m_generator->currentIndex() < 0)
        return;
    const GeneratorChoice choice = m_generator->choice();
    each(tr("Key generator of %n entities", nullptr, int(chosen().size())),
         [choice](const Project& project, const Entity& entity) -> Result<Project> {
             const model::Attribute* key = keyColumn(entity);
             return key ? model::setAttributeGenerator(project, {entity.id, key->id}, choice.generator, choice.always)
                        : Result<Project>(project);
         });
}

} // namespace shardscape::app
