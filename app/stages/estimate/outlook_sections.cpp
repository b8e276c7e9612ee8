// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/estimate/outlook_sections.h"

#include <algorithm>

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include "app/charts/chart_view.h"
#include "app/stages/estimate/copy_controls.h"
#include "app/stages/estimate/copy_tables.h"
#include "app/stages/estimate/outlook_service.h"
#include "app/stages/estimate/ownership_table.h"
#include "app/stages/estimate/tier_table.h"
#include "app/stages/tables.h"
#include "app/theme/metrics.h"
#include "app/theme/sentences.h"
#include "model/base/quantity.h"
#include "model/edit/project_edits.h"

namespace shardscape::app {

namespace {

constexpr int kProgressMs = 100;
constexpr int kLeastHeight = 260;
constexpr int kChartHeight = 210; ///< of the ranking, above its table
constexpr std::size_t kBars = 7;

QHBoxLayout* rowOf(QWidget* widget) {
    auto* row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpaceInside);
    return row;
}

/// A number as people type it, in the unit that the cell shows.
std::optional<double> read(QString text, estimator::Unit unit) {
    const std::string typed = text.remove(QLatin1Char(' ')).remove(QStringLiteral("rows")).toStdString();
    switch (unit) {
    case estimator::Unit::Bytes:
        if (const auto bytes = model::parseBytes(typed))
            return *bytes;
        break;
    case estimator::Unit::Seconds:
        if (const auto seconds = model::parseDuration(typed))
            return *seconds;
        break;
    case estimator::Unit::PerSecond:
        if (const auto rate = model::parseRate(typed))
            return rate->value;
        break;
    default: break;
    }
    const auto count = model::parseCount(typed); // a bare number is in the unit of the cell
    return count ? std::optional(*count) : std::nullopt;
}

} // namespace

OutlookSections::OutlookSections(Workbench& workbench, OutlookService& outlook, QWidget* structures, QWidget* parent)
    : Card({}, parent)
    , m_workbench(workbench)
    , m_outlook(outlook)
    , m_switch(new SegmentedControl)
    , m_pages(new QStackedWidget) {
    m_switch->setItems({tr("Structures"), tr("Cost"), tr("Limits"), tr("Ladder"), tr("Assumptions"), tr("Indexes"),
                        tr("Keys"), tr("Durations"), tr("Consistency"), tr("Copies"), tr("Tiers"), tr("Ownership")});
    m_switch->setAccessibleName(tr("What to show"));
    addLead(m_switch);
    setMinimumHeight(kLeastHeight);
    body()->addWidget(m_pages, 1);
    m_pages->addWidget(structures);
    m_pages->addWidget(buildSection(Cost, tr("Cost by line"), buildCostControls()));
    m_pages->addWidget(buildSection(Limits, tr("When limits are reached"), buildLimitControls()));
    m_pages->addWidget(buildSection(Ladder, tr("Scaling ladder"), nullptr));
    m_pages->addWidget(buildSection(Assumptions, tr("Assumptions by influence"), buildAssumptionControls()));
    m_pages->addWidget(buildSection(Indexes, tr("Indexes"), nullptr));
    m_pages->addWidget(buildSection(Keys, tr("Partition keys compared"), nullptr));
    m_pages->addWidget(buildSection(Durations, tr("Durations"), nullptr));
    m_pages->addWidget(buildSection(Freshness, tr("Consistency obtained"), nullptr));
    m_copyControls = new CopyControls(workbench);
    m_pages->addWidget(buildSection(Copies, tr("Normalised and denormalised, side by side"), m_copyControls));
    m_pages->addWidget(buildSection(Tiers, tr("Where rows of which age are"), nullptr));
    m_pages->addWidget(buildSection(Ownership, tr("Which engine owns what, and who follows"), nullptr));
    m_nothing[Ownership]->setText(
        tr("Everything lies on one engine. What each engine owns and follows is chosen on Physical."));
    connect(m_tables[Copies]->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &OutlookSections::showVerdict);
    m_tables[Assumptions]->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_models[Assumptions]->setEditor([this](int row, const QString& text) { return editAssumption(row, text); });
    connect(m_switch, &SegmentedControl::currentChanged, this, [this](int index) {
        m_pages->setCurrentIndex(index);
        setMinimumHeight(kLeastHeight + (index == Assumptions ? kChartHeight : 0)); // the page scrolls
        refreshCaption();
        if (index == Assumptions && !m_outlook.sensitivity() && !m_outlook.isRanking())
            m_outlook.rank();
        if (index == Copies && !m_outlook.copies())
            m_outlook.compareCopies();
        emit sectionChanged(index);
    });
    connect(&outlook, &OutlookService::changed, this, &OutlookSections::refresh);
    refresh();
}

OutlookSections::Section OutlookSections::section() const {
    return Section(m_switch->current());
}

void OutlookSections::showSection(Section section) {
    m_switch->setCurrent(section);
}

void OutlookSections::setStructuresCaption(const QString& caption) {
    m_structuresCaption = caption;
    refreshCaption();
}

std::string OutlookSections::engine() const {
    const LayoutAnalysis* layout = m_workbench.analysis().latest()->find(m_workbench.selection().layout());
    return layout ? layout->engine : std::string();
}

QWidget* OutlookSections::buildSection(Section section, const QString& name, QWidget* controls) {
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpaceInside);
    if (controls)
        column->addWidget(controls);
    m_models[section] = new CellTableModel(this);
    auto* table = new QTableView;
    m_tables[section] = table;
    table->setModel(m_models[section]);
    table->setAccessibleName(name);
    setUpTable(*table, m_workbench.theme());
    openWorkingOnClick(*table, m_workbench);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    connect(table, &QTableView::doubleClicked, this, [this, section](const QModelIndex& index) {
        if (!(index.flags() & Qt::ItemIsEditable))
            follow(section, index.row());
    });
    column->addWidget(table, 1);
    m_nothing[section] = makeLabel(tr("Nothing of this kind in this design"), "muted");
    m_nothing[section]->setAlignment(Qt::AlignCenter);
    m_nothing[section]->hide();
    column->addWidget(m_nothing[section], 1);
    return page;
}

// --- controls

QWidget* OutlookSections::buildCostControls() {
    auto* widget = new QWidget;
    auto* row = rowOf(widget);
    auto* label = new QLabel(tr("&Price sheet"));
    m_sheet = new QComboBox;
    m_sheet->setObjectName(QStringLiteral("priceSheet"));
    m_sheet->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    label->setBuddy(m_sheet);
    m_asOf = makeLabel({}, "muted");
    row->addWidget(label);
    row->addWidget(m_sheet);
    row->addWidget(m_asOf);
    row->addStretch();
    connect(m_sheet, &QComboBox::activated, this, &OutlookSections::chooseSheet);
    return widget;
}

QWidget* OutlookSections::buildLimitControls() {
    auto* widget = new QWidget;
    auto* row = rowOf(widget);
    auto* label = new QLabel(tr("All &rates grow by"));
    m_growth = new QDoubleSpinBox;
    m_growth->setRange(-100, 100000); // as the requirements take it
    m_growth->setDecimals(2);
    m_growth->setSuffix(tr(" % a month"));
    m_growth->setKeyboardTracking(false);
    m_growth->setButtonSymbols(QAbstractSpinBox::NoButtons);
    label->setBuddy(m_growth);
    row->addWidget(label);
    row->addWidget(m_growth);
    row->addWidget(makeLabel(tr("rows grow as the entities say; nodes stay as many as now"), "muted"));
    row->addStretch();
    connect(m_growth, &QDoubleSpinBox::valueChanged, this, [this](double percent) { setTrafficGrowth(percent / 100); });
    return widget;
}

QWidget* OutlookSections::buildAssumptionControls() {
    auto* widget = new QWidget;
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    auto* head = new QWidget;
    auto* row = rowOf(head);
    m_rank = new QPushButton(tr("Rank"));
    m_progress = new QProgressBar;
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setMaximumWidth(220);
    m_progress->setAccessibleName(tr("Assumptions varied so far"));
    row->addWidget(m_rank);
    row->addWidget(m_progress);
    row->addWidget(makeLabel(tr("each halved and doubled alone; what it moves most decides its place"), "muted"));
    row->addStretch();
    column->addWidget(head);
    m_influence = new ChartView(m_workbench.theme());
    m_influence->setFixedHeight(kChartHeight);
    m_influence->setEmptyText(tr("Nothing that was assumed moves the answer"));
    column->addWidget(m_influence);
    connect(m_rank, &QPushButton::clicked, this, [this] {
        if (m_outlook.isRanking())
            m_outlook.cancelRanking();
        else
            m_outlook.rank();
    });
    auto* timer = new QTimer(this);
    timer->setInterval(kProgressMs);
    connect(timer, &QTimer::timeout, this,
            [this] { m_progress->setValue(int(1000 * std::max(0.0, m_outlook.rankingProgress()))); });
    timer->start();
    return widget;
}

void OutlookSections::chooseSheet(int index) {
    const QString sheet = m_sheet->itemData(index).toString();
    if (sheet != QLatin1String("*"))
        return priceBy(sheet.toStdString(), m_sheet->itemText(index));
    refreshPrices(); // what is in use stays chosen until a file is
    auto* dialog = new QFileDialog(this, tr("Price sheet"), {}, tr("Price sheets (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        const auto text = model::readPriceSheetText(path.toStdString());
        if (!text)
            return m_workbench.showError(text.error());
        priceBy(*text, QFileInfo(path).fileName());
    });
    dialog->open();
}

void OutlookSections::priceBy(const std::string& sheet, const QString& title) {
    const model::LayoutId id = m_workbench.selection().layout();
    m_workbench.apply(tr("Price %1 by “%2”").arg(QString::fromStdString(engine()), title),
                      [&](const model::Project& project) -> model::Result<model::Project> {
                          const model::Layout* now = project.layouts.find(id);
                          if (!now)
                              return model::fail(model::ErrorCode::NotFound, "the layout is no longer there");
                          model::Layout changed = *now;
                          changed.priceSheet = sheet;
                          return model::changeLayout(project, changed);
                      });
}

void OutlookSections::setTrafficGrowth(double perMonth) {
    m_workbench.apply(
        tr("Let traffic grow by %1 % a month").arg(QLocale().toString(perMonth * 100)),
        [&](const model::Project& project) {
            model::Requirements wanted = project.requirements;
            wanted.trafficGrowthPerMonth = perMonth;
            return model::setRequirements(project, wanted);
        },
        QStringLiteral("requirements/traffic_growth"));
}

const model::Layout* OutlookSections::currentLayout() const {
    return m_workbench.project()->layouts.find(m_workbench.selection().layout());
}

// --- contents

void OutlookSections::setTable(Section section, CellTable table, int stretched) {
    m_models[section]->setTable(std::move(table.columns), std::move(table.rows));
    if (stretched < m_models[section]->columnCount())
        m_tables[section]->horizontalHeader()->setSectionResizeMode(stretched, QHeaderView::Stretch);
    const bool known = section == Copies ? m_outlook.copies().has_value() : m_outlook.outlook() != nullptr;
    const bool empty = known && m_models[section]->rowCount() == 0;
    m_tables[section]->setVisible(!empty);
    m_nothing[section]->setVisible(empty);
}

void OutlookSections::refresh() {
    const estimator::Outlook* outlook = m_outlook.outlook();
    static const estimator::Outlook kNothing;
    const estimator::Outlook& shown = outlook ? *outlook : kNothing;
    setTable(Cost, costTable(shown.cost), 0);
    setTable(Limits, headroomTable(shown.headroom), 0);
    setTable(Ladder, ladderTable(shown.ladder), 3);
    setTable(Indexes, indexTable(shown.indexes), 6);
    setTable(Keys, shardKeyTable(shown.shardKeys), 1);
    setTable(Durations, durationTable(shown.durations), 3);
    setTable(Freshness, consistencyTable(shown.consistency), 4);
    setTable(Ownership, ownershipTable(m_outlook.design()), 6);
    const QSignalBlocker blocker(m_growth);
    m_growth->setValue(m_workbench.project()->requirements.trafficGrowthPerMonth * 100);
    refreshPrices();
    refreshAssumptions();
    refreshCopies();
    refreshTiers();
    refreshCaption();
    // Ranked anew for new numbers while it is looked at; not again after a cancel.
    const bool fresh = outlook && outlook != m_shown;
    m_shown = outlook;
    if (fresh && section() == Assumptions && !m_outlook.sensitivity())
        m_outlook.rank();
    if (fresh && section() == Copies && !m_outlook.copies())
        m_outlook.compareCopies();
}

void OutlookSections::refreshTiers() {
    const LayoutAnalysis* layout = m_workbench.analysis().latest()->find(m_workbench.selection().layout());
    setTable(Tiers, layout && layout->estimate ? tierTable(*layout->estimate, *m_workbench.project()) : CellTable{}, 0);
}

void OutlookSections::refreshCopies() {
    const auto& copies = m_outlook.copies();
    const estimator::Outlook* outlook = m_outlook.outlook();
    CellTable table =
        copies ? copyTable(copies->sideBySide, copies->fanOuts, outlook ? outlook->cost.currency : "USD") : CellTable{};
    m_verdicts = copies ? copyVerdicts(copies->sideBySide, copies->fanOuts) : std::vector<QString>();
    setTable(Copies, std::move(table), 0);
    if (copies && m_copyControls->last()) {
        const model::Derived& last = *m_copyControls->last();
        const auto options = copyRows(copies->sideBySide);
        auto at = std::find_if(options.begin(), options.end(),
                               [&](const estimator::CopyOption* one) { return one && one->derived == last; });
        if (at == options.end())
            at = std::find_if(options.begin(), options.end(), [&](const estimator::CopyOption* one) {
                return one && one->derived.pattern == last.pattern && one->derived.kind == last.kind;
            });
        if (at != options.end())
            m_tables[Copies]->setCurrentIndex(m_models[Copies]->index(int(at - options.begin()), 0));
    }
    showVerdict();
}

void OutlookSections::showVerdict() {
    if (!m_outlook.copies()) {
        m_copyControls->show(m_outlook.isComparing() ? tr("comparing…") : QString(), nullptr, false);
        return;
    }
    const auto row = std::size_t(std::max(0, m_tables[Copies]->currentIndex().row()));
    const auto options = copyRows(m_outlook.copies()->sideBySide);
    m_copyControls->show(row < m_verdicts.size() ? m_verdicts[row]
                                                 : tr("No reading pattern joins or counts what a copy could keep."),
                         row < options.size() ? options[row] : nullptr,
                         std::any_of(options.begin(), options.end(), [](const auto* one) { return one; }));
}

void OutlookSections::refreshPrices() {
    const QSignalBlocker blocker(m_sheet);
    m_sheet->clear();
    const LayoutAnalysis* shown = m_workbench.analysis().latest()->find(m_workbench.selection().layout());
    const bool service = shown && shown->profile && shown->profile->replication == model::Replication::Managed;
    const model::PriceBook& prices = m_workbench.analysis().prices();
    for (const model::PriceSheet& sheet : prices.sheets())
        if (sheet.covers(engine(), service))
            m_sheet->addItem(QString::fromStdString(sheet.title), QString::fromStdString(sheet.name));
    if (m_sheet->count() == 0)
        m_sheet->addItem(tr("No price"), QString());
    const std::string chosen = currentLayout() ? currentLayout()->priceSheet : std::string();
    const auto used = prices.sheetFor(engine(), service, chosen);
    QString inUse = QString::fromStdString(chosen.empty() && used ? used->name : chosen);
    // One that the project holds, one for other engines, or one that this machine does not know.
    if (!inUse.isEmpty() && m_sheet->findData(inUse) < 0)
        m_sheet->addItem(used ? QString::fromStdString(used->title) : inUse, inUse);
    m_sheet->addItem(tr("A file…"), QStringLiteral("*"));
    m_sheet->setCurrentIndex(std::max(0, m_sheet->findData(inUse)));
    const estimator::Outlook* outlook = m_outlook.outlook();
    if (!outlook)
        m_asOf->setText(tr("pricing…"));
    else if (outlook->cost.priced)
        m_asOf->setText(
            tr("list prices as of %1, %2%3")
                .arg(QString::fromStdString(outlook->cost.asOf), QString::fromStdString(outlook->cost.currency),
                     outlook->cost.why.empty() ? QString() : tr("; without: %1").arg(said(outlook->cost.why))));
    else
        m_asOf->setText(tr("No price: %1").arg(said(outlook->cost.why)));
}

void OutlookSections::refreshAssumptions() {
    const bool ranking = m_outlook.isRanking();
    m_rank->setText(ranking ? tr("Cancel") : m_outlook.sensitivity() ? tr("Rank again") : tr("Rank"));
    m_progress->setVisible(ranking);
    const auto& sensitivity = m_outlook.sensitivity();
    m_influence->setVisible(sensitivity.has_value());
    if (!sensitivity) {
        m_models[Assumptions]->setTable({}, {});
        return;
    }
    const estimator::Outlook* outlook = m_outlook.outlook();
    m_influence->setChart(influenceChart(*sensitivity, kBars));
    setTable(Assumptions, assumptionTable(*sensitivity, outlook ? outlook->cost.currency : "USD"), 0);
}

void OutlookSections::refreshCaption() {
    const estimator::Outlook* outlook = m_outlook.outlook();
    QString caption;
    if (section() == Structures)
        caption = m_structuresCaption;
    else if (!outlook)
        caption = tr("updating…");
    else if (section() == Keys)
        caption = tr("0 to 100, the mean of what follows");
    else if (section() == Ownership && m_outlook.design().isSplit())
        caption = tr("several engines make one design");
    setCaption(caption);
}

// --- to what a row is about

bool OutlookSections::editAssumption(int row, const QString& text) {
    if (!m_outlook.sensitivity() || row >= int(m_outlook.sensitivity()->influences.size()))
        return false;
    const estimator::Assumption assumption = m_outlook.sensitivity()->influences[std::size_t(row)].assumption;
    const std::optional<double> value = read(text, assumption.unit);
    if (!value || *value < 0) {
        m_workbench.showMessage(
            tr("“%1” is not a number that %2 can be").arg(text, QString::fromStdString(assumption.name)));
        return false;
    }
    const model::LayoutId layout = m_workbench.selection().layout();
    return m_workbench.apply(
        tr("State %1").arg(QString::fromStdString(assumption.name)),
        [&](const model::Project& project) -> model::Result<model::Project> {
            const model::Layout* now = project.layouts.find(layout);
            estimator::Variant variant{project, {}, now ? *now : model::Layout{}};
            if (!estimator::setAssumption(variant, assumption.path, *value))
                return model::fail(model::ErrorCode::NotFound, "what was assumed is no longer there");
            return now && !(variant.layout == *now) ? model::changeLayout(variant.project, variant.layout)
                                                    : model::Result<model::Project>(variant.project);
        });
}

void OutlookSections::follow(Section section, int row) {
    const estimator::Outlook* outlook = m_outlook.outlook();
    const auto at = std::size_t(std::max(0, row));
    if (section == Assumptions && m_outlook.sensitivity() && at < m_outlook.sensitivity()->influences.size())
        return followPath(m_outlook.sensitivity()->influences[at].assumption.path);
    if (!outlook)
        return;
    if (section == Indexes && at < outlook->indexes.size())
        followPath("entity:" + std::to_string(outlook->indexes[at].entity.value));
    if (section == Freshness && at < outlook->consistency.size())
        followPath("pattern:" + std::to_string(outlook->consistency[at].pattern.value));
    const LayoutAnalysis* layout = m_workbench.analysis().latest()->find(m_workbench.selection().layout());
    if (section == Tiers && layout && layout->estimate && at < layout->estimate->tiers.size())
        followPath("entity:" + std::to_string(layout->estimate->tiers[at].entity.value));
    if (section == Keys)
        m_workbench.goTo(QStringLiteral("physical"));
}

void OutlookSections::followPath(const std::string& path) {
    static const QRegularExpression kPath(QStringLiteral("^(entity|pattern):(\\d+)(?:/attribute:(\\d+))?"));
    const QRegularExpressionMatch match = kPath.match(QString::fromStdString(path));
    if (match.captured(1) == QLatin1String("entity")) {
        const model::EntityId entity{match.captured(2).toULongLong()};
        m_workbench.goTo(QStringLiteral("entities"));
        if (match.captured(3).isEmpty())
            m_workbench.selection().selectEntity(entity);
        else
            m_workbench.selection().selectAttribute(entity, model::AttributeId{match.captured(3).toULongLong()});
    } else if (match.captured(1) == QLatin1String("pattern")) {
        m_workbench.goTo(QStringLiteral("access"));
        m_workbench.selection().selectPattern(model::PatternId{match.captured(2).toULongLong()});
    } else if (path.find("layout") == 0) {
        m_workbench.goTo(QStringLiteral("physical"));
    } else {
        m_workbench.showMessage(
            tr("This is a constant of the engine: a file of your own in the folder “engines” of the "
               "settings overrides it"));
    }
}

} // namespace shardscape::app
