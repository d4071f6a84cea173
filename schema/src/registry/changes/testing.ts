import { expect } from 'vitest'
import { compose, type Texts } from '../compose.ts'
import { findBreaks, type Published } from './breaks.ts'

/**
 * A clinic's graph with what a schema can hold: every kind of type, arguments and input fields with and without default,
 * a contract for outside clients, and two clients whose operations give, leave out, write out and send by variable.
 */
export const people = `
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
  input Filter { text: String status: Status kinds: [Kind!] range: Range limit: Int = 20 page: Int! = 1 }
  input Range { from: Int to: Int }
  input RenameInput { id: ID! title: String! reason: String }`
export const other = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])
  type Query { version: String }`

export const operations = {
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

export function graphOf(subgraphs: Texts): Published {
  const composition = compose(subgraphs)
  if ('errors' in composition) throw new Error(composition.errors.join('\n'))
  return { ...composition, operations }
}
export const published = graphOf({ people, other })

/** Text to replace, and by what; each must be there. */
export type Edit = readonly [from: string, to: string]
export async function verdictOn(...edits: readonly Edit[]) {
  const changed = edits.reduce((text, [from, to]) => {
    expect(text).toContain(from)
    return text.replaceAll(from, to)
  }, people)
  const { breaks, dangers, unused } = await findBreaks(published, graphOf({ people: changed, other }))
  const lines = (effects: typeof breaks) =>
    effects.map(
      ({ coordinate, client, operation }) => `${coordinate} | ${client}${operation ? ` ${operation}` : ''}`,
    )
  return { breaks: lines(breaks), dangers: lines(dangers), unused }
}
export const safe = { breaks: [], dangers: [], unused: [] }
