import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** A way to write the app that is built. */
export interface Candidate {
  name: string;
  /** Files of an app with so many pages, by path. */
  createFiles(pages: number): ReadonlyMap<string, string>;
  /** Of the page that is edited: the file with its markup, and the one with its code. */
  edited: { markup: string; code: string };
}

const SHOPS = ["tea", "bread", "books", "lamps", "bikes", "plants", "shoes", "chairs"];
const nameOf = (page: number): string => `page${page}`;
const titleOf = (page: number): string => `${SHOPS[page % SHOPS.length]} ${page}`;
const pathOf = (page: number): string => (page === 0 ? "/" : `/${nameOf(page)}`);
const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** What all pages do, in TypeScript that is the same for all candidates but for how state is said to be some. */
function writeLogic(page: number, state: (name: string, type: string, value: string) => string): string {
  return `interface Item { id: number; name: string; price: number; amount: number; isWanted: boolean }
type Order = "name" | "price";
const rate = ${(page % 5) + 5};
${state("items", "Item[]", `[${numbers(4).map((i) => `{ id: ${i}, name: "${titleOf(page)} ${i}", price: ${((page * 7 + i * 13) % 90) + 10}, amount: 1, isWanted: ${i % 2 === 0} }`)}]`)}
${state("query", "string", '""')}
${state("order", "Order", '"name"')}
${state("entered", "string", '""')}
function version(): string { return "v0"; }
function visible(): Item[] {
  const found = items.filter((item) => item.name.toLowerCase().includes(query.toLowerCase()));
  return found.sort((a, b) => (order === "name" ? (a.name < b.name ? -1 : 1) : a.price - b.price));
}
function total(): number {
  const sum = items.reduce((all, item) => all + (item.isWanted ? item.price * item.amount : 0), 0);
  return Math.round(sum * (1 + rate / 100));
}
function add(): void {
  const name = entered.trim();
  if (name === "") return;
  const id = items.reduce((most, item) => Math.max(most, item.id), 0) + 1;
  items.push({ id, name, price: name.length * ${page + 1}, amount: 1, isWanted: true });
  entered = "";
}
function remove(id: number): void { items = items.filter((item) => item.id !== id); }
function change(id: number, by: number): void {
  const item = items.find((each) => each.id === id);
  if (item) item.amount = Math.max(0, item.amount + by);
}
function sortBy(by: Order): void { order = by; }
`;
}

const intro = (page: number): string =>
  `<p>Everything about ${titleOf(page)}: what there is, what it costs, and <em>what you want</em> of it.</p>
<p>Prices are in cents and include ${(page % 5) + 5} % of tax. Nothing here is for sale.</p>`;

const style = (page: number): string => `ul { padding: 0; list-style: none }
li { display: flex; gap: ${(page % 4) + 4}px }
.wanted { font-weight: bold }
.total { color: rgb(${page % 200}, 80, 90) }`;

const rune: Candidate = {
  name: "rune",
  edited: { markup: "app/pages/home/index.html", code: "app/pages/home/controller.ts" },
  createFiles(pages) {
    const files = new Map([
      ["package.json", `{ "name": "shops", "version": "1.0.0", "type": "module" }\n`],
      ["vite.config.js", `import rune from "unplugin-rune/vite";\nexport default { plugins: [rune()] };\n`],
      [
        "app/layout.html",
        `<nav>${numbers(pages)
          .map((page) => `<a data-link="${pathOf(page)}">${titleOf(page)}</a>`)
          .join("\n")}</nav>\n<main data-outlet></main>\n`,
      ],
      [
        "app/components/price.html",
        `<span class="price"><b data-bind="value"></b> <i data-bind="unit"></i></span>\n<style>.price { color: green }</style>\n`,
      ],
    ]);
    for (const page of numbers(pages)) {
      const folder = `app/pages/${page === 0 ? "home" : nameOf(page)}`;
      files.set(
        `${folder}/index.html`,
        `<title>${titleOf(page)}</title>
<style>
${style(page)}
</style>
<h1 id="marker">${titleOf(page)}</h1>
<p id="version" data-bind="version()"></p>
${intro(page)}
<input data-model="query" placeholder="search"><button data-onclick="sortBy('name')">name</button><button data-onclick="sortBy('price')">price</button>
<ul>
  <li data-for="item in visible()" data-key="item.id" data-class-wanted="item.isWanted">
    <span data-bind="item.name"></span> <span data-use="price" data-prop-value="item.price" data-prop-unit="'ct'"></span>
    <button data-onclick="change(item.id, -1)">-</button><output data-bind="item.amount"></output><button data-onclick="change(item.id, 1)">+</button>
    <button data-onclick="remove(item.id)" aria-label="remove">×</button>
  </li>
</ul>
<p data-if="items.length === 0">Nothing is left.</p>
<form data-onsubmit.prevent="add"><input data-model="entered" aria-label="new"><button>add</button></form>
<p class="total" data-bind="total()"></p>
`,
      );
      const logic = writeLogic(page, (name, type, value) => `export let ${name}: ${type} = ${value};`);
      files.set(`${folder}/controller.ts`, logic.replaceAll(/^function/gm, "export function"));
    }
    return files;
  },
};

const svelte: Candidate = {
  name: "svelte",
  edited: { markup: "src/page0.svelte", code: "src/page0.svelte" },
  createFiles(pages) {
    const files = new Map([
      ["package.json", `{ "name": "shops", "version": "1.0.0", "type": "module" }\n`],
      [
        "vite.config.js",
        `import { svelte } from "@sveltejs/vite-plugin-svelte";\nexport default { plugins: [svelte()] };\n`,
      ],
      [
        "index.html",
        `<!doctype html><title>shops</title><div id="app"></div><script type="module" src="/src/main.ts"></script>\n`,
      ],
      [
        "src/main.ts",
        `import { mount } from "svelte";\nimport App from "./App.svelte";\nmount(App, { target: document.getElementById("app")! });\n`,
      ],
      [
        "src/App.svelte",
        `<script lang="ts">
  import type { Component } from "svelte";
  const pages: Record<string, () => Promise<{ default: Component }>> = {
    ${numbers(pages)
      .map((page) => `"${pathOf(page)}": () => import("./${nameOf(page)}.svelte"),`)
      .join("\n    ")}
  };
  let path = $state(location.pathname);
  function follow(event: MouseEvent): void {
    event.preventDefault();
    history.pushState(null, "", (event.currentTarget as HTMLAnchorElement).href);
    path = location.pathname;
  }
</script>
<svelte:window onpopstate={() => (path = location.pathname)} />
<nav>${numbers(pages)
          .map((page) => `<a href="${pathOf(page)}" onclick={follow}>${titleOf(page)}</a>`)
          .join("\n")}</nav>
<main>{#await pages[path]?.() then page}{#if page}<page.default />{/if}{/await}</main>
`,
      ],
      [
        "src/Price.svelte",
        `<script lang="ts">let { value, unit }: { value: number; unit: string } = $props();</script>\n<span class="price"><b>{value}</b> <i>{unit}</i></span>\n<style>.price { color: green }</style>\n`,
      ],
    ]);
    for (const page of numbers(pages)) {
      const logic = writeLogic(page, (name, type, value) => `let ${name}: ${type} = $state(${value});`);
      files.set(
        `src/${nameOf(page)}.svelte`,
        `<script lang="ts">
import Price from "./Price.svelte";
${logic}</script>
<svelte:head><title>${titleOf(page)}</title></svelte:head>
<h1 id="marker">${titleOf(page)}</h1>
<p id="version">{version()}</p>
${intro(page)}
<input bind:value={query} placeholder="search"><button onclick={() => sortBy("name")}>name</button><button onclick={() => sortBy("price")}>price</button>
<ul>
  {#each visible() as item (item.id)}
    <li class:wanted={item.isWanted}>
      <span>{item.name}</span> <Price value={item.price} unit="ct" />
      <button onclick={() => change(item.id, -1)}>-</button><output>{item.amount}</output><button onclick={() => change(item.id, 1)}>+</button>
      <button onclick={() => remove(item.id)} aria-label="remove">×</button>
    </li>
  {/each}
</ul>
{#if items.length === 0}<p>Nothing is left.</p>{/if}
<form onsubmit={(event) => { event.preventDefault(); add(); }}><input bind:value={entered} aria-label="new"><button>add</button></form>
<p class="total">{total()}</p>
<style>
${style(page)}
</style>
`,
      );
    }
    return files;
  },
};

/** The first is what is measured, the second what it is compared with. */
export const candidates: readonly [Candidate, Candidate] = [rune, svelte];

/** Writes a project into an empty folder of its own. Returns the folder. */
export function createProject(candidate: Candidate, pages: number, name = candidate.name): string {
  const folder = fileURLToPath(new URL(`../../test-output/bench-build/${name}-${pages}`, import.meta.url));
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of candidate.createFiles(pages)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
