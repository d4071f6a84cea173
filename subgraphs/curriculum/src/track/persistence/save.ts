import type { GraphContext } from '@kompetanse/graph'
import type { Tx } from '../../database.ts'
import { appendChange } from '../../history/persistence/append.ts'
import type { SetPlans } from '../domain/decide.ts'
import { announceTrack } from './announce.ts'

interface Set {
  readonly id: string
  readonly plans: SetPlans
}

/** Writes which plans tracks have, with history and event. One track at a time is changed. */
export async function saveChanges(tx: Tx, changes: readonly Set[], context: GraphContext): Promise<void> {
  for (const { id: code, plans } of changes) {
    const { planTemplateIds, assignsAutomatically } = plans
    await tx.trackPlan.deleteMany({ where: { trackCode: code } })
    await tx.trackPlan.createMany({
      data: planTemplateIds.map((templateId, position) => ({ trackCode: code, templateId, position })),
    })
    await tx.track.update({
      where: { code },
      data: { assignsPlansAutomatically: assignsAutomatically, version: { increment: 1 } },
    })
    await announceTrack(tx, code)
    await appendChange(tx, { subject: code, command: 'SET_PLANS', content: { ...plans } }, context)
  }
}
