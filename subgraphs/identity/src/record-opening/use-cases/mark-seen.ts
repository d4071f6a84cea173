import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { findUnseen, saveSeen } from '../persistence/seen.ts'

/** Notes that the trainee has seen these; those of others' records, and what was seen before, are left as they are. */
export async function markOpeningsSeen(
  openingIds: readonly Id<'RecordOpening'>[],
  { actor, now }: GraphContext,
): Promise<void> {
  if (actor.kind !== 'person') return
  await saveSeen(await findUnseen(openingIds, actor.personId), now)
}
