/// <reference types="@rune/guest/assemblyscript" />

class Todo {
  constructor(
    public id: i32,
    public title: string,
    public done: bool,
  ) {}

  to_json(): rune.Json {
    return rune.json({ id: this.id, title: this.title, done: this.done });
  }
}

let count: i32 = 0;
let ratio: f64 = 0.5;
const todos: Todo[] = [];
const tags = new Set<string>();
const counts = new Map<string, i32>();
const table = new StaticArray<u8>(16);

export function start(params: rune.Json): void {
  const id = params.get("id").as_i32(1);
  const saved = rune.get_local_state("todos");
  if (saved !== null) {
    const list = rune.parse(saved);
    for (let i = 0; i < list.length; i++) {
      const item = list.at(i);
      todos.push(new Todo(item.get("id").as_i32(), item.get("title").as_string(), item.get("done").as_bool()));
    }
  }
  rune.set_interval("clock", 1000);
  show(id);
}

function show(id: i32): void {
  rune.batch((): void => {
    rune.update_data("list", { todos, count, none: null, nested: { deep: [1, "a", { yes: true }] } });
    rune.update_view("list", { class: "busy", hidden: count == 0 });
  });
  rune.log_info(`todo ${id}`);
}

export function add(title: string): void {
  todos.push(new Todo(todos.length, title, false));
  rune.set_local_state("todos", rune.json(todos).to_string());
  rune.navigate("/list", { page: 1 });
  rune.replace_text("ratio", rune.to_fixed(ratio, 2));
  rune.update_data("list", { tags, counts });
  rune.update_data("counts", counts);
}

export function on_timer(id: string): void {
  const now: i64 = rune.get_time_ms();
  ratio = <f64>now / f64(i32.MAX_VALUE) + Math.random() + <f64>Mathf.sqrt(4);
  count = i32(ratio) + <i32>unchecked(table[0]);
  assert(count >= 0, "count fell below zero");
  console.log(id + changetype<string>(id) + I32.parseInt("7").toString());
}

export function is_even(n: i32): bool {
  return (n & 1) == 0;
}
