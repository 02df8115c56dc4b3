import type { ManifestDraft } from "@rune/schema";

const text = new TextEncoder();

/** A small package with a file of every kind. */
export function createIntactDraft(): ManifestDraft {
  return {
    format: "rune.manifest",
    manifest_version: 1,
    id: "hostile",
    name: "Hostile",
    version: "1.0.0",
    runtime: "0.1.0",
    entry: "/",
    routing: "path",
    routes: [{ pattern: "/", view: "home", controller: "logic/home.wasm", data: "data/home.data.json" }],
    views: [{ name: "home", file: "views/home.view.json" }],
    modules: [
      {
        file: "logic/home.wasm",
        kind: "controller",
        abi: "linear",
        exports: [],
        imports: ["log_info"],
        features: [],
        capabilities: ["log"],
        limits: { memory_pages: 16 },
      },
    ],
    assets: [
      { file: "assets/home.css", type: "text/css; charset=utf-8" },
      { file: "assets/logo.png", type: "image/png" },
    ],
    capabilities: [{ name: "log" }],
    trust: "untrusted",
  };
}

/** The package's view. */
export function createIntactView(): Record<string, unknown> {
  return {
    format: "rune.view",
    version: 1,
    name: "home",
    head: { title: "Home", lang: "en" },
    styles: ["assets/home.css"],
    templates: [
      {
        nodes: [["p", { class: "a" }, ["img", { src: "asset:assets/logo.png", alt: "" }], " ", ["span", {}]]],
        bindings: [{ type: "text", at: [0, 2], value: ["data", "name"] }],
      },
    ],
  };
}

/** The package's files, without the manifest. */
export function createIntactFiles(): Map<string, Uint8Array> {
  return new Map([
    ["views/home.view.json", text.encode(JSON.stringify(createIntactView()))],
    ["logic/home.wasm", Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)],
    ["data/home.data.json", text.encode('{"name":"World"}')],
    ["assets/home.css", text.encode("p{}")],
    ["assets/logo.png", text.encode("png")],
    ["META-INF/BUILD.json", text.encode("{}")],
  ]);
}
