import { expect, it } from "vitest";
import { listProblems, listWarnings } from "./compile-files.ts";

const page = "<h1>Page</h1>";

it("is a parameter of `start` that the route does not have, but not what may come from the query", async () => {
  const warn = (start: string, route = "/boards/:board/:card?"): Promise<string[]> =>
    listWarnings({
      "pages/home/index.html": page,
      "pages/board/index.html": `<h1 data-route="${route}">Board</h1>`,
      "pages/board/controller.ts": start,
    });
  const found =
    /controller.ts:1:25: warning: the route `.*` has no parameter `bord` \[app_start_parameter\] \| did you mean `board`\?/;
  expect(await warn(`export function start({ bord }: { bord: string }) {}`)).toEqual([expect.stringMatching(found)]);
  expect(
    await warn(`interface Params { card?: string; bord?: string }\nexport const start = (all: Params) => {};`),
  ).toEqual([expect.stringMatching(/:1:35: warning: .*`bord`/)]);
  expect(await warn(`export function start({ filter: by }: { filter: string }) {}`)).toEqual([
    expect.stringMatching(/:1:25: warning: .*`filter` .* write `filter\?: string`/),
  ]);
  const good = [
    "{ board, card }: { board: string; card?: string }",
    "{ q }: { q?: string }",
    "{ q = '' }: { q?: string }",
    "all: Record<string, string>",
    "",
  ];
  for (const each of good) expect(await warn(`export function start(${each}) {}`), each).toEqual([]);
  expect(await warn(`export function start({ bord }: { bord: string }) {}`, "/boards")).toEqual([]);
});

it("is of the function that the file exports as `start`, by whatever name it is written", async () => {
  const files = (controller: string): Record<string, string> => ({
    "pages/home/index.html": page,
    "pages/game/index.html": `<h1 data-route="/game/:id">Game</h1>`,
    "pages/game/controller.ts": controller,
  });
  const local = "function start(o: { speed: number }) { return o.speed; }";
  expect(await listWarnings(files(`${local}\nexport let speed = start({ speed: 1 });`))).toEqual([]);
  expect(await listWarnings(files(`${local}\nexport { start as begin };`))).toEqual([]);
  for (const renamed of [
    "function begin({ idd }: { idd: string }) {}",
    "const begin = ({ idd }: { idd: string }) => {};",
  ])
    expect(await listWarnings(files(`${renamed}\nexport { begin as start };`)), renamed).toEqual([
      expect.stringMatching(/controller.ts:1:\d+: warning: .*`idd`.* did you mean `id`/),
    ]);
});

it("is of a function that the controller has from another file, through whatever files", async () => {
  const files = (controller: string, more: Record<string, string> = {}): Record<string, string> => ({
    "pages/home/index.html": page,
    "pages/game/index.html": `<h1 data-route="/game/:id">Game</h1>`,
    "pages/game/controller.ts": controller,
    "begin.ts": "export function begin({ idd }: { idd: string }) {}",
    ...more,
  });
  const told = [expect.stringMatching(/^app\/begin.ts:1:25: warning: .*`idd`.* did you mean `id`/)];
  expect(await listWarnings(files(`export { begin as start } from "../../begin";`))).toEqual(told);
  expect(await listWarnings(files(`import { begin as go } from "../../begin.ts";\nexport { go as start };`))).toEqual(
    told,
  );
  const all = {
    "all.ts": `export * from "./none.ts";\nexport { begin as start } from "./begin";`,
    "none.ts": "export const n = 1;",
  };
  expect(await listWarnings(files(`export * from "../../all";`, all))).toEqual(told);
  const circle = { "all.ts": `export * from "./other.ts";`, "other.ts": `export * from "./all.ts";` };
  expect(await listWarnings(files(`export * from "../../all";`, circle))).toEqual([]);
});

it("leaves it to TypeScript to say that a type is written as itself", async () => {
  const problems = await listProblems({
    "pages/home/index.html": page,
    "pages/board/index.html": `<h1 data-route="/boards/:board">Board</h1>`,
    "pages/board/controller.ts": "type A = B;\ntype B = A;\nexport function start(p: A) {}",
  });
  expect(problems).toEqual([
    expect.stringMatching(/controller.ts:1:6: error: .*circularly/),
    expect.stringMatching(/controller.ts:2:6: error: .*circularly/),
  ]);
});
