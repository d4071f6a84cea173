import { buildSchema, parse, validate } from 'graphql'
import { describe, expect, it } from 'vitest'
import { findBreaks, type Published } from './breaks.ts'
import { compose, type Texts } from './compose.ts'

/**
 * A clinic's graph with what a schema can hold: every kind of type, arguments and input fields with and without default,
 * a contract for outside clients, and two clients whose operations give, leave out, write out and send by variable.
 */
const people = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@shareable", "@tag", "@inaccessible"])
  type Query {
    goal(id: ID!, size: Int, at: String): Goal
    goals(filter: Filter, first: Int = 10, sort: Sort): [Goal!]!
    kinds(only: [Kind!]): [Kind!]!
    node(id: ID!): Node
    media: [Media!]!
    patient(id: ID!): Patient @tag(name: "region")
    nobody: Unused
  }
  type Mutation { rename(input: RenameInput!): Goal  drop(id: ID!): Boolean }
  type Subscription { goalChanged(id: ID!): Goal }
  interface Node { id: ID! }
  type Goal implements Node @key(fields: "id") {
    id: ID! title: String! note: String tags: [String!]! status: Status! owner: Person! old: Int score(scale: Int = 1): Int
  }
  type Person @key(fields: "id") { id: ID! name: String! age: Int }
  type Patient @key(fields: "id") {
    id: ID! @tag(name: "region")
    level: Level @tag(name: "region")
    birthYear: Int @tag(name: "region")
    inner: Int
  }
  type Unused { id: ID! }
  union Media = Photo | Video
  type Photo { url: String! width: Int }
  type Video { url: String! length: Int }
  enum Status { OPEN DONE LATE }
  enum Kind { A B }
  enum Sort { ASC DESC }
  enum Level { ONE TWO }
  input Filter { text: String status: Status kinds: [Kind!] range: Range limit: Int = 20 }
  input Range { from: Int to: Int }
  input RenameInput { id: ID! title: String! reason: String }`
const other = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])
  type Query { version: String }`

const operations = {
  web: {
    GoalPage:
      'query GoalPage($id: ID!) { goal(id: $id) { id title tags status owner { id name } ...Extra } } fragment Extra on Goal { note score }',
    GoalList: 'query GoalList($filter: Filter) { goals(filter: $filter) { id } }',
    OpenGoals: 'query OpenGoals { goals(filter: { status: OPEN }) { id } }',
    Gallery: 'query Gallery { media { __typename ... on Photo { url width } } }',
    AnyNode: 'query AnyNode($id: ID!) { node(id: $id) { id ... on Goal { title } } }',
    GoalLive: 'subscription GoalLive($id: ID!) { goalChanged(id: $id) { id } }',
  },
  phone: {
    Rename: 'mutation Rename($input: RenameInput!) { rename(input: $input) { id } }',
  },
}

function graphOf(subgraphs: Texts): Published {
  const composition = compose(subgraphs)
  if ('errors' in composition) throw new Error(composition.errors.join('\n'))
  return { ...composition, operations }
}
const published = graphOf({ people, other })

/** Text to replace, and by what; each must be there. */
type Edit = readonly [from: string, to: string]
async function verdictOn(...edits: readonly Edit[]) {
  const changed = edits.reduce((text, [from, to]) => {
    expect(text).toContain(from)
    return text.replaceAll(from, to)
  }, people)
  const { breaks, dangers, unused } = await findBreaks(published, graphOf({ people: changed, other }))
  const said = (effects: typeof breaks) =>
    effects.map(
      ({ coordinate, client, operation }) => `${coordinate} | ${client}${operation ? ` ${operation}` : ''}`,
    )
  return { breaks: said(breaks), dangers: said(dangers), unused }
}
const safe = { breaks: [], dangers: [], unused: [] }

it('the operations are valid before anything changes', () => {
  const schema = buildSchema(published.api)
  const texts = Object.values(operations).flatMap((client): string[] => Object.values(client))
  expect(texts.flatMap((text) => validate(schema, parse(text)))).toEqual([])
})

describe('a change that breaks a published operation fails, and names coordinate, client and operation', () => {
  it.each<[string, Edit[], string[]]>([
    ['a used field removed', [['note: String ', '']], ['Goal.note | web GoalPage']],
    [
      'an optional argument made required that the operation leaves out',
      [['at: String', 'at: String!']],
      ['Query.goal.at | web GoalPage'],
    ],
    [
      'a required argument added to a subscription',
      [['goalChanged(id: ID!)', 'goalChanged(id: ID!, by: ID!)']],
      ['Subscription.goalChanged.by | web GoalLive'],
    ],
    [
      'a required field added to an input that a variable holds',
      [['reason: String', 'reason: String by: ID!']],
      ['RenameInput.by | phone Rename'],
    ],
    [
      'a required field added to an input, held by one operation and written out by another',
      [['text: String', 'text: String scope: ID!']],
      ['Filter.scope | web GoalList', 'Filter.scope | web OpenGoals'],
    ],
    [
      'a required field added to an input inside of one that a variable holds',
      [['from: Int', 'from: Int unit: String!']],
      ['Range.unit | web GoalList'],
    ],
    [
      'another type of a used field',
      [['title: String! note', 'title: Int! note']],
      ['Goal.title | web GoalPage', 'Goal.title | web AnyNode'],
    ],
    ['String to ID in what is got', [['note: String', 'note: ID']], ['Goal.note | web GoalPage']],
    ['a list to a single value', [['tags: [String!]!', 'tags: String!']], ['Goal.tags | web GoalPage']],
    [
      'non-null to nullable in what is got',
      [['title: String! note', 'title: String note']],
      ['Goal.title | web GoalPage', 'Goal.title | web AnyNode'],
    ],
    [
      'nullable to non-null in what a variable sends',
      [['reason: String', 'reason: String!']],
      ['RenameInput.reason | phone Rename'],
    ],
    [
      'a value removed from an enum that is got, and that a variable may hold',
      [[' LATE }', ' }']],
      ['Status.LATE | web GoalPage', 'Status.LATE | web GoalList'],
    ],
    [
      'a value removed from an enum that an operation writes out',
      [['enum Status { OPEN', 'enum Status {']],
      ['Status.OPEN | web GoalPage', 'Status.OPEN | web GoalList', 'Status.OPEN | web OpenGoals'],
    ],
    [
      'a value removed from an enum whose argument nobody gives, but which a variable holds elsewhere',
      [['enum Kind { A B }', 'enum Kind { A }']],
      ['Kind.B | web GoalList'],
    ],
    ['a union member removed that is spread', [['= Photo | Video', '= Video']], ['Media | web Gallery']],
    ['a type renamed', [['Person', 'Human']], ['Person | web GoalPage', 'Goal.owner | web GoalPage']],
    [
      'an interface removed from a type that is spread on it',
      [
        ['Goal implements Node', 'Goal'],
        ['type Unused', 'type Unused implements Node'],
      ],
      ['Goal | web AnyNode'],
    ],
    [
      'a used field made @inaccessible',
      [['note: String', 'note: String @inaccessible']],
      ['Goal.note | web GoalPage'],
    ],
    [
      'an input field removed that a variable may hold',
      [['reason: String', '']],
      ['RenameInput.reason | phone Rename'],
    ],
    ['a mutation removed', [['rename(input: RenameInput!): Goal', '']], ['Mutation.rename | phone Rename']],
    [
      'the mutation type removed',
      [['type Mutation { rename(input: RenameInput!): Goal  drop(id: ID!): Boolean }', '']],
      ['Mutation | phone Rename', 'schema | phone Rename'],
    ],
    [
      'an output enum that becomes a scalar',
      [['enum Status { OPEN DONE LATE }', 'scalar Status']],
      ['Status | web GoalPage', 'Status | web GoalList'],
    ],
  ])('%s', async (_name, edits, expected) => {
    const { breaks } = await verdictOn(...edits)
    expect(breaks.toSorted()).toEqual(expected.toSorted())
  })

  it('an operation counts as long as it is published, also when its code went with the field', async () => {
    const next = graphOf({ people: people.replace('note: String ', ''), other })
    const { breaks } = await findBreaks(published, { ...next, operations: {} } as Published)
    expect(breaks.map(({ coordinate, operation }) => [coordinate, operation])).toEqual([
      ['Goal.note', 'GoalPage'],
    ])
  })
})

describe('a change that breaks a contract fails, and names it: its clients are not known', () => {
  it.each<[string, Edit[], string[]]>([
    [
      'a value removed from an enum that it only tells',
      [['enum Level { ONE TWO }', 'enum Level { ONE }']],
      ['Level.TWO | contract region'],
    ],
    [
      'the tag removed from a field',
      [['birthYear: Int @tag(name: "region")', 'birthYear: Int']],
      ['Patient.birthYear | contract region'],
    ],
    [
      'the tag removed from the root',
      [['Patient @tag(name: "region")', 'Patient']],
      ['Query | contract region'],
    ],
    [
      'a required argument added',
      [['patient(id: ID!)', 'patient(id: ID!, at: String!)']],
      ['Query.patient.at | contract region'],
    ],
    [
      'an argument of another type',
      [['patient(id: ID!)', 'patient(id: Int!)']],
      ['Query.patient.id | contract region'],
    ],
    [
      'non-null to nullable',
      [
        ['id: ID! @tag(name: "region")', 'id: ID @tag(name: "region")'],
        ['type Patient @key(fields: "id")', 'type Patient'],
      ],
      ['Patient.id | contract region'],
    ],
  ])('%s', async (_name, edits, expected) => {
    const { breaks } = await verdictOn(...edits)
    expect(breaks).toEqual(expect.arrayContaining(expected))
    expect(breaks.filter((said) => !said.endsWith('contract region'))).toEqual([])
  })
})

describe('a change that is dangerous passes, and is said', () => {
  it.each<[string, Edit[], string[]]>([
    [
      'a value added to an enum that is got',
      [['DONE LATE', 'DONE LATE LOST']],
      ['Status.LOST | web GoalPage'],
    ],
    [
      'a member added to a union that is got',
      [['= Photo | Video', '= Photo | Video | Unused']],
      ['Media | web Gallery'],
    ],
    [
      'a type that now implements an interface that is got',
      [['type Unused', 'type Unused implements Node']],
      ['Unused | web AnyNode'],
    ],
    [
      'another default of an argument that is left out',
      [['first: Int = 10', 'first: Int = 100']],
      ['Query.goals.first | web GoalList', 'Query.goals.first | web OpenGoals'],
    ],
    [
      'a default added to an argument that is left out',
      [['at: String', 'at: String = "now"']],
      ['Query.goal.at | web GoalPage'],
    ],
    [
      'another default of an input field that may be left out',
      [['limit: Int = 20', 'limit: Int = 5']],
      ['Filter.limit | web GoalList', 'Filter.limit | web OpenGoals'],
    ],
    [
      'a value added to an enum of a contract',
      [['enum Level { ONE TWO }', 'enum Level { ONE TWO THREE }']],
      ['Level.THREE | contract region'],
    ],
  ])('%s', async (_name, edits, dangers) => {
    const verdict = await verdictOn(...edits)
    expect({ ...verdict, dangers: verdict.dangers.toSorted() }).toEqual({
      ...safe,
      dangers: dangers.toSorted(),
    })
  })
})

describe('a change that is safe passes without a word', () => {
  it.each<[string, Edit[]]>([
    [
      'an optional argument added to a subscription',
      [['goalChanged(id: ID!)', 'goalChanged(id: ID!, by: ID)']],
    ],
    [
      'a required input field with a default added',
      [['reason: String', 'reason: String loud: Boolean! = false']],
    ],
    ['an optional input field added', [['reason: String', 'reason: String by: ID']]],
    ['nullable to non-null in what is got', [['note: String', 'note: String!']]],
    [
      'non-null to nullable in what is sent',
      [['id: ID! title: String! reason', 'id: ID title: String reason']],
    ],
    [
      'a description',
      [
        ['type Goal', '"What is to be learnt" type Goal'],
        ['enum Status', '"How far" enum Status'],
      ],
    ],
    [
      'a deprecation',
      [
        ['note: String', 'note: String @deprecated(reason: "use title")'],
        ['OPEN DONE', 'OPEN DONE @deprecated'],
      ],
    ],
    [
      'a field, a type and a mutation added',
      [
        ['type Mutation {', 'type Mutation { make: Made'],
        ['type Unused', 'type Made { id: ID! } type Unused'],
      ],
    ],
    [
      'a value added to an enum that is only sent',
      [['enum Sort { ASC DESC }', 'enum Sort { ASC DESC ANY }']],
    ],
    ['a field without the tag of the contract', [['inner: Int', 'inner: Int more: Int']]],
  ])('%s', async (_name, edits) => {
    expect(await verdictOn(...edits)).toEqual(safe)
  })
})

describe('what went away and nobody uses passes, and is noted', () => {
  it.each<[string, Edit[], string[]]>([
    ['a field', [['old: Int ', '']], ["Field 'old' was removed from object type 'Goal'"]],
    [
      'another type of an argument that nobody gives',
      [['size: Int', 'size: String']],
      ["Type for argument 'size' on field 'Query.goal' changed from 'Int' to 'String'"],
    ],
    [
      'an optional argument that nobody gives',
      [[', first: Int = 10', '']],
      ["Argument 'first: Int' was removed from field 'Query.goals'"],
    ],
    [
      'an enum value of an argument that nobody gives',
      [['enum Sort { ASC DESC }', 'enum Sort { ASC }']],
      ["Enum value 'DESC' was removed from enum 'Sort'"],
    ],
    [
      'a union member that nobody spreads',
      [['= Photo | Video', '= Photo']],
      ["Member 'Video' was removed from Union type 'Media'"],
    ],
    [
      'a field outside of the contract',
      [['inner: Int', '']],
      ["Field 'inner' was removed from object type 'Patient'"],
    ],
  ])('%s', async (_name, edits, unused) => {
    const verdict = await verdictOn(...edits)
    expect(verdict).toEqual({ ...safe, unused: expect.arrayContaining(unused) })
  })
})
