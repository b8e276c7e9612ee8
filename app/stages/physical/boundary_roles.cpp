// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/physical/boundary_roles.h"

#include <algorithm>

#include <QComboBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/stages/engine_switch.h"
#include "app/stages/titles.h"
#include "app/theme/metrics.h"
#include "app/theme/numbers.h"
#include "app/theme/style.h"
#include "app/theme/widgets.h"
#include "model/edit/project_edits.h"
#include "model/physical/ownership.h"

namespace shardscape::app {

namespace {

enum Role { NotHere, Owns, Follows };

constexpr model::UpkeepPath kPaths[] = {model::UpkeepPath::Cdc, model::UpkeepPath::Outbox, model::UpkeepPath::DualWrite,
                                        model::UpkeepPath::Periodic};

const model::BoundaryRole* roleOf(const model::Layout& layout, model::BoundaryId boundary) {
    const auto at = std::find_if(layout.boundaries.begin(), layout.boundaries.end(),
                                 [&](const model::BoundaryRole& role) { return role.boundary == boundary; });
    return at == layout.boundaries.end() ? nullptr : &*at;
}

} // namespace

BoundaryRoles::BoundaryRoles(Workbench& workbench, model::LayoutId layout, QWidget* parent)
    : QDialog(parent)
    , m_workbench(workbench)
    , m_layout(layout)
    , m_about(makeLabel({}, "muted"))
    , m_table(nullptr) {
    setObjectName(QStringLiteral("boundaryRoles"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_about->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_about);
    m_table = new QWidget;
    m_grid = new QGridLayout(m_table);
    m_grid->setContentsMargins(0, kSpaceInside, 0, kSpaceInside);
    m_grid->setHorizontalSpacing(kSpaceBetween);
    m_grid->setColumnStretch(0, 1);
    column->addWidget(m_table);
    column->addStretch();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    buttons->button(QDialogButtonBox::Close)->setIcon({});
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    connect(&workbench.document(), &Document::changed, this, &BoundaryRoles::refresh);
    rebuild();
}

QString BoundaryRoles::summary(const model::Layout& layout) {
    const auto owns = std::count_if(layout.boundaries.begin(), layout.boundaries.end(),
                                    [](const model::BoundaryRole& role) { return role.truth; });
    const auto follows = qsizetype(layout.boundaries.size()) - owns;
    if (layout.boundaries.empty())
        return tr("holds all");
    return follows == 0 ? tr("owns %1").arg(owns)
           : owns == 0  ? tr("follows %1").arg(follows)
                        : tr("owns %1, follows %2").arg(owns).arg(follows);
}

const model::Layout* BoundaryRoles::layout() const {
    return m_workbench.project()->layouts.find(m_layout);
}

void BoundaryRoles::rebuild() {
    for (const QString& title : {tr("Boundary"), tr("Here"), tr("Follows"), tr("Behind by")})
        m_grid->addWidget(makeLabel(title, "muted"), 0, m_grid->count());
    for (const model::Boundary& boundary : m_workbench.project()->boundaries)
        addRow(boundary);
    refresh();
}

void BoundaryRoles::addRow(const model::Boundary& boundary) {
    const QString name = QString::fromStdString(boundary.name);
    Row row{boundary.id, makeLabel(name), new QComboBox, new QComboBox, new QLineEdit};
    row.role->addItems({tr("not here"), tr("owns the truth"), tr("follows the owner")});
    row.role->setAccessibleName(tr("Role of %1").arg(name));
    row.role->setObjectName(QStringLiteral("role/") + name);
    for (model::UpkeepPath path : kPaths)
        row.path->addItem(upkeepPathText(path), int(path));
    row.path->setAccessibleName(tr("How %1 is followed").arg(name));
    row.path->setObjectName(QStringLiteral("path/") + name);
    row.lag->setFixedWidth(90);
    row.lag->setAccessibleName(tr("How far behind %1 is").arg(name));
    row.lag->setObjectName(QStringLiteral("lag/") + name);
    const int at = m_grid->rowCount();
    m_grid->addWidget(row.name, at, 0);
    m_grid->addWidget(row.role, at, 1);
    m_grid->addWidget(row.path, at, 2);
    m_grid->addWidget(row.lag, at, 3);
    connect(row.role, &QComboBox::activated, this, [this, id = boundary.id] { commit(id); });
    connect(row.path, &QComboBox::activated, this, [this, id = boundary.id] { commit(id); });
    connect(row.lag, &QLineEdit::editingFinished, this, [this, id = boundary.id] { commit(id); });
    m_rows.push_back(row);
}

void BoundaryRoles::refresh() {
    const model::Layout* one = layout();
    if (!one)
        return close(), void();
    const QString engine = engineTitle(m_workbench, one->engine);
    setWindowTitle(tr("What %1 holds").arg(engine));
    m_about->setText(one->boundaries.empty()
                         ? tr("%1 holds everything as the one truth. Choose what it owns, and what it follows from "
                              "another engine, to let several engines make one design.")
                               .arg(engine)
                         : tr("%1 holds what is chosen here, and nothing else. Writes go to the owner; a follower "
                              "answers reads that tolerate its lag.")
                               .arg(engine));
    for (Row& row : m_rows) {
        const bool known = m_workbench.project()->boundaries.contains(row.boundary);
        for (QWidget* widget : std::initializer_list<QWidget*>{row.name, row.role, row.path, row.lag})
            widget->setEnabled(known);
        show(row, roleOf(*one, row.boundary));
    }
}

void BoundaryRoles::show(Row& row, const model::BoundaryRole* role) {
    row.role->setCurrentIndex(!role ? NotHere : role->truth ? Owns : Follows);
    const bool follows = role && !role->truth;
    row.path->setEnabled(follows);
    row.lag->setEnabled(follows);
    const model::Upkeep upkeep = role ? role->upkeep : model::Upkeep{};
    int at = row.path->findData(int(upkeep.path));
    if (at < 0) { // from a file: kept, and shown as a problem
        row.path->addItem(upkeepPathText(upkeep.path), int(upkeep.path));
        at = row.path->count() - 1;
    }
    row.path->setCurrentIndex(follows ? at : -1);
    const std::optional<double> stated =
        upkeep.path == model::UpkeepPath::Periodic ? upkeep.periodSeconds : upkeep.lagSeconds;
    if (!(row.lag->hasFocus() && row.lag->isModified()))
        row.lag->setText(stated && follows ? formatNumber(*stated, estimator::Unit::Seconds) : QString());
    row.lag->setPlaceholderText(follows ? formatNumber(model::lagOf({upkeep.path, {}, {}}), estimator::Unit::Seconds)
                                        : QString());
}

void BoundaryRoles::commit(model::BoundaryId boundary) {
    const model::Layout* one = layout();
    const auto at =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& row) { return row.boundary == boundary; });
    if (!one || at == m_rows.end())
        return;
    const QString text = at->lag->text().trimmed();
    const auto lag = parseNumber(text, estimator::Unit::Seconds);
    const bool readable = text.isEmpty() || (lag && *lag >= 0);
    setLook(at->lag, "invalid", !readable);
    if (!readable)
        return;
    at->lag->setModified(false);
    model::Layout changed = *one;
    std::erase_if(changed.boundaries, [&](const model::BoundaryRole& role) { return role.boundary == boundary; });
    if (at->role->currentIndex() != NotHere) {
        model::BoundaryRole role{boundary, at->role->currentIndex() == Owns, {}};
        if (!role.truth) {
            if (at->path->currentIndex() >= 0)
                role.upkeep.path = static_cast<model::UpkeepPath>(at->path->currentData().toInt());
            const std::optional<double> stated = text.isEmpty() ? std::nullopt : std::optional<double>(*lag);
            (role.upkeep.path == model::UpkeepPath::Periodic ? role.upkeep.periodSeconds : role.upkeep.lagSeconds) =
                stated;
        }
        changed.boundaries.push_back(role);
        std::sort(changed.boundaries.begin(), changed.boundaries.end(),
                  [](const auto& a, const auto& b) { return a.boundary < b.boundary; });
    }
    if (changed == *one)
        return;
    m_workbench.apply(tr("%1 on %2").arg(at->name->text(), engineTitle(m_workbench, one->engine)),
                      [changed](const model::Project& project) { return model::changeLayout(project, changed); });
}

} // namespace shardscape::app
