import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { helpOf } from '@kompetanse/schema/process/help'
import { startSoakSystem } from './gateway.ts'
import { makeTrouble, type Scene } from './trouble.ts'
import { nothingSeen, Window } from './window.ts'

/*
 * Live queues for minutes on end, with sockets that come and go, a subgraph that is killed, schemas that are reloaded
 * and quiet moments. `npm run bench:soak [-- --minutes 10] [--people 100]`
 * Ends with 1 if an event was lost or came twice, or if the gateway's memory grew.
 */
helpOf(import.meta)
const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, people: { type: 'string', default: '100' } },
})
const minutes = Number(values.minutes)
const say = (line: string) => process.stdout.write(`${line}\n`)
const megabytes = (bytes: number) => Math.round(bytes / 1e5) / 10

/** What is kept for a while (answers, plans, former schemas until their requests have ended) has filled up by then. */
const WARM_UP_MS = 60_000
/** Apart from this, memory is as it was: the heap of a process that works is never quite the same. */
const MAY_GROW = 0.25
const CATCH_UP_MS = 30_000

const system = await startSoakSystem()
const people = Array.from({ length: Number(values.people) }, (_, index) => `person-${index}`)
const seen = nothingSeen()
const windows = people.map((person) => new Window(system.url, system.bearer(person), { seen, from: 0 }))
const happened = { committed: 0, kills: 0, reloads: 0, quiet: 0 }

async function trouble(ms: number) {
  const scene: Scene = { system, people, windows, happened, until: Date.now() + ms, isQuiet: false }
  for (const window of windows) window.open()
  await makeTrouble(scene)
}

/** Reconnects every window and waits for their missed events. @returns how many events did not come */
async function catchUp(): Promise<number> {
  const missing = () =>
    people.reduce((sum, person, index) => sum + system.queues.head(person) - (windows[index]?.last ?? 0), 0)
  for (const window of windows) window.open()
  for (const end = Date.now() + CATCH_UP_MS; missing() > 0 && Date.now() < end;) await delay(100)
  return missing()
}

await trouble(WARM_UP_MS)
const warm = await system.gateway.memory()
say(`warm: ${megabytes(warm.after)} MB`)
await trouble(minutes * 60_000)
const missing = await catchUp()
const end = await system.gateway.memory()
for (const window of windows) window.close()
await system.stop()

const lost = seen.lost + missing
const grown = end.after / warm.after - 1
const { committed, kills, reloads, quiet } = happened
say(`${committed} committed, ${kills} kills, ${reloads} reloads, ${quiet} quiet moments`)
say(`${seen.delivered} delivered, ${lost} lost, ${seen.repeated} repeated`)
for (const [reason, count] of seen.comebacks) say(`  came back ${count} times: ${reason}`)
say(`memory: ${megabytes(warm.after)} MB when warm, ${megabytes(end.after)} MB after ${minutes} minutes`)
process.exitCode = lost > 0 || seen.repeated > 0 || grown > MAY_GROW ? 1 : 0
