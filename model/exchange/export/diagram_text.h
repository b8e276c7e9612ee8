// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/schema/project.h"

namespace shardscape::model {

/// The schema as a Mermaid erDiagram (mermaid 10 and later). Mermaid allows letters, digits, "_" and "-" in the names
/// of attributes and types; other characters become "_" there. Names of entities are quoted and kept.
std::string writeMermaid(const Project& project);

/// The schema as DBML: tables, columns with settings, indexes, references, enumerations, notes.
std::string writeDbml(const Project& project);

/// A type in engine-neutral words: "varchar(30)", "decimal(10,2)", "order_status", "text[]"; the native spelling where
/// the type has one.
std::string typeWords(const Project& project, const Type& type);

} // namespace shardscape::model
