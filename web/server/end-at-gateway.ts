import { setTimeout as delay } from 'node:timers/promises'
import { request } from 'undici'
import type { ToPass } from './access.ts'
import type { Config } from './config.ts'
import type { Log } from './log.ts'
import type { Tokens } from './sessions.ts'

const TRIES = 3
const LONGEST_MS = 3_000
/** 401: they have expired by themselves. */
const DONE = [204, 401]

/**
 * Tells the gateway that a session has ended. Its tokens let nobody in from then on, and its sockets are closed, also
 * those by way of other web servers. Never rejects: what was given expires in some minutes anyway, and its key is gone.
 */
export const createEndAtGateway =
  ({ gateway }: Config, toPass: ToPass, log: Log) =>
  async (tokens: Tokens): Promise<void> => {
    const address = new URL('/logout', gateway)
    const tell = async () => {
      const signal = AbortSignal.timeout(LONGEST_MS)
      const headers = toPass(tokens)('POST', address)
      const { statusCode, body } = await request(address, { method: 'POST', headers, signal })
      await body.dump()
      if (!DONE.includes(statusCode)) throw new Error(`the gateway answered ${statusCode}`)
    }
    for (let tried = 1; ; tried++)
      try {
        return await tell()
      } catch (error) {
        if (tried === TRIES)
          return log.error('the end of a session could not be announced to the gateway', error)
        await delay(500 * tried)
      }
  }
