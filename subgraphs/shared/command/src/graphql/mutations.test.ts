import {
  addSharedTypes,
  builderOptions,
  federation,
  printSubgraph,
  type GraphContext,
  type SharedSchemaTypes,
} from '@kompetanse/graph'
import SchemaBuilder from '@pothos/core'
import { graphql, parse, print, visit } from 'graphql'
import { describe, expect, test } from 'vitest'
import type { Given } from '../commands.ts'
import { done, notFound, stale, type Outcome } from '../outcome.ts'
import { bulkCommands, type BulkRow } from './bulk.ts'
import { memberOf } from './member.ts'
import { mutations } from './mutation.ts'
import { commandMutations, seen } from './mutations-on.ts'

interface Group {
  readonly name: string
}

const idOf = (number: number) => `019a0000-0000-7000-8000-${`${number}`.padStart(12, '0')}`
const [GROUP, GONE] = [idOf(0), idOf(999)]

/** Groups of version 1; one is gone, and none is without a name. */
const rename = ({ id, expectedVersion, command }: Given<string>): Outcome<Group, 'NAME_REQUIRED'> => {
  if (id === GONE) return notFound(id)
  if (expectedVersion !== 1) return stale(Number(expectedVersion), 1)
  return command ? done({ name: command }) : { kind: 'refused', code: 'NAME_REQUIRED', id }
}

const { plugins, ...options } = builderOptions

/** As a subgraph has it, without what needs a database. */
function aBuilder() {
  const builder = new SchemaBuilder<SharedSchemaTypes>({
    ...options,
    plugins: plugins.filter((plugin) => plugin !== 'prisma'),
  } as never)
  builder.queryType({ fields: (t) => ({ ok: t.boolean({ resolve: () => true }) }) })
  builder.mutationType()
  return builder
}
const builder = aBuilder()
const { NotFound, StaleVersion, refusal } = addSharedTypes(builder)

const mutation = mutations(builder)
mutation({
  ...{ name: 'ReadGoal', description: 'Says what was given.', refusals: [NotFound] },
  input: seen('goalId', 'LearningGoal'),
  perform: async ({ goalId, expectedVersion }) => done({ name: `${goalId} ${expectedVersion}` }),
  success: (t) => ({ name: t.exposeString('name') }),
})

const groupMutation = commandMutations(mutation, { NotFound, StaleVersion })<string, Group, string>({
  id: 'groupId',
  refused: refusal<'NAME_REQUIRED'>('GroupRefused', { codes: { NAME_REQUIRED: '' } }),
  perform: async (given) => rename(given),
  success: (t) => ({ name: t.exposeString('name') }),
})
const single = groupMutation({
  ...{ name: 'RenameGroup', description: 'Gives a group a name.' },
  input: (t) => ({ name: t.string({ required: true }) }),
  command: ({ name }) => name,
})
const reset = groupMutation({
  ...{ name: 'ResetGroup', description: 'Gives a group the name that all begin with.' },
  command: () => 'Gruppe',
  success: (t) => ({ became: t.string({ resolve: ({ name }) => name }) }),
})

/** The comments that were given to many. */
const comments: (string | null)[] = []
const bulkCommand = bulkCommands(builder, refusal)
const many = {
  description: 'Gives all of them one name.',
  counts: {
    type: builder.objectRef<Group>('Counts').implement({ fields: (t) => ({ of: t.exposeString('name') }) }),
    of: async ({ actor }: GraphContext) => ({ name: actor.personId }),
  },
  perform: async (rows: readonly BulkRow[], comment: string | null) => {
    comments.push(comment)
    return rows.map((row) => rename({ ...row, command: comment ?? '' }))
  },
}
bulkCommand({ ...many, single, many: 'RenameGroups' })
bulkCommand({ ...many, single: reset, many: 'ResetGroups', commentRequired: true })

const schema = builder.toSubGraphSchema(federation)
const contextValue = { actor: { personId: 'mona' } }
async function ask(source: string, variableValues: Record<string, unknown> = {}) {
  const { data, errors } = await graphql({ schema, source, contextValue, variableValues })
  expect(errors).toBeUndefined()
  return JSON.parse(JSON.stringify(data))
}

/** What a schema says of each of these types, without words. */
const definitionsIn = (sdl: string, names: readonly string[]) =>
  new Map(
    parse(sdl).definitions.flatMap((definition) =>
      'name' in definition && definition.name && names.includes(definition.name.value)
        ? [[definition.name.value, print(visit(definition, { StringValue: () => null }))] as const]
        : [],
    ),
  )

const RENAMED = '__typename ... on RenameGroupSuccess { name } ... on Refusal { code }'
const ONE = `mutation ($input: RenameGroupInput!) { renameGroup(input: $input) { ${RENAMED}
  ... on NotFound { id } ... on StaleVersion { expectedVersion currentVersion } } }`
const MANY = `mutation ($input: RenameGroupsInput!) { renameGroups(input: $input) { __typename
  ... on RenameGroupsSuccess { succeeded counts { of } rows { id outcome { ${RENAMED} } } }
  ... on BulkRefused { code limit } } }`

test('of a command there is an input, a success, a result and a field, alike for all', () => {
  const expected = `
    type Mutation {
      readGoal(input: ReadGoalInput!): ReadGoalResult
      renameGroup(input: RenameGroupInput!): RenameGroupResult
      resetGroup(input: ResetGroupInput!): ResetGroupResult
      renameGroups(input: RenameGroupsInput!): RenameGroupsResult
      resetGroups(input: ResetGroupsInput!): ResetGroupsResult
    }
    input RenameGroupInput { groupId: ID!, expectedVersion: Int!, name: String! }
    type RenameGroupSuccess { name: String! }
    union RenameGroupResult = RenameGroupSuccess | GroupRefused | NotFound | StaleVersion
    input ResetGroupInput { groupId: ID!, expectedVersion: Int! }
    type ResetGroupSuccess { became: String! }
    input ReadGoalInput { goalId: ID!, expectedVersion: Int! }
    union ReadGoalResult = ReadGoalSuccess | NotFound
    input VersionedId { id: ID!, expectedVersion: Int! }
    input RenameGroupsInput { rows: [VersionedId!]!, comment: String }
    input ResetGroupsInput { rows: [VersionedId!]!, comment: String! }
    type RenameGroupRow { id: ID!, outcome: RenameGroupResult! }
    union RenameGroupsResult = RenameGroupsSuccess | BulkRefused
    type BulkRefused implements Refusal @shareable { code: RefusalCode!, message: String!, limit: Int! }`
  const names = [...expected.matchAll(/(?:type|input|union) (\w+)/g)].map(([, name]) => String(name))
  expect(definitionsIn(printSubgraph(schema), names)).toEqual(definitionsIn(expected, names))
})

describe('a mutation', () => {
  test.each([
    [
      { groupId: GROUP, expectedVersion: 1, name: 'B' },
      { __typename: 'RenameGroupSuccess', name: 'B' },
    ],
    [
      { groupId: GROUP, expectedVersion: 1, name: '' },
      { __typename: 'GroupRefused', code: 'NAME_REQUIRED' },
    ],
    [
      { groupId: GONE, expectedVersion: 1, name: 'B' },
      { __typename: 'NotFound', code: 'NOT_FOUND', id: GONE },
    ],
    [
      { groupId: GROUP, expectedVersion: 2, name: 'B' },
      { ...{ __typename: 'StaleVersion', code: 'STALE_VERSION' }, expectedVersion: 2, currentVersion: 1 },
    ],
  ])('given %j answers %j', async (input, answer) => {
    expect(await ask(ONE, { input })).toEqual({ renameGroup: answer })
  })

  test('may say of its success something of its own', async () => {
    const reset =
      'resetGroup(input: { groupId: "${GROUP}", expectedVersion: 1 }) { ... on ResetGroupSuccess { became } }'
    expect(await ask(`mutation { ${reset} }`)).toEqual({ resetGroup: { became: 'Gruppe' } })
  })

  test('is given the thing and the version that was seen', async () => {
    const read = `readGoal(input: { goalId: "${GROUP}", expectedVersion: 7 }) { ... on ReadGoalSuccess { name } }`
    expect(await ask(`mutation { ${read} }`)).toEqual({ readGoal: { name: `${GROUP} 7` } })
  })

  test('that has no refusal of its own is refused by a fault, not by another’s', () => {
    const refusal = { kind: 'refused', code: 'NAME_REQUIRED' } as const
    expect(() => memberOf('ReadGoalSuccess', ['NotFound', 'StaleVersion'], refusal)).toThrow(
      'ReadGoalSuccess',
    )
  })
})

describe('B01 a command on many', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ id: idOf(at), expectedVersion: 1 }))

  test('answers for each row, in the order given, and says how many were done and what the tabs count now', async () => {
    const input = {
      rows: [{ id: GONE, expectedVersion: 1 }, ...rows(2), { id: idOf(2), expectedVersion: 2 }],
      comment: 'B',
    }
    const done = { __typename: 'RenameGroupSuccess', name: 'B' }
    expect(await ask(MANY, { input })).toEqual({
      renameGroups: {
        ...{ __typename: 'RenameGroupsSuccess', succeeded: 2, counts: { of: 'mona' } },
        rows: [
          { id: GONE, outcome: { __typename: 'NotFound', code: 'NOT_FOUND' } },
          { id: idOf(0), outcome: done },
          { id: idOf(1), outcome: done },
          { id: idOf(2), outcome: { __typename: 'StaleVersion', code: 'STALE_VERSION' } },
        ],
      },
    })
    expect(comments).toEqual(['B'])
  })

  test.each([
    ['none', [], 'ROWS_EMPTY'],
    ['101', rows(101), 'TOO_MANY_ROWS'],
    ['one twice', [...rows(2), ...rows(1)], 'ROW_DUPLICATED'],
  ])('of %s is refused whole, and nothing is given to any', async (_which, of, code) => {
    comments.length = 0
    expect(await ask(MANY, { input: { rows: of, comment: 'B' } })).toEqual({
      renameGroups: { __typename: 'BulkRefused', code, limit: 100 },
    })
    expect(comments).toEqual([])
  })

  test('takes 100', async () => {
    const { renameGroups } = await ask(MANY, { input: { rows: rows(100), comment: 'B' } })
    expect(renameGroups.succeeded).toBe(100)
  })

  test.each([[{}], [{ comment: null }], [{ comment: '' }]])(
    'without a comment, as %j, has none',
    async (rest) => {
      comments.length = 0
      await ask(MANY, { input: { rows: rows(1), ...rest } })
      expect(comments).toEqual([null])
    },
  )
})
