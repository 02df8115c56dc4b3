export interface Options {
  delimiter?: string;
  upper?: boolean;
  split?: (value: string) => string[];
}
export interface Padded extends Options {
  width?: number;
}
export function join(text: string, options?: Options): string {
  const words = (options?.split ?? ((value: string) => value.split(" ")))(text);
  const joined = words.join(options?.delimiter ?? " ");
  return options?.upper ? joined.toUpperCase() : joined;
}
export function dashed(text: string, options?: Options): string {
  return join(text, { delimiter: "-", ...options });
}
export function settings(given: Padded): Padded {
  return { width: 8, delimiter: ", ", ...given };
}
export function names(given: Padded): string[] {
  return [...Object.keys(given).sort(), `${"width" in given}`];
}
