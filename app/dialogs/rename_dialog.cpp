// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/rename_dialog.h"

#include <algorithm>

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTableView>
#include <QVBoxLayout>

#include "app/stages/tables.h"
#include "app/theme/metrics.h"
#include "app/theme/sentences.h"
#include "app/theme/style.h"
#include "app/theme/widgets.h"

namespace shardscape::app {

void RenamingModel::setRenamings(const model::Project& project, std::vector<model::Renaming> renamings) {
    beginResetModel();
    m_renamings = std::move(renamings);
    m_where.clear();
    for (const model::Renaming& one : m_renamings) {
        const model::Entity* entity = project.entities.find(one.entity);
        m_where << (one.attribute && entity ? QString::fromStdString(project.displayName(*entity)) : tr("entity"));
    }
    endResetModel();
}

int RenamingModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_renamings.size());
}
int RenamingModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(kColumns);
}

QVariant RenamingModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const model::Renaming& one = m_renamings[std::size_t(index.row())];
    if (role == kStateRole && index.column() == Problem)
        return int(Role::Bad);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Where: return m_where.at(index.row());
    case Before: return QString::fromStdString(one.before);
    case After: return QString::fromStdString(one.after);
    default: return one.problem.empty() ? QString() : QStringLiteral("● ") + said(one.problem);
    }
}

QVariant RenamingModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    return role == Qt::DisplayRole
               ? QVariant(QStringList{tr("Where"), tr("Name now"), tr("New name"), tr("Problem")}.value(section))
               : QVariant();
}

RenameDialog::RenameDialog(Workbench& workbench, QWidget* parent)
    : QDialog(parent)
    , m_workbench(workbench)
    , m_model(new RenamingModel(this))
    , m_find(new QLineEdit(this))
    , m_replace(new QLineEdit(this))
    , m_expression(new QCheckBox(tr("Regular e&xpression"), this))
    , m_matchCase(new QCheckBox(tr("&Match case"), this))
    , m_style(new QComboBox(this))
    , m_scope(new QComboBox(this))
    , m_entities(new QCheckBox(tr("E&ntities"), this))
    , m_columns(new QCheckBox(tr("&Columns"), this))
    , m_verdict(makeLabel({}, "muted", nullptr, this)) {
    setObjectName(QStringLiteral("renameDialog"));
    setProperty("keepsSize", true);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Rename many"));
    build();
    for (QLineEdit* edit : {m_find, m_replace})
        connect(edit, &QLineEdit::textChanged, this, &RenameDialog::plan);
    for (QCheckBox* box : {m_expression, m_matchCase, m_entities, m_columns})
        connect(box, &QCheckBox::toggled, this, &RenameDialog::plan);
    for (QComboBox* box : {m_style, m_scope})
        connect(box, &QComboBox::currentIndexChanged, this, &RenameDialog::plan);
    plan();
    m_find->setFocus();
}

void RenameDialog::build() {
    m_find->setObjectName(QStringLiteral("renameFind"));
    m_replace->setObjectName(QStringLiteral("renameReplace"));
    m_find->setPlaceholderText(tr("nothing: only the style changes"));
    m_replace->setPlaceholderText(tr("nothing; \\1 is the first group of an expression"));
    m_matchCase->setChecked(true);
    m_entities->setChecked(true);
    m_columns->setChecked(true);
    m_style->setObjectName(QStringLiteral("renameStyle"));
    m_style->addItems({tr("As it is"), QStringLiteral("snake_case"), QStringLiteral("camelCase"),
                       QStringLiteral("PascalCase"), QStringLiteral("UPPER_SNAKE"), QStringLiteral("kebab-case")});
    const std::size_t selected = m_workbench.selection().value().entities.size();
    m_scope->addItems({tr("All entities"), tr("The selected entities (%1)").arg(selected)});
    m_scope->setCurrentIndex(selected > 0 ? 1 : 0);
    m_scope->setEnabled(selected > 0);

    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(kSpaceBetween);
    const auto field = [&](int row, int column, const QString& title, QWidget* widget) {
        auto* label = new QLabel(title, this);
        label->setBuddy(widget);
        widget->setAccessibleName(QString(title).remove(QLatin1Char('&')));
        grid->addWidget(label, row, column);
        grid->addWidget(widget, row, column + 1);
    };
    field(0, 0, tr("&Find"), m_find);
    field(0, 2, tr("Replace &by"), m_replace);
    field(1, 0, tr("&Style"), m_style);
    field(1, 2, tr("&Of"), m_scope);
    auto* checks = new QHBoxLayout;
    for (QCheckBox* box : {m_expression, m_matchCase, m_entities, m_columns})
        checks->addWidget(box);
    checks->addStretch();
    auto* table = new QTableView(this);
    table->setModel(m_model);
    table->setAccessibleName(tr("What will be renamed"));
    setUpTable(*table, m_workbench.theme());
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setIcon({});
    m_rename = buttons->addButton(tr("&Rename"), QDialogButtonBox::AcceptRole);
    m_rename->setObjectName(QStringLiteral("renameAll"));
    setLook(m_rename, "look", QStringLiteral("primary"));
    m_rename->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &RenameDialog::rename);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addLayout(grid);
    column->addLayout(checks);
    column->addWidget(table, 1);
    column->addWidget(m_verdict);
    column->addWidget(buttons);
    resize(760, 520);
}

void RenameDialog::plan() {
    QRegularExpression::PatternOptions options = QRegularExpression::UseUnicodePropertiesOption;
    if (!m_matchCase->isChecked())
        options |= QRegularExpression::CaseInsensitiveOption;
    const QRegularExpression find(
        m_expression->isChecked() ? m_find->text() : QRegularExpression::escape(m_find->text()), options);
    setLook(m_find, "invalid", !find.isValid());
    QString by = m_replace->text();
    if (!m_expression->isChecked())
        by.replace(QLatin1Char('\\'), QLatin1String("\\\\"));
    const auto style = model::CaseStyle(m_style->currentIndex());
    model::RenameScope scope;
    if (m_scope->currentIndex() == 1)
        scope.entities = m_workbench.selection().value().entities;
    scope.entityNames = m_entities->isChecked();
    scope.columnNames = m_columns->isChecked();
    const bool replaces = find.isValid() && !m_find->text().isEmpty();
    const model::Project& project = *m_workbench.project();
    m_model->setRenamings(project, model::planRenames(project, scope, [&](const std::string& name) {
                              QString text = QString::fromStdString(name);
                              if (replaces)
                                  text.replace(find, by);
                              return model::inCase(text.toStdString(), style);
                          }));
    const auto& renamings = m_model->renamings();
    const auto wrong =
        std::count_if(renamings.begin(), renamings.end(), [](const auto& r) { return !r.problem.empty(); });
    m_rename->setEnabled(find.isValid() && !renamings.empty() && wrong == 0);
    setLook(m_verdict, "role", wrong > 0 || !find.isValid() ? QStringLiteral("bad") : QStringLiteral("muted"));
    m_verdict->setText(!find.isValid() ? tr("● The expression cannot be read at character %1: %2")
                                             .arg(find.patternErrorOffset() + 1)
                                             .arg(find.errorString())
                       : renamings.empty() ? tr("No name changes.")
                       : wrong > 0
                           ? tr("● Names that cannot be: %1 of %2.").arg(wrong).arg(renamings.size())
                           : tr("Names that change: %1. The SQL of access patterns follows.").arg(renamings.size()));
}

void RenameDialog::rename() {
    if (!m_rename->isEnabled())
        return;
    m_rename->setEnabled(false);
    const std::vector<model::Renaming> renamings = m_model->renamings();
    m_workbench.apply(tr("Rename %n names", nullptr, int(renamings.size())),
                      [renamings](const model::Project& project) { return model::renameAll(project, renamings); });
    accept();
}

} // namespace shardscape::app
