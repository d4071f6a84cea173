/** What one may leave out beside something else that one may leave out: there one could exclude the other. */
import {
  isInputObjectType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
} from 'graphql'
import { graph } from './graph.ts'

type Given = Pick<GraphQLArgument, 'name' | 'type' | 'description' | 'deprecationReason'>

/** Fields of an input or arguments of a field, of which none, one or more may be given. */
export interface Group {
  readonly owner: string
  readonly given: readonly Given[]
}

/** Of every list: how much of it, how it is sorted, and a filter, which takes what fits all of its fields. */
const OF_A_LIST = new Set(['first', 'after', 'last', 'before', 'filter', 'orderBy'])

const mayBeLeftOut = ({ name, type, deprecationReason }: Given) =>
  !isNonNullType(type) && !deprecationReason && !OF_A_LIST.has(name)

const all: readonly Group[] = Object.values(graph.getTypeMap())
  .filter(({ name }) => !name.startsWith('__'))
  .flatMap((type) => {
    if (isInputObjectType(type))
      return type.isOneOf ? [] : [{ owner: type.name, given: Object.values(type.getFields()) }]
    if (!isObjectType(type) && !isInterfaceType(type)) return []
    return Object.values(type.getFields()).map(({ name, args }) => ({
      owner: `${type.name}.${name}`,
      given: args,
    }))
  })

/** Each with two or more that may be left out, but for filters: those name what must all be so. */
export const groups: readonly Group[] = all
  .map(({ owner, given }) => ({ owner, given: given.filter(mayBeLeftOut) }))
  .filter(({ owner, given }) => given.length > 1 && !owner.endsWith('Filter'))

/** Filters too: their words are read as all others. */
export const optional: readonly (Given & { readonly at: string })[] = all.flatMap(({ owner, given }) =>
  given.filter(mayBeLeftOut).map((each) => ({ ...each, at: `${owner}.${each.name}` })),
)

const ACTIVITY = 'what an activity is described by: a course that is repeated has all of them, in one region'

/** What may be given together, and why none of it excludes another. What is not here is judged first. */
export const TOGETHER: Readonly<Record<string, readonly [names: string, why: string]>> = {
  AddLearningActivityDefinitionInput: ['courseHours description regionCode validMonths', ACTIVITY],
  EditLearningActivityDefinitionInput: ['courseHours description validMonths', ACTIVITY],
  ProposeActivityEditInput: ['courseHours description regionCode validMonths', ACTIVITY],
  CorrectSupervisionHoursInput: ['note reason', 'what is corrected, and why it is'],
  GrantRoleInput: ['endsOn scope', 'a role of a place may be for a time'],
  InviteToConversationInput: ['place repeat', 'all of a series are in one room'],
  'Query.personSearch': ['forPersonId purpose unitId', 'who can have a part for somebody, in one unit'],
  'Query.supervisionHoursReport': ['traineeIds unitIds', 'a filter: these trainees, in these units'],
  ServicePeriodDetails: [
    'endsOn overlapReason unitName',
    'what is over may have been beside another, in a unit',
  ],
}
