import { setTimeout as delay } from 'node:timers/promises'
import { processorMs } from './child.ts'
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
  const before = { entities: await system.entityRequests(), processor: await processorMs(system.gateway.pid) }
  const start = performance.now()
  const measured = await measure(system, phase)
  const elapsed = performance.now() - start
  const processor = await processorMs(system.gateway.pid)
  const entities = (await system.entityRequests()) - before.entities
  return {
    ...measured,
    entityRequestsPerEvent: entities / measured.events,
    gatewayProcessor:
      processor === null || before.processor === null ? null : (processor - before.processor) / elapsed,
  }
}

export interface PeopleResult extends QueueResult {
  /** The highest rate tried at which p99 stayed under 250 ms and nothing was lost. */
  readonly heldPerSecond: number
  readonly memory: QueueMemory
}

export interface QueueMemory {
  /** Resident kB of the gateway per open and idle queue, after a collection. */
  readonly idleKb: number
  /** The same right after all were opened, with what opening has left behind. */
  readonly openingKb: number
}

const P99_LIMIT = 250
const RATES = [100, 300, 600, 1000]
const WARM = 200

async function openMeasured(system: System, people: readonly string[]) {
  const { after: empty } = await system.gateway.memory()
  const listeners = await open(system, people)
  await delay(2_000)
  const { before, after } = await system.gateway.memory()
  const each = (bytes: number) => Math.round((bytes - empty) / 102.4 / people.length) / 10
  return { listeners, memory: { idleKb: each(after), openingKb: each(before) } }
}

async function highestHeld(system: System, phase: Phase, spread: QueueResult): Promise<number> {
  const holds = ({ p99Ms, lost }: QueueResult) => p99Ms < P99_LIMIT && lost === 0
  let held = holds(spread) ? phase.rate : 0
  for (const rate of held > 0 ? RATES : []) {
    if (!holds(await run(system, { ...phase, rate, seconds: 4 }))) break
    held = rate
  }
  return held
}

export interface PeopleScenario {
  readonly count: number
  readonly seconds: number
}

/** Every listener another person: nothing can be shared. Memory counts from some listeners on, not from none. */
export async function differentPeople(
  system: System,
  { count, seconds }: PeopleScenario,
): Promise<PeopleResult> {
  const everybody = await system.people(count + WARM)
  const warm = await open(system, everybody.slice(count))
  const people = everybody.slice(0, count)
  const { listeners, memory } = await openMeasured(system, people)
  const phase = { people, listeners, fanOut: 1, seconds, rate: 20 }
  await run(system, { ...phase, seconds: 2 }) // code is compiled, connections are warm
  const spread = await run(system, phase)
  const heldPerSecond = await highestHeld(system, phase, spread)
  await close([...listeners, ...warm])
  return { ...spread, memory, heldPerSecond }
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
