// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/physical/document_shape.h"

#include <algorithm>

#include "model/physical/document_view.h"

namespace shardscape::model {
namespace {

class Shapes {
public:
    explicit Shapes(const Project& project)
        : m_source(project)
        , m_view(documentView(project)) {}

    std::vector<DocumentShape> run() const {
        std::vector<DocumentShape> shapes;
        for (const Entity& entity : m_view.project.entities)
            shapes.push_back({entity.id, entity.name, fieldsOf(entity, {}, 0)});
        return shapes;
    }

private:
    /// Without the columns by which it refers to the document that it lies in.
    std::vector<DocumentField> fieldsOf(const Entity& entity, const std::vector<AttributeId>& without,
                                        int depth) const {
        std::vector<DocumentField> fields;
        std::vector<const Embedding*> told;
        for (const Attribute& attribute : entity.attributes) {
            if (std::find(without.begin(), without.end(), attribute.id) != without.end())
                continue;
            const auto embedded =
                std::find_if(m_view.embedded.begin(), m_view.embedded.end(), [&](const Embedding& each) {
                    return each.parent == entity.id && each.field == attribute.id;
                });
            if (embedded == m_view.embedded.end()) {
                DocumentField field;
                field.name = attribute.name;
                field.column = {entity.id, attribute.id};
                field.type = attribute.type;
                field.nullable = attribute.nullable;
                fields.push_back(std::move(field));
            } else {
                told.push_back(&*embedded);
                fields.push_back(within(*embedded, attribute.name, depth));
            }
        }
        // Of one that lies in another itself, the source does not have the field.
        for (const Embedding& each : m_view.embedded)
            if (each.parent == entity.id && std::find(told.begin(), told.end(), &each) == told.end())
                if (const Entity* child = m_source.entities.find(each.child))
                    fields.push_back(within(each, child->name, depth));
        return fields;
    }

    DocumentField within(const Embedding& embedding, const std::string& name, int depth) const {
        DocumentField field;
        field.name = name;
        field.column = {embedding.child, {}};
        field.type.kind = TypeKind::Json;
        field.nullable = false;
        field.mean = embedding.elements;
        const Entity* child = m_source.entities.find(embedding.child);
        if (!child || depth > 8)
            return field;
        std::vector<AttributeId> reference;
        field.list = true;
        for (const Relationship& up : m_source.relationships) {
            if (up.child != embedding.child || up.parent != embedding.parent)
                continue;
            reference = up.childAttributes;
            field.list = !child->isUnique(up.childAttributes);
            if (up.fanOut.shape == FanOutShape::Fixed && up.fanOut.mean)
                field.most = up.fanOut.mean;
            if (up.fanOut.maximum)
                field.most = up.fanOut.maximum;
        }
        if (!field.list)
            field.most = 1;
        field.fields = fieldsOf(*child, reference, depth + 1);
        return field;
    }

    const Project& m_source;
    DocumentView m_view;
};

} // namespace

bool DocumentShape::hasEmbedded() const {
    return std::any_of(fields.begin(), fields.end(), [](const DocumentField& field) { return !field.fields.empty(); });
}

std::vector<DocumentShape> documentShapes(const Project& project) {
    return Shapes(project).run();
}

} // namespace shardscape::model
