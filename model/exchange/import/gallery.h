// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/base/result.h"
#include "model/exchange/import/import.h"

/// Ready pieces of a model that are put into another one: patterns of modelling, column sets, templates of one's own.
///
/// A piece is one file in resources/gallery or in the user's folder "gallery", SQL or DBML as a person writes it, under
/// a head of comment lines:
///
///     -- title: Closure table
///     -- title(zh_CN): 闭包表
///     -- about: Every ancestor of every node is a row, so that a subtree is one range read.
///     -- about(zh_CN): …
///     -- kind: pattern
///     CREATE TABLE …
///     -- workload:
///     -- name: ReadSubtree :many
///     …
///
/// kind is "pattern" (the default: entities that are added) or "columns" (the columns of the only table are added to
/// entities that are there). about may take several lines. Behind "-- workload:" come access patterns as in workload
/// files. In DBML comments begin with //. To add a piece, add a file: nothing else knows of it.
namespace shardscape::model {

enum class GalleryKind { Pattern, Columns };

/// A piece as it lies in its folder.
struct GalleryEntry {
    struct Words {
        std::string title;
        std::string about;
    };
    std::string name; ///< of the file, without its extension: "closure-table"
    GalleryKind kind = GalleryKind::Pattern;
    std::map<std::string, Words> words; ///< by language, "" = English
    std::string path;
    std::string text;
    bool own = false; ///< kept by the user, not bundled

    /// In a language ("zh_CN"), in English where there is nothing in it.
    Words in(const std::string& language) const;
};

/// The pieces of the product, then the user's; each by name. Errors: NotFound when the product's are not there.
Result<std::vector<GalleryEntry>> bundledGallery();
/// Those of one folder. A file whose head has no title is called by its name. Errors: NotFound.
Result<std::vector<GalleryEntry>> listGallery(const std::string& folder, bool own);
/// Where a user's own pieces are kept; it need not exist. Empty when the environment names no home.
std::string ownGalleryFolder();

/// Reads a piece into a project of its own. Errors: those of the importers, with file and line.
Result<Imported> loadGalleryEntry(const GalleryEntry& entry);

/// Puts the entities of a piece into the project under free names, which its access patterns follow; these come along
/// under free names too. The entities take ids from before.nextId upwards and have no place yet.
Result<Project> insertPiece(const Project& project, const Project& piece);

/// Keeps a piece as SQL in the folder, which is made when it is not there; an older one of the same title is replaced.
/// Returns the path. Errors: Invalid without a title; Io.
Result<std::string> keepPiece(const std::string& folder, const std::string& title, const std::string& about,
                              GalleryKind kind, const Project& piece);
/// Removes a piece that the user kept. Errors: Invalid for a bundled one; Io.
Result<void> forgetPiece(const GalleryEntry& entry);

} // namespace shardscape::model
