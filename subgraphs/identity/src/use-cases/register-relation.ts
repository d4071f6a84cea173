import type { GraphContext } from '@kompetanse/graph'
import { dateColumn, osloDay, type Day } from '@kompetanse/directory/day'
import type { RelationKind } from '../domain/codes.ts'
import { decideRegistration, type Registered } from '../domain/relation.ts'
import { asId, done, notFound, refused, type Outcome } from '../outcome.ts'
import { findCandidate } from '../persistence/candidate.ts'
import { lockTrainee } from '../persistence/lock.ts'
import { recordRelation, type Cause } from '../persistence/record.ts'
import { toRelation, toTraineeFacts, traineeFactsSelect } from '../persistence/rows.ts'
import { askerFor, reachablePersons, visibleTrainees } from '../persistence/visibility.ts'
import { database, type Tx } from '../database.ts'

export interface RegisterRelation {
  readonly kind: RelationKind
  readonly traineeId: string
  readonly personId: string
  readonly validFrom: Day
}

/**
 * Registers a leader, mentor or supervisor. The trainee's row is locked, so of two who do the same at once one
 * succeeds and the other hears that it is already done; a former leader's or mentor's relation ends the day before.
 */
export async function registerRelation(
  command: RegisterRelation,
  context: GraphContext,
): Promise<Outcome<{ relationId: string; traineeId: string }>> {
  const asker = await askerFor(context)
  const visible = await visibleTrainees(context)
  const reachable = await reachablePersons(context)
  const { kind, validFrom } = command
  const traineeId = asId(command.traineeId)

  return database.$transaction(async (tx) => {
    await lockTrainee(tx, traineeId)
    const row = await tx.trainee.findFirst({
      where: { AND: [{ id: traineeId }, visible] },
      select: traineeFactsSelect(context.now),
    })
    if (!row) return notFound(command.traineeId)
    const person = await findCandidate(tx, command.personId, reachable)
    if (!person) return notFound(command.personId)

    const relations = (await tx.trainingRelation.findMany({ where: { traineeId, kind } })).map(toRelation)
    const registration = { kind, trainee: toTraineeFacts(row), person, validFrom, relations }
    const decision = decideRegistration(registration, { asker, today: osloDay(context.now) })
    if ('rejected' in decision) return refused(decision.rejected)
    return done({ relationId: await save(tx, command, decision, context), traineeId })
  })
}

async function save(tx: Tx, command: RegisterRelation, { ends }: Registered, context: GraphContext) {
  const byId = context.actor.personId
  const cause: Cause = { command: `REGISTER_${command.kind}`, byId, at: context.now }
  if (ends) {
    const former = await tx.trainingRelation.update({
      where: { id: ends.relation.id },
      data: { validTo: dateColumn(ends.lastDay), version: { increment: 1 } },
    })
    await recordRelation(tx, former, { ...cause, command: 'REPLACE' })
  }
  const created = await tx.trainingRelation.create({
    data: { ...command, validFrom: dateColumn(command.validFrom), registeredById: byId },
  })
  await tx.trainee.update({ where: { id: command.traineeId }, data: { version: { increment: 1 } } })
  await recordRelation(tx, created, cause)
  return created.id
}
