import { CELLS, createNames, createRows, type Row } from "../rune/app/pages/rows.ts";

type View = "table" | "filter" | "grid";

const app = document.querySelector("#app") as HTMLElement;
const outlet = document.createElement("main");
const nav = document.createElement("nav");

const views: Record<View, () => Node> = { table: createTable, filter: createFilter, grid: createGrid };
const paths: Record<View, string> = { table: "/", filter: "/filter", grid: "/grid" };

for (const view of Object.keys(paths) as View[]) {
  const link = document.createElement("a");
  link.id = `to-${view}`;
  link.href = paths[view];
  link.textContent = view;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    history.pushState(null, "", paths[view]);
    show(view);
  });
  nav.append(link);
}
app.append(nav, outlet);
show((Object.keys(paths) as View[]).find((view) => paths[view] === location.pathname) ?? "table");

function show(view: View): void {
  outlet.replaceChildren(views[view]());
}

function createTable(): Node {
  const rowTemplate = fragment(
    '<tr><td class="id"></td><td class="label"><a></a></td><td class="action"><a class="remove">\u00d7</a></td><td></td></tr>',
  ).firstChild as HTMLElement;
  const content = fragment(`
    <section>
      <p>
        <button id="run" type="button">Create 1,000 rows</button>
        <button id="runlots" type="button">Create 10,000 rows</button>
        <button id="add" type="button">Append 1,000 rows</button>
        <button id="update" type="button">Update every 10th row</button>
        <button id="clear" type="button">Clear</button>
        <button id="swaprows" type="button">Swap rows</button>
      </p>
      <table><tbody></tbody></table>
    </section>`);
  const body = content.querySelector("tbody") as HTMLElement;
  let rows: Row[] = [];
  let elements: HTMLElement[] = [];
  let selected: HTMLElement | undefined;

  function append(added: readonly Row[]): void {
    const made = document.createDocumentFragment();
    for (const row of added) {
      const element = rowTemplate.cloneNode(true) as HTMLElement;
      const id = element.firstChild as HTMLElement;
      id.textContent = String(row.id);
      const label = id.nextSibling as HTMLElement;
      (label.firstChild as HTMLElement).textContent = row.label;
      rows.push(row);
      elements.push(element);
      made.append(element);
    }
    body.append(made);
  }
  function clear(): void {
    rows = [];
    elements = [];
    selected = undefined;
    body.textContent = "";
  }
  function replace(count: number): void {
    clear();
    append(createRows(count));
  }
  function update(): void {
    for (let i = 0; i < rows.length; i += 10) {
      const row = rows[i] as Row;
      row.label += " !!!";
      const cell = (elements[i] as HTMLElement).childNodes[1] as HTMLElement;
      (cell.firstChild as HTMLElement).textContent = row.label;
    }
  }
  function swap(): void {
    if (rows.length < 999) return;
    [rows[1], rows[998]] = [rows[998] as Row, rows[1] as Row];
    const [first, last] = [elements[1] as HTMLElement, elements[998] as HTMLElement];
    const after = last.nextSibling;
    body.insertBefore(last, first);
    body.insertBefore(first, after);
    [elements[1], elements[998]] = [last, first];
  }

  const actions: Record<string, () => void> = {
    run: () => replace(1000),
    runlots: () => replace(10_000),
    add: () => append(createRows(1000)),
    update,
    clear,
    swaprows: swap,
  };
  for (const [id, action] of Object.entries(actions)) {
    (content.querySelector(`#${id}`) as HTMLElement).addEventListener("click", action);
  }
  body.addEventListener("click", (event) => {
    const link = event.target as HTMLElement;
    const element = link.closest("tr");
    if (!element || link.tagName !== "A") return;
    if (link.className === "remove") {
      const index = elements.indexOf(element);
      rows.splice(index, 1);
      elements.splice(index, 1);
      element.remove();
    } else {
      if (selected) selected.className = "";
      selected = element;
      selected.className = "selected";
    }
  });
  return content;
}

function createFilter(): Node {
  const content = fragment('<section><input id="query" aria-label="Filter"><ul id="matches"></ul></section>');
  const list = content.querySelector("ul") as HTMLElement;
  const items = createNames().map((name) => {
    const item = document.createElement("li");
    item.textContent = name;
    return { name, item };
  });
  list.append(...items.map(({ item }) => item));
  (content.querySelector("input") as HTMLInputElement).addEventListener("input", (event) => {
    const query = (event.target as HTMLInputElement).value;
    let next = list.firstChild;
    for (const { name, item } of items) {
      if (name.includes(query)) {
        if (item === next) next = item.nextSibling;
        else list.insertBefore(item, next);
      } else if (item.parentNode) {
        if (item === next) next = item.nextSibling;
        item.remove();
      }
    }
  });
  return content;
}

function createGrid(): Node {
  const content = fragment('<section><button id="burst" type="button">Count</button><div id="cells"></div></section>');
  const cells = Array.from({ length: CELLS }, () => {
    const text = document.createTextNode("0");
    const cell = document.createElement("span");
    cell.append(text);
    return { count: 0, cell, text };
  });
  (content.querySelector("#cells") as HTMLElement).append(...cells.map(({ cell }) => cell));
  (content.querySelector("#burst") as HTMLElement).addEventListener("click", () => {
    for (const each of cells) each.text.data = String(++each.count);
  });
  return content;
}

function fragment(html: string): DocumentFragment {
  const template = document.createElement("template");
  template.innerHTML = html.replaceAll(/\n\s*/g, "");
  return document.importNode(template.content, true);
}
