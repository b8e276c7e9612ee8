// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The size models of the families. Not for use outside estimator/size.
#pragma once

#include "estimator/size/size_model.h"

namespace shardscape::estimator {

std::unique_ptr<SizeModel> heapModel(const SizeContext& context, const model::Structure& structure);
/// InnoDB and SQLite.
std::unique_ptr<SizeModel> treeModel(const SizeContext& context, const model::Structure& structure);
std::unique_ptr<SizeModel> lsmModel(const SizeContext& context, const model::Structure& structure);
std::unique_ptr<SizeModel> itemModel(const SizeContext& context, const model::Structure& structure);
std::unique_ptr<SizeModel> timeSeriesModel(const SizeContext& context, const model::Structure& structure);
std::unique_ptr<SizeModel> invertedModel(const SizeContext& context, const model::Structure& structure);
std::unique_ptr<SizeModel> logModel(const SizeContext& context, const model::Structure& structure);
std::unique_ptr<SizeModel> columnarModel(const SizeContext& context, const model::Structure& structure);
std::unique_ptr<SizeModel> documentModel(const SizeContext& context, const model::Structure& structure);
/// "prefix": "" on a memory engine, "cache." for a cache in front of another.
std::unique_ptr<SizeModel> memoryModel(const SizeContext& context, const model::Structure& structure,
                                       const char* prefix);
std::unique_ptr<SizeModel> payloadModel(const SizeContext& context, const model::Structure& structure);

} // namespace shardscape::estimator
