import type { EventHub } from "../events/event-hub.ts";
import { makeLink } from "../events/make-link.ts";
import type { Address } from "./address.ts";

/** What shows for an address without a route: a sentence, and the way to the app's entry. */
export function createNotFound(
  document: Document,
  path: string,
  entry: string,
  address: Address,
  events: EventHub,
): Node {
  const main = document.createElement("main");
  const title = document.createElement("h1");
  title.textContent = "Page not found";
  const text = document.createElement("p");
  text.textContent = `This app has no page at ${path}.`;
  const link = document.createElement("a");
  link.href = address.href(entry) ?? "";
  link.textContent = "Go to the start page";
  makeLink(link, entry);
  events.delegates("click");
  main.append(title, text, link);
  return main;
}
