// Prints the results as Markdown tables for README.md in this folder, beside the floor and with the ratio
// to it.

import { median, ROUNDS } from "./rounds.mjs";

/** Units of a table. `size` is the number of measured units in one of them. */
export const MILLISECONDS = { name: "ms", size: 1 };
export const KILOBYTES = { name: "KB", size: 1_000 };
export const MEGABYTES = { name: "MB", size: 1_000_000 };

const digits = (value) => (value < 100 ? 1 : 0);
const number = (value) => value.toFixed(digits(value));

function figure(values, { name, size }) {
  if (!values) return "";
  const scaled = values.map((value) => value / size);
  const middle = `${number(median(scaled))} ${name}`;
  if (values.length === 1) return middle;
  return `${middle} (${number(Math.min(...scaled))} to ${number(Math.max(...scaled))})`;
}

/** Returns the limit as text, and whether the figures are within it (`undefined` without a limit). */
function judge({ ours, floor, maxRatio, max }, unit) {
  if (maxRatio) return [`${maxRatio} x`, median(ours) / median(floor) <= maxRatio];
  if (max) return [`${max / unit.size} ${unit.name}`, median(ours) <= max];
  return ["", undefined];
}

const VERDICTS = new Map([[true, "yes"], [false, "**no**"], [undefined, ""]]);

/** Returns the cells of a row, by column name. */
function cells(row, title, unit) {
  const { name, ours, floor } = row;
  const [limit, holds] = judge(row, unit);
  return {
    [title]: name,
    ours: figure(ours, unit),
    floor: figure(floor, unit),
    ratio: floor && median(floor) > 0 ? (median(ours) / median(floor)).toFixed(2) : "",
    "at most": limit,
    holds: VERDICTS.get(holds),
  };
}

/**
 * Prints a Markdown table of medians with their minimum and maximum. A row has the values of `ours`,
 * optionally those of the `floor`, and optionally a limit: `maxRatio` to the floor or `max`. Empty
 * columns are omitted.
 */
export function printTable(title, unit, rows, count = ROUNDS, times = "rounds") {
  const lines = rows.map((row) => cells(row, title, unit));
  const columns = Object.keys(lines[0]).filter((column) => lines.some((line) => line[column] !== ""));
  const print = (line) => console.log(`| ${line.join(" | ")} |`);
  console.log();
  print(columns);
  console.log(`|${"---|".repeat(columns.length)}`);
  for (const line of lines) print(columns.map((column) => line[column]));
  console.log(`\nMedian of ${count} ${times} (least to most).`);
}
