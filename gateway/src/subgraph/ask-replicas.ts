import { finished } from 'node:stream'
import type { Attempt } from './attempt.ts'
import type { StreamedAnswer } from './exchange.ts'
import { NoAnswer } from './no-answer.ts'
import type { Replica, Replicas } from './replicas.ts'
import type { Until } from './until.ts'

export interface Question {
  /** Whether it may be sent again when it perhaps was carried out. */
  readonly idempotent: boolean
  /** Milliseconds that an answer may take, retries and all, if whoever asks has as much. */
  readonly timeoutMs: number
  /** The deadline of the operation that it is for. */
  readonly deadlineAt?: number | undefined
  readonly signal?: AbortSignal | undefined
}

/** Sends the question to one replica. Rejects with NoAnswer. */
export type AskOne = (replica: Replica, until: Until) => Promise<StreamedAnswer>

/**
 * Asks one replica after another until one answers. What was never sent may go to each of them; a read whose
 * connection broke is sent once more, to another replica if there is one. Once, because a query that brings down who
 * answers it must not go through all of them. Throws the last NoAnswer.
 */
export async function askReplicas(
  replicas: Replicas,
  question: Question,
  ask: AskOne,
): Promise<StreamedAnswer> {
  const { idempotent, timeoutMs, signal, deadlineAt = Infinity } = question
  const ownDeadline = Date.now() + timeoutMs
  const until: Until = { signal, deadlineAt: Math.min(ownDeadline, deadlineAt) }
  const tried = new Set<Replica>()
  let failure = new NoAnswer('unreachable', false)
  let mayRepeat = idempotent
  for (;;) {
    const attempt = await replicas.next({ tried, mayProbe: idempotent, until })
    if (!attempt) throw failure
    const result = await tryOne(attempt, until, ask, deadlineAt < ownDeadline)
    if (!(result instanceof NoAnswer)) return result
    failure = result
    tried.add(attempt.target)
    if (result.reason === 'broken' && result.sent && mayRepeat) {
      mayRepeat = false
      if (tried.size === replicas.urls.length) tried.delete(attempt.target)
    } else if (!mayGoElsewhere(result, idempotent, until)) throw failure
  }
}

/** Nothing can happen twice, and there is time and someone who waits. */
function mayGoElsewhere({ reason, sent }: NoAnswer, idempotent: boolean, { deadlineAt }: Until): boolean {
  if (reason === 'left' || Date.now() >= deadlineAt) return false
  return !sent || (idempotent && reason === 'timeout')
}

async function tryOne(
  attempt: Attempt<Replica>,
  { signal, deadlineAt }: Until,
  ask: AskOne,
  hurried: boolean,
): Promise<StreamedAnswer | NoAnswer> {
  const patience = Date.now() + attempt.patienceMs
  try {
    const answer = await ask(attempt.target, { signal, deadlineAt: Math.min(deadlineAt, patience) })
    attempt.answered()
    if (answer.rest) finished(answer.rest, () => attempt.end())
    else attempt.end()
    return answer
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error
    // That an operation was nearly out of time says nothing of whom it asked last.
    const unfair = error.reason === 'timeout' && hurried && deadlineAt < patience
    if (error.reason === 'too-large' || error.reason === 'undecodable') attempt.answered()
    else if (error.reason !== 'left' && !unfair) attempt.failed()
    attempt.end()
    return error
  }
}
