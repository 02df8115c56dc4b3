import { execFileSync } from "node:child_process";
import { readFileSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listPackages } from "../source-aliases.mjs";

const root = join(import.meta.dirname, "../..");
const packages = listPackages();
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "rune-published-"));
  const workspaces = packages.flatMap(({ manifest }) => ["--workspace", manifest.name]);
  execFileSync("npm", ["pack", "--silent", "--pack-destination", folder, ...workspaces], {
    cwd: root,
    stdio: "ignore",
  });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const readTarball = (name: string): Uint8Array => {
  const prefix = `${name.replace("@", "").replace("/", "-")}-`;
  const file = readdirSync(folder).find((each) => each.startsWith(prefix) && /^\d/.test(each.slice(prefix.length)));
  return new Uint8Array(readFileSync(join(folder, file ?? `${name} was not packed`)));
};

describe.each(packages.map(({ manifest }) => manifest.name as string))("%s as published", (name) => {
  it("has no packaging mistake", async () => {
    const tarball = readTarball(name);
    const buffer = tarball.buffer.slice(tarball.byteOffset, tarball.byteOffset + tarball.byteLength) as ArrayBuffer;
    const { messages } = await publint({ pack: { tarball: buffer }, strict: true });
    expect(messages).toEqual([]);
  });

  it("has types that resolve as its code does", async () => {
    const analysis = await checkPackage(createPackageFromTarballData(readTarball(name)));
    const problems = "problems" in analysis ? analysis.problems : [];
    // ESM only, on purpose: `require` of it is Node's affair since 20.19, and `node10` knows no `exports`.
    const relevant = problems.filter(
      (problem) =>
        problem.kind !== "CJSResolvesToESM" &&
        !(
          "resolutionKind" in problem &&
          (problem.resolutionKind === "node10" || problem.resolutionKind === "node16-cjs")
        ),
    );
    expect(relevant).toEqual([]);
  });
});
