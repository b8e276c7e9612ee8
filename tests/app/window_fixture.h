// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QSettings>
#include <QTemporaryDir>

#include "app/shell/main_window.h"
#include "app/shell/workbench.h"
#include "model/edit/attribute_edits.h"
#include "model/edit/diagram_edits.h"
#include "model/edit/entity_edits.h"
#include "model/edit/key_edits.h"
#include "model/edit/relationship_edits.h"
#include "tests/support/folders.h"

namespace shardscape::tests {

/// The estimator of tests that are about the window: figures that follow from the model by arithmetic one can do in
/// one's head, so that a test knows what the window must show. Peak = sum of the patterns' averages; storage = 100
/// bytes a row.
inline model::Result<estimator::Estimate> plainEstimate(const model::Project& project, const model::EngineProfile&,
                                                        const model::Layout&, const estimator::EstimateOptions&,
                                                        std::stop_token) {
    using estimator::Figure;
    using estimator::Origin;
    using estimator::Unit;
    estimator::Estimate estimate;
    double rate = 0;
    for (const model::AccessPattern& pattern : project.patterns) {
        rate += pattern.rate.average.value;
        estimator::PatternEstimate figures;
        figures.pattern = pattern.id;
        figures.name = pattern.name;
        figures.qps = Figure::leaf(pattern.name, pattern.rate.average.value, Unit::PerSecond, Origin::User);
        figures.p99 = Figure::leaf("p99", 0.01, Unit::Seconds, Origin::Default);
        estimate.patterns.push_back(figures);
    }
    double rows = 0;
    for (const model::Entity& entity : project.entities)
        rows += entity.volume.rows ? double(entity.volume.rows->value) : 0;
    const Figure allRows = Figure::leaf("rows", rows, Unit::Rows, Origin::User);
    estimate.peakQps = Figure::leaf("peak", rate, Unit::PerSecond, Origin::User);
    estimate.storageInAYear = Figure::derived("storage", rows * 100, Unit::Bytes, "rows × 100 bytes", {allRows});
    estimate.nodes.count = Figure::leaf("nodes", 3, Unit::Nodes, Origin::Default);
    estimate.nodes.binding = "writes";
    estimate.worstP99 = Figure::leaf("p99", 0.01, Unit::Seconds, Origin::Default);
    return estimate;
}

inline std::shared_ptr<const model::EngineCatalogue> catalogue() {
    auto loaded = model::EngineCatalogue::load({sourceFolder().toStdString() + "/resources/engines"});
    return loaded ? std::make_shared<const model::EngineCatalogue>(std::move(*loaded)) : nullptr;
}

/// A workbench with the plain estimator.
inline app::Workbench::Services plainServices() {
    return {catalogue(), plainEstimate, sourceFolder() + QStringLiteral("/resources/samples")};
}

/// A workbench with the product's own estimator.
inline app::Workbench::Services services() {
    app::Workbench::Services provided = plainServices();
    provided.estimate = &estimator::estimate;
    return provided;
}

/// users ← posts, with places: users at (0, 0), posts at (400, 0). Both have an "id" key; posts.author refers to
/// users.id.
struct SmallModel {
    model::Project project;
    model::EntityId users, posts;
    model::AttributeId usersId, usersName, postsId, author;
    model::RelationshipId authorship;

    SmallModel() {
        const auto entity = [this](const char* name, const char* second, double x) {
            model::Entity draft;
            draft.name = name;
            model::Attribute id;
            id.id = model::AttributeId{1};
            id.name = "id";
            id.type.kind = model::TypeKind::Int64;
            id.nullable = false;
            model::Attribute other = id;
            other.id = model::AttributeId{2};
            other.name = second;
            draft.attributes = {id, other};
            model::Key key;
            key.id = model::KeyId{3};
            key.kind = model::KeyKind::Primary;
            key.attributes = {id.id};
            draft.keys = {key};
            const model::EntityId made{project.nextId};
            project = model::addEntity(project, draft, model::Point{x, 0}).value();
            return made;
        };
        users = entity("users", "name", 0);
        posts = entity("posts", "author", 400);
        const model::Entity* u = project.entities.find(users);
        const model::Entity* p = project.entities.find(posts);
        usersId = u->attributes[0].id;
        usersName = u->attributes[1].id;
        postsId = p->attributes[0].id;
        author = p->attributes[1].id;
        authorship = model::RelationshipId{project.nextId};
        project = model::connectAttributes(project, {posts, author}, {users, usersId}).value();
    }
};

} // namespace shardscape::tests
