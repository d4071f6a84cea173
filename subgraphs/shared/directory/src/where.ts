/** Conditions on the directory's tables, as the Prisma client of every subgraph that has these models takes them. */
import type { Id } from '@kompetanse/schema/ids'
import type { RelationKind } from '@kompetanse/schema/roles'

export interface PersonWhere {
  id?: Id<'Person'> | { in: Id<'Person'>[] }
  regionCode?: string | { in: string[] }
  enterpriseId?: Id<'Enterprise'> | { in: Id<'Enterprise'>[] }
  version?: { gte: number }
  relationsAsPerson?: { some: RelationWhere }
  relationsAsTrainee?: { some: RelationWhere }
  deputies?: { some: DeputyshipWhere }
  OR?: PersonWhere[]
  AND?: PersonWhere
}

export interface RelationWhere {
  kind?: RelationKind | { in: RelationKind[] }
  personId?: Id<'Person'> | { in: Id<'Person'>[] }
  traineeId?: Id<'Person'> | { in: Id<'Person'>[] }
  person?: PersonWhere
  validFrom?: { lte: Date }
  validTo?: { gte: Date } | null
  OR?: RelationWhere[]
  AND?: RelationWhere
}

export interface DeputyshipWhere {
  deputyId?: Id<'Person'>
  leaderId?: Id<'Person'>
  validFrom?: { lte: Date }
  validTo?: { gte: Date }
}
