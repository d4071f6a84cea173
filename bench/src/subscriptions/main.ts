import { parseArgs } from 'node:util'
import { helpOf } from '@kompetanse/schema/process/help'
import { startReal } from './real/system.ts'
import {
  differentPeople,
  memoryOfQueues,
  oneQueue,
  type PeopleResult,
  type QueueResult,
} from './scenarios.ts'
import { startStandIn } from './stand-in/system.ts'
import type { System } from './system.ts'

/*
 * Live queues through the gateway: from commit to the browser's socket.
 * `npm run bench:subscriptions [-- --json] [--seconds 15] [--stand-in]`
 * Behind the gateway is the real portal; with --stand-in queues are in memory, which shows the gateway's own part.
 */
helpOf(import.meta)
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '15' },
    'stand-in': { type: 'boolean', default: false },
  },
})
const seconds = Number(values.seconds)
const say = (line: string) => process.stdout.write(`${line}\n`)

async function using<Result>(start: () => Promise<System>, work: (system: System) => Promise<Result>) {
  const system = await start()
  say(`Measured on: ${system.description}`)
  try {
    return await work(system)
  } finally {
    await system.stop()
  }
}

function describe(name: string, result: QueueResult) {
  const { p50Ms, p99Ms, delivered, lost, gatewayProcessor, entityRequestsPerEvent, failures } = result
  say(`${name}: p50 ${p50Ms} ms, p99 ${p99Ms} ms, ${delivered} delivered, ${lost} lost`)
  if (gatewayProcessor !== null) say(`  gateway: ${Math.round(gatewayProcessor * 100)} % of a core`)
  if (entityRequestsPerEvent !== null) say(`  entity requests per event: ${entityRequestsPerEvent}`)
  for (const failure of new Set(failures)) say(`  failure: ${failure}`)
}

function describePeople(name: string, result: PeopleResult) {
  describe(name, result)
  say(`  held ${result.heldPerSecond} events/s (p99 under 250 ms, none lost)`)
}

async function latencies(system: System) {
  const people1000 = await differentPeople(system, 1_000, seconds)
  describePeople('1,000 people, 20 events/s spread', people1000)
  const shared1000 = await oneQueue(system, 1_000, seconds)
  describe('one queue in 1,000 windows, 5 events/s to all', shared1000)
  const people5000 = await differentPeople(system, 5_000, seconds)
  describePeople('5,000 people, 20 events/s spread', people5000)
  return { people1000, people5000, shared1000 }
}

const brief = ({ p50Ms, p99Ms, lost }: QueueResult) => ({ p50Ms, p99Ms, lost })

const memory = await using(startStandIn, (system) => memoryOfQueues(system, 5_000))
say(
  `gateway memory per open queue: ${memory.idleKb} kB resident when idle, ${memory.openingKb} kB while opening`,
)
const results = await using(values['stand-in'] ? startStandIn : startReal, latencies)
if (values.json) {
  const briefs = Object.entries(results).map(([name, result]) => [name, brief(result)])
  say(JSON.stringify({ ...Object.fromEntries(briefs), idleKbPerSubscriber: memory.idleKb }))
}
