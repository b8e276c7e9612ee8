// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include "model/exchange/import/import.h"
#include "tests/support/folders.h"

namespace shardscape::tests {

/// Schemas of real applications in a folder of the shared corpus ("sql/mysql", "cql" …), each a folder of files with
/// what a real server or the format's own parser says of it beside it.
struct CatalogueCorpus {
    QString folder;

    explicit CatalogueCorpus(const QString& kind)
        : folder(sharedFolder().isEmpty() ? QString() : sharedFolder() + "/corpus/public/" + kind) {}

    QStringList names() const {
        return folder.isEmpty() ? QStringList() : QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    }
    /// The files of a schema in the order of their names, which is the order to load them in.
    std::vector<model::ImportSource> sources(const QString& name) const {
        std::vector<model::ImportSource> out;
        const QDir files(folder + "/" + name);
        for (const QString& file : files.entryList(QDir::Files, QDir::Name))
            out.push_back({file.toStdString(), read(files.filePath(file)).toStdString()});
        return out;
    }
    QJsonObject expected(const QString& name) const {
        const QString path = folder + "/" + name + ".expected.json";
        return QJsonDocument::fromJson(QFile::exists(path) ? read(path) : unzipped(path + ".gz")).object();
    }
    static QByteArray read(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QByteArray unzipped(const QString& path) {
        QProcess gzip;
        gzip.start("gzip", {"-dc", path});
        gzip.waitForFinished();
        return gzip.readAllStandardOutput();
    }
};

} // namespace shardscape::tests
