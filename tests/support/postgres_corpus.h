// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include "model/exchange/import/import.h"
#include "tests/support/folders.h"

namespace shardscape::tests {

/// Schemas of real applications with the catalogue that a real PostgreSQL 15 had after loading them.
struct PostgresCorpus {
    static QString folder() { return sharedFolder() + "/corpus/public/sql/postgresql"; }
    static QStringList names() {
        return sharedFolder().isEmpty() ? QStringList()
                                        : QDir(folder()).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    }
    /// The files of a schema in the order of their names, which is the order to load them in.
    static std::vector<model::ImportSource> sources(const QString& name) {
        std::vector<model::ImportSource> out;
        const QDir files(folder() + "/" + name);
        for (const QString& file : files.entryList(QDir::Files, QDir::Name)) {
            QFile content(files.filePath(file));
            if (content.open(QIODevice::ReadOnly))
                out.push_back({file.toStdString(), content.readAll().toStdString()});
        }
        return out;
    }
    static QJsonObject expected(const QString& name) {
        const QString path = folder() + "/" + name + ".expected.json";
        QFile plain(path);
        if (plain.open(QIODevice::ReadOnly))
            return QJsonDocument::fromJson(plain.readAll()).object();
        QProcess gzip;
        gzip.start("gzip", {"-dc", path + ".gz"});
        gzip.waitForFinished();
        return QJsonDocument::fromJson(gzip.readAllStandardOutput()).object();
    }
};

} // namespace shardscape::tests
