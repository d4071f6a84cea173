import type { Attempt } from './attempt.ts'
import type { RawAnswer } from './exchange.ts'
import { NoAnswer } from './no-answer.ts'
import type { Replica, Replicas } from './replicas.ts'
import { refuseIfOver, type Until } from './until.ts'

export interface Question {
  /** Whether it may be sent again when it perhaps was carried out. */
  readonly idempotent: boolean
  /** Milliseconds for an answer, retries included, within the deadline of the operation. */
  readonly timeoutMs: number
  /** The deadline of the operation that it is for. */
  readonly deadlineAt?: number | undefined
  readonly signal?: AbortSignal | undefined
}

/** Sends the question to one replica. Rejects with NoAnswer. */
export type AskOne = (replica: Replica, until: Until) => Promise<RawAnswer>

/**
 * Tries one replica after another until one answers. A request that was never sent may go to each of them; a read whose
 * connection broke, or whose replica cannot serve now, is sent once more, to another replica if there is one. Only
 * once, since a query that crashes a replica must not go through all of them. Throws NoAnswer.
 */
export async function askReplicas(replicas: Replicas, question: Question, ask: AskOne): Promise<RawAnswer> {
  const { idempotent, timeoutMs, signal, deadlineAt = Infinity } = question
  const ownDeadline = Date.now() + timeoutMs
  const until: Until = { signal, deadlineAt: Math.min(ownDeadline, deadlineAt) }
  const tried = new Set<Replica>()
  let failure: NoAnswer | undefined
  let mayRepeat = idempotent
  for (;;) {
    refuseIfOver(until)
    const attempt = await replicas.next({ tried, mayProbe: idempotent, until })
    if (!attempt) throw failure ?? new NoAnswer('unreachable', false)
    const limit = Math.min(until.deadlineAt, Date.now() + attempt.patienceMs)
    const result = await tryOne(attempt, { signal, deadlineAt: limit }, ask)
    if (!(result instanceof NoAnswer)) return result
    failure = result
    tried.add(attempt.target)
    const hurried = limit < until.deadlineAt
    // A request cut short by the operation's deadline is no evidence against the replica.
    judge(attempt, result, hurried || limit === ownDeadline)
    if (result.reason === 'broken' && mayRepeat) {
      mayRepeat = false
      if (tried.size === replicas.urls.length) tried.delete(attempt.target)
    } else if (result.reason === 'unable' && mayRepeat && tried.size < replicas.urls.length) {
      mayRepeat = false
    } else if (result.sent && !(idempotent && hurried && result.reason === 'timeout')) throw result
  }
}

const UNABLE = new Set([502, 503, 504])

/**
 * RFC 9110 § 15.6: a proxy's answer, or that of a process that cannot serve now. A GraphQL answer counts as an answer.
 */
const isUnable = ({ status, contentType }: RawAnswer) => UNABLE.has(status) && !contentType.includes('json')

async function tryOne(attempt: Attempt<Replica>, until: Until, ask: AskOne): Promise<RawAnswer | NoAnswer> {
  try {
    const answer = await ask(attempt.target, until)
    if (isUnable(answer)) return new NoAnswer('unable', true)
    attempt.answered()
    attempt.end()
    return answer
  } catch (error) {
    if (error instanceof NoAnswer) return error
    attempt.end()
    throw error
  }
}

/** Records the outcome of an attempt without an answer with its replica. */
function judge(attempt: Attempt<Replica>, { reason }: NoAnswer, hadItsTime: boolean): void {
  if (reason === 'too-large' || reason === 'undecodable') attempt.answered()
  else if (reason !== 'left' && (reason !== 'timeout' || hadItsTime)) attempt.failed()
  attempt.end()
}
