// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/entities/entity_inspector.h"

#include <cmath>

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/stages/entities/column_details.h"
#include "app/stages/entities/column_grid.h"
#include "app/stages/entities/lifecycle_fields.h"
#include "app/stages/entities/property_grid.h"
#include "app/stages/entities/shared_page.h"
#include "app/stages/number_field.h"
#include "app/theme/metrics.h"
#include "app/theme/numbers.h"
#include "app/theme/sentences.h"
#include "app/theme/widgets.h"
#include "model/edit/boundary_edits.h"
#include "model/edit/relationship_edits.h"

namespace shardscape::app {
namespace {

using estimator::Unit;
using model::Project;

QFormLayout* form(QWidget* parent) {
    auto* layout = new QFormLayout(parent);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(kSpaceBetween);
    layout->setVerticalSpacing(6);
    layout->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    return layout;
}

/// "name … value" in one line; clicking does something when there is something to do.
QWidget* line(const QString& name, const QString& value, const std::function<void()>& perform, QWidget* parent) {
    auto* row = new QWidget(parent);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceInside);
    if (perform) {
        auto* button = new QPushButton(name, row);
        button->setProperty("look", "link");
        QObject::connect(button, &QPushButton::clicked, row, perform);
        layout->addWidget(button);
    } else {
        layout->addWidget(makeLabel(name, "muted", nullptr, row));
    }
    layout->addStretch();
    auto* label = new QLabel(value, row);
    label->setFont(tabularFont(TextSize::Body));
    layout->addWidget(label);
    return row;
}

QString entityName(const Project& project, model::EntityId id) {
    const model::Entity* entity = project.entities.find(id);
    return entity ? QString::fromStdString(project.displayName(*entity)) : QString();
}

QString columnNames(const model::Entity& entity, const std::vector<model::AttributeId>& ids) {
    QStringList names;
    for (model::AttributeId id : ids)
        if (const model::Attribute* attribute = entity.find(id))
            names << QString::fromStdString(attribute->name);
    return names.join(QStringLiteral(", "));
}

} // namespace

EntityInspector::EntityInspector(Workbench& workbench, CanvasCommands& commands, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_commands(commands)
    , m_title(makeLabel({}, nullptr, "heading", this))
    , m_subtitle(makeLabel({}, "muted", nullptr, this))
    , m_entityPage(new QWidget(this))
    , m_relationshipPage(new QWidget(this))
    , m_sharedPage(new SharedPage(workbench, commands, this))
    , m_overview(makeLabel({}, "muted", nullptr, this)) {
    setObjectName(QStringLiteral("entityInspector"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kSpaceAround, kSpaceBetween, kSpaceAround, kSpaceAround);
    column->setSpacing(kSpaceTight);
    m_title->setFont(textFont(TextSize::Heading, true));
    m_title->setWordWrap(true);
    m_subtitle->setWordWrap(true);
    m_overview->setWordWrap(true);
    m_overview->setTextFormat(Qt::PlainText);
    column->addWidget(m_title);
    column->addWidget(m_subtitle);
    column->addSpacing(kSpaceInside);
    column->addWidget(m_entityPage);
    column->addWidget(m_relationshipPage);
    column->addWidget(m_sharedPage);
    column->addWidget(m_overview);
    column->addStretch();
    buildEntityPage();
    buildRelationshipPage();
    connect(&workbench.selection(), &Selection::changed, this, &EntityInspector::refresh);
    connect(&workbench.document(), &Document::changed, this, &EntityInspector::refresh);
    connect(&workbench.analysis(), &AnalysisService::analysisReady, this, &EntityInspector::refresh);
    connect(&workbench.selection(), &Selection::layoutChanged, this, &EntityInspector::refresh);
    refresh();
}

void EntityInspector::buildEntityPage() {
    auto* column = new QVBoxLayout(m_entityPage);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpaceInside);
    auto* fields = new QWidget(m_entityPage);
    QFormLayout* rows = form(fields);
    m_name = new QLineEdit(fields);
    m_name->setObjectName(QStringLiteral("entityName"));
    m_boundary = new QComboBox(fields);
    m_boundary->setObjectName(QStringLiteral("entityBoundary"));
    m_boundary->setEditable(true);
    m_boundary->setInsertPolicy(QComboBox::NoInsert);
    m_boundary->lineEdit()->setPlaceholderText(tr("none; type a new one"));
    m_rows = new NumberField(Unit::Rows, tr("not known"), fields);
    m_rows->setObjectName(QStringLiteral("entityRows"));
    m_growth = new NumberField(Unit::Rows, tr("none"), fields);
    m_rate = new NumberField(Unit::Percent, tr("none"), fields);
    m_retention = new NumberField(Unit::Seconds, tr("for ever"), fields);
    rows->addRow(tr("&Name"), m_name);
    rows->addRow(tr("&Boundary"), m_boundary);
    rows->addRow(tr("&Rows now"), m_rows);
    rows->addRow(tr("Rows a &day"), m_growth);
    rows->addRow(tr("Growth a day"), m_rate);
    rows->addRow(tr("&Kept"), m_retention);
    column->addWidget(fields);
    m_lifecycle = new LifecycleFields(m_entityPage);
    column->addWidget(m_lifecycle);
    column->addWidget(makeGroupLabel(tr("Columns"), m_entityPage));
    m_columns = new ColumnModel(m_workbench, m_commands, this);
    m_grid = new ColumnGrid(m_workbench, m_commands, m_columns, m_entityPage);
    column->addWidget(m_grid);
    auto* add = new QPushButton(tr("Add column"), m_entityPage);
    add->setProperty("look", "link");
    add->setToolTip(m_workbench.actions().at(QStringLiteral("model.column"))->toolTip());
    column->addWidget(add, 0, Qt::AlignLeft);
    m_details = new ColumnDetails(m_workbench, m_entityPage);
    column->addWidget(m_details);
    column->addWidget(makeGroupLabel(tr("Tags and properties"), m_entityPage));
    m_properties = new PropertyGrid(m_workbench, m_entityPage);
    m_properties->setObjectName(QStringLiteral("entityProperties"));
    column->addWidget(m_properties);
    m_lists = new QVBoxLayout;
    column->addLayout(m_lists);

    connect(add, &QPushButton::clicked, m_grid, &ColumnGrid::addRow);
    connect(m_grid, &ColumnGrid::chosenChanged, this,
            [this] { m_details->choose(m_columns->entity(), m_grid->chosen()); });
    connect(m_name, &QLineEdit::editingFinished, this, [this] {
        const model::EntityId id = m_workbench.selection().value().entity();
        const model::Entity* entity = m_workbench.project()->entities.find(id);
        if (!entity || m_name->text().trimmed() == QString::fromStdString(entity->name))
            return;
        if (!m_commands.rename(id, m_name->text().trimmed()))
            refresh();
    });
    connect(m_boundary, &QComboBox::textActivated, this, &EntityInspector::chooseBoundary);
    connect(m_boundary->lineEdit(), &QLineEdit::editingFinished, this,
            [this] { chooseBoundary(m_boundary->currentText()); });
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
    connect(m_lifecycle, &LifecycleFields::edited, this, &EntityInspector::editVolume);
}

void EntityInspector::showVolume(const model::Volume& volume) {
    const auto known = [](double value) { return value == 0 ? std::nullopt : std::optional(value); };
    m_rows->setNumber(volume.rows ? std::optional(double(volume.rows->value)) : std::nullopt);
    m_growth->setNumber(known(volume.growthRowsPerDay));
    m_rate->setNumber(known(volume.growthRatePerDay));
    m_retention->setNumber(volume.retentionDays ? std::optional(*volume.retentionDays * model::kSecondsPerDay)
                                                : std::nullopt);
    m_lifecycle->show(volume);
}

void EntityInspector::buildRelationshipPage() {
    auto* fields = m_relationshipPage;
    QFormLayout* rows = form(fields);
    m_mean = new NumberField(Unit::None, tr("not known"), fields);
    m_maximum = new NumberField(Unit::None, tr("not known"), fields);
    m_alpha = new NumberField(Unit::None, tr("2.1"), fields);
    m_shape = new QComboBox(fields);
    for (model::FanOutShape shape :
         {model::FanOutShape::Fixed, model::FanOutShape::Geometric, model::FanOutShape::PowerLaw})
        m_shape->addItem(said(QString::fromLatin1(model::name(shape))), int(shape));
    m_onDelete = new QComboBox(fields);
    for (model::ReferentialAction action :
         {model::ReferentialAction::NoAction, model::ReferentialAction::Restrict, model::ReferentialAction::Cascade,
          model::ReferentialAction::SetNull, model::ReferentialAction::SetDefault})
        m_onDelete->addItem(said(QString::fromLatin1(model::name(action))), int(action));
    rows->addRow(tr("Children of one parent, &mean"), m_mean);
    rows->addRow(tr("Ma&ximum"), m_maximum);
    rows->addRow(tr("&Shape"), m_shape);
    rows->addRow(tr("&Exponent"), m_alpha);
    rows->addRow(tr("On &delete"), m_onDelete);
    connect(m_mean, &NumberField::numberEdited, this, [this](std::optional<double> value) {
        editFanOut(tr("mean"), [value](model::FanOut& fanOut) { fanOut.mean = value; });
    });
    connect(m_maximum, &NumberField::numberEdited, this, [this](std::optional<double> value) {
        editFanOut(tr("maximum"), [value](model::FanOut& fanOut) { fanOut.maximum = value; });
    });
    connect(m_alpha, &NumberField::numberEdited, this, [this](std::optional<double> value) {
        editFanOut(tr("exponent"), [value](model::FanOut& fanOut) { fanOut.alpha = value.value_or(2.1); });
    });
    connect(m_shape, &QComboBox::activated, this, [this] {
        editFanOut(tr("shape"), [shape = m_shape->currentData().toInt()](model::FanOut& fanOut) {
            fanOut.shape = model::FanOutShape(shape);
            if (fanOut.shape == model::FanOutShape::PowerLaw && fanOut.alpha <= 1)
                fanOut.alpha = 2.1;
        });
    });
    connect(m_onDelete, &QComboBox::activated, this, [this] {
        const model::Relationship* found =
            m_workbench.project()->relationships.find(m_workbench.selection().value().relationship());
        if (!found)
            return;
        model::Relationship next = *found;
        next.onDelete = model::ReferentialAction(m_onDelete->currentData().toInt());
        m_workbench.apply(tr("On delete"),
                          [next](const Project& project) { return model::changeRelationship(project, next); });
    });
}

void EntityInspector::editVolume(const QString& field, const std::function<void(model::Volume&)>& change) {
    const model::EntityId id = m_workbench.selection().value().entity();
    const model::Entity* entity = m_workbench.project()->entities.find(id);
    if (!entity)
        return;
    model::Volume volume = entity->volume;
    change(volume);
    if (!m_workbench.apply(tr("%1 of %2").arg(field, entityName(*m_workbench.project(), id)),
                           [id, volume](const Project& project) { return model::setVolume(project, id, volume); })) {
        m_lifecycle->forget();
        refresh();
    }
}

void EntityInspector::editFanOut(const QString& field, const std::function<void(model::FanOut&)>& change) {
    const model::RelationshipId id = m_workbench.selection().value().relationship();
    const model::Relationship* relationship = m_workbench.project()->relationships.find(id);
    if (!relationship)
        return;
    model::FanOut fanOut = relationship->fanOut;
    change(fanOut);
    if (!m_workbench.apply(tr("Fan-out %1 of %2").arg(field, entityName(*m_workbench.project(), relationship->child)),
                           [id, fanOut](const Project& project) { return model::setFanOut(project, id, fanOut); }))
        refresh();
}

void EntityInspector::chooseBoundary(const QString& text) {
    const model::EntityId id = m_workbench.selection().value().entity();
    const model::Entity* entity = m_workbench.project()->entities.find(id);
    if (m_filling || !entity)
        return;
    const std::string name = text.trimmed().toStdString();
    model::BoundaryId wanted;
    for (const model::Boundary& boundary : m_workbench.project()->boundaries)
        if (boundary.name == name)
            wanted = boundary.id;
    if (wanted == entity->boundary && (wanted || name.empty()))
        return;
    m_workbench.apply(tr("Boundary of %1").arg(entityName(*m_workbench.project(), id)),
                      [id, wanted, name](const Project& project) -> model::Result<Project> {
                          if (wanted || name.empty())
                              return model::assignBoundary(project, {id}, wanted);
                          const model::BoundaryId made{project.nextId};
                          return model::addBoundary(project, name).and_then([&](const Project& added) {
                              return model::assignBoundary(added, {id}, made);
                          });
                      });
}

void EntityInspector::refresh() {
    const Project& project = *m_workbench.project();
    const Selected& selected = m_workbench.selection().value();
    const model::Entity* entity = project.entities.find(selected.entity());
    const model::Relationship* relationship = project.relationships.find(selected.relationship());
    m_entityPage->setVisible(entity);
    m_relationshipPage->setVisible(relationship);
    const bool several = !entity && selected.entities.size() > 1;
    m_sharedPage->setVisible(several);
    m_overview->setVisible(!entity && !relationship);
    m_filling = true;
    if (entity)
        showEntity(*entity);
    else if (relationship)
        showRelationship(*relationship);
    else
        showOverview();
    if (several)
        m_sharedPage->refresh();
    m_filling = false;
}

void EntityInspector::showEntity(const model::Entity& entity) {
    const Project& project = *m_workbench.project();
    m_title->setText(QString::fromStdString(project.displayName(entity)));
    const model::Boundary* boundary = project.boundaries.find(entity.boundary);
    const int users = int(model::patternsUsing(project, entity.id).size());
    const QString used = users == 0   ? tr("used by no pattern")
                         : users == 1 ? tr("used by one pattern")
                                      : tr("used by %n patterns", nullptr, users);
    m_subtitle->setText(boundary ? tr("%1 · %2").arg(QString::fromStdString(boundary->name), used) : used);
    if (!m_name->hasFocus() || !m_name->isModified())
        m_name->setText(QString::fromStdString(entity.name));
    m_boundary->clear();
    m_boundary->addItem({});
    for (const model::Boundary& each : project.boundaries)
        m_boundary->addItem(QString::fromStdString(each.name));
    m_boundary->setCurrentText(boundary ? QString::fromStdString(boundary->name) : QString());
    showVolume(entity.volume);
    m_columns->setEntity(entity.id);
    if (const model::AttributeId chosen = m_workbench.selection().value().attribute)
        if (const int row = m_columns->rowOf(chosen);
            row >= 0 && m_grid->currentIndex().row() != row && !m_grid->hasFocus())
            m_grid->selectRow(row);
    m_details->choose(entity.id, m_grid->chosen());
    m_properties->choose({{entity.id, {}}});
    refreshLists(entity);
}

void EntityInspector::refreshLists(const model::Entity& entity) {
    const Project& project = *m_workbench.project();
    // Deleted later: a link in the old list may be what is being clicked.
    if (m_listBox)
        m_listBox->deleteLater();
    m_listBox = new QWidget(m_entityPage);
    auto* column = new QVBoxLayout(m_listBox);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    const auto heading = [&](const QString& text) {
        column->addSpacing(kSpaceInside);
        column->addWidget(makeGroupLabel(text, m_listBox));
    };
    if (const estimator::Estimate* estimate = m_workbench.estimate()) {
        for (const estimator::StructureEstimate& figures : estimate->structures) {
            if (figures.entity != entity.id)
                continue;
            heading(tr("Stored as %1").arg(QString::fromStdString(figures.name)));
            const auto figure = [&](const QString& name, const estimator::Figure& value) {
                column->addWidget(line(
                    name, formatNumber(value), [this, value] { m_workbench.showWorking(value); }, m_listBox));
            };
            figure(tr("Row"), figures.rowBytes);
            figure(tr("Table"), figures.tableBytes);
            figure(tr("With indexes"), figures.totalBytes);
        }
    }
    bool first = true;
    for (const model::Relationship& relationship : project.relationships) {
        if (relationship.child != entity.id && relationship.parent != entity.id)
            continue;
        if (first)
            heading(tr("Relationships"));
        first = false;
        const bool out = relationship.child == entity.id;
        const model::Entity* child = project.entities.find(relationship.child);
        const QString name = out ? columnNames(entity, relationship.childAttributes) + QStringLiteral(" → ") +
                                       entityName(project, relationship.parent)
                                 : QStringLiteral("← ") + entityName(project, relationship.child) + QLatin1Char('.') +
                                       (child ? columnNames(*child, relationship.childAttributes) : QString());
        const QString fanOut = relationship.fanOut.mean
                                   ? tr("mean %1").arg(formatNumber(*relationship.fanOut.mean, Unit::None))
                                   : QString();
        column->addWidget(line(
            name, fanOut, [this, id = relationship.id] { m_workbench.selection().selectRelationship(id); }, m_listBox));
    }
    first = true;
    for (const model::AccessPattern& pattern : project.patterns) {
        const bool joins = std::find(pattern.joined.begin(), pattern.joined.end(), entity.id) != pattern.joined.end();
        if (pattern.entity != entity.id && !joins)
            continue;
        if (first)
            heading(tr("Patterns"));
        first = false;
        QString value = formatNumber(pattern.rate.average.value, Unit::PerSecond);
        if (const estimator::Estimate* estimate = m_workbench.estimate())
            for (const estimator::PatternEstimate& figures : estimate->patterns)
                if (figures.pattern == pattern.id && std::isfinite(figures.p99.value()))
                    value += QStringLiteral(" · ") + formatNumber(figures.p99);
        column->addWidget(line(
            QString::fromStdString(pattern.name), value,
            [this, id = pattern.id] {
                m_workbench.selection().selectPattern(id);
                m_workbench.goTo(QStringLiteral("access"));
            },
            m_listBox));
    }
    m_lists->addWidget(m_listBox);
}

void EntityInspector::showRelationship(const model::Relationship& relationship) {
    const Project& project = *m_workbench.project();
    const model::Entity* child = project.entities.find(relationship.child);
    const model::Entity* parent = project.entities.find(relationship.parent);
    m_title->setText(
        tr("%1 → %2").arg(entityName(project, relationship.child), entityName(project, relationship.parent)));
    m_subtitle->setText(child && parent ? tr("%1 refers to %2")
                                              .arg(columnNames(*child, relationship.childAttributes),
                                                   columnNames(*parent, relationship.parentAttributes))
                                        : QString());
    m_mean->setNumber(relationship.fanOut.mean);
    m_maximum->setNumber(relationship.fanOut.maximum);
    m_alpha->setNumber(relationship.fanOut.alpha > 0 ? std::optional(relationship.fanOut.alpha) : std::nullopt);
    m_alpha->setEnabled(relationship.fanOut.shape == model::FanOutShape::PowerLaw);
    m_shape->setCurrentIndex(m_shape->findData(int(relationship.fanOut.shape)));
    m_onDelete->setCurrentIndex(m_onDelete->findData(int(relationship.onDelete)));
}

void EntityInspector::showOverview() {
    const Project& project = *m_workbench.project();
    const Selected& selected = m_workbench.selection().value();
    const int chosen = int(selected.entities.size() + selected.relationships.size());
    m_title->setText(chosen > 1             ? tr("%n selected", nullptr, chosen)
                     : project.name.empty() ? tr("Model")
                                            : QString::fromStdString(project.name));
    m_subtitle->setText(tr("%1 entities · %2 relationships · %3 patterns")
                            .arg(project.entities.size())
                            .arg(project.relationships.size())
                            .arg(project.patterns.size()));
    m_overview->setText(chosen > 1
                            ? tr("Drag or use the arrow keys to move them together.")
                            : tr("Choose an entity or a line to see and change it. Drag from a column to a card to "
                                 "connect, double-click to rename, N for a new entity."));
}

} // namespace shardscape::app
