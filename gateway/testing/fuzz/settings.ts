/** Operations over each random graph: graphs are dear to compose, operations dear to plan. */
const OPERATIONS = 50
const SHARDS = 2

/**
 * What one of the test files runs. `FUZZ_RUNS` says how many operations all of them run together, `FUZZ_SEED` from which
 * seed: the same seed asks the same operations of the same graphs.
 */
export function shard(nth: number): { seed: string; worlds: number; operations: number } {
  const runs = Number(process.env['FUZZ_RUNS'] ?? 3000)
  const seed = process.env['FUZZ_SEED'] ?? 'kompetanse'
  return { seed: `${seed}-${nth}`, worlds: Math.ceil(runs / SHARDS / OPERATIONS), operations: OPERATIONS }
}

/** A run takes as long as it takes when more is asked for. */
export const TIMEOUT_MS = Number(process.env['FUZZ_RUNS'] ?? 3000) * 200
