import { setTimeout as delay } from 'node:timers/promises'
import { processorMs, residentKb } from './child.ts'
import { openListeners, type Listener } from './listener.ts'
import { measure, type Measurement } from './measure.ts'
import type { System } from './system.ts'

export interface QueueResult extends Measurement {
  readonly entityRequestsPerEvent: number
  /** Share of one processor that the gateway used while events came. */
  readonly gatewayProcessor: number | null
}

async function open(system: System, people: readonly string[]): Promise<Listener[]> {
  const after = await system.cursor(people[0] ?? '')
  const wishes: { bearer: string; after: string }[] = []
  for (const person of people) wishes.push({ bearer: await system.bearer(person), after })
  return openListeners(system.gatewayUrl, wishes)
}

async function close(listeners: readonly Listener[]) {
  for (const listener of listeners) listener.close()
  await delay(1_000)
}

interface Phase {
  readonly people: readonly string[]
  readonly listeners: readonly Listener[]
  readonly fanOut: number
  readonly rate: number
  readonly seconds: number
}

async function run(system: System, phase: Phase): Promise<QueueResult> {
  const before = { entities: await system.entityRequests(), processor: await processorMs(system.gatewayPid) }
  const start = performance.now()
  const measured = await measure(system, phase)
  const elapsed = performance.now() - start
  const processor = await processorMs(system.gatewayPid)
  const entities = (await system.entityRequests()) - before.entities
  return {
    ...measured,
    entityRequestsPerEvent: entities / measured.events,
    gatewayProcessor:
      processor === null || before.processor === null ? null : (processor - before.processor) / elapsed,
  }
}

export interface PeopleResult extends QueueResult {
  /** Resident memory of the gateway per open queue before the first event. */
  readonly idleKb: number | null
  /** The highest rate tried at which p99 stayed under 250 ms and nothing was lost. */
  readonly heldPerSecond: number
}

const P99_LIMIT = 250
const RATES = [100, 300, 600, 1000]

/** Every listener another person: nothing can be shared. */
export async function differentPeople(system: System, count: number, seconds: number): Promise<PeopleResult> {
  const people = await system.people(count + 50)
  const warm = await open(system, people.slice(count))
  await delay(1_000)
  const empty = await residentKb(system.gatewayPid)
  const mine = people.slice(0, count)
  const listeners = await open(system, mine)
  await delay(3_000)
  const full = await residentKb(system.gatewayPid)
  const phase = { people: mine, listeners, fanOut: 1, seconds }
  await run(system, { ...phase, rate: 20, seconds: 2 }) // code is compiled, connections are warm
  const spread = await run(system, { ...phase, rate: 20 })
  let heldPerSecond = spread.p99Ms < P99_LIMIT && spread.lost === 0 ? 20 : 0
  for (const rate of heldPerSecond ? RATES : []) {
    const { p99Ms, lost } = await run(system, { ...phase, rate, seconds: 4 })
    if (p99Ms >= P99_LIMIT || lost > 0) break
    heldPerSecond = rate
  }
  await close([...listeners, ...warm])
  const idleKb = empty === null || full === null ? null : Math.round(((full - empty) / count) * 10) / 10
  return { ...spread, idleKb, heldPerSecond }
}

/** One queue open in many windows: one stream upstream, every change to all of them. */
export async function oneQueue(system: System, windows: number, seconds: number): Promise<QueueResult> {
  const people = await system.people(1)
  const listeners = await open(
    system,
    Array.from({ length: windows }, () => people[0] ?? ''),
  )
  await delay(1_000)
  const phase = { people, listeners, fanOut: windows, seconds }
  await run(system, { ...phase, rate: 1, seconds: 2 })
  const result = await run(system, { ...phase, rate: 5 })
  await close(listeners)
  return result
}
