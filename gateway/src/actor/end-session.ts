import { endedSessionPath, type EndedSession } from '@kompetanse/schema/identity-for-gateway'
import { asGateway, type IdentityOptions } from './ask-identity.ts'
import type { VerifiedBearer } from './bearer.ts'

/**
 * For longer than any token that was given for the session meanwhile: one that is renewed in the same moment expires
 * later than the one that was shown.
 */
const LONGER_MS = 3_600_000

export const endsUntil = ({ expiresAt }: VerifiedBearer): number => expiresAt + LONGER_MS

/** Has identity store the end of the session and inform every gateway. Throws unless it confirms. */
export async function tellSessionEnded(options: IdentityOptions, ended: EndedSession): Promise<void> {
  const { client, headers } = await asGateway(options)
  const { status } = await client.put(endedSessionPath(ended), headers)
  if (status !== 200) throw new Error(`Identity answered ${status}`)
}
