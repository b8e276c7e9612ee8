// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/connect_dialog.h"

#include <algorithm>

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QUrl>
#include <QUrlQuery>

#include "app/theme/sentences.h"
#include "app/theme/style.h"
#include "app/theme/widgets.h"

namespace shardscape::app {
namespace {

/// A value of libpq's key='value' (manual, 34.1.1.1): quotes and backslashes are escaped.
QString quoted(QString value) {
    value.replace(QLatin1Char('\\'), QLatin1String("\\\\"));
    value.replace(QLatin1Char('\''), QLatin1String("\\'"));
    return QLatin1Char('\'') + value + QLatin1Char('\'');
}

QString encoded(const QString& value) {
    return QString::fromLatin1(QUrl::toPercentEncoding(value));
}

/// As high as its words need at the width that it has: what wraps is higher than the layout's hint.
void fit(QDialog& dialog) {
    dialog.layout()->activate();
    const int height = dialog.layout()->hasHeightForWidth() ? dialog.layout()->heightForWidth(dialog.width()) : 0;
    dialog.resize(dialog.width(), std::max({height, dialog.minimumSizeHint().height(), dialog.height()}));
}

} // namespace

std::string DatabaseAddress::kindName() const {
    return kind == PostgreSql ? "postgresql" : kind == MySql ? "mysql" : "sqlite";
}

std::string DatabaseAddress::connection() const {
    if (kind == Sqlite)
        return database.toStdString();
    if (kind == PostgreSql) {
        QStringList words;
        for (const auto& [key, value] :
             {std::pair("host", host), {"port", port}, {"dbname", database}, {"user", user}, {"password", password}})
            if (!value.isEmpty())
                words << QLatin1String(key) + QLatin1Char('=') + quoted(value);
        return words.join(QLatin1Char(' ')).toStdString();
    }
    const bool socket = host.startsWith(QLatin1Char('/'));
    QString url = QStringLiteral("mysql://");
    if (!user.isEmpty() || !password.isEmpty())
        url +=
            encoded(user) + (password.isEmpty() ? QString() : QLatin1Char(':') + encoded(password)) + QLatin1Char('@');
    url += socket || host.isEmpty() ? QStringLiteral("localhost") : encoded(host);
    if (!port.isEmpty())
        url += QLatin1Char(':') + port;
    url += QLatin1Char('/') + encoded(database);
    if (socket)
        url += QStringLiteral("?socket=") + encoded(host);
    return url.toStdString();
}

ConnectDialog::ConnectDialog(Workbench& workbench, QSettings& settings, Reader reader, QWidget* parent)
    : QDialog(parent)
    , m_workbench(workbench)
    , m_settings(settings)
    , m_reader(std::move(reader))
    , m_rows(new QFormLayout(this))
    , m_kind(new QComboBox(this))
    , m_host(new QLineEdit(this))
    , m_port(new QLineEdit(this))
    , m_database(new QLineEdit(this))
    , m_user(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_browse(new QPushButton(tr("&Choose a file…"), this))
    , m_progress(new QProgressBar(this))
    , m_verdict(makeLabel({}, "muted", nullptr, this)) {
    setObjectName(QStringLiteral("connectDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Import from a database"));
    build();
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ConnectDialog::showKind);
    connect(m_browse, &QPushButton::clicked, this, &ConnectDialog::chooseFile);
    m_kind->setCurrentIndex(m_settings.value(QStringLiteral("connect/kind"), 0).toInt());
    m_host->setText(m_settings.value(QStringLiteral("connect/host")).toString());
    m_port->setText(m_settings.value(QStringLiteral("connect/port")).toString());
    m_database->setText(m_settings.value(QStringLiteral("connect/database")).toString());
    m_user->setText(m_settings.value(QStringLiteral("connect/user")).toString());
    showKind();
    showRunning(false);
    fit(*this);
}

ConnectDialog::~ConnectDialog() {
    if (m_job)
        m_job->cancel();
}

void ConnectDialog::build() {
    for (const auto& [edit, name] : {std::pair(m_host, "connectHost"),
                                     {m_port, "connectPort"},
                                     {m_database, "connectDatabase"},
                                     {m_user, "connectUser"},
                                     {m_password, "connectPassword"}})
        edit->setObjectName(QLatin1String(name));
    m_kind->setObjectName(QStringLiteral("connectKind"));
    m_kind->addItems({QStringLiteral("PostgreSQL"), QStringLiteral("MySQL, MariaDB"), QStringLiteral("SQLite")});
    m_host->setPlaceholderText(tr("this machine; or the path of a socket"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setPlaceholderText(tr("is kept nowhere"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_verdict->setWordWrap(true);
    m_verdict->setTextFormat(Qt::PlainText);
    m_rows->addRow(tr("&Kind"), m_kind);
    m_rows->addRow(tr("&Host"), m_host);
    m_rows->addRow(tr("&Port"), m_port);
    m_rows->addRow(tr("&Database"), m_database);
    m_rows->addRow(QString(), m_browse);
    m_rows->addRow(tr("&User"), m_user);
    m_rows->addRow(tr("Pass&word"), m_password);
    m_rows->addRow(m_progress);
    m_rows->addRow(m_verdict);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setIcon({});
    m_read = buttons->addButton(tr("&Import"), QDialogButtonBox::AcceptRole);
    m_read->setObjectName(QStringLiteral("connectImport"));
    setLook(m_read, "look", QStringLiteral("primary"));
    m_read->setDefault(true);
    m_rows->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &ConnectDialog::read);
    connect(buttons, &QDialogButtonBox::rejected, this, [this] {
        if (!m_job)
            return reject();
        m_job->cancel(); // what it may still read is dropped
        m_job.reset();
        showRunning(false);
        m_verdict->setText(tr("Given up."));
    });
    resize(460, sizeHint().height());
}

DatabaseAddress ConnectDialog::address() const {
    DatabaseAddress address;
    address.kind = DatabaseAddress::Kind(m_kind->currentIndex());
    address.host = m_host->text().trimmed();
    address.port = m_port->text().trimmed();
    address.database = m_database->text().trimmed();
    address.user = m_user->text().trimmed();
    address.password = m_password->text();
    return address;
}

void ConnectDialog::showKind() {
    const auto kind = DatabaseAddress::Kind(m_kind->currentIndex());
    const bool file = kind == DatabaseAddress::Sqlite;
    for (QWidget* server : std::initializer_list<QWidget*>{m_host, m_port, m_user, m_password}) {
        server->setVisible(!file);
        m_rows->labelForField(server)->setVisible(!file);
    }
    m_browse->setVisible(file);
    m_port->setPlaceholderText(kind == DatabaseAddress::PostgreSql ? QStringLiteral("5432") : QStringLiteral("3306"));
    m_database->setPlaceholderText(file ? tr("path of the file") : tr("name"));
    m_verdict->setText(tr("Only the schema and the statistics of the server are read, in one read-only transaction."));
    setLook(m_verdict, "role", QStringLiteral("muted"));
}

void ConnectDialog::chooseFile() {
    auto* dialog = new QFileDialog(this, tr("SQLite database"));
    dialog->setObjectName(QStringLiteral("databaseFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_database, &QLineEdit::setText);
    dialog->open();
}

void ConnectDialog::showRunning(bool running) {
    m_progress->setVisible(running);
    m_read->setEnabled(!running);
    for (QWidget* field :
         std::initializer_list<QWidget*>{m_kind, m_host, m_port, m_database, m_user, m_password, m_browse})
        field->setEnabled(!running);
}

void ConnectDialog::read() {
    if (m_job)
        return;
    const DatabaseAddress where = address();
    if (where.database.isEmpty() && where.kind != DatabaseAddress::PostgreSql) {
        setLook(m_verdict, "role", QStringLiteral("bad"));
        m_verdict->setText(QStringLiteral("● ") + tr("Say which database: its name, or the path of its file."));
        m_database->setFocus();
        return;
    }
    m_settings.setValue(QStringLiteral("connect/kind"), int(where.kind));
    m_settings.setValue(QStringLiteral("connect/host"), where.host);
    m_settings.setValue(QStringLiteral("connect/port"), where.port);
    m_settings.setValue(QStringLiteral("connect/database"), where.database);
    m_settings.setValue(QStringLiteral("connect/user"), where.user);
    setLook(m_verdict, "role", QStringLiteral("muted"));
    m_verdict->setText(tr("Reading the schema and the statistics …"));
    showRunning(true);
    m_job = m_workbench.jobs().start<model::Imported>(
        tr("Reading the database"),
        [reader = m_reader, kind = where.kindName(), connection = where.connection()](JobState&) {
            return reader(kind, connection);
        },
        this, [this](const model::Result<model::Imported>& result) { finished(result); });
}

void ConnectDialog::finished(const model::Result<model::Imported>& result) {
    m_job.reset();
    showRunning(false);
    if (!result) {
        setLook(m_verdict, "role", QStringLiteral("bad"));
        (m_password->isVisible() ? m_password : m_database)->setFocus(); // what is most often wrong
        const model::Error& error = result.error();
        m_verdict->setText(QStringLiteral("● ") + said(error.message) +
                           (error.advice.empty() ? QString() : QStringLiteral("\n") + said(error.advice)));
        fit(*this);
        return;
    }
    emit imported(*result);
    accept();
}

} // namespace shardscape::app
