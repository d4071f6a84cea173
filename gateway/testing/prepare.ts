import { parse, validate } from 'graphql'
import type { Graph } from '../src/graph/graph.ts'
import { prepareOperation, type PreparedOperation } from '../src/operation/prepare-operation.ts'

/** Prepares the one operation of a text, as the pipeline would. Throws when it is not valid in the graph. */
export function prepare(graph: Graph, text: string): PreparedOperation {
  const document = parse(text)
  const [invalid] = validate(graph.schema, document)
  if (invalid) throw invalid
  const operation = document.definitions.find((each) => each.kind === 'OperationDefinition')
  if (!operation) throw new Error('There is no operation')
  return prepareOperation(graph, document, operation)
}
