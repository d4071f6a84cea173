import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, it, vi } from 'vitest'
import type { Authenticate } from '../actor/authenticate.ts'
import { invalidToken } from '../actor/bearer.ts'
import type { Apollo } from '../apollo/open-apollo.ts'
import type { RequestContext } from '../apollo/request-context.ts'
import { silent } from '../../testing/gateway-fixture.ts'
import { createGraphqlHandler } from './graphql-handler.ts'
import { createHttpServer } from './server.ts'
import { tableOf } from './table.ts'

const BODY = '{"query":"{ a }"}'
const HEAD = `POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: ${BODY.length}\r\n\r\n`

interface Timing {
  readonly authenticationMs: number
  readonly leavesAfterMs: number
}

/** The signal of an operation whose client leaves after so long; null when it was never begun. */
async function signalOf({ authenticationMs, leavesAfterMs }: Timing): Promise<AbortSignal | null> {
  const executed = Promise.withResolvers<AbortSignal | null>()
  const apollo: Pick<Apollo, 'executeHTTPGraphQLRequest'> = {
    async executeHTTPGraphQLRequest({ context }) {
      executed.resolve(((await context()) as RequestContext).signal)
      return new Promise(() => undefined)
    },
  }
  const graphql = createGraphqlHandler({
    apollo: () => apollo as Apollo,
    ...{ maxBodyBytes: 1000, operationTimeoutMs: 10_000, log: silent },
  })
  const actor: Authenticate = async () => {
    await delay(authenticationMs)
    // By then whatever follows from it has been done.
    setTimeout(() => executed.resolve(null), 100)
    return { kind: 'actor', key: 'kari', person: 'kari', headers: {}, maySend: 'anything' }
  }
  const checks = { actor, bearer: () => invalidToken() }
  const server = createHttpServer({ routes: tableOf({ graphql }), checks, log: silent, drainMs: 0 })
  const socket = connect(await server.listen(0), '127.0.0.1')
  await once(socket, 'connect')
  socket.write(HEAD + BODY)
  await delay(leavesAfterMs)
  socket.destroy()
  const signal = await executed.promise
  await delay(20)
  await server.close()
  return signal
}

it('what is done for a client ends when it leaves while the operation runs', async () => {
  const signal = await signalOf({ authenticationMs: 0, leavesAfterMs: 60 })
  await vi.waitFor(() => expect(signal?.aborted).toBe(true))
})

it('nothing is begun for a client that leaves while it is being found out who asks', async () => {
  expect(await signalOf({ authenticationMs: 100, leavesAfterMs: 30 })).toBeNull()
})
