// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/access/statement_card.h"

#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "app/stages/access/pattern_table_model.h"
#include "app/stages/access/sql_editor.h"
#include "app/stages/access/statement_form.h"
#include "app/theme/sentences.h"
#include "app/theme/style.h"
#include "model/edit/pattern_edits.h"
#include "model/exchange/import/import.h"

namespace shardscape::app {

using model::AccessPattern;

namespace {

constexpr int kCheckDelayMs = 250;

/// A read whose rows grow with the data: nothing limits them, and no key makes them one.
bool isUnbounded(const model::Project& project, const AccessPattern& pattern) {
    const bool reads = pattern.verb == model::Verb::List || pattern.verb == model::Verb::Range ||
                       pattern.verb == model::Verb::Join || pattern.verb == model::Verb::TextSearch ||
                       pattern.verb == model::Verb::GeoSearch || pattern.verb == model::Verb::Traversal;
    if (!reads || pattern.limit || !pattern.limitParameter.empty())
        return false;
    std::vector<model::AttributeId> equal;
    for (const model::Predicate& predicate : pattern.predicates)
        if (predicate.comparison == model::Comparison::Equal && predicate.column.entity == pattern.entity)
            equal.push_back(predicate.column.attribute);
    const model::Entity* entity = project.entities.find(pattern.entity);
    return !(entity && pattern.joined.empty() && entity->isUnique(equal));
}

} // namespace

StatementCard::StatementCard(Workbench& workbench, QWidget* parent)
    : Card({}, parent)
    , m_workbench(workbench)
    , m_views(new SegmentedControl(this))
    , m_pages(new QStackedWidget(this))
    , m_sql(new SqlEditor(workbench.theme()))
    , m_form(new StatementForm(workbench))
    , m_verdict(makeLabel({}, "muted", "caption"))
    , m_apply(new QPushButton(tr("Apply")))
    , m_revert(new QPushButton(tr("Revert"))) {
    build();
    m_checkLater.setSingleShot(true);
    m_checkLater.setInterval(kCheckDelayMs);
    connect(&m_checkLater, &QTimer::timeout, this, &StatementCard::check);
    connect(m_views, &SegmentedControl::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_sql, &QPlainTextEdit::textChanged, this, [this] { m_checkLater.start(); });
    connect(m_sql, &SqlEditor::applyRequested, this, &StatementCard::apply);
    connect(m_apply, &QPushButton::clicked, this, &StatementCard::apply);
    connect(m_revert, &QPushButton::clicked, this, [this] { setPattern(m_shown, false); });
    connect(m_form, &StatementForm::edited, this, &StatementCard::applyShape);
}

void StatementCard::build() {
    m_views->setItems({tr("SQL"), tr("Form")});
    m_views->setObjectName(QStringLiteral("statementViews"));
    addLead(m_views);
    m_pages->addWidget(m_sql);
    m_pages->addWidget(m_form);
    m_verdict->setWordWrap(true);
    m_apply->setProperty("look", "primary");
    m_apply->setToolTip(tr("Read the statement and update the pattern (Ctrl+Return)"));
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_verdict, 1);
    foot->addWidget(m_revert);
    foot->addWidget(m_apply);
    body()->addWidget(m_pages, 1);
    body()->addLayout(foot);
}

const AccessPattern* StatementCard::current() const {
    return m_workbench.project()->patterns.find(m_shown);
}

bool StatementCard::isEdited() const {
    return !m_revert->isHidden();
}

void StatementCard::showForm(bool form) {
    m_views->setCurrent(form ? 1 : 0);
}
bool StatementCard::showsForm() const {
    return m_views->current() == 1;
}

void StatementCard::setPattern(model::PatternId id, bool keepText) {
    m_shown = id;
    const AccessPattern* pattern = current();
    setEnabled(pattern);
    if (!pattern)
        return;
    const QString sql = QString::fromStdString(pattern->sql);
    if (!keepText && m_sql->toPlainText() != sql)
        m_sql->setPlainText(sql);
    if (!keepText)
        m_sql->document()->setModified(false);
    m_checkLater.stop();
    check();
}

void StatementCard::check() {
    const AccessPattern* pattern = current();
    if (!pattern)
        return;
    const std::string sql = m_sql->toPlainText().toStdString();
    const bool changed = sql != pattern->sql;
    m_revert->setVisible(changed);
    const model::Result<AccessPattern> read = model::parsePatternSql(*m_workbench.project(), *pattern, sql);
    m_apply->setVisible(changed);
    m_apply->setEnabled(read.has_value());
    m_sql->setErrorPlace(read ? 0 : std::max(1, read.error().line), read ? 0 : read.error().column);
    setLook(m_sql, "invalid", !read);
    if (read)
        return judge(*read);
    const model::Error& error = read.error();
    QString text = QStringLiteral("● ") + said(error.message);
    if (!error.advice.empty())
        text += QStringLiteral(" ") + said(error.advice);
    setLook(m_verdict, "role", QStringLiteral("bad"));
    m_verdict->setText(error.line > 0 ? tr("%1 (line %2)").arg(text).arg(error.line) : text);
}

/// What was understood, and whether anything bounds the rows it reads.
void StatementCard::judge(const AccessPattern& read) {
    const model::Project& project = *m_workbench.project();
    m_form->setPattern(read);
    const model::Entity* entity = project.entities.find(read.entity);
    const QString keys = keysText(project, read);
    QString what = tr("%1 on %2")
                       .arg(said(QString::fromLatin1(model::name(read.verb))),
                            entity ? QString::fromStdString(entity->name) : tr("nothing"));
    if (!keys.isEmpty())
        what = tr("%1 by %2").arg(what, keys);
    const bool unbounded = isUnbounded(project, read);
    setLook(m_verdict, "role", unbounded ? QStringLiteral("warn") : QStringLiteral("muted"));
    m_verdict->setText(unbounded ? tr("▲ %1: unbounded. The rows it returns grow with the data; add a LIMIT.").arg(what)
                                 : what);
}

void StatementCard::apply() {
    const AccessPattern* pattern = current();
    if (!pattern)
        return;
    const std::string sql = m_sql->toPlainText().toStdString();
    const model::Result<AccessPattern> read = model::parsePatternSql(*m_workbench.project(), *pattern, sql);
    check();
    if (!read || sql == pattern->sql)
        return;
    m_sql->document()->setModified(false);
    m_workbench.apply(
        tr("SQL of %1").arg(QString::fromStdString(pattern->name)),
        [changed = *read](const model::Project& project) { return model::changePattern(project, changed); });
}

void StatementCard::applyShape(const model::StatementShape& shape) {
    const AccessPattern* pattern = current();
    if (!pattern)
        return;
    AccessPattern draft = *pattern;
    draft.paging = shape.paging;
    if (shape.paging != model::Paging::None && shape.limit)
        draft.pageSize = shape.limit;
    const model::Result<AccessPattern> read = model::parsePatternSql(
        *m_workbench.project(), std::move(draft), model::writeStatement(*m_workbench.project(), shape));
    if (!read)
        return m_workbench.showError(read.error());
    m_sql->document()->setModified(false);
    if (!m_workbench.apply(
            tr("Statement of %1").arg(QString::fromStdString(pattern->name)),
            [changed = *read](const model::Project& project) { return model::changePattern(project, changed); },
            QStringLiteral("pattern/%1/statement").arg(pattern->id.value)))
        setPattern(m_shown, false);
}

} // namespace shardscape::app
