import { done, notFound, type Outcome } from '@kompetanse/command'
import type { GraphContext } from '@kompetanse/graph'
import { dateColumn, osloDay, type Day } from '@kompetanse/calendar/day'
import type { Id } from '@kompetanse/schema/ids'
import type { RelationKind } from '@kompetanse/schema/roles'
import type { IdentityRefusal } from '../../authority/domain/refusal.ts'
import { authorityFor } from '../../authority/persistence/authority.ts'
import { lockTrainees } from '../../authority/persistence/lock.ts'
import { database } from '../../database.ts'
import { findCandidate, reachablePersons } from '../../person/persistence/reach.ts'
import { findTrainee } from '../../trainee/persistence/facts.ts'
import { visibleTrainees } from '../../trainee/persistence/visible.ts'
import { decideRegistration } from '../domain/relation.ts'
import { relationsOf } from '../persistence/load.ts'
import { insertRelation } from '../persistence/save.ts'

export interface RegisterRelation {
  readonly kind: RelationKind
  readonly traineeId: Id<'Person'>
  readonly personId: Id<'Person'>
  readonly validFrom: Day
}

type Registered = Outcome<{ readonly id: Id<'Relation'> }, IdentityRefusal>

/**
 * Registers a leader, mentor or supervisor. The trainee's row is locked, so of two who do the same at once one
 * succeeds and the other hears that it is already done; a former leader's or mentor's relation ends the day before.
 */
export async function registerRelation(
  { kind, traineeId, personId, validFrom }: RegisterRelation,
  context: GraphContext,
): Promise<Registered> {
  const { actor, now } = context
  const authority = await authorityFor(context)
  const visible = await visibleTrainees(context)
  const reachable = await reachablePersons(context)

  return database.$transaction(async (tx): Promise<Registered> => {
    await lockTrainees(tx, [traineeId])
    const trainee = await findTrainee(tx, traineeId, { visible, now })
    if (!trainee) return notFound(traineeId)
    const person = await findCandidate(tx, personId, reachable)
    if (!person) return notFound(personId)

    const relations = await relationsOf(tx, traineeId, kind)
    const registration = { kind, trainee, person, validFrom, relations }
    const decision = decideRegistration(registration, { authority, today: osloDay(now) })
    if (decision.kind === 'refused') return decision
    const byId = actor.personId
    const data = { kind, traineeId, personId, validFrom: dateColumn(validFrom), registeredById: byId }
    const cause = { command: `REGISTER_${kind}`, byId, at: now }
    return done(await insertRelation(tx, data, { ends: decision.ends, cause }))
  })
}
