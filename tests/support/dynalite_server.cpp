// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/dynalite_server.h"

#include <csignal>

#include <QEventLoop>
#include <QFileInfo>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QStandardPaths>

#include "tests/support/folders.h"

namespace shardscape::tests {

static QString node() {
    const QString found = QStandardPaths::findExecutable(QStringLiteral("node"));
    return found.isEmpty() ? QStandardPaths::findExecutable(QStringLiteral("nodejs")) : found;
}

static QString modules() {
    const QString named = qEnvironmentVariable("SHARDSCAPE_NODE_MODULES");
    return named.isEmpty() ? sourceFolder() + QStringLiteral("/build/node/node_modules") : named;
}

QString DynaliteServer::whyUnavailable() {
    if (node().isEmpty())
        return QStringLiteral("no node on the PATH: apt-get install nodejs");
    if (!QFileInfo::exists(modules() + QStringLiteral("/dynalite/package.json")))
        return QStringLiteral("no dynalite in %1: installers/test installs it").arg(modules());
    return {};
}

DynaliteServer::~DynaliteServer() {
    m_process.stop(SIGTERM);
}

bool DynaliteServer::start() {
    m_problem = whyUnavailable();
    if (!m_problem.isEmpty())
        return false;
    m_process.setEnvironment(QStringLiteral("NODE_PATH"), modules());
    const QString script = sourceFolder() + QStringLiteral("/tests/support/dynalite/server.js");
    const QString ready = QStringLiteral("listening on ");
    const QString line = m_process.start(node(), {script}, ready);
    if (line.isEmpty())
        m_problem = m_process.problem();
    else
        m_endpoint = QUrl(line.mid(line.indexOf(ready) + ready.size()));
    return m_problem.isEmpty();
}

DynamoAnswer DynaliteServer::call(const QString& operation, const QJsonObject& request) {
    QNetworkRequest http(m_endpoint);
    http.setTransferTimeout(30000);
    http.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-amz-json-1.0"));
    http.setRawHeader("X-Amz-Target", "DynamoDB_20120810." + operation.toLatin1());
    http.setRawHeader("X-Amz-Date", "20240101T000000Z");
    // The stand-in wants a signature of the right shape and does not check it.
    http.setRawHeader("Authorization", "AWS4-HMAC-SHA256 Credential=test/20240101/us-east-1/dynamodb/aws4_request, "
                                       "SignedHeaders=host;x-amz-date;x-amz-target, Signature=0");
    QNetworkAccessManager network;
    QEventLoop loop;
    QNetworkReply* reply = network.post(http, QJsonDocument(request).toJson(QJsonDocument::Compact));
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    DynamoAnswer answer;
    answer.httpStatus = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.body = QJsonDocument::fromJson(reply->readAll()).object();
    if (!answer.ok())
        answer.problem =
            answer.body.isEmpty() ? reply->errorString() : QString::fromUtf8(QJsonDocument(answer.body).toJson());
    return answer;
}

} // namespace shardscape::tests
