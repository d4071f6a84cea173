import type { ServerResponse } from 'node:http'

/**
 * A signal that aborts when the client disconnects before it has its answer. Call it before the first `await`: a
 * disconnect before the call is not seen.
 */
export function leavingOf(response: ServerResponse): AbortSignal {
  const abort = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) abort.abort()
  })
  return abort.signal
}
