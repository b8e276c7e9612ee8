// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QUrl>

#include "tests/support/server_process.h"

namespace shardscape::tests {

/// The answer to one DynamoDB API call. `httpStatus` is 0 when there was no answer; an error of the service has
/// its `__type` and `message` in the body.
struct DynamoAnswer {
    int httpStatus = 0;
    QJsonObject body;
    QString problem;
    bool ok() const { return httpStatus == 200; }
};

/// dynalite, a stand-in for DynamoDB that checks requests as the service does, in memory and on a loopback port that
/// the operating system chose. `installers/test` installs it with npm into build/node (tests/support/dynalite pins it);
/// SHARDSCAPE_NODE_MODULES names another folder of modules. Used like PostgresServer.
class DynaliteServer {
public:
    ~DynaliteServer();

    static QString whyUnavailable();

    bool start();
    QString problem() const { return m_problem; }
    QUrl endpoint() const { return m_endpoint; }

    /// One API call: call("CreateTable", table). Tables are active a moment after CreateTable answered.
    DynamoAnswer call(const QString& operation, const QJsonObject& request);

private:
    ServerProcess m_process;
    QString m_problem;
    QUrl m_endpoint;
};

} // namespace shardscape::tests
