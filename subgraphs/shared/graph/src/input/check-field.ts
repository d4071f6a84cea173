import type { GraphQLField } from 'graphql'
import { badInput } from './bad-input.ts'
import { checkTexts } from './check-texts.ts'
import { cursorOf } from './cursors.ts'
import { checkPaging } from './paging.ts'

/** Throws what is wrong with a field's arguments. */
export type FieldCheck = (args: Readonly<Record<string, unknown>>) => void

type Field = GraphQLField<unknown, unknown>

const CURSORS = ['before', 'after'] as const

/** Of a connection: what its page may be. */
function pageCheck(field: Field): FieldCheck | null {
  const names = field.args.map(({ name }) => name)
  if (!names.includes('first') || !CURSORS.every((name) => names.includes(name))) return null
  const isCursor = cursorOf(field)
  return (args) => {
    checkPaging(args)
    for (const name of CURSORS) {
      const cursor = args[name]
      if (typeof cursor === 'string' && !isCursor(cursor)) throw badInput(name, 'is no cursor of this list')
    }
  }
}

function compile(field: Field): FieldCheck | null {
  const check = checkTexts(field.args)
  const checkPage = pageCheck(field)
  if (!check && !checkPage) return null
  return (args) => {
    check?.(args)
    checkPage?.(args)
  }
}

const known = new WeakMap<Field, FieldCheck | null>()

/** What is to be seen to in the arguments of a field, compiled once; null for a field that has nothing of the kind. */
export function fieldCheckOf(field: Field): FieldCheck | null {
  const had = known.get(field)
  if (had !== undefined) return had
  const check = compile(field)
  known.set(field, check)
  return check
}
