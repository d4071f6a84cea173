/** What a resolver gets for an id in capitals and for a text with what the database refuses, at every position. */
import { isObjectType } from 'graphql'
import type { TextKind } from '../input/kinds.ts'
import type { Field } from './places.ts'
import { positionsOf, type Position } from './positions.ts'
import type { Sample } from './sample.ts'
import type { Walked } from './walked.ts'

type Mapper = (args: Record<string, unknown>, context: object, info: object) => Record<string, unknown>

const SENT: Partial<Record<TextKind, readonly [sent: string, got: string]>> = {
  id: ['0190A1B2-0000-7000-8000-00000000000A', '0190a1b2-0000-7000-8000-00000000000a'],
  text: ['Gjort\0 h\ud83d', 'Gjort h\ufffd'],
  search: ['Ada\0 S', 'Ada S'],
}

const mapped = ({ extensions }: Field, args: Record<string, unknown>) =>
  ((extensions['pothosArgMappers'] ?? []) as readonly Mapper[]).reduce((had, map) => map(had, {}, {}), args)

const valueAt = (args: unknown, at: string): unknown =>
  at.split('.').reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], args)

function faultIn(field: Field, { at, kind, isList, with: put }: Position): string | null {
  if (!kind) return `${at}: no kind`
  const [sent, got] = SENT[kind] ?? []
  if (sent === undefined || isList) return null
  const value = valueAt(mapped(field, put(sent)), at)
  return value === got ? null : `${at}: ${JSON.stringify(value)}`
}

const isText = ({ type, isList }: Position) =>
  !isList && ['ID', 'String', 'URL', 'EventCursor'].includes(type.name)

/** Every text in the arguments of every field, whoever may ask for it: each has a kind, with a most length, and comes clean. */
export function eachCleaned(sample: Sample): Walked {
  const faults: string[] = []
  let cases = 0
  for (const type of Object.values(sample.schema.getTypeMap()).filter(isObjectType)) {
    for (const field of Object.values(type.getFields())) {
      if (field.name.startsWith('_') || type.name.startsWith('__')) continue
      for (const position of positionsOf(sample, type.name, field).filter(isText)) {
        cases++
        const fault = faultIn(field, position)
        if (fault) faults.push(`${type.name}.${field.name}: ${fault}`)
      }
    }
  }
  return { cases, faults }
}
