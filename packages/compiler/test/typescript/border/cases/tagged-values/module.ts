const tagOf = (value: unknown): string => Object.prototype.toString.call(value);

/** Whether two values of the same tag are the same, by what such values are compared by. */
export function areSame(a: any, b: any): boolean {
  if (tagOf(a) !== tagOf(b)) return false;
  switch (tagOf(a)) {
    case "[object Date]":
      return a.getTime() === b.getTime();
    case "[object RegExp]":
      return a.source === b.source && a.flags === b.flags;
    case "[object Error]":
      return a.name === b.name && a.message === b.message;
    case "[object Map]":
      return a.size === b.size && [...a.keys()].every((key) => b.has(key) && areSame(a.get(key), b.get(key)));
    case "[object Set]":
      return a.size === b.size && [...a].every((each) => b.has(each));
    default:
      return Object.is(a, b);
  }
}
export function copyWritable(target: any, source: any): any {
  for (const key of Object.keys(source)) {
    const descriptor = Object.getOwnPropertyDescriptor(target, key);
    if (descriptor === undefined || descriptor.writable) target[key] = source[key];
  }
  return target;
}
