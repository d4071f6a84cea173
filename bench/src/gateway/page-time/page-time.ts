import { freePort } from '@kompetanse/database/embedded'
import { startOursForBench } from '../contenders/ours.ts'
import type { Contender } from '../contenders/contender.ts'
import { putLoadOn, type Subject } from '../measure.ts'
import { operations } from '../operations.ts'
import { startSystemWorld } from '../system-world.ts'
import { processesBelow, timesOf } from './processes.ts'
import { attachProfiler, type Profiler } from './profiler.ts'
import { shareByStage } from './stages.ts'

export interface PageTimeOptions {
  readonly requests: number
  /** Operations whose name holds this. */
  readonly only: string
}

interface PageTime {
  /** Milliseconds from socket to socket, at the median. */
  readonly p50: number
  readonly p99: number
  /** Process → milliseconds of processor time per request. */
  readonly cpu: ReadonlyMap<string, number>
  /** Stage of the gateway → milliseconds of processor time per request. */
  readonly stages: ReadonlyMap<string, number>
}

const ONE_AT_A_TIME = { connections: 1, seconds: 120 }
const WARM_UP = 400

async function timePage(
  contender: Contender,
  subject: Subject,
  profiler: Profiler,
  requests: number,
): Promise<PageTime> {
  await putLoadOn(contender, subject, { ...ONE_AT_A_TIME, requests: WARM_UP })
  const processes = processesBelow()
  const [before, gatewayBefore] = [timesOf(processes), contender.started.cpu()]
  const result = await putLoadOn(contender, subject, { ...ONE_AT_A_TIME, requests })
  const perRequest = (seconds: number) => (seconds * 1000) / result.requests
  const gateway = perRequest(contender.started.cpu() - gatewayBefore)
  const others = [...timesOf(processes)].map(([name, time]): [string, number] => [
    name,
    perRequest(time - (before.get(name) ?? 0)),
  ])
  const cpu = new Map([['who asks (the load)', perRequest(result.cpu)], ['gateway', gateway], ...others])
  // Apart from what is counted: being watched costs.
  await profiler.start()
  await putLoadOn(contender, subject, { ...ONE_AT_A_TIME, requests })
  const shares = shareByStage(await profiler.stop())
  const stages = new Map([...shares].map(([stage, share]) => [stage, share * gateway]))
  return { p50: result.p50, p99: result.p99, cpu, stages }
}

const row = (name: string, milliseconds: number, whole: number) =>
  `| ${name} | ${milliseconds.toFixed(3)} | ${Math.round((milliseconds / whole) * 100)} % |`

function report(name: string, { p50, p99, cpu, stages }: PageTime): void {
  const whole = [...cpu.values()].reduce((sum, each) => sum + each, 0)
  console.log(`\n${name}: p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms, one request at a time\n`)
  console.log('| process | ms of processor time per request | of all |\n| --- | ---: | ---: |')
  for (const [process, each] of cpu) {
    if (each >= 0.001) console.log(row(process, each, whole))
    if (process === 'gateway') for (const [stage, part] of stages) console.log(row(`– ${stage}`, part, whole))
  }
}

/** Where the time of a page goes, from socket to socket: by process, and within the gateway by stage. */
export async function measurePageTime({ requests, only }: PageTimeOptions): Promise<void> {
  const world = await startSystemWorld()
  const inspected = await freePort()
  const flags = [`--inspect=127.0.0.1:${inspected}`, '--inspect-publish-uid=http']
  const ours = await startOursForBench(world, flags)
  try {
    const profiler = await attachProfiler(inspected)
    for (const operation of operations.filter(({ name }) => name.includes(only))) {
      const subject = { ...operation, varied: 'first', case: world.cases[operation.name] }
      report(operation.name, await timePage(ours, subject, profiler, requests))
    }
    profiler.close()
  } finally {
    ours.started.stop()
    await world.close()
  }
}
