import { describe, expect, it } from 'vitest'
import { safe, verdictOn, type Edit } from './testing.ts'

describe('a dangerous change passes, and is reported', () => {
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
      'a wider type of what a variable may hold',
      [['from: Int', 'from: Float']],
      ['Range.from | web GoalList'],
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
