// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a JSON list of {name, language, text} from standard input and writes one of {name, ok, message, tables, columns,
// references}: what the parser of the language itself makes of each text. Needs NODE_MODULES, the folder of the packages.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { readFileSync } from "node:fs";

const require = createRequire(`${process.env.NODE_MODULES}/index.js`);
const { Parser } = require("@dbml/core");
const { default: mermaid } = await import(pathToFileURL(`${process.env.NODE_MODULES}/mermaid/dist/mermaid.core.mjs`));

function dbml(text) {
    const { schemas } = new Parser().parse(text, "dbmlv2");
    const tables = schemas.flatMap((schema) => schema.tables);
    return {
        tables: tables.length,
        columns: tables.reduce((sum, table) => sum + table.fields.length, 0),
        references: schemas.reduce((sum, schema) => sum + schema.refs.length, 0),
    };
}

async function er(text) {
    await mermaid.parse(text);
    const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
    const entities = [...db.getEntities().values()];
    return {
        tables: entities.length,
        columns: entities.reduce((sum, entity) => sum + entity.attributes.length, 0),
        references: db.getRelationships().length,
    };
}

const results = [];
for (const { name, language, text } of JSON.parse(readFileSync(0, "utf8"))) {
    try {
        results.push({ name, ok: true, ...(language === "dbml" ? dbml(text) : await er(text)) });
    } catch (error) {
        const places = (error.diags ?? []).map((d) => `${d.location.start.line}:${d.location.start.column} ${d.message}`);
        results.push({ name, ok: false, message: places.join("; ") || String(error.message) });
    }
}
console.log(JSON.stringify(results));
