import { asId } from '../ids.ts'
import { cleanText } from '../text.ts'
import type { TextKind } from './kinds.ts'
import { walkWith, type Visit } from './walk.ts'

const spellId: Visit = (value) => (typeof value === 'string' ? asId(value) : value)

// A text of which nothing shows is none; where one is required it is empty, for the resolver was promised a text.
const clean =
  (required: boolean): Visit =>
  (value) =>
    typeof value === 'string' ? (cleanText(value) ?? (required ? '' : null)) : value

const BY_KIND: Partial<Record<TextKind, (required: boolean) => Visit>> = {
  id: () => spellId,
  text: clean,
  search: clean,
}

/** Compiles what a resolver is given: ids that the database can look up, and texts as they are kept. */
export const cleanTexts = walkWith({ text: (kind, required) => BY_KIND[kind]?.(required) })
