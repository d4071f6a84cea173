import { dayOf } from '@kompetanse/directory/day'
import type { RelationKind, Role } from '../domain/codes.ts'
import type { Deputyship } from '../domain/deputyship.ts'
import type { Scope } from '../domain/grant.ts'
import type { Relation, TraineeFacts } from '../domain/relation.ts'
import type {
  Deputyship as DeputyshipRow,
  Prisma,
  TrainingRelation as RelationRow,
} from '../generated/db/client.ts'
import { inForce } from './visibility.ts'

/** The columns' CHECKs make the casts true. */
export const toRelation = (row: RelationRow): Relation => ({
  id: row.id,
  kind: row.kind as RelationKind,
  personId: row.personId,
  validFrom: dayOf(row.validFrom),
  validTo: row.validTo && dayOf(row.validTo),
  version: row.version,
})

export const toDeputyship = (row: DeputyshipRow): Deputyship => ({
  ...row,
  validFrom: dayOf(row.validFrom),
  validTo: dayOf(row.validTo),
})

export const placeSelect = {
  enterpriseId: true,
  enterprise: { select: { regionCode: true } },
} satisfies Prisma.UnitSelect

export const toPlace = (unit: { enterpriseId: string; enterprise: { regionCode: string } }) => ({
  enterpriseId: unit.enterpriseId,
  regionCode: unit.enterprise.regionCode,
})

/** What permissions need to know of a trainee. */
export const traineeFactsSelect = (now: Date) =>
  ({
    id: true,
    trainingStartedOn: true,
    unit: { select: placeSelect },
    relations: { where: { AND: [inForce(now), { kind: 'LEADER' }] }, take: 1 },
  }) satisfies Prisma.TraineeSelect

export type TraineeFactsRow = Prisma.TraineeGetPayload<{ select: ReturnType<typeof traineeFactsSelect> }>

export const toTraineeFacts = (row: TraineeFactsRow): TraineeFacts => ({
  id: row.id,
  trainingStartedOn: dayOf(row.trainingStartedOn),
  leaderId: row.relations[0]?.personId ?? null,
  ...toPlace(row.unit),
})

export const scopeSelect = {
  role: true,
  regionCode: true,
  enterprise: { select: { id: true, regionCode: true } },
} satisfies Prisma.RoleGrantSelect

export const toScope = (row: Prisma.RoleGrantGetPayload<{ select: typeof scopeSelect }>): Scope => ({
  role: row.role as Role,
  regionCode: row.regionCode,
  enterprise: row.enterprise,
})
