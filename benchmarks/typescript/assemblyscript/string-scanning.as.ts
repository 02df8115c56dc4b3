class Totals {
  numbers: f64 = 0;
  words: f64 = 0;
  strings: f64 = 0;
  symbols: f64 = 0;
  spaces: f64 = 0;
}

function isLetter(char: i32): bool {
  return (char >= 97 && char <= 122) || (char >= 65 && char <= 90) || char == 95;
}

function isDigit(char: i32): bool {
  return char >= 48 && char <= 57;
}

function scan(text: string): Totals {
  const totals = new Totals();
  let index = 0;
  while (index < text.length) {
    const char = text.charCodeAt(index);
    if (char == 32 || char == 10) {
      totals.spaces++;
      index++;
    } else if (isLetter(char)) {
      const start = index;
      while (index < text.length && isLetter(text.charCodeAt(index))) index++;
      if (text.slice(start, index) != "const") totals.words++;
    } else if (isDigit(char)) {
      let value = 0.0;
      while (index < text.length && isDigit(text.charCodeAt(index)))
        value = value * 10 + (text.charCodeAt(index++) - 48);
      totals.numbers += value;
    } else if (char == 34) {
      index++;
      while (text.charCodeAt(index) != 34) {
        if (text.charCodeAt(index) == 92) index++;
        index++;
        totals.strings++;
      }
      index++;
    } else {
      totals.symbols++;
      index++;
    }
  }
  return totals;
}

export function benchmark(size: i32): f64 {
  const lines: string[] = [];
  for (let index = 0; index < size; index++)
    lines.push(`const value_${index} = f(${index}, "text \\" ${index % 10}");`);
  const totals = scan(lines.join("\n"));
  return totals.numbers + totals.words * 3 + totals.strings * 5 + totals.symbols * 7 + totals.spaces * 11;
}
