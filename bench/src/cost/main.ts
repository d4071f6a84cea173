import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { helpOf } from '@kompetanse/schema/process/help'
import type { Contender } from '../gateway/contenders/contender.ts'
import { startOursForBench } from '../gateway/contenders/ours.ts'
import { operations } from '../gateway/operations.ts'
import { startSystemWorld } from '../gateway/system-world.ts'
import type { World } from '../gateway/world.ts'
import { asker, askInTurn, type Ask, type Question } from './ask.ts'
import { dearestOf, kindsFor, unseen, type Dearest } from './dear.ts'

/*
 * The dearest operations that are accepted, how long they take, and what another person's page takes meanwhile.
 * `npm run bench:cost [-- --seconds 12] [--rounds 2] [--connections 8]`
 * In front of the portal's own subgraphs on PostgreSQL, one process each. One person sends the dearest operations on
 * the given number of connections, without pause; another person fetches their signing queue meanwhile.
 */
helpOf(import.meta)
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '12' },
    rounds: { type: 'string', default: '2' },
    connections: { type: 'string', default: '8' },
  },
})
const [seconds, rounds, connections] = [values.seconds, values.rounds, values.connections].map(Number) as [
  number,
  number,
  number,
]

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))

/** The pause between two pages: longer than the person's own budget requires, so that nobody waits for themselves. */
const BETWEEN_MS = 300

/** Fetches a page repeatedly for some seconds. Returns the milliseconds of each. */
async function watch(ask: Ask, page: Question): Promise<number[]> {
  const times: number[] = []
  for (const end = performance.now() + seconds * 1000; performance.now() < end; await delay(BETWEEN_MS))
    times.push((await askInTurn(ask, page)).milliseconds)
  return times
}

/** Sends operations one after another on every connection, until ended. Counts those that were answered. */
function overload(ask: Ask, next: () => string) {
  let ended = false
  const { promise: ending, resolve: end } = Promise.withResolvers<void>()
  let answered = 0
  const loop = async () => {
    while (!ended) {
      const { status, retryAfter } = await ask({ query: next() })
      if (status === 200) answered++
      else await Promise.race([ending, delay(retryAfter * 1000, undefined, { ref: false })])
    }
  }
  const loops = Promise.all(Array.from({ length: connections }, loop))
  return async () => {
    ended = true
    end()
    await loops
    return answered
  }
}

const quantile = (times: readonly number[], part: number) =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * part)] ?? 0
const mean = (times: readonly number[]) => times.reduce((sum, each) => sum + each, 0) / times.length
const figures = (times: readonly number[]) => [quantile(times, 0.5), mean(times), quantile(times, 0.95)]
const shown = (numbers: readonly number[]) => numbers.map((each) => each.toFixed(1)).join(' | ')

const HEAD = `
| meanwhile | answered | usual p50 | mean | p95 | then p50 | mean | p95 | × p50 | × mean | × p95 |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |`

interface Meanwhile {
  readonly name: string
  readonly next: () => string
}

async function compare(ask: Ask, other: Ask, { name, next }: Meanwhile, page: Question) {
  const usual: number[] = []
  const meanwhile: number[] = []
  let answered = 0
  for (let round = 0; round < rounds; round++) {
    usual.push(...(await watch(other, page)))
    const end = overload(ask, next)
    meanwhile.push(...(await watch(other, page)))
    answered += await end()
  }
  const [before, during] = [figures(usual), figures(meanwhile)]
  const ratios = during.map((each, at) => (each / (before[at] ?? each)).toFixed(2)).join(' | ')
  console.log(`| ${name} | ${answered} | ${shown(before)} | ${shown(during)} | ${ratios} |`)
}

async function measure(world: World, contender: Contender) {
  const { 'signing-queue': queue, join } = world.cases
  const [signer, planner] = [queue.callers[0], join.callers[0]]
  if (!signer || !planner) throw new Error('the demo has nobody to ask')
  const [ask, other] = [await asker(contender, planner), await asker(contender, signer)]
  const query = operations.find(({ name }) => name === 'signing-queue')?.query ?? ''
  const page = { query, variables: queue.variables }

  console.log('| kind | how many | bytes | seconds |\n| --- | ---: | ---: | ---: |')
  const all: Dearest[] = []
  const planId = String(join.variables['id'])
  for (const kind of kindsFor(planId)) {
    const dearest = await dearestOf(kind, ask)
    all.push(dearest)
    const { name, count, bytes, seconds } = dearest
    console.log(`| ${name} | ${count} | ${bytes} | ${seconds.toFixed(2)} |`)
  }
  await watch(other, page)
  console.log(HEAD)
  const dearest = all.toSorted((a, b) => b.seconds - a.seconds).slice(0, 2)
  const meanwhile = dearest.map(({ name, query }): Meanwhile => ({ name, next: () => query }))
  for (const each of [...meanwhile, { name: 'texts that are never the same', next: () => unseen(planId) }])
    await compare(ask, other, each, page)
}

const world = await startSystemWorld()
try {
  await measure(world, await startOursForBench(world))
} finally {
  await world.close()
}
process.exit(0)
