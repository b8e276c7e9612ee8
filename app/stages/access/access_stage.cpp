// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/access/access_stage.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>
#include <QWidgetAction>

#include "app/stages/access/matrix_view.h"
#include "app/stages/access/pattern_form.h"
#include "app/stages/access/pattern_table_model.h"
#include "app/stages/access/sql_editor.h"
#include "app/stages/access/statement_card.h"
#include "app/stages/number_field.h"
#include "app/stages/tables.h"
#include "app/theme/metrics.h"
#include "app/theme/numbers.h"
#include "app/theme/widgets.h"
#include "model/edit/pattern_edits.h"
#include "model/edit/sql_rename.h"
#include "model/exchange/export/suggested_workload.h"
#include "model/exchange/import/pattern_table.h"

namespace shardscape::app {

using model::AccessPattern;

namespace {

/// Requests a second to begin with, where nobody said.
constexpr double kSuggestedRate = 1000;

/// The column whose values are popular: as stated, else the first equality.
model::ColumnRef popularColumn(const AccessPattern& pattern) {
    if (pattern.popularityColumn.attribute)
        return pattern.popularityColumn;
    for (const model::Predicate& predicate : pattern.predicates)
        if (predicate.comparison == model::Comparison::Equal && predicate.column.attribute)
            return predicate.column;
    return {};
}

std::optional<double> rowsOf(const model::Project& project, model::EntityId id) {
    const model::Entity* entity = project.entities.find(id);
    if (!entity || !entity->volume.rows)
        return std::nullopt;
    return double(entity->volume.rows->value);
}

} // namespace

std::optional<double> keyCount(const model::Project& project, const AccessPattern& pattern) {
    const model::ColumnRef column = popularColumn(pattern);
    if (const model::Attribute* attribute = project.find(column); attribute && attribute->statistics.distinctValues)
        return attribute->statistics.distinctValues;
    for (const model::Relationship& relationship : project.relationships)
        if (relationship.child == column.entity && relationship.childAttributes.size() == 1 &&
            relationship.childAttributes.front() == column.attribute)
            return rowsOf(project, relationship.parent);
    const model::Entity* entity = project.entities.find(column.entity);
    if (entity && column.attribute && !entity->isUnique({column.attribute}))
        return std::nullopt;
    return rowsOf(project, column.attribute ? column.entity : pattern.entity);
}

AccessStage::AccessStage(Workbench& workbench, QWidget* parent)
    : Stage(workbench, parent) {
    buildActions();
    build();
    connect(&workbench.document(), &Document::changed, this, &AccessStage::refresh);
    const auto numbers = [this] {
        m_model->setAnalysis(this->workbench().analysis().latest(), this->workbench().selection().layout());
    };
    connect(&workbench.analysis(), &AnalysisService::analysisReady, this, numbers);
    connect(&workbench.selection(), &Selection::layoutChanged, this, numbers);
    connect(&workbench.selection(), &Selection::changed, this, &AccessStage::followSelection);
    refresh();
    numbers();
}

AccessStage::~AccessStage() {
    // A cell that is being edited tells what was typed when its editor goes, which is after this.
    m_model->disconnect(this);
}

void AccessStage::buildActions() {
    Actions& actions = workbench().actions();
    m_add = actions.add({QStringLiteral("pattern.add"),
                         tr("Add &pattern"),
                         QStringLiteral("add"),
                         {QKeySequence(Qt::Key_N)},
                         Menu::None,
                         true,
                         false,
                         tr("Write down another way in which the data is used")});
    m_add->setProperty("primary", true);
    m_duplicate = actions.add({QStringLiteral("pattern.duplicate"),
                               tr("D&uplicate"),
                               QStringLiteral("duplicate"),
                               {QKeySequence(QStringLiteral("Ctrl+D"))},
                               Menu::None,
                               true,
                               false,
                               tr("Copy the selected pattern")});
    m_remove = actions.add({QStringLiteral("pattern.remove"),
                            tr("&Delete"),
                            QStringLiteral("remove"),
                            {QKeySequence(Qt::Key_Delete), QKeySequence(Qt::Key_Backspace)},
                            Menu::None,
                            true,
                            false,
                            tr("Delete the selected pattern")});
    m_suggest = actions.add({QStringLiteral("pattern.suggest"),
                             tr("&Suggest patterns"),
                             QStringLiteral("add"),
                             {},
                             Menu::Model,
                             false,
                             false,
                             tr("Start from reads and writes that follow from keys and relationships")});
    m_paste = actions.add({QStringLiteral("pattern.paste"),
                           tr("&Paste rows"),
                           {},
                           QKeySequence::keyBindings(QKeySequence::Paste),
                           Menu::None,
                           true,
                           false,
                           tr("Change and add patterns by rows of a spreadsheet or CSV: name, 5k/s, p99 50ms, SQL")});
    connect(m_paste, &QAction::triggered, this, &AccessStage::pastePatterns);
    connect(m_suggest, &QAction::triggered, this, &AccessStage::suggest);
    connect(m_add, &QAction::triggered, this, &AccessStage::addPattern);
    connect(m_duplicate, &QAction::triggered, this, &AccessStage::duplicatePattern);
    connect(m_remove, &QAction::triggered, this, &AccessStage::removePattern);
}

QList<QAction*> AccessStage::headerActions() {
    return {m_duplicate, m_remove, m_add};
}

void AccessStage::activate() {
    refresh();
    followSelection();
    if (m_table->isVisible())
        m_table->setFocus();
}

void AccessStage::continueFrom(Stage& before) {
    auto* other = qobject_cast<AccessStage*>(&before);
    if (!other)
        return;
    m_filter->setText(other->m_filter->text());
    followSelection();
    m_views->setCurrent(other->m_views->current());
    m_statement->showForm(other->m_statement->showsForm());
    if (other->m_statement->isEdited() && m_shown == other->m_shown)
        m_statement->editor()->setPlainText(other->m_statement->editor()->toPlainText());
}

void AccessStage::build() {
    m_pages = new QStackedWidget(this);
    buildEmpty();
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(buildTable());
    splitter->addWidget(buildEditor());
    splitter->setProperty("look", "gap");
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setSizes({320, 260});
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(kSpaceBetween);
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(kSpaceBetween, kSpaceBetween, kSpaceBetween, kSpaceBetween);
    layout->addWidget(splitter);
    m_pages->addWidget(page);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_pages);
}

void AccessStage::buildEmpty() {
    Actions& actions = workbench().actions();
    m_empty = new EmptyState(
        workbench().theme(), QStringLiteral("access"), tr("No access patterns yet"),
        tr("An access pattern is one statement and how often it runs; layouts, sizes, latencies and simulations are "
           "worked out from them. Let the keys suggest some to begin with, and correct what you know better."));
    m_totalRate = new NumberField(estimator::Unit::PerSecond, tr("a second"));
    m_totalRate->setObjectName(QStringLiteral("totalRate"));
    m_totalRate->setAccessibleName(tr("Requests a second in total"));
    m_totalRate->setFixedWidth(96);
    m_totalRate->setNumber(kSuggestedRate);
    connect(m_totalRate, &QLineEdit::returnPressed, m_suggest, &QAction::trigger);
    auto* rate = new QWidget;
    auto* line = new QHBoxLayout(rate);
    line->setContentsMargins(0, 0, 0, 0);
    QLabel* caption = makeLabel(tr("Traffic in total"), "muted");
    caption->setBuddy(m_totalRate);
    line->addWidget(caption);
    line->addWidget(m_totalRate);
    m_empty->setControls(rate);
    m_empty->addAction(m_suggest, true)->setObjectName(QStringLiteral("suggestPatterns"));
    m_empty->addAction(actions.at(QStringLiteral("file.workload")));
    m_empty->addAction(m_add);
    m_pages->addWidget(m_empty);
    m_nothing = new EmptyState(workbench().theme(), QStringLiteral("access"), tr("Nothing to read or write yet"),
                               tr("Access patterns read and write entities. Import a schema, or draw one."));
    m_nothing->addAction(actions.at(QStringLiteral("file.import")), true);
    connect(m_nothing->addButton(tr("Go to Entities")), &QPushButton::clicked, this,
            [this] { workbench().goTo(QStringLiteral("entities")); });
    m_pages->addWidget(m_nothing);
}

void AccessStage::suggest() {
    if (m_suggesting)
        return;
    const ProjectPtr base = workbench().project();
    const model::PerSecond total{m_totalRate->number().value_or(kSuggestedRate)};
    m_suggesting = workbench().jobs().start<model::Imported>(
        tr("Suggesting patterns"),
        [base, total](JobState&) {
            return model::importWorkload(*base, {"suggestion", model::suggestWorkload(*base, total)});
        },
        this, [this, base](model::Result<model::Imported> imported) { suggested(base, std::move(imported)); });
    m_suggest->setEnabled(false);
}

void AccessStage::suggested(const ProjectPtr& base, model::Result<model::Imported> imported) {
    m_suggesting.reset();
    if (!imported) {
        workbench().showError(imported.error());
        refresh();
        return;
    }
    if (base != workbench().project()) // edited meanwhile: the suggestion is for what is there now
        return suggest();
    if (!workbench().apply(tr("Suggest patterns"),
                           [project = std::move(imported->project)](const model::Project&) { return project; }))
        return refresh();
    m_table->setFocus();
    const QString told = tr("Suggested patterns: %1, with nine reads for each write, spread evenly. Correct the rates "
                            "and row counts you know.")
                             .arg(workbench().project()->patterns.size());
    if (workbench().project()->layouts.empty())
        workbench().showMessage(told,
                                {tr("Next: choose an engine"), [this] { workbench().goTo(QStringLiteral("physical")); },
                                 [this] { return !workbench().project()->layouts.empty(); }});
    else
        workbench().showMessage(told);
}

QWidget* AccessStage::buildTable() {
    m_model = new PatternTableModel(this);
    m_model->setProject(workbench().project());
    m_sorted = new QSortFilterProxyModel(this);
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(kSortRole);
    m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_sorted->setFilterKeyColumn(-1);
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("patternTable"));
    m_table->setModel(m_sorted);
    m_table->setAccessibleName(tr("Access patterns"));
    setUpTable(*m_table, workbench().theme());
    openWorkingOnClick(*m_table, workbench());
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(PatternTableModel::Peak, Qt::DescendingOrder);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->addActions({m_add, m_duplicate, m_remove, m_paste});
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& index) {
        if (index.isValid())
            workbench().selection().selectPattern(m_model->patternAt(m_sorted->mapToSource(index).row()));
    });

    m_filter = new QLineEdit;
    m_filter->setPlaceholderText(tr("Filter patterns"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setFixedWidth(200);
    m_filter->setAccessibleName(tr("Filter patterns"));
    connect(m_filter, &QLineEdit::textChanged, m_sorted, &QSortFilterProxyModel::setFilterFixedString);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    connect(m_model, &PatternTableModel::cellTyped, this, &AccessStage::typeCell);

    m_matrix = new MatrixModel(this);
    m_entities = new EntityTrafficModel(this);
    m_views = new SegmentedControl;
    m_views->setObjectName(QStringLiteral("accessViews"));
    m_views->setItems({tr("Patterns"), tr("Matrix"), tr("Entities")});
    auto* views = new QStackedWidget;
    views->addWidget(m_table);
    views->addWidget(makeMatrixView(workbench(), m_matrix));
    views->addWidget(makeEntityTrafficView(workbench(), m_entities));
    connect(m_views, &SegmentedControl::currentChanged, this, [this, views](int view) {
        views->setCurrentIndex(view);
        m_filter->setVisible(view == 0);
    });
    auto* card = new Card;
    card->addLead(m_views);
    card->addControl(m_filter);
    card->body()->addWidget(views);
    return card;
}

/// A cell of the table was typed over, as in a spreadsheet.
void AccessStage::typeCell(model::PatternId id, int column, const QString& text) {
    const AccessPattern* pattern = workbench().project()->patterns.find(id);
    if (!pattern)
        return;
    AccessPattern changed = *pattern;
    const auto number = [&](estimator::Unit unit) { return parseNumber(text, unit); };
    bool readable = true;
    if (column == PatternTableModel::Name) {
        changed.name = text.toStdString();
    } else if (column == PatternTableModel::Rate) {
        const auto rate = number(estimator::Unit::PerSecond);
        readable = rate.has_value();
        changed.rate.average.value = rate.value_or(0);
    } else if (column == PatternTableModel::Peak) {
        const auto peak = number(estimator::Unit::PerSecond);
        readable = peak || text.isEmpty();
        changed.rate.peak = peak ? std::optional(model::PerSecond{*peak}) : std::nullopt;
    } else if (column == PatternTableModel::Wanted) {
        const auto seconds = number(estimator::Unit::Seconds);
        readable = seconds || text.isEmpty();
        changed.p99Seconds = seconds;
    } else {
        const auto quoted = [](QString cell) {
            return QLatin1Char('"') + cell.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
        };
        const QString table =
            QStringLiteral("name\t%1\n%2\t%3")
                .arg(column == PatternTableModel::Popularity ? QStringLiteral("keys") : QStringLiteral("consistency"),
                     quoted(QString::fromStdString(pattern->name)), quoted(text));
        const auto typed = model::importPatternTable(*workbench().project(), table.toStdString());
        const AccessPattern* read = typed ? typed->project.findPattern(pattern->name) : nullptr;
        readable = read && !text.isEmpty();
        if (read)
            changed = *read;
    }
    if (!readable)
        return workbench().showMessage(
            tr("“%1” cannot be read here. Write it as 5k/s, 50 ms, zipf(0.99) or bounded(5s).").arg(text));
    workbench().apply(tr("Edit %1").arg(QString::fromStdString(pattern->name)),
                      [changed](const model::Project& project) { return model::changePattern(project, changed); });
}

/// Rows of a spreadsheet or of CSV: patterns that are there are changed, those with SQL are added.
void AccessStage::pastePatterns() {
    const std::string text = QGuiApplication::clipboard()->text().toStdString();
    const auto table = model::importPatternTable(*workbench().project(), text);
    if (!table)
        return workbench().showError(table.error());
    if (workbench().apply(tr("Paste patterns"), [project = table->project](const model::Project&) { return project; }))
        workbench().showMessage(tr("Pasted: %1 patterns changed, %2 added.").arg(table->changed).arg(table->added));
}

QWidget* AccessStage::buildEditor() {
    m_statement = new StatementCard(workbench());
    m_formCard = new Card(tr("Traffic and targets"));
    m_form = new PatternForm(workbench().theme());
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_form);
    m_form->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    m_formCard->body()->addWidget(scroll, 1);
    connect(m_form, &PatternForm::edited, this,
            [this](const QString& field, const QString& label, const PatternForm::Change& change) {
                const AccessPattern* pattern = current();
                if (!pattern)
                    return;
                AccessPattern changed = *pattern;
                change(changed);
                workbench().apply(
                    label, [changed](const model::Project& project) { return model::changePattern(project, changed); },
                    QStringLiteral("pattern/%1/%2").arg(pattern->id.value).arg(field));
            });

    connect(m_form, &PatternForm::sampleWanted, this,
            [this](const QString& file) { file.isEmpty() ? chooseSample() : readSample(file); });

    auto* both = new QSplitter(Qt::Horizontal);
    both->addWidget(m_statement);
    both->addWidget(m_formCard);
    both->setProperty("look", "gap");
    both->setStretchFactor(0, 1);
    both->setStretchFactor(1, 1);
    both->setSizes({460, 520});
    both->setChildrenCollapsible(false);
    both->setHandleWidth(kSpaceBetween);
    return both;
}

const AccessPattern* AccessStage::current() const {
    return workbench().project()->patterns.find(m_shown);
}

void AccessStage::refresh() {
    const ProjectPtr& project = workbench().project();
    m_model->setProject(project);
    const bool entities = !project->entities.empty();
    m_pages->setCurrentIndex(!project->patterns.empty() ? 2 : entities ? 0 : 1);
    m_add->setEnabled(entities);
    m_suggest->setEnabled(entities && project->patterns.empty() && !m_suggesting);
    if (!current())
        m_shown = {};
    if (!m_shown && !project->patterns.empty())
        choose(workbench().selection().value().pattern
                   ? workbench().selection().value().pattern
                   : m_model->patternAt(m_sorted->mapToSource(m_sorted->index(0, 0)).row()));
    m_duplicate->setEnabled(current());
    m_remove->setEnabled(current());
    showPattern(m_statement->editor()->document()->isModified());
    m_matrix->setProject(project);
    m_entities->setProject(project);
}

void AccessStage::choose(model::PatternId pattern) {
    if (!workbench().project()->patterns.contains(pattern))
        return;
    const bool another = pattern != m_shown;
    m_shown = pattern;
    const QModelIndex index = m_sorted->mapFromSource(m_model->index(m_model->rowOf(pattern), 0));
    if (index.isValid() && m_table->currentIndex().row() != index.row())
        m_table->setCurrentIndex(index);
    if (another)
        showPattern(false);
    m_duplicate->setEnabled(true);
    m_remove->setEnabled(true);
}

void AccessStage::followSelection() {
    if (const model::PatternId pattern = workbench().selection().value().pattern)
        choose(pattern);
}

void AccessStage::showPattern(bool keepText) {
    const AccessPattern* pattern = current();
    m_formCard->setEnabled(pattern);
    m_statement->setPattern(m_shown, keepText);
    if (pattern)
        m_form->setPattern(*pattern, keyCount(*workbench().project(), *pattern));
}

void AccessStage::chooseSample() {
    auto* dialog = new QFileDialog(window(), tr("Keys of real requests"), {}, tr("CSV (*.csv *.txt);;All files (*)"));
    dialog->setObjectName(QStringLiteral("sampleDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &AccessStage::readSample);
    dialog->open();
}

void AccessStage::readSample(const QString& file) {
    const AccessPattern* pattern = current();
    if (!pattern)
        return;
    m_reading = workbench().jobs().start<model::KeySample>(
        tr("Counting keys"), [path = file.toStdString()](JobState&) { return model::readKeySample(path); }, this,
        [this, id = pattern->id, path = file.toStdString()](model::Result<model::KeySample> sample) {
            m_reading.reset();
            if (!sample) {
                workbench().showError(sample.error());
                return showPattern(true);
            }
            const AccessPattern* known = workbench().project()->patterns.find(id);
            if (!known)
                return;
            AccessPattern changed = *known;
            changed.popularity.kind = model::PopularityKind::Sample;
            changed.popularity.file = path;
            changed.popularity.sample = std::move(*sample);
            workbench().apply(
                tr("Keys of %1").arg(QString::fromStdString(known->name)),
                [changed](const model::Project& project) { return model::changePattern(project, changed); });
        });
}

std::string AccessStage::freeName(const std::string& wanted) const {
    std::string name = wanted;
    for (int number = 2; workbench().project()->findPattern(name); ++number)
        name = wanted + std::to_string(number);
    return name;
}

void AccessStage::addPattern() {
    const ProjectPtr project = workbench().project();
    if (project->entities.empty()) {
        workbench().showMessage(tr("Draw or import an entity first: a pattern reads or writes one."),
                                {tr("Go to Entities"), [this] { workbench().goTo(QStringLiteral("entities")); }});
        return;
    }
    // A statement that is true of any schema: one row of the first entity by its key.
    const model::Entity& entity = *project->entities.begin();
    const model::Key* key = entity.primaryKey();
    const std::string column = key && !key->attributes.empty() ? entity.find(key->attributes.front())->name
                               : entity.attributes.empty()     ? std::string()
                                                               : entity.attributes.front().name;
    AccessPattern draft;
    draft.id = model::PatternId{project->nextId};
    draft.name = freeName("NewPattern");
    draft.rate.average = {1};
    std::string sql = "SELECT * FROM ";
    if (!entity.schema.empty() && entity.schema != "public")
        sql += model::sqlIdentifier(entity.schema) + ".";
    sql += model::sqlIdentifier(entity.name);
    if (!column.empty())
        sql += "\n WHERE " + model::sqlIdentifier(column) + " = $1";
    const model::Result<AccessPattern> read = model::parsePatternSql(*project, draft, sql + ";");
    if (!read) {
        workbench().showError(read.error());
        return;
    }
    const model::PatternId id = draft.id;
    if (workbench().apply(tr("Add pattern"), [pattern = *read](const model::Project& before) {
            return model::addPattern(before, pattern);
        }))
        workbench().selection().selectPattern(id);
    if (!m_statement->showsForm())
        m_statement->editor()->setFocus();
}

void AccessStage::duplicatePattern() {
    const AccessPattern* pattern = current();
    if (!pattern)
        return;
    AccessPattern copy = *pattern;
    copy.name = freeName(pattern->name + "Copy");
    const model::PatternId id{workbench().project()->nextId};
    if (workbench().apply(tr("Duplicate %1").arg(QString::fromStdString(pattern->name)),
                          [copy](const model::Project& project) { return model::addPattern(project, copy); }))
        workbench().selection().selectPattern(id);
}

void AccessStage::removePattern() {
    const AccessPattern* pattern = current();
    if (!pattern)
        return;
    const int row = m_table->currentIndex().row();
    const model::PatternId next = m_model->patternAt(
        m_sorted->mapToSource(m_sorted->index(row + 1 < m_sorted->rowCount() ? row + 1 : row - 1, 0)).row());
    workbench().apply(
        tr("Delete %1").arg(QString::fromStdString(pattern->name)),
        [id = pattern->id](const model::Project& project) { return model::removePatterns(project, {id}); });
    if (next)
        workbench().selection().selectPattern(next);
}

} // namespace shardscape::app
