import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { startOurs, OWN_ROOT } from './contenders/ours.ts'
import type { Contender } from './contenders/contender.ts'
import { measure, type Measured, type MeasureOptions } from './measure.ts'
import { registered } from './registered.ts'
import { startStubWorld } from './stub-world.ts'
import type { World } from './world.ts'

export interface OwnShareOptions extends MeasureOptions {
  /** Roots of checkouts, each with its dependencies installed, whose gateways take turns; none is this one alone. */
  readonly checkouts: readonly string[]
  /** Whether each takes part a second time, with Apollo's executor for everything. */
  readonly uncompiled: boolean
  /** Operations whose name holds this. */
  readonly only: string
  /** Where the figures are kept, and whence earlier ones are read to compare with. */
  readonly write: string | undefined
  readonly against: string | undefined
}

async function* startEach(
  { checkouts, uncompiled }: OwnShareOptions,
  world: World,
): AsyncGenerator<Contender> {
  for (const name of checkouts.length > 0 ? checkouts : [OWN_ROOT]) {
    const root = resolve(name)
    yield startOurs(world, { name, root })
    if (uncompiled) yield startOurs(world, { name: `${name}, uncompiled`, root, compiled: false })
  }
}

/** Operation → checkout → figures. */
type Figures = Record<string, Record<string, Measured>>

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

const line = (name: string, { cpu, rate, p50, p99 }: Measured, than: Measured | undefined) =>
  `  ${name.padEnd(44)} cpu ${cpu.toFixed(3)} ms/req   ${rate.toFixed(0).padStart(6)} req/s   ` +
  `p50 ${p50.toFixed(1)} ms   p99 ${p99.toFixed(1)} ms` +
  (than ? `   cpu ×${(cpu / than.cpu).toFixed(2)}` : '')

function report(figures: Figures, earlier: Figures): void {
  for (const [operation, byCheckout] of Object.entries(figures)) {
    console.log(operation)
    const [first] = Object.values(earlier[operation] ?? byCheckout)
    for (const [name, measured] of Object.entries(byCheckout)) console.log(line(name, measured, first))
  }
  const names = Object.keys(Object.values(figures)[0] ?? {})
  for (const name of names) {
    const cpu = mean(Object.values(figures).map((byCheckout) => byCheckout[name]?.cpu ?? Number.NaN))
    console.log(`${name}: ${cpu.toFixed(3)} ms of processor time per request, all operations alike`)
  }
}

/**
 * What the gateway alone costs on the most used operations, in front of subgraphs that answer from memory: milliseconds
 * of processor time per request, by checkout.
 */
export async function measureOwnShare(options: OwnShareOptions): Promise<void> {
  const { only, write, against } = options
  const world = await startStubWorld()
  const contenders: Contender[] = []
  const figures: Figures = {}
  try {
    for await (const contender of startEach(options, world)) contenders.push(contender)
    for (const { name, query, variables } of registered.filter((each) => each.name.includes(only))) {
      const subject = { name, query, varied: null, case: { callers: world.callers, variables } }
      figures[name] = Object.fromEntries(await measure(contenders, subject, options))
    }
  } finally {
    for (const { started } of contenders) started.stop()
    await world.close()
  }
  report(figures, against ? (JSON.parse(readFileSync(against, 'utf8')) as Figures) : {})
  if (write) writeFileSync(write, `${JSON.stringify(figures, null, 2)}\n`)
}
