/** How one kind of field shows a value and gives what the user entered. */
export interface Field {
  /** What it can show depends on what is inside of it. */
  readonly dependsOnContent?: boolean;
  /** Shows a value. A field that shows it already keeps its caret and what is half typed. */
  write(element: Element, value: unknown): void;
  /** What was entered, as a value like the current one: the first that the place takes. */
  read(element: Element, current: unknown): readonly unknown[];
}
