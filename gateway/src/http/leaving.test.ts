import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, it, vi } from 'vitest'
import type { Apollo } from '../apollo/open-apollo.ts'
import type { RequestContext } from '../apollo/request-context.ts'
import { silent } from '../testing/gateway-fixture.ts'
import { createGraphqlHandler } from './graphql-handler.ts'
import { createHttpServer } from './server.ts'

const BODY = '{"query":"{ a }"}'
const HEAD = `POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: ${BODY.length}\r\n\r\n`

interface Timing {
  readonly authenticationMs: number
  readonly leavesAfterMs: number
}

/** The signal of an operation whose client leaves after so long. */
async function signalOf({ authenticationMs, leavesAfterMs }: Timing): Promise<AbortSignal> {
  const executed = Promise.withResolvers<AbortSignal>()
  const apollo: Pick<Apollo, 'executeHTTPGraphQLRequest'> = {
    async executeHTTPGraphQLRequest({ context }) {
      executed.resolve(((await context()) as RequestContext).signal)
      return new Promise(() => undefined)
    },
  }
  const graphql = createGraphqlHandler({
    apollo: () => apollo as Apollo,
    authenticate: async () => {
      await delay(authenticationMs)
      return { kind: 'actor', key: 'kari', person: 'kari', headers: {} }
    },
    ...{ maxBodyBytes: 1000, operationTimeoutMs: 10_000, log: silent },
  })
  const server = createHttpServer({ graphql, log: silent, drainMs: 0 })
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

it.each([
  ['while it is being found out who asks', { authenticationMs: 100, leavesAfterMs: 30 }],
  ['while the operation runs', { authenticationMs: 0, leavesAfterMs: 60 }],
])('what is done for a client ends when it leaves %s', async (_when, timing) => {
  const signal = await signalOf(timing)
  await vi.waitFor(() => expect(signal.aborted).toBe(true))
})
