import type { executeQueryPlan as apollos } from '@apollo/gateway'
import {
  FieldsOnCorrectTypeRule,
  getVariableValues,
  GraphQLError,
  Kind,
  validate,
  type DocumentNode,
  type GraphQLFormattedError,
} from 'graphql'
import { answerPlan } from '../src/operation/answer-plan.ts'
import type { OperationRun } from '../src/operation/operation-run.ts'
import type { JsonObject } from '../src/json/json.ts'
import { createShapes } from '../src/execution/response-shape.ts'
import { createSharedReads } from '../src/operation/shared-reads.ts'
import { readAnswer } from '../src/subgraph/read-answer.ts'
import type { SubgraphRequest } from '../src/subgraph/subgraph-client.ts'

type Given = Parameters<typeof apollos>
type Result = Awaited<ReturnType<typeof apollos>>
type Process = Given[1][string]['process']
type ProcessKind = Parameters<Process>[0]['kind']

const INCOMING_OPERATION = 'incoming operation' as ProcessKind & 'incoming operation'
const DEFAULT_CODE = 'DOWNSTREAM_SERVICE_ERROR'

const errorOf = ({ message, path, extensions, ...rest }: GraphQLFormattedError) =>
  new GraphQLError(message, {
    path: path ?? null,
    extensions: { code: DEFAULT_CODE, ...rest, ...extensions },
  })

const formatted = (error: unknown): GraphQLFormattedError =>
  error instanceof GraphQLError ? error.toJSON() : { message: (error as Error).message }

/** Calls a data source, and returns its answer as the bytes that its subgraph would have sent. */
async function send(services: Given[1], context: Given[2], name: string, body: string) {
  const { query, variables, operationName } = JSON.parse(body) as Parameters<Process>[0]['request']
  const request = { query, variables, operationName } as Parameters<Process>[0]['request']
  const options = { kind: INCOMING_OPERATION, request, incomingRequestContext: context }
  const service = services[name]
  const answer = await (
    service
      ? service.process({ ...options, context: context.context })
      : Promise.reject(new Error(`Couldn't find service with name "${name}"`))
  ).catch((error: unknown) => ({ errors: [formatted(error)] }))
  return { status: 200, headers: {}, body: Buffer.from(JSON.stringify(answer)) }
}

/**
 * The compiled executor in the place of `executeQueryPlan` of @apollo/gateway, with its parameters and over its data
 * sources, so that Apollo's own tests of execution run on it: see docs/conformance.md. As Apollo's it refuses fields
 * that the schema has not; whatever else makes a document invalid is found before either is called.
 */
export async function executeQueryPlan(...given: Given): Promise<Result> {
  const [plan, services, requestContext, { schema, operation, fragments: byName }, supergraphSchema] = given
  if (plan.node?.kind === 'Subscription')
    throw new Error('Execution of subscriptions not supported by gateway')
  const fragments = new Map(Object.entries(byName))
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...fragments.values()] }
  const [invalid] = validate(schema, document, [FieldsOnCorrectTypeRule])
  if (invalid) return { errors: [invalid] }
  const variables = (requestContext.request.variables ?? {}) as JsonObject
  const { coerced = {} } = getVariableValues(schema, operation.variableDefinitions ?? [], variables)
  const client = (name: string) => ({
    name,
    send: ({ body }: SubgraphRequest) => send(services, requestContext, name, body),
    read: readAnswer,
  })
  const shapes = createShapes(schema, operation, fragments)
  const graph = { schema, supergraphSchema }
  const scope = {
    actor: { key: '', person: '', headers: {}, maySend: 'anything' as const },
    signal: new AbortController().signal,
    deadlineAt: Number.POSITIVE_INFINITY,
  }
  // No more of both than executing a plan takes: those tests make no graph, and no subgraphs with an address.
  const prepared: unknown = { graph, operation, fragments, shapes, names: null, planFor: () => plan }
  const subgraphs: unknown = { get: (_graph: unknown, name: string) => client(name) }
  const answer = await answerPlan({
    ...scope,
    ...{ variables, coerced, reads: createSharedReads() },
    operation: prepared as OperationRun['operation'],
    subgraphs: subgraphs as OperationRun['subgraphs'],
  })
  if (answer.kind === 'text') return JSON.parse(String(answer.body)) as Result
  const { data, errors, extensions } = JSON.parse(JSON.stringify(answer)) as typeof answer
  const valueCompletion = extensions?.valueCompletion.map(errorOf)
  return {
    ...(errors.length > 0 && { errors: errors.map(errorOf) }),
    data,
    ...(valueCompletion && { extensions: { valueCompletion } }),
  }
}
