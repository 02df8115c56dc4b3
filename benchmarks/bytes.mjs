// Bytes over the wire of each fixture app, by what they are for. Builds the apps, then asks a browser what it loads.
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import os from "node:os";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { chromium } from "playwright-core";
import { build } from "vite";
import { ensureBrowser } from "../scripts/ensure-browser.mjs";

const root = join(import.meta.dirname, "..");
const apps = ["counter", "todomvc"];
const types = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/** What a file is for, by its address. The first rule that matches counts. */
const parts = [
  ["runtime core", /assets\/app-.*\.js$/],
  ["controller runtime", /assets\/controller-.*\.js$/],
  ["ABI of the gc engine", /assets\/reference-.*\.js$/],
  ["check of a module's interface", /assets\/check-interface-.*\.js$/],
  ["check of fuel", /assets\/fuel-.*\.js$/],
  ["strings, where the browser has no built-in ones", /assets\/strings-.*\.js$/],
  ["source map, for errors", /assets\/source-map-.*\.js$/],
  ["shared by both ABIs", /assets\/convert-result-.*\.js$/],
  ["capabilities", /assets\/(?:http|server|clipboard)-.*\.js$/],
  ["linear ABI", /assets\/linear-.*\.js$/],
  ["router", /assets\/router-.*\.js$/],
  ["overlays", /assets\/overlays-.*\.js$/],
  ["verifier", /assets\/verifier-.*\.js$/],
  ["shared by verifier, router and controller runtime", /\.js$/],
  ["manifest", /RUNE\.MANIFEST\.json$/],
  ["views", /\.rune\/views\//],
  ["logic", /\.rune\/logic\//],
  ["data", /\.rune\/data\//],
  ["app assets", /\.rune\/assets\//],
  ["build record", /\.rune\/META-INF\//],
  ["host page and icon", /./],
];

const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ["--no-sandbox", "--disable-gpu"] });
const results = [];
for (const app of apps) results.push(await measure(app));
await browser.close();
report(results);

async function measure(app) {
  const project = join(root, "fixtures/apps", app);
  await build({ root: project, configFile: join(project, "vite.config.ts"), logLevel: "warn" });
  const dist = join(project, "dist");
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    const file = join(dist, path === "/" ? "index.html" : path);
    try {
      const bytes = readFileSync(file);
      response.setHeader("Content-Type", types[extname(file)] ?? "application/octet-stream");
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const page = await browser.newPage();
  const loaded = new Map();
  page.on("response", async (response) => {
    const path = new URL(response.url()).pathname;
    if (response.ok()) loaded.set(path, readFileSync(join(dist, path === "/" ? "index.html" : path)));
  });
  await page.goto(`http://127.0.0.1:${server.address().port}/`, { waitUntil: "networkidle" });
  await page.close();
  server.close();
  return { app, rows: group(loaded) };
}

function group(loaded) {
  const rows = new Map(parts.map(([name]) => [name, { raw: 0, brotli: 0 }]));
  for (const [path, bytes] of loaded) {
    const [name] = parts.find(([, pattern]) => pattern.test(path));
    const row = rows.get(name);
    row.raw += bytes.length;
    row.brotli += compress(bytes);
  }
  return [...rows].filter(([, { raw }]) => raw > 0).map(([part, sizes]) => ({ part, ...sizes }));
}

function compress(bytes) {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

function report(results) {
  const lines = [
    "# Bytes over the wire",
    "",
    "What Chromium loads to show the first page of each app; brotli quality 11, each file by itself.",
    "Made by `npm run bench:bytes`.",
    "",
    `Machine: ${os.cpus()[0]?.model.trim()}, ${os.cpus().length} cores, ${os.platform()} ${os.arch()}, Node ${process.version}.`,
  ];
  for (const { app, rows } of results) {
    lines.push("", `## ${app}`, "", "| part | bytes | brotli |", "| --- | ---: | ---: |");
    for (const { part, raw, brotli } of rows) lines.push(`| ${part} | ${raw} | ${brotli} |`);
    const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
    lines.push(`| **all** | **${sum("raw")}** | **${sum("brotli")}** |`);
  }
  const text = `${lines.join("\n")}\n`;
  writeFileSync(join(import.meta.dirname, "results/bytes.md"), text);
  console.log(text);
}
