import * as fc from "fast-check";
import { isRuneError } from "@rune/schema";
import { describe, expect, it } from "vitest";
import {
  MANIFEST_FILE,
  SIGNATURE_FILE,
  computeIntegrity,
  createMarkupPolicy,
  createMemorySource,
  openPackage,
  readData,
  readView,
  sealPackage,
  type PackageSource,
} from "../src/index.ts";
import { createIntactDraft, createIntactFiles, createIntactView } from "./intact-package.ts";

const sealed = await sealPackage(createIntactDraft(), createIntactFiles());
const withCode = (code: string, text = ""): unknown =>
  expect.objectContaining({ code, message: expect.stringContaining(text) as string });

describe("a source that changes its bytes after it has given them", () => {
  const change = new TextEncoder().encode("x{}");

  it.each(["all", "used"] as const)("changes nothing of the package: %s", async (verify) => {
    const given: Uint8Array[] = [];
    const source: PackageSource = {
      async read(path) {
        const bytes = sealed.files.get(path)?.slice();
        if (bytes) given.push(bytes);
        return bytes;
      },
    };
    const pkg = await openPackage(source, { verify });
    const reading = pkg.read("assets/home.css");
    // While the digest is computed, too.
    await Promise.resolve();
    for (const bytes of given) bytes.set(change.subarray(0, bytes.length));
    expect(await reading).toEqual(new TextEncoder().encode("p{}"));
    for (const bytes of given) bytes.set(change.subarray(0, bytes.length));
    expect(await pkg.read("assets/home.css")).toEqual(new TextEncoder().encode("p{}"));
    expect(pkg.manifest).toEqual(sealed.manifest);
  });

  it("may give bytes in memory that is shared", async () => {
    const source: PackageSource = {
      async read(path) {
        const bytes = sealed.files.get(path);
        if (!bytes) return undefined;
        const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
        shared.set(bytes);
        return shared;
      },
    };
    const pkg = await openPackage(source);
    expect((await pkg.read("assets/home.css")).buffer).toBeInstanceOf(ArrayBuffer);
  });
});

describe("sealing", () => {
  it("gives a package that opens, with its root", async () => {
    const pkg = await openPackage(createMemorySource(sealed.files), { root: sealed.root });
    expect(pkg.manifest).toEqual(sealed.manifest);
    expect(pkg.root).toBe(await computeIntegrity(sealed.files.get(MANIFEST_FILE) ?? new Uint8Array()));
    expect(await pkg.read("assets/home.css")).toEqual(new TextEncoder().encode("p{}"));
  });

  it("does not depend on the order of the files", async () => {
    const reversed = await sealPackage(createIntactDraft(), new Map([...createIntactFiles()].toReversed()));
    expect([...reversed.files]).toEqual([...sealed.files]);
    expect(reversed.root).toBe(sealed.root);
  });

  it("lists the files in the byte order of their paths", async () => {
    const files = createIntactFiles();
    // In UTF-16 units the second comes first.
    for (const path of ["assets/\uff5e", "assets/\ud83d\ude00"]) files.set(path, new Uint8Array());
    const paths = [...(await sealPackage(createIntactDraft(), files)).files.keys()];
    expect(paths).toEqual([...paths].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
    expect(paths.at(-1)).toBe("views/home.view.json");
  });

  it("leaves the signature out of the table", async () => {
    const files = createIntactFiles().set(SIGNATURE_FILE, new Uint8Array([1]));
    const signed = await sealPackage(createIntactDraft(), files);
    expect(signed.root).toBe(sealed.root);
    expect(signed.files.has(SIGNATURE_FILE)).toBe(true);
    await expect(openPackage(createMemorySource(signed.files))).resolves.toMatchObject({ root: sealed.root });
  });

  it("refuses what could not be opened", async () => {
    for (const path of ["../x", "__proto__", "a\\b"]) {
      await expect(sealPackage(createIntactDraft(), createIntactFiles().set(path, new Uint8Array()))).rejects.toEqual(
        withCode("manifest_path_invalid"),
      );
    }
    await expect(
      sealPackage(createIntactDraft(), createIntactFiles().set(MANIFEST_FILE, new Uint8Array())),
    ).rejects.toEqual(withCode("manifest_file_reserved"));
    await expect(sealPackage({ ...createIntactDraft(), entry: "/x" }, createIntactFiles())).rejects.toEqual(
      withCode("manifest_reference_invalid"),
    );
  });
});

describe("every file", () => {
  const paths = [...sealed.files.keys()];

  it("is noticed when any byte of it changes", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (path, at, mask) => {
          const files = new Map(sealed.files);
          const bytes = sealed.files.get(path)?.slice() ?? new Uint8Array();
          const index = at % bytes.length;
          bytes[index] = (bytes[index] ?? 0) ^ mask;
          files.set(path, bytes);
          const expected =
            path === MANIFEST_FILE ? withCode("package_root_mismatch") : withCode("package_file_changed", path);
          await expect(openPackage(createMemorySource(files), { root: sealed.root })).rejects.toEqual(expected);
        },
      ),
    );
  });

  it.each(paths)("%s is noticed when it is removed or renamed", async (path) => {
    const files = new Map(sealed.files);
    const bytes = files.get(path) ?? new Uint8Array();
    files.delete(path);
    const missing = path === MANIFEST_FILE ? withCode("manifest_missing") : withCode("package_file_missing", path);
    await expect(openPackage(createMemorySource(files))).rejects.toEqual(missing);
    await expect(openPackage({ read: createMemorySource(files).read })).rejects.toEqual(missing);
    files.set(`${path}2`, bytes);
    const renamed = path === MANIFEST_FILE ? missing : withCode("package_file_extra", `${path}2`);
    await expect(openPackage(createMemorySource(files))).rejects.toEqual(renamed);
  });
});

describe("reading", () => {
  it("reads a file once and keeps what it verified", async () => {
    const files = new Map(sealed.files);
    const source = createMemorySource(files);
    const reads: string[] = [];
    const counting: PackageSource = {
      read: (path) => {
        reads.push(path);
        return source.read(path);
      },
    };
    const pkg = await openPackage(counting);
    const before = reads.length;
    await Promise.all([pkg.read("assets/home.css"), pkg.read("assets/home.css")]);
    expect(reads.length).toBe(before);
    expect(new Set(reads).size).toBe(reads.length);
  });

  it("verifies late when asked to, and then every time", async () => {
    const files = new Map(sealed.files).set("assets/home.css", new TextEncoder().encode("x{}"));
    let current = files;
    const pkg = await openPackage({ read: async (path) => current.get(path) }, { verify: "used" });
    await expect(pkg.read("assets/home.css")).rejects.toEqual(withCode("package_file_changed", "assets/home.css"));
    await expect(pkg.read("assets/home.css")).rejects.toEqual(withCode("package_file_changed", "assets/home.css"));
    current = new Map(sealed.files);
    await expect(pkg.read("assets/home.css")).resolves.toHaveLength(3);
  });

  it("gives out nothing that the manifest does not list", async () => {
    const pkg = await openPackage(createMemorySource(sealed.files));
    for (const path of [MANIFEST_FILE, SIGNATURE_FILE, "x", "toString", "__proto__", "../x"]) {
      await expect(pkg.read(path)).rejects.toEqual(withCode("package_file_extra", path.slice(0, 3)));
    }
  });

  it("tells a source that fails, with its reason", async () => {
    const cause = new TypeError("offline");
    const broken: PackageSource = { read: () => Promise.reject(cause) };
    await expect(openPackage(broken)).rejects.toEqual(withCode("package_read_failed", "offline"));
    await expect(openPackage(broken)).rejects.toHaveProperty("cause", cause);
    const listless: PackageSource = { ...createMemorySource(sealed.files), list: () => Promise.reject(cause) };
    await expect(openPackage(listless)).rejects.toEqual(withCode("package_read_failed", "offline"));
  });

  it("tells the same of several failures every time", async () => {
    const files = new Map(sealed.files);
    for (const path of ["views/home.view.json", "assets/home.css", "logic/home.wasm"])
      files.set(path, new Uint8Array());
    const slow = new Set(["assets/home.css"]);
    const source: PackageSource = {
      read: async (path) => {
        for (let i = 0; slow.has(path) && i < 50; i++) await Promise.resolve();
        return files.get(path);
      },
    };
    await expect(openPackage(source)).rejects.toEqual(withCode("package_file_changed", "assets/home.css"));
  });

  it("protects a source in memory from its readers", async () => {
    const bytes = Uint8Array.of(1, 2, 3);
    const source = createMemorySource({ a: bytes, b: "text" });
    (await source.read("a"))?.fill(0);
    expect(bytes).toEqual(Uint8Array.of(1, 2, 3));
    expect(await source.read("b")).toEqual(new TextEncoder().encode("text"));
    expect(await source.read("toString")).toBeUndefined();
    expect(await source.list?.()).toEqual(["a", "b"]);
  });
});

describe("views and data", () => {
  it("are read", async () => {
    const pkg = await openPackage(createMemorySource(sealed.files));
    expect(await readView(pkg, "home")).toEqual(createIntactView());
    expect(await readData(pkg, "data/home.data.json")).toEqual({ name: "World" });
    await expect(readView(pkg, "toString")).rejects.toEqual(withCode("view_unknown", "toString"));
    await expect(readData(pkg, "data/other.json")).rejects.toEqual(withCode("package_file_extra", "data/other.json"));
  });

  it("may do what the manifest asks for, or less where the host grants less", async () => {
    const draft = createIntactDraft();
    draft.capabilities.push({ name: "net", origins: ["https://cdn.example"] }, { name: "frames" });
    const view = createIntactView();
    view["templates"] = [
      {
        nodes: [
          ["iframe", { src: "https://cdn.example/x" }],
          ["img", { src: "//cdn.example/y.png" }],
        ],
        bindings: [],
      },
    ];
    const files = createIntactFiles().set("views/home.view.json", new TextEncoder().encode(JSON.stringify(view)));
    const pkg = await openPackage(createMemorySource((await sealPackage(draft, files)).files));
    expect(await readView(pkg, "home")).toEqual(view);
    for (const grants of [new Set<never>(), new Set(["frames"] as const), new Set(["net"] as const)]) {
      const policy = createMarkupPolicy(pkg.manifest, grants);
      await expect(readView(pkg, "home", policy)).rejects.toEqual(withCode("view_markup_refused"));
    }
  });

  it("takes everything that a view can hold", async () => {
    const view = createIntactView();
    view["templates"] = [
      {
        nodes: [["svg:svg", {}, ["svg:linearGradient", { id: "g" }]], null, ["a", { href: "/x" }], null, ["input", {}]],
        bindings: [
          { type: "attribute", at: [2], name: "aria-label", value: ["text", "a", ["data", "a"]] },
          { type: "link", at: [2], to: "/settings", active: "on" },
          { type: "class", at: [2], name: "md:flex", value: true },
          { type: "style", at: [2], name: "--gap", value: 1 },
          { type: "show", at: [2], value: ["==", ["data", "a"], null] },
          { type: "ref", at: [4], name: "field" },
          { type: "property", at: [4], name: "value", value: ["data", "text"] },
          {
            type: "event",
            at: [4],
            event: "input",
            handler: "set",
            arguments: [["event", "target", "value"], ["event"]],
          },
          { type: "if", at: [1], branches: [{ when: ["data", "a"], template: 1 }, { template: 2 }] },
          {
            type: "for",
            at: [3],
            item: "row",
            index: "i",
            each: ["data", "rows"],
            key: ["get", ["item", 0], "id"],
            filter: [">", ["index", 0], 1],
            template: 3,
            empty: 4,
          },
        ],
      },
      { nodes: [["img", { srcset: "asset:assets/logo.png 1x, asset:assets/logo.png#x 2x" }]], bindings: [] },
      { nodes: ["none"], bindings: [] },
      { nodes: [null], bindings: [{ type: "for", at: [0], item: "x", each: ["item", 0], template: 5 }] },
      { nodes: [], bindings: [] },
      { nodes: [["p", {}]], bindings: [{ type: "text", at: [0], value: ["at", ["item", 1], ["item", 0]] }] },
    ];
    const files = createIntactFiles().set("views/home.view.json", new TextEncoder().encode(JSON.stringify(view)));
    const pkg = await openPackage(createMemorySource((await sealPackage(createIntactDraft(), files)).files));
    expect(await readView(pkg, "home")).toEqual(view);
  });

  it("are refused or read, but never crash their reader", async () => {
    const anything = fc.oneof(fc.jsonValue(), fc.constantFrom("text", "if", [0], 1, ["data", "x"], ["p", {}], null));
    const bindings = fc.array(
      fc.record({
        type: fc.constantFrom("text", "if", "for", "event"),
        at: anything,
        value: anything,
        template: anything,
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(anything), bindings, async (nodes, list) => {
        const view = { ...createIntactView(), templates: [{ nodes, bindings: list }] };
        const bytes = new TextEncoder().encode(JSON.stringify(view));
        const sealedView = await sealPackage(
          createIntactDraft(),
          createIntactFiles().set("views/home.view.json", bytes),
        );
        const pkg = await openPackage(createMemorySource(sealedView.files));
        const result = await readView(pkg, "home").catch((error: unknown) => error);
        const code = isRuneError(result) ? result.code : "read";
        expect(code).toMatch(/^(view_.*|read)$/);
        expect(code === "read" ? result : view).toEqual(view);
      }),
    );
  });
});
