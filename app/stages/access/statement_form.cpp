// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/access/statement_form.h"

#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include "app/stages/access/statement_model.h"
#include "app/stages/number_field.h"
#include "app/theme/metrics.h"
#include "app/theme/sentences.h"
#include "app/theme/widgets.h"

namespace shardscape::app {
namespace {

using Kind = model::StatementShape::Kind;

/// Space and Return take the current cell to its next state.
class StatementTable : public QTableView {
public:
    using QTableView::QTableView;

protected:
    void keyPressEvent(QKeyEvent* event) override {
        if (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
            if (auto* columns = qobject_cast<StatementModel*>(model()))
                columns->advance(currentIndex());
            return;
        }
        QTableView::keyPressEvent(event);
    }
};

/// What stays of a statement when it does something else.
void keepWhatFits(model::StatementShape& shape) {
    if (shape.kind != Kind::Read) {
        shape.order.clear();
        shape.limit.reset();
        shape.limitParameter = false;
        shape.paging = model::Paging::None;
    }
    if (shape.kind == Kind::Insert) {
        shape.equal.clear();
        shape.range.clear();
        shape.fixed.clear();
    }
    shape.columns.clear();
    shape.given.clear();
}

} // namespace

StatementForm::StatementForm(Workbench& workbench, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_kind(new QComboBox(this))
    , m_entity(new QComboBox(this))
    , m_limit(new NumberField(estimator::Unit::None, tr("unbounded"), this))
    , m_paging(new QComboBox(this))
    , m_columns(new StatementModel(this))
    , m_table(new StatementTable(this))
    , m_why(makeLabel({}, "warn", nullptr, this))
    , m_anew(new QPushButton(tr("Write it anew with the form"), this))
    , m_fields(new QWidget(this)) {
    build();
    connect(m_kind, &QComboBox::activated, this, [this](int kind) {
        change([kind](model::StatementShape& shape) {
            shape.kind = Kind(kind);
            keepWhatFits(shape);
        });
    });
    connect(m_entity, &QComboBox::activated, this, [this](int row) {
        const model::EntityId id{m_entity->itemData(row).toULongLong()};
        change([id, this](model::StatementShape& shape) {
            const Kind kind = shape.kind;
            shape = {};
            shape.kind = kind;
            shape.entity = id;
            const model::Entity* entity = m_workbench.project()->entities.find(id);
            const model::Key* key = entity ? entity->primaryKey() : nullptr;
            if (key && kind != Kind::Insert)
                shape.equal = key->attributes;
        });
    });
    connect(m_limit, &NumberField::numberEdited, this, [this](std::optional<double> rows) {
        change([rows](model::StatementShape& shape) {
            shape.limit = rows && *rows >= 0 ? std::optional(std::floor(*rows)) : std::nullopt;
            shape.limitParameter = false;
        });
    });
    connect(m_paging, &QComboBox::activated, this, [this](int paging) {
        change([paging](model::StatementShape& shape) { shape.paging = model::Paging(paging); });
    });
    connect(m_columns, &StatementModel::edited, this, &StatementForm::edited);
    connect(m_table, &QTableView::clicked, m_columns, &StatementModel::advance);
    connect(m_anew, &QPushButton::clicked, this, &StatementForm::beginAnew);
}

void StatementForm::build() {
    m_kind->setObjectName(QStringLiteral("statementKind"));
    m_kind->addItems(
        {tr("Read rows"), tr("Count rows"), tr("Insert a row"), tr("Change rows"), tr("Count up"), tr("Delete rows")});
    m_entity->setObjectName(QStringLiteral("statementEntity"));
    m_entity->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_entity->setMinimumContentsLength(10);
    m_limit->setObjectName(QStringLiteral("statementLimit"));
    m_limit->setFixedWidth(90);
    m_paging->setObjectName(QStringLiteral("statementPaging"));
    m_paging->addItems({tr("No pages"), tr("Pages by cursor"), tr("Pages by offset")});
    m_table->setObjectName(QStringLiteral("statementColumns"));
    m_table->setAccessibleName(tr("What the statement does with each column"));
    m_table->setModel(m_columns);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(24);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(StatementModel::Sort, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(StatementModel::Use, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_why->setWordWrap(true);

    auto* row = new QHBoxLayout(m_fields);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpaceInside);
    const auto field = [&](const QString& name, QWidget* widget, int stretch) {
        auto* label = makeLabel(name, "muted", nullptr, m_fields);
        label->setBuddy(widget);
        widget->setAccessibleName(name);
        row->addWidget(label);
        row->addWidget(widget, stretch);
    };
    row->addWidget(m_kind, 1);
    m_kind->setAccessibleName(tr("What it does"));
    field(tr("on"), m_entity, 1);
    m_entity->setAccessibleName(tr("Entity"));
    field(tr("Limit"), m_limit, 0);
    row->addWidget(m_paging, 1);
    m_paging->setAccessibleName(tr("Pages"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpaceInside);
    column->addWidget(m_fields);
    column->addWidget(m_table, 1);
    column->addWidget(m_why);
    column->addWidget(m_anew, 0, Qt::AlignLeft);
}

void StatementForm::fillEntities() {
    const ProjectPtr& project = m_workbench.project();
    if (m_filledFrom && m_filledFrom->entities.sameVersion(project->entities))
        return;
    m_filledFrom = project;
    m_entity->clear();
    for (const model::Entity& entity : project->entities)
        m_entity->addItem(QString::fromStdString(project->displayName(entity)), qulonglong(entity.id.value));
}

void StatementForm::setPattern(const model::AccessPattern& pattern) {
    fillEntities();
    m_entityShown = pattern.entity;
    const auto shape = model::shapeOf(*m_workbench.project(), pattern);
    m_fields->setEnabled(shape.has_value());
    m_table->setVisible(shape.has_value());
    m_why->setVisible(!shape);
    m_anew->setVisible(!shape);
    if (shape)
        return show(*shape);
    m_why->setText(tr("The form cannot express this statement: %1. Edit it as SQL.").arg(said(shape.error())));
}

QString StatementForm::whyNot() const {
    return m_why->isHidden() ? QString() : m_why->text();
}

void StatementForm::show(const model::StatementShape& shape) {
    m_kind->setCurrentIndex(int(shape.kind));
    m_entity->setCurrentIndex(m_entity->findData(qulonglong(shape.entity.value)));
    m_limit->setNumber(shape.limit);
    m_limit->setPlaceholderText(shape.limitParameter ? tr("asked for") : tr("unbounded"));
    m_paging->setCurrentIndex(int(shape.paging));
    const bool reads = shape.kind == Kind::Read;
    m_limit->setEnabled(reads);
    m_paging->setEnabled(reads);
    m_columns->setShape(m_workbench.project(), shape);
    m_table->setColumnHidden(StatementModel::FindBy, shape.kind == Kind::Insert);
    m_table->setColumnHidden(StatementModel::Sort, !reads);
    m_table->setColumnHidden(StatementModel::Use, shape.kind == Kind::Count || shape.kind == Kind::Delete);
}

void StatementForm::change(const std::function<void(model::StatementShape&)>& edit) {
    model::StatementShape shape = m_columns->shape();
    edit(shape);
    if (shape.paging == model::Paging::Cursor && shape.order.empty()) {
        // A cursor needs an order to go on from: that of the key.
        const model::Entity* entity = m_workbench.project()->entities.find(shape.entity);
        const model::Key* key = entity ? entity->primaryKey() : nullptr;
        if (key)
            shape.order = {{key->attributes.front(), false}};
        else
            shape.paging = model::Paging::None;
    }
    emit edited(shape);
}

void StatementForm::beginAnew() {
    model::StatementShape shape;
    shape.entity = m_entityShown;
    const model::Entity* entity = m_workbench.project()->entities.find(shape.entity);
    if (const model::Key* key = entity ? entity->primaryKey() : nullptr)
        shape.equal = key->attributes;
    emit edited(shape);
}

} // namespace shardscape::app
