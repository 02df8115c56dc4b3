import { memo, useCallback, useState, type MouseEvent } from "react";
import { createRoot } from "react-dom/client";
import { CELLS, createNames, createRows, type Row } from "../rune/app/pages/rows.ts";

interface RowProps {
  row: Row;
  isSelected: boolean;
  select: (id: number) => void;
  remove: (id: number) => void;
}

const TableRow = memo(function TableRow({ row, isSelected, select, remove }: RowProps) {
  return (
    <tr className={isSelected ? "selected" : ""}>
      <td className="id">{row.id}</td>
      <td className="label">
        <a onClick={() => select(row.id)}>{row.label}</a>
      </td>
      <td className="action">
        <a className="remove" onClick={() => remove(row.id)}>
          ×
        </a>
      </td>
      <td />
    </tr>
  );
});

interface Listing {
  rows: Row[];
  selected: number | undefined;
}

function Table() {
  const [{ rows, selected }, setListing] = useState<Listing>({ rows: [], selected: undefined });
  const change = (next: (rows: Row[]) => Row[]) => setListing((old) => ({ ...old, rows: next(old.rows) }));
  const replace = (count: number) => setListing({ rows: createRows(count), selected: undefined });
  const add = () => {
    const added = createRows(1000);
    change((all) => [...all, ...added]);
  };
  const update = () => change((all) => all.map((row, i) => (i % 10 ? row : { ...row, label: `${row.label} !!!` })));
  const swap = () =>
    change((all) => {
      if (all.length < 999) return all;
      const swapped = [...all];
      [swapped[1], swapped[998]] = [all[998] as Row, all[1] as Row];
      return swapped;
    });
  const select = useCallback((id: number) => setListing((old) => ({ ...old, selected: id })), []);
  const remove = useCallback(
    (id: number) => setListing((old) => ({ ...old, rows: old.rows.filter((row) => row.id !== id) })),
    [],
  );
  return (
    <section>
      <p>
        <button id="run" type="button" onClick={() => replace(1000)}>
          Create 1,000 rows
        </button>
        <button id="runlots" type="button" onClick={() => replace(10_000)}>
          Create 10,000 rows
        </button>
        <button id="add" type="button" onClick={add}>
          Append 1,000 rows
        </button>
        <button id="update" type="button" onClick={update}>
          Update every 10th row
        </button>
        <button id="clear" type="button" onClick={() => replace(0)}>
          Clear
        </button>
        <button id="swaprows" type="button" onClick={swap}>
          Swap rows
        </button>
      </p>
      <table>
        <tbody>
          {rows.map((row) => (
            <TableRow key={row.id} row={row} isSelected={row.id === selected} select={select} remove={remove} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Filter() {
  const [names] = useState(createNames);
  const [query, setQuery] = useState("");
  return (
    <section>
      <input id="query" aria-label="Filter" value={query} onChange={(event) => setQuery(event.target.value)} />
      <ul id="matches">
        {names
          .filter((name) => name.includes(query))
          .map((name) => (
            <li key={name}>{name}</li>
          ))}
      </ul>
    </section>
  );
}

function Grid() {
  const [cells, setCells] = useState(() => Array.from({ length: CELLS }, () => 0));
  const burst = () => {
    for (let i = 0; i < CELLS; i++) setCells((all) => all.with(i, (all[i] as number) + 1));
  };
  return (
    <section>
      <button id="burst" type="button" onClick={burst}>
        Count
      </button>
      <div id="cells">
        {cells.map((count, i) => (
          <span key={i}>{count}</span>
        ))}
      </div>
    </section>
  );
}

const pages = [
  { name: "table", to: "/", Page: Table },
  { name: "filter", to: "/filter", Page: Filter },
  { name: "grid", to: "/grid", Page: Grid },
];

function App() {
  const [path, setPath] = useState(location.pathname);
  const open = (event: MouseEvent, to: string) => {
    event.preventDefault();
    history.pushState(null, "", to);
    setPath(to);
  };
  const Page = pages.find(({ to }) => to === path)?.Page ?? Table;
  return (
    <>
      <nav>
        {pages.map(({ name, to }) => (
          <a key={to} id={`to-${name}`} href={to} onClick={(event) => open(event, to)}>
            {name}
          </a>
        ))}
      </nav>
      <main>
        <Page />
      </main>
    </>
  );
}

createRoot(document.querySelector("#app") as HTMLElement).render(<App />);
