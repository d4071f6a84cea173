import type { Given } from '@kompetanse/command'
import { loadStandings, type Standing } from '@kompetanse/directory'
import { dayOf, osloDay, today } from '@kompetanse/calendar/day'
import { sha256, type GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import type { Tx } from '../../database.ts'
import { visiblePeriod } from '../../directory/visibility.ts'
import type { Person } from '../../generated/db/client.ts'
import { kindsToSign } from '../../rules/domain/in-force.ts'
import { loadRules } from '../../rules/persistence/rules.ts'
import type { PeriodKind } from '../../statement/domain/kinds.ts'
import type { Period, PeriodCommand, Situation } from '../domain/period.ts'
import { lockBeside, NOTHING, type BesideOf } from './beside.ts'
import { contentOf, whole, type WholePeriod } from './content.ts'
import { leadersOf } from './leaders.ts'
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
  given: readonly Given<PeriodCommand, Id<'ServicePeriod'>>[],
  context: GraphContext,
): Promise<Map<Id<'ServicePeriod'>, Loaded>> {
  const { actor, now } = context
  const ids = given.map(({ id }) => id)
  // In the order of ids, so that two bulk commands over the same rows cannot wait for each other.
  await tx.$queryRaw`SELECT id FROM service_period WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`
  const where = { id: { in: ids }, ...visiblePeriod(actor, today(now)) }
  const rows = await tx.servicePeriod.findMany({ where, include: whole })
  const trainees = [...new Set(rows.map(({ traineeId }) => traineeId))]
  const commands = given.map(({ command }) => command)
  const around = {
    standings: await loadStandings(tx, actor, now, trainees),
    toSign: kindsToSign(await loadRules(tx), osloDay(now)),
    ...(await loadAsked(tx, trainees, { commands, now })),
  }
  return new Map(rows.map((row) => [row.id, loadedOf(row, around, context)]))
}

/** What only some commands ask for: who can be sent to, and what an edit is judged by. */
async function loadAsked(
  tx: Tx,
  trainees: readonly Id<'Person'>[],
  { commands, now }: { readonly commands: readonly PeriodCommand[]; readonly now: Date },
) {
  const sends = commands.some(({ name }) => name === 'SEND_FOR_SIGNING')
  const stated = commands.flatMap((command) => (command.name === 'EDIT' ? command.details : []))
  return {
    leaders: sends ? await leadersOf(tx, trainees, now) : new Map<Id<'Person'>, readonly Person[]>(),
    beside: stated.length > 0 ? await lockBeside(tx, trainees, stated) : NOTHING,
  }
}

interface Around {
  readonly standings: ReadonlyMap<Id<'Person'>, Standing>
  readonly toSign: ReadonlySet<PeriodKind>
  readonly leaders: ReadonlyMap<Id<'Person'>, readonly Person[]>
  readonly beside: BesideOf
}

function loadedOf(row: WholePeriod, around: Around, { actor, now }: GraphContext): Loaded {
  const { id, traineeId } = row
  const content = contentOf(row)
  const situation: Situation = {
    actorId: actor.personId,
    traineeId,
    roles: rolesIn(row, around.standings.get(traineeId) as Standing, actor.personId),
    leaders: around.leaders.get(traineeId)?.map((leader) => leader.id) ?? [],
    needsSignature: around.toSign.has(row.kind),
    ...around.beside(traineeId, id),
    endsOn: row.endsOn && dayOf(row.endsOn),
    now,
    today: osloDay(now),
    contentDigest: sha256(content),
  }
  return { row, period: toPeriod(row), situation, content }
}
