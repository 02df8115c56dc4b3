class Entry {
  constructor(
    public id: i32,
    public group: string,
    public score: i32,
  ) {}
}

function createNumbers(count: i32, seed: i32): i32[] {
  const numbers: i32[] = [];
  let state: i64 = seed;
  for (let index = 0; index < count; index++) {
    state = (state * 16807) % 2147483647;
    numbers.push(<i32>(state % 100_000));
  }
  return numbers;
}

function quickSort(items: i32[], from: i32, to: i32): void {
  if (from >= to) return;
  const pivot = items[(from + to) >> 1];
  let low = from;
  let high = to;
  while (low <= high) {
    while (items[low] < pivot) low++;
    while (items[high] > pivot) high--;
    if (low <= high) {
      const kept = items[low];
      items[low++] = items[high];
      items[high--] = kept;
    }
  }
  quickSort(items, from, high);
  quickSort(items, low, to);
}

export function benchmark(size: i32): f64 {
  let checksum = 0.0;
  for (let round = 0; round < size; round++) {
    const numbers = createNumbers(6000, round + 1);
    const sorted = numbers.slice().sort((a, b) => a - b);
    const entries: Entry[] = [];
    for (let id = 0; id < 3000; id++) entries.push(new Entry(id, `g${numbers[id] % 7}`, numbers[id] % 500));
    entries.sort((a, b) =>
      a.group < b.group ? -1 : a.group > b.group ? 1 : b.score != a.score ? b.score - a.score : a.id - b.id,
    );
    quickSort(numbers, 0, numbers.length - 1);
    checksum += sorted[3000] + entries[1000].id * 3 + entries[2999].score + numbers[100];
  }
  return checksum;
}
