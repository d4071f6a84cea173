import { SubgraphFailure, type SubgraphError } from '../subgraph/subgraph-answer.ts'
import type { RawAnswer } from '../subgraph/post.ts'
import type { Answer, OperationRun } from './execute-operation.ts'
import type { PassThrough } from './pass-through.ts'

const heads = new WeakMap<PassThrough, string>()

function head(through: PassThrough): string {
  let text = heads.get(through)
  if (text === undefined)
    heads.set(through, (text = `{"query":${JSON.stringify(through.query)},"variables":`))
  return text
}

const START = '{"data":{'
const BRACE = 125

/**
 * Whether the bytes are data and nothing else. Errors and extensions of a subgraph are not handed on unread;
 * a field that happens to have such a name only costs the short cut.
 */
function isDataAlone({ status, contentType, body }: RawAnswer): boolean {
  if (status !== 200 || !contentType.includes('json')) return false
  let last = body.length - 1
  while (last > 0 && (body[last] ?? 0) <= 32) last--
  const framed =
    body[last] === BRACE && body[last - 1] === BRACE && body.toString('latin1', 0, START.length) === START
  return framed && !body.includes('"errors"') && !body.includes('"extensions"')
}

/** Asks the one subgraph with the client's own document and hands its answer on. */
export async function passThrough(run: OperationRun, through: PassThrough): Promise<Answer> {
  const { operation, variables, actor, subgraphs, signal, deadlineAt } = run
  const client = subgraphs.get(operation.graph, through.serviceName)
  const body = `${head(through)}${JSON.stringify(declared(run, variables))}}`
  const idempotent = operation.operation.operation === 'query'
  try {
    const raw = await client.send({ body, headers: actor.headers, idempotent, signal, deadlineAt })
    if (isDataAlone(raw)) return { kind: 'text', body: raw.body }
    const { data = null, errors = [] } = client.read(raw)
    const told: SubgraphError[] = errors.map((error) => ({ ...error, serviceName: client.name }))
    return { kind: 'result', data, errors: told }
  } catch (error) {
    if (!(error instanceof SubgraphFailure)) throw error
    return { kind: 'result', data: null, errors: [{ ...error.formatted, serviceName: client.name }] }
  }
}

function declared({ operation }: OperationRun, variables: Record<string, unknown>): Record<string, unknown> {
  const sent: Record<string, unknown> = {}
  for (const { variable } of operation.operation.variableDefinitions ?? [])
    if (Object.hasOwn(variables, variable.name.value))
      sent[variable.name.value] = variables[variable.name.value]
  return sent
}
