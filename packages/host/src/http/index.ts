export { createHttpClient } from "./create-http-client.ts";
export type { BodyReader, Fetch, FetchedResponse, FetchInit, HttpAccess, SendRequest } from "./http-access.ts";
export type { HttpLimits } from "./http-limits.ts";
