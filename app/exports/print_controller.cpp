// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/print_controller.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPrintDialog>
#include <QPrintPreviewWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include "app/canvas/canvas_view.h"
#include "app/exports/drawn_diagram.h"
#include "app/theme/metrics.h"
#include "app/theme/sentences.h"

namespace shardscape::app {
namespace {

constexpr QPageSize::PageSizeId kPapers[] = {QPageSize::A4, QPageSize::A3,     QPageSize::A2,    QPageSize::A1,
                                             QPageSize::A5, QPageSize::Letter, QPageSize::Legal, QPageSize::Tabloid};
constexpr double kMarginMm = 10;

} // namespace

PrintPreview::PrintPreview(std::shared_ptr<DiagramDrawing> drawing, QString title, QWidget* parent)
    : QDialog(parent)
    , m_drawing(std::move(drawing))
    , m_title(std::move(title))
    , m_printer(QPrinter::HighResolution)
    , m_fit(new QComboBox(this))
    , m_across(new QSpinBox(this))
    , m_paper(new QComboBox(this))
    , m_orientation(new QComboBox(this))
    , m_pages(new QLabel(this))
    , m_preview(new QPrintPreviewWidget(&m_printer, this)) {
    setObjectName(QStringLiteral("printPreview"));
    setProperty("keepsSize", true);
    setWindowTitle(tr("Print preview"));
    resize(980, 700);
    m_fit->addItems({tr("All on one page"), tr("On several pages")});
    m_fit->setAccessibleName(tr("How many pages"));
    m_across->setRange(1, 20);
    m_across->setValue(2);
    m_across->setAccessibleName(tr("Pages side by side"));
    for (const QPageSize::PageSizeId id : kPapers)
        m_paper->addItem(QPageSize::name(id), int(id));
    m_paper->setAccessibleName(tr("Paper"));
    m_orientation->addItems({tr("Upright"), tr("Lying")});
    m_orientation->setAccessibleName(tr("Orientation of the paper"));
    m_orientation->setCurrentIndex(m_drawing->size().width() > m_drawing->size().height() ? 1 : 0);
    m_preview->setAccessibleName(tr("Pages"));

    auto* choices = new QHBoxLayout;
    auto* besides = new QLabel(tr("side by side"), this);
    for (QWidget* widget :
         {static_cast<QWidget*>(m_fit), static_cast<QWidget*>(m_across), static_cast<QWidget*>(besides),
          static_cast<QWidget*>(m_paper), static_cast<QWidget*>(m_orientation)})
        choices->addWidget(widget);
    choices->addWidget(m_pages, 1);
    auto* pdf = new QPushButton(tr("Save as &PDF…"), this);
    auto* print = new QPushButton(tr("P&rint…"), this);
    auto* close = new QPushButton(tr("Close"), this);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    for (QPushButton* button : {pdf, print, close})
        buttons->addWidget(button);
    print->setDefault(true);
    auto* column = new QVBoxLayout(this);
    column->addLayout(choices);
    column->addWidget(m_preview, 1);
    column->addLayout(buttons);

    connect(m_preview, &QPrintPreviewWidget::paintRequested, this,
            [this](QPrinter* printer) { paintPages(*printer, *m_drawing, options()); });
    connect(m_fit, &QComboBox::currentIndexChanged, this, &PrintPreview::refresh);
    connect(m_across, &QSpinBox::valueChanged, this, &PrintPreview::refresh);
    connect(m_paper, &QComboBox::currentIndexChanged, this, &PrintPreview::refresh);
    connect(m_orientation, &QComboBox::currentIndexChanged, this, &PrintPreview::refresh);
    connect(pdf, &QPushButton::clicked, this, &PrintPreview::choosePdf);
    connect(print, &QPushButton::clicked, this, &PrintPreview::choosePrinter);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    refresh();
}

PrintPreview::~PrintPreview() {
    // It paints with the printer of this dialog: it has to go first.
    delete m_preview;
}

PageOptions PrintPreview::options() const {
    return {m_fit->currentIndex() == 0 ? 0 : m_across->value(), m_title};
}

int PrintPreview::pageCount() const {
    return m_preview->pageCount();
}

void PrintPreview::refresh() {
    m_across->setEnabled(m_fit->currentIndex() == 1);
    m_printer.setPageLayout(
        QPageLayout(QPageSize(static_cast<QPageSize::PageSizeId>(m_paper->currentData().toInt())),
                    m_orientation->currentIndex() == 1 ? QPageLayout::Landscape : QPageLayout::Portrait,
                    QMarginsF(kMarginMm, kMarginMm, kMarginMm, kMarginMm), QPageLayout::Millimeter));
    m_fit->currentIndex() == 1 ? m_preview->setAllPagesViewMode() : m_preview->setSinglePageViewMode();
    m_preview->updatePreview();
    m_preview->fitInView();
    m_pages->setText(tr("%n pages", nullptr, m_preview->pageCount()));
}

model::Result<void> PrintPreview::writePdf(const QString& path) {
    return writePages(path.toStdString(), m_printer.pageLayout(), *m_drawing, options());
}

void PrintPreview::choosePdf() {
    auto* dialog = new QFileDialog(this, tr("Save as PDF"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("PDF (*.pdf)")});
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        const auto written = writePdf(path);
        m_pages->setText(written ? tr("Written: %1").arg(path) : said(written.error()));
    });
    dialog->open();
}

void PrintPreview::choosePrinter() {
    auto* dialog = new QPrintDialog(&m_printer, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this] {
        if (paintPages(m_printer, *m_drawing, options()))
            accept();
        else
            m_pages->setText(tr("The printer does not answer."));
    });
    dialog->open();
}

PrintController::PrintController(MainWindow& window)
    : QObject(&window)
    , m_window(window) {
    Actions& actions = window.workbench().actions();
    connect(actions.at(QStringLiteral("print.print")), &QAction::triggered, this, &PrintController::print);
    connect(actions.at(QStringLiteral("print.preview")), &QAction::triggered, this, &PrintController::preview);
    connect(&window.workbench().document(), &Document::changed, this, &PrintController::updateActions);
    updateActions();
}

void PrintController::updateActions() {
    const bool any = !m_window.workbench().project()->entities.empty();
    for (const char* id : {"print.print", "print.preview"})
        m_window.workbench().actions().at(QString::fromLatin1(id))->setEnabled(any);
}

std::shared_ptr<DiagramDrawing> PrintController::drawing() const {
    Workbench& workbench = m_window.workbench();
    const AnalysisPtr analysis = workbench.analysis().isCurrent() ? workbench.analysis().latest() : nullptr;
    auto made = std::make_shared<DiagramDrawing>(workbench.project(), analysis, workbench.analysis().catalogue(),
                                                 drawnDiagram(m_window));
    made->makeReady();
    return made;
}

QString PrintController::title() const {
    const model::Project& project = *m_window.workbench().project();
    const model::Diagram* diagram = project.find(drawnDiagram(m_window).shown);
    const QString name = diagram ? diagramTitle(*diagram) : QString();
    return project.name.empty() ? name : QString::fromStdString(project.name) + QStringLiteral(" · ") + name;
}

void PrintController::print() {
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    auto* dialog = new QPrintDialog(printer.get(), &m_window);
    dialog->setObjectName(QStringLiteral("printDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, printer] {
        if (!paintPages(*printer, *drawing(), {0, title()}))
            m_window.workbench().showMessage(tr("The printer does not answer."));
    });
    dialog->open();
}

void PrintController::preview() {
    auto* dialog = new PrintPreview(drawing(), title(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace shardscape::app
