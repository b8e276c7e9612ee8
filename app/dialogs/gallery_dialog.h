// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "app/shell/workbench.h"
#include "model/exchange/import/gallery.h"

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace shardscape::app {

class PiecePreview;

/// Ready pieces to choose from, with what they are good for and a picture: patterns of modelling, sets of columns,
/// one's own. Inserting is one step of the history; a set of columns goes into the selected entities. Deletes itself
/// when closed.
class GalleryDialog : public QDialog {
    Q_OBJECT
public:
    GalleryDialog(Workbench& workbench, std::vector<model::GalleryEntry> entries, QWidget* parent);

    /// Opens one with the bundled and the user's own pieces, or says why there is none.
    static void ask(Workbench& workbench, QWidget* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void show(int row);
    void insert();
    void forget();
    const model::GalleryEntry* current() const;
    std::vector<model::EntityId> targets() const;

    Workbench& m_workbench;
    std::vector<model::GalleryEntry> m_entries;
    model::Project m_piece; ///< of the chosen entry
    QLineEdit* m_search;
    QListWidget* m_list;
    QLabel* m_title;
    QLabel* m_about;
    QLabel* m_effect; ///< what inserting would add
    PiecePreview* m_preview;
    QPushButton* m_insert;
    QPushButton* m_forget;
};

} // namespace shardscape::app
