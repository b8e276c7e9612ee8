// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace shardscape::app {

/// The parts of sentenceTable(), a file sentence_table_<area>.cpp each; sentence_table.cpp puts them together. Not for
/// use outside it. To add an area: a file, its line here, its name in the list there.
const std::vector<const char*>& outlookSentences();          ///< what follows from an estimate; calibration
const std::vector<const char*>& estimateSentences();         ///< figures, plans, durations, ladder, size
const std::vector<const char*>& physicalSentences();         ///< structures, kept copies, what is left out and why
const std::vector<const char*>& copySentences();             ///< copies that layouts keep
const std::vector<const char*>& searchAndLogSentences();     ///< search engines and logs
const std::vector<const char*>& lifecycleSentences();        ///< tiers, removal and replay
const std::vector<const char*>& ownershipSentences();        ///< several engines in one design
const std::vector<const char*>& copiesAndCostSentences();    ///< figures of fan-outs, copies and cost
const std::vector<const char*>& editsSentences();            ///< what edits refuse and change; units as typed
const std::vector<const char*>& filesSentences();            ///< files, journals, running servers, price sheets
const std::vector<const char*>& importFormatsSentences();    ///< imports: formats, tables, columns, access patterns
const std::vector<const char*>& importStatementsSentences(); ///< imports: statements, Prisma, workloads, statistics
const std::vector<const char*>& reportSentences();           ///< what reports say themselves
const std::vector<const char*>& runsSentences();             ///< runs, what is supposed of them, engine profiles

} // namespace shardscape::app
