// Writes what is derived from sources: JSON Schemas from the TypeScript of the wire formats, the version of the packages,
// the sources of both engines' guest libraries and the types of the ES library as modules, so that the compiler needs no disk.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { createGenerator } from "ts-json-schema-generator";
import ts from "typescript";

const root = join(import.meta.dirname, "..");
const schemaPackage = join(root, "packages/schema");
const guestPackage = join(root, "packages/guest");
const compilerPackage = join(root, "packages/compiler");

/** File in `schema/src`, its root type, and the published address of its schema. */
const formats = [
  { name: "view", type: "View" },
  { name: "manifest", type: "Manifest" },
  { name: "mutation", type: "Mutation" },
  { name: "build", type: "BuildRecord" },
  { name: "module-interface", type: "ModuleInterface" },
];

/** What the part for iterators calls so, and does not say to everybody. */
const iteratorConstructor =
  "type IteratorObjectConstructor = abstract new <T, TResult = undefined, TNext = unknown>() => IteratorObject<T, TResult, TNext>;";

generateSchemas();
generateVersion();
generateGuestSource();
generateTypeScriptLibrary(...readEditorLibraries());
generateLibrarySource();
generateGuestTypes();

function generateSchemas() {
  mkdirSync(join(schemaPackage, "schemas"), { recursive: true });
  mkdirSync(join(schemaPackage, "src/generated"), { recursive: true });
  for (const { name, type } of formats) {
    const draft7 = createGenerator({
      path: join(schemaPackage, `src/${name}.ts`),
      tsconfig: join(schemaPackage, "tsconfig.schemas.json"),
      type,
      expose: "all",
      topRef: true,
      skipTypeCheck: true,
    }).createSchema(type);
    const schema = {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $id: `https://rune.dev/schemas/${name}.schema.json`,
      ...upgrade(draft7),
    };
    write(join(schemaPackage, `schemas/${name}.schema.json`), `${JSON.stringify(schema, null, 2)}\n`);
    write(
      join(schemaPackage, `src/generated/${name}-schema.ts`),
      `import type { JsonSchema } from "../json-schema.ts";\n\n` +
        `/** JSON Schema of \`${type}\`, generated from \`${name}.ts\`. */\n` +
        `export const ${toCamelCase(name)}Schema: JsonSchema = ${JSON.stringify(inlineOnce(compact(withoutProse(schema))))};\n`,
    );
  }
}

function toCamelCase(name) {
  return name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
}

function generateVersion() {
  const { version } = JSON.parse(readFileSync(join(schemaPackage, "package.json"), "utf8"));
  write(
    join(schemaPackage, "src/generated/version.ts"),
    `/** Version of Rune, which all of its packages share. */\nexport const RUNE_VERSION = ${JSON.stringify(version)};\n`,
  );
}

/** Rewrites draft 7 keywords as those of draft 2020-12: `definitions`, and tuples. */
function upgrade(node) {
  if (Array.isArray(node)) return node.map(upgrade);
  if (typeof node !== "object" || node === null) return node;
  const out = {};
  for (const [key, value] of Object.entries(node)) {
    if (key === "$schema") continue;
    if (key === "definitions") out.$defs = upgrade(value);
    else if (key === "$ref") out.$ref = decodeURIComponent(value).replace("#/definitions/", "#/$defs/");
    else if (key === "items" && Array.isArray(value)) out.prefixItems = upgrade(value);
    else if (key === "additionalItems") out.items = upgrade(value);
    else out[key] = upgrade(value);
  }
  if (out.prefixItems && out.items === undefined) out.items = false;
  return out;
}

/** A runtime validates without descriptions. */
function withoutProse(node) {
  if (Array.isArray(node)) return node.map(withoutProse);
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(
        ([key, value]) => !(["description", "title", "$schema", "$id"].includes(key) && typeof value === "string"),
      )
      .map(([key, value]) => [key, withoutProse(value)]),
  );
}

/** Says what is enough: values that are listed need no type, alternatives that are values are one list, and a tuple that takes no more items needs no count. */
function compact(node) {
  if (Array.isArray(node)) return node.map(compact);
  if (typeof node !== "object" || node === null) return node;
  const entries = Object.entries(node).map(([key, value]) => [key, compact(value)]);
  const out = Object.fromEntries(entries.filter(([key]) => key !== "type" || !("const" in node || "enum" in node)));
  // The validator takes an object with known properties to have no others.
  if (out.properties && out.additionalProperties === false) delete out.additionalProperties;
  if (out.items === false && out.maxItems === out.prefixItems?.length) delete out.maxItems;
  const values = out.anyOf?.map(({ const: value, enum: list, ...rest }) =>
    Object.keys(rest).length > 0 ? undefined : (list ?? [value]),
  );
  return values?.every((list) => list) ? { enum: values.flat() } : out;
}

/** Puts definitions that are used once where they are used: a runtime pays for every name. */
function inlineOnce({ $defs, ...schema }) {
  const uses = new Map();
  visit({ $defs, schema }, ({ $ref }) => uses.set($ref, (uses.get($ref) ?? 0) + 1));
  const inline = (node) => {
    if (Array.isArray(node)) return node.map(inline);
    if (typeof node !== "object" || node === null) return node;
    const name = node.$ref?.replace("#/$defs/", "");
    if (name !== undefined) return uses.get(node.$ref) === 1 ? inline($defs[name]) : { $ref: name };
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, inline(value)]));
  };
  const shared = Object.entries($defs).filter(([name]) => uses.get(`#/$defs/${name}`) !== 1);
  return { ...inline(schema), $defs: Object.fromEntries(shared.map(([name, value]) => [name, inline(value)])) };
}

function visit(node, report) {
  if (typeof node !== "object" || node === null) return;
  if (typeof node.$ref === "string") report(node);
  for (const value of Object.values(node)) visit(value, report);
}

function generateGuestSource() {
  const directory = join(guestPackage, "assembly");
  const files = readdirSync(directory, { recursive: true })
    .map((file) => relative(directory, join(directory, file)).replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".ts"))
    .sort();
  const entries = files.map((file) => [file, readFileSync(join(directory, file), "utf8")]);
  mkdirSync(join(guestPackage, "src/generated"), { recursive: true });
  write(
    join(guestPackage, "src/generated/linear-source.ts"),
    `/** Files of the linear engine's guest library, by path. */\n` +
      `export const linearSource: Readonly<Record<string, string>> = ${JSON.stringify(Object.fromEntries(entries), null, 2)};\n`,
  );
}

/** The editions, and parts, of the ES library that editors of apps know: the compiler knows the same. */
function readEditorLibraries() {
  const { compilerOptions } = JSON.parse(readFileSync(join(root, "presets/unplugin-rune/tsconfig.app.json"), "utf8"));
  return compilerOptions.lib.map((name) => name.toLowerCase());
}

/**
 * Joins TypeScript's declarations of editions, or parts, of the ES library to one text without comments: one file is read, bound and
 * merged into a program faster than sixty.
 */
function generateTypeScriptLibrary(...editions) {
  const directory = dirname(createRequire(import.meta.url).resolve("typescript"));
  const texts = new Map();
  const collect = (name) => {
    if (texts.has(name)) return;
    texts.set(name, "");
    const file = ts.createSourceFile(
      `lib.${name}.d.ts`,
      readFileSync(join(directory, `lib.${name}.d.ts`), "utf8"),
      ts.ScriptTarget.ESNext,
    );
    for (const reference of file.libReferenceDirectives) collect(reference.fileName);
    texts.delete(name);
    texts.set(name, printWithoutComments(file));
  };
  for (const edition of editions) collect(edition);
  const text = [...texts.values(), iteratorConstructor].filter((each) => each !== "").join("\n");
  mkdirSync(join(compilerPackage, "src/generated"), { recursive: true });
  write(
    join(compilerPackage, "src/generated/typescript-library.ts"),
    `// Declarations of TypeScript ${ts.version}. Copyright (c) Microsoft Corporation, Apache License 2.0.\n\n` +
      `/** Types of the ES library (${editions.join(", ")}) in one text. */\n` +
      `export const typescriptLibrary: string = ${JSON.stringify(text)};\n`,
  );
}

/** The library that is compiled with each TypeScript program: what its files are, and what their intrinsics are declared as. */
function generateLibrarySource() {
  const directory = join(compilerPackage, "src/typescript/library");
  const files = readdirSync(directory)
    .filter((file) => file.endsWith(".ts"))
    .sort();
  const entries = files.map((file) => [file, readFileSync(join(directory, file), "utf8")]);
  mkdirSync(join(compilerPackage, "src/generated"), { recursive: true });
  write(
    join(compilerPackage, "src/generated/library-source.ts"),
    `/** Files of the library of compiled TypeScript, by name. */\n` +
      `export const librarySource: Readonly<Record<string, string>> = ${JSON.stringify(Object.fromEntries(entries), null, 2)};\n\n` +
      `/** What tells one state of these files from another. */\n` +
      `export const librarySourceDigest: string = "${createHash("sha256").update(JSON.stringify(entries)).digest("hex")}";\n`,
  );
  const lowered = join(compilerPackage, "src/generated/lowered-library.ts");
  if (!existsSync(lowered)) writeLoweredLibrary("", "");
}

/** The library in the intermediate form, which only a compiler that has been built can write: see `lower-library.mjs`. */
export function writeLoweredLibrary(digest, graph) {
  write(
    join(compilerPackage, "src/generated/lowered-library.ts"),
    `/** The library in the intermediate form, and the digest of the files that it was made from. */\n` +
      `export const loweredLibrary: { readonly digest: string; readonly graph: string } = ${JSON.stringify({ digest, graph })};\n`,
  );
}

/** The types of the platform and of `rune` in ordinary TypeScript: the compiler checks with what an editor shows. */
function generateGuestTypes() {
  const texts = ["platform", "typescript"].map((name) => {
    const file = join(guestPackage, `types/${name}.d.ts`);
    return printWithoutComments(ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ESNext));
  });
  mkdirSync(join(compilerPackage, "src/generated"), { recursive: true });
  write(
    join(compilerPackage, "src/generated/guest-types.ts"),
    `/** Types of the platform and of \`rune\` in ordinary TypeScript. */\n` +
      `export const guestTypes: string = ${JSON.stringify(`\n${texts.join("\n")}\n`)};\n`,
  );
}

/** Prints declarations without comments and indentation; no token of them spans lines. */
function printWithoutComments(file) {
  const printer = ts.createPrinter({ removeComments: true });
  return globalStatements(file)
    .map((statement) => printer.printNode(ts.EmitHint.Unspecified, statement, file))
    .join("\n")
    .replace(/^ +/gm, "");
}

/** What a file declares for everybody: all of it or, of a module, what it says is global. */
function globalStatements({ statements }) {
  if (!statements.some((statement) => ts.isExportDeclaration(statement))) return [...statements];
  return statements
    .filter((statement) => ts.isModuleDeclaration(statement) && ts.isModuleBlock(statement.body))
    .flatMap(({ body }) => [...body.statements]);
}

/** Leaves an unchanged file alone, so that incremental builds see no change. */
function write(path, text) {
  try {
    if (readFileSync(path, "utf8") === text) return;
  } catch {
    // The file does not exist yet.
  }
  writeFileSync(path, text);
}
