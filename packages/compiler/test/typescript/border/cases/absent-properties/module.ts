// Properties that callers leave out although their types say that they are there, where the module asks for them.
export interface Order {
  id: string;
  items: string[];
  customer: { name: string; address: { city: string } };
  notes: string;
}
export function count(order: Order): number {
  if (!order.items) return 0;
  return order.items.length;
}
export function city(order: Order): string {
  return order.customer?.address?.city ?? "unknown";
}
export function cities(orders: Order[]): string {
  return orders.map(city).join();
}
export function note(order: Order): string {
  const { notes = "none" } = order;
  return notes.toUpperCase();
}
export function first(order: Order): string {
  return order.items[0]!.toUpperCase();
}
export function add(order: Order, item: string): Order {
  order.items ??= [];
  order.items.push(item);
  return order;
}
