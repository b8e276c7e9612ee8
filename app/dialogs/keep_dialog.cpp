// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/keep_dialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

#include "app/theme/style.h"
#include "app/theme/widgets.h"
#include "model/edit/column_sets.h"
#include "model/exchange/import/gallery.h"

namespace shardscape::app {
namespace {

constexpr int kAttributeRole = Qt::UserRole + 1;

std::vector<model::AttributeId> ticked(const QListWidget& list) {
    std::vector<model::AttributeId> ids;
    for (int row = 0; row < list.count(); ++row)
        if (list.item(row)->checkState() == Qt::Checked)
            ids.push_back(model::AttributeId{list.item(row)->data(kAttributeRole).toULongLong()});
    return ids;
}

} // namespace

void KeepDialog::ask(Workbench& workbench, QWidget* parent) {
    const std::string folder = model::ownGalleryFolder();
    if (workbench.selection().value().entities.empty())
        return workbench.showMessage(
            tr("Select the entities to keep as a template first."),
            {tr("Go to Entities"), [&workbench] { workbench.goTo(QStringLiteral("entities")); }});
    if (folder.empty())
        return workbench.showMessage(tr("There is no home folder to keep templates in."));
    (new KeepDialog(workbench, QString::fromStdString(folder), parent))->open();
}

KeepDialog::KeepDialog(Workbench& workbench, QString folder, QWidget* parent)
    : QDialog(parent)
    , m_workbench(workbench)
    , m_folder(std::move(folder))
    , m_title(new QLineEdit(this))
    , m_about(new QLineEdit(this))
    , m_columns(new QListWidget(this))
    , m_effect(makeLabel({}, "muted", nullptr, this)) {
    setObjectName(QStringLiteral("keepDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keep as a template"));
    auto* rows = new QFormLayout(this);
    rows->addRow(tr("&Title"), m_title);
    rows->addRow(tr("&What it is for"), m_about);
    const model::Entity* only = workbench.project()->entities.find(workbench.selection().value().entity());
    m_columns->setAccessibleName(tr("Only these columns"));
    for (const model::Attribute& attribute : only ? only->attributes : std::vector<model::Attribute>()) {
        auto* item = new QListWidgetItem(QString::fromStdString(attribute.name), m_columns);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
        item->setData(kAttributeRole, qulonglong(attribute.id.value));
    }
    if (only)
        rows->addRow(tr("&Only these columns"), m_columns);
    m_columns->setVisible(only);
    m_effect->setWordWrap(true);
    rows->addRow(m_effect);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setIcon({});
    m_keep = buttons->addButton(tr("&Keep"), QDialogButtonBox::AcceptRole);
    setLook(m_keep, "look", QStringLiteral("primary"));
    rows->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &KeepDialog::keep);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_title, &QLineEdit::textChanged, this, &KeepDialog::update);
    connect(m_columns, &QListWidget::itemChanged, this, &KeepDialog::update);
    if (only)
        m_title->setText(QString::fromStdString(only->name));
    m_title->selectAll();
    resize(460, only ? 420 : 200);
    update();
}

void KeepDialog::update() {
    const std::size_t columns = ticked(*m_columns).size();
    const std::size_t entities = m_workbench.selection().value().entities.size();
    m_effect->setText(columns > 0 ? tr("A set of columns, to be added to other entities: %1.").arg(columns)
                                  : tr("Entities with keys, indexes and relationships among them: %1.").arg(entities));
    m_keep->setEnabled(!m_title->text().trimmed().isEmpty());
}

void KeepDialog::keep() {
    m_keep->setEnabled(false);
    const model::Project& project = *m_workbench.project();
    const std::vector<model::EntityId>& entities = m_workbench.selection().value().entities;
    const std::vector<model::AttributeId> columns = ticked(*m_columns);
    const bool set = !columns.empty();
    const auto part = set ? model::columnsOf(project, entities.front(), columns) : model::partOf(project, entities);
    const auto kept = part.and_then([&](const model::Project& piece) {
        return model::keepPiece(m_folder.toStdString(), m_title->text().trimmed().toStdString(),
                                m_about->text().trimmed().toStdString(),
                                set ? model::GalleryKind::Columns : model::GalleryKind::Pattern, piece);
    });
    if (kept)
        m_workbench.showMessage(tr("Kept in the gallery under “My own”: %1").arg(m_title->text().trimmed()));
    else
        m_workbench.showError(kept.error());
    accept();
}

} // namespace shardscape::app
