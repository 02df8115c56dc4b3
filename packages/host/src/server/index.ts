export { createServerFunctions } from "./create-server-functions.ts";
export type { ServerFunctionOptions } from "./create-server-functions.ts";
export type { ServerConnection, ServerMessage } from "./server-connection.ts";
export type { ServerLimits } from "./server-limits.ts";
