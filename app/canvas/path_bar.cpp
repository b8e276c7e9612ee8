// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/path_bar.h"

#include <QComboBox>
#include <QCompleter>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/theme/style.h"
#include "app/theme/widgets.h"
#include "model/graph/schema_graph.h"

namespace shardscape::app {

using model::EntityId;

PathBar::PathBar(CanvasView& view, QWidget* parent)
    : QFrame(parent)
    , m_view(view)
    , m_from(new QComboBox(this))
    , m_to(new QComboBox(this))
    , m_verdict(makeLabel({}, "muted", "caption", this)) {
    setObjectName(QStringLiteral("pathBar"));
    setProperty("look", "card");
    auto* close = new QToolButton(this);
    bindIcon(close, QStringLiteral("close"), view.workbench().theme());
    close->setToolTip(tr("Show everything again (Esc)"));
    close->setAccessibleName(tr("Show everything again"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(8, 6, 6, 6);
    grid->setHorizontalSpacing(kSpaceInside);
    grid->setVerticalSpacing(kSpaceTight);
    const auto add = [&](int column, const QString& title, QComboBox* box, const char* name) {
        auto* label = makeLabel(title, "muted", nullptr, this);
        label->setBuddy(box);
        box->setObjectName(QLatin1String(name));
        box->setAccessibleName(QString(title).remove(QLatin1Char('&')));
        box->setEditable(true);
        box->setInsertPolicy(QComboBox::NoInsert);
        box->setMinimumWidth(170);
        box->completer()->setCompletionMode(QCompleter::PopupCompletion);
        box->completer()->setFilterMode(Qt::MatchContains);
        box->lineEdit()->setPlaceholderText(tr("an entity"));
        box->lineEdit()->installEventFilter(this);
        grid->addWidget(label, 0, column);
        grid->addWidget(box, 0, column + 1);
        connect(box, &QComboBox::currentIndexChanged, this, &PathBar::find);
        connect(box, &QComboBox::editTextChanged, this, &PathBar::find);
    };
    add(0, tr("Path &from"), m_from, "pathFrom");
    add(2, tr("&to"), m_to, "pathTo");
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    grid->addWidget(close, 0, 4);
    m_verdict->setWordWrap(true);
    m_verdict->setMinimumHeight(QFontMetrics(textFont(TextSize::Caption)).height());
    m_verdict->setObjectName(QStringLiteral("pathVerdict"));
    grid->addWidget(m_verdict, 1, 0, 1, 5);
    connect(close, &QToolButton::clicked, this, &PathBar::done);
    connect(&view.workbench().document(), &Document::changed, this, [this] {
        if (isVisible())
            find();
    });
    hide();
}

void PathBar::open() {
    fill();
    const std::vector<EntityId>& selected = m_view.workbench().selection().value().entities;
    if (!selected.empty()) {
        choose(*m_from, selected.front());
        choose(*m_to, selected.size() > 1 ? selected[1] : EntityId{});
    }
    show();
    raise();
    QComboBox* next = chosen(*m_from) ? m_to : m_from;
    next->setFocus();
    next->lineEdit()->selectAll();
    find();
}

void PathBar::done() {
    hide();
    m_view.diagram().setPath(std::nullopt);
    m_view.setFocus();
}

void PathBar::fill() {
    const ProjectPtr& project = m_view.workbench().project();
    if (m_listed && m_listed->entities.sameVersion(project->entities))
        return;
    std::vector<std::pair<QString, EntityId>> names;
    for (const model::Entity& entity : project->entities)
        names.emplace_back(QString::fromStdString(project->displayName(entity)), entity.id);
    std::sort(names.begin(), names.end());
    m_filling = true;
    for (QComboBox* box : {m_from, m_to}) {
        const EntityId before = m_listed ? chosen(*box) : EntityId{};
        box->clear();
        for (const auto& [name, id] : names)
            box->addItem(name, qulonglong(id.value));
        choose(*box, before);
    }
    m_filling = false;
    m_listed = project;
}

void PathBar::choose(QComboBox& box, EntityId id) {
    const int row = id ? box.findData(qulonglong(id.value)) : -1;
    box.setCurrentIndex(row);
    if (row < 0)
        box.clearEditText();
}

/// What the text names; what is half typed names nothing.
EntityId PathBar::chosen(const QComboBox& box) const {
    const int row = box.findText(box.currentText().trimmed(), Qt::MatchFixedString);
    return row < 0 ? EntityId{} : EntityId{box.itemData(row).toULongLong()};
}

void PathBar::tell(const QString& text, bool found) {
    setLook(m_verdict, "role", found ? QStringLiteral("plain") : QStringLiteral("muted"));
    m_verdict->setText(text);
    m_verdict->setToolTip(plainToolTip(text));
    emit resized();
}

void PathBar::find() {
    if (m_filling)
        return;
    fill();
    const model::Project& project = *m_view.workbench().project();
    const EntityId from = chosen(*m_from);
    const EntityId to = chosen(*m_to);
    if (!from || !to || from == to) {
        m_view.diagram().setPath(std::nullopt);
        return tell(from && from == to ? tr("Choose two different entities.")
                                       : tr("The fewest relationships between two entities, in either direction."),
                    false);
    }
    const auto crossed = model::SchemaGraph(project).shortestPath(from, to);
    if (!crossed) {
        m_view.diagram().setPath(Path{{from, to}, {}});
        return tell(tr("▲ No chain of relationships joins them."), false);
    }
    Path path{{from}, *crossed};
    QStringList names{QString::fromStdString(project.displayName(*project.entities.find(from)))};
    for (model::RelationshipId id : *crossed) {
        const model::Relationship& line = *project.relationships.find(id);
        path.entities.push_back(line.child == path.entities.back() ? line.parent : line.child);
        names << QString::fromStdString(project.displayName(*project.entities.find(path.entities.back())));
    }
    m_view.diagram().setPath(path);
    const QRectF extent = m_view.diagram().extent(path.entities);
    if (!m_view.mapToScene(m_view.viewport()->rect()).boundingRect().contains(extent))
        m_view.fit(extent);
    tell(tr("%n relationships: %1", nullptr, int(crossed->size())).arg(names.join(QStringLiteral(" → "))), true);
}

bool PathBar::eventFilter(QObject* watched, QEvent* event) {
    // The canvas around it has letters, Enter and Home as shortcuts; here they are for the fields.
    if (event->type() == QEvent::ShortcutOverride &&
        !(static_cast<QKeyEvent*>(event)->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        done();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace shardscape::app
