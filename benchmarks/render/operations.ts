/** One thing that a user does, and what has to be there before and after. */
export interface Operation {
  name: string;
  /** The page that it happens on, by its link. */
  page: "table" | "filter" | "grid";
  /** Elements to click before the clock runs. */
  before: readonly string[];
  /** The element to click, or the text to type into one. */
  act: { click: string } | { type: string; into: string };
  /** Rows that the table has afterwards. */
  rows?: number;
  /** What is there when it is done, and was not before. */
  brings?: string;
}

const inRow = (row: number, part: string): string => `tbody tr:nth-child(${row}) ${part}`;

/** The nine operations that tables are commonly compared by. */
export const tableOperations: readonly Operation[] = [
  { name: "create 1,000 rows", page: "table", before: ["#clear"], act: { click: "#run" }, rows: 1000 },
  { name: "replace 1,000 rows", page: "table", before: ["#run"], act: { click: "#run" }, rows: 1000 },
  { name: "update every 10th row", page: "table", before: ["#run"], act: { click: "#update" }, rows: 1000 },
  {
    name: "select a row",
    page: "table",
    before: ["#run", inRow(7, ".label a")],
    act: { click: inRow(2, ".label a") },
    rows: 1000,
  },
  { name: "swap two rows", page: "table", before: ["#run"], act: { click: "#swaprows" }, rows: 1000 },
  { name: "remove a row", page: "table", before: ["#run"], act: { click: inRow(4, ".remove") }, rows: 999 },
  { name: "create 10,000 rows", page: "table", before: ["#clear"], act: { click: "#runlots" }, rows: 10_000 },
  { name: "append 1,000 rows", page: "table", before: ["#run"], act: { click: "#add" }, rows: 2000 },
  { name: "clear 1,000 rows", page: "table", before: ["#run"], act: { click: "#clear" }, rows: 0 },
];

/** What apps do as often. */
export const appOperations: readonly Operation[] = [
  {
    name: "select one of 10,000",
    page: "table",
    before: ["#runlots", inRow(7, ".label a")],
    act: { click: inRow(2, ".label a") },
    rows: 10_000,
  },
  {
    name: "change the route",
    page: "grid",
    before: [],
    act: { click: "#to-filter" },
    brings: "#matches li:nth-child(1000)",
  },
  { name: "type into a filter", page: "filter", before: [], act: { type: "amber", into: "#query" } },
  { name: "500 updates at once", page: "grid", before: [], act: { click: "#burst" } },
];
