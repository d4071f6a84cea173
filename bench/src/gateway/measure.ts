import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Contender } from './contenders.ts'
import type { LoadOrder, LoadResult } from './load.ts'
import type { BenchOperation } from './operations.ts'
import type { Case } from './world.ts'

export interface Measured {
  /** Requests per second. */
  readonly rate: number
  /** Milliseconds. */
  readonly p99: number
  /** Milliseconds of processor time of the gateway per request. */
  readonly cpu: number
}

export interface MeasureOptions {
  readonly seconds: number
  readonly rounds: number
  readonly connections: number
}

/** A machine under pressure drops a connection now and then; more than that and the figures mean nothing. */
const TOLERATED = 0.05
const LOAD = fileURLToPath(new URL('./load.ts', import.meta.url))

async function load(order: LoadOrder): Promise<LoadResult> {
  const child = fork(LOAD)
  child.send(order)
  const [result] = (await once(child, 'message')) as [LoadResult]
  child.kill()
  return result
}

export interface Subject extends BenchOperation {
  readonly case: Case
}

async function round(contender: Contender, subject: Subject, seconds: number, connections: number) {
  const { started, headersOf, name } = contender
  const { query } = subject
  const { variables, callers } = subject.case
  const sent = query.includes('$id') ? { id: variables['id'] } : {}
  const headers = await Promise.all(callers.map(headersOf))
  const before = started.cpu()
  const result = await load({ url: started.url, query, variables: sent, headers, connections, seconds })
  if (result.failed > result.requests * TOLERATED)
    throw new Error(
      `${name}: ${result.failed} of ${result.requests} failed, ${subject.name}: ${result.failure}`,
    )
  const cpu = ((started.cpu() - before) * 1000) / result.requests
  return { rate: result.requests / result.seconds, p99: result.p99, cpu }
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Takes turns, so that what else the machine does meets every contender; the median of the rounds counts. */
export async function measure(contenders: readonly Contender[], subject: Subject, options: MeasureOptions) {
  const { seconds, rounds, connections } = options
  const results = new Map<Contender['name'], Measured[]>()
  for (const contender of contenders) await round(contender, subject, 1, connections)
  for (let number = 0; number < rounds; number++)
    for (const contender of contenders) {
      const measured = await round(contender, subject, seconds, connections)
      results.set(contender.name, [...(results.get(contender.name) ?? []), measured])
    }
  const summary = [...results].map(([name, list]): [Contender['name'], Measured] => [
    name,
    {
      rate: median(list.map(({ rate }) => rate)),
      p99: median(list.map(({ p99 }) => p99)),
      cpu: median(list.map(({ cpu }) => cpu)),
    },
  ])
  return new Map(summary)
}
