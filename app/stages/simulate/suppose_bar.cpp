// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/simulate/suppose_bar.h"

#include <algorithm>

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

#include "app/theme/metrics.h"
#include "app/theme/style.h"
#include "app/theme/widgets.h"

namespace shardscape::app {

SupposeBar::SupposeBar(QWidget* parent)
    : QWidget(parent)
    , m_field(new QComboBox)
    , m_chips(new QHBoxLayout) {
    const std::pair<const char*, QString> usual[] = {
        {"cache=100k,60s", tr("100,000 keys cached for a minute")},
        {"replicas=3", tr("three copies")},
        {"partitions=128", tr("128 partitions")},
        {"cost=0.5", tr("half the money")},
        {"partition-key=even", tr("partitioned by something even")},
        {"consistency=strong", tr("reads see the last write")},
        {"consistency=eventual", tr("reads from any replica")},
        {"router=consistent", tr("consistent hashing")},
        {"arrivals=even", tr("no bursts")},
    };
    for (const auto& [spec, words] : usual) {
        m_field->addItem(QString::fromLatin1(spec));
        m_field->setItemData(m_field->count() - 1, words, Qt::ToolTipRole);
    }
    m_field->setEditable(true);
    m_field->setInsertPolicy(QComboBox::NoInsert);
    m_field->setCurrentIndex(-1);
    m_field->setObjectName(QStringLiteral("suppose"));
    m_field->setAccessibleName(tr("Suppose"));
    m_field->lineEdit()->setPlaceholderText(tr("Suppose…"));
    m_field->setToolTip(tr("One more thing to suppose, as --what-if on the command line: cache=100k,60s, "
                           "replicas:posts=3, keys:GetUser=zipf(1.2)"));
    m_field->setFixedWidth(190);
    m_chips->setSpacing(kSpaceTight);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceInside);
    layout->addWidget(m_field);
    layout->addLayout(m_chips);
    layout->addStretch();
    // Return in the field is told as a choice, too: of whatever the list had before.
    connect(m_field, &QComboBox::activated, this, [this](int index) {
        if (m_field->itemText(index) == m_field->currentText())
            read();
    });
    connect(m_field->lineEdit(), &QLineEdit::returnPressed, this, &SupposeBar::read);
    connect(m_field, &QComboBox::editTextChanged, this, [this] { setLook(m_field->lineEdit(), "invalid", false); });
}

void SupposeBar::read() {
    const QString text = m_field->currentText().trimmed();
    if (text.isEmpty())
        return; // Return on a whole entry of the list comes here twice
    if (m_field->lineEdit()->property("invalid").toBool())
        return; // that was said
    const auto what = simulator::parseWhatIf(text.toStdString());
    if (!what) {
        setLook(m_field->lineEdit(), "invalid", true);
        emit refused(what.error());
        return;
    }
    m_field->setCurrentIndex(-1);
    m_field->clearEditText();
    add(*what);
}

void SupposeBar::add(const simulator::WhatIf& what) {
    std::erase_if(m_supposed,
                  [&](const simulator::WhatIf& other) { return other.kind == what.kind && other.whose == what.whose; });
    m_supposed.push_back(what);
    showChips();
    emit changed();
}

void SupposeBar::setSupposed(std::vector<simulator::WhatIf> supposed) {
    if (supposed == m_supposed)
        return;
    m_supposed = std::move(supposed);
    showChips();
    emit changed();
}

void SupposeBar::showChips() {
    while (QLayoutItem* item = m_chips->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const simulator::WhatIf& what : m_supposed) {
        const QString spec = QString::fromStdString(simulator::specOf(what));
        auto* chip = new QPushButton(spec + QStringLiteral("  ✕"));
        chip->setProperty("look", "chip");
        chip->setObjectName(QStringLiteral("chip"));
        chip->setAccessibleName(tr("Do not suppose %1").arg(spec));
        chip->setToolTip(plainToolTip(tr("Do not suppose %1").arg(spec)));
        connect(chip, &QPushButton::clicked, this, [this, what] {
            std::vector<simulator::WhatIf> rest = m_supposed;
            std::erase(rest, what);
            setSupposed(std::move(rest));
        });
        m_chips->addWidget(chip);
    }
}

} // namespace shardscape::app
