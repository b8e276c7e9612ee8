// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/entities/column_details.h"

#include <algorithm>
#include <optional>

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

#include "app/document/type_text.h"
#include "app/stages/entities/generator_box.h"
#include "app/stages/entities/property_grid.h"
#include "app/theme/metrics.h"
#include "app/theme/widgets.h"
#include "model/edit/attribute_edits.h"

namespace shardscape::app {
namespace {

using model::Attribute;
using model::Project;
using model::Result;

template <class ValueOf> auto shared(const std::vector<const Attribute*>& columns, ValueOf&& valueOf) {
    auto first = valueOf(*columns.front());
    const bool same =
        std::all_of(columns.begin(), columns.end(), [&](const Attribute* column) { return valueOf(*column) == first; });
    return same ? std::make_optional(std::move(first)) : std::nullopt;
}

} // namespace

ColumnDetails::ColumnDetails(Workbench& workbench, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_title(makeLabel({}, "muted", nullptr, this))
    , m_type(new QLineEdit(this))
    , m_nullable(new QCheckBox(tr("May be n&ull"), this))
    , m_generator(new GeneratorBox(this))
    , m_properties(new PropertyGrid(workbench, this)) {
    setObjectName(QStringLiteral("columnDetails"));
    m_title->setTextFormat(Qt::PlainText);
    m_type->setObjectName(QStringLiteral("columnsType"));
    m_nullable->setObjectName(QStringLiteral("columnsNullable"));
    m_generator->setObjectName(QStringLiteral("columnsGenerator"));
    auto* rows = new QFormLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setHorizontalSpacing(kSpaceBetween);
    rows->setVerticalSpacing(6);
    rows->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    rows->addRow(m_title);
    rows->addRow(tr("&Type"), m_type);
    rows->addRow(tr("&Values from"), m_generator);
    rows->addRow(m_nullable);
    m_properties->setObjectName(QStringLiteral("columnsProperties"));
    rows->addRow(m_properties);
    connect(m_type, &QLineEdit::editingFinished, this, [this] {
        const QString text = m_type->text().trimmed();
        if (!m_type->isModified() || text.isEmpty())
            return;
        m_type->setModified(false);
        each(tr("Type of %n columns", nullptr, int(m_columns.size())),
             [text = text.toStdString()](const Project& project, model::ColumnRef column) {
                 return parseType(project, text).and_then([&](const model::Type& type) {
                     return model::setAttributeType(project, column, type);
                 });
             });
    });
    connect(m_nullable, &QCheckBox::clicked, this, [this] {
        // From "some" to all; else the other way round.
        const auto columns = chosen();
        const bool all =
            std::all_of(columns.begin(), columns.end(), [](const Attribute* each) { return each->nullable; });
        each(tr("Null of %n columns", nullptr, int(m_columns.size())),
             [nullable = !all](const Project& project, model::ColumnRef column) {
                 return model::setAttributeNullable(project, column, nullable);
             });
    });
    connect(m_generator, &QComboBox::activated, this, [this] {
        each(tr("Generator of %n columns", nullptr, int(m_columns.size())),
             [choice = m_generator->choice()](const Project& project, model::ColumnRef column) {
                 return model::setAttributeGenerator(project, column, choice.generator, choice.always);
             });
    });
    setVisible(false);
}

std::vector<const Attribute*> ColumnDetails::chosen() const {
    std::vector<const Attribute*> columns;
    if (const model::Entity* entity = m_workbench.project()->entities.find(m_entity))
        for (model::AttributeId id : m_columns)
            if (const Attribute* column = entity->find(id))
                columns.push_back(column);
    return columns;
}

void ColumnDetails::choose(model::EntityId entity, std::vector<model::AttributeId> ids) {
    const bool others = entity != m_entity || ids != m_columns;
    m_entity = entity;
    m_columns = std::move(ids);
    const std::vector<const Attribute*> columns = chosen();
    setVisible(!columns.empty());
    if (columns.empty())
        return;
    m_title->setText(columns.size() == 1 ? QString::fromStdString(columns.front()->name)
                                         : tr("%n columns", nullptr, int(columns.size())));
    const auto type = shared(columns, [](const Attribute& column) { return column.type; });
    if (others || !m_type->hasFocus() || !m_type->isModified()) {
        m_type->setPlaceholderText(type ? QString() : tr("they differ"));
        m_type->setText(type ? QString::fromStdString(typeText(*m_workbench.project(), *type)) : QString());
        m_type->setModified(false);
    }
    const auto nullable = shared(columns, [](const Attribute& column) { return column.nullable; });
    m_nullable->setCheckState(!nullable ? Qt::PartiallyChecked : *nullable ? Qt::Checked : Qt::Unchecked);
    m_generator->setChoice(shared(columns, [](const Attribute& column) {
        return GeneratorChoice{column.generator, column.identityAlways};
    }));
    std::vector<model::ColumnRef> objects;
    for (model::AttributeId id : m_columns)
        objects.push_back({m_entity, id});
    m_properties->choose(std::move(objects));
}

void ColumnDetails::each(const QString& label,
                         const std::function<Result<Project>(const Project&, model::ColumnRef)>& change) {
    m_workbench.apply(label,
                      [change, entity = m_entity, columns = m_columns](const Project& project) -> Result<Project> {
                          Result<Project> after = project;
                          for (model::AttributeId column : columns)
                              if (after)
                                  after = change(Project(*after), {entity, column});
                          return after;
                      });
    choose(m_entity, m_columns); // a refused choice goes back
}

} // namespace shardscape::app
