import { expect, it } from "vitest";
import { listWarnings } from "./compile-files.ts";

const page = "<h1>Page</h1>";

it("warns of a link by `href` to what is nearly a page of the app", async () => {
  const files = {
    "pages/home/index.html": `<a href="/abuot?x">1</a><a href="/user/7#a">2</a><a href="/help">3</a><a href="/about.txt">4</a>
      <a href="/abuot" target="_blank">5</a><a href="/abuot" download>6</a>
      <area href="/abot" alt="9"><a href="/about/us/all">10</a><a href="/">11</a>`,
    "pages/about/index.html": page,
    "pages/user/index.html": `<main data-route="/users/:id">User</main>`,
    "pages/files/index.html": `<main data-route="/files/*path">Files</main>`,
  };
  const found = [
    /html:1:10: warning: no page has the route `\/abuot` \[app_link_unknown\] \| did you mean `data-link="\/about"`\?/,
    /html:1:34: warning: no page has the route `\/user\/7` .*`data-link="\/users\/7"`/,
    /html:3:19: warning: no page has the route `\/abot`/,
  ];
  for (const routing of ["path", "hash"] as const) {
    const warnings = await listWarnings(files, { routing });
    expect(warnings.filter((each) => each.includes("app_link_unknown"))).toEqual(
      found.map((each) => expect.stringMatching(each)),
    );
  }
  // What another page takes is not unknown.
  const any = { ...files, "pages/any/index.html": `<main data-route="/:any">Any</main>` };
  expect((await listWarnings(any)).filter((each) => each.includes("app_link_unknown"))).toEqual([
    expect.stringContaining("`/user/7`"),
  ]);
});
