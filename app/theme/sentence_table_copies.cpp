// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the table about copies that a layout keeps; see sentence_table.cpp.
// clang-format off
#include "app/theme/sentence_tables.h"

#include <QtGlobal>

namespace shardscape::app {

const std::vector<const char*>& copySentences() {
    static const std::vector<const char*> kTable = {
        QT_TRANSLATE_NOOP("Sentences", "%1, and %2 is written in the transaction"),
        QT_TRANSLATE_NOOP("Sentences", "%1, and %2 is written by a trigger"),
        QT_TRANSLATE_NOOP("Sentences", "%1 answers, which is kept through an outbox"),
        QT_TRANSLATE_NOOP("Sentences", "%1 answers, which is kept from the engine's log (CDC)"),
        QT_TRANSLATE_NOOP("Sentences", "%1 answers, which is kept by a second write"),
        QT_TRANSLATE_NOOP("Sentences", "%1 answers, which is kept periodically"),
        QT_TRANSLATE_NOOP("Sentences", "how far the copy is behind + age of what is read"),
        QT_TRANSLATE_NOOP("Sentences", "a copy that the layout keeps cannot be: %1"),
        QT_TRANSLATE_NOOP("Sentences", "drop it, or keep one of another kind"),
        QT_TRANSLATE_NOOP("Sentences", "keep it in the transaction or by a trigger, or let the pattern take older answers"),
        QT_TRANSLATE_NOOP("Sentences", "%1 is kept by a second write: when one of the two fails, or two of them come in another order, the copy differs for ever and nobody notices"),
        QT_TRANSLATE_NOOP("Sentences", "keep it through an outbox or from the engine's log"),
        QT_TRANSLATE_NOOP("Sentences", "Not kept: %1."),
        QT_TRANSLATE_NOOP("Sentences", "%1 for %2: %3"),
        QT_TRANSLATE_NOOP("Sentences", "kept copies"),
        QT_TRANSLATE_NOOP("Sentences", "events a day × days kept, in all tiers"),
        QT_TRANSLATE_NOOP("Sentences", "as the rows that they tell of"),
        QT_TRANSLATE_NOOP("Sentences", "portions of a thousand rows, each once in the period"),
        QT_TRANSLATE_NOOP("Sentences", "copies that the layout keeps"),
        QT_TRANSLATE_NOOP("Sentences", "rows and entries with the upkeep ÷ without it"),
        QT_TRANSLATE_NOOP("Sentences", "written to keep copies in step"),
        QT_TRANSLATE_NOOP("Sentences", "Σ rate × rows and index entries of the upkeep"),
        QT_TRANSLATE_NOOP("Sentences", "(rows + index entries + copies + upkeep) ÷ rows × replicas"),
        QT_TRANSLATE_NOOP("Sentences", "(rows + index entries + copies + upkeep) ÷ rows × replicas × compaction"),
        QT_TRANSLATE_NOOP("Sentences", "events a day × the days that its sources are kept, at least one for each row"),
        QT_TRANSLATE_NOOP("Sentences", "it reads one table: an index serves it"),
        QT_TRANSLATE_NOOP("Sentences", "it counts or sums: keep its groups instead"),
        QT_TRANSLATE_NOOP("Sentences", "it neither counts nor sums"),
        QT_TRANSLATE_NOOP("Sentences", "it gives no key by which the copy could be read"),
        QT_TRANSLATE_NOOP("Sentences", "it needs no column of a joined table"),
        QT_TRANSLATE_NOOP("Sentences", "it does not read the children of one parent by the parent's key"),
        QT_TRANSLATE_NOOP("Sentences", "it reads one row by its key"),
        QT_TRANSLATE_NOOP("Sentences", "it joins a table to itself"),
        QT_TRANSLATE_NOOP("Sentences", "%1 answers, which is kept through an outbox and may be %2 behind, where %3 is the most"),
        QT_TRANSLATE_NOOP("Sentences", "%1 answers, which is kept through an outbox and may be %2 behind, where the latest is wanted"),
        QT_TRANSLATE_NOOP("Sentences", "%1 answers, which is kept from the engine's log (CDC) and may be %2 behind, where %3 is the most"),
        QT_TRANSLATE_NOOP("Sentences", "%1 answers, which is kept from the engine's log (CDC) and may be %2 behind, where the latest is wanted"),
        QT_TRANSLATE_NOOP("Sentences", "%1 answers, which is kept by a second write and may be %2 behind, where %3 is the most"),
        QT_TRANSLATE_NOOP("Sentences", "%1 answers, which is kept by a second write and may be %2 behind, where the latest is wanted"),
        QT_TRANSLATE_NOOP("Sentences", "%1 answers, which is kept periodically and may be %2 behind, where %3 is the most"),
        QT_TRANSLATE_NOOP("Sentences", "%1 answers, which is kept periodically and may be %2 behind, where the latest is wanted"),
        QT_TRANSLATE_NOOP("Sentences", "%1 for %2, kept in the transaction"),
        QT_TRANSLATE_NOOP("Sentences", "%1 for %2, kept by a trigger"),
        QT_TRANSLATE_NOOP("Sentences", "%1 for %2, kept through an outbox"),
        QT_TRANSLATE_NOOP("Sentences", "%1 for %2, kept from the engine's log (CDC)"),
        QT_TRANSLATE_NOOP("Sentences", "%1 for %2, kept by a second write"),
        QT_TRANSLATE_NOOP("Sentences", "%1 for %2, kept periodically"),
    };
    return kTable;
}

} // namespace shardscape::app
