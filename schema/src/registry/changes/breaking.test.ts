import { buildSchema, parse, validate } from 'graphql'
import { describe, expect, it } from 'vitest'
import { findBreaks, type Published } from './breaks.ts'
import { graphOf, operations, other, people, published, verdictOn, type Edit } from './testing.ts'

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
    [
      'an argument made required that one operation gives by a variable that may be null, and another writes out',
      [['filter: Filter,', 'filter: Filter!,']],
      ['Query.goals.filter | web GoalList'],
    ],
    [
      'the default taken from an input field that without it is required',
      [['page: Int! = 1', 'page: Int!']],
      ['Filter.page | web GoalList', 'Filter.page | web OpenGoals'],
    ],
    [
      'an argument of a type that its variable does not fit',
      [['node(id: ID!)', 'node(id: Int!)']],
      ['Query.node.id | web AnyNode'],
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
    expect(breaks.filter((each) => !each.endsWith('contract region'))).toEqual([])
  })
})
