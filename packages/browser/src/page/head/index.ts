export { followHead } from "./follow-head.ts";
export type { HeadFollower } from "./follow-head.ts";
