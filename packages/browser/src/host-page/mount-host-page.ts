import { mount, type MountedApp } from "../mount.ts";
import type { MountOptions } from "../options.ts";

/**
 * Mounts the app of a host page, which the build has written: everything about the app is in the attributes of its element, so that the script is the
 * same for all apps. `data-rune-state` of the element becomes `ready` or `failed`. A page without such an element stays as it is.
 *
 * @throws RuneError (as a rejection) where the app cannot be mounted. The page shows that by itself.
 */
export async function mountHostPage(options: Partial<MountOptions> = {}): Promise<MountedApp | undefined> {
  const element = document.querySelector<HTMLElement>("[data-rune-src]");
  if (!element) return undefined;
  const { runeSrc = "", runeRoot, runeBase = "/", runeGrants = "", runeTitle = "" } = element.dataset;
  // Pages without a title of their own go by the app's name, whichever page was opened first.
  document.title = runeTitle;
  // A relative address would be another one on other routes.
  for (const link of document.querySelectorAll<HTMLLinkElement>("link[rel=icon]")) link.setAttribute("href", link.href);
  try {
    const app = await mount(new URL(runeSrc, location.href), element, {
      base: runeBase,
      // The page and the app are of the same build.
      trusted: true,
      grants: runeGrants.split(" ").filter(Boolean) as NonNullable<MountOptions["grants"]>,
      ...(runeRoot ? { root: runeRoot } : {}),
      ...options,
    });
    element.dataset["runeState"] = "ready";
    return app;
  } catch (error) {
    element.dataset["runeState"] = "failed";
    throw error;
  }
}
