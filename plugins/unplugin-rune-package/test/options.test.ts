import { describe, expect, it } from "vitest";
import { resolveOptions, type RunePackageOptions } from "unplugin-rune-package";

const resolveUnknown = (options: unknown) => resolveOptions(options as RunePackageOptions);

describe("resolveOptions", () => {
  it("fills in the defaults", () => {
    expect(resolveOptions()).toEqual({ app: "app", routing: "path", capabilities: [] });
    expect(resolveOptions({ app: "./src/app/" }).app).toBe("src/app");
  });

  it("turns capabilities into requests", () => {
    const capabilities = { clipboard: "Copies links", net: { origins: ["https://a.example"], reason: "Help" } };
    expect(resolveOptions({ capabilities }).capabilities).toEqual([
      { name: "clipboard", reason: "Copies links" },
      { name: "net", origins: ["https://a.example"], reason: "Help" },
    ]);
  });

  it.each([
    [null, "options are an object"],
    [() => {}, "options are an object"],
    [{ ap: "x" }, "unknown option `ap`; did you mean `app`?"],
    [{ zebra: 1 }, "unknown option `zebra`; the options are app, id, name, version"],
    [{ app: "/etc" }, 'option `app` must be a folder below the project root, such as `app`, not "/etc"'],
    [{ app: "../other" }, "option `app` must be a folder below the project root"],
    [{ id: "My App" }, "option `id` must be lower-case letters"],
    [{ routing: "hsh" }, 'option `routing` must be "path" or "hash", not "hsh"'],
    [{ capabilities: { clipbord: "x" } }, "unknown capability `capabilities.clipbord`; did you mean `clipboard`?"],
    [{ capabilities: { net: "links" } }, "`capabilities.net` needs origins"],
    [
      { capabilities: { net: { origins: ["https://a.example/x"] } } },
      "`capabilities.net.origins[0]` must be an origin",
    ],
    [{ capabilities: { net: { origins: "https://a.example" } } }, "`capabilities.net.origins` must be a list"],
    [{ capabilities: { clipboard: 1 } }, "`capabilities.clipboard` must be a reason"],
    [
      { capabilities: { clipboard: { why: "x" } } },
      "`capabilities.clipboard.why` is unknown; a capability has `reason`",
    ],
    [{ capabilities: { net: { origin: [] } } }, "`capabilities.net.origin` is unknown; did you mean `origins`?"],
    [{ postcss: true }, "option `postcss` must be the path of a configuration, such as `postcss.config.js`, or false"],
    [{ capability: { clipboard: "x" } }, "unknown option `capability`; did you mean `capabilities`?"],
  ])("refuses %j", (options, message) => {
    expect(() => resolveUnknown(options)).toThrow(message);
  });
});
