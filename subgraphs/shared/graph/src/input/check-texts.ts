import { cleanText } from '../text.ts'
import { badInput } from './bad-input.ts'
import { isPosition } from './cursors.ts'
import { MOST, MOST_ITEMS, type TextKind } from './kinds.ts'
import { walkWith, type Visit } from './walk.ts'

// Control and format characters, and halves of a character: nothing that is looked up has them, and the database
// refuses some. What a person writes is cleaned instead.
const UNSTORABLE = /[\p{Cc}\p{Cf}\p{Cs}]/u
const WRITTEN: ReadonlySet<TextKind> = new Set(['text', 'search'])

function checkLength(kind: TextKind, value: string, at: string): void {
  const most = MOST[kind]
  if (value.length <= most) return
  if (kind === 'text') cleanText(value)
  else throw badInput(at, `is longer than ${most} characters`, { limit: most })
}

const text =
  (kind: TextKind): Visit =>
  (value, at) => {
    if (typeof value !== 'string') return value
    checkLength(kind, value, at)
    if (!WRITTEN.has(kind) && UNSTORABLE.test(value))
      throw badInput(at, 'has a character that cannot be part of it')
    if (kind === 'position' && !isPosition(value)) throw badInput(at, 'is not an EventCursor')
    return value
  }

function list(items: readonly unknown[], at: string): void {
  if (items.length > MOST_ITEMS)
    throw badInput(at, `has more than ${MOST_ITEMS} items`, { limit: MOST_ITEMS })
}

/**
 * Compiles what is to be seen to in arguments beyond their types: lengths, characters and items. The walk throws what is
 * wrong, code BAD_USER_INPUT, or TEXT_TOO_LONG of what a person wrote.
 */
export const checkTexts = walkWith({ text, list })
