import type { Route } from '@kompetanse/graph'
import { forGateway, json } from './for-gateway.ts'
import { endSession } from './use-cases/end-session.ts'

/** What a thumbprint or a digest may look like. */
const CREDENTIAL = /^[\w-]{20,100}$/
/** No token lives longer, whatever its issuer says. */
const MOST_MS = 24 * 3_600_000

/** `PUT /ended-sessions?credential=…&until=…`, in epoch milliseconds: 200 when every gateway will hear of it. */
export const endedSessionsRoute: Route = forGateway('PUT', async ({ searchParams }, response) => {
  const now = new Date()
  const credential = searchParams.get('credential') ?? ''
  const until = Math.min(Number(searchParams.get('until')), now.getTime() + MOST_MS)
  if (!CREDENTIAL.test(credential) || !(until > 0)) return json(response, 400, { code: 'BAD_REQUEST' })
  await endSession({ credential, until }, now)
  json(response, 200, {})
})
