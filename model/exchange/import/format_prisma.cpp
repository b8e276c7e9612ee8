// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/import_formats.h"
#include "model/exchange/import/prisma_reader.h"

#include <algorithm>

#include <fmt/format.h>

namespace shardscape::model {
namespace {

TokenRules prismaRules() {
    TokenRules rules;
    rules.slashComments = rules.docComments = rules.backslash = rules.newlines = true;
    rules.doubleQuote = TokenKind::String;
    return rules;
}

int sniffPrisma(std::string_view text) {
    TextTokens tokens(text.substr(0, 50000), prismaRules());
    Token before[2];
    for (int i = 0; i < 5000; ++i) {
        const Token token = tokens.next();
        if (token.kind == TokenKind::End || token.kind == TokenKind::Unfinished)
            break;
        if (token.is('{') && (before[1].is("model") || before[1].is("datasource") || before[1].is("generator")))
            return 95;
        before[1] = before[0];
        before[0] = token;
    }
    return 0;
}

Result<Imported> readPrisma(const std::vector<ImportSource>& sources, std::stop_token stop) {
    return PrismaReader(sources, std::move(stop)).run();
}

} // namespace

ImportFormat prismaFormat() {
    return {"prisma", "Prisma schema", {}, {"prisma"}, sniffPrisma, readPrisma, false};
}

Result<Imported> PrismaReader::run() {
    for (std::size_t source = 0; source < m_draft.sourceCount(); ++source) {
        if (const Result<void> entered = m_draft.enter(source); !entered)
            return fail(entered.error());
        readSource();
    }
    // Blocks may use what comes later, also in another file.
    for (const Block& block : m_blocks)
        if (block.kind == "enum")
            enumeration(block);
    for (const Block& block : m_blocks)
        if (block.kind == "model")
            declare(block);
    for (const Block& block : m_blocks)
        if (block.kind == "model")
            fields(block);
    for (const Block& block : m_blocks)
        if (block.kind == "model")
            blockAttributes(block);
    for (const Relation& relation : m_relations)
        link(relation);
    for (std::size_t i = 0; i < m_lists.size(); ++i)
        manyToMany(i);
    return m_draft.finish("write models as \"model User { id Int @id }\"");
}

void PrismaReader::readSource() {
    m_lexers.push_back(std::make_unique<TextTokens>(m_draft.text(), prismaRules()));
    const std::vector<Token> all = m_lexers.back()->rest();
    if (all.back().kind == TokenKind::Unfinished)
        m_draft.report(Severity::Error, all.back().offset, "the text ends within a quote that starts here",
                       "close it; what follows is not read");
    TokenCursor cursor(all);
    std::string doc;
    while (!cursor.atEnd() && !m_draft.stopped()) {
        const Token token = cursor.take();
        if (token.kind == TokenKind::Newline)
            continue;
        if (token.kind == TokenKind::Doc) {
            doc += (doc.empty() ? "" : "\n") + value(token);
            continue;
        }
        Block block;
        block.kind = lowered(token.raw);
        block.offset = token.offset;
        block.place = m_draft.place(token.offset);
        block.doc = std::exchange(doc, {});
        if (cursor.peek().isName())
            block.name = value(cursor.take());
        static constexpr std::string_view kKnown[] = {"model", "enum", "type", "view", "datasource", "generator"};
        if (std::find(std::begin(kKnown), std::end(kKnown), block.kind) == std::end(kKnown) || !cursor.peek().is('{')) {
            report(block.place, Severity::Error, fmt::format("'{}' starts no block", token.raw.substr(0, 40)),
                   "blocks are model, enum, type, view, datasource and generator, each with a name and braces");
            while (!cursor.atEnd() && cursor.peek().kind != TokenKind::Newline)
                cursor.take();
            continue;
        }
        bool closed = false;
        const std::vector<Token> body = cursor.takeBlock('{', '}', closed);
        if (!closed)
            report(block.place, Severity::Error, fmt::format("the block {} has no end", block.name), "close it with }");
        block.lines = linesOf(body);
        if (block.kind == "datasource")
            datasource(block);
        else if (block.kind == "view" || block.kind == "type")
            report(block.place, Severity::Info,
                   fmt::format("the {} {} is not part of the model", block.kind, block.name));
        m_blocks.push_back(std::move(block));
    }
}

/// The tokens of a body line by line; lists and brackets may go over several.
std::vector<PrismaReader::Line> PrismaReader::linesOf(const std::vector<Token>& body) const {
    std::vector<Line> lines;
    Line line;
    std::string doc;
    int depth = 0;
    const auto close = [&] {
        if (!line.tokens.empty()) {
            line.place = m_draft.place(line.tokens.front().offset);
            lines.push_back(std::move(line));
        }
        line = Line{};
    };
    for (const Token& token : body) {
        depth += token.is('(') || token.is('[') ? 1 : token.is(')') || token.is(']') ? -1 : 0;
        if (token.kind == TokenKind::Doc) {
            if (line.tokens.empty())
                doc += (doc.empty() ? "" : "\n") + value(token);
            else
                line.doc = value(token);
        } else if (token.kind == TokenKind::Newline) {
            if (depth <= 0)
                close();
        } else {
            if (line.tokens.empty())
                line.doc = std::exchange(doc, {});
            line.tokens.push_back(token);
        }
    }
    close();
    return lines;
}

void PrismaReader::datasource(const Block& block) {
    for (const Line& line : block.lines)
        if (line.tokens.size() > 2 && line.tokens[1].is('=')) {
            if (line.tokens[0].is("provider"))
                m_provider = value(line.tokens[2]);
            if (line.tokens[0].is("relationMode") && value(line.tokens[2]) == "prisma")
                report(line.place, Severity::Info,
                       "relationMode is \"prisma\": the database keeps no foreign keys; the relationships are in the "
                       "model");
        }
}

/// "@name(arguments)" and "@@name(arguments)", from the cursor to the end of the line.
std::vector<PrismaReader::Annotation> PrismaReader::annotations(TokenCursor& cursor, const Line& line) {
    std::vector<Annotation> out;
    while (!cursor.atEnd()) {
        Annotation annotation;
        annotation.place = DraftPlace{line.place.source, cursor.offset()};
        if (!cursor.accept('@')) {
            report(annotation.place, Severity::Error,
                   fmt::format("'{}' is not understood here", cursor.peek().raw.substr(0, 40)),
                   "attributes begin with @");
            break;
        }
        cursor.accept('@');
        annotation.name = std::string(cursor.take().raw);
        while (cursor.accept('.'))
            annotation.name += "." + std::string(cursor.take().raw);
        bool closed = true;
        if (cursor.peek().is('('))
            annotation.arguments = argumentsOf(cursor.takeParentheses(closed));
        if (!closed)
            report(annotation.place, Severity::Error,
                   fmt::format("the parentheses of @{} are not closed", annotation.name));
        out.push_back(std::move(annotation));
    }
    return out;
}

std::vector<PrismaReader::Argument> PrismaReader::argumentsOf(const std::vector<Token>& tokens) const {
    std::vector<Argument> out;
    Argument argument;
    int depth = 0;
    const auto close = [&] {
        if (!argument.value.empty())
            out.push_back(std::move(argument));
        argument = Argument{};
    };
    for (const Token& token : tokens) {
        if (token.kind == TokenKind::Newline || token.kind == TokenKind::Doc)
            continue;
        depth += token.is('(') || token.is('[') ? 1 : token.is(')') || token.is(']') ? -1 : 0;
        if (depth == 0 && token.is(','))
            close();
        else if (depth == 0 && token.is(':') && argument.name.empty() && argument.value.size() == 1) {
            argument.name = std::string(argument.value.front().raw);
            argument.value.clear();
        } else
            argument.value.push_back(token);
    }
    close();
    return out;
}

const PrismaReader::Argument* PrismaReader::argumentOf(const Annotation& annotation, std::string_view name) {
    for (const Argument& argument : annotation.arguments)
        if (argument.name == name)
            return &argument;
    return nullptr;
}

/// The text of the named argument, or of the first without a name.
std::string PrismaReader::textOf(const Annotation& annotation, std::string_view name) const {
    for (const Argument& argument : annotation.arguments)
        if ((argument.name == name || argument.name.empty()) && argument.value.front().kind == TokenKind::String)
            return value(argument.value.front());
    return {};
}

/// The parts of "[a, b(sort: Desc, length: 10)]", which are named or the first argument.
std::vector<PrismaReader::Part> PrismaReader::partsOf(const Annotation& annotation, std::string_view name) const {
    std::vector<Part> out;
    for (const Argument& argument : annotation.arguments) {
        if (argument.name != name && !argument.name.empty())
            continue;
        if (!argument.value.front().is('['))
            continue;
        int depth = 0;
        for (const Token& token : argument.value) {
            depth += token.is('(') || token.is('[') ? 1 : token.is(')') || token.is(']') ? -1 : 0;
            if (depth == 1 && token.isName())
                out.push_back({value(token), false, token.offset});
            else if (depth == 2 && token.is("desc") && !out.empty())
                out.back().descending = true;
        }
        return out;
    }
    return out;
}

void PrismaReader::enumeration(const Block& block) {
    std::vector<std::string> labels;
    std::string name = block.name;
    std::string schema;
    for (const Line& line : block.lines) {
        TokenCursor cursor(line.tokens);
        if (cursor.peek().is('@')) {
            for (const Annotation& annotation : annotations(cursor, line)) {
                if (annotation.name == "map")
                    name = textOf(annotation, "name");
                else if (annotation.name == "schema")
                    schema = textOf(annotation, "name");
            }
            continue;
        }
        std::string label = value(cursor.take());
        for (const Annotation& annotation : annotations(cursor, line))
            if (annotation.name == "map")
                label = textOf(annotation, "name");
        labels.push_back(label);
    }
    if (block.name.empty() || m_enums.contains(block.name))
        return report(block.place, Severity::Error, fmt::format("the enumeration {} is there already", block.name));
    m_enums[block.name] = m_draft.addEnum(schema == "public" ? "" : schema, name.empty() ? block.name : name, labels);
}

} // namespace shardscape::model
