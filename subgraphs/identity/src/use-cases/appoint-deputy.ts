import type { GraphContext } from '@kompetanse/graph'
import { dateColumn, osloDay, type Day } from '@kompetanse/directory/day'
import { decideAppointment } from '../domain/deputyship.ts'
import { asId, done, notFound, refused, type Outcome } from '../outcome.ts'
import { findCandidate } from '../persistence/candidate.ts'
import { lockPerson } from '../persistence/lock.ts'
import { recordDeputyship } from '../persistence/record.ts'
import { placeSelect, toDeputyship, toPlace } from '../persistence/rows.ts'
import { askerFor, inForce, reachablePersons } from '../persistence/visibility.ts'
import { database, type Tx } from '../database.ts'

export interface AppointDeputy {
  readonly leaderId: string
  readonly deputyId: string
  readonly unitId: string
  readonly validFrom: Day
  readonly validTo: Day
}

/** Appoints a deputy for a period (F012). The leader's row is locked, so two periods never overlap. */
export async function appointDeputy(
  command: AppointDeputy,
  context: GraphContext,
): Promise<Outcome<{ deputyshipId: string }>> {
  const asker = await askerFor(context)
  const reachable = await reachablePersons(context)
  const { now, actor } = context

  return database.$transaction(async (tx) => {
    await lockPerson(tx, command.leaderId)
    const unit = await tx.unit.findUnique({ where: { id: asId(command.unitId) }, select: placeSelect })
    if (!unit) return notFound(command.unitId)
    const leader = await findCandidate(tx, command.leaderId, reachable)
    if (!leader) return notFound(command.leaderId)
    const deputy = await findCandidate(tx, command.deputyId, reachable)
    if (!deputy) return notFound(command.deputyId)

    const { leaderId, deputyId, unitId, validFrom, validTo } = command
    const existing = await tx.deputyship.findMany({ where: { leaderId, deputyId, unitId } })
    const leadsUnit = await leads(tx, command, now)
    const decision = decideAppointment(
      {
        leader: { id: leader.id, leadsUnit },
        deputy,
        place: toPlace(unit),
        validFrom,
        validTo,
        existing: existing.map(toDeputyship),
      },
      { asker, today: osloDay(now) },
    )
    if ('rejected' in decision) return refused(decision.rejected)

    const data = { ...command, validFrom: dateColumn(validFrom), validTo: dateColumn(validTo) }
    const created = await tx.deputyship.create({ data })
    await recordDeputyship(tx, created, { command: 'APPOINT', byId: actor.personId, at: now })
    return done({ deputyshipId: created.id })
  })
}

/** Who is named as the unit's leader leads it, and who leads a trainee in it today. */
async function leads(tx: Tx, { leaderId, unitId }: AppointDeputy, now: Date): Promise<boolean> {
  const relation = { AND: [inForce(now), { kind: 'LEADER', personId: leaderId }] }
  const units = await tx.unit.count({
    where: { id: unitId, OR: [{ leaderId }, { trainees: { some: { relations: { some: relation } } } }] },
  })
  return units > 0
}
