// Compares the time zones of the tables module with those of IANA:
// node time-zones.mjs tables.js tables.wasm CHANGES
// CHANGES has one line per name: the name, its UTC offset in seconds at the beginning of 2024, and
// `AT:OFFSET` for each change until the end of 2036.

import { readFile } from "node:fs/promises";

const [script, wasm, changes] = process.argv.slice(2);
// Older releases of Node.js treat a file of this name as CommonJS, but not the content of a data URL.
const code = (await readFile(script)).toString("base64");
const tables = await import(`data:text/javascript;base64,${code}`);
await tables.default({ module_or_path: await readFile(wasm) });

const expected = (await readFile(changes, "utf8"))
  .trimEnd()
  .split("\n")
  .map((line) => {
    const [name, first, ...later] = line.split(" ");
    return { name, offset: +first, changes: later.map((change) => change.split(":").map(Number)) };
  });

const DAY = 24 * 60 * 60;
const BEGINNING = 1_704_067_200;
const END = 2_114_380_800;
// Each second at which a clock changes, the second before it, and every fifth day.
const moments = new Set(
  expected.flatMap((zone) => zone.changes.flatMap(([at]) => [at - 1, at])),
);
for (let at = BEGINNING; at < END; at += 5 * DAY) moments.add(at);

const wrong = new Set();
for (const moment of [...moments].sort((one, other) => one - other)) {
  const shown = new Map();
  for (const line of tables.zones(`${moment}`).split("\n")) {
    const [minutes, ...names] = line.split(" ");
    for (const name of names) shown.set(name, minutes * 60);
  }
  for (const zone of expected) {
    if (zone.changes[0]?.[0] === moment) zone.offset = zone.changes.shift()[1];
    if (shown.get(zone.name) !== zone.offset) wrong.add(zone.name);
  }
}

if (wrong.size) {
  console.error(`not what IANA says: ${[...wrong].sort().join(", ")}`);
  console.error("`cargo xtask time-zones` fetches the current rules");
  process.exit(1);
}
console.error(`${expected.length} time zones at ${moments.size} moments are what IANA says`);
