import type { EndedSession } from '@kompetanse/schema/identity-for-gateway'
import { database } from '../../database.ts'

/** Writes down that a session has ended, which every gateway hears of; ended again it may last longer, never shorter. */
export async function endSession({ credential, until }: EndedSession, now: Date): Promise<void> {
  await database.endedSession.deleteMany({ where: { countsUntil: { lt: now } } })
  await database.$executeRaw`
    INSERT INTO ended_session (credential, counts_until) VALUES (${credential}, ${new Date(until)})
    ON CONFLICT (credential) DO UPDATE
    SET counts_until = GREATEST(ended_session.counts_until, excluded.counts_until)`
}

/** The sessions that have ended, and whose tokens have not expired yet. */
export async function endedSessions(now: Date): Promise<readonly EndedSession[]> {
  const rows = await database.endedSession.findMany({ where: { countsUntil: { gte: now } } })
  return rows.map(({ credential, countsUntil }) => ({ credential, until: countsUntil.getTime() }))
}
