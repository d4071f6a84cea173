import type { Id } from '@kompetanse/schema/ids'
import type { Tx } from '../../database.ts'
import type { Language } from '../domain/language.ts'
import { recordPerson } from './record.ts'

interface Chosen {
  readonly personId: Id<'Person'>
  readonly language: Language
  readonly at: Date
}

/** Writes the language that a person chooses, with history and event; false of who is not there. */
export async function saveLanguage(tx: Tx, { personId: id, language, at }: Chosen): Promise<boolean> {
  const data = { language, version: { increment: 1 } }
  const { count } = await tx.person.updateMany({ where: { id }, data })
  if (count === 0) return false
  await recordPerson(tx, id, { command: 'SET_LANGUAGE', byId: id, at })
  return true
}
