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
  await database.$transaction(async (tx) => {
    await tx.person.update({ where: { id: personId }, data: { language, version: { increment: 1 } } })
    await recordPerson(tx, personId, { command: 'SET_LANGUAGE', byId: personId, at: now })
  })
  return done({ personId })
}
