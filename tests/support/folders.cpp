// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/folders.h"

#include <QDir>
#include <QFileInfo>

namespace shardscape::tests {

QString sourceFolder() {
    return QDir::cleanPath(QStringLiteral(SHARDSCAPE_SOURCE_DIR));
}

static QString wantedSharedFolder() {
    const QString named = qEnvironmentVariable("SHARDSCAPE_SHARED");
    return QDir::cleanPath(named.isEmpty() ? sourceFolder() + QStringLiteral("/../shared") : named);
}

QString sharedFolder() {
    const QString folder = wantedSharedFolder();
    return QFileInfo(folder).isDir() ? folder : QString();
}

QString whyNoSharedFolder() {
    if (!sharedFolder().isEmpty())
        return {};
    return QStringLiteral("the folder of shared inputs is absent: %1 does not exist; name it in SHARDSCAPE_SHARED")
        .arg(wantedSharedFolder());
}

} // namespace shardscape::tests
