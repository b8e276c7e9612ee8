// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/gallery_dialog.h"

#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/dialogs/piece_preview.h"
#include "app/theme/metrics.h"
#include "app/theme/sentences.h"
#include "app/theme/style.h"
#include "app/theme/widgets.h"
#include "model/edit/column_sets.h"

namespace shardscape::app {
namespace {

constexpr int kEntryRole = Qt::UserRole + 1;

QString namesOf(const model::Project& project) {
    QStringList names;
    for (const model::Entity& entity : project.entities)
        names << QString::fromStdString(project.displayName(entity));
    return names.join(QStringLiteral(", "));
}

} // namespace

void GalleryDialog::ask(Workbench& workbench, QWidget* parent) {
    auto entries = model::bundledGallery();
    if (!entries)
        return workbench.showError(entries.error());
    (new GalleryDialog(workbench, std::move(*entries), parent))->open();
}

GalleryDialog::GalleryDialog(Workbench& workbench, std::vector<model::GalleryEntry> entries, QWidget* parent)
    : QDialog(parent)
    , m_workbench(workbench)
    , m_entries(std::move(entries))
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_title(makeLabel({}, nullptr, "heading", this))
    , m_about(makeLabel({}, nullptr, nullptr, this))
    , m_effect(makeLabel({}, "muted", nullptr, this))
    , m_preview(new PiecePreview(workbench, this)) {
    setObjectName(QStringLiteral("galleryDialog"));
    setProperty("keepsSize", true);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Ready patterns"));
    m_search->setPlaceholderText(tr("Find a pattern"));
    m_search->setAccessibleName(tr("Find a pattern"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_list->setAccessibleName(tr("Patterns, sets of columns and templates"));
    m_list->setFixedWidth(240);
    m_about->setWordWrap(true);
    m_effect->setWordWrap(true);
    m_title->setWordWrap(true);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setIcon({});
    m_insert = buttons->addButton(tr("&Insert"), QDialogButtonBox::AcceptRole);
    m_insert->setObjectName(QStringLiteral("insertPiece"));
    setLook(m_insert, "look", QStringLiteral("primary"));
    m_insert->setDefault(true);
    m_forget = buttons->addButton(tr("&Remove from the gallery"), QDialogButtonBox::ActionRole);
    auto* left = new QVBoxLayout;
    left->addWidget(m_search);
    left->addWidget(m_list, 1);
    auto* right = new QVBoxLayout;
    right->setSpacing(kSpaceInside);
    right->addWidget(m_title);
    right->addWidget(m_about);
    right->addWidget(m_preview, 1);
    right->addWidget(m_effect);
    auto* across = new QHBoxLayout;
    across->setSpacing(kSpaceAround);
    across->addLayout(left);
    across->addLayout(right, 1);
    auto* column = new QVBoxLayout(this);
    column->addLayout(across, 1);
    column->addWidget(buttons);
    resize(860, 560);

    connect(m_search, &QLineEdit::textChanged, this, &GalleryDialog::fill);
    connect(m_list, &QListWidget::currentRowChanged, this, &GalleryDialog::show);
    connect(m_list, &QListWidget::itemActivated, this, [this] { m_insert->click(); });
    connect(buttons, &QDialogButtonBox::accepted, this, &GalleryDialog::insert);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_forget, &QPushButton::clicked, this, &GalleryDialog::forget);
    fill();
    m_search->setFocus();
}

void GalleryDialog::fill() {
    m_list->clear();
    const std::string language = m_workbench.language().code().toStdString();
    const QString wanted = m_search->text().trimmed();
    const auto section = [&](const QString& title, const std::function<bool(const model::GalleryEntry&)>& belongs) {
        bool first = true;
        for (std::size_t i = 0; i < m_entries.size(); ++i) {
            const model::GalleryEntry::Words words = m_entries[i].in(language);
            const QString name = QString::fromStdString(words.title);
            if (!belongs(m_entries[i]) ||
                !(name + QString::fromStdString(words.about)).contains(wanted, Qt::CaseInsensitive))
                continue;
            if (std::exchange(first, false)) {
                auto* head = new QListWidgetItem(title, m_list);
                head->setFlags(Qt::NoItemFlags);
                head->setFont(textFont(TextSize::Caption, true));
            }
            (new QListWidgetItem(name, m_list))->setData(kEntryRole, int(i));
        }
    };
    using model::GalleryKind;
    section(tr("Patterns"), [](const auto& entry) { return !entry.own && entry.kind == GalleryKind::Pattern; });
    section(tr("Sets of columns"), [](const auto& entry) { return !entry.own && entry.kind == GalleryKind::Columns; });
    section(tr("My own"), [](const auto& entry) { return entry.own; });
    for (int row = 0; row < m_list->count(); ++row)
        if (m_list->item(row)->data(kEntryRole).isValid())
            return m_list->setCurrentRow(row);
    show(-1);
}

const model::GalleryEntry* GalleryDialog::current() const {
    const QListWidgetItem* item = m_list->currentItem();
    const QVariant at = item ? item->data(kEntryRole) : QVariant();
    return at.isValid() ? &m_entries[std::size_t(at.toInt())] : nullptr;
}

std::vector<model::EntityId> GalleryDialog::targets() const {
    return m_workbench.selection().value().entities;
}

void GalleryDialog::show(int) {
    const model::GalleryEntry* entry = current();
    m_insert->setEnabled(false);
    m_forget->setVisible(entry && entry->own);
    m_preview->setVisible(entry);
    if (!entry) {
        m_title->setText(tr("Nothing by that name"));
        m_about->setText(tr("Entities that you select can be kept as a template: Model > Keep as a template."));
        m_effect->clear();
        return;
    }
    const model::GalleryEntry::Words words = entry->in(m_workbench.language().code().toStdString());
    m_title->setText(QString::fromStdString(words.title));
    m_about->setText(QString::fromStdString(words.about));
    const auto piece = model::loadGalleryEntry(*entry);
    m_piece = piece ? piece->project : model::Project();
    m_preview->setPiece(m_piece);
    setLook(m_effect, "role", piece ? QStringLiteral("muted") : QStringLiteral("bad"));
    if (!piece) {
        m_effect->setText(QStringLiteral("● ") + said(piece.error()));
        return;
    }
    if (entry->kind == model::GalleryKind::Pattern) {
        m_effect->setText(tr("Adds %1, and access patterns: %2.").arg(namesOf(m_piece)).arg(m_piece.patterns.size()));
    } else {
        QStringList names;
        for (model::EntityId id : targets())
            if (const model::Entity* target = m_workbench.project()->entities.find(id))
                names << QString::fromStdString(target->name);
        m_effect->setText(names.isEmpty() ? tr("Select the entities that shall have these columns first.")
                                          : tr("Adds the columns to %1.").arg(names.join(QStringLiteral(", "))));
        if (names.isEmpty())
            return;
    }
    m_insert->setEnabled(true);
}

void GalleryDialog::insert() {
    const model::GalleryEntry* entry = current();
    if (!entry || !m_insert->isEnabled())
        return;
    m_insert->setEnabled(false); // once, whichever keys and clicks come together
    const ProjectPtr before = m_workbench.project();
    const QString label = tr("Insert %1").arg(m_list->currentItem()->text());
    const bool pattern = entry->kind == model::GalleryKind::Pattern;
    if (!m_workbench.apply(label, [&](const model::Project& project) {
            return pattern ? model::insertPiece(project, m_piece) : model::addColumnSet(project, targets(), m_piece);
        })) {
        reject();
        return;
    }
    Selected added;
    for (const model::Entity& entity : m_workbench.project()->entities)
        if (!before->entities.contains(entity.id))
            added.entities.push_back(entity.id);
    if (pattern) {
        m_workbench.goTo(QStringLiteral("entities"));
        m_workbench.selection().set(std::move(added));
    }
    accept();
}

void GalleryDialog::forget() {
    const model::GalleryEntry* entry = current();
    if (!entry)
        return;
    const auto done = model::forgetPiece(*entry);
    if (!done)
        return m_workbench.showError(done.error());
    m_entries.erase(m_entries.begin() + (entry - m_entries.data()));
    fill();
}

bool GalleryDialog::eventFilter(QObject* watched, QEvent* event) {
    // From the search, up and down walk through the list.
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            const int step = key == Qt::Key_Up ? -1 : 1;
            for (int row = m_list->currentRow() + step; row >= 0 && row < m_list->count(); row += step)
                if (m_list->item(row)->data(kEntryRole).isValid()) {
                    m_list->setCurrentRow(row);
                    break;
                }
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace shardscape::app
