import { startDefault, startHive } from './contenders/others.ts'
import type { Contender } from './contenders/contender.ts'
import { startGrafbase } from './contenders/grafbase.ts'
import { startOursForBench } from './contenders/ours.ts'
import { installPeers } from './contenders/peers.ts'
import { measure, type Measured, type MeasureOptions } from './measure.ts'
import { operations } from './operations.ts'
import { startStubWorld } from './stub-world.ts'
import { startSystemWorld } from './system-world.ts'

export interface CompareOptions extends MeasureOptions {
  readonly subgraphs: 'stub' | 'system'
  /** Operations whose name holds this. */
  readonly only: string
  readonly json: boolean
}

type Ratios = Record<string, Record<keyof Measured, number>>

/**
 * `at most`: how much faster than this one a gateway without any cost of its own could be, with the same requests to
 * subgraphs, since everything shares the machine's processors.
 */
const show = (name: string, { rate, p50, p99, cpu, all }: Measured) =>
  `  ${name.padEnd(8)} ${rate.toFixed(0).padStart(7)} req/s   p50 ${p50.toFixed(1).padStart(6)} ms   ` +
  `p99 ${p99.toFixed(1).padStart(6)} ms   cpu ${cpu.toFixed(3)} of ${all.toFixed(2)} ms/req   ` +
  `at most ×${(all / (all - cpu)).toFixed(2)}`

const ratio = (a: number, b: number) => Math.round((a / b) * 100) / 100

/** Ours as a multiple of each other's. */
function ratiosOf(measured: ReadonlyMap<string, Measured>): Ratios {
  const ours = measured.get('ours')
  const others = [...measured].filter(([name]) => name !== 'ours')
  if (!ours) return {}
  return Object.fromEntries(
    others.map(([name, theirs]) => [
      name,
      {
        rate: ratio(ours.rate, theirs.rate),
        p50: ratio(ours.p50, theirs.p50),
        p99: ratio(ours.p99, theirs.p99),
        cpu: ratio(ours.cpu, theirs.cpu),
        all: ratio(ours.all, theirs.all),
      },
    ]),
  )
}

/** Our gateway and the others', in front of the same subgraphs, many people at once and no two requests the same. */
export async function compareGateways(options: CompareOptions): Promise<void> {
  installPeers()
  const world = options.subgraphs === 'system' ? await startSystemWorld() : await startStubWorld()
  console.log(`Behind the gateways: ${world.description}`)
  const contenders: Contender[] = []
  const summary: Record<string, Ratios> = {}
  try {
    contenders.push(await startOursForBench(world))
    for (const start of [startDefault, startHive, startGrafbase]) contenders.push(await start(world))
    for (const operation of operations.filter(({ name }) => name.includes(options.only))) {
      const subject = { ...operation, varied: 'first', case: world.cases[operation.name] }
      const measured = await measure(contenders, subject, options)
      console.log(operation.name)
      for (const [name, figures] of measured) console.log(show(name, figures))
      const ratios = (summary[operation.name] = ratiosOf(measured))
      for (const [name, each] of Object.entries(ratios))
        console.log(`  ours ÷ ${name.padEnd(8)} ${JSON.stringify(each)}`)
    }
  } finally {
    for (const { started } of contenders) started.stop()
    await world.close()
  }
  if (options.json) console.log(JSON.stringify({ operations: summary }))
}
