// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeWidget>

#include "app/shell/workbench.h"

namespace shardscape::model {
struct DocumentField;
}

namespace shardscape::app {

/// The documents of a document engine as trees: the fields of a collection, and indented within them those of the
/// children that lie inside, with how many there are. A click selects the entity or column.
class DocumentTree : public QTreeWidget {
    Q_OBJECT
public:
    explicit DocumentTree(Workbench& workbench, QWidget* parent = nullptr);

    /// The collection of that name, or without one all that hold children; nothing is seen on other engines.
    void refresh(const std::string& collection);

private:
    void add(QTreeWidgetItem* parent, const model::DocumentField& field);

    Workbench& m_workbench;
};

} // namespace shardscape::app
