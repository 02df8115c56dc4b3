/** The module's exported functions. Their types are not generated yet. */
declare module "*.as.ts?wasm";
