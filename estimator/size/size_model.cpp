// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimator/size/size_model.h"

#include "estimator/size/family_models.h"

namespace shardscape::estimator {

using namespace model;

namespace {

/// Payload alone, for families whose storage is not modelled.
class PayloadModel : public SizeModel {
public:
    PayloadModel(const SizeContext& context, const Structure& structure)
        : m_context(context)
        , m_structure(structure) {
        for (const StructureColumn& column : structure.columns) {
            const Entity* entity = context.project.entities.find(column.source.entity);
            const Attribute* attribute = entity ? entity->find(column.source.attribute) : nullptr;
            m_rowBytes +=
                attribute ? context.cardinality.valueBytes(*attribute) : compositionBytes(context, column.composition);
        }
    }
    StructureEstimate now() const override {
        StructureEstimate out;
        out.name = m_structure.name;
        out.entity = m_structure.entity;
        out.rows = rowsFigure(m_context, m_structure.entity);
        out.rowBytes = Figure::leaf("payload of a row", m_rowBytes, Unit::Bytes, Origin::Default,
                                    "sum of the columns' mean lengths; this engine's own overheads are not modelled");
        out.tableBytes = Figure::derived("table " + m_structure.name, out.rows.value() * m_rowBytes, Unit::Bytes,
                                         "rows × payload of a row", {out.rows, out.rowBytes});
        out.totalBytes = Figure::derived("bytes of " + m_structure.name, out.tableBytes.value(), Unit::Bytes, "table",
                                         {out.tableBytes});
        return out;
    }
    double bytes(const RowsOf& rowsOf) const override { return rowsOf(m_structure.entity) * m_rowBytes; }

private:
    const SizeContext& m_context;
    const Structure& m_structure;
    double m_rowBytes = 0;
};

} // namespace

std::unique_ptr<SizeModel> payloadModel(const SizeContext& context, const Structure& structure) {
    return std::make_unique<PayloadModel>(context, structure);
}

std::unique_ptr<SizeModel> sizeModelFor(const SizeContext& context, const Structure& structure) {
    if (structure.kind == StructureKind::Cache && context.profile.storage != StorageFamily::Memory)
        return context.profile.find("cache.storage.object_bytes") ? memoryModel(context, structure, "cache.")
                                                                  : payloadModel(context, structure);
    switch (context.profile.storage) {
    case StorageFamily::HeapBTree: return heapModel(context, structure);
    case StorageFamily::ClusteredBTree:
    case StorageFamily::RecordTree: return treeModel(context, structure);
    case StorageFamily::Lsm: return lsmModel(context, structure);
    case StorageFamily::ItemStore: return itemModel(context, structure);
    case StorageFamily::Document: return documentModel(context, structure);
    case StorageFamily::Columnar: return columnarModel(context, structure);
    case StorageFamily::TimeSeries: return timeSeriesModel(context, structure);
    case StorageFamily::Log: return logModel(context, structure);
    case StorageFamily::Inverted: return invertedModel(context, structure);
    case StorageFamily::Memory: return memoryModel(context, structure, "");
    default: return payloadModel(context, structure);
    }
}

} // namespace shardscape::estimator
