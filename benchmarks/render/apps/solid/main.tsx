import { createSelector, createSignal, For, Match, Switch, batch, type Accessor, type Setter } from "solid-js";
import { render } from "solid-js/web";
import { CELLS, createNames, createRows } from "../rune/app/pages/rows.ts";

interface LiveRow {
  id: number;
  label: Accessor<string>;
  setLabel: Setter<string>;
}

const [path, setPath] = createSignal(location.pathname);

function Link(props: { name: string; to: string }) {
  return (
    <a
      id={`to-${props.name}`}
      href={props.to}
      onClick={(event) => {
        event.preventDefault();
        history.pushState(null, "", props.to);
        setPath(props.to);
      }}
    >
      {props.name}
    </a>
  );
}

function Table() {
  const [rows, setRows] = createSignal<LiveRow[]>([]);
  const [selected, setSelected] = createSignal<number>();
  const isSelected = createSelector(selected);
  const create = (count: number) =>
    createRows(count).map(({ id, label: text }) => {
      const [label, setLabel] = createSignal(text);
      return { id, label, setLabel };
    });
  const replace = (count: number) => {
    setSelected(undefined);
    setRows(create(count));
  };
  const update = () =>
    batch(() => {
      const all = rows();
      for (let i = 0; i < all.length; i += 10) all[i]?.setLabel((text) => `${text} !!!`);
    });
  const swap = () => {
    const all = rows().slice();
    if (all.length < 999) return;
    [all[1], all[998]] = [all[998] as LiveRow, all[1] as LiveRow];
    setRows(all);
  };
  return (
    <section>
      <p>
        <button id="run" type="button" onClick={[replace, 1000]}>
          Create 1,000 rows
        </button>
        <button id="runlots" type="button" onClick={[replace, 10_000]}>
          Create 10,000 rows
        </button>
        <button id="add" type="button" onClick={() => setRows((all) => [...all, ...create(1000)])}>
          Append 1,000 rows
        </button>
        <button id="update" type="button" onClick={update}>
          Update every 10th row
        </button>
        <button id="clear" type="button" onClick={[replace, 0]}>
          Clear
        </button>
        <button id="swaprows" type="button" onClick={swap}>
          Swap rows
        </button>
      </p>
      <table>
        <tbody>
          <For each={rows()}>
            {(row) => (
              <tr class={isSelected(row.id) ? "selected" : ""}>
                <td class="id" textContent={row.id} />
                <td class="label">
                  <a onClick={[setSelected, row.id]} textContent={row.label()} />
                </td>
                <td class="action">
                  <a class="remove" onClick={() => setRows((all) => all.filter((each) => each !== row))}>
                    ×
                  </a>
                </td>
                <td />
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  );
}

function Filter() {
  const names = createNames();
  const [query, setQuery] = createSignal("");
  return (
    <section>
      <input id="query" aria-label="Filter" onInput={(event) => setQuery(event.currentTarget.value)} />
      <ul id="matches">
        <For each={names.filter((name) => name.includes(query()))}>{(name) => <li>{name}</li>}</For>
      </ul>
    </section>
  );
}

function Grid() {
  const cells = Array.from({ length: CELLS }, () => createSignal(0));
  const burst = () =>
    batch(() => {
      for (const [, set] of cells) set((count) => count + 1);
    });
  return (
    <section>
      <button id="burst" type="button" onClick={burst}>
        Count
      </button>
      <div id="cells">
        <For each={cells}>{([count]) => <span>{count()}</span>}</For>
      </div>
    </section>
  );
}

render(
  () => (
    <>
      <nav>
        <Link name="table" to="/" />
        <Link name="filter" to="/filter" />
        <Link name="grid" to="/grid" />
      </nav>
      <main>
        <Switch>
          <Match when={path() === "/"}>
            <Table />
          </Match>
          <Match when={path() === "/filter"}>
            <Filter />
          </Match>
          <Match when={path() === "/grid"}>
            <Grid />
          </Match>
        </Switch>
      </main>
    </>
  ),
  document.querySelector("#app") as HTMLElement,
);
