import { expect, it } from "vitest";
import { listWarnings } from "./compile-files.ts";

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
