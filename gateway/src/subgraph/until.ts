import { NoAnswer } from './no-answer.ts'

/** How long to wait for an answer: until a deadline in epoch milliseconds, and while the client is connected. */
export interface Until {
  readonly deadlineAt: number
  readonly signal?: AbortSignal | undefined
}

/** Throws NoAnswer when the deadline has passed or the client has disconnected. */
export function refuseIfOver({ deadlineAt, signal }: Until): void {
  if (signal?.aborted) throw new NoAnswer('left', false)
  if (deadlineAt <= Date.now()) throw new NoAnswer('timeout', false)
}

/** `setTimeout` with a longer time fires at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/** Calls `end` once, at the deadline or when the client disconnects. Returns a function that stops the watch. */
export function watch({ deadlineAt, signal }: Until, end: (reason: 'timeout' | 'left') => void): () => void {
  const stop = () => {
    clearTimeout(timer)
    signal?.removeEventListener('abort', leave)
  }
  const finish = (reason: 'timeout' | 'left') => {
    stop()
    end(reason)
  }
  const leave = () => finish('left')
  const leftMs = Math.max(deadlineAt - Date.now(), 0)
  const timer = setTimeout(finish, Math.min(leftMs, LONGEST_TIMER_MS), 'timeout')
  if (signal?.aborted) queueMicrotask(leave)
  else signal?.addEventListener('abort', leave, { once: true })
  return stop
}

/** Settles as the promise does. Throws NoAnswer at the deadline, or when the client disconnects, whichever is first. */
export function within<Value>(promise: Promise<Value>, until: Until): Promise<Value> {
  return new Promise((resolve, reject) => {
    const stop = watch(until, (reason) => reject(new NoAnswer(reason, false)))
    promise.then(resolve, reject).finally(stop)
  })
}
