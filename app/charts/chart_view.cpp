// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/chart_view.h"

#include <utility>

#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QSaveFile>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <qcustomplot.h>

#include "app/charts/chart_overlay.h"
#include "app/charts/chart_svg.h"
#include "app/charts/chart_table_view.h"
#include "app/charts/plot_drawing.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/theme/theme_scope.h"

namespace shardscape::app {

ChartView::ChartView(ThemeScope& scope, QWidget* parent)
    : QWidget(parent)
    , m_scope(scope)
    , m_pages(new QStackedWidget(this))
    , m_plot(new QCustomPlot)
    , m_table(new ChartTableView)
    , m_menuButton(new QToolButton(this))
    , m_tableButton(new QToolButton(this)) {
    m_plot->setObjectName(QStringLiteral("plot"));
    preparePlot(*m_plot);
    m_overlay = new ChartOverlay(*this, m_plot);
    m_pages->addWidget(m_plot);
    m_pages->addWidget(m_table);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    setFocusPolicy(Qt::StrongFocus);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setMouseTracking(true);
    m_plot->installEventFilter(this);
    buildActions();
    m_menuButton->setAccessibleName(tr("Chart menu"));
    m_menuButton->setToolTip(tr("Table, copy, export"));
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(m_menuButton);
    menu->addActions(m_actions);
    m_menuButton->setMenu(menu);
    m_menuButton->hide();
    bindIcon(m_menuButton, QStringLiteral("more"), scope);
    m_tableButton->setCheckable(true);
    m_tableButton->setAccessibleName(tr("Show as table"));
    m_tableButton->setToolTip(tr("Values as a table, and back (T)"));
    m_tableButton->hide();
    bindIcon(m_tableButton, QStringLiteral("table"), scope);
    connect(m_tableButton, &QToolButton::clicked, this, &ChartView::setShowsTable);
    connect(m_table, &ChartTableView::left, this, [this] {
        setShowsTable(false);
        setFocus(Qt::OtherFocusReason);
    });
    connect(m_plot, &QCustomPlot::afterReplot, this, &ChartView::plotMoved);
    connect(&m_scope, &ThemeScope::changed, this, &ChartView::redraw);
}

ChartView::~ChartView() = default;

void ChartView::buildActions() {
    const auto add = [this](const QString& text, auto&& slot) {
        auto* action = new QAction(text, this);
        connect(action, &QAction::triggered, this, slot);
        m_actions << action;
        return action;
    };
    m_tableAction = add(tr("Show as &table"), [this](bool on) { setShowsTable(on); });
    m_tableAction->setCheckable(true);
    m_tableAction->setShortcut(QKeySequence(Qt::Key_T));
    m_tableAction->setShortcutContext(Qt::WidgetShortcut);
    add(tr("&Copy values"), [this] {
        fillTable();
        QGuiApplication::clipboard()->setText(m_table->copied());
    });
    add(tr("Copy &picture"),
        [this] { QGuiApplication::clipboard()->setPixmap(chartPixmap(m_chart, m_scope.theme(), m_plot->size())); });
    auto* separator = new QAction(this);
    separator->setSeparator(true);
    m_actions << separator;
    add(tr("Export as &SVG…"), [this] { chooseFile(QStringLiteral("svg")); });
    add(tr("Export as P&NG…"), [this] { chooseFile(QStringLiteral("png")); });
    add(tr("Export as CS&V…"), [this] { chooseFile(QStringLiteral("csv")); });
}

void ChartView::setChart(ChartData chart) {
    m_chart = std::move(chart);
    m_tableIsOld = true;
    if (showsTable())
        fillTable();
    if (m_stop >= stopCount(m_chart))
        m_stop = -1;
    if (m_selected >= stopCount(m_chart))
        m_selected = -1;
    redraw();
    describe();
}

void ChartView::setEmptyText(const QString& text) {
    m_emptyText = text;
    m_overlay->update();
}

void ChartView::fillTable() {
    if (!std::exchange(m_tableIsOld, false))
        return;
    m_table->setTable(chartTable(m_chart));
    m_table->setAccessibleName(accessibleName());
}

void ChartView::setMarker(std::optional<double> x) {
    if (m_marker == x)
        return;
    m_marker = x;
    m_overlay->update();
}

void ChartView::setDimmed(bool dimmed) {
    if (m_dimmed == dimmed)
        return;
    m_dimmed = dimmed;
    m_overlay->update();
}

QRect ChartView::plotRect() const {
    return m_plot->axisRect()->rect().translated(m_plot->mapTo(this, QPoint()));
}

void ChartView::redraw() {
    drawChart(*m_plot, m_chart, m_scope.theme());
    m_plot->replot(QCustomPlot::rpQueuedReplot);
    m_overlay->update();
}

void ChartView::describe() {
    setAccessibleName(std::visit([](const auto& chart) { return chart.title; }, m_chart));
    const QString readout = readoutText();
    setAccessibleDescription(readout.isEmpty() ? chartSummary(m_chart) : readout);
}

void ChartView::setCurrentStop(int stop) {
    if (stop < -1 || stop >= stopCount(m_chart) || stop == m_stop)
        return;
    m_stop = stop;
    m_overlay->update();
    describe();
    if (hasFocus()) {
        QAccessibleEvent event(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&event);
    }
    emit stopChanged(stop);
}

void ChartView::setSelectedStop(int stop) {
    if (stop < -1 || stop >= stopCount(m_chart) || stop == m_selected)
        return;
    m_selected = stop;
    m_overlay->update();
}

QString ChartView::readoutText() const {
    const Readout readout = readoutAt(*m_plot, m_chart, m_scope.theme(), m_stop);
    if (readout.title.isEmpty())
        return {};
    QStringList parts;
    for (const ReadoutLine& line : readout.lines)
        parts << (line.value.isEmpty() ? line.name : line.name + QLatin1Char(' ') + line.value);
    return QStringLiteral("%1: %2").arg(readout.title, parts.join(QStringLiteral(", ")));
}

bool ChartView::showsTable() const {
    return m_pages->currentWidget() == m_table;
}

void ChartView::setShowsTable(bool on) {
    m_tableAction->setChecked(on);
    m_tableButton->setChecked(on);
    if (on)
        fillTable();
    const bool focused = hasFocus() || m_table->hasFocus();
    m_pages->setCurrentWidget(on ? static_cast<QWidget*>(m_table) : m_plot);
    if (focused)
        (on ? static_cast<QWidget*>(m_table) : this)->setFocus(Qt::OtherFocusReason);
}

QByteArray ChartView::svg() const {
    return chartSvg(m_chart, m_scope.theme(), m_plot->size().expandedTo({480, 240}));
}

QByteArray ChartView::csv() const {
    return chartCsv(m_chart);
}

bool ChartView::exportTo(const QString& name, QString* error) const {
    const QString suffix = QFileInfo(name).suffix().toLower();
    QSaveFile file(name);
    if (suffix != QLatin1String("svg") && suffix != QLatin1String("png") && suffix != QLatin1String("csv")) {
        *error = tr("%1: end the name with .svg, .png or .csv").arg(name);
        return false;
    }
    bool written = file.open(QIODevice::WriteOnly);
    if (written && suffix == QLatin1String("png"))
        written = chartPixmap(m_chart, m_scope.theme(), m_plot->size()).save(&file, "PNG");
    else if (written)
        written = file.write(suffix == QLatin1String("svg") ? svg() : csv()) >= 0;
    if (!written || !file.commit()) {
        *error = tr("%1 could not be written: %2").arg(name, file.errorString());
        return false;
    }
    return true;
}

void ChartView::chooseFile(const QString& suffix) {
    const QString kind = suffix == QLatin1String("csv")   ? tr("Values as CSV (*.csv)")
                         : suffix == QLatin1String("png") ? tr("Picture as PNG (*.png)")
                                                          : tr("Picture as SVG (*.svg)");
    auto* dialog = new QFileDialog(this, tr("Export chart"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(kind);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(accessibleName().simplified().replace(QLatin1Char('/'), QLatin1Char('-')) + QLatin1Char('.') +
                       suffix);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        QString error;
        if (!exportTo(file, &error))
            emit exportFailed(error);
    });
    dialog->open();
}

bool ChartView::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_plot)
        return QWidget::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::Resize:
        m_overlay->setGeometry(m_plot->rect());
        m_overlay->raise();
        QMetaObject::invokeMethod(this, &ChartView::redraw, Qt::QueuedConnection); // the legend folds by width
        break;
    case QEvent::MouseMove: {
        auto* mouse = static_cast<QMouseEvent*>(event);
        const int before = m_stop;
        setCurrentStop(stopNear(*m_plot, m_chart, mouse->position()));
        if (mouse->buttons().testFlag(Qt::LeftButton) && m_stop >= 0 && m_stop != before)
            emit stopSelected(m_stop);
        break;
    }
    case QEvent::Leave:
        if (!hasFocus())
            setCurrentStop(-1);
        break;
    case QEvent::MouseButtonPress: {
        auto* mouse = static_cast<QMouseEvent*>(event);
        if (mouse->button() != Qt::LeftButton)
            break;
        setFocus(Qt::MouseFocusReason);
        const int stop = stopNear(*m_plot, m_chart, mouse->position());
        if (stop >= 0) {
            setCurrentStop(stop);
            emit stopSelected(stop);
        }
        break;
    }
    default: break;
    }
    return QWidget::eventFilter(watched, event);
}

void ChartView::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) {
        fillTable();
        QGuiApplication::clipboard()->setText(m_table->copied());
        return;
    }
    const int step = event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
    switch (event->key()) {
    case Qt::Key_Left: setCurrentStop(stopBeside(m_chart, m_stop, -step, 0)); return;
    case Qt::Key_Right: setCurrentStop(stopBeside(m_chart, m_stop, step, 0)); return;
    case Qt::Key_Up: setCurrentStop(stopBeside(m_chart, m_stop, 0, -step)); return;
    case Qt::Key_Down: setCurrentStop(stopBeside(m_chart, m_stop, 0, step)); return;
    case Qt::Key_Home: setCurrentStop(stopCount(m_chart) > 0 ? 0 : -1); return;
    case Qt::Key_End: setCurrentStop(stopCount(m_chart) - 1); return;
    case Qt::Key_T: setShowsTable(!showsTable()); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_stop >= 0)
            emit stopSelected(m_stop);
        return;
    case Qt::Key_Escape:
        if (m_stop >= 0) {
            setCurrentStop(-1);
            return;
        }
        break;
    default: break;
    }
    QWidget::keyPressEvent(event);
}

void ChartView::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    m_keyboardFocus = event->reason() != Qt::MouseFocusReason;
    m_overlay->update();
}

void ChartView::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    setCurrentStop(-1);
    m_overlay->update();
}

void ChartView::contextMenuEvent(QContextMenuEvent* event) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(m_actions);
    menu->popup(event->globalPos());
}

} // namespace shardscape::app
