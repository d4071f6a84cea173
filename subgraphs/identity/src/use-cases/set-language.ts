import type { GraphContext } from '@kompetanse/graph'
import type { Language } from '../domain/codes.ts'
import { done, refused, type RefusedShape } from '../outcome.ts'
import { recordPerson } from '../persistence/record.ts'
import { database } from '../database.ts'

/** Each chooses the own language; nobody another's. */
export async function setLanguage(
  language: Language,
  { actor, now }: GraphContext,
): Promise<{ readonly done: { personId: string } } | RefusedShape> {
  if (actor.kind !== 'person') return refused('NOT_PERMITTED')
  const { personId } = actor
  return database.$transaction(async (tx) => {
    const data = { language, version: { increment: 1 } }
    const { count } = await tx.person.updateMany({ where: { id: personId }, data })
    // A token may outlive what identity knows.
    if (count === 0) return refused('NOT_PERMITTED')
    await recordPerson(tx, personId, { command: 'SET_LANGUAGE', byId: personId, at: now })
    return done({ personId })
  })
}
