import { parseArgs } from 'node:util'
import { differentPeople, oneQueue, type PeopleResult, type QueueResult } from './scenarios.ts'
import { startStandIn } from './stand-in/system.ts'

/*
 * Live queues through the gateway: from commit to the browser's socket.
 * `npm run bench:subscriptions [-- --json] [--seconds 15]`
 */
const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, seconds: { type: 'string', default: '15' } },
})
const seconds = Number(values.seconds)
const say = (line: string) => process.stdout.write(`${line}\n`)

function describe(name: string, result: QueueResult) {
  const processor =
    result.gatewayProcessor === null
      ? ''
      : `, gateway ${Math.round(result.gatewayProcessor * 100)} % of a core`
  say(
    `${name}: p50 ${result.p50Ms} ms, p99 ${result.p99Ms} ms, ${result.delivered} delivered, ${result.lost} lost${processor}`,
  )
  say(`  ${result.entityRequestsPerEvent} entity requests per event`)
  for (const failure of new Set(result.failures)) say(`  failure: ${failure}`)
}

function describePeople(name: string, result: PeopleResult) {
  describe(name, result)
  say(`  held ${result.heldPerSecond} events/s (p99 under 250 ms, none lost)`)
  const { idleKb, openingKb } = result.memory
  say(`  gateway memory per open queue: ${idleKb} kB resident when idle, ${openingKb} kB right after opening`)
}

const brief = ({ p50Ms, p99Ms, lost }: QueueResult) => ({ p50Ms, p99Ms, lost })

const system = await startStandIn()
say(`Measured on: ${system.description}`)
try {
  const people5000 = await differentPeople(system, { count: 5_000, seconds })
  describePeople('5,000 people, 20 events/s spread', people5000)
  const people1000 = await differentPeople(system, { count: 1_000, seconds })
  describePeople('1,000 people, 20 events/s spread', people1000)
  const shared1000 = await oneQueue(system, 1_000, seconds)
  describe('one queue in 1,000 windows, 5 events/s to all', shared1000)
  const idleKbPerSubscriber = people5000.memory.idleKb
  if (values.json) {
    const briefs = {
      people1000: brief(people1000),
      people5000: brief(people5000),
      shared1000: brief(shared1000),
    }
    say(JSON.stringify({ ...briefs, idleKbPerSubscriber }))
  }
} finally {
  await system.stop()
}
