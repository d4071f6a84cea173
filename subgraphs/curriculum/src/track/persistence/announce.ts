import { track } from '@kompetanse/schema/events/curriculum'
import { bus, type Tx } from '../../database.ts'

/** Tells the other subgraphs which plans a track has now. */
export async function announceTrack(tx: Tx, code: string): Promise<void> {
  const row = await tx.track.findUniqueOrThrow({
    where: { code },
    include: { plans: { orderBy: { position: 'asc' } } },
  })
  const { name, assignsPlansAutomatically, version } = row
  const planTemplateIds = row.plans.map(({ templateId }) => templateId)
  await bus.publish(tx, track, code, {
    trackCode: code,
    ...{ name, planTemplateIds, assignsPlansAutomatically, version },
  })
}
