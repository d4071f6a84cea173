import type { Given } from '@kompetanse/command'
import { running } from '@kompetanse/calendar/running'
import { osloDay, today } from '@kompetanse/calendar/day'
import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import type { Tx } from '../../database.ts'
import { followedTrainee } from '../../directory/visibility.ts'
import type { SupervisionHoursEntry } from '../../generated/db/client.ts'
import type { EntryCommand } from '../domain/entry.ts'

export interface Loaded {
  readonly row: SupervisionHoursEntry
  readonly situation: { readonly actorId: Id<'Person'>; readonly today: string }
}

/** Those of the entries that count, and that the actor may see, locked. */
export async function loadForCommand(
  tx: Tx,
  given: readonly Given<EntryCommand, Id<'SupervisionHoursEntry'>>[],
  { actor, now }: GraphContext,
): Promise<Map<Id<'SupervisionHoursEntry'>, Loaded>> {
  if (actor.kind !== 'person') return new Map()
  const { personId: actorId } = actor
  const ids = given.map(({ id }) => id)
  await tx.$queryRaw`SELECT id FROM guidance_entry WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`
  const own = { OR: [{ trainee: followedTrainee(actor, today(now)) }, { recordedById: actorId }] }
  const rows = await tx.supervisionHoursEntry.findMany({
    where: { id: { in: ids }, removedAt: null, AND: own },
  })
  const situation = { actorId, today: osloDay(now) }
  return new Map(rows.map((row) => [row.id, { row, situation }]))
}

/** Whether the actor mentors the trainee today; null of a trainee whose supervision the actor may not follow. */
export async function findMentoring(
  tx: Tx,
  traineeId: Id<'Person'>,
  { actor, now }: GraphContext,
): Promise<{ readonly isMentor: boolean } | null> {
  if (actor.kind !== 'person') return null
  const day = today(now)
  const where = { id: traineeId, isTrainee: true, active: true, AND: followedTrainee(actor, day) }
  const mentors = { kind: 'MENTOR' as const, personId: actor.personId, ...running(day) }
  const include = { relationsAsTrainee: { where: mentors } }
  const trainee = await tx.person.findFirst({ where, include })
  return trainee && { isMentor: trainee.relationsAsTrainee.length > 0 }
}
