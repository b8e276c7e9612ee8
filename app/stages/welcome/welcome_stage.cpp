// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/welcome/welcome_stage.h"

#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/theme/sentences.h"
#include "app/theme/widgets.h"
#include "model/exchange/import/samples.h"

namespace shardscape::app {
namespace {

constexpr int kPageWidth = 960;
constexpr int kSideWidth = 300;

/// A card that is one button: title, summary, what it shows.
QPushButton* sampleCard(const model::Sample& sample, QWidget* parent) {
    auto* card = new QPushButton(parent);
    card->setObjectName(QStringLiteral("sample.") + QString::fromStdString(sample.name));
    card->setProperty("look", "sample");
    card->setAccessibleName(said(sample.title));
    card->setAccessibleDescription(said(sample.summary));
    card->setCursor(Qt::PointingHandCursor);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(kSpaceAround, kSpaceBetween, kSpaceAround, kSpaceBetween);
    column->setSpacing(kSpaceTight);
    QLabel* title = makeLabel(said(sample.title), nullptr, "heading", card);
    QLabel* summary = makeLabel(said(sample.summary), "muted", nullptr, card);
    summary->setWordWrap(true);
    QStringList teaches;
    for (const std::string& topic : sample.teaches)
        teaches << said(topic);
    QLabel* topics = makeLabel(teaches.join(QStringLiteral("  ·  ")), "accent", "caption", card);
    for (QLabel* label : {title, summary, topics}) {
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
        column->addWidget(label);
    }
    title->setFont(textFont(TextSize::Heading, true));
    topics->setFont(textFont(TextSize::Caption));
    card->setMinimumHeight(112);
    card->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    return card;
}

QPushButton* actionButton(QAction* action, ThemeScope& theme, const QString& iconName, QWidget* parent) {
    auto* button = new QPushButton(withoutMnemonic(action->text()), parent);
    button->setObjectName(QStringLiteral("welcome.") + action->objectName());
    bindIcon(button, iconName, theme);
    button->setToolTip(action->toolTip());
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    return button;
}

} // namespace

WelcomeStage::WelcomeStage(Workbench& workbench, QWidget* parent)
    : Stage(workbench, parent)
    , m_recent(new QVBoxLayout) {
    auto* page = new QWidget;
    page->setFixedWidth(kPageWidth);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(kSpaceAround, 56, kSpaceAround, kSpaceAround);
    column->setSpacing(kSpaceTight);
    QLabel* title = makeLabel(QStringLiteral("Shardscape"), nullptr, "title", page);
    QFont large = textFont(TextSize::Title, true);
    title->setFont(large);
    column->addWidget(title);
    QLabel* purpose =
        makeLabel(tr("Draw the schema, write down its traffic, lay it out on real engines, and see what will happen at "
                     "scale before any of it exists."),
                  "muted", nullptr, page);
    purpose->setWordWrap(true);
    column->addWidget(purpose);
    column->addSpacing(28);

    auto* halves = new QHBoxLayout;
    halves->setSpacing(40);
    auto* samples = new QVBoxLayout;
    samples->setSpacing(kSpaceBetween);
    samples->addWidget(makeGroupLabel(tr("Start from a sample"), page));
    const auto listed = model::listSamples(workbench.samplesFolder().toStdString());
    if (listed) {
        for (const model::Sample& sample : *listed) {
            QPushButton* card = sampleCard(sample, page);
            if (!m_firstSample)
                m_firstSample = card;
            connect(card, &QPushButton::clicked, this, [this, folder = QString::fromStdString(sample.folder)] {
                this->workbench().requestSample(folder);
            });
            samples->addWidget(card);
        }
    } else {
        QLabel* why = makeLabel(said(listed.error()), "muted", nullptr, page);
        why->setWordWrap(true);
        samples->addWidget(why);
    }
    samples->addStretch();
    halves->addLayout(samples, 1);

    auto* side = new QWidget(page);
    side->setFixedWidth(kSideWidth);
    auto* own = new QVBoxLayout(side);
    own->setContentsMargins(0, 0, 0, 0);
    own->setSpacing(kSpaceInside);
    own->addWidget(makeGroupLabel(tr("Bring your own"), side));
    Actions& actions = workbench.actions();
    QPushButton* import =
        actionButton(actions.at(QStringLiteral("file.import")), workbench.theme(), QStringLiteral("import"), side);
    own->addWidget(import);
    QLabel* hint =
        makeLabel(tr("A pg_dump or any CREATE TABLE file, and a workload file if you have one. Dropping files on "
                     "the window does the same."),
                  "muted", "caption", side);
    hint->setWordWrap(true);
    own->addWidget(hint);
    own->addWidget(
        actionButton(actions.at(QStringLiteral("file.open")), workbench.theme(), QStringLiteral("open"), side));
    own->addWidget(
        actionButton(actions.at(QStringLiteral("file.new")), workbench.theme(), QStringLiteral("new"), side));
    own->addSpacing(kSpaceAround);
    own->addWidget(makeGroupLabel(tr("Recent"), side));
    own->addLayout(m_recent);
    own->addStretch();
    halves->addWidget(side);
    column->addLayout(halves, 1);

    auto* scroll = new QScrollArea(this);
    auto* holder = new QWidget;
    auto* centred = new QHBoxLayout(holder);
    centred->setContentsMargins(0, 0, 0, 0);
    centred->addStretch();
    centred->addWidget(page);
    centred->addStretch();
    scroll->setWidget(holder);
    scroll->setWidgetResizable(true);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
    connect(&workbench, &Workbench::recentFilesChanged, this, &WelcomeStage::fillRecent);
    fillRecent();
}

void WelcomeStage::activate() {
    if (m_firstSample)
        m_firstSample->setFocus();
}

void WelcomeStage::fillRecent() {
    if (m_recentBox)
        m_recentBox->deleteLater();
    m_recentBox = new QWidget(this);
    auto* column = new QVBoxLayout(m_recentBox);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    if (workbench().recentFiles().isEmpty())
        column->addWidget(makeLabel(tr("Projects you open appear here."), "muted", "caption", m_recentBox));
    for (const QString& path : workbench().recentFiles()) {
        auto* link = new QPushButton(QFileInfo(path).completeBaseName(), m_recentBox);
        link->setProperty("look", "link");
        link->setToolTip(path);
        connect(link, &QPushButton::clicked, this, [this, path] { workbench().requestOpen(path); });
        column->addWidget(link, 0, Qt::AlignLeft);
    }
    m_recent->addWidget(m_recentBox);
}

} // namespace shardscape::app
