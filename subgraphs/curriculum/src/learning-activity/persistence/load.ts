import type { Given } from '@kompetanse/command'
import type { GraphContext } from '@kompetanse/graph'
import type { Actor } from '@kompetanse/schema/actor-token'
import type { Id } from '@kompetanse/schema/ids'
import type { Tx } from '../../database.ts'
import type { Prisma } from '../../generated/db/client.ts'

export interface Loaded {
  readonly row: Prisma.ActivityDefinitionGetPayload<{ include: { goals: true } }>
  readonly actor: Actor
}

/** The activities of these ids, locked: everybody sees them all. */
export async function loadForCommand(
  tx: Tx,
  given: readonly Given<unknown, Id<'ActivityDefinition'>>[],
  { actor }: GraphContext,
): Promise<Map<Id<'ActivityDefinition'>, Loaded>> {
  const ids = given.map(({ id }) => id)
  await tx.$queryRaw`SELECT id FROM activity_definition WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`
  const rows = await tx.activityDefinition.findMany({ where: { id: { in: ids } }, include: { goals: true } })
  return new Map(rows.map((row) => [row.id, { row, actor }]))
}
