// What is written in a language: the same as JavaScript writes, though formats are kept.
import * as fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { createJavascriptFunctions, javascriptLimits } from "../../src/javascript/index.ts";
import { createLibraryFunctions } from "../../src/javascript/library-functions.ts";

type Functions = Readonly<Record<string, (...values: unknown[]) => unknown>>;

/** Runs either side; what it throws by name. */
function outcome(action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    return (error as Error).name;
  }
}

/** Options as the guest writes them. */
const write = (options: Record<string, string | boolean | undefined>): string =>
  Object.entries(options)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${String(value)}\n`)
    .join("");

const oneOf = (...values: string[]): fc.Arbitrary<string | undefined> =>
  fc.option(fc.constantFrom(...values), { nil: undefined, freq: 2 });
const locales = fc.constantFrom("", "en-US", "de-DE", "ar-EG", "ja-JP-u-ca-japanese", "xx,en-GB", "not a tag");
const parts = fc.record({
  weekday: oneOf("short", "long"),
  year: oneOf("numeric", "2-digit"),
  month: oneOf("long", "2-digit"),
  day: oneOf("numeric", "2-digit"),
  dayPeriod: oneOf("long"),
  hour: oneOf("numeric", "2-digit"),
  minute: oneOf("2-digit"),
  timeZone: oneOf("UTC", "Asia/Kathmandu", "Nowhere/No"),
  timeZoneName: oneOf("short"),
  era: oneOf("short"),
});
const styles = fc.record({ dateStyle: oneOf("short", "full"), timeStyle: oneOf("medium"), hourCycle: oneOf("h12") });

describe.each(["Europe/Paris", "Pacific/Chatham"])("where clocks have come to show the time of %s", (zone) => {
  const { date_toLocaleString } = createJavascriptFunctions() as Functions;
  const usual = process.env["TZ"];
  afterEach(() => {
    if (usual === undefined) delete process.env["TZ"];
    else process.env["TZ"] = usual;
  });

  test("dates are written as they are there, but for those of a zone of their own", () => {
    const options = { dateStyle: "full", timeStyle: "full" } as const;
    // Zones may be the same but for what has been.
    for (const time of [0, 1.75e12, -9.4e11, -6e12]) {
      const written = (timeZone?: string): unknown =>
        date_toLocaleString!(time, 0, "en-GB", write({ ...options, timeZone }));
      process.env["TZ"] = "Europe/Berlin";
      expect(written()).toBe(new Date(time).toLocaleString("en-GB", options));
      const fixed = written("Asia/Kathmandu");
      process.env["TZ"] = zone;
      expect(written()).toBe(new Date(time).toLocaleString("en-GB", options));
      expect(written("Asia/Kathmandu")).toBe(fixed);
    }
  });
});

describe("dates", () => {
  const { date_toLocaleString } = createJavascriptFunctions() as Functions;
  const methods = ["toLocaleString", "toLocaleDateString", "toLocaleTimeString"] as const;

  test("are written as JavaScript writes them, each time", () => {
    const time = fc.oneof(fc.integer({ min: -1e13, max: 1e13 }), fc.constantFrom(NaN, 8.64e15, -8.64e15));
    fc.assert(
      fc.property(time, fc.nat(2), locales, fc.oneof(parts, styles), (at, kind, tags, options) => {
        const given = tags === "" ? undefined : tags.split(",");
        const asked = write(options) === "" ? undefined : (options as Intl.DateTimeFormatOptions);
        const wanted = outcome(() => new Date(at)[methods[kind]!](given, asked));
        for (const _ of [1, 2]) {
          expect(outcome(() => date_toLocaleString!(at, kind, tags, write(options)))).toBe(wanted);
        }
      }),
      { numRuns: 1500, seed: 11 },
    );
  });
});

test("numbers are written as JavaScript writes them, each time", () => {
  const { number_toLocaleString } = createJavascriptFunctions() as Functions;
  const options = fc.record({
    style: oneOf("currency", "percent", "unit"),
    currency: oneOf("EUR", "JPY", "bad"),
    unit: oneOf("liter"),
    notation: oneOf("compact"),
  });
  fc.assert(
    fc.property(fc.double(), locales, options, (x, tags, asked) => {
      const given = tags === "" ? undefined : tags.split(",");
      const wanted = outcome(() => x.toLocaleString(given, asked as Intl.NumberFormatOptions));
      for (const _ of [1, 2]) expect(outcome(() => number_toLocaleString!(x, tags, write(asked)))).toBe(wanted);
    }),
    { numRuns: 1000, seed: 12 },
  );
});

test("a format is paid for when it is made; one that makes up others pays for each", () => {
  let paid = 0;
  const charge = (ticks: number): void => void (paid += ticks);
  const { date_toLocaleString } = createLibraryFunctions(javascriptLimits, charge) as Functions;
  for (let day = 0; day < 1000; day++) date_toLocaleString!(day * 864e5, 1, "en-GB", "day=numeric\n");
  expect(paid).toBe(200_000);
  date_toLocaleString!(0, 2, "en-GB", "");
  expect(paid).toBe(400_000);
  for (let i = 0; i < 100; i++) date_toLocaleString!(0, 1, `en-u-nu-${i % 50}abc`, "");
  expect(paid).toBe(400_000 + 100 * 200_000);
});
