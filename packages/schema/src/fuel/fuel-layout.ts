/** What a metering function is for, by its number in the custom section. */
export const meterKinds = ["exhausted", "bytes1", "bytes2", "bytes4", "bytes8", "text", "import"] as const;

/** A metering function: `import` calls an import and pays for the texts that go through it. */
export type MeterKind = (typeof meterKinds)[number];

/** Where a module has what the canonical patterns refer to. Those that a module does not need are missing. */
export interface FuelLayout {
  /** Number of the counter among the globals. */
  counter: number;
  /** Numbers of the functions that pay for elements, by the binary logarithm of an element's bytes. */
  elements: (number | undefined)[];
  /** Number of the function that gets more fuel, or marks the counter as used up and traps. */
  exhausted: number;
  /** Number of the import that asks the host for more fuel. */
  refuel: number;
  /** Number of the function that pays for a text by its length. */
  text: number | undefined;
  /** Numbers of the imports `length` and `test` of strings. */
  stringLength: number | undefined;
  stringTest: number | undefined;
  /** Functions that call an import and pay for it, by the import's number. */
  imports: Map<number, number>;
}
