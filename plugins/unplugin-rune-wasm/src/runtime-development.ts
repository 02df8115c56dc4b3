/** What bindings of modules with their source map in them need besides: stacks of errors name the author's files. */
export { createStackMapper } from "@rune/schema/source-map";
