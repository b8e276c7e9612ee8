// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/problems_panel.h"

#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

#include "app/theme/metrics.h"
#include "app/theme/sentences.h"

namespace shardscape::app {
namespace {

/// "unbounded-query" → "Unbounded query".
QString titleOf(const std::string& id) {
    QString title = QString::fromStdString(id).replace(QLatin1Char('-'), QLatin1Char(' '));
    if (!title.isEmpty())
        title[0] = title[0].toUpper();
    return said(title);
}

/// A problem in one line: glyph, title, why in muted text, what to do at the right.
class ProblemDelegate : public QStyledItemDelegate {
public:
    ProblemDelegate(ThemeScope& scope, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_scope(scope) {}

    /// The chosen problem, below which its whole text is laid out; others take one line.
    void setChosen(const QModelIndex& index) {
        const QPersistentModelIndex before = m_chosen;
        m_chosen = index;
        for (const QModelIndex& changed : {QModelIndex(before), index})
            if (changed.isValid())
                emit sizeHintChanged(changed);
    }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        if (m_chosen != index)
            return {200, kLine};
        const auto* view = static_cast<const QListView*>(option.widget);
        const int width = (view ? view->viewport()->width() : 600) - 2 * kSpaceAround - kIndent;
        return {200, kLine + textRect(whole(index), width).height() + kSpaceInside};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& given, const QModelIndex& index) const override {
        const Theme& theme = m_scope.theme();
        QStyleOptionViewItem option = given;
        painter->save();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, theme.color(Role::Selection));
        else if (option.state & QStyle::State_MouseOver)
            painter->fillRect(option.rect, theme.color(Role::Hover));
        const auto severity = static_cast<model::Severity>(index.data(ProblemsModel::SeverityRole).toInt());
        const bool error = severity == model::Severity::Error;
        const bool info = severity == model::Severity::Info;
        const bool open = m_chosen == index;
        if (open) {
            painter->setFont(textFont(TextSize::Body));
            painter->setPen(theme.color(Role::Text));
            painter->drawText(option.rect.adjusted(kSpaceAround + kIndent, kLine - 2, -kSpaceAround, 0),
                              Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap, whole(index));
            option.rect.setHeight(kLine);
        }
        QRect line = option.rect.adjusted(kSpaceAround, 0, -kSpaceAround, 0);
        painter->setFont(textFont(TextSize::Body));
        painter->setPen(theme.color(error ? Role::Bad : info ? Role::Muted : Role::Warn));
        painter->drawText(QRect(line.left(), line.top(), 16, line.height()), Qt::AlignVCenter,
                          error  ? QStringLiteral("●")
                          : info ? QStringLiteral("○")
                                 : QStringLiteral("▲"));
        line.setLeft(line.left() + kIndent);
        const QFont bold = textFont(TextSize::Body, true);
        const QString title = index.data(ProblemsModel::TitleRole).toString();
        painter->setFont(bold);
        painter->setPen(theme.color(Role::Text));
        painter->drawText(line, Qt::AlignVCenter, title);
        line.setLeft(line.left() + QFontMetrics(bold).horizontalAdvance(title) + kSpaceInside);

        if (open) {
            painter->restore();
            return;
        }
        const QFont body = textFont(TextSize::Body);
        const QFontMetrics metrics(body);
        painter->setFont(body);
        const QString fix = index.data(ProblemsModel::FixRole).toString();
        const int fixWidth = std::min(metrics.horizontalAdvance(fix), line.width() * 2 / 5);
        painter->setPen(theme.color(Role::AccentText));
        painter->drawText(QRect(line.right() - fixWidth, line.top(), fixWidth + 1, line.height()), Qt::AlignVCenter,
                          metrics.elidedText(fix, Qt::ElideRight, fixWidth));
        line.setRight(line.right() - fixWidth - kSpaceAround);
        painter->setPen(theme.color(Role::Muted));
        const QString why = index.data(ProblemsModel::WhereRole).toString() + QStringLiteral(": ") +
                            index.data(ProblemsModel::WhyRole).toString();
        painter->drawText(line, Qt::AlignVCenter, metrics.elidedText(why, Qt::ElideRight, line.width()));
        painter->restore();
    }

private:
    static constexpr int kLine = 30;
    static constexpr int kIndent = 24;

    static QString whole(const QModelIndex& index) {
        const auto sentence = [&](int role) {
            QString text = index.data(role).toString();
            if (!text.isEmpty())
                text[0] = text[0].toUpper();
            return text.endsWith(QLatin1Char('.')) ? text : text + QLatin1Char('.');
        };
        return QStringLiteral("%1: %2\n→ %3")
            .arg(index.data(ProblemsModel::WhereRole).toString(), index.data(ProblemsModel::WhyRole).toString(),
                 sentence(ProblemsModel::FixRole));
    }
    static QRect textRect(const QString& text, int width) {
        return QFontMetrics(textFont(TextSize::Body)).boundingRect(QRect(0, 0, width, 10000), Qt::TextWordWrap, text);
    }

    ThemeScope& m_scope;
    QPersistentModelIndex m_chosen;
};

} // namespace

void ProblemsModel::setProblems(std::vector<estimator::Problem> problems) {
    beginResetModel();
    m_problems = std::move(problems);
    endResetModel();
}

int ProblemsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_problems.size());
}

QVariant ProblemsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const estimator::Problem& problem = m_problems[index.row()];
    switch (role) {
    case SeverityRole: return static_cast<int>(problem.severity);
    case TitleRole: return titleOf(problem.id);
    case WhyRole: return said(problem.why);
    case FixRole: return said(problem.fix);
    case WhereRole: return said(problem.where);
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2: %3. %4")
            .arg(said(QString::fromLatin1(model::name(problem.severity))), titleOf(problem.id), said(problem.why),
                 said(problem.fix));
    case Qt::ToolTipRole:
        return QStringLiteral("%1\n%2\n%3").arg(said(problem.where), said(problem.why), said(problem.fix));
    default: return {};
    }
}

ProblemsPanel::ProblemsPanel(Workbench& workbench, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_model(new ProblemsModel(this))
    , m_view(new QListView(this))
    , m_hint(new QLabel(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_hint->setProperty("role", "muted");
    m_hint->setContentsMargins(kSpaceAround, kSpaceBetween, kSpaceAround, kSpaceBetween);
    m_hint->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_view->setModel(m_model);
    auto* delegate = new ProblemDelegate(workbench.theme(), m_view);
    m_view->setItemDelegate(delegate);
    m_view->setMouseTracking(true);
    m_view->setResizeMode(QListView::Adjust); // the open one is as high as its text is long
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setAccessibleName(tr("Problems"));
    column->addWidget(m_hint);
    column->addWidget(m_view, 1);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this, delegate](const QModelIndex& index) {
                delegate->setChosen(index);
                m_view->scrollTo(index);
            });
    connect(m_view, &QListView::activated, this, [this](const QModelIndex& i) { follow(m_model->problem(i.row())); });
    connect(m_view, &QListView::clicked, this, [this](const QModelIndex& i) { follow(m_model->problem(i.row())); });
    connect(&workbench.analysis(), &AnalysisService::analysisReady, this, &ProblemsPanel::refresh);
    connect(&workbench.selection(), &Selection::layoutChanged, this, &ProblemsPanel::refresh);
    refresh();
}

void ProblemsPanel::refresh() {
    const estimator::Estimate* estimate = m_workbench.estimate();
    m_model->setProblems(estimate ? estimate->problems : std::vector<estimator::Problem>{});
    const bool none = m_model->rowCount() == 0;
    m_hint->setText(estimate ? tr("No problems found in this design.")
                             : tr("Problems are found once the project has entities, access patterns and an engine."));
    m_hint->setVisible(none);
    m_view->setVisible(!none);
    emit countChanged(m_model->rowCount());
}

void ProblemsPanel::follow(const estimator::Problem& problem) {
    if (problem.pattern)
        m_workbench.selection().selectPattern(problem.pattern);
    else if (problem.entity)
        m_workbench.selection().selectEntity(problem.entity);
}

} // namespace shardscape::app
