import { composeServices } from '@apollo/composition'
import { parse } from 'graphql'
import { buildGraph, type Graph } from '../../src/graph/graph.ts'

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])'

export const queueSdl = `${link}
  scalar EventCursor
  type Query { queues: Int }
  type Subscription {
    queueChanged(queue: ID!, after: EventCursor): QueueEvent!
    "Cannot be resumed."
    ticks: Tick!
  }
  type QueueEvent { number: Int! note: String item: Item broken: Int }
  type Tick { number: Int! }
  type Item @key(fields: "id") { id: ID! }
`

export const itemSdl = `${link}
  type Query { items: Int }
  type Item @key(fields: "id") { id: ID! title: String seenBy: String failing: String! }
`

/** A supergraph of both; `extra` makes it another one, as a deployment would. */
export function fixtureGraph(extra = ''): Graph {
  const composed = composeServices([
    { name: 'queue', url: 'http://queue', typeDefs: parse(queueSdl) },
    { name: 'item', url: 'http://item', typeDefs: parse(itemSdl + extra) },
  ])
  if (!composed.supergraphSdl) throw new Error(composed.errors?.join('\n'))
  return buildGraph(composed.supergraphSdl)
}
