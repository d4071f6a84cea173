import { createServer } from 'node:net'

/**
 * Below what Linux, macOS and Windows give to outgoing connections, any of which could take a port between its choice
 * and its use; above 10080, which browsers refuse.
 */
const FIRST = 11_000
const COUNT = 21_000
/** Each process begins at a place of its own, so that two that choose at once do not choose the same. */
const APART = 42

let next = (process.pid * APART) % COUNT

/** A port of 127.0.0.1 that nobody listens on now, and that this process has not been given before. */
export async function freePort(): Promise<number> {
  for (let tried = 0; tried < COUNT; tried++) {
    const port = FIRST + next
    next = (next + 1) % COUNT
    if (await isFree(port)) return port
  }
  throw new Error(`every port from ${FIRST} to ${FIRST + COUNT - 1} is taken`)
}

/** Whether nobody listens on a port of 127.0.0.1 now. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
