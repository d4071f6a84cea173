import { setImmediate as nextTurn } from 'node:timers/promises'
import { withTypenames } from '@kompetanse/schema/documents/sent-document'
import { Kind, validate, type DocumentNode, type OperationDefinitionNode } from 'graphql'
import type { Graph } from '../graph/graph.ts'
import { prepareOperation, type PreparedOperation } from './prepare-operation.ts'
import { registryOf, spellingOf } from './registered-operations.ts'

/** Which documents the compiled executor answers: all, none, or those that clients have registered. */
export type Compiled = 'all' | 'none' | readonly DocumentNode[]

/** The compiled operations of one graph. */
export interface CompiledOperations {
  /** Null when Apollo's own executor is to answer. The document must be valid in the graph. */
  of(document: DocumentNode, operation: OperationDefinitionNode): PreparedOperation | null
}

const operationOf = ({ definitions }: DocumentNode) =>
  definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION)

/** Registered operations, prepared as they were written and as the web's cache sends them, by their spelling. */
async function prepareRegistered(graph: Graph, documents: readonly DocumentNode[]) {
  const prepared = new Map<string, PreparedOperation>()
  for (const document of documents.flatMap((each) => [each, withTypenames(each)])) {
    const operation = operationOf(document)
    // One that does not fit this graph is refused when it comes; subscriptions are planned elsewhere.
    if (!operation || operation.operation === 'subscription' || validate(graph.schema, document).length > 0)
      continue
    prepared.set(spellingOf(document), prepareOperation(graph, document, operation))
    await nextTurn()
  }
  return prepared
}

/** Plans registered operations at once, so that no first request waits for its plan. */
export async function compileOperations(graph: Graph, compiled: Compiled): Promise<CompiledOperations> {
  const documents = typeof compiled === 'string' ? [] : compiled
  const isRegistered = registryOf(documents)
  const prepared = await prepareRegistered(graph, documents)
  const isCompiled = (document: DocumentNode) =>
    compiled === 'all' || (compiled !== 'none' && isRegistered(document))
  const known = new WeakMap<OperationDefinitionNode, PreparedOperation | null>()

  const find = (document: DocumentNode, operation: OperationDefinitionNode) =>
    isCompiled(document)
      ? (prepared.get(spellingOf(document)) ?? prepareOperation(graph, document, operation))
      : null

  return {
    of(document, operation) {
      let found = known.get(operation)
      if (found === undefined) known.set(operation, (found = find(document, operation)))
      return found
    },
  }
}
