import { expect, it } from "vitest";
import { listProblems, listWarnings } from "./compile-files.ts";

const told = (place: string, severity: string, prop: string, attribute: string): unknown =>
  expect.stringMatching(
    new RegExp(
      `^app/pages/home/index.html:${place}: ${severity}: this is an attribute of the element: it does not give the component \`card\` its \`${prop}\` \\[app_component_prop_attribute\\] \\| write \`${attribute}="…"\``,
    ),
  );

it("is wrong with an attribute in place of what the component needs", async () => {
  const files = (use: string): Record<string, string> => ({
    "pages/home/index.html": use,
    "components/card.html": `<p data-bind="label"></p>`,
  });
  const problems = await listProblems(files(`<div data-use="card" label="Save"></div>`));
  expect(problems).toEqual([told("1:22", "error", "label", "data-prop-label")]);
  const other = `<div data-use="card" data-prop-label="'Save'"></div>`;
  expect(await listWarnings(files(`${other}<div data-use="card" label="Save"></div>`))).toEqual([
    told("1:74", "warning", "label", "data-prop-label"),
  ]);
  expect(await listWarnings(files(other))).toEqual([]);
});

it("is suspect with an attribute that is called as a variable of the component, unless that is given, too", async () => {
  const warn = (use: string): Promise<string[]> =>
    listWarnings({
      "pages/home/index.html": use,
      "components/card.html": `<p data-bind="title" data-bind-maxlength="maxLength"></p>`,
      "components/card.ts": `export let title = "x";\nexport let maxLength = 3;`,
    });
  for (const attribute of ["title", "data-title", "data-bind-title"]) {
    expect(await warn(`<div data-use="card" ${attribute}="'a'"></div>`), attribute).toEqual([
      told("1:22", "warning", "title", "data-prop-title"),
    ]);
  }
  expect(await warn(`<div data-use="card" data-max-length="3"></div>`)).toEqual([
    told("1:22", "warning", "maxLength", "data-prop-max-length"),
  ]);
  for (const good of [`title="Tip" data-prop-title="'a'"`, `class="card" id="title" aria-label="x" data-show="true"`])
    expect(await warn(`<div data-use="card" ${good}></div>`), good).toEqual([]);
});
