const { bind, call } = Function.prototype;

/**
 * A method as a function that takes its receiver first. Built-ins are captured so when this module is loaded; what the page does to its
 * prototypes later does not reach them.
 */
export function uncurry<This, Parameters extends unknown[], Result>(
  method: (this: This, ...parameters: Parameters) => Result,
): (receiver: This, ...parameters: Parameters) => Result {
  return bind.call(call, method) as (receiver: This, ...parameters: Parameters) => Result;
}
