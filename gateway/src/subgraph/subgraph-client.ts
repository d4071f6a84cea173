import type { FetchNode } from '@apollo/query-planner'
import type { Logger } from '../log.ts'
import { isJsonObject, type JsonObject } from '../execution/json.ts'
import { post, type RawAnswer } from './post.ts'
import { Replicas, type ReplicaOptions } from './replicas.ts'
import { SubgraphFailure, type SubgraphAnswer } from './subgraph-answer.ts'

export type Headers = Readonly<Record<string, string>>

export interface SubgraphRequest {
  readonly body: string
  /** What identifies the actor to the subgraph. */
  readonly headers: Headers
  /** Whether it may be sent again after a connection broke with the request under way. */
  readonly idempotent: boolean
  readonly signal?: AbortSignal
  readonly deadlineAt?: number
}

const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
])
const BROKEN = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'])
const TIMED_OUT = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'UND_ERR_CONNECT_TIMEOUT'])
const FIXED_HEADERS = { 'content-type': 'application/json', accept: 'application/json' }

function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0])
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** The text in front of a fetch's variables, the same each time the fetch is made. */
const heads = new WeakMap<FetchNode, string>()

export function fetchBody(node: FetchNode, variables: string): string {
  let head = heads.get(node)
  if (head === undefined) {
    const name = node.operationName ? `"operationName":${JSON.stringify(node.operationName)},` : ''
    heads.set(node, (head = `{"query":${JSON.stringify(node.operation)},${name}"variables":`))
  }
  return `${head}${variables}}`
}

/** Speaks to the processes of one subgraph. */
export class SubgraphClient {
  readonly name: string
  readonly replicas: Replicas
  readonly #log: Logger

  constructor(name: string, urls: readonly string[], options: ReplicaOptions & { readonly log: Logger }) {
    this.name = name
    this.replicas = new Replicas(urls, options)
    this.#log = options.log
  }

  /** The raw answer of the first replica that can be reached. Throws SubgraphFailure when none can. */
  async send({ body, headers, idempotent }: SubgraphRequest): Promise<RawAnswer> {
    let failure: unknown
    for (const replica of this.replicas.inTurn()) {
      try {
        return await post(replica, { ...FIXED_HEADERS, ...headers }, body)
      } catch (error) {
        failure = error
        const code = codeOf(error)
        if (NEVER_SENT.has(code)) this.replicas.avoid(replica)
        else if (!idempotent || !BROKEN.has(code)) break
      }
    }
    this.#log.warn({ subgraph: this.name, err: failure }, 'subgraph gave no answer')
    throw TIMED_OUT.has(codeOf(failure))
      ? new SubgraphFailure('SUBGRAPH_TIMEOUT', 'A part of the answer took too long.', failure)
      : new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'A part of the answer is unavailable.', failure)
  }

  /** Reads a raw answer as GraphQL. Throws SubgraphFailure when it is none. */
  read({ status, body }: RawAnswer): SubgraphAnswer {
    const answer = parseObject(body)
    const { data, errors } = answer ?? {}
    const isAnswer = isJsonObject(data) || (data === null && !errors) || Array.isArray(errors)
    if (answer && isAnswer && status !== 401) return answer as SubgraphAnswer
    this.#log.warn({ subgraph: this.name, status, bytes: body.length }, 'subgraph gave no GraphQL answer')
    throw status >= 500 || status === 429
      ? new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'A part of the answer is unavailable.')
      : new SubgraphFailure('SUBGRAPH_INVALID_RESPONSE', 'A part of the answer could not be read.')
  }
}

function parseObject(body: Buffer): JsonObject | null {
  try {
    const value: unknown = JSON.parse(body.toString())
    return isJsonObject(value) ? value : null
  } catch {
    return null
  }
}
