import { sealPackage, type SealedPackage } from "@rune/archive";
import type {
  Binding,
  CapabilityRequest,
  JsonObject,
  Manifest,
  RoutingMode,
  Template,
  View,
  ViewHead,
  ViewNode,
} from "@rune/schema";
import { echoModule } from "./echo-module.ts";
import type { TestModule } from "./test-module.ts";

/** A hand-written view. */
export interface TestView {
  nodes: ViewNode[];
  bindings?: Binding[];
  /** Templates from index 1. */
  templates?: Template[];
}

/** A page of a test app. */
export interface TestPage extends TestView {
  pattern?: string;
  data?: JsonObject;
  /** Names of views, from the outside in. */
  layouts?: string[];
  head?: ViewHead;
  styles?: string[];
  /** @default the echo module */
  module?: TestModule;
  /** Without a controller. */
  isStatic?: boolean;
}

export interface TestAppOptions {
  pages: Readonly<Record<string, TestPage>>;
  /** Views of components and layouts, by name. */
  views?: Readonly<Record<string, TestView>>;
  files?: Readonly<Record<string, string | Uint8Array>>;
  routing?: RoutingMode;
  entry?: string;
  capabilities?: readonly CapabilityRequest[];
}

const encoder = new TextEncoder();

/** Id of the element whose events `run`, `log` … reach the exports of the echo module. */
export const CONTROL = "control";
const controls = ["dispatch", "dispatch_and_trap", "log", "timer", "store"];

/** Seals an app of hand-written views; each page ends with the control element, unless it is static. */
export async function sealTestApp(options: TestAppOptions): Promise<SealedPackage> {
  const pages = Object.entries(options.pages);
  const modules = new Map(
    [echoModule, ...pages.flatMap(([, page]) => page.module ?? [])].map((each) => [each.entry.file, each]),
  );
  const files = new Map<string, Uint8Array>([...modules].map(([file, { bytes }]) => [file, bytes]));
  for (const [name, page] of pages) {
    files.set(viewFile(name), encoder.encode(JSON.stringify(createView(name, page))));
    if (page.data) files.set(`data/${name}.data.json`, encoder.encode(JSON.stringify(page.data)));
  }
  const more = Object.entries(options.views ?? {});
  for (const [name, view] of more) {
    files.set(viewFile(name), encoder.encode(JSON.stringify(createView(name, { ...view, isStatic: true }))));
  }
  for (const [path, content] of Object.entries(options.files ?? {})) {
    files.set(path, typeof content === "string" ? encoder.encode(content) : content);
  }
  const draft: Omit<Manifest, "files"> = {
    format: "rune.manifest",
    manifest_version: 1,
    id: "test-app",
    name: "Test app",
    version: "1.0.0",
    runtime: "0.1.0",
    entry: options.entry ?? "/",
    routing: options.routing ?? "path",
    routes: pages.map(([name, page]) => ({
      pattern: page.pattern ?? "/",
      view: name,
      ...(!page.isStatic && { controller: (page.module ?? echoModule).entry.file }),
      ...(page.data && { data: `data/${name}.data.json` }),
      ...(page.layouts && { layouts: page.layouts }),
    })),
    views: [...pages, ...more].map(([name]) => ({ name, file: viewFile(name) })),
    modules: [...modules.values()].map(({ entry }) => entry),
    assets: Object.keys(options.files ?? {}).map((file) => ({ file, type: "application/octet-stream" })),
    capabilities: [...echoModule.entry.capabilities.map((name) => ({ name })), ...(options.capabilities ?? [])],
    trust: "untrusted",
  };
  return sealPackage(draft, files);
}

function viewFile(name: string): string {
  return `views/${name}.view.json`;
}

function createView(name: string, page: TestPage): View {
  const at = [page.nodes.length];
  const control: Binding[] = controls.map((event) => ({
    type: "event",
    at,
    event: `echo-${event}`,
    handler: event,
    arguments: [["event", "detail"]],
  }));
  return {
    format: "rune.view",
    version: 1,
    name,
    ...(page.head && { head: page.head }),
    ...(page.styles && { styles: page.styles }),
    templates: [
      page.isStatic || page.module
        ? { nodes: page.nodes, bindings: page.bindings ?? [] }
        : {
            nodes: [...page.nodes, ["i", { id: CONTROL }]],
            bindings: [...(page.bindings ?? []), ...control],
          },
      ...(page.templates ?? []),
    ],
  };
}
