import { setTimeout as sleep } from 'node:timers/promises'
import { database } from '../database.ts'

const PATIENCE_MS = 30_000

/**
 * Waits until the events of identity and curriculum have arrived: trainees with leaders, and for each of their
 * tracks a plan with goals. Throws when they do not come.
 */
export async function waitForProjections(): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  let before = ''
  while (Date.now() < deadline) {
    const state = await arrived()
    // Complete, and nothing more has come since the last look.
    if (state.complete && state.size === before) return
    before = state.size
    await sleep(400)
  }
  throw new Error('the directory and the curriculum have not arrived; are identity and curriculum seeded?')
}

async function arrived(): Promise<{ readonly complete: boolean; readonly size: string }> {
  const led = { isTrainee: true, relationsAsTrainee: { some: { kind: 'LEADER' as const } } }
  const trainees = await database.person.findMany({ where: led, select: { trackCode: true } })
  const counts = [
    await database.person.count({ where: { version: { gt: 0 } } }),
    await database.relation.count(),
    await database.planVersion.count(),
  ]
  const ready = await database.track.findMany({
    where: {
      plans: { some: { template: { versions: { some: { status: 'PUBLISHED', goals: { some: {} } } } } } },
    },
    select: { code: true },
  })
  const tracks = new Set(ready.map(({ code }) => code))
  const alm = tracks.has('ALM') && trainees.some(({ trackCode }) => trackCode === 'ALM')
  return { complete: alm, size: counts.join() }
}
