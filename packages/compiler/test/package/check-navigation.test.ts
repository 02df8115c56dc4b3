import { expect, it } from "vitest";
import { listProblems } from "./compile-files.ts";

const page = "<h1>Page</h1>";

it("reports pages and paths that controllers open and the app does not have", async () => {
  const problems = await listProblems({
    "shared.ts": `export function leave(): void { rune.navigate("/abuot?from=home#top"); }`,
    "pages/home/index.html": page,
    "pages/home/controller.ts": `import { leave } from "../../shared.ts";
export function act(id: number): void {
  leave();
  rune.navigate("/user/7?tab=1");
  rune.navigate(\`/user/${"${id}"}/nowhere\`);
  rune.navigate("user", { id });
  rune.navigate("usr", { id });
  rune.navigate("about");
  rune.navigate("/usr/7");
  rune.navigate_replace("/abaut");
}`,
    "pages/who/index.html": `<main data-route="/about">Who</main>`,
    "pages/who/controller.ts": `import { leave } from "../../shared.ts"; export function act(): void { leave(); }`,
    "pages/user/index.html": `<main data-route="/user/:id">User</main>`,
    "pages/user/controller.as.ts": `export function act(): void { rune.navigate("hom"); }`,
  });
  expect(problems).toEqual([
    "app/pages/home/controller.ts:7:17: error: `rune.navigate` opens `usr`, and no page is called so [app_view_unknown] | did you mean `user`?",
    expect.stringMatching(/controller.ts:8:17: .*`about`.* \| did you mean `\/about`\?/),
    expect.stringMatching(/controller.ts:9:17: .*no page has the route `\/usr\/7` .* \| did you mean `\/user\/7`\?/),
    expect.stringMatching(/controller.ts:10:25: .*no page has the route `\/abaut` .* \| did you mean `\/about`\?/),
    expect.stringMatching(/^app\/pages\/user\/controller.as.ts:1:45: .*`hom`.* \| did you mean `home`\?/),
    expect.stringMatching(/^app\/shared.ts:1:47: .*no page has the route `\/abuot` .* \| did you mean `\/about`\?/),
  ]);
});
