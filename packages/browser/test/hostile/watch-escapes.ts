import type { Page } from "playwright-core";

/** Says what a page has done since it was asked last that no app may. */
export type FindEscapes = () => Promise<string[]>;

/** Watches a page for scripts that ran, dialogs, navigation, requests to others, and changes outside of the app. */
export async function watchEscapes(page: Page, origin: string): Promise<FindEscapes> {
  let escapes: string[] = [];
  page.on("dialog", (dialog) => {
    escapes.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.context().on("request", (request) => {
    const address = request.url();
    if (/^https?:/.test(address) && new URL(address).origin !== origin) escapes.push(`request ${address}`);
    else if (request.isNavigationRequest()) escapes.push(`navigation ${address}`);
  });
  await page.evaluate(() => {
    const outside = document.body.appendChild(document.createElement("section"));
    outside.id = "host";
    const drawing = outside.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "svg"));
    const shape = drawing.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "rect"));
    shape.id = "host-rect";
    outside.appendChild(document.createElement("p")).textContent = "outside";
  });
  const look = (): Promise<string[]> =>
    page.evaluate(() => {
      const outside = document.querySelector("#host");
      const styles = [document.documentElement, document.body, ...(outside?.querySelectorAll("*") ?? [])].map(
        (each) => {
          const { display, color, fill, backgroundImage, opacity } = getComputedStyle(each);
          return `${display} ${color} ${fill} ${backgroundImage} ${opacity}`;
        },
      );
      return [
        ...styles,
        outside?.outerHTML ?? "nothing outside",
        Object.keys(Object.prototype).join(),
        "pwned" in globalThis ? "script ran" : "",
        document.querySelectorAll(
          "script,iframe,object,embed,base,frame,style,link:not([rel=modulepreload]),[http-equiv],[name=referrer]",
        ).length,
      ].map(String);
    });
  const before = await look();
  return async () => {
    const changes = (await look()).filter((each, i) => each !== before[i]);
    // What happens while the page is asked is not lost.
    const found = [...escapes, ...changes];
    escapes = [];
    return found;
  };
}

/** Does to each element in an element what users do. What would only lead to the page's own origin is kept from reloading it. */
export async function useAll(page: Page, selector: string): Promise<void> {
  await page.evaluate((place) => {
    const stay = (event: Event): void => {
      const element = event.target as Element;
      const submitter = (event as SubmitEvent).submitter;
      const address =
        event.type === "submit"
          ? (submitter?.getAttribute("formaction") ?? element.getAttribute("action") ?? "")
          : (element.closest("a,area")?.getAttribute("href") ?? element.closest("a,area")?.getAttribute("xlink:href"));
      if (address === null || address === undefined) return;
      if (URL.canParse(address, document.baseURI) && new URL(address, document.baseURI).origin === location.origin)
        event.preventDefault();
    };
    addEventListener("click", stay);
    addEventListener("submit", stay);
    for (const element of document.querySelectorAll<HTMLElement>(`${place} *`)) {
      for (const type of ["pointerover", "mouseover", "pointerdown", "mousedown", "pointerup", "mouseup"])
        element.dispatchEvent(new MouseEvent(type, { bubbles: true }));
      element.focus?.();
      element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
      if (element.localName === "form") HTMLFormElement.prototype.requestSubmit.call(element);
    }
    removeEventListener("click", stay);
    removeEventListener("submit", stay);
  }, selector);
}
