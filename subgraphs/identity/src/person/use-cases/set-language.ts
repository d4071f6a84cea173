import { done, refused, type Outcome } from '@kompetanse/command'
import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import type { IdentityRefusal } from '../../authority/domain/refusal.ts'
import { isPerson } from '../../authority/persistence/authority.ts'
import { database } from '../../database.ts'
import type { Language } from '../domain/language.ts'
import { saveLanguage } from '../persistence/language.ts'

type Chosen = Outcome<{ readonly id: Id<'Person'> }, IdentityRefusal>

/** Each chooses the own language; nobody another's. */
export async function setLanguage(language: Language, context: GraphContext): Promise<Chosen> {
  if (!isPerson(context)) return refused('NOT_PERMITTED')
  const { personId } = context.actor
  const chosen = { personId, language, at: context.now }
  const saved = await database.$transaction((tx) => saveLanguage(tx, chosen))
  // A token may outlive what identity knows.
  return saved ? done({ id: personId }) : refused('NOT_PERMITTED')
}
