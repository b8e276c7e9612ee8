// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/update_dialog.h"

#include <algorithm>

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/panels/change_list.h"
#include "app/theme/sentences.h"
#include "app/theme/style.h"
#include "app/theme/widgets.h"

namespace shardscape::app {

UpdateDialog::UpdateDialog(Workbench& workbench, model::Imported newer, std::string format, QString source,
                           QWidget* parent)
    : QDialog(parent)
    , m_workbench(workbench)
    , m_newer(std::make_shared<const model::Imported>(std::move(newer)))
    , m_format(std::move(format))
    , m_source(std::move(source))
    , m_changes(new QListWidget(this))
    , m_removals(new QCheckBox(tr("&Remove what it does not have"), this))
    , m_verdict(makeLabel({}, "muted", nullptr, this)) {
    setObjectName(QStringLiteral("updateDialog"));
    setProperty("keepsSize", true);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Update from %1").arg(m_source));
    build();
    connect(m_removals, &QCheckBox::toggled, this, &UpdateDialog::plan);
    connect(&workbench.document(), &Document::changed, this, &UpdateDialog::plan);
    plan();
}

UpdateDialog::~UpdateDialog() {
    if (m_job)
        m_job->cancel();
}

void UpdateDialog::build() {
    m_changes->setObjectName(QStringLiteral("updateChanges"));
    m_changes->setAccessibleName(tr("What changes"));
    m_changes->setWordWrap(true);
    m_removals->setObjectName(QStringLiteral("updateRemovals"));
    m_removals->setChecked(true);
    m_removals->setToolTip(tr("Off: entities, columns, keys and relationships that only this project has stay; and "
                              "nothing is taken for a renamed thing."));
    m_verdict->setWordWrap(true);
    auto* about =
        makeLabel(tr("Positions, notes, access patterns, layouts, statistics and ownership stay. What left and "
                     "came back with the same columns counts as renamed."),
                  "muted", nullptr, this);
    about->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setIcon({});
    m_update = buttons->addButton(tr("&Update"), QDialogButtonBox::AcceptRole);
    m_update->setObjectName(QStringLiteral("updateApply"));
    setLook(m_update, "look", QStringLiteral("primary"));
    m_update->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &UpdateDialog::update);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(about);
    column->addWidget(m_changes, 1);
    column->addWidget(m_removals);
    column->addWidget(m_verdict);
    column->addWidget(buttons);
    resize(680, 520);
}

void UpdateDialog::plan() {
    if (m_job)
        m_job->cancel();
    m_plan.reset();
    m_update->setEnabled(false);
    m_verdict->setText(tr("Comparing…"));
    using Made = std::shared_ptr<const Plan>;
    m_job = m_workbench.jobs().start<Made>(
        tr("Comparing"),
        [against = m_workbench.project(), newer = m_newer, format = m_format,
         removals = m_removals->isChecked()](JobState&) -> model::Result<Made> {
            return model::updateSchema(*against, newer->project, format, {removals})
                .map([&](model::SchemaUpdate&& update) -> Made {
                    return std::make_shared<const Plan>(Plan{against, std::move(update)});
                });
        },
        this,
        [this](const model::Result<Made>& plan) {
            m_job.reset();
            show(plan);
        });
}

void UpdateDialog::show(const model::Result<std::shared_ptr<const Plan>>& plan) {
    m_changes->clear();
    ChangeList list(*m_changes, m_workbench.theme());
    if (!plan) {
        const model::Error& error = plan.error();
        list.addNote({model::Severity::Error, error.file, error.line, error.column, error.message, error.advice});
        setLook(m_verdict, "role", QStringLiteral("bad"));
        m_verdict->setText(tr("● It cannot be applied; nothing was changed."));
        return;
    }
    m_plan = *plan;
    const std::vector<std::string>& changes = m_plan->update.changes;
    list.addChanges(changes);
    list.addNotes(m_newer->diagnostics);
    const auto count = [&](const char* ending) {
        return int(
            std::count_if(changes.begin(), changes.end(), [&](const auto& line) { return line.ends_with(ending); }));
    };
    const int added = count(" added");
    const int removed = count(" removed");
    setLook(m_verdict, "role", QStringLiteral("muted"));
    m_verdict->setText(changes.empty() ? tr("The project is up to date: nothing changes.")
                                       : tr("Added: %1, removed: %2, changed: %3. One step, which can be undone.")
                                             .arg(added)
                                             .arg(removed)
                                             .arg(int(changes.size()) - added - removed));
    m_update->setEnabled(!changes.empty());
}

void UpdateDialog::update() {
    if (!m_plan || m_plan->against != m_workbench.project())
        return;
    disconnect(&m_workbench.document(), nullptr, this, nullptr);
    const std::shared_ptr<const Plan> plan = m_plan;
    if (m_workbench.apply(
            tr("Update from %1").arg(m_source),
            [plan](const model::Project&) -> model::Result<model::Project> { return plan->update.project; }))
        accept();
    else
        reject();
}

} // namespace shardscape::app
