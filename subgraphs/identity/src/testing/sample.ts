import type { Sampled } from '@kompetanse/graph/testing'
import { resolveActors } from '../actor/use-cases/resolve-actors.ts'
import { schema } from '../schema.ts'
import { NOW, type World } from './world.ts'

/**
 * An enterprise with a trainee, their leader and the leader's deputy: as its administrator sees it, who has opened the
 * trainee's record, as the leader, and as the trainee.
 */
export async function samplesOf({ db }: World): Promise<Sampled['samples']> {
  const grant = await db.roleGrant.findFirstOrThrow({ where: { role: 'LOCAL_ADMIN' } })
  const { enterpriseId, personId: administratorId } = grant
  const inEnterprise = { unit: { enterpriseId: enterpriseId ?? '' } }
  const {
    traineeId,
    personId: leaderId,
    ...relation
  } = await db.trainingRelation.findFirstOrThrow({
    where: { kind: 'LEADER', validTo: null, trainee: inEnterprise },
  })
  const { id: unitId } = await db.unit.findFirstOrThrow({ where: { leaderId } })
  const { id: deputyId } = await db.person.findFirstOrThrow({
    where: { ...inEnterprise, trainee: null, id: { not: leaderId } },
  })
  const period = { validFrom: NOW, validTo: new Date('2026-12-31') }
  const deputyship = await db.deputyship.create({ data: { leaderId, deputyId, unitId, ...period } })
  const opening = await db.recordOpening.create({
    data: {
      ...{ traineeId, openedById: administratorId, role: grant.role, reason: 'Ringte om innlogging' },
      ...{ openedAt: NOW, until: new Date(NOW.getTime() + 60_000) },
    },
  })
  const known = {
    ...{ unitId, enterpriseId, traineeId, leaderId, deputyId, personId: deputyId, relationId: relation.id },
    ...{ grantId: grant.id, deputyshipId: deputyship.id, openingIds: opening.id, search: 'ing' },
    ...{ 'Query.unit.id': unitId, 'Query.enterprise.id': enterpriseId, 'Query.trainee.id': traineeId },
    ...{ 'Query.personRecord.id': leaderId, Trainee: { id: traineeId }, RoleGrant: { id: grant.id } },
    Deputyship: { id: deputyship.id },
  }
  const sampleOf = async (id: string) => {
    const [resolved] = await resolveActors([id], NOW)
    if (!resolved) throw new Error('nobody to ask as')
    return { schema, now: NOW, known, actor: { kind: 'person' as const, ...resolved.actor } }
  }
  return [await sampleOf(administratorId), await sampleOf(leaderId), await sampleOf(traineeId)]
}
