import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { roleOf } from '@kompetanse/database'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SUBGRAPHS } from '../parts.ts'
import { ROOT } from '../root.ts'
import { amidCommands } from './amid-commands.ts'
import { answered, sign } from './commands.ts'
import { witnessMessages } from './ledger.ts'
import { startPinnedGateway } from './pinned-gateway.ts'
import { startPortal, type Caller, type Portal } from './portal.ts'
import { listen } from './queue-listener.ts'
import { startTraining, type Training } from './training.ts'

let portal: Portal
let training: Training
let leader: Caller

beforeAll(async () => {
  portal = await startPortal({ replicas: 2 })
  leader = portal.caller('Ingrid Solheim')
  const trainees = ['Amalie Nygård', 'Jonas Haugland', 'Oda Skaar', 'Sara Elise Moen'].map((name) =>
    portal.caller(name),
  )
  training = await startTraining(leader, trainees)
  await witnessMessages(portal)
}, 180_000)
afterAll(() => portal?.stop())

const killed = (names: readonly string[]) => Promise.all(names.map((name) => portal.system.kill(name)))
const restarted = (names: readonly string[]) => Promise.all(names.map((name) => portal.system.restart(name)))

describe('two of everything', () => {
  test.each(SUBGRAPHS)('B02 the replicas of %s, started at once, migrate once', async (name) => {
    const folder = join(ROOT, 'subgraphs', name, 'prisma/migrations')
    const migrations = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    const { rows } = await portal.tables.query<{ migration_name: string }>(
      `SELECT migration_name FROM ${roleOf(name)}._prisma_migrations ORDER BY 1`,
    )
    expect(rows.map((row) => row.migration_name)).toEqual(migrations.map((entry) => entry.name).toSorted())
  })

  test('B02 a queue at one gateway gets what another replica wrote by way of the other gateway', async () => {
    const { id: activityId } = await training.waiting(leader)
    const [here, there] = await Promise.all([
      startPinnedGateway(portal.system, 'progress'),
      startPinnedGateway(portal.system, 'progress-2'),
    ])
    const queue = await listen(portal, leader, [here.graph])
    const elsewhere = portal.caller('Ingrid Solheim', there.graph)
    const { activity } = await answered(sign(elsewhere, { activityId, expectedVersion: 3 }))
    expect(activity).toEqual({ status: 'SIGNED', version: 4 })
    await expect.poll(() => queue.waiting.has(activityId)).toBe(false)
    expect(queue.cursors).toHaveLength(1)
    queue.close()
    await Promise.all([here.stop(), there.stop()])
  })
})

amidCommands(
  () => ({ portal, training, leader }),
  {
    name: 'one killed replica of every subgraph',
    strike: async () => void (await killed(SUBGRAPHS)),
    mend: () => Promise.resolve(),
    codes: ['SUBGRAPH_UNAVAILABLE'],
    restore: async () => void (await restarted(SUBGRAPHS)),
  },
  {
    name: 'one killed gateway and replica of every subgraph',
    strike: async () => void (await killed(['gateway', ...SUBGRAPHS])),
    mend: () => Promise.resolve(),
    codes: ['SUBGRAPH_UNAVAILABLE', 'NO_ANSWER'],
  },
)
