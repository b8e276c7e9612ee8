// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/naming_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include "app/stages/tables.h"
#include "app/theme/metrics.h"
#include "app/theme/sentences.h"
#include "app/theme/style.h"
#include "app/theme/widgets.h"

namespace shardscape::app {
namespace {

using model::NamedKind;
using model::NamingRules;
using model::NamingScope;

struct Preset {
    QString title;
    NamingRules rules;
};

/// The conventions that most schemas follow: PostgreSQL's own defaults, and the one that SQLAlchemy's documentation
/// proposes for constraints.
std::vector<Preset> presets() {
    return {{NamingDialog::tr("As the engine names them"), {}},
            {NamingDialog::tr("As PostgreSQL does: users_mail_key"),
             {"{table}_pkey", "{table}_{columns}_key", "{table}_{columns}_fkey", "{table}_{columns}_idx"}},
            {NamingDialog::tr("Prefixes: uq_users_mail"),
             {"pk_{table}", "uq_{table}_{columns}", "fk_{table}_{columns}_{parent}", "ix_{table}_{columns}"}},
            {NamingDialog::tr("Capital prefixes: UQ_users_mail"),
             {"PK_{table}", "UQ_{table}_{columns}", "FK_{table}_{parent}_{columns}", "IX_{table}_{columns}"}}};
}

QString kindName(NamedKind kind) {
    switch (kind) {
    case NamedKind::PrimaryKey: return NamingDialog::tr("primary key");
    case NamedKind::Unique: return NamingDialog::tr("unique key");
    case NamedKind::ForeignKey: return NamingDialog::tr("foreign key");
    case NamedKind::Index: return NamingDialog::tr("index");
    }
    return {};
}

} // namespace

void NamingModel::setChanges(const model::Project& project, std::vector<model::NamingChange> changes) {
    beginResetModel();
    m_changes = std::move(changes);
    m_where.clear();
    for (const model::NamingChange& one : m_changes) {
        const model::Entity* entity = project.entities.find(one.entity);
        m_where << (entity ? QString::fromStdString(project.displayName(*entity)) : QString());
    }
    endResetModel();
}

int NamingModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_changes.size());
}
int NamingModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(kColumns);
}

QVariant NamingModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const model::NamingChange& one = m_changes[std::size_t(index.row())];
    switch (index.column()) {
    case Where: return m_where.at(index.row());
    case Kind: return kindName(one.kind);
    case Before: return one.before.empty() ? tr("none") : QString::fromStdString(one.before);
    default: return QString::fromStdString(one.after);
    }
}

QVariant NamingModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    return role == Qt::DisplayRole
               ? QVariant(QStringList{tr("Entity"), tr("What"), tr("Name now"), tr("New name")}.value(section))
               : QVariant();
}

NamingDialog::NamingDialog(Workbench& workbench, QWidget* parent)
    : QDialog(parent)
    , m_workbench(workbench)
    , m_model(new NamingModel(this))
    , m_preset(new QComboBox(this))
    , m_primaryKey(new QLineEdit(this))
    , m_unique(new QLineEdit(this))
    , m_foreignKey(new QLineEdit(this))
    , m_index(new QLineEdit(this))
    , m_scope(new QComboBox(this))
    , m_verdict(makeLabel({}, "muted", nullptr, this)) {
    setObjectName(QStringLiteral("namingDialog"));
    setProperty("keepsSize", true);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Naming rules"));
    build();
    setRules(m_workbench.project()->naming);
    connect(m_preset, &QComboBox::activated, this, [this](int chosen) {
        const std::vector<Preset> all = presets();
        if (chosen < int(all.size()))
            setRules(all[std::size_t(chosen)].rules);
    });
    for (QLineEdit* edit : {m_primaryKey, m_unique, m_foreignKey, m_index})
        connect(edit, &QLineEdit::textChanged, this, &NamingDialog::plan);
    connect(m_scope, &QComboBox::currentIndexChanged, this, &NamingDialog::plan);
    connect(&workbench.document(), &Document::changed, this, &NamingDialog::plan);
    m_preset->setFocus();
}

void NamingDialog::build() {
    m_preset->setObjectName(QStringLiteral("namingPreset"));
    for (const Preset& preset : presets())
        m_preset->addItem(preset.title);
    m_preset->addItem(tr("Rules of one's own"));
    m_primaryKey->setObjectName(QStringLiteral("namingPrimaryKey"));
    m_unique->setObjectName(QStringLiteral("namingUnique"));
    m_foreignKey->setObjectName(QStringLiteral("namingForeignKey"));
    m_index->setObjectName(QStringLiteral("namingIndex"));
    m_scope->setObjectName(QStringLiteral("namingScope"));
    m_scope->addItems({tr("What has no name yet"), tr("Everything")});

    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(kSpaceBetween);
    const auto field = [&](int row, int column, const QString& title, QWidget* widget) {
        auto* label = new QLabel(title, this);
        label->setBuddy(widget);
        widget->setAccessibleName(QString(title).remove(QLatin1Char('&')));
        grid->addWidget(label, row, column);
        grid->addWidget(widget, row, column + 1);
        if (auto* edit = qobject_cast<QLineEdit*>(widget))
            edit->setPlaceholderText(tr("the engine's default"));
    };
    field(0, 0, tr("&Convention"), m_preset);
    field(0, 2, tr("Na&me"), m_scope);
    field(1, 0, tr("&Primary keys"), m_primaryKey);
    field(1, 2, tr("&Unique keys"), m_unique);
    field(2, 0, tr("&Foreign keys"), m_foreignKey);
    field(2, 2, tr("&Indexes"), m_index);
    auto* known = makeLabel(tr("{table}, {columns} and {schema} stand for names; in foreign keys {parent} and "
                               "{parent_columns}, too."),
                            "muted", "caption", this);
    known->setWordWrap(true);
    auto* table = new QTableView(this);
    table->setModel(m_model);
    table->setAccessibleName(tr("What will be called otherwise"));
    setUpTable(*table, m_workbench.theme());
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setIcon({});
    m_apply = buttons->addButton(tr("&Apply"), QDialogButtonBox::AcceptRole);
    m_apply->setObjectName(QStringLiteral("namingApply"));
    setLook(m_apply, "look", QStringLiteral("primary"));
    m_apply->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &NamingDialog::perform);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addLayout(grid);
    column->addWidget(known);
    column->addWidget(table, 1);
    column->addWidget(m_verdict);
    column->addWidget(buttons);
    resize(820, 560);
}

NamingRules NamingDialog::rules() const {
    const auto text = [](const QLineEdit* edit) { return edit->text().trimmed().toStdString(); };
    return {text(m_primaryKey), text(m_unique), text(m_foreignKey), text(m_index)};
}

void NamingDialog::setRules(const NamingRules& rules) {
    m_primaryKey->setText(QString::fromStdString(rules.primaryKey));
    m_unique->setText(QString::fromStdString(rules.unique));
    m_foreignKey->setText(QString::fromStdString(rules.foreignKey));
    m_index->setText(QString::fromStdString(rules.index));
    plan();
}

void NamingDialog::plan() {
    const NamingRules wanted = rules();
    const std::vector<Preset> all = presets();
    std::size_t preset = 0;
    while (preset < all.size() && !(all[preset].rules == wanted))
        ++preset;
    m_preset->setCurrentIndex(int(preset)); // behind the last one: of one's own
    const model::Project& project = *m_workbench.project();
    const model::Result<void> sound = model::checkNamingRules(wanted);
    const auto scope = m_scope->currentIndex() == 0 ? NamingScope::Unnamed : NamingScope::All;
    m_model->setChanges(project, sound ? model::planNames(project, wanted, scope) : std::vector<model::NamingChange>());
    const bool same = wanted == project.naming;
    m_apply->setEnabled(sound && (!same || !m_model->changes().empty()));
    setLook(m_verdict, "role", sound ? QStringLiteral("muted") : QStringLiteral("bad"));
    if (!sound)
        m_verdict->setText(QStringLiteral("● ") + said(sound.error().message));
    else if (m_model->changes().empty())
        m_verdict->setText(same ? tr("No name changes.") : tr("No name changes now; what is made later follows."));
    else
        m_verdict->setText(tr("Names that change: %1. What is made later follows.").arg(m_model->changes().size()));
}

void NamingDialog::perform() {
    if (!m_apply->isEnabled())
        return;
    m_apply->setEnabled(false);
    const NamingRules wanted = rules();
    const auto scope = m_scope->currentIndex() == 0 ? NamingScope::Unnamed : NamingScope::All;
    m_workbench.apply(tr("Naming rules"), [wanted, scope](const model::Project& project) {
        return model::applyNamingRules(project, wanted, scope);
    });
    accept();
}

} // namespace shardscape::app
