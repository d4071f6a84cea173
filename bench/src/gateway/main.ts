import { parseArgs } from 'node:util'
import { startContenders } from './contenders.ts'
import { measure, type Measured } from './measure.ts'
import { operations } from './operations.ts'
import { startStubWorld } from './stub-world.ts'
import { startSystemWorld } from './system-world.ts'

/**
 * The gateway against @apollo/gateway's default and Hive Gateway with its Rust planner, in front of the same
 * subgraphs, many people at once and no two requests the same. `npm run bench:gateway [-- --json]`
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '32' },
    subgraphs: { type: 'string', default: 'stub' },
    only: { type: 'string', default: '' },
  },
})
const options = {
  seconds: Number(values.seconds),
  rounds: Number(values.rounds),
  connections: Number(values.connections),
}

const NOTHING: Measured = { rate: Number.NaN, p99: Number.NaN, cpu: Number.NaN }
const ratio = (a: number, b: number) => Math.round((a / b) * 100) / 100
const show = (name: string, { rate, p99, cpu }: Measured) =>
  `  ${name.padEnd(8)} ${rate.toFixed(0).padStart(7)} req/s   p99 ${p99.toFixed(1).padStart(6)} ms   cpu ${cpu.toFixed(3)} ms/req`

const world = values.subgraphs === 'system' ? await startSystemWorld() : await startStubWorld()
console.log(`Behind the gateways: ${world.description}`)
const contenders = await startContenders(world)
const summary: Record<string, Record<string, number>> = {}
try {
  for (const operation of operations.filter(({ name }) => name.includes(values.only))) {
    const measured = await measure(contenders, { ...operation, case: world.cases[operation.name] }, options)
    const [ours = NOTHING, reference = NOTHING, hive = NOTHING] = [
      measured.get('ours'),
      measured.get('default'),
      measured.get('hive'),
    ]
    console.log(operation.name)
    for (const [name, result] of measured) console.log(show(name, result))
    summary[operation.name] = {
      vsDefault: ratio(ours.rate, reference.rate),
      vsHiveRust: ratio(ours.rate, hive.rate),
      p99VsDefault: ratio(ours.p99, reference.p99),
      p99VsHiveRust: ratio(ours.p99, hive.p99),
      cpuVsDefault: ratio(ours.cpu, reference.cpu),
      cpuVsHiveRust: ratio(ours.cpu, hive.cpu),
    }
    console.log(`  ${JSON.stringify(summary[operation.name])}`)
  }
} finally {
  for (const { started } of contenders) started.stop()
  await world.close()
}
if (values.json) console.log(JSON.stringify({ operations: summary }))
process.exit(0)
