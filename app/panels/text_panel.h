// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include "app/shell/workbench.h"
#include "model/base/diagnostic.h"

class QLabel;
class QListWidget;
class QPushButton;

namespace shardscape::app {

class SchemaEditor;
class SegmentedControl;

/// The schema as text beside the drawing, DBML or SQL, in step with it both ways: what is drawn is written here at
/// once; what is typed here is read in the background and listed as the changes it would make, and applied, as one step
/// of the history, when the user says so. What the text cannot say stays as it is (model/edit/merge_schema.h); comments
/// that are no part of the model do not stay in the text, and are listed before they go.
class TextPanel : public QWidget {
    Q_OBJECT
public:
    enum Format { Dbml, Sql };
    explicit TextPanel(Workbench& workbench, QWidget* parent = nullptr);

    SchemaEditor* editor() const { return m_editor; }
    /// True when the text is not what the model says.
    bool isEdited() const { return m_edited; }
    /// Takes the place of another one: the same format, and what was typed.
    void continueFrom(const TextPanel& before);

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Reading;
    void build();
    void chooseFormat(int format);
    void write();
    void follow();
    void followSelection();
    void edited();
    void check();
    void checked(const std::shared_ptr<const Reading>& reading);
    void show(const Reading& reading);
    void apply();
    void revert();

    Workbench& m_workbench;
    SegmentedControl* m_formats;
    SchemaEditor* m_editor;
    QListWidget* m_changes;
    QLabel* m_verdict;
    QPushButton* m_apply;
    QPushButton* m_revert;
    QTimer m_checkLater;
    std::shared_ptr<JobState> m_checking;
    std::shared_ptr<const Reading> m_reading; ///< of what is in the editor, when it can be applied
    int m_format = Dbml;
    ProjectPtr m_written;   ///< the version that the text was written from
    std::string m_original; ///< the text as it was written
    bool m_edited = false;
    bool m_filling = false;
};

} // namespace shardscape::app
