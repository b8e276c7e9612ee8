// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/import_formats.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "model/base/nearest_name.h"
#include "model/exchange/import/source_text.h"
#include "model/exchange/import/text_tokens.h"

namespace shardscape::model {
namespace {

std::string extensionOf(std::string_view path) {
    const std::size_t slash = path.find_last_of("/\\");
    const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
    const std::size_t point = name.rfind('.');
    return point == std::string_view::npos || point == 0 ? std::string() : lowered(name.substr(point + 1));
}

bool takes(const ImportFormat& format, const std::string& extension) {
    return std::find(format.extensions.begin(), format.extensions.end(), extension) != format.extensions.end();
}

std::vector<std::string> namesOf(const std::vector<ImportFormat>& formats) {
    std::vector<std::string> names;
    for (const ImportFormat& format : formats)
        names.push_back(format.name);
    return names;
}

/// The format that the sources, all of this extension, are of together: a file of nothing but indexes tells nothing of
/// its dialect, the tables beside it do.
Result<const ImportFormat*> recognise(const std::vector<const ImportSource*>& sources, const std::string& extension) {
    std::vector<const ImportFormat*> candidates;
    for (const ImportFormat& format : importFormats())
        if (takes(format, extension))
            candidates.push_back(&format);
    if (candidates.size() == 1)
        return candidates.front();
    const bool sql = !candidates.empty();
    if (candidates.empty())
        for (const ImportFormat& format : importFormats())
            candidates.push_back(&format);
    std::map<const ImportFormat*, int> sure;
    for (const ImportSource* source : sources) {
        // UTF-16 and byte order marks do not concern the sniffers.
        Diagnostics ignored;
        const Result<std::string> text = decodeText(source->name, source->text, ignored);
        if (!text)
            return fail(text.error());
        for (const ImportFormat* candidate : candidates)
            sure[candidate] += candidate->sniff(*text);
    }
    const ImportFormat* best = sql ? findImportFormat("postgresql") : nullptr; // standard SQL is read by its parser
    for (const ImportFormat* candidate : candidates)
        if (sure[candidate] > (best ? sure[best] : 0))
            best = candidate;
    if (best)
        return best;
    return fail(Error{ErrorCode::Invalid, "the file is of no known format",
                      fmt::format("say which with --from: {}", fmt::join(namesOf(importFormats()), ", ")),
                      sources.front()->name, 0, 0});
}

} // namespace

const ImportFormat* findImportFormat(std::string_view name) {
    for (const ImportFormat& format : importFormats())
        if (sameWord(format.name, name) || std::any_of(format.otherNames.begin(), format.otherNames.end(),
                                                       [&](const std::string& other) { return sameWord(other, name); }))
            return &format;
    return nullptr;
}

bool isImportable(std::string_view path) {
    const std::string extension = extensionOf(path);
    return std::any_of(importFormats().begin(), importFormats().end(),
                       [&](const ImportFormat& format) { return takes(format, extension); });
}

Result<const ImportFormat*> recogniseImport(const ImportSource& source) {
    return recognise({&source}, extensionOf(source.name));
}

Error importStopped() {
    return {ErrorCode::Cancelled, "the import was stopped", {}, {}, 0, 0};
}

Result<Imported> importSchema(const std::vector<ImportSource>& sources, const std::string& name, std::stop_token stop) {
    if (sources.empty())
        return fail(ErrorCode::Invalid, "there is no file to import");
    if (!name.empty()) {
        const ImportFormat* format = findImportFormat(name);
        if (!format) {
            const std::string near = nearestName(name, namesOf(importFormats()));
            return fail(ErrorCode::NotFound, fmt::format("there is no import format '{}'", name),
                        near.empty() ? fmt::format("known are {}", fmt::join(namesOf(importFormats()), ", "))
                                     : fmt::format("did you mean '{}'?", near));
        }
        return format->read(sources, std::move(stop));
    }
    std::map<std::string, std::vector<const ImportSource*>> byExtension;
    for (const ImportSource& source : sources)
        byExtension[extensionOf(source.name)].push_back(&source);
    const ImportFormat* format = nullptr;
    for (const auto& [extension, some] : byExtension) {
        const Result<const ImportFormat*> recognised = recognise(some, extension);
        if (!recognised)
            return fail(recognised.error());
        if (format && format != *recognised)
            return fail(
                Error{ErrorCode::Invalid,
                      fmt::format("this file looks like {}, another like {}", (*recognised)->title, format->title),
                      "import them one by one, or say with --from what they all are", some.front()->name, 0, 0});
        format = *recognised;
    }
    return format->read(sources, std::move(stop));
}

} // namespace shardscape::model
