import type { Given } from '@kompetanse/command'
import type { GraphContext } from '@kompetanse/graph'
import type { Actor } from '@kompetanse/schema/actor-token'
import type { Tx } from '../../database.ts'
import type { Track } from '../../generated/db/client.ts'
import { maySetPlans, type SetPlans } from '../domain/decide.ts'

export interface Loaded {
  readonly row: Track
  readonly actor: Actor
}

/**
 * The tracks of these codes, locked. One that is to have a plan that does not exist is not found; who may not set plans
 * is told that first, whatever they name.
 */
export async function loadForCommand(
  tx: Tx,
  given: readonly Given<SetPlans>[],
  { actor }: GraphContext,
): Promise<Map<string, Loaded>> {
  const codes = given.map(({ id }) => id)
  await tx.$queryRaw`SELECT code FROM track WHERE code = ANY(${codes}) ORDER BY code FOR UPDATE`
  const rows = await tx.track.findMany({ where: { code: { in: codes } } })
  const wanted = given.flatMap(({ command }) => command.planTemplateIds)
  const templates = await tx.planTemplate.findMany({ where: { id: { in: wanted } }, select: { id: true } })
  const known = new Set(templates.map(({ id }) => id))
  const incomplete = ({ command }: Given<SetPlans>) => command.planTemplateIds.some((id) => !known.has(id))
  const missing = new Set(maySetPlans(actor) ? given.filter(incomplete).map(({ id }) => id) : [])
  return new Map(rows.flatMap((row) => (missing.has(row.code) ? [] : [[row.code, { row, actor }]])))
}
