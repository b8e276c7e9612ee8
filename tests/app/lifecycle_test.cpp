// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Tiers, removal and holds of an entity, edited by real keys and clicks beside its volume. Expectations by hand.
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

#include "app/canvas/canvas_view.h"
#include "app/stages/entities/entity_inspector.h"
#include "tests/app/window_fixture.h"

using namespace shardscape;
using model::RowRemoval;
using model::TierMedium;
using tests::SmallModel;

class LifecycleFieldsTest : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_model = std::make_unique<SmallModel>();
        m_bench = std::make_unique<app::Workbench>(tests::plainServices());
        m_window = std::make_unique<QWidget>();
        auto* column = new QVBoxLayout(m_window.get());
        m_view = new app::CanvasView(*m_bench, m_window.get());
        m_inspector = new app::EntityInspector(*m_bench, m_view->commands(), m_window.get());
        column->addWidget(m_view);
        column->addWidget(m_inspector);
        m_window->resize(900, 1200);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_bench->document().reset(m_model->project);
        m_bench->selection().selectEntity(m_model->users);
    }
    void cleanup() {
        m_window.reset();
        m_bench.reset();
    }

    void removalAndHold() {
        QVERIFY(!field<QLineEdit>("entityPartitionTime")->isVisible()); // rows go one by one
        auto* removal = field<QComboBox>("entityRemoval");
        removal->setFocus();
        QTest::keyClick(removal, Qt::Key_Down);
        QCOMPARE(int(volume().removal), int(RowRemoval::Partitions));
        auto* partition = field<QLineEdit>("entityPartitionTime");
        QVERIFY(partition->isVisible());
        type(partition, "7 d");
        QCOMPARE(volume().partitionDays, 7.0);
        auto* hold = field<QCheckBox>("entityHold");
        hold->setFocus();
        QTest::keyClick(hold, Qt::Key_Space);
        QVERIFY(volume().legalHold);
        while (m_bench->document().canUndo())
            m_bench->document().undo();
        QVERIFY(m_bench->project()->entities.find(m_model->users)->volume ==
                m_model->project.entities.find(m_model->users)->volume);
        QVERIFY(!field<QCheckBox>("entityHold")->isChecked());
    }

    void tiersAreAddedChangedAndRemoved() {
        press("addTier");
        QCOMPARE(volume().tiers.size(), std::size_t(1));
        QCOMPARE(volume().tiers[0].afterDays, 90.0);
        type(inTier<QLineEdit>(0, "tierAge"), "30 d");
        QCOMPARE(volume().tiers[0].afterDays, 30.0);
        type(inTier<QLineEdit>(0, "tierBytes"), "20 %");
        QCOMPARE(*volume().tiers[0].bytesRatio, 0.2);
        type(inTier<QLineEdit>(0, "tierRows"), "50");
        QCOMPARE(*volume().tiers[0].rowsRatio, 0.5);
        type(inTier<QLineEdit>(0, "tierName"), "lake");
        QCOMPARE(volume().tiers[0].name, std::string("lake"));
        press("addTier"); // behind the first, twice as old
        QCOMPARE(volume().tiers.size(), std::size_t(2));
        QCOMPARE(volume().tiers[1].afterDays, 60.0);
        QCOMPARE(int(volume().tiers[1].medium), int(TierMedium::Archive));
        // Younger than the one before is refused, and the field says again what holds.
        type(inTier<QLineEdit>(1, "tierAge"), "10 d");
        QCOMPARE(volume().tiers[1].afterDays, 60.0);
        const QString shown = inTier<QLineEdit>(1, "tierAge")->text();
        QVERIFY2(!shown.contains("10"), qPrintable(shown));
        auto* medium = inTier<QComboBox>(1, "tierMedium");
        medium->setFocus();
        QTest::keyClick(medium, Qt::Key_Up);
        QCOMPARE(int(volume().tiers[1].medium), int(TierMedium::InfrequentAccess));
        QTest::mouseClick(inTier<QPushButton>(0, "removeTier"), Qt::LeftButton);
        QCOMPARE(volume().tiers.size(), std::size_t(1));
        QCOMPARE(int(volume().tiers[0].medium), int(TierMedium::InfrequentAccess));
        while (m_bench->document().canUndo())
            m_bench->document().undo();
        QVERIFY(volume().tiers.empty());
    }

private:
    const model::Volume& volume() const { return m_bench->project()->entities.find(m_model->users)->volume; }
    template <class T> T* field(const char* name) const {
        return m_inspector->findChild<T*>(QString::fromLatin1(name));
    }
    /// Of the tiers that are shown now: those before are only deleted with the next turn of the event loop.
    template <class T> T* inTier(int tier, const char* name) const {
        const auto boxes = m_inspector->findChildren<QWidget*>(QStringLiteral("tier%1").arg(tier));
        return boxes.isEmpty() ? nullptr : boxes.last()->findChild<T*>(QString::fromLatin1(name));
    }
    void press(const char* name) { QTest::mouseClick(field<QPushButton>(name), Qt::LeftButton); }
    static void type(QLineEdit* field, const QString& text) {
        field->setFocus();
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
    }

    std::unique_ptr<SmallModel> m_model;
    std::unique_ptr<app::Workbench> m_bench;
    std::unique_ptr<QWidget> m_window;
    app::CanvasView* m_view = nullptr;
    app::EntityInspector* m_inspector = nullptr;
};

QTEST_MAIN(LifecycleFieldsTest)
#include "lifecycle_test.moc"
