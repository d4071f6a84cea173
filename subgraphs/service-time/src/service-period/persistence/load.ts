import { loadStandings, type Standing } from '@kompetanse/directory'
import { dayOf, osloDay, today } from '@kompetanse/directory/day'
import { sha256, type GraphContext } from '@kompetanse/graph'
import type { Tx } from '../../database.ts'
import { visiblePeriod } from '../../directory/visibility.ts'
import { kindsToSign } from '../../rules/domain/in-force.ts'
import { loadRules } from '../../rules/rules.ts'
import type { Period, Situation } from '../domain/period.ts'
import { contentOf, whole, type WholePeriod } from './content.ts'
import { toPeriod } from './period-row.ts'
import { rolesIn } from './roles.ts'

export interface Loaded {
  readonly row: WholePeriod
  readonly period: Period
  readonly situation: Situation
  /** Canonical JSON of what a signer sees and signs; its SHA-256 is the situation's `contentDigest`. */
  readonly content: string
}

/**
 * Those of the periods that the actor may see, locked until the transaction ends: what is decided is decided on what
 * is saved over. The number of statements does not depend on how many there are.
 */
export async function loadForCommand(
  tx: Tx,
  ids: readonly string[],
  context: GraphContext,
): Promise<Map<string, Loaded>> {
  const { actor, now } = context
  // In the order of ids, so that two bulk commands over the same rows cannot wait for each other.
  await tx.$queryRaw`SELECT id FROM service_period WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`
  const where = { id: { in: [...ids] }, ...visiblePeriod(actor, today(now)) }
  const rows = await tx.servicePeriod.findMany({ where, include: whole })
  const trainees = [...new Set(rows.map(({ traineeId }) => traineeId))]
  const standings = await loadStandings(tx, actor, now, trainees)
  const toSign = kindsToSign(await loadRules(tx), osloDay(now))
  return new Map(
    rows.map((row) => {
      const standing = standings.get(row.traineeId) as Standing
      return [row.id, loadedOf(row, standing, toSign.has(row.kind), context)]
    }),
  )
}

function loadedOf(
  row: WholePeriod,
  standing: Standing,
  needsSignature: boolean,
  { actor, now }: GraphContext,
): Loaded {
  const content = contentOf(row)
  const situation: Situation = {
    actorId: actor.personId,
    traineeId: row.traineeId,
    roles: rolesIn(row, standing, actor.personId),
    needsSignature,
    endsOn: row.endsOn && dayOf(row.endsOn),
    now,
    today: osloDay(now),
    contentDigest: sha256(content),
  }
  return { row, period: toPeriod(row), situation, content }
}
