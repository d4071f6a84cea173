import { setTimeout as delay } from 'node:timers/promises'
import type { Listener } from './listener.ts'
import type { Commit, System } from './system.ts'

export interface Measurement {
  readonly p50Ms: number
  readonly p99Ms: number
  readonly events: number
  readonly delivered: number
  readonly lost: number
  readonly failures: readonly string[]
}

const round = (value: number) => Math.round(value * 10) / 10

function percentile(sorted: readonly number[], share: number): number {
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN)
}

/** Commits at an even rate, each change in one of the queues in turn, for some seconds. */
async function commitEvenly(system: System, people: readonly string[], rate: number, seconds: number) {
  const pending: Promise<readonly Commit[]>[] = []
  const start = performance.now()
  for (let sent = 0; sent < rate * seconds;) {
    const due = Math.min(rate * seconds, Math.ceil(((performance.now() - start) / 1000) * rate))
    const chosen: string[] = []
    // A stride keeps neighbours in the list from always being served together.
    for (; sent < due; sent++) chosen.push(people[(sent * 7919) % people.length] ?? '')
    if (chosen.length > 0) pending.push(system.commit(chosen))
    await delay(2)
  }
  return (await Promise.all(pending)).flat()
}

export interface Load {
  readonly people: readonly string[]
  readonly listeners: readonly Listener[]
  /** Listeners that get each change. */
  readonly fanOut: number
  readonly rate: number
  readonly seconds: number
}

/** From commit to arrival, for each change and each listener that it is for. Waits up to 60 s for the last one. */
export async function measure(system: System, load: Load): Promise<Measurement> {
  for (const { arrivals, failures } of load.listeners) arrivals.length = failures.length = 0
  const commits = await commitEvenly(system, load.people, load.rate, load.seconds)
  const expected = commits.length * load.fanOut
  const delivered = () => load.listeners.reduce((sum, { arrivals }) => sum + arrivals.length, 0)
  for (let waited = 0; waited < 1_200 && delivered() < expected; waited++) await delay(50)
  const committedAt = new Map(commits.map(({ key, at }) => [key, at]))
  const latencies: number[] = []
  for (const { arrivals } of load.listeners) {
    // A change that comes twice counts once: repeats must not hide losses.
    for (const [key, at] of new Map(arrivals.map((arrival) => [arrival.key, arrival.at]))) {
      latencies.push(at - (committedAt.get(key) ?? Number.NaN))
    }
  }
  const sorted = latencies.filter((latency) => !Number.isNaN(latency)).sort((a, b) => a - b)
  return {
    p50Ms: percentile(sorted, 0.5),
    p99Ms: percentile(sorted, 0.99),
    events: commits.length,
    delivered: sorted.length,
    lost: expected - sorted.length,
    failures: load.listeners.flatMap(({ failures }) => failures),
  }
}
