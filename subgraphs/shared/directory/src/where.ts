/** Conditions on the directory's tables, as the Prisma client of every subgraph that has these models takes them. */
import type { RelationKind } from '@kompetanse/schema/roles'

export interface PersonWhere {
  id?: string | { in: string[] }
  regionCode?: string | { in: string[] }
  enterpriseId?: string | { in: string[] }
  version?: { gte: number }
  relationsAsPerson?: { some: RelationWhere }
  relationsAsTrainee?: { some: RelationWhere }
  deputies?: { some: DeputyshipWhere }
  OR?: PersonWhere[]
  AND?: PersonWhere
}

export interface RelationWhere {
  kind?: RelationKind | { in: RelationKind[] }
  personId?: string | { in: string[] }
  traineeId?: string | { in: string[] }
  person?: PersonWhere
  validFrom?: { lte: Date }
  validTo?: { gte: Date } | null
  OR?: RelationWhere[]
  AND?: RelationWhere
}

export interface DeputyshipWhere {
  deputyId?: string
  leaderId?: string
  validFrom?: { lte: Date }
  validTo?: { gte: Date }
}
