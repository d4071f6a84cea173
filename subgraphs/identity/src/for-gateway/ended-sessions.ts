import type { Route } from '@kompetanse/graph'
import { endedSessionOf } from '@kompetanse/schema/identity-for-gateway'
import { endSession } from '../session/persistence/ended-sessions.ts'
import { forGateway, json } from './for-gateway.ts'

/** What a thumbprint or a digest may look like. */
const CREDENTIAL = /^[\w-]{20,100}$/
/** No token lives longer, whatever its issuer says. */
const MOST_MS = 24 * 3_600_000

export const endedSessionsRoute: Route = forGateway(
  'PUT',
  'ended-sessions',
  async ({ searchParams }, response) => {
    const now = new Date()
    const { credential, until: wanted } = endedSessionOf(searchParams)
    const until = Math.min(wanted, now.getTime() + MOST_MS)
    if (!CREDENTIAL.test(credential) || !(until > 0)) return json(response, 400, { code: 'BAD_REQUEST' })
    await endSession({ credential, until }, now)
    json(response, 200, {})
  },
)
