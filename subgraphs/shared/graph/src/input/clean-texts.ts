import { isId } from '../ids.ts'
import { storable } from '../text.ts'
import type { TextKind } from './kinds.ts'
import { walkWith, type Visit } from './walk.ts'

// An id in capitals is the same id: whoever takes one gets it as the database writes it.
const spellId: Visit = (value) => (isId(value as string) ? (value as string).toLowerCase() : value)
const clean: Visit = (value) => (typeof value === 'string' ? storable(value) : value)

const BY_KIND: Partial<Record<TextKind, Visit>> = { id: spellId, text: clean, search: clean }

/** Compiles what a resolver is given: ids as the database spells them, and texts without what it refuses. */
export const cleanTexts = walkWith({ text: (kind) => BY_KIND[kind] })
