// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/base/result.h"
#include "model/schema/project.h"

/// What users say of entities and columns beyond what the model knows: properties with a value, and tags, which have
/// none. "of" is a column, or with the attribute 0 the entity itself. Names are unique within their object; blanks
/// around names and values go, as does a "#" in front of a name. Errors of all: NotFound; Invalid for a name that is
/// empty, too long, or has one of ( ) = , or quotes in it, and for a value of several lines or more than 1000 bytes.
namespace shardscape::model {

/// The properties of the object, nullptr when it is not there.
const std::vector<Property>* propertiesOf(const Project& project, const ColumnRef& of);

/// Gives the property the value, or adds it at the end.
Result<Project> putProperty(const Project& project, const ColumnRef& of, const Property& property);
/// Errors: Conflict when the new name is taken.
Result<Project> renameProperty(const Project& project, const ColumnRef& of, const std::string& name,
                               const std::string& newName);
/// The same version when there is no such property, as of some of several objects.
Result<Project> removeProperty(const Project& project, const ColumnRef& of, const std::string& name);
/// All at once. Errors: Conflict when a name comes twice.
Result<Project> setProperties(const Project& project, const ColumnRef& of, std::vector<Property> properties);

/// The value of the property; nullptr when it is not among them.
const std::string* valueOf(const std::vector<Property>& properties, const std::string& name);

/// "#pii #core owner=payments", as people search for it; empty without properties.
std::string propertiesText(const std::vector<Property>& properties);

} // namespace shardscape::model
