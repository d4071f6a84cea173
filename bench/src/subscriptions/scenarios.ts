import { setTimeout as delay } from 'node:timers/promises'
import { processorMs } from './child.ts'
import { openListeners, type Listener, type Wish } from './listener.ts'
import { measure, type Measurement } from './measure.ts'
import type { System } from './system.ts'

export interface QueueResult extends Measurement {
  readonly entityRequestsPerEvent: number | null
  /** Share of one processor that the gateway used while events came. */
  readonly gatewayProcessor: number | null
}

async function open(system: System, people: readonly string[]): Promise<Listener[]> {
  const after = await system.cursor(people[0] ?? '')
  const wishes: Wish[] = []
  for (const person of people)
    wishes.push({ bearer: await system.bearer(person), query: system.queue, after })
  const listeners = await openListeners(system.gatewayUrl, wishes)
  // A queue that is refused would be taken for one that loses events.
  await delay(500)
  const [failure] = listeners.flatMap(({ failures }) => failures)
  if (failure !== undefined) throw new Error(`A queue could not be opened: ${failure}`)
  return listeners
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

async function usage({ gateway, entityRequests }: System) {
  const processor = gateway && (await processorMs(gateway.pid))
  return { processor, entities: entityRequests && (await entityRequests()) }
}

const grown = (before: number | null, after: number | null, per: number) =>
  before === null || after === null ? null : (after - before) / per

async function run(system: System, phase: Phase): Promise<QueueResult> {
  const before = await usage(system)
  const start = performance.now()
  const measured = await measure(system, phase)
  const elapsed = performance.now() - start
  const after = await usage(system)
  return {
    ...measured,
    entityRequestsPerEvent: grown(before.entities, after.entities, measured.events),
    gatewayProcessor: grown(before.processor, after.processor, elapsed),
  }
}

/** What open queues cost the gateway: counted from some listeners on, not from none. */
export async function memoryOfQueues(system: System, count: number): Promise<QueueMemory> {
  const { gateway } = system
  if (!gateway) throw new Error('memory is measured on a gateway of the bench')
  const people = await system.people(count + WARM)
  const warm = await open(system, people.slice(count))
  const { after: empty } = await gateway.memory()
  const listeners = await open(system, people.slice(0, count))
  await delay(2_000)
  const { before, after } = await gateway.memory()
  await close([...listeners, ...warm])
  const each = (bytes: number) => Math.round((bytes - empty) / 102.4 / count) / 10
  return { idleKb: each(after), openingKb: each(before) }
}

export interface PeopleResult extends QueueResult {
  /** The highest rate tried at which p99 stayed under 250 ms and nothing was lost. */
  readonly heldPerSecond: number
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

async function highestHeld(system: System, phase: Phase, spread: QueueResult): Promise<number> {
  const holds = ({ p99Ms, lost }: QueueResult) => p99Ms < P99_LIMIT && lost === 0
  let held = holds(spread) ? phase.rate : 0
  for (const rate of held > 0 ? RATES : []) {
    if (!holds(await run(system, { ...phase, rate, seconds: 4 }))) break
    held = rate
  }
  return held
}

/** Every listener another person: nothing can be shared. */
export async function differentPeople(system: System, count: number, seconds: number): Promise<PeopleResult> {
  const people = await system.people(count)
  const listeners = await open(system, people)
  const phase = { people, listeners, fanOut: 1, seconds, rate: 20 }
  // Until the last subscribers are served, the subgraph is still busy with opening; afterwards code is warm, too.
  await run(system, { ...phase, people: people.slice(-20), seconds: 1 })
  await run(system, { ...phase, seconds: 2 })
  const spread = await run(system, phase)
  const heldPerSecond = await highestHeld(system, phase, spread)
  await close(listeners)
  return { ...spread, heldPerSecond }
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
