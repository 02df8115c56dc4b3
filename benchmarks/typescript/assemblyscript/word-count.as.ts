const syllables = ["ka", "lo", "mi", "ne", "ru", "sta", "ti", "vo"];

function makeWord(seed: i32): string {
  let word = syllables[seed % 8];
  for (let rest = seed >> 3; rest > 0; rest >>= 3) word += syllables[rest & 7];
  return word;
}

class Ranked {
  constructor(
    public word: string,
    public count: i32,
  ) {}
}

export function benchmark(size: i32): f64 {
  const vocabulary: string[] = [];
  for (let index = 0; index < 600; index++) vocabulary.push(makeWord(index * 7));
  const counts = new Map<string, i32>();
  let state: i64 = 1;
  for (let index = 0; index < size; index++) {
    state = (state * 16807) % 2147483647;
    const word = vocabulary[<i32>(state % (index % 3 == 0 ? 600 : 60))];
    counts.set(word, (counts.has(word) ? counts.get(word) : 0) + 1);
  }
  const lengths = new Map<string, i32>();
  const words = counts.keys();
  const ranked: Ranked[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    const count = counts.get(word);
    ranked.push(new Ranked(word, count));
    const key = `${word.length} letters`;
    lengths.set(key, (lengths.has(key) ? lengths.get(key) : 0) + count);
  }
  ranked.sort((a, b) => (b.count != a.count ? b.count - a.count : a.word < b.word ? -1 : 1));
  let checksum = <f64>counts.size;
  for (let rank = 0; rank < min(50, ranked.length); rank++) {
    checksum += <f64>(ranked[rank].word.length * ranked[rank].count) / (rank + 1);
  }
  const keys = lengths.keys();
  for (let index = 0; index < keys.length; index++) checksum += lengths.get(keys[index]) * keys[index].length;
  return checksum;
}
