import { parse, type DocumentNode } from 'graphql'
import { buildGraph } from '../../src/graph/graph.ts'
import type { Answer } from '../../src/execution/answer.ts'
import type { JsonObject } from '../../src/json/json.ts'
import { runPlan } from '../../src/operation/answer-plan.ts'
import { executedWith } from '../../src/operation/operation-run.ts'
import { prepareExecution } from '../../src/operation/prepare-operation.ts'
import { presentErrors } from '../../src/subgraph/present-errors.ts'
import { readAnswer } from '../../src/subgraph/read-answer.ts'
import type { FetchFromSubgraph } from '../../src/subgraph/subgraph-answer.ts'
import { fetchBody } from '../../src/subgraph/subgraph-client.ts'
import { compose, silent } from '../gateway-fixture.ts'
import { answer, schemaOf, type Received, type SubgraphDefinition } from '../subgraph-fixture.ts'
import type { Case } from './case.ts'

/** As the answer goes over the wire. */
function textOf(given: Answer): string {
  if (given.kind === 'text') return String(given.body)
  const { data, errors, extensions } = given
  return JSON.stringify({
    ...(errors.length > 0 && { errors: presentErrors(silent, {}, errors) }),
    ...{ data, ...(extensions && { extensions }) },
  })
}

/**
 * The compiled executor over subgraphs in this process: each operation by its plan, also where one subgraph could answer all
 * of it. Without a server, and so without all that servers do around it.
 */
export function executorOver(supergraph: string, fetch: FetchFromSubgraph) {
  const graph = buildGraph(supergraph)
  return async (document: DocumentNode, variables: JsonObject = {}): Promise<string> => {
    const operation = document.definitions.find((each) => each.kind === 'OperationDefinition')
    if (!operation) throw new Error('There is no operation')
    const prepared = prepareExecution(graph, document, operation)
    const { coerced = {} } = prepared.judge(variables)
    return textOf(await runPlan(executedWith(prepared, variables, coerced), { fetch }))
  }
}

/** The same over subgraphs as they are defined for the cases. */
export function executorAlone(definitions: readonly SubgraphDefinition[]) {
  const subgraphs = new Map(definitions.map((each) => [each.name, { ...each, schema: schemaOf(each) }]))
  const asked: { readonly name: string; readonly query: string; readonly variables: JsonObject }[] = []
  const fetch: FetchFromSubgraph = async (node, variables) => {
    const { schema, respond } = subgraphs.get(node.serviceName) ?? {}
    if (!schema) throw new Error(`no subgraph ${node.serviceName}`)
    const text = fetchBody(node, variables)
    const request = JSON.parse(text) as Pick<Received, 'query' | 'variables'>
    asked.push({ name: node.serviceName, ...request })
    const run = async () => answer(schema, request, {})
    const received = { ...request, text, headers: {}, left: () => false }
    const reply = (await respond?.(received, run)) ?? { body: JSON.stringify(await run()) }
    return readAnswer({
      ...{ status: 200, contentType: 'application/json', ...reply },
      body: Buffer.from(reply.body),
    })
  }
  let execute: ReturnType<typeof executorOver> | undefined
  // Composed when it is first needed, since that takes longer than all the rest.
  const answerTo = ({ query, variables = {} }: Pick<Case, 'query' | 'variables'>) =>
    (execute ??= executorOver(compose(definitions, {}), fetch))(parse(query), variables)
  return { answerTo, asked }
}
