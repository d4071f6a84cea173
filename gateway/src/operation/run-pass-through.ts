import type { Answer } from '../execution/answer.ts'
import { failAtRoot } from '../execution/fail.ts'
import { Failures } from '../execution/failures.ts'
import { completeAnswer } from './complete-answer.ts'
import { setOwn, type JsonObject } from '../json/json.ts'
import type { RawAnswer } from '../subgraph/exchange.ts'
import { soundAnswer } from '../subgraph/sound-answer.ts'
import type { OperationRun } from './operation-run.ts'
import type { PassThrough } from './pass-through.ts'

const heads = new WeakMap<PassThrough, string>()

function head(through: PassThrough): string {
  let text = heads.get(through)
  if (text === undefined)
    heads.set(through, (text = `{"query":${JSON.stringify(through.query)},"variables":`))
  return text
}

/** Of the client's variables those that the operation declares. */
function declared({ operation, variables }: OperationRun): JsonObject {
  const sent: JsonObject = {}
  for (const { variable } of operation.operation.variableDefinitions ?? [])
    if (Object.hasOwn(variables, variable.name.value))
      setOwn(sent, variable.name.value, variables[variable.name.value])
  return sent
}

/** The bytes of an answer that can be handed on unread; null for any other, and when there is none. */
const bodyOfShape = (sent: Promise<RawAnswer>, through: PassThrough, variables: JsonObject) =>
  sent.then(
    ({ status, contentType, body }) =>
      status === 200 && contentType.includes('json') && through.matchesShape(body, variables) ? body : null,
    () => null,
  )

/**
 * Sends the client's own document to the one subgraph and returns its answer: as bytes when they match its shape, and
 * otherwise like a planned one: parsed, completed and with its errors.
 */
export async function passThrough(run: OperationRun, through: PassThrough): Promise<Answer> {
  const { operation, coerced, actor, subgraphs, signal, deadlineAt } = run
  const client = subgraphs.get(operation.graph, through.serviceName)
  const sent = client.send({
    body: `${head(through)}${JSON.stringify(declared(run))}}`,
    headers: actor.headers,
    idempotent: operation.operation.operation === 'query',
    signal,
    deadlineAt,
  })
  const body = await bodyOfShape(sent, through, coerced)
  if (body) return { kind: 'text', body }
  const { fetch } = through
  const request = { shape: fetch.shape, representations: 0 }
  const answer = await soundAnswer(request, async () => client.read(await sent))
  const data = answer.data ?? {}
  const failures = new Failures()
  const failed = { serviceName: client.name, fetch, answer, variables: coerced, place: [], failures }
  if (answer.errors.length > 0) failAtRoot(failed, [data])
  return completeAnswer(run, data, failures)
}
