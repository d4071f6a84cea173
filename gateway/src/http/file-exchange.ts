import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { bodyOf } from '@kompetanse/schema/uploads'
import type { Dispatcher } from 'undici'
import type { Attempt } from '../subgraph/attempt.ts'
import type { Replica, Replicas } from '../subgraph/replicas.ts'

/** A large file on a slow line takes its time; only silence ends it. */
const SILENCE_MS = 60_000

export type FileRequest = Pick<Dispatcher.RequestOptions, 'method' | 'path' | 'headers'> & {
  /** Null for a download. */
  readonly upload: IncomingMessage | null
  readonly signal: AbortSignal
}

export interface FileExchange {
  readonly answer: Dispatcher.ResponseData
  /** To be ended when the file has passed. */
  readonly attempt: Attempt<Replica>
}

interface Progress {
  /** Whether anything of the upload has left. */
  begun: boolean
}

/** An upload that is not touched before a connection takes it, nor ended with that. */
async function* untouched(upload: IncomingMessage, progress: Progress): AsyncGenerator<unknown> {
  progress.begun = true
  yield* bodyOf(upload)
}

/**
 * Sends a request for a file, as it comes, to a replica, and when that gives no answer to the next: a download always,
 * an upload as long as none of it was sent. Throws what undici threw last.
 */
export async function exchangeFile(
  replicas: Replicas,
  { upload, ...request }: FileRequest,
): Promise<FileExchange> {
  const { signal } = request
  const tried = new Set<Replica>()
  const progress: Progress = { begun: false }
  let failure: unknown = new Error('No process of the subgraph can be reached')
  for (;;) {
    const until = { deadlineAt: Date.now() + SILENCE_MS, signal }
    const attempt = await replicas.next({ tried, mayProbe: upload === null, until })
    if (!attempt) throw failure
    tried.add(attempt.target)
    const timeouts = { headersTimeout: SILENCE_MS, bodyTimeout: SILENCE_MS }
    const body = upload && Readable.from(untouched(upload, progress), { objectMode: false })
    try {
      const answer = await attempt.target.pool.request({ ...request, ...timeouts, body })
      attempt.answered()
      return { answer, attempt }
    } catch (cause) {
      failure = cause
      if (!signal.aborted) attempt.failed()
      attempt.end()
      if (signal.aborted || progress.begun) throw cause
    }
  }
}
