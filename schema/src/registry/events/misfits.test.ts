import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { misfits } from './misfits.ts'
import { payloadOf } from './published-events.ts'

const of = (schema: v.GenericSchema) => payloadOf({ name: 'x', schema })
const found = (sent: v.GenericSchema, expected: v.GenericSchema) =>
  misfits(of(sent), of(expected)).map(({ path, message }) => `${path}: ${message}`)

const [text, count] = [v.string(), v.number()]
const id = v.pipe(v.string(), v.uuid())
const day = v.pipe(v.string(), v.isoDate())
const whole = v.pipe(v.number(), v.integer())
const least = (value: number) => v.pipe(v.number(), v.integer(), v.minValue(value))
const one = (schema: v.GenericSchema) => v.object({ a: schema })
const goal = v.object({ kind: v.literal('GOAL'), code: text })
const activity = v.object({ kind: v.literal('ACTIVITY'), title: text })

describe('what is sent is taken', () => {
  it.each<[string, v.GenericSchema, v.GenericSchema]>([
    ['the same', one(text), one(text)],
    ['a property more', v.object({ a: text, b: count }), one(text)],
    ['a property that need not be there', one(text), v.object({ a: text, b: v.optional(count) })],
    ['always, where it need not be', one(text), one(v.optional(text))],
    ['a property that is made up where it is not there', v.object({}), one(v.optional(text, 'A'))],
    ['a value fewer', one(v.picklist(['A'])), one(v.picklist(['A', 'B']))],
    ['a value of a list, where any text is taken', v.picklist(['A']), text],
    ['one value of a list', v.literal('A'), v.picklist(['A', 'B'])],
    ['never null, where it may be', text, v.nullable(text)],
    ['null alone', v.null(), v.nullable(text)],
    ['true or false, one by one', v.boolean(), v.union([v.literal(true), v.literal(false)])],
    ['a text of a format', id, text],
    ['a whole number', whole, count],
    ['a number that is enough', least(2), least(1)],
    ['a whole number, where any number or null is taken', whole, v.nullable(count)],
    ['a number of a type', count, count],
    ['a number that is just enough', v.pipe(count, v.minValue(1)), v.pipe(count, v.minValue(1))],
    ['a text of the same format', id, id],
    ['a list of what is taken', v.array(id), v.array(text)],
    ['a number that is known', v.literal(1), least(1)],
    ['a number below none', v.literal(-1.5), count],
    ['true', v.literal(true), v.boolean()],
    ['nothing', v.null(), v.null()],
    ['a choice more is taken', goal, v.variant('kind', [goal, activity])],
    ['choices in another order', v.variant('kind', [activity, goal]), v.variant('kind', [goal, activity])],
  ])('%s', (_, sent, expected) => expect(found(sent, expected)).toEqual([]))
})

describe('what is sent may be refused', () => {
  it.each<[string, v.GenericSchema, v.GenericSchema, string]>([
    ['a property away', v.object({}), one(text), '.a: it is missing'],
    ['a property that may be away', one(v.optional(text)), one(text), '.a: it may be missing'],
    ['a value more', v.picklist(['A', 'C']), v.picklist(['A']), ': it may be "C", where "A" is expected'],
    ['any text for a list', text, v.picklist(['A']), ': it may be string, where "A" is expected'],
    ['null', one(v.nullable(text)), one(text), '.a: it may be null, where string is expected'],
    [
      'null for a list',
      v.nullable(v.literal('A')),
      v.literal('A'),
      ': it may be null, where "A" is expected',
    ],
    ['another type', text, count, ': it may be string, where number is expected'],
    ['no format', text, id, ': it may be string, where string (uuid) is expected'],
    ['another format', day, id, ': it may be string (date), where string (uuid) is expected'],
    ['a value for a format', v.literal('A'), id, ': it may be "A", where string (uuid) is expected'],
    ['any number', count, whole, ': it may be number, where integer is expected'],
    ['less', least(0), least(1), ': it may be integer (0 or more), where integer (1 or more) is expected'],
    ['less than any floor', whole, least(1), ': it may be integer, where integer (1 or more) is expected'],
    ['a number below', v.literal(0), least(1), ': it may be 0, where integer (1 or more) is expected'],
    ['a part of a number', v.literal(1.5), whole, ': it may be 1.5, where integer is expected'],
    ['a number for a text', count, text, ': it may be number, where string is expected'],
    ['a list for a text', v.array(text), text, ': it may be array, where string is expected'],
    ['a known number for a text', v.literal(1), text, ': it may be 1, where string is expected'],
    ['a known text for a number', v.literal('1'), count, ': it may be "1", where number is expected'],
    [
      'true for a number',
      v.literal(true),
      least(1),
      ': it may be true, where integer (1 or more) is expected',
    ],
    ['a known text for many', v.literal('A'), v.array(text), ': it may be "A", where array is expected'],
    ['neither choice', count, v.nullable(text), ': it may be number, where string or null is expected'],
    ['another element', v.array(text), v.array(count), '[]: it may be string, where number is expected'],
    ['one for many', text, v.array(text), ': it may be string, where array is expected'],
    ['an object for its id', v.object({ id }), id, ': it may be object, where string (uuid) is expected'],
    ['true for no', v.boolean(), v.literal(false), ': it may be true, where false is expected'],
    [
      'a choice more',
      v.variant('kind', [goal, activity]),
      v.variant('kind', [goal]),
      '.kind: it may be "ACTIVITY", where "GOAL" is expected',
    ],
    [
      'a choice that lacks a property',
      v.variant('kind', [activity, v.object({ kind: v.literal('GOAL') })]),
      v.variant('kind', [activity, goal]),
      '.code: it is missing',
    ],
    [
      'of what is not alike, and of what lacks more',
      v.object({}),
      v.union([text, v.object({ a: text, b: text })]),
      '.b: it is missing',
    ],
    [
      'deep below, in what may be null',
      one(v.nullable(v.object({ b: v.array(one(v.picklist(['A', 'B']))) }))),
      one(v.nullable(v.object({ b: v.array(one(v.literal('A'))) }))),
      '.a.b[].a: it may be "B", where "A" is expected',
    ],
  ])('%s', (_, sent, expected, misfit) => expect(found(sent, expected)).toContain(misfit))
})

describe('what cannot be compared is refused, by its path', () => {
  it.each<[string, v.GenericSchema, string]>([
    ['a limit of length', one(v.pipe(text, v.maxLength(3))), 'x.a: maxLength in an event cannot be compared'],
    ['a limit of a list', v.pipe(v.array(text), v.nonEmpty()), 'x: minItems in an event cannot be compared'],
    ['an object that takes nothing more', one(v.strictObject({})), 'x.a: additionalProperties in an event'],
    ['any properties', v.record(text, text), 'x: propertyNames in an event cannot be compared'],
    ['anything', one(v.unknown()), 'x.a: a part of an event must be of one type'],
    ['what is both', v.intersect([goal, activity]), 'x: a part of an event must be of one type'],
    ['a format that two checks share', one(v.pipe(text, v.isoDateTime())), 'x: iso_date_time in an event'],
    [
      'a check in code',
      v.pipe(
        text,
        v.check((value: string) => value !== 'A'),
      ),
      'cannot be converted',
    ],
    ['a transformation', v.pipe(text, v.trim()), 'cannot be converted'],
  ])('%s', (_, schema, message) => expect(() => of(schema)).toThrow(message))
})
