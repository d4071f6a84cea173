/** `npm start`: the whole portal with synthetic persons. Data is kept in .data until `npm run reset`. */
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { helpOf } from '@kompetanse/schema/process/help'
import { byRole, readDemoPersons } from './demo-persons.ts'
import { ROOT } from './root.ts'
import { answers, RUNNING_FILE } from './running.ts'
import { startSystem, type System } from './system.ts'
import { turbo } from './turbo.ts'

helpOf(import.meta)

const say = (line: string) => process.stdout.write(`${line}\n`)
const began = Date.now()

const portal: { system?: System } = {}
let stopping = false
const stop = async () => {
  if (stopping) return
  stopping = true
  await portal.system?.stop()
  rmSync(RUNNING_FILE, { force: true })
  process.exit()
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())

const fail = (error: unknown): never => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
if (existsSync(RUNNING_FILE) && (await answers(RUNNING_FILE))) fail('the portal is running already')

const system = await Promise.resolve()
  .then(() => turbo('generate'))
  .then(() => turbo('build', '--filter=@kompetanse/web'))
  .then(() => startSystem({ mode: 'demo', say }))
  .catch(fail)
portal.system = system
if (stopping) await system.stop()
writeFileSync(RUNNING_FILE, JSON.stringify({ web: system.web, graph: system.graph, issuer: system.issuer }))

const SHOWN_PER_ROLE = 3
say('\nLog in as (all are listed on the login page):\n')
for (const [role, persons] of byRole(readDemoPersons(ROOT)))
  for (const { displayName, unit, id } of persons.slice(0, SHOWN_PER_ROLE))
    say(`  ${role.padEnd(26)}${displayName.padEnd(24)}${(unit ?? '').padEnd(42)}${id}`)
say('')
say(`web ${system.web}`)
say(`graph ${system.graph}`)
say(`ready in ${Math.round((Date.now() - began) / 1000)} s`)
