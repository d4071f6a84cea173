import type { Dispatcher } from 'undici'
import type { Attempt } from '../subgraph/attempt.ts'
import type { Replica, Replicas } from '../subgraph/replicas.ts'

/** A large file on a slow line takes its time; only silence ends it. */
const SILENCE_MS = 60_000

export type FileRequest = Pick<Dispatcher.RequestOptions, 'method' | 'path' | 'headers' | 'body'> & {
  readonly signal: AbortSignal
}

export interface FileExchange {
  readonly answer: Dispatcher.ResponseData
  /** To be ended when the file has passed. */
  readonly attempt: Attempt<Replica>
}

/**
 * Sends a request for a file, as it comes, to one replica. One without a body goes on to the next when there is no
 * answer; an upload cannot, its first bytes are gone. Throws what undici threw last.
 */
export async function exchangeFile(replicas: Replicas, request: FileRequest): Promise<FileExchange> {
  const tried = new Set<Replica>()
  const repeatable = request.body === null
  let failure: unknown = new Error('No process of the subgraph can be reached')
  for (;;) {
    const until = { deadlineAt: Date.now() + SILENCE_MS, signal: request.signal }
    const attempt = await replicas.next({ tried, mayProbe: repeatable, until })
    if (!attempt) throw failure
    tried.add(attempt.target)
    const { pool } = attempt.target
    try {
      const answer = await pool.request({ ...request, headersTimeout: SILENCE_MS, bodyTimeout: SILENCE_MS })
      attempt.answered()
      return { answer, attempt }
    } catch (cause) {
      if (!request.signal.aborted) attempt.failed()
      attempt.end()
      failure = cause
      if (!repeatable || request.signal.aborted) throw cause
    }
  }
}
