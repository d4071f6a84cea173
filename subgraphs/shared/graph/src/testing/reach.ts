/** What is answered for ids that there are, beside what is answered for one that nothing has. */
import { isUnionType } from 'graphql'
import { isId } from '../ids.ts'
import { ask } from './ask.ts'
import { documentOf, type Root } from './case.ts'
import { isIdentifier } from './id-kinds.ts'
import type { Field } from './places.ts'
import { filled, NOBODY } from './plausible.ts'
import { positionsOf, type Position } from './positions.ts'
import { isResolved } from './references.ts'
import type { Sample } from './sample.ts'
import { summaryOf } from './summary.ts'

/** Something that takes an id: a place among a field's inputs, or a type that is referred to. */
export interface Way {
  /** `Query.delegations(of.traineeId)`, `Mutation.approveGoal(input.goalId)`, `_Entity.LearningGoal`. */
  readonly at: string
  /** What the sample knows to be there: the one, or where an `id` may be of many things all that it knows. */
  readonly known?: readonly string[] | undefined
  readonly query: string
  readonly variables: (id: string) => Record<string, unknown>
}

type Operation = 'query' | 'mutation'

const rootOf = ({ schema }: Sample, operation: Operation) =>
  operation === 'query' ? schema.getQueryType() : schema.getMutationType()

const nameOf = ({ at }: Position) => at.split('.').findLast((step) => !/^\d+$/.test(step)) ?? at

/** A code is of what everybody knows. */
const takesId = (position: Position) =>
  !position.isList && isIdentifier({ name: nameOf(position), type: position.type }) && !isCode(position)
const isCode = (position: Position) => /codes?$/i.test(nameOf(position))

export const knownIds = ({ known }: Sample): readonly string[] =>
  Object.values(known).filter((each): each is string => isId(each as string))

function knownAt(sample: Sample, position: Position): Way['known'] {
  if (typeof position.known !== 'string') return undefined
  return nameOf(position) === 'id' ? knownIds(sample) : [position.known]
}

function waysOf(sample: Sample, operation: Operation): readonly (readonly [string, readonly Way[]])[] {
  const type = rootOf(sample, operation)
  const fields = Object.values(type?.getFields() ?? {}).filter(({ name }) => !name.startsWith('_'))
  return fields.map((field) => [
    field.name,
    type ? waysBy(sample, { type, path: [], found: 1, operation }, field) : [],
  ])
}

function waysBy(sample: Sample, root: Root, field: Field): readonly Way[] {
  const selection = summaryOf(sample.schema, field.type)
  const wayAt = (at: string, put: Way['variables'], known?: Way['known']): Way => ({
    at: `${root.type.name}.${field.name}(${at})`,
    known,
    query: documentOf({ root, field, args: put(NOBODY) }, selection),
    variables: put,
  })
  const positions = positionsOf(sample, root.type.name, field).filter(takesId)
  if (positions.length > 0 || root.operation === 'query')
    return positions.map((each) => wayAt(each.at, each.with, knownAt(sample, each)))
  return [wayAt('', () => filled(sample, `${root.type.name}.${field.name}`, field.args), [])]
}

function references({ schema }: Sample): readonly Way[] {
  const union = schema.getType('_Entity')
  const types = isUnionType(union) ? union.getTypes().filter(isResolved) : []
  const withId = types.filter((type) => 'id' in type.getFields())
  return withId.map((type) => ({
    at: `_Entity.${type.name}`,
    query: `query ($of: [_Any!]!) { _entities(representations: $of) ${summaryOf(schema, type)} }`,
    variables: (id) => ({ of: [{ __typename: type.name, id }] }),
  }))
}

/** Every way to ask for something by its id; what is referred to by a code, everybody knows. */
export const questions = (sample: Sample): readonly Way[] => [
  ...waysOf(sample, 'query').flatMap(([, ways]) => ways),
  ...references(sample),
]

/** Every command, by each id that it takes; one that takes none, as it is. */
export const commands = (sample: Sample) => waysOf(sample, 'mutation')

const ID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** What is answered, as text, without the ids that were sent. */
export async function answerTo(sample: Sample, way: Way, id: string): Promise<string> {
  const variables = way.variables(id)
  const { data, errors } = await ask(sample.schema, { ...sample, query: way.query, variables })
  const told = JSON.stringify([data, errors?.map(({ message, extensions }) => [message, extensions['code']])])
  const sent = new Set(JSON.stringify(variables).match(ID))
  return told.replaceAll(ID, (found) => (sent.has(found) ? '' : found))
}

/** What is answered for an id that nothing has, and whether some of these ids get another answer. */
export async function compare(sample: Sample, way: Way, ids: readonly string[]) {
  const nothing = await answerTo(sample, way, NOBODY)
  for (const id of ids) if ((await answerTo(sample, way, id)) !== nothing) return { nothing, differs: true }
  return { nothing, differs: false }
}

/** Whether a command was answered with that there is no such thing, or that it is not permitted. */
export const isRefusal = (answer: string): boolean => /"(NotFound|NOT_FOUND|NOT_PERMITTED)"/.test(answer)
