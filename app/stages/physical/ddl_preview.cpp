// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/physical/ddl_preview.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSaveFile>
#include <QTextBlock>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/stages/access/sql_editor.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/theme/sentences.h"
#include "app/theme/widgets.h"
#include "model/exchange/export/ddl.h"

namespace shardscape::app {
namespace {

struct SchemaLanguage {
    QString title;
    QString suffix;
};

SchemaLanguage languageOf(model::MappingFamily family) {
    switch (family) {
    case model::MappingFamily::WideColumn: return {QStringLiteral("CQL"), QStringLiteral("cql")};
    case model::MappingFamily::Document: return {QStringLiteral("JavaScript"), QStringLiteral("js")};
    case model::MappingFamily::Search:
    case model::MappingFamily::SingleTable: return {QStringLiteral("JSON"), QStringLiteral("json")};
    case model::MappingFamily::Columnar:
    case model::MappingFamily::Relational: return {QStringLiteral("SQL"), QStringLiteral("sql")};
    case model::MappingFamily::Log: return {DdlPreview::tr("Shell script"), QStringLiteral("sh")};
    case model::MappingFamily::TimeSeries: return {QStringLiteral("YAML"), QStringLiteral("yml")};
    default: return {DdlPreview::tr("Schema"), QStringLiteral("txt")};
    }
}

} // namespace

DdlPreview::DdlPreview(Workbench& workbench, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_title(makeGroupLabel({}))
    , m_text(new QPlainTextEdit)
    , m_suffix(QStringLiteral("sql")) {
    m_text->setReadOnly(true);
    m_text->setProperty("look", "code");
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setStyleSheet(QStringLiteral("font-family: '%1'; font-size: %2px;")
                              .arg(monospaceFont().family())
                              .arg(pixelSize(TextSize::Caption)));
    m_text->setMinimumHeight(180);
    m_text->setAccessibleName(tr("Native schema"));
    new CodeHighlighter(m_text->document(), workbench.theme(), sqlRules());
    auto* head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addStretch();
    const auto addButton = [&](const QString& icon, const QString& tip, auto slot) {
        auto* button = new QToolButton;
        button->setToolTip(tip);
        button->setAccessibleName(tip);
        bindIcon(button, icon, workbench.theme());
        connect(button, &QToolButton::clicked, this, slot);
        head->addWidget(button);
    };
    addButton(QStringLiteral("copy"), tr("Copy the schema"), [this] { QGuiApplication::clipboard()->setText(text()); });
    addButton(QStringLiteral("export"), tr("Export the schema…"), [this] { exportToFile(); });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSpaceAround, 0, kSpaceAround, kSpaceAround);
    layout->setSpacing(kSpaceTight);
    layout->addLayout(head);
    layout->addWidget(m_text, 1);
}

void DdlPreview::refresh() {
    const AnalysisPtr& analysis = m_workbench.analysis().latest();
    const model::LayoutId wanted = m_workbench.selection().layout();
    if (m_shownProject == analysis.get() && m_shownLayout == wanted)
        return;
    m_shownProject = analysis.get();
    m_shownLayout = wanted;
    const LayoutAnalysis* layout = analysis->find(wanted);
    setVisible(layout && layout->profile && layout->estimate);
    if (!layout || !layout->profile || !layout->estimate) {
        m_text->clear();
        return;
    }
    const SchemaLanguage language = languageOf(layout->profile->mapping);
    m_title->setText(language.title.toUpper());
    m_suffix = language.suffix;
    const model::Result<std::string> ddl =
        layout->estimate->kept ? model::writeDdl(*layout->estimate->kept, *layout->profile, layout->estimate->design)
                               : model::writeDdl(*analysis->project, *layout->profile, layout->estimate->design);
    m_text->setPlainText(ddl ? QString::fromStdString(*ddl) : said(ddl.error()));
}

void DdlPreview::showStructure(const QString& structure) {
    if (structure.isEmpty())
        return;
    for (QTextBlock block = m_text->document()->begin(); block.isValid(); block = block.next()) {
        const QString line = block.text();
        if (!line.contains(structure) ||
            !(line.contains(QLatin1String("CREATE TABLE"), Qt::CaseInsensitive) ||
              line.contains(QLatin1String("--topic ")) || line == QStringLiteral("  \"%1\": {").arg(structure) ||
              line.contains(QLatin1String("TableName")) || line.contains(QLatin1String("IndexName"))))
            continue;
        QTextCursor cursor(block);
        m_text->setTextCursor(cursor);
        m_text->centerCursor();
        return;
    }
}

QString DdlPreview::text() const {
    return m_text->toPlainText();
}

QString DdlPreview::writeTo(const QString& name) const {
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(text().toUtf8()) < 0 || !file.commit())
        return tr("%1 could not be written: %2").arg(name, file.errorString());
    return {};
}

void DdlPreview::exportToFile() {
    refresh();
    auto* dialog = new QFileDialog(window(), tr("Export schema"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(m_suffix);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        const QString problem = writeTo(file);
        m_workbench.showMessage(problem.isEmpty() ? tr("The schema is in %1.").arg(file) : problem);
    });
    dialog->open();
}

} // namespace shardscape::app
