import type { FirstFrame } from "@rune/browser/first-frame";
import type { Manifest } from "@rune/schema";
import type { AppPage } from "unplugin-rune-package/internal";
import type { Preload } from "./list-preloads.ts";

/** The first frame of a host page, with the addresses of what it needs. */
export interface HostFrame extends FirstFrame {
  /** The attribute that marks what belongs to it. */
  readonly mark: string;
  /** Of the script that keeps what the user does until the app runs. */
  readonly script: string;
  /** Of its style sheets. */
  readonly sheets: readonly string[];
}

/** What a host page is written from. */
export interface HostPageOptions {
  manifest: Manifest;
  page: AppPage | undefined;
  /** Root digest to pin; absent in development, where packages change under the page. */
  root: string | undefined;
  /** Address of the package's folder, with a final slash, as the page sees it. */
  source: string;
  /** Address prefix of the app's routes, with a final slash. */
  base: string;
  /** Address of the script that mounts the app. */
  script: string;
  /** What the page will certainly load. */
  preloads: readonly Preload[];
  /** Address of the page's icon. */
  icon: string | undefined;
  /** Put the content security policy into the page. */
  policy: boolean;
  /** What the page shows before the app runs. */
  frame?: HostFrame | undefined;
}

/** Writes an HTML page that mounts a package. Everything that varies is in attributes, so the script is the same for all. */
export function generateHostPage(options: HostPageOptions): string {
  const { manifest, page, frame } = options;
  const grants = manifest.capabilities.map((request) => request.name).join(" ");
  const attributes = {
    id: "app",
    // The page is the app's: its styles are those of the document.
    "data-rune-page": "",
    "data-rune-src": options.source,
    ...(options.root === undefined ? {} : { "data-rune-root": options.root }),
    "data-rune-base": options.base,
    "data-rune-grants": grants,
    "data-rune-title": manifest.name,
    ...(frame ? { [frame.mark]: "" } : {}),
  };
  return [
    "<!doctype html>",
    `<html lang="${escapeHtml(frame?.head.lang ?? page?.lang ?? manifest.locale ?? "en")}">`,
    "  <head>",
    '    <meta charset="utf-8">',
    '    <meta name="viewport" content="width=device-width, initial-scale=1">',
    ...(options.policy
      ? [`    <meta http-equiv="Content-Security-Policy" content="${escapeHtml(createPolicy(manifest))}">`]
      : []),
    ...(options.icon === undefined
      ? []
      : [`    <link rel="icon" type="image/svg+xml" href="${escapeHtml(options.icon)}">`]),
    `    <title>${escapeHtml(frame?.head.title ?? page?.title ?? manifest.name)}</title>`,
    ...(frame ? generateFrameHead(frame) : []),
    `    <script type="module" src="${escapeHtml(options.script)}"></script>`,
    ...options.preloads.map(generatePreload),
    "  </head>",
    "  <body>",
    `    <div ${Object.entries(attributes)
      .map(([name, value]) => `${name}="${escapeHtml(value)}"`)
      .join(" ")}>${frame?.html ?? ""}</div>`,
    "    <noscript>This app needs JavaScript.</noscript>",
    "  </body>",
    "</html>",
    "",
  ].join("\n");
}

/** The strictest policy under which the package works: its own files, WebAssembly, and the origins that it asked for. */
export function createPolicy(manifest: Manifest): string {
  const others = listOrigins(manifest, "net");
  return [
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    `connect-src 'self'${listOrigins(manifest, "http")}`,
    // Which images data may be, views say.
    `img-src 'self' data:${others}`,
    `media-src 'self'${others}`,
    `form-action 'self'${others}`,
    "object-src 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
  ].join("; ");
}

/** The origins of a capability, as they go on in a list of sources. */
function listOrigins({ capabilities }: Manifest, name: "http" | "net"): string {
  return capabilities
    .filter((each) => each.name === name)
    .flatMap((each) => each.origins ?? [])
    .map((origin) => ` ${origin}`)
    .join("");
}

/** What belongs to the frame is marked: the runtime takes it out when it has its own. */
function generateFrameHead({ head, mark, script, sheets }: HostFrame): string[] {
  return [
    ...(head.meta ?? []).map(
      ({ name, content }) => `    <meta name="${escapeHtml(name)}" content="${escapeHtml(content)}" ${mark}="">`,
    ),
    `    <script src="${escapeHtml(script)}"></script>`,
    ...sheets.map((href) => `    <link rel="stylesheet" href="${escapeHtml(href)}" ${mark}="">`),
  ];
}

function generatePreload({ href, type }: Preload): string {
  const kind = type === "module" ? 'rel="modulepreload"' : 'rel="preload" as="fetch" crossorigin';
  return `    <link ${kind} href="${escapeHtml(href)}">`;
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
