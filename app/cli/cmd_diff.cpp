// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/session.h"
#include "model/edit/diff.h"
#include "model/exchange/import/import_formats.h"
#include "model/exchange/import/update_schema.h"
#include "model/storage/text_form.h"

namespace shardscape::app {
namespace {

struct Options {
    std::string before;
    std::string after;
    bool keepMissing = false;
    bool exitCode = false;
};

/// A version of a model, and the format it was read from; empty for a project.
struct Version {
    model::Project project;
    std::string format;
};

/// A project file, the text of one (dump), or a schema of any format that can be imported.
model::Result<Version> read(const std::string& path) {
    if (path.ends_with(".shardscape"))
        return Session::open(path).map([](model::Project&& project) { return Version{std::move(project), {}}; });
    const auto text = Session::readFile(path);
    if (!text)
        return model::fail(text.error());
    if (!model::isImportable(path))
        return model::loadProject(*text, path).map([](model::Project&& project) {
            return Version{std::move(project), {}};
        });
    const std::vector<model::ImportSource> sources{{path, *text}};
    const auto format = model::recogniseImport(sources.front());
    if (!format)
        return model::fail(format.error());
    return model::importSchema(sources, (*format)->name).map([&](model::Imported&& imported) {
        return Version{std::move(imported.project), (*format)->name};
    });
}

/// Two versions of one project are compared by identity, so that what was renamed is the same; a schema by its names.
model::Result<std::vector<std::string>> changes(const Version& before, const Version& after, bool keepMissing) {
    if (before.format.empty() && after.format.empty())
        return model::diff(before.project, after.project).sentences();
    return model::updateSchema(before.project, after.project, after.format, {!keepMissing})
        .map([](model::SchemaUpdate&& update) { return std::move(update.changes); });
}

void run(const Options& options, Session& session) {
    const auto before = read(options.before);
    if (!before)
        return session.refuse(before.error());
    const auto after = read(options.after);
    if (!after)
        return session.refuse(after.error());
    const auto told = changes(*before, *after, options.keepMissing);
    if (!told)
        return session.refuse(told.error());
    if (session.json)
        session.print({{"changes", *told}});
    for (const std::string& change : *told)
        if (!session.json)
            session.out() << change << '\n';
    if (!session.json && told->empty())
        session.out() << "nothing differs\n";
    if (options.exitCode && !told->empty())
        session.exitCode = Session::ProblemsFound;
}

} // namespace

void addDiff(CLI::App& app, Session& session) {
    auto options = std::make_shared<Options>();
    CLI::App* command =
        app.add_subcommand("diff", "What differs between two versions: projects, their text, or schemas of any format");
    command->add_option("before", options->before, "Project file, text written by dump, or schema")->required();
    command->add_option("after", options->after, "The other one")->required();
    command->add_flag("--keep-missing", options->keepMissing,
                      "With schemas: what the second one lacks is no difference");
    command->add_flag("--exit-code", options->exitCode, "End with 3 when something differs");
    command->footer("Examples:\n  shardscape-cli diff monday.shardscape today.shardscape\n"
                    "  shardscape-cli diff shop.shardscape production.sql --exit-code");
    command->callback([options, &session] { run(*options, session); });
}

} // namespace shardscape::app
