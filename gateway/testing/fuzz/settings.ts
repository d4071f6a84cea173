/** Operations over each random graph: graphs are dear to compose, operations dear to plan. */
const OPERATIONS = 50
const SHARDS = 2

/**
 * What one of the test files runs. `FUZZ_RUNS` is the number of operations in all files together, `FUZZ_SEED` the seed:
 * the same seed sends the same operations to the same graphs.
 */
export function shard(nth: number): { seed: string; worlds: number; operations: number } {
  const runs = Number(process.env['FUZZ_RUNS'] ?? 3000)
  const seed = process.env['FUZZ_SEED'] ?? 'kompetanse'
  return { seed: `${seed}-${nth}`, worlds: Math.ceil(runs / SHARDS / OPERATIONS), operations: OPERATIONS }
}

/** The time limit grows with the number of runs. */
export const TIMEOUT_MS = Number(process.env['FUZZ_RUNS'] ?? 3000) * 200
