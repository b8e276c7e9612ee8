// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/text_panel.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QSplitter>
#include <QTextBlock>
#include <QVBoxLayout>

#include "app/panels/change_list.h"
#include "app/panels/schema_editor.h"
#include "app/theme/metrics.h"
#include "app/theme/sentences.h"
#include "app/theme/style.h"
#include "app/theme/widgets.h"
#include "model/edit/diff.h"
#include "model/edit/merge_schema.h"
#include "model/exchange/export/ddl.h"
#include "model/exchange/export/diagram_text.h"
#include "model/exchange/import/import_formats.h"
#include "model/exchange/import/typed_comments.h"

namespace shardscape::app {
namespace {

constexpr int kCheckDelayMs = 300;

std::string textOf(const model::Project& project, int format) {
    return format == TextPanel::Dbml ? model::writeDbml(project) : model::writePostgresSchema(project);
}

/// What a text says; a text without a word says that there is nothing.
model::Result<model::Imported> readText(const std::string& text, int format) {
    if (text.find_first_not_of(" \t\r\n") == std::string::npos)
        return model::Imported{};
    return model::importSchema({{"", text}}, format == TextPanel::Dbml ? "dbml" : "postgresql");
}

} // namespace

/// What was read from the edited text, and what it would change.
struct TextPanel::Reading {
    ProjectPtr against;
    model::Project before, after;
    model::Diagnostics notes; ///< errors first
    std::optional<model::Error> refused;
    std::vector<std::string> changes;

    bool hasErrors() const {
        return refused || std::any_of(notes.begin(), notes.end(), [](const model::Diagnostic& note) {
                   return note.severity == model::Severity::Error;
               });
    }
};

TextPanel::TextPanel(Workbench& workbench, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_formats(new SegmentedControl(this))
    , m_editor(new SchemaEditor(workbench.theme(), this))
    , m_changes(new QListWidget(this))
    , m_verdict(makeLabel({}, "muted", "caption", this))
    , m_apply(new QPushButton(tr("Apply"), this))
    , m_revert(new QPushButton(tr("Revert"), this)) {
    build();
    m_checkLater.setSingleShot(true);
    m_checkLater.setInterval(kCheckDelayMs);
    connect(&m_checkLater, &QTimer::timeout, this, &TextPanel::check);
    connect(m_formats, &SegmentedControl::currentChanged, this, &TextPanel::chooseFormat);
    connect(m_editor, &QPlainTextEdit::textChanged, this, &TextPanel::edited);
    connect(m_editor, &SchemaEditor::applyRequested, m_apply, &QPushButton::click);
    connect(m_apply, &QPushButton::clicked, this, &TextPanel::apply);
    connect(m_revert, &QPushButton::clicked, this, &TextPanel::revert);
    connect(m_changes, &QListWidget::itemClicked, this,
            [this](const QListWidgetItem* item) { m_editor->goToLine(ChangeList::lineOf(*item)); });
    connect(&workbench.document(), &Document::changed, this, &TextPanel::follow);
    connect(&workbench.selection(), &Selection::changed, this, &TextPanel::followSelection);
}

void TextPanel::build() {
    m_formats->setItems({QStringLiteral("DBML"), QStringLiteral("SQL")});
    m_formats->setObjectName(QStringLiteral("textFormat"));
    m_editor->setAccessibleName(tr("The schema as text"));
    m_changes->setAccessibleName(tr("Changes that the text makes"));
    m_changes->setObjectName(QStringLiteral("textChanges"));
    m_changes->setWordWrap(true);
    m_apply->setObjectName(QStringLiteral("textApply"));
    m_apply->setProperty("look", "primary");
    m_apply->setToolTip(tr("Make these changes, in one step (Ctrl+Return)"));
    m_revert->setObjectName(QStringLiteral("textRevert"));
    m_verdict->setWordWrap(true);
    auto* side = new QWidget(this);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(kSpaceInside, 0, kSpaceInside, kSpaceTight);
    column->setSpacing(kSpaceTight);
    auto* head = new QHBoxLayout;
    head->addWidget(m_formats);
    head->addStretch();
    head->addWidget(m_revert);
    head->addWidget(m_apply);
    column->addLayout(head);
    column->addWidget(m_verdict);
    column->addWidget(m_changes, 1);
    auto* across = new QSplitter(this);
    across->setChildrenCollapsible(false);
    across->addWidget(m_editor);
    across->addWidget(side);
    across->setStretchFactor(0, 2);
    across->setStretchFactor(1, 1);
    across->setSizes({620, 340});
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kSpaceInside, 0, 0, 0);
    row->addWidget(across);
}

void TextPanel::continueFrom(const TextPanel& before) {
    m_format = before.m_format;
    m_formats->setCurrent(m_format);
    if (!before.m_edited)
        return;
    m_written = before.m_written;
    m_original = before.m_original;
    m_editor->setPlainText(before.m_editor->toPlainText()); // as if it were typed: it is checked again
}

void TextPanel::chooseFormat(int format) {
    if (format == m_format)
        return;
    m_format = format;
    m_written.reset();
    if (isVisible())
        write();
}

void TextPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (!m_edited)
        write();
}

/// The text of the model as it is now.
void TextPanel::write() {
    const ProjectPtr& project = m_workbench.project();
    if (m_checking)
        m_checking->cancel();
    m_checking.reset();
    m_checkLater.stop();
    m_reading.reset();
    if (m_written != project) {
        m_original = textOf(*project, m_format);
        m_written = project;
    }
    m_filling = true;
    m_editor->showText(QString::fromStdString(m_original));
    m_editor->setErrorPlace(0);
    m_filling = false;
    m_edited = false;
    m_changes->clear();
    m_apply->setEnabled(false);
    m_revert->setEnabled(false);
    m_formats->setEnabled(true);
    setLook(m_verdict, "role", QStringLiteral("muted"));
    m_verdict->setText(project->entities.empty()
                           ? tr("Type tables here, or draw them: text and drawing are the same model.")
                           : tr("In step with the drawing. What you change here is listed before it is applied."));
    followSelection();
}

void TextPanel::follow() {
    if (m_edited)
        m_checkLater.start(); // against the model as it is now
    else if (isVisible())
        write();
}

/// The chosen entity's place in the text.
void TextPanel::followSelection() {
    const model::Entity* entity = m_workbench.project()->entities.find(m_workbench.selection().value().entity());
    if (!entity || m_edited || !isVisible() || m_editor->hasFocus())
        return;
    const QString name = QRegularExpression::escape(QString::fromStdString(entity->name));
    const QRegularExpression head(QStringLiteral("^(CREATE (UNLOGGED )?TABLE|Table) (\\S+\\.)?\"?%1\"? [({]").arg(name),
                                  QRegularExpression::MultilineOption);
    const QRegularExpressionMatch found = head.match(QString::fromStdString(m_original));
    if (found.hasMatch())
        m_editor->goToLine(
            int(QString::fromStdString(m_original).left(found.capturedStart()).count(QLatin1Char('\n'))) + 1);
}

void TextPanel::edited() {
    if (m_filling)
        return;
    m_edited = m_editor->toPlainText().toStdString() != m_original;
    m_reading.reset();
    m_apply->setEnabled(false);
    m_revert->setEnabled(m_edited);
    m_formats->setEnabled(!m_edited);
    if (m_edited)
        m_checkLater.start();
    else
        write();
}

void TextPanel::check() {
    if (!m_edited)
        return;
    if (m_checking)
        m_checking->cancel();
    const auto work = [text = m_editor->toPlainText().toStdString(), original = m_original, format = m_format,
                       against = m_workbench.project()](JobState&) -> model::Result<std::shared_ptr<const Reading>> {
        auto reading = std::make_shared<Reading>();
        reading->against = against;
        const auto before = readText(original, format);
        auto after = readText(text, format);
        if (!before || !after) {
            reading->refused = before ? after.error() : before.error();
            return reading;
        }
        reading->before = before->project;
        reading->after = std::move(after->project);
        reading->notes = std::move(after->diagnostics);
        for (model::Diagnostic& lost : model::typedComments(text, original, format == Sql))
            reading->notes.push_back(std::move(lost));
        std::stable_sort(reading->notes.begin(), reading->notes.end(),
                         [](const auto& a, const auto& b) { return int(a.severity) > int(b.severity); });
        const auto merged = model::mergeSchema(*against, reading->before, reading->after);
        if (merged)
            reading->changes = model::diff(*against, *merged).sentences();
        else
            reading->refused = merged.error();
        return reading;
    };
    m_checking = m_workbench.jobs().start<std::shared_ptr<const Reading>>(
        tr("Reading the text"), work, this, [this](const model::Result<std::shared_ptr<const Reading>>& reading) {
            m_checking.reset();
            if (reading)
                checked(*reading);
            else
                m_workbench.showError(reading.error());
        });
}

void TextPanel::checked(const std::shared_ptr<const Reading>& reading) {
    if (!m_edited || m_checkLater.isActive())
        return; // typed on: another one is coming
    if (reading->against != m_workbench.project())
        return check();
    m_reading = reading;
    show(*reading);
}

void TextPanel::show(const Reading& reading) {
    m_changes->clear();
    ChangeList list(*m_changes, m_workbench.theme());
    int wrong = 0;
    if (reading.refused)
        wrong = list.addNote({model::Severity::Error, reading.refused->file, reading.refused->line,
                              reading.refused->column, reading.refused->message, reading.refused->advice});
    const int noted = list.addNotes(reading.notes);
    wrong = wrong == 0 ? noted : wrong;
    const bool errors = reading.hasErrors();
    if (!errors)
        list.addChanges(reading.changes);
    m_editor->setErrorPlace(wrong);
    m_apply->setEnabled(!errors && !reading.changes.empty());
    setLook(m_verdict, "role", errors ? QStringLiteral("bad") : QStringLiteral("muted"));
    m_verdict->setText(errors                    ? tr("Not applied: the text cannot be read completely.")
                       : reading.changes.empty() ? tr("The model stays as it is.")
                                                 : tr("Changes to apply: %1").arg(reading.changes.size()));
}

void TextPanel::apply() {
    if (!m_reading || m_reading->hasErrors())
        return;
    const std::shared_ptr<const Reading> reading = m_reading;
    const QString label = m_format == Dbml ? tr("Edit as DBML") : tr("Edit as SQL");
    m_edited = false; // follow() then writes the text of the result
    if (!m_workbench.apply(label, [reading](const model::Project& project) {
            return model::mergeSchema(project, reading->before, reading->after);
        }))
        m_edited = true;
}

void TextPanel::revert() {
    m_edited = false;
    write();
    m_editor->setFocus();
}

} // namespace shardscape::app
