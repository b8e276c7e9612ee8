// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <filesystem>
#include <optional>

#include <CLI/CLI.hpp>

#include "app/cli/commands.h"
#include "app/cli/session.h"
#include "app/report/pictures.h"
#include "model/exchange/export/diagram_text.h"

namespace shardscape::app {
namespace {

struct Options {
    std::string file;
    std::string output;
    std::string name;
    bool frames = false;
    int pages = -1;
    std::string paper;
};

/// The diagram that is asked for; the first one when none is.
model::Result<const model::Diagram*> chosen(const model::Project& project, const std::string& name) {
    if (name.empty())
        return project.diagram.get();
    if (const model::Diagram* diagram = project.findDiagram(name))
        return diagram;
    std::string names;
    for (const model::Diagram* diagram : project.diagrams())
        names += (names.empty() ? "" : ", ") + model::Project::nameOf(*diagram);
    return model::fail(model::ErrorCode::NotFound, "there is no diagram named '" + name + "'", "there are: " + names);
}

model::Result<void> draw(const model::Project& project, const Options& options) {
    const auto diagram = chosen(project, options.name);
    if (!diagram)
        return model::fail(diagram.error());
    const auto catalogue = Session::catalogue();
    if (!catalogue)
        return model::fail(catalogue.error());
    const PictureApplication pictures;
    std::optional<Paging> paging;
    if (options.pages >= 0 || !options.paper.empty())
        paging = Paging{std::max(options.pages, 0), options.paper.empty() ? Paging().paper : options.paper};
    return drawDiagram(project, std::make_shared<const model::EngineCatalogue>(*catalogue), options.output,
                       {(*diagram)->id, options.frames, {}}, paging);
}

void run(const Options& options, Session& session) {
    const auto project = Session::open(options.file);
    if (!project)
        return session.refuse(project.error());
    const std::string extension = std::filesystem::path(options.output).extension().string();
    model::Result<void> written;
    if (extension == ".mmd")
        written = Session::writeFile(options.output, model::writeMermaid(*project));
    else if (extension == ".dbml")
        written = Session::writeFile(options.output, model::writeDbml(*project));
    else
        written = draw(*project, options);
    if (!written)
        return session.refuse(written.error());
    session.err() << "wrote " << options.output << '\n';
}

} // namespace

void addDiagram(CLI::App& app, Session& session) {
    auto options = std::make_shared<Options>();
    CLI::App* command =
        app.add_subcommand("diagram", "Draw the model: SVG, PNG, PDF, Mermaid or DBML by the file's ending");
    command->add_option("file", options->file, "Project file")->required();
    command->add_option("-o,--output", options->output, "File to write: .svg, .png, .pdf, .mmd or .dbml")->required();
    command->add_option("--name", options->name, "Which diagram of the project, by its name; the first one without");
    command->add_flag("--frames", options->frames, "Frame the entities of each ownership boundary");
    command->add_option("--pages", options->pages, "PDF on pages of paper: so many side by side; 0 fits all on one")
        ->check(CLI::Range(0, 100));
    command->add_option("--paper", options->paper, "Paper of the pages: A4, A3, Letter …; A4 when not said");
    command->footer("Example:\n  shardscape-cli diagram feed.shardscape -o feed.svg");
    command->callback([options, &session] { run(*options, session); });
}

} // namespace shardscape::app
