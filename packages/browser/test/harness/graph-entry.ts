/* The parts of the runtime that follow a controller's state, driven by a test: what they update is compared with what updating everything gives, and with a page that is made afresh. */
import { defaultGrants } from "@rune/schema";
import type { Manifest, View } from "@rune/schema";
import type { AppContext } from "../../src/app-context.ts";
import { createController } from "../../src/controller/index.ts";
import { createEventHub } from "../../src/events/event-hub.ts";
import type { Controller } from "../../src/page/controller.ts";
import { loadSupport } from "../../src/renderer/support.ts";
import * as verifier from "../../src/verifier.ts";
import { createTarget } from "../../src/page/create-target.ts";

/** A call of an export of the controller. */
export type Step = readonly [name: string, values: readonly unknown[]];

/** What a run has shown. */
export interface GraphResult {
  /** The first difference. */
  difference?: { step: number; followed: string; compared: string; fresh: string };
  /** How many steps changed what shows. */
  changes: number;
  errors: string[];
}

/** What shows: attributes in any order, and one that has lost what it held is as good as none. */
function show(element: Element): string {
  const attribute = / [\w-]+="[^"]*"/g;
  return element.innerHTML
    .replaceAll(/ (class|style)=""/g, "")
    .replaceAll(/(?: [\w-]+="[^"]*")+/g, (all) => (all.match(attribute) ?? []).sort().join(""));
}

async function run(manifest: Manifest, bytes: number[], view: View, steps: readonly Step[]): Promise<GraphResult> {
  const element = document.createElement("div");
  document.body.append(element);
  const errors: string[] = [];
  const app = {
    window,
    element,
    manifest,
    pkg: { read: async () => new Uint8Array(bytes) },
    grants: new Set(defaultGrants),
    policy: { origins: [], frames: false },
    verifier,
    storage: "session",
    trusted: true,
    fuel: undefined,
    providers: {},
    events: createEventHub(element, window, () => {}),
    links: { href: () => "/", isCurrent: () => false },
    report: (error: Error) => errors.push(error.message),
  } as unknown as AppContext;
  const [module] = manifest.modules;
  const route = { pattern: "/", view: view.name, controller: module?.file ?? "" };
  let controller: Controller | undefined;
  const calls = {
    missing: () => undefined,
    call: (name: string, values: unknown[]): unknown => controller?.evaluate(name, values),
    handle: (): void => {},
    enter: (): void => {},
    controllers: undefined,
  };
  const support = await loadSupport(new Set(["for", "if"]));
  const loaded = { view, views: new Map([[view.name, view]]), support, head: undefined, drawings: undefined };
  const target = createTarget(loaded, {}, route, app, calls);
  controller = await createController({ ...manifest.routes[0], module: route.controller }, app, target);
  element.replaceChildren(target.show());
  await controller.start({});
  const result: GraphResult = { changes: 0, errors };
  let before = "";
  for (const [step, [name, values]] of steps.entries()) {
    controller.turn(name, values);
    const followed = show(element);
    target.isStale = true;
    target.render();
    const compared = show(element);
    const other = createTarget(loaded, {}, route, app, calls);
    other.connect(target.state);
    for (const [known, value] of target.data) other.data.set(known, value);
    const fresh = document.createElement("div");
    fresh.append(other.show());
    const made = show(fresh);
    other.hide();
    if (followed !== before) result.changes++;
    before = followed;
    if (followed !== compared || followed !== made) {
      result.difference = { step, followed, compared, fresh: made };
      break;
    }
  }
  controller.close();
  element.remove();
  return result;
}

Object.assign(globalThis, { graph: { run } });
