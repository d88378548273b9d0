// Repeats a measurement in rounds and computes percentiles of the figures.

/** The number of times each page is measured. */
export const ROUNDS = Number(process.env.PORTAL_BENCH_ROUNDS || 5);
if (!Number.isInteger(ROUNDS) || ROUNDS < 1) {
  throw new Error("PORTAL_BENCH_ROUNDS: a number of rounds, 1 or more");
}

/** The number of rounds for measurements that take long or hardly vary. */
export const FEW_ROUNDS = Math.min(ROUNDS, 3);

/**
 * Measures each subject in each round, one after the other, so that a busy minute of the machine affects
 * all of them. `subjects` are functions that return figures by name. The result holds, for each figure,
 * the values of each subject.
 */
export async function alternate(subjects, rounds = ROUNDS) {
  const figures = {};
  for (let round = 0; round < rounds; round += 1) {
    for (const [subject, measure] of Object.entries(subjects)) {
      for (const [figure, value] of Object.entries(await measure())) {
        ((figures[figure] ??= {})[subject] ??= []).push(value);
      }
    }
  }
  return figures;
}

/** Returns the value below which a share of the values lies. `share` is between 0 and 1. */
export function percentile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

export const median = (values) => percentile(values, 0.5);
