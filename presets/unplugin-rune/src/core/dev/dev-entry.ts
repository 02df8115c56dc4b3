import { STYLES_EVENT } from "./changed-styles.ts";
import { FAILURE_EVENT } from "./dev-failures.ts";
import { findRuntime } from "./runtime.ts";

/** The host script of a build: reads the element's attributes and mounts. A failure shows in the page by itself. */
export function generateHostEntry(): string {
  return `${imports()}
const element = document.querySelector("[data-rune-src]");
${readOptions}
// What other pages need does not hold up the one that is open.
options.verify = "first";
mount(new URL(src, location.href), element, options).then(
  () => (element.dataset.runeState = "ready"),
  (error) => {
    element.dataset.runeState = "failed";
    console.error(error);
  },
);
`;
}

/**
 * The host script of the dev server: also shows failures in Vite's overlay, those of the build and those at run time. The latter
 * it tells the server, too, which prints them.
 */
export function generateDevHostEntry(base: string, root: string): string {
  return `${imports()}
import { ErrorOverlay } from ${JSON.stringify(`${base}@vite/client`)};

const projectRoot = ${JSON.stringify(root.replaceAll("\\", "/"))};

function clear() {
  document.querySelectorAll("vite-error-overlay").forEach((overlay) => overlay.remove());
}

function show(error) {
  clear();
  document.body.append(new ErrorOverlay(error));
}

const shown = new Set();

/** Places in views that call what has failed, as a line. */
function describeCalls(name, view) {
  const calls = JSON.parse(document.getElementById("rune-calls")?.textContent ?? "[]");
  const places = calls.filter((call) => call.view === view && call.name === name).map(({ place }) => place);
  return places.length > 0 ? "\\ncalled in " + places.join(", ") : "";
}

function showFailure({ code, message, data = {} }, { module, location, view } = {}) {
  const { frame } = data;
  const place = location ?? data.location;
  const file = place && projectRoot + "/" + place.file;
  const loc = place && { file, line: place.line, column: place.column };
  const text = (code ? message + " [" + code + "]" : message) + describeCalls(data.export, view);
  // Who has closed the overlay knows of it, and goes on with the page.
  const key = JSON.stringify([text, loc]);
  if (shown.has(key)) return;
  shown.add(key);
  show({ message: text, stack: "", plugin: "rune", id: file ?? module, loc, frame });
  import.meta.hot?.send(${JSON.stringify(FAILURE_EVENT)}, { message: text, file, line: loc?.line, column: loc?.column, frame });
}

import.meta.hot?.on(${JSON.stringify(STYLES_EVENT)}, (changed) => {
  const sheets = new Map(document.adoptedStyleSheets.map((sheet) => [sheet.path, sheet]));
  // One that does not show now would be the old one when it does.
  if (!changed.every(({ path }) => sheets.has(path))) return location.reload();
  for (const { path, css } of changed) sheets.get(path).replaceSync(css);
  clear();
});

const failure = document.getElementById("rune-failure");
if (failure) show(JSON.parse(failure.textContent));
const element = document.querySelector("[data-rune-src]");
if (element) {
  ${readOptions}
  options.onError = (report) => {
    console.error(report.message, report.error ?? "");
    showFailure(report.error, report);
  };
  mount(new URL(src, location.href), element, options).then(
    () => (element.dataset.runeState = "ready"),
    (error) => {
      element.dataset.runeState = "failed";
      console.error(error);
      showFailure(error);
    },
  );
}
`;
}

const readOptions = `const { runeSrc: src, runeRoot: root, runeBase: base, runeGrants: grants, runeTitle: title } = element.dataset;
// Pages without a title of their own go by the app's name, whichever page was opened first.
document.title = title;
// A relative address would be another one on other routes.
for (const link of document.querySelectorAll("link[rel=icon]")) link.href = link.href;
// The page and the app are of the same build.
const options = { base, trusted: true, grants: grants.split(" ").filter(Boolean), ...(root ? { root } : {}) };`;

function imports(): string {
  return `import { mount } from ${JSON.stringify(findRuntime())};`;
}
