import type { Given } from '@kompetanse/command'
import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import type { Tx } from '../../database.ts'
import type { ConversationTemplate } from '../../generated/db/client.ts'
import type { TemplateCommand } from '../domain/template.ts'
import { visibleTemplate } from './visible.ts'

export interface Loaded {
  readonly row: ConversationTemplate
  readonly grants: GraphContext['actor']['grants']
}

/** Those of the templates that the actor may see, locked. */
export async function loadForCommand(
  tx: Tx,
  given: readonly Given<TemplateCommand, Id<'ConversationTemplate'>>[],
  { actor }: GraphContext,
): Promise<Map<Id<'ConversationTemplate'>, Loaded>> {
  const ids = given.map(({ id }) => id)
  await tx.$queryRaw`SELECT id FROM conversation_template WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`
  const where = { id: { in: ids }, AND: await visibleTemplate(tx, actor) }
  const rows = await tx.conversationTemplate.findMany({ where })
  return new Map(rows.map((row) => [row.id, { row, grants: actor.grants }]))
}
