import type { Refusal } from '../errors/refusal.ts'
import type { Graph } from '../graph/graph.ts'
import { Lru } from './lru.ts'
import type { DocumentLimits } from './limits.ts'
import { prepareOperation, type PreparedOperation } from './prepare-operation.ts'

export type Prepare = (graph: Graph, text: string, operationName?: string) => PreparedOperation | Refusal

/** Characters of document text whose preparation is kept: some hundreds of pages' worth. */
const CAPACITY = 4_000_000

/** Prepares each document text once per graph. Refused ones are not kept: they would push out those in use. */
export function createOperationCache(limits: DocumentLimits): Prepare {
  const byGraph = new WeakMap<Graph, Lru<PreparedOperation>>()
  return (graph, text, operationName) => {
    let operations = byGraph.get(graph)
    if (!operations) byGraph.set(graph, (operations = new Lru(CAPACITY)))
    const key = operationName === undefined ? text : `${operationName}\n${text}`
    const known = operations.get(key)
    if (known) return known
    const made = prepareOperation(graph, text, operationName, limits)
    if (made.kind === 'prepared') operations.set(key, made, key.length)
    return made
  }
}
