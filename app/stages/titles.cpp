// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/titles.h"

#include <QCoreApplication>

namespace shardscape::app {

namespace {

struct Titles {
    Q_DECLARE_TR_FUNCTIONS(Titles)
};

} // namespace

QString shortTitle(const QString& title) {
    for (const char* vendor : {"Apache ", "Amazon ", "Google ", "Azure "})
        if (title.startsWith(QLatin1String(vendor)))
            return title.mid(qsizetype(qstrlen(vendor)));
    return title;
}

QString upkeepPathText(model::UpkeepPath path) {
    switch (path) {
    case model::UpkeepPath::Transaction: return Titles::tr("in the transaction");
    case model::UpkeepPath::Trigger: return Titles::tr("by a trigger");
    case model::UpkeepPath::Outbox: return Titles::tr("outbox");
    case model::UpkeepPath::Cdc: return Titles::tr("CDC");
    case model::UpkeepPath::DualWrite: return Titles::tr("second write");
    case model::UpkeepPath::Periodic: return Titles::tr("periodic");
    }
    return {};
}

} // namespace shardscape::app
