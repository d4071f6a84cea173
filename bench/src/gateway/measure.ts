import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Contender } from './contenders/contender.ts'
import type { LoadOrder, LoadResult } from './load.ts'
import { processorTimeBelow } from './processor-time.ts'
import type { Case } from './world.ts'

export interface Measured {
  /** Requests per second. */
  readonly rate: number
  /** Milliseconds. */
  readonly p50: number
  /** Milliseconds. */
  readonly p99: number
  /** Milliseconds of processor time of the gateway per request. */
  readonly cpu: number
  /** The same of everything: the load, the gateway, what is behind it. */
  readonly all: number
}

/** A round ends with whichever comes first. */
interface RoundOptions {
  readonly seconds: number
  readonly requests: number
  readonly connections: number
}

export interface MeasureOptions extends RoundOptions {
  readonly rounds: number
  /** What is sent before anything counts, so that the code is compiled. */
  readonly warmUp: Pick<RoundOptions, 'seconds' | 'requests'>
}

/** A document, its callers and its variables. */
export interface Subject {
  readonly name: string
  readonly query: string
  /** The variable that differs between requests, where the document has one. */
  readonly varied: string | null
  readonly case: Case
}

/** A machine under pressure drops a connection now and then; more than that and the figures mean nothing. */
const TOLERATED = 0.05

async function load(order: LoadOrder): Promise<LoadResult> {
  const child = fork(join(import.meta.dirname, 'load.ts'))
  child.send(order)
  const [result] = (await once(child, 'message')) as [LoadResult]
  const ended = once(child, 'exit')
  child.kill()
  await ended
  return result
}

/** One round of load on one gateway. Throws when more than a few answers were not data. */
export async function putLoadOn(
  { started, headersOf, name }: Contender,
  { query, varied, ...subject }: Subject,
  { seconds, requests: most, connections }: RoundOptions,
): Promise<LoadResult> {
  const headers = await Promise.all(subject.case.callers.map(headersOf))
  const { variables } = subject.case
  const limits = { connections, seconds, requests: most }
  const result = await load({ url: started.url, query, variables, varied, headers, ...limits })
  const { failed, requests, failure } = result
  if (requests === 0 || failed > requests * TOLERATED)
    throw new Error(`${name}: ${failed} of ${requests} failed, ${subject.name}: ${failure}`)
  return result
}

async function measureRound(contender: Contender, subject: Subject, options: RoundOptions) {
  const [ofGateway, ofAll] = [contender.started.cpu(), processorTimeBelow(process.pid)]
  const { requests, seconds, p50, p99, cpu: ofLoad } = await putLoadOn(contender, subject, options)
  const cpu = ((contender.started.cpu() - ofGateway) * 1000) / requests
  // The load's process began and ended between the two, and is counted by itself.
  const all = ((processorTimeBelow(process.pid) - ofAll + ofLoad) * 1000) / requests
  return { rate: requests / seconds, p50, p99, cpu, all }
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/**
 * Contenders by name. They take turns, so that what else the machine does meets every one; of each figure the median of
 * the rounds counts.
 */
export async function measure(
  contenders: readonly Contender[],
  subject: Subject,
  options: MeasureOptions,
): Promise<Map<string, Measured>> {
  const results = new Map(contenders.map(({ name }): [string, Measured[]] => [name, []]))
  for (const contender of contenders) await putLoadOn(contender, subject, { ...options, ...options.warmUp })
  for (let number = 0; number < options.rounds; number++)
    for (const contender of contenders)
      results.get(contender.name)?.push(await measureRound(contender, subject, options))
  const medianOf = (list: readonly Measured[], figure: keyof Measured) =>
    median(list.map((each) => each[figure]))
  return new Map(
    [...results].map(([name, list]) => [
      name,
      {
        rate: medianOf(list, 'rate'),
        p50: medianOf(list, 'p50'),
        p99: medianOf(list, 'p99'),
        cpu: medianOf(list, 'cpu'),
        all: medianOf(list, 'all'),
      },
    ]),
  )
}
