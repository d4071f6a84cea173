import type { Message } from '@kompetanse/events'
import { track, type TrackEvent } from '@kompetanse/schema/events/curriculum'
import { bus, type Tx } from '../../database.ts'
import type { Prisma } from '../../generated/db/client.ts'

/** What the event of a track is made from. */
export const withPlans = { plans: { orderBy: { position: 'asc' } } } satisfies Prisma.TrackInclude

type Row = Prisma.TrackGetPayload<{ include: typeof withPlans }>

/** Which plans a track has. */
export const trackMessage = ({ code, plans, ...row }: Row): Message<TrackEvent> => ({
  key: code,
  payload: {
    trackCode: code,
    name: row.name,
    planTemplateIds: plans.map(({ templateId }) => templateId),
    assignsPlansAutomatically: row.assignsPlansAutomatically,
    version: row.version,
  },
})

/** Tells the other subgraphs which plans a track has now. */
export async function announceTrack(tx: Tx, code: string): Promise<void> {
  const row = await tx.track.findUniqueOrThrow({ where: { code }, include: withPlans })
  await bus.publishAll(tx, track, [trackMessage(row)])
}
