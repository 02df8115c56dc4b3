import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import {
  MANIFEST_FILE,
  canonicalize,
  computeIntegrity,
  createMemorySource,
  openPackage,
  readData,
  readView,
  type OpenPackageOptions,
  type PackageSource,
} from "../src/index.ts";
import { createIntactDraft, createIntactFiles, createIntactView } from "./intact-package.ts";

type Changes = Record<string, unknown>;

/** One case of `fixtures/hostile`; the README there says what the fields mean. */
export interface HostileCase {
  name: string;
  why: string;
  code: string;
  mentions?: string;
  put?: Record<string, string>;
  view?: Changes;
  edit?: Changes;
  replace?: [string, string];
  replace_last?: [string, string];
  manifest_text?: string;
  manifest_repeat?: [string, string, number];
  view_repeat?: [string, string, number];
  view_repeat_expression?: [string, string, number];
  tamper?: Record<string, { flip?: number; append?: string; truncate?: number; text?: string } | null>;
  list?: false;
  options?: OpenPackageOptions;
  read?: "view" | "data";
}

const folder = join(import.meta.dirname, "../../../fixtures/hostile");
const encoder = new TextEncoder();
const decoder = new TextDecoder();

export function loadHostileCases(): HostileCase[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .map((file) => {
      const fields = JSON.parse(readFileSync(join(folder, file), "utf8")) as Omit<HostileCase, "name">;
      return { ...fields, name: file.replace(/\.json$/, "") };
    });
}

/** Opens the broken package and reads what the case reads. */
export async function readHostilePackage(hostile: HostileCase): Promise<unknown> {
  const pkg = await openPackage(await createHostileSource(hostile), hostile.options ?? {});
  if (hostile.read === "view") return readView(pkg, "home");
  if (hostile.read === "data") return readData(pkg, "data/home.data.json");
  return pkg;
}

async function createHostileSource(hostile: HostileCase): Promise<PackageSource> {
  const files = createIntactFiles();
  files.set("views/home.view.json", encoder.encode(writeView(hostile)));
  for (const [path, text] of Object.entries(hostile.put ?? {})) files.set(path, encoder.encode(text));
  files.set(MANIFEST_FILE, encoder.encode(await writeManifest(hostile, files)));
  tamper(files, hostile.tamper ?? {});
  const source = createMemorySource(files);
  return hostile.list === false ? { read: source.read } : source;
}

function writeView({ view, view_repeat: node, view_repeat_expression: expression }: HostileCase): string {
  const value = createIntactView();
  applyChanges(value, view ?? {}, false);
  if (node) applyChanges(value, { "/templates/0/nodes": ["NODE"], "/templates/0/bindings": [] }, false);
  if (expression) applyChanges(value, { "/templates/0/bindings/0/value": "EXPRESSION" }, false);
  return JSON.stringify(value)
    .replace('"NODE"', () => repeat(node))
    .replace('"EXPRESSION"', () => repeat(expression));
}

function repeat([open, close, count]: [string, string, number] = ["", "", 0]): string {
  return `${open.repeat(count)}null${close.repeat(count)}`;
}

async function writeManifest(hostile: HostileCase, files: ReadonlyMap<string, Uint8Array>): Promise<string> {
  if (hostile.manifest_text !== undefined) return hostile.manifest_text;
  if (hostile.manifest_repeat) return repeat(hostile.manifest_repeat);
  const table = Object.create(null) as Record<string, unknown>;
  for (const [path, bytes] of files) table[path] = { size: bytes.length, integrity: await computeIntegrity(bytes) };
  const manifest: Record<string, unknown> = { ...createIntactDraft(), files: table };
  applyChanges(manifest, hostile.edit ?? {}, true);
  const text = canonicalize(manifest);
  return replaceLast(replaceFirst(text, hostile.replace), hostile.replace_last);
}

function replaceFirst(text: string, change: [string, string] | undefined): string {
  if (!change) return text;
  if (!text.includes(change[0])) throw new Error(`the manifest has no ${change[0]}`);
  return text.replace(change[0], () => change[1]);
}

function replaceLast(text: string, change: [string, string] | undefined): string {
  if (!change) return text;
  const index = text.lastIndexOf(change[0]);
  return text.slice(0, index) + change[1] + text.slice(index + change[0].length);
}

/** Sets values by JSON Pointer, in place. */
function applyChanges(root: Record<string, unknown>, changes: Changes, nullRemoves: boolean): void {
  for (const [pointer, value] of Object.entries(changes)) {
    const names = pointer
      .slice(1)
      .split("/")
      .map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));
    const last = names.pop() ?? "";
    let parent = root;
    for (const name of names) parent = parent[name] as Record<string, unknown>;
    if (value === null && nullRemoves) delete parent[last];
    else parent[last] = value;
  }
}

function tamper(files: Map<string, Uint8Array>, changes: NonNullable<HostileCase["tamper"]>): void {
  for (const [path, change] of Object.entries(changes)) {
    const bytes = files.get(path)?.slice() ?? new Uint8Array();
    if (change === null) files.delete(path);
    else if (change.text !== undefined) files.set(path, encoder.encode(change.text));
    else if (change.append !== undefined) files.set(path, encoder.encode(decoder.decode(bytes) + change.append));
    else if (change.truncate !== undefined) files.set(path, bytes.slice(0, -change.truncate));
    else if (change.flip !== undefined) {
      bytes[change.flip] = (bytes[change.flip] ?? 0) ^ 0x80;
      files.set(path, bytes);
    }
  }
}
