import { addSharedTypes, builderOptions, type SharedSchemaTypes } from '@kompetanse/graph'
import SchemaBuilder from '@pothos/core'
import {
  ENTERPRISE_KINDS,
  LANGUAGES,
  REFUSALS,
  REGION_CODES,
  RELATION_KINDS,
  ROLES,
  TRAINING_PARTS,
} from '../domain/codes.ts'
import { TRAINING_ROLES, WORKSPACES } from '../domain/workspaces.ts'
import type PrismaTypes from '../generated/pothos-types.ts'
import { getDatamodel } from '../generated/pothos-types.ts'
import type { RefusedShape } from '../outcome.ts'
import { database } from '../database.ts'

export const builder = new SchemaBuilder<SharedSchemaTypes & { PrismaTypes: PrismaTypes }>({
  ...builderOptions,
  relay: { ...builderOptions.relay, pageInfoTypeOptions: { shareable: true, tag: 'region' } },
  prisma: { client: database, dmmf: getDatamodel() },
})

export const { NotFound, StaleVersion } = addSharedTypes(builder)

/** What a region's own client may read: the composed contract keeps these and drops the rest. */
export const forRegions = { tag: 'region' }

export const RegionCode = builder.enumType('RegionCode', {
  description: 'The four regional health authorities, and the municipal part.',
  values: {
    ...Object.fromEntries(REGION_CODES.map((code) => [code, {}])),
    MUNICIPAL: { description: 'Kommunal del: LIS1 in the municipalities, ALM, SAM and ARB.' },
  } as Record<(typeof REGION_CODES)[number], { description?: string }>,
})
export const RelationKindEnum = builder.enumType('RelationKind', { values: RELATION_KINDS })
export const RoleEnum = builder.enumType('Role', {
  description: 'Administrative roles, given by administration; the training roles are relations.',
  values: ROLES,
})
export const LanguageEnum = builder.enumType('Language', { values: LANGUAGES })
export const TrainingPartEnum = builder.enumType('TrainingPart', { values: TRAINING_PARTS })
export const EnterpriseKindEnum = builder.enumType('EnterpriseKind', {
  description: 'Approved (hospital) or registered (general practice, community and occupational medicine).',
  values: ENTERPRISE_KINDS,
})
export const WorkspaceEnum = builder.enumType('Workspace', { values: WORKSPACES })
export const TrainingRoleEnum = builder.enumType('TrainingRole', { values: TRAINING_ROLES })

const RefusalCode = builder.enumType('IdentityRefusalCode', { values: REFUSALS })
export const IdentityRefused = builder.objectRef<RefusedShape>('IdentityRefused').implement({
  description: 'The rules say no; the code says which.',
  fields: (t) => ({ code: t.field({ type: RefusalCode, resolve: ({ code }) => code }) }),
})

builder.queryType({})
builder.mutationType({})
