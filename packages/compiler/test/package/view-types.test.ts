import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compile, listProblems } from "./compile-files.ts";

const controller = `
interface Todo { id: number; title: string; owner?: { name: string } | null; done: boolean }
type Shape = { kind: "circle"; radius: number } | { kind: "square"; side: number };
class Box { size = 1; get area(): number { return this.size * this.size; } grow(): void { this.size++; } }
export let todos: Todo[] = [];
export let selected: Todo | null = null;
export let filter: "all" | "active" = "all";
export let count = 0;
export let isOpen = false;
export let label = "x";
export let box: Box = new Box();
export let scores: Map<string, number> = new Map();
export let byName: Record<string, Todo> = {};
export let shape: Shape = { kind: "circle", radius: 1 };
export let tags: Set<string> = new Set();
export let chosen: string[] = [];
export let files: { name: string; size: number; type: string; note?: string }[] | null = null;
export let names: readonly { name: string }[] = [];
export let named: { name: string }[] = [];
export function toggle(id: number): void { count = id; }
export function pick(todo: Todo): void { selected = todo; }
export function rename(id: number, title: string, quiet?: boolean): void { label = title; count = id; isOpen = quiet ?? false; }
export function setFilter(next: "all" | "active"): void { filter = next; }
export function twice(value: number): number { return value * 2; }
`;

/** What is wrong with a page of such a controller: place, code and message, without the file. */
async function check(html: string): Promise<string[]> {
  const files = { "pages/home/controller.ts": controller, "pages/home/index.html": html };
  const { diagnostics } = await compile(files);
  return diagnostics.map(({ range, severity, code, message, hint }) => {
    const { line = 0, column = 0 } = range?.start ?? {};
    return `${line}:${column} ${severity} ${code}: ${message} | ${hint}`;
  });
}

describe("types of views", () => {
  it("know the paths of what the controller exports", async () => {
    const problems = await check(`<p data-bind="todos[0].titel"></p>
<p data-bind="selected.owner.nam"></p>
<p data-bind="byName[label].titl"></p>
<p data-bind="label.trim"></p>
<p data-bind="box.grow"></p>
<p data-bind="shape.diameter"></p>
<ul data-each="(todo, i) in todos"><li data-key="todo.id" data-bind="todo.dne"></li></ul>`);
    expect(problems).toEqual([
      "1:24 error view_unknown_property: `Todo` has no `titel`; it has `id`, `title`, `owner`, `done` | did you mean `title`?",
      "2:30 error view_unknown_property: `{ name: string; }` has no `nam`; it has `name` | did you mean `name`?",
      "3:29 error view_unknown_property: `Todo` has no `titl`; it has `id`, `title`, `owner`, `done` | did you mean `title`?",
      expect.stringMatching(/^4:21 error view_unknown_property: `trim` is a method of `string`/),
      expect.stringMatching(/^5:19 error view_unknown_property: `grow` is a method of `Box`/),
      "6:21 error view_unknown_property: `Shape` has no `diameter`; it has `kind`, `radius`, `side` | add `diameter` to the type, or read something else",
      expect.stringContaining("view_key_without_list"),
      "7:75 error view_unknown_property: `Todo` has no `dne`; it has `id`, `title`, `owner`, `done` | did you mean `done`?",
    ]);
  });

  it("compare arguments with parameters", async () => {
    const problems = await check(`<button data-onclick="toggle(label)">a</button>
<input data-oninput="toggle($event.target.value)">
<button data-onclick="setFilter('al')">b</button>
<button data-onclick="rename(1, $event.key, 5)">c</button>
<p data-bind="twice(isOpen)"></p>
<button data-onclick="pick(byName)">d</button>`);
    expect(problems).toEqual([
      "1:30 error view_argument_type: `id` of `toggle(id: number)` is `number`, here it gets `string` | pass a value of that type, or change the parameter",
      "2:29 error view_argument_type: `id` of `toggle(id: number)` is `number`, here it gets `string` | pass a value of that type, or change the parameter",
      expect.stringMatching(/^3:33 error view_argument_type: .* here it gets `"al"`/),
      expect.stringMatching(/^4:45 error view_argument_type: `quiet` of .* here it gets `5`/),
      expect.stringMatching(/^5:21 error view_argument_type: `value` of .* here it gets `boolean`/),
      expect.stringMatching(
        /^6:28 error view_argument_type: .*`Record<string, Todo>`: .* is missing the following properties/,
      ),
    ]);
  });

  it("finds that a handler gets the whole event, and says what of it there is", async () => {
    const problems = await check(`<input data-oninput="toggle($event)">
<input data-oninput="rename(1, $event, $event)">
<button data-onclick="pick($event)">a</button>`);
    const whole = "and `\\$event` is the record of the whole event | pass a part of it, such as";
    expect(problems).toEqual([
      expect.stringMatching(
        new RegExp(
          `^1:29 error view_argument_type: \`id\` of .* is \`number\`, ${whole} \`\\$event.clientX\`.* \`data-model\``,
        ),
      ),
      expect.stringMatching(
        new RegExp(`^2:32 error view_argument_type: \`title\` of .* is \`string\`, ${whole} \`\\$event.target.value\``),
      ),
      expect.stringMatching(
        new RegExp(
          `^3:28 error view_argument_type: \`todo\` of .* is \`Todo\`, ${whole} .*\`\\$event.detail\` of a component's event`,
        ),
      ),
    ]);
  });

  it("warn of values that may not fit", async () => {
    const problems = await check(`<button data-onclick="pick(selected)">a</button>
<button data-onclick="toggle(selected.id)">b</button>
<select data-onchange="setFilter($event.target.value)"></select>`);
    expect(problems).toEqual([
      expect.stringMatching(/^1:28 warning view_argument_type: .* may get nothing: the value is `Todo \| null`/),
      expect.stringMatching(/^2:30 warning view_argument_type: .* may get nothing: the value is `number \| undefined`/),
      expect.stringMatching(/^3:34 warning view_argument_type: .* may get another value: it is `string`/),
    ]);
  });

  it("find comparisons that are never true", async () => {
    const problems = await check(`<p data-if="count == '5'">a</p>
<p data-if="filter == 'actve'">b</p>
<p data-if="filter == 'all'"><b data-show="filter != 'active'"></b></p>
<p data-for="(todo, i) in todos" data-if="i == todo.title"></p>`);
    expect(problems).toEqual([
      expect.stringMatching(/^1:13 error view_impossible_comparison: .* `number` is never `"5"`/),
      expect.stringMatching(/^2:13 error view_impossible_comparison: .* did you mean `"active"`\?/),
      expect.stringMatching(/^3:44 error view_impossible_comparison: .* `"all"` is never `"active"`/),
      expect.stringMatching(/^4:43 error view_impossible_comparison: .* `number` is never `string`/),
    ]);
  });

  it("know what rows are made of and told apart by", async () => {
    const problems = await check(`<p data-for="letter in label" data-bind="letter.x"></p>
<p data-for="n in count" data-bind="n.x"></p>
<p data-for="[a] in scores"></p>
<p data-for="pair in scores" data-bind="pair[0].size"></p>
<p data-for="tag in tags" data-bind="tag.name"></p>
<p data-for="todo in todos" data-key="todo"></p>
<p data-for="it in box"></p>`);
    expect(problems).toEqual([
      expect.stringMatching(/^1:24 error view_not_a_list: .* this is `string`/),
      expect.stringMatching(/^2:39 error view_unknown_property: `number` has no `x`/),
      expect.stringContaining("view_invalid_for"),
      expect.stringMatching(/^4:49 error view_unknown_property: `string` has no `size`; it has `length`/),
      expect.stringMatching(/^5:42 error view_unknown_property: `string` has no `name`/),
      expect.stringMatching(/^6:39 warning view_key_object: .*`Todo`/),
      expect.stringMatching(/^7:20 error view_not_a_list: .* this is `Box`/),
    ]);
  });

  it("know what fields give and operators take", async () => {
    const problems = await check(`<input data-model="isOpen">
<input type="checkbox" data-model="label">
<select multiple data-model="count"></select>
<p data-bind="count + isOpen"></p>
<p data-bind="label * 2"></p>
<input type="file" data-model="chosen"><input type="file" data-model="files"><input type="file" data-model="names"><input type="file" data-model="named">`);
    expect(problems).toEqual([
      expect.stringMatching(/^1:20 error view_model_type: the field gives text, .* takes `boolean`/),
      expect.stringMatching(/^2:36 error view_model_type: the field gives `true` or `false`, .* takes `string`/),
      expect.stringMatching(/^3:30 error view_model_type: the field gives a list of texts, .* takes `number`/),
      expect.stringMatching(/^4:15 warning view_operand_type: .*`number \+ boolean`/),
      expect.stringMatching(/^5:15 warning view_operand_type: .*`string`/),
      expect.stringMatching(/^6:32 error view_model_type: the field gives a list of files, .* takes `string\[\]`/),
    ]);
  });

  it("know what can be chosen in a field", async () => {
    const problems =
      await check(`<select data-model="filter"><option>all</option><optgroup label="more"><option value="actve">Active</option></optgroup>
<option disabled value="">Choose</option><option data-for="each in tags" data-bind="each"></option></select>
<input type="radio" value="none" data-model="filter"><input type="radio" value="active" data-model="filter">
<select data-model="count"><option>1</option><option value="2.5">2</option><option>many</option></select>
<select data-model="label"><option>any</option></select><select multiple data-model="chosen"><option>any</option></select>
<select data-model="isOpen"><option>any</option></select>`);
    expect(problems).toEqual([
      expect.stringMatching(/^1:\d+ warning view_model_option: "actve" can be chosen, .* takes `"all" \| "active"`/),
      expect.stringMatching(/^3:28 warning view_model_option: "none" can be chosen/),
      expect.stringMatching(/^4:\d+ warning view_model_option: "many" can be chosen, .* takes `number`/),
      expect.stringMatching(/^6:21 error view_model_type/),
    ]);
  });

  it("know what cannot be chosen, or has its value of the data", async () => {
    const problems =
      await check(`<select data-model="filter"><optgroup disabled label="old"><option>done</option></optgroup>
<option hidden value="">Choose</option><optgroup label="new"><option hidden>many</option></optgroup></select>
<input type="radio" value="on" data-bind-value="filter" data-model="filter"><input type="radio" value="none" disabled data-model="filter">`);
    expect(problems).toEqual([]);
  });

  it("have nothing against what views may do", async () => {
    const problems = await check(`<p data-bind="selected.title"></p><p data-bind="selected.owner.name.length"></p>
<div data-if="selected"><button data-onclick="pick(selected)" data-bind="selected.owner.name"></button></div>
<p data-if="shape.kind == 'circle'" data-bind="shape.radius"></p><p data-else data-bind="shape.side"></p>
<p data-bind="shape.radius ?? shape.side"></p>
<ul><li data-for="(todo, i) in todos" data-key="todo.id" data-if="!todo.done && i < 10" data-onclick="toggle(todo.id)">
  <b data-bind="$index + ': ' + todo.title"></b><i data-for="n in todo.title.length" data-bind="n"></i></li><li data-else>none</li></ul>
<p data-for="pair in scores" data-bind="pair[1] * 2 + pair[0].length"></p><p data-for="tag in tags" data-bind="tag"></p>
<p data-bind="scores.size + todos.length + box.area"></p><p data-bind="byName['joe'].title"></p><p data-bind="box[label]"></p>
<input data-model="label"><input type="number" data-model="count"><input type="checkbox" data-model="isOpen">
<input type="checkbox" value="a" data-model="chosen"><select multiple data-model="chosen"></select><select data-model="filter"></select>
<button data-onclick="rename(twice(count), $event.target.value)" data-bind-disabled="count" data-class-on="todos" data-bind-title="todos"></button>
<button data-onclick="pick($event.detail)" data-bind="count > 1 ? 'more' : null"></button><p data-if="selected == null"></p>`);
    expect(problems).toEqual([]);
  });

  it("are those of data.json where there is no controller", async () => {
    expect(
      await listProblems({
        "pages/home/data.json": `{ "steps": [1, 2], "users": [{ "name": "a" }, { "name": "b", "age": 1 }], "nobody": [] }`,
        "pages/home/index.html": `<p data-if="steps[0] == '1'"></p>
<p data-for="user in users" data-bind="user.age + user.nam"></p>
<p data-for="one in nobody" data-bind="one.name"></p>
<p data-for="letter in users[0].name"></p>`,
      }),
    ).toEqual([
      expect.stringContaining("index.html:1:13: error: this comparison has always the same result"),
      expect.stringContaining("index.html:2:56: error: `data.json` has no `nam` here"),
      expect.stringContaining("index.html:4:24: error: rows are made of arrays"),
    ]);
  });

  it("decide about data.json where there is one", async () => {
    const { diagnostics } = await compile({
      "pages/home/controller.ts": controller,
      "pages/home/data.json": `{
  "count": 1,
  "todos": [{ "id": 1, "title": "a", "done": false }, { "id": "2", "title": "b", "done": true }],
  "chosen": ["a", 1],
  "byName": { "a": { "id": 1, "title": "a" } },
  "selected": { "id": 1, "title": "a", "done": false, "color": "red" },
  "filter": "none"
}`,
      "pages/home/index.html": `<p data-bind="count"></p>`,
    });
    expect(
      diagnostics.map(({ range, severity, code }) => [range?.start.line, range?.start.column, severity, code]),
    ).toEqual([
      [3, 57, "error", "app_data_type"],
      [4, 19, "error", "app_data_type"],
      [5, 15, "error", "app_data_type"],
      [6, 55, "warning", "app_data_type"],
      [7, 3, "error", "app_data_type"],
    ]);
    expect(diagnostics[2]?.message).toContain("Property 'done' is missing");
  });

  it("leave it at one error where the names of rows cannot be read, or a route", async () => {
    const problems = await check(`<main data-route="/:"><a data-link="/about"></a>
<p data-for="todo of todos" data-bind="todo.title"></p></main>`);
    expect(problems).toEqual([
      expect.stringContaining("1:20 error view_invalid_route"),
      expect.stringContaining("2:19 error view_invalid_for"),
    ]);
  });

  it("go to components with what these are given", async () => {
    const problems = await listProblems({
      "pages/home/controller.ts": controller,
      "pages/home/index.html": `<ul><li data-for="todo in todos" data-use="row" data-prop-todo="todo" data-prop-level="$index"></li></ul>
<div data-use="row" data-prop-todo="todos[0]" data-prop-level="label"></div>
<template data-component="mini"><b data-bind="it.nme"></b></template>
<p data-if="selected" data-use="mini" data-prop-it="selected"></p>
<p data-use="tree" data-prop-node="todos[0]" data-prop-depth="twice(label)"></p>`,
      "components/row.html": `<b data-bind="todo.titel"></b><i data-if="level == 5"></i>
<div data-use="inner" data-prop-is-open="todo.done"></div><s data-if="level == true"></s>`,
      "components/inner.html": `<b data-bind="isOpen.length"></b>`,
      "components/tree.html": `<b data-bind="node.title"></b>
<div data-if="depth < 3" data-use="tree" data-prop-node="node" data-prop-depth="depth + 1"></div>`,
    });
    expect(problems).toEqual([
      expect.stringContaining("inner.html:1:22: error: `boolean` has no `length`"),
      expect.stringContaining("row.html:1:20: error: `Todo` has no `titel`"),
      expect.stringContaining("row.html:2:71: warning: this comparison has always the same result"),
      expect.stringContaining("index.html:3:50: error: `Todo` has no `nme`"),
      expect.stringContaining("index.html:5:69: error: `value` of `twice(value: number)`"),
    ]);
  });

  it("are those of the variables that a component's controller keeps what it is given in", async () => {
    const problems = await listProblems({
      "pages/home/controller.ts": controller,
      "pages/home/index.html": `<div data-use="card" data-prop-title="count" data-prop-size="count" data-prop-extra="label"></div>
<div data-use="card" data-prop-title="selected.title" data-prop-size="1"></div>
<div data-use="card" data-prop-title="selected == null ? null : ''" data-prop-size="1"></div>`,
      "components/card.html": `<h2 data-bind="title.lenght"></h2><p data-bind="size + extra.length"></p>`,
      "components/card.ts": `export let title = "";\nexport let size = 1;\n`,
    });
    expect(problems).toEqual([
      expect.stringContaining("card.html:1:22: error: `string` has no `lenght`"),
      expect.stringContaining(
        "index.html:1:39: error: `title` of the component is `string`, here it is given `number` [view_prop_type]",
      ),
      expect.stringContaining(
        "index.html:3:39: warning: `title` of the component is `string`, here it may be given another value",
      ),
    ]);
  });

  it("are not asked for where the controller is wrong itself", async () => {
    const files = {
      "pages/home/controller.ts": `export let count: number = "one";\n`,
      "pages/home/index.html": `<p data-if="count == 'x'"></p>\n`,
    };
    expect(await listProblems(files)).toEqual([expect.stringContaining("controller.ts:1:12")]);
  });

  it("have a case for each code", async () => {
    const source = join(import.meta.dirname, "../../src/html/check/messages.ts");
    const codes = [...readFileSync(source, "utf8").matchAll(/"(view_[a-z_]+)"/g)].map(([, code = ""]) => code);
    const test = readFileSync(import.meta.filename, "utf8");
    expect(codes.filter((code) => !test.includes(code))).toEqual([]);
  });
});
