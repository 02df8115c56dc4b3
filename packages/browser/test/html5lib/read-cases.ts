import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { repoPath } from "../../../../fixtures/harness/repo.ts";
import type { TreeElement, TreeNode } from "./tree.ts";

/** A tree-construction case of html5lib. */
export interface Html5libCase {
  /** File and line, to find it. */
  place: string;
  input: string;
  /** The element whose content the input is, such as `td` or `svg path`; absent for a document. */
  context: string | undefined;
  expected: TreeNode[];
}

const folder = repoPath("../shared/data/html5lib-tree-construction/tree-construction");

/** Whether the cases are there. They lie beside the repository, not in it. */
export const hasCases: boolean = existsSync(folder);

/** Reads all cases. */
export function readCases(): Html5libCase[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".dat"))
    .toSorted()
    .flatMap((file) => readFile(join(folder, file)));
}

function readFile(path: string): Html5libCase[] {
  const lines = readFileSync(path, "utf8").split("\n");
  const starts = lines.flatMap((line, i) => (line === "#data" && (i === 0 || lines[i - 1] === "") ? [i] : []));
  return starts.map((start, i) => {
    const end = starts[i + 1] === undefined ? lines.length : (starts[i + 1] ?? 0) - 1;
    const place = `${relative(folder, path).replaceAll("\\", "/")}:${start + 1}`;
    return readCase(place, lines.slice(start, end));
  });
}

function readCase(place: string, lines: readonly string[]): Html5libCase {
  const sections = new Map<string, string[]>();
  let current: string[] = [];
  for (const line of lines) {
    const isData = sections.has("#data") && !sections.has("#errors");
    if (isData ? line === "#errors" : /^#[a-z-]+$/.test(line) && !sections.has("#document")) {
      current = [];
      sections.set(line, current);
    } else current.push(line);
  }
  return {
    place,
    input: (sections.get("#data") ?? []).join("\n"),
    context: sections.get("#document-fragment")?.[0],
    expected: readTree(sections.get("#document") ?? []),
  };
}

/** Reads the lines `| <p>`, `|   class="x"`, `|   "text"`; a text may go on in the lines after it. */
function readTree(lines: readonly string[]): TreeNode[] {
  const items: string[] = [];
  for (const line of lines) {
    if (line.startsWith("| ")) items.push(line.slice(2));
    else if (items.length > 0) items.push(`${items.pop()}\n${line}`);
  }
  const roots: TreeNode[] = [];
  /** Where the children of each depth go. */
  const lists: TreeNode[][] = [roots];
  const elements: (TreeElement | undefined)[] = [];
  for (const item of items) {
    const depth = (/^ */.exec(item)?.[0].length ?? 0) / 2;
    const text = item.slice(depth * 2).replace(/\n+$/, "");
    const owner = elements[depth - 1];
    const attribute = /^([^"].*?)="(.*)"$/s.exec(text);
    if (text === "content" && owner) lists[depth + 1] = owner.content = [];
    else if (owner && attribute?.[1] !== undefined) {
      owner.attributes.set(attribute[1], attribute[2] ?? "");
    } else {
      const node = readNode(text);
      (lists[depth] ?? roots).push(node);
      elements[depth] = node.type === "element" ? node : undefined;
      if (node.type === "element") lists[depth + 1] = node.children;
    }
  }
  return roots;
}

function readNode(text: string): TreeNode {
  if (text.startsWith('"')) return { type: "text", value: text.slice(1, -1) };
  if (text.startsWith("<!--")) return { type: "comment" };
  if (text.startsWith("<!DOCTYPE")) return { type: "doctype" };
  if (text.startsWith("<?")) return { type: "instruction" };
  return { type: "element", name: text.slice(1, -1), attributes: new Map(), children: [] };
}
