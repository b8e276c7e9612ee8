// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>

#include "app/shell/stage.h"

class QMenu;
class QStackedWidget;
class QTableView;

namespace shardscape::app {

class Card;
class DdlPreview;
class DocumentTree;
class EmptyState;
class EngineHeader;
class PlanMatrixModel;
class PropertyList;
class StructureCardModel;
class StructureCards;

/// Where the data lives: every pattern against every engine, what the user decided about an engine, and the structures
/// of the design. The inspector shows the plan of the chosen cell, or the chosen structure, and the native schema.
class PhysicalStage : public Stage {
    Q_OBJECT
public:
    explicit PhysicalStage(Workbench& workbench, QWidget* parent = nullptr);

    QList<QAction*> headerActions() override;
    QWidget* inspector() override;
    void activate() override;

private:
    void build();
    void buildActions();
    void fillEngineMenu();
    void addEngine(const std::string& engine);
    void refresh();
    void fitMatrix();
    void followSelection();
    void chooseCell(const QModelIndex& index);
    void showInspector();
    void showPlan(const estimator::PatternEstimate& pattern, const estimator::Estimate& estimate,
                  const QString& engine);
    void showStructure(const model::Structure& structure, const estimator::Estimate& estimate);
    void showDesign(const estimator::Estimate& estimate, const QString& engine);

    PlanMatrixModel* m_model = nullptr;
    QTableView* m_matrix = nullptr;
    EngineHeader* m_header = nullptr;
    Card* m_matrixCard = nullptr;
    StructureCardModel* m_cardModel = nullptr;
    StructureCards* m_cards = nullptr;
    QStackedWidget* m_pages = nullptr;
    EmptyState* m_empty = nullptr;
    EmptyState* m_failed = nullptr;
    QStackedWidget* m_below = nullptr;
    QPointer<QWidget> m_inspector;
    QPointer<PropertyList> m_list;
    QPointer<DocumentTree> m_documents;
    QPointer<DdlPreview> m_ddl;
    QAction* m_add = nullptr;
    QAction* m_export = nullptr;
    QMenu* m_engines = nullptr;
    bool m_following = false;
};

} // namespace shardscape::app
