// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stages/titles.h"

namespace shardscape::app {

QString shortTitle(const QString& title) {
    for (const char* vendor : {"Apache ", "Amazon ", "Google ", "Azure "})
        if (title.startsWith(QLatin1String(vendor)))
            return title.mid(qsizetype(qstrlen(vendor)));
    return title;
}

} // namespace shardscape::app
