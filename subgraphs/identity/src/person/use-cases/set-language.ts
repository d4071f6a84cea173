import { done, refused, type Outcome } from '@kompetanse/command'
import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import type { IdentityRefusal } from '../../authority/domain/refusal.ts'
import { isPerson } from '../../authority/persistence/authority.ts'
import { database } from '../../database.ts'
import type { Language } from '../domain/language.ts'
import { recordPerson } from '../persistence/record.ts'

type Chosen = Outcome<{ readonly id: Id<'Person'> }, IdentityRefusal>

/** Each chooses the own language; nobody another's. */
export async function setLanguage(language: Language, context: GraphContext): Promise<Chosen> {
  if (!isPerson(context)) return refused('NOT_PERMITTED')
  const { personId: id } = context.actor
  return database.$transaction(async (tx): Promise<Chosen> => {
    const data = { language, version: { increment: 1 } }
    const { count } = await tx.person.updateMany({ where: { id }, data })
    // A token may outlive what identity knows.
    if (count === 0) return refused('NOT_PERMITTED')
    await recordPerson(tx, id, { command: 'SET_LANGUAGE', byId: id, at: context.now })
    return done({ id })
  })
}
