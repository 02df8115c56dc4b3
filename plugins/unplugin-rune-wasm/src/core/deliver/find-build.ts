/** Stands for the one build of a bundler that has no environments. */
const only = {};

/** The build that a hook is called for, by the hook's context: Vite may build for several environments at once. */
export function findBuild(context: object): object {
  return (context as { environment?: object }).environment ?? only;
}
