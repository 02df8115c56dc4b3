// @vitest-environment happy-dom
import { join } from "node:path";
import { mountApp } from "@rune/testing";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

beforeEach(() => vi.useFakeTimers({ now: Date.parse("2026-01-01T00:00:00Z") }));
afterEach(() => vi.useRealTimers());

const root = join(import.meta.dirname, "reminders");
const capabilities = { http: { origins: ["https://facts.example.org"] } };

test("the document and the clock of the test runner are used", async () => {
  const app = await mountApp({ root, capabilities });
  expect(app.document).toBe(document);
  const field = document.querySelector<HTMLInputElement>("[name=what]");
  if (field) field.value = "Tea";
  field?.dispatchEvent(new Event("input", { bubbles: true }));
  document.querySelector<HTMLElement>("form button")?.click();
  expect(document.querySelector("li")?.className).toBe("");
  vi.advanceTimersByTime(300_000);
  expect(document.querySelector("li")?.className).toBe("due");
  app.unmount();
  expect(document.querySelector("li")).toBeNull();
});
