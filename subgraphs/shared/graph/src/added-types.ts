/** Types that several subgraphs have, but not all: each adds those that it uses. */
import { GOAL_LEVELS, type GoalLevel } from '@kompetanse/schema/goal-levels'
import { REGION_CODES, type RegionCode } from '@kompetanse/schema/regions'
import { SPECIFICATIONS } from '@kompetanse/schema/scalars'
import type { Id } from '@kompetanse/schema/ids'
import type { EnumRef, InputObjectRef, SchemaTypes } from '@pothos/core'
import { asShared } from './shared-builder.ts'

type Builder<Types extends SchemaTypes> = PothosSchemaTypes.SchemaBuilder<Types>
type Direction = 'ASC' | 'DESC'

export const addSortDirection = <Types extends SchemaTypes>(builder: Builder<Types>) =>
  asShared(builder).enumType('SortDirection', {
    description: 'In which direction a list is sorted.',
    values: ['ASC', 'DESC'] as const,
  }) as unknown as EnumRef<Types, Direction>

export const addRegionCode = <Types extends SchemaTypes>(builder: Builder<Types>) =>
  asShared(builder).enumType('RegionCode', {
    description: 'The four regional health authorities, and the municipal part.',
    values: {
      ...Object.fromEntries(REGION_CODES.map((code) => [code, {}])),
      MUNICIPAL: { description: 'Kommunal del: LIS1 in the municipalities, ALM, SAM and ARB.' },
    } as Record<RegionCode, { description?: string }>,
  }) as unknown as EnumRef<Types, RegionCode>

/** What an administrator administers, as a command is given it: one of the two. */
export interface ScopeGiven {
  readonly regionCode?: RegionCode | null
  readonly enterpriseId?: Id<'Enterprise'> | null
}

/** `union Scope`, of each subgraph's own types: which of the two something is, by the region's code. */
export const scopeUnion = <Region, Enterprise>(region: Region, enterprise: Enterprise) => ({
  description: 'What an administrator administers, or something is for: a region or an enterprise.',
  types: [region, enterprise] as [Region, Enterprise],
  resolveType: (place: object) => ('code' in place ? region : enterprise),
})

/** Beside `addRegionCode`. */
export const addScopeInput = <Types extends SchemaTypes>(
  builder: Builder<Types>,
  regionCode: EnumRef<Types, RegionCode>,
) =>
  asShared(builder).inputType('ScopeInput', {
    isOneOf: true,
    description: 'A region or an enterprise; left out, it is of the whole nation.',
    fields: (t) => ({
      regionCode: t.field({ type: regionCode as never, description: 'Of a region.' }),
      enterpriseId: t.idOf('Enterprise', { description: 'Of an enterprise.' }),
    }),
  }) as unknown as InputObjectRef<Types, ScopeGiven>

/** A region as a row or a grant names it: always one of them, since identity gives no other. */
export const asRegion = <Code extends string | null>(code: Code) => code as Code & (RegionCode | null)

export const addGoalLevel = <Types extends SchemaTypes>(builder: Builder<Types>) =>
  asShared(builder).enumType('GoalLevel', {
    description: 'What the wording of a goal asks for, the highest that it names.',
    values: {
      KNOW_OF: { value: GOAL_LEVELS.KNOW_OF },
      KNOW_OR_UNDER_SUPERVISION: { value: GOAL_LEVELS.KNOW_OR_UNDER_SUPERVISION },
      MASTER_ALONE: { value: GOAL_LEVELS.MASTER_ALONE },
    } as const,
  }) as unknown as EnumRef<Types, GoalLevel>

/** A level as it is kept, 0 of a wording that names none. */
export const asGoalLevel = (level: number): GoalLevel | null =>
  Object.values(GOAL_LEVELS).find((one) => one === level) ?? null

/** For a subgraph that has live lists. */
export function addEventCursor<Types extends SchemaTypes>(builder: Builder<Types>): void {
  asShared(builder).scalarType('EventCursor', {
    description:
      'Position in one live stream, in commit order. A list gives the position it was read at; every event gives its own in extensions.cursor.',
    specifiedByURL: SPECIFICATIONS.EventCursor,
    serialize: String,
    parseValue: String,
  })
}
