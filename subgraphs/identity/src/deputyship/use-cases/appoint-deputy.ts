import { done, notFound, type Outcome } from '@kompetanse/command'
import type { GraphContext } from '@kompetanse/graph'
import { dateColumn, osloDay, type Day } from '@kompetanse/calendar/day'
import type { Id } from '@kompetanse/schema/ids'
import type { IdentityRefusal } from '../../authority/domain/refusal.ts'
import { authorityFor } from '../../authority/persistence/authority.ts'
import { lockPersons } from '../../authority/persistence/lock.ts'
import { database } from '../../database.ts'
import { findPlace } from '../../organisation/persistence/places.ts'
import { findCandidate, reachablePersons } from '../../person/persistence/reach.ts'
import { decideAppointment } from '../domain/deputyship.ts'
import { deputyshipsOf, leadsUnit } from '../persistence/load.ts'
import { insertDeputyship } from '../persistence/save.ts'

export interface AppointDeputy {
  readonly leaderId: Id<'Person'>
  readonly deputyId: Id<'Person'>
  readonly unitId: Id<'Unit'>
  readonly validFrom: Day
  readonly validTo: Day
}

type Appointed = Outcome<{ readonly id: Id<'Deputyship'> }, IdentityRefusal>

/** Appoints a deputy for a period (F012). The leader's row is locked, so two periods never overlap. */
export async function appointDeputy(command: AppointDeputy, context: GraphContext): Promise<Appointed> {
  const authority = await authorityFor(context)
  const reachable = await reachablePersons(context)
  const { now, actor } = context
  const { leaderId, deputyId, unitId, validFrom, validTo } = command

  return database.$transaction(async (tx): Promise<Appointed> => {
    await lockPersons(tx, [leaderId])
    const place = await findPlace(tx, unitId)
    if (!place) return notFound(unitId)
    const leader = await findCandidate(tx, leaderId, reachable)
    if (!leader) return notFound(leaderId)
    const deputy = await findCandidate(tx, deputyId, reachable)
    if (!deputy) return notFound(deputyId)

    const existing = await deputyshipsOf(tx, command)
    const appointment = {
      leader: { id: leader.id, leadsUnit: await leadsUnit(tx, command, now) },
      ...{ deputy, place, validFrom, validTo, existing },
    }
    const decision = decideAppointment(appointment, { authority, today: osloDay(now) })
    if (decision.kind === 'refused') return decision

    const data = { ...command, validFrom: dateColumn(validFrom), validTo: dateColumn(validTo) }
    const cause = { command: 'APPOINT', byId: actor.personId, at: now }
    return done(await insertDeputyship(tx, data, cause))
  })
}
