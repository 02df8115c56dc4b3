function distance(left: string, right: string): i32 {
  let previous: i32[] = [];
  for (let index = 0; index <= right.length; index++) previous.push(index);
  for (let i = 1; i <= left.length; i++) {
    const current = [i];
    for (let j = 1; j <= right.length; j++) {
      const cost = left.charCodeAt(i - 1) == right.charCodeAt(j - 1) ? 0 : 1;
      current.push(min(min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + cost));
    }
    previous = current;
  }
  return previous[right.length];
}

export function benchmark(size: i32): f64 {
  const words = "kitten sitting saturday sunday intention execution flour flower gumbo gambol water wine".split(" ");
  let sum = 0.0;
  for (let pair = 0; pair < size; pair++) sum += distance(words[pair % 12], words[(pair * 5 + 1) % 11]);
  return sum;
}
