// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "model/exchange/import/import.h"

namespace shardscape::model {

/// A kind of file that becomes a project.
///
/// To add one, write `import/format_<name>.cpp` with a function `ImportFormat <name>Format()` in this namespace, and
/// its test `tests/model/<name>_import_test.cpp`. The build lists every format_*.cpp in the table by itself; the
/// command line, the window and drag and drop follow from the table.
struct ImportFormat {
    std::string name;                    ///< as in --from: "mysql"
    std::string title;                   ///< for people: "MySQL and MariaDB DDL"
    std::vector<std::string> otherNames; ///< "mariadb"
    std::vector<std::string> extensions; ///< without a point, in lower case; several formats may share one ("sql")
    /// How sure the text is to be of this format: 0 certainly not, 100 certainly.
    int (*sniff)(std::string_view text) = nullptr;
    /// Reads one or more files in order into a new project. Statements or parts that cannot be read or modelled become
    /// diagnostics with their line; the rest is imported. It asks the token between statements. Errors: Invalid when
    /// nothing at all could be read; Cancelled.
    Result<Imported> (*read)(const std::vector<ImportSource>& sources, std::stop_token stop) = nullptr;
    bool sql = false; ///< a dialect of SQL, which --dialect can choose
};

/// All formats, by name.
const std::vector<ImportFormat>& importFormats();

/// By name or other name; nullptr when there is none.
const ImportFormat* findImportFormat(std::string_view name);

/// The format of a file by its extension and, where several share it or none knows it, by what is in it. An extension
/// that belongs to one format alone decides; SQL of no particular dialect is PostgreSQL's.
/// Errors: Invalid when nothing fits.
Result<const ImportFormat*> recogniseImport(const ImportSource& source);

/// Whether files of this extension can be imported, for dialogs and drops.
bool isImportable(std::string_view path);

/// Imports the sources, which must be of one format: the named one, or else the one they are recognised as.
/// Errors: NotFound for an unknown name; Invalid when the sources are of several formats or of none, or nothing in them
/// could be read; Cancelled soon after the token wants it.
Result<Imported> importSchema(const std::vector<ImportSource>& sources, const std::string& format = {},
                              std::stop_token stop = {});

/// What an import that was stopped says.
Error importStopped();

} // namespace shardscape::model
