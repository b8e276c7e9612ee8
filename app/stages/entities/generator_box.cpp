// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/entities/generator_box.h"

namespace shardscape::app {
namespace {

using model::Generator;

/// The choice as the data of an item.
int code(const GeneratorChoice& choice) {
    return int(choice.generator) * 2 + (choice.always ? 1 : 0);
}

} // namespace

GeneratorBox::GeneratorBox(QWidget* parent)
    : QComboBox(parent) {
    setAccessibleName(tr("Where its values come from"));
    const auto offer = [this](const QString& text, GeneratorChoice choice, const QString& tip) {
        addItem(text, code(choice));
        setItemData(count() - 1, tip, Qt::ToolTipRole);
    };
    offer(tr("not said"), {Generator::None, false}, tr("The application supplies values whose order is not known"));
    offer(tr("identity"), {Generator::AutoIncrement, false},
          tr("Ascending integers from the database; clients may give their own. New rows fill the last page"));
    offer(tr("identity always"), {Generator::AutoIncrement, true},
          tr("Ascending integers from the database; values from clients are refused"));
    offer(tr("UUID v4"), {Generator::UuidV4, false}, tr("Random: load spreads, and each insert meets another page"));
    offer(tr("UUID v7 or ULID"), {Generator::UuidV7, false},
          tr("Ordered by time: inserts stay together, and the last range is the warm one"));
    offer(tr("Snowflake"), {Generator::Snowflake, false},
          tr("64-bit integers ordered by time, made by many machines without asking each other"));
    offer(tr("natural"), {Generator::Natural, false}, tr("A value with a meaning of its own, as an e-mail address"));
    setPlaceholderText(tr("they differ"));
}

void GeneratorBox::setChoice(std::optional<GeneratorChoice> choice) {
    setCurrentIndex(choice ? findData(code(*choice)) : -1);
}

GeneratorChoice GeneratorBox::choice() const {
    const int known = currentIndex() < 0 ? 0 : currentData().toInt();
    return {Generator(known / 2), known % 2 == 1};
}

} // namespace shardscape::app
