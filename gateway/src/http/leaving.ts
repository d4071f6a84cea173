import type { ServerResponse } from 'node:http'

/**
 * Aborted when the client leaves before it has its answer. To be asked for before anything is waited for: of one that
 * has left already nothing more is heard.
 */
export function leavingOf(response: ServerResponse): AbortSignal {
  const abort = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) abort.abort()
  })
  return abort.signal
}
