import type { FetchNode } from '@apollo/query-planner'
import type { Logger } from '../process/log.ts'
import { askReplicas } from './ask-replicas.ts'
import { exchange, type RawAnswer } from './exchange.ts'
import { NoAnswer } from './no-answer.ts'
import { readAnswer } from './read-answer.ts'
import { Replicas, type Replica, type ReplicaOptions } from './replicas.ts'
import { SubgraphFailure, type SubgraphAnswer } from './subgraph-answer.ts'

export type Headers = Readonly<Record<string, string>>

/** The limits of a request. */
interface Waiting {
  /** Aborts the request, when the client has disconnected. */
  readonly signal?: AbortSignal | undefined
  /** The deadline of the whole operation, epoch milliseconds; the client's own timeout bounds each request besides. */
  readonly deadlineAt?: number | undefined
}

export interface SubgraphRequest extends Waiting {
  readonly body: string
  /** The actor token. */
  readonly headers: Headers
  /** Whether it may be sent again after a connection broke with the request under way. */
  readonly idempotent: boolean
}

export interface SubgraphClientOptions extends ReplicaOptions {
  /** Bytes that an answer may measure, decoded; 16 MiB when not given. */
  readonly maxAnswerBytes?: number | undefined
  readonly log: Logger
}

const MAX_ANSWER_BYTES = 16 * 1024 * 1024
const FIXED_HEADERS = { 'content-type': 'application/json', accept: 'application/json' }

interface Sent extends Waiting {
  readonly method: 'GET' | 'POST' | 'PUT'
  /** Within the replica's origin; its graph when not given. */
  readonly path?: string
  readonly headers: Headers
  readonly body?: string
  readonly idempotent: boolean
}

export interface Streaming {
  readonly headers: Headers
  readonly signal: AbortSignal
  /** The processes that were tried; the caller keeps the set from one call to the next. */
  readonly tried: Set<Replica>
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

const graphql = ({ headers, ...request }: SubgraphRequest) => ({
  ...request,
  method: 'POST' as const,
  headers: { ...FIXED_HEADERS, ...headers },
})

/** What a request without an answer is to the client. */
function failureOf(noAnswer: NoAnswer): SubgraphFailure {
  switch (noAnswer.reason) {
    case 'timeout':
      return new SubgraphFailure('SUBGRAPH_TIMEOUT', 'A part of the answer took too long.', noAnswer)
    case 'too-large':
      return new SubgraphFailure('SUBGRAPH_INVALID_RESPONSE', 'A part of the answer is too large.', noAnswer)
    case 'undecodable':
      return new SubgraphFailure(
        'SUBGRAPH_INVALID_RESPONSE',
        'A part of the answer could not be read.',
        noAnswer,
      )
    case 'unreachable':
    case 'broken':
    case 'unable':
    case 'left':
      return new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'A part of the answer is unavailable.', noAnswer)
  }
}

/** The HTTP client for the processes of one subgraph. */
export class SubgraphClient {
  readonly name: string
  readonly replicas: Replicas
  readonly #timeoutMs: number
  readonly #maxBytes: number
  readonly #log: Logger

  constructor(name: string, urls: readonly string[], options: SubgraphClientOptions) {
    this.name = name
    this.replicas = new Replicas(urls, options)
    this.#timeoutMs = options.timeoutMs
    this.#maxBytes = options.maxAnswerBytes ?? MAX_ANSWER_BYTES
    this.#log = options.log
  }

  /** The whole answer to a request of GraphQL. Throws SubgraphFailure when there is none. */
  send(request: SubgraphRequest): Promise<RawAnswer> {
    return this.#send(graphql(request))
  }

  /** The whole answer to a GET of something other than the graph. Throws SubgraphFailure when there is none. */
  get(path: string, headers: Headers): Promise<RawAnswer> {
    return this.#send({ method: 'GET', path, headers, idempotent: true })
  }

  /** The whole answer to a PUT, which does the same however often it is sent. Throws SubgraphFailure when there is none. */
  put(path: string, headers: Headers): Promise<RawAnswer> {
    return this.#send({ method: 'PUT', path, headers, idempotent: true })
  }

  /**
   * The body of an answer that does not end by itself, of a process that is not in `tried`, where it is then; when all
   * are, of any. Throws when none is there, or it refuses.
   */
  async stream(path: string, { headers, signal, tried }: Streaming): Promise<AsyncIterable<Buffer>> {
    if (tried.size >= this.replicas.urls.length) tried.clear()
    const until = { deadlineAt: Date.now() + this.#timeoutMs, signal }
    const attempt = await this.replicas.next({ tried, mayProbe: true, until })
    if (!attempt) throw new NoAnswer('unreachable', false)
    tried.add(attempt.target)
    try {
      const { statusCode, body } = await attempt.target.pool.request({ method: 'GET', path, headers, signal })
      attempt.answered()
      body.once('close', () => attempt.end())
      if (statusCode === 200) return body
      await body.dump()
      throw new Error(`${this.name} answered ${statusCode}`)
    } catch (cause) {
      if (!signal.aborted) attempt.failed()
      attempt.end()
      throw cause
    }
  }

  async #send({ method, body, ...sent }: Sent): Promise<RawAnswer> {
    try {
      return await askReplicas(this.replicas, { ...sent, timeoutMs: this.#timeoutMs }, (replica, until) => {
        const { pool, path, headers } = replica
        const request = {
          method,
          path: sent.path ?? path,
          headers: { ...headers, ...sent.headers },
          body: body ?? null,
        }
        return exchange({ pool, request, until, maxBytes: this.#maxBytes })
      })
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error
      if (error.reason !== 'left')
        this.#log.warn({ subgraph: this.name, err: error }, 'subgraph gave no answer')
      throw failureOf(error)
    }
  }

  /** Reads a raw answer as GraphQL. Throws SubgraphFailure when it is none. */
  read(raw: RawAnswer): SubgraphAnswer {
    try {
      return readAnswer(raw)
    } catch (failure) {
      const { status, body } = raw
      this.#log.warn({ subgraph: this.name, status, bytes: body.length }, 'subgraph gave no GraphQL answer')
      throw failure
    }
  }
}
