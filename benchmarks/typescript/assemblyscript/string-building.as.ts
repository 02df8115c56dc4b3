function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

/** The language has no `toFixed`. */
function toFixed2(value: f64): string {
  const cents = <i64>Math.floor(value * 100 + 0.5);
  const text = (cents % 100).toString();
  return (cents / 100).toString() + "." + text.padStart(2, "0");
}

function renderRow(id: i32, name: string, price: f64): string {
  return `<tr id="row-${id}"><td>${escapeHtml(name)}</td><td>${toFixed2(price)}</td></tr>`;
}

export function benchmark(size: i32): f64 {
  let appended = "";
  for (let index = 0; index < size; index++) {
    appended += "item ";
    appended += index.toString();
    appended += index % 2 == 0 ? " even\n" : " odd\n";
  }
  const rows: string[] = [];
  for (let index = 0; <f64>index < <f64>size / 4; index++)
    rows.push(renderRow(index, `a<b & ${index}`, <f64>index / 3));
  const table = rows.join("\n");
  let padded = "";
  for (let index = 0; index < size; index++) padded += index.toString().padStart(6, ".") + "-".repeat(index % 4);
  return (
    <f64>appended.length +
    <f64>table.length * 3 +
    <f64>padded.length * 5 +
    <f64>appended.lastIndexOf("7 odd") +
    <f64>table.charCodeAt(50)
  );
}
