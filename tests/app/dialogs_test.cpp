// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The gallery, templates of one's own, renaming many, reading a database, and the schema as text beside the drawing:
// by keys and clicks.
#include <atomic>

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include "app/dialogs/connect_dialog.h"
#include "app/dialogs/gallery_dialog.h"
#include "app/dialogs/keep_dialog.h"
#include "app/dialogs/naming_dialog.h"
#include "app/dialogs/rename_dialog.h"
#include "app/panels/bottom_panel.h"
#include "app/panels/schema_editor.h"
#include "app/panels/text_panel.h"
#include "app/shell/message_bar.h"
#include "model/exchange/import/typed_comments.h"
#include "tests/app/window_fixture.h"

using namespace shardscape;
using namespace shardscape::app;

class DialogsTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void aPatternIsInsertedInOneStep();
    void theGalleryIsSearched();
    void columnsGoIntoWhatIsSelected();
    void aTemplateIsKeptAndUsed();
    void namesAreChangedTogether();
    void aWrongExpressionIsSaid();
    void constraintsAreNamedByRules();
    void dialogsOpenAsTheyWereLeft();
    void addressesBecomeConnections();
    void aDatabaseIsReadWithoutKeepingThePassword();
    void readingIsGivenUp();
    void textFollowsTheDrawing();
    void editedTextIsShownBeforeItIsApplied();
    void errorsInTheTextAreSaidWithTheirLine();
    void commentsThatNoModelHoldsAreListed();
    void theSameInSql();
    void typedTextOutlivesTheLanguage();

private:
    std::vector<model::GalleryEntry> bundled() const {
        return *model::listGallery(tests::sourceFolder().toStdString() + "/resources/gallery", false);
    }
    template <class Dialog, class... Args> Dialog* opened(Args&&... args) {
        auto* dialog = new Dialog(*m_bench, std::forward<Args>(args)..., m_window.get());
        dialog->open();
        if (!QTest::qWaitForWindowExposed(dialog))
            qFatal("the dialog does not show");
        return dialog;
    }
    TextPanel* text() {
        m_bench->actions().at("panel.text")->trigger();
        return m_window->bottomPanel()->text();
    }
    QStringList changes() {
        QStringList lines;
        const auto* list = m_window->findChild<QListWidget*>("textChanges");
        for (int row = 0; row < list->count(); ++row)
            lines << list->item(row)->text();
        return lines;
    }
    /// Types over the first place where something stands.
    static void replace(SchemaEditor* editor, const QString& what, const QString& by) {
        QTextCursor cursor = editor->document()->find(what);
        QVERIFY2(!cursor.isNull(), qPrintable(what + " is not in\n" + editor->toPlainText()));
        editor->setTextCursor(cursor);
        QTest::keyClick(editor, Qt::Key_Delete);
        const QStringList lines = by.split('\n');
        for (const QString& line : lines) {
            QTest::keyClicks(editor, line);
            if (&line != &lines.back())
                QTest::keyClick(editor, Qt::Key_Return);
        }
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Workbench> m_bench;
    std::unique_ptr<MainWindow> m_window;
    tests::SmallModel m_model;
};

void DialogsTest::initTestCase() {
    QVERIFY(bundled().size() >= 20);
}

void DialogsTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_folder->filePath("settings.ini"), QSettings::IniFormat);
    m_bench = std::make_unique<Workbench>(tests::plainServices());
    m_window = std::make_unique<MainWindow>(*m_bench, stageTable(), *m_settings);
    m_window->resize(1280, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_bench->document().reset(m_model.project);
    m_window->showStage("entities");
}

void DialogsTest::cleanup() {
    m_window.reset();
    m_bench.reset();
}

void DialogsTest::aPatternIsInsertedInOneStep() {
    QPointer<GalleryDialog> dialog = opened<GalleryDialog>(bundled());
    auto* search = dialog->findChild<QLineEdit*>();
    QTest::keyClicks(search, "ledger");
    auto* insert = dialog->findChild<QPushButton*>("insertPiece");
    QVERIFY(insert->isEnabled());
    QTest::keyClick(search, Qt::Key_Return);
    // Accounts, transactions, entries, beside users and posts; two patterns; one step.
    QCOMPARE(m_bench->project()->entities.size(), std::size_t(5));
    QCOMPARE(m_bench->project()->patterns.size(), std::size_t(2));
    QCOMPARE(m_bench->document().steps().size(), std::size_t(1));
    QCOMPARE(m_bench->selection().value().entities.size(), std::size_t(3));
    QTRY_VERIFY(!dialog);
    m_bench->document().undo();
    QVERIFY(*m_bench->project() == m_model.project);
}

void DialogsTest::theGalleryIsSearched() {
    GalleryDialog* dialog = opened<GalleryDialog>(bundled());
    auto* list = dialog->findChild<QListWidget*>();
    const int all = list->count();
    auto* search = dialog->findChild<QLineEdit*>();
    QTest::keyClicks(search, "type 2");
    QVERIFY(list->count() < all);
    QCOMPARE(list->currentItem()->text(), QString("Slowly changing dimension, type 2"));
    search->clear();
    const QString first = list->currentItem()->text();
    QTest::keyClick(search, Qt::Key_Down);
    QVERIFY(list->currentItem()->text() != first);
    QTest::keyClick(search, Qt::Key_Up);
    QCOMPARE(list->currentItem()->text(), first);
    QTest::keyClicks(search, "no such thing");
    QVERIFY(!dialog->findChild<QPushButton*>("insertPiece")->isEnabled());
    m_bench->language().setCode("zh_CN");
    search->clear();
    QTest::keyClicks(search, " ");
    QVERIFY(list->item(1)->text() != first);
    QTest::keyClick(search, Qt::Key_Escape);
}

void DialogsTest::columnsGoIntoWhatIsSelected() {
    m_bench->selection().clear();
    GalleryDialog* dialog = opened<GalleryDialog>(bundled());
    auto* search = dialog->findChild<QLineEdit*>();
    QTest::keyClicks(search, "audit");
    auto* insert = dialog->findChild<QPushButton*>("insertPiece");
    QVERIFY(!insert->isEnabled()); // into what?
    QTest::keyClick(search, Qt::Key_Escape);
    Selected both;
    both.entities = {m_model.users, m_model.posts};
    m_bench->selection().set(both);
    dialog = opened<GalleryDialog>(bundled());
    search = dialog->findChild<QLineEdit*>();
    QTest::keyClicks(search, "audit");
    QTest::mouseClick(dialog->findChild<QPushButton*>("insertPiece"), Qt::LeftButton);
    for (model::EntityId id : {m_model.users, m_model.posts})
        QCOMPARE(m_bench->project()->entities.find(id)->attributes.size(), std::size_t(6)); // two and four
    QCOMPARE(m_bench->document().steps().size(), std::size_t(1));
}

void DialogsTest::aTemplateIsKeptAndUsed() {
    const QString folder = m_folder->filePath("gallery");
    m_bench->selection().selectEntity(m_model.users);
    QPointer<KeepDialog> dialog = opened<KeepDialog>(folder);
    auto* title = dialog->findChild<QLineEdit*>();
    QTest::keyClicks(title, "Person"); // over the entity's name, which is selected
    QTest::keyClick(title, Qt::Key_Return);
    QTRY_VERIFY(!dialog);
    const auto kept = model::listGallery(folder.toStdString(), true);
    QVERIFY(kept.has_value() && kept->size() == 1);
    QCOMPARE(kept->front().in("").title, std::string("Person"));
    GalleryDialog* gallery = opened<GalleryDialog>(*kept);
    QTest::mouseClick(gallery->findChild<QPushButton*>("insertPiece"), Qt::LeftButton);
    QVERIFY(m_bench->project()->findEntity("users_2"));
}

void DialogsTest::namesAreChangedTogether() {
    QPointer<RenameDialog> dialog = opened<RenameDialog>();
    auto* find = dialog->findChild<QLineEdit*>("renameFind");
    QTest::keyClicks(find, "^(.*)s$");
    for (QCheckBox* box : dialog->findChildren<QCheckBox*>())
        if (box->text().contains("xpression"))
            QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
    auto* by = dialog->findChild<QLineEdit*>("renameReplace");
    QTest::keyClicks(by, "the_\\1");
    auto* style = dialog->findChild<QComboBox*>("renameStyle");
    style->setFocus();
    QTest::keyClick(style, Qt::Key_P); // PascalCase
    auto* table = dialog->findChild<QTableView*>();
    // users, posts and their four columns (id, name, id, author).
    QCOMPARE(table->model()->rowCount(), 6);
    QCOMPARE(table->model()->index(0, RenamingModel::After).data().toString(), QString("TheUser"));
    QTest::keyClick(find, Qt::Key_Return);
    QTRY_VERIFY(!dialog);
    QVERIFY(m_bench->project()->findEntity("TheUser") && m_bench->project()->findEntity("ThePost"));
    QCOMPARE(m_bench->document().steps().size(), std::size_t(1));
    m_bench->document().undo();
    QVERIFY(*m_bench->project() == m_model.project);
}

void DialogsTest::aWrongExpressionIsSaid() {
    RenameDialog* dialog = opened<RenameDialog>();
    auto* find = dialog->findChild<QLineEdit*>("renameFind");
    auto* rename = dialog->findChild<QPushButton*>("renameAll");
    QTest::keyClicks(find, "(");
    QVERIFY(!rename->isEnabled()); // no name has a parenthesis
    for (QCheckBox* box : dialog->findChildren<QCheckBox*>())
        if (box->text().contains("xpression"))
            box->setChecked(true);
    QVERIFY(find->property("invalid").toBool());
    find->clear();
    QTest::keyClicks(find, "users");
    QTest::keyClicks(dialog->findChild<QLineEdit*>("renameReplace"), "posts");
    QVERIFY(!rename->isEnabled()); // there would be two of them
    QTest::keyClick(find, Qt::Key_Escape);
    QVERIFY(m_bench->document().steps().empty());
}

void DialogsTest::constraintsAreNamedByRules() {
    m_bench->actions().at("model.naming")->trigger();
    QPointer<NamingDialog> dialog = m_window->findChild<NamingDialog*>();
    QVERIFY(dialog);
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    auto* table = dialog->findChild<QTableView*>();
    auto* apply = dialog->findChild<QPushButton*>("namingApply");
    QCOMPARE(table->model()->rowCount(), 0);
    QVERIFY(!apply->isEnabled());
    // The second convention of the list is PostgreSQL's: two primary keys and a foreign key get its names.
    auto* preset = dialog->findChild<QComboBox*>("namingPreset");
    QTest::keyClick(preset, Qt::Key_Down);
    QCOMPARE(table->model()->rowCount(), 3);
    QCOMPARE(table->model()->index(0, NamingModel::After).data().toString(), QString("users_pkey"));
    QCOMPARE(table->model()->index(2, NamingModel::After).data().toString(), QString("posts_author_fkey"));
    // One's own: typed, with the list in step; a placeholder that is none is said.
    auto* rule = dialog->findChild<QLineEdit*>("namingPrimaryKey");
    rule->setFocus();
    QTest::keyClick(rule, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(rule, "pk_{tabl}");
    QVERIFY(!apply->isEnabled());
    QCOMPARE(table->model()->rowCount(), 0);
    QTest::keyClick(rule, Qt::Key_Backspace);
    QTest::keyClicks(rule, "e}");
    QCOMPARE(table->model()->index(1, NamingModel::After).data().toString(), QString("pk_posts"));
    QCOMPARE(preset->currentIndex(), preset->count() - 1);
    QTest::keyClick(rule, Qt::Key_Return);
    QTRY_VERIFY(!dialog);
    QCOMPARE(m_bench->document().steps().size(), std::size_t(1));
    QCOMPARE(m_bench->project()->findEntity("posts")->primaryKey()->name, std::string("pk_posts"));
    QCOMPARE(m_bench->project()->relationships.begin()->name, std::string("posts_author_fkey"));
    // What is made from now on follows.
    QVERIFY(m_bench->apply("unique", [&](const model::Project& project) {
        return model::addUniqueKey(project, m_model.users, {m_model.usersName});
    }));
    QCOMPARE(m_bench->project()->findEntity("users")->keys.back().name, std::string("users_name_key"));
    while (m_bench->document().canUndo())
        m_bench->document().undo();
    QVERIFY(*m_bench->project() == m_model.project);
}

void DialogsTest::dialogsOpenAsTheyWereLeft() {
    QPointer<RenameDialog> dialog = opened<RenameDialog>();
    const QSize chosen = dialog->size() - QSize(40, 60); // small enough for any screen
    QVERIFY(chosen.width() >= dialog->minimumSizeHint().width());
    dialog->resize(chosen);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!dialog);
    dialog = opened<RenameDialog>();
    QCOMPARE(dialog->size(), chosen.expandedTo(dialog->minimumSizeHint()));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!dialog);
    // One from a larger screen fits this one.
    m_settings->setValue("dialogs/renameDialog", QSize(20000, 20000));
    dialog = opened<RenameDialog>();
    QVERIFY(dialog->width() <= dialog->screen()->availableSize().width());
    QVERIFY(dialog->height() <= dialog->screen()->availableSize().height());
}

void DialogsTest::addressesBecomeConnections() {
    DatabaseAddress address;
    address.host = "db.example";
    address.port = "5433";
    address.database = "my shop";
    address.user = "o'hara";
    address.password = "a\\b";
    QCOMPARE(QString::fromStdString(address.connection()),
             QString("host='db.example' port='5433' dbname='my shop' user='o\\'hara' password='a\\\\b'"));
    address.kind = DatabaseAddress::MySql;
    QCOMPARE(QString::fromStdString(address.connection()), QString("mysql://o%27hara:a%5Cb@db.example:5433/my%20shop"));
    address.host = "/run/mysqld/mysqld.sock";
    address.port.clear();
    address.password.clear();
    QCOMPARE(QString::fromStdString(address.connection()),
             QString("mysql://o%27hara@localhost/my%20shop?socket=%2Frun%2Fmysqld%2Fmysqld.sock"));
    address.kind = DatabaseAddress::Sqlite;
    QCOMPARE(address.connection(), std::string("my shop"));
    QCOMPARE(address.kindName(), std::string("sqlite"));
}

void DialogsTest::aDatabaseIsReadWithoutKeepingThePassword() {
    std::string asked;
    const auto reader = [&asked](const std::string&, const std::string& connection) -> model::Result<model::Imported> {
        asked = connection;
        if (connection.find("right") == std::string::npos)
            return model::fail(model::ErrorCode::Io, "the server said no", "check host, port, user and password");
        return model::importPostgres({{"live", "CREATE TABLE t (id int);"}});
    };
    QPointer<ConnectDialog> dialog = opened<ConnectDialog>(*m_settings, reader);
    std::size_t entities = 0;
    connect(dialog.data(), &ConnectDialog::imported, this,
            [&](const model::Imported& imported) { entities = imported.project.entities.size(); });
    QTest::keyClicks(dialog->findChild<QLineEdit*>("connectHost"), "h");
    auto* password = dialog->findChild<QLineEdit*>("connectPassword");
    QTest::keyClicks(password, "wrong");
    auto* import = dialog->findChild<QPushButton*>("connectImport");
    QTest::keyClick(password, Qt::Key_Return);
    QTRY_VERIFY(import->isEnabled());
    bool said = false;
    for (const QLabel* label : dialog->findChildren<QLabel*>())
        said = said || label->text().contains("the server said no");
    QVERIFY(said);
    QCOMPARE(password->text(), QString("wrong")); // still there to be corrected
    QTRY_VERIFY(password->hasFocus());
    password->clear();
    QTest::keyClicks(password, "right");
    QTest::keyClick(password, Qt::Key_Return);
    QTRY_VERIFY(!dialog);
    QCOMPARE(entities, std::size_t(1));
    QCOMPARE(QString::fromStdString(asked), QString("host='h' password='right'"));
    m_settings->sync();
    QFile file(m_settings->fileName());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray kept = file.readAll();
    QVERIFY(kept.contains("host=h"));
    QVERIFY2(!kept.contains("right") && !kept.contains("wrong"), kept.constData());
}

void DialogsTest::readingIsGivenUp() {
    auto hold = std::make_shared<std::atomic<bool>>(true);
    const auto reader = [hold](const std::string&, const std::string&) -> model::Result<model::Imported> {
        hold->wait(true);
        return model::importPostgres({{"live", "CREATE TABLE t (id int);"}});
    };
    ConnectDialog* dialog = opened<ConnectDialog>(*m_settings, reader);
    bool imported = false;
    connect(dialog, &ConnectDialog::imported, this, [&] { imported = true; });
    auto* import = dialog->findChild<QPushButton*>("connectImport");
    QTest::mouseClick(import, Qt::LeftButton);
    QVERIFY(!import->isEnabled());
    for (QPushButton* button : dialog->findChildren<QPushButton*>())
        if (button->text().contains("Cancel"))
            QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(dialog->isVisible() && import->isEnabled()); // to be corrected and tried again
    hold->store(false);
    hold->notify_all();
    QTRY_VERIFY(m_bench->jobs().running().empty());
    QVERIFY(!imported);
    dialog->close();
}

void DialogsTest::textFollowsTheDrawing() {
    TextPanel* panel = text();
    QVERIFY(panel->isVisible());
    QVERIFY(panel->editor()->toPlainText().contains("Table users {"));
    QVERIFY(m_bench->apply("rename", [this](const model::Project& project) {
        return model::renameEntity(project, m_model.users, "people");
    }));
    QVERIFY(panel->editor()->toPlainText().contains("Table people {"));
    m_bench->document().undo();
    QVERIFY(panel->editor()->toPlainText().contains("Table users {"));
    m_window->findChild<QWidget*>("textFormat")->findChildren<QAbstractButton*>().at(1)->click();
    QVERIFY(panel->editor()->toPlainText().contains("CREATE TABLE users ("));
    // What is chosen on the canvas is shown in the text.
    m_window->stage()->activate();
    m_bench->selection().selectEntity(m_model.posts);
    QVERIFY2(panel->editor()->textCursor().block().text().contains("posts"),
             qPrintable(panel->editor()->textCursor().block().text()));
}

void DialogsTest::editedTextIsShownBeforeItIsApplied() {
    TextPanel* panel = text();
    SchemaEditor* editor = panel->editor();
    auto* apply = m_window->findChild<QPushButton*>("textApply");
    QVERIFY(!apply->isEnabled());
    replace(editor, "  name", "  email varchar(80) [unique]\n  name");
    QVERIFY(panel->isEdited());
    QTRY_VERIFY_WITH_TIMEOUT(apply->isEnabled(), 20000);
    QVERIFY(m_bench->document().steps().empty()); // nothing happened yet
    QVERIFY2(changes().contains("+ users: attribute email added"), qPrintable(changes().join('\n')));
    QVERIFY2(!changes().filter("key").isEmpty(), qPrintable(changes().join('\n')));
    // Somebody draws meanwhile: the typed text stays, and is compared anew.
    QVERIFY(m_bench->apply("volume", [this](const model::Project& project) {
        return model::setVolume(project, m_model.users, {model::Rows{1000}, 0, 0, {}});
    }));
    QVERIFY(panel->isEdited());
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->jobs().running().empty(), 20000);
    QTRY_VERIFY_WITH_TIMEOUT(apply->isEnabled(), 20000);
    QTest::keyClick(editor, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_bench->document().steps().size(), std::size_t(2));
    const model::Entity& users = *m_bench->project()->entities.find(m_model.users);
    QVERIFY(users.findByName("email"));
    QCOMPARE(users.volume.rows->value, std::int64_t(1000));
    QCOMPARE(users.findByName("name")->id, m_model.usersName);
    QCOMPARE(m_bench->project()->diagram->positions.at(m_model.posts).x, 400.0);
    QVERIFY(!panel->isEdited());
    QVERIFY(editor->toPlainText().contains("email varchar(80)"));
    m_bench->document().undo();
    QVERIFY(!editor->toPlainText().contains("email"));
}

void DialogsTest::errorsInTheTextAreSaidWithTheirLine() {
    TextPanel* panel = text();
    SchemaEditor* editor = panel->editor();
    auto* apply = m_window->findChild<QPushButton*>("textApply");
    const QString before = editor->toPlainText();
    replace(editor, "Table users", "Tabel users"); // the first line of a text that begins with it
    QTRY_VERIFY_WITH_TIMEOUT(!changes().filter("Line 1").isEmpty(), 20000);
    QVERIFY(!apply->isEnabled());
    QTest::keyClick(editor, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(m_bench->document().steps().empty());
    QVERIFY(m_bench->project()->findEntity("users")); // an unread table is no removed one
    QTest::mouseClick(m_window->findChild<QPushButton*>("textRevert"), Qt::LeftButton);
    QCOMPARE(editor->toPlainText(), before);
    QVERIFY(!panel->isEdited());
}

/// A comment is not lost in silence: it is listed with its line before anything is applied; one in quotes is none.
void DialogsTest::commentsThatNoModelHoldsAreListed() {
    TextPanel* panel = text();
    replace(panel->editor(), "Table users", "// who reads and writes\nTable users");
    QTRY_VERIFY_WITH_TIMEOUT(!changes().filter("who reads and writes").isEmpty(), 20000);
    const QString line = changes().filter("who reads and writes").front();
    QVERIFY2(line.startsWith(QChar(0x25b2)) && line.contains("Line 1") && line.contains("Note:"), qPrintable(line));
    QVERIFY(!m_window->findChild<QPushButton*>("textApply")->isEnabled()); // the model says the same
    const model::Diagnostics sql = model::typedComments(
        "-- kept\nCREATE TABLE a (b text DEFAULT '-- no', c text); /* two\n lines */\nSELECT $x$ -- no $x$; -- new",
        "-- kept\nCREATE TABLE a (b text);", true);
    QCOMPARE(sql.size(), std::size_t(2));
    QCOMPARE(sql[0].message, std::string("The comment “two lines” is not kept"));
    QCOMPARE(sql[0].line, 2);
    QCOMPARE(sql[1].message, std::string("The comment “new” is not kept"));
    QCOMPARE(sql[1].line, 4);
}

void DialogsTest::theSameInSql() {
    TextPanel* panel = text();
    m_window->findChild<QWidget*>("textFormat")->findChildren<QAbstractButton*>().at(1)->click();
    auto* apply = m_window->findChild<QPushButton*>("textApply");
    QTextCursor end = panel->editor()->textCursor();
    end.movePosition(QTextCursor::End);
    panel->editor()->setTextCursor(end);
    QTest::keyClicks(panel->editor(), "CREATE TABLE tags (post_id bigint REFERENCES posts (id), word text);");
    QTRY_VERIFY_WITH_TIMEOUT(apply->isEnabled(), 20000);
    QVERIFY2(changes().contains("+ entity tags added"), qPrintable(changes().join('\n')));
    QTest::mouseClick(apply, Qt::LeftButton);
    QCOMPARE(m_bench->project()->relationships.size(), std::size_t(2));
}

void DialogsTest::typedTextOutlivesTheLanguage() {
    TextPanel* panel = text();
    replace(panel->editor(), "  name", "  nickname");
    m_bench->language().setCode("zh_CN");
    TextPanel* after = m_window->bottomPanel()->text();
    QVERIFY(after != panel);
    QVERIFY(after->editor()->toPlainText().contains("nickname"));
    QVERIFY(after->isEdited());
}

QTEST_MAIN(DialogsTest)
#include "dialogs_test.moc"
