/** What nobody should send, by what it is sent for. */
import { isEnumType, isInputObjectType, type GraphQLNamedInputType } from 'graphql'
import type { TextKind } from '../input/kinds.ts'

export interface Nasty {
  readonly is: string
  readonly value: unknown
  /** Whether it has to be refused by BAD_USER_INPUT, with the argument's name. */
  readonly refused?: true
}

const MEGABYTE = 'å'.repeat(1_000_000)
const base64 = (text: string) => Buffer.from(text).toString('base64')

const TEXTS: readonly Nasty[] = [
  { is: 'nothing', value: '' },
  { is: 'blanks', value: ' \n\t ' },
  { is: 'NUL', value: 'a\0b' },
  { is: 'half a character', value: 'a\ud83d' },
  { is: 'the other half', value: '\ude00b' },
  { is: 'bidirectional marks', value: '\u202Ea\u2066b' },
  { is: 'signs of LIKE', value: `%_\\'";--` },
  { is: 'a megabyte', value: MEGABYTE },
  { is: 'a number', value: 5 },
]

/** Of what is looked up, not read: nothing of these is cleaned. */
const refused = (nasty: readonly Nasty[]): readonly Nasty[] =>
  nasty.map((each) => ({ ...each, refused: true }))
const UNSTORABLE = refused([
  ...TEXTS.filter(({ is }) => /NUL|half|bidirectional|megabyte/.test(is)),
  { is: 'a control character', value: '\u0007' },
])

const CURSORS = refused([
  ...[
    '',
    'x',
    '!',
    'GPC',
    base64('GPC'),
    base64('GPC:'),
    base64('GPC:S:!'),
    base64('GPC:S:'),
    base64('GPC:S:\0'),
  ].map(cursor),
  ...[
    'N:1',
    'N:x',
    'I:1',
    'I:x',
    'D:x',
    'B:x',
    'O:{',
    'O:{}',
    'Z:',
    'Q:',
    'T:',
    'T:{}',
    'T:[]',
    'T:["S:!"]',
    'T:[null]',
  ].map((chunk) => cursor(base64(`GPC:${chunk}`))),
  ...['J:["!"]', 'J:[[]]', 'T:["S:!","S:!"]', 'J:["!","!"]'].map((chunk) => cursor(base64(`GPC:${chunk}`))),
  ...['', 'x', '-5', '1e9', '99999999999', 'Infinity', '1.5'].map((at) =>
    cursor(base64(`OffsetConnection:${at}`)),
  ),
  { is: 'a megabyte', value: MEGABYTE },
])

function cursor(value: string): Nasty {
  return { is: `the cursor ${value}`, value }
}

const BY_KIND: Readonly<Record<TextKind, readonly Nasty[]>> = {
  id: [
    ...UNSTORABLE,
    { is: 'no id', value: 'x' },
    { is: 'nothing', value: '' },
    { is: 'a number', value: 5 },
    { is: 'an id too long', value: '0190a1b2-0000-7000-8000-00000000000a0', refused: true },
  ],
  code: [...UNSTORABLE, ...TEXTS, { is: 'a code too long', value: 'A'.repeat(65), refused: true }],
  search: [...TEXTS, { is: 'a search too long', value: 'a'.repeat(201), refused: true }],
  text: [
    ...TEXTS.filter(({ is }) => is !== 'a megabyte'),
    { is: '10,001 signs', value: 'a'.repeat(10_001) },
    { is: 'a whole text', value: '𝒜'.repeat(5_000) },
  ],
  bytes: [...TEXTS, ...UNSTORABLE, { is: 'no base64', value: '%%%%' }, { is: 'no update', value: 'AAAA' }],
  url: [...TEXTS, ...UNSTORABLE],
  cursor: CURSORS,
  position: [
    ...UNSTORABLE,
    ...refused(['', 'x', 'F'.repeat(28), '0'.repeat(29)].map(cursor)),
    cursor('f'.repeat(28)),
    cursor('0'.repeat(28)),
  ],
}

const DAYS = [
  '9999-12-31',
  '1900-01-01',
  '0000-01-01',
  '0001-01-01',
  '+10000-01-01',
  '-0001-01-01',
  '2026-02-30',
  '',
  'x',
  '\0',
  MEGABYTE,
  5,
]
const INSTANTS = [
  ...['9999-12-31T23:59:59Z', '9999-12-31T23:59:59-14:00', '1900-01-01T00:00:00Z', '0001-01-01T00:00:00Z'],
  ...[
    '0000-01-01T00:00:00Z',
    '0001-01-01T00:00:00+14:00',
    '2026-02-30T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01',
    '',
    'x',
    5,
    MEGABYTE,
  ],
]

const plain = (values: readonly unknown[]): readonly Nasty[] =>
  values.map((value) => ({ is: String(JSON.stringify(value)).slice(0, 40), value }))

const BY_TYPE: Readonly<Record<string, readonly Nasty[]>> = {
  Int: plain([-1, 0, 1_000_000, 2 ** 31 - 1, -(2 ** 31), 2 ** 31, 2 ** 53, -(2 ** 53), 1.5, '5', '']),
  Float: plain([-1, 0, -0, 0.1, 1e9, 1e308, -1e308, 5e-324, 2 ** 53, '5', '']),
  Boolean: plain([0, 'true', true, false]),
  Date: plain(DAYS),
  DateTime: plain(INSTANTS),
}

/** What nobody should send for a value of the type; whatever its type, an object, a list, nothing, and lists in lists. */
export function nastyOf(type: GraphQLNamedInputType, kind: TextKind | undefined): readonly Nasty[] {
  const any = plain([null, {}, [], [[[[]]]], { a: { b: [] } }])
  if (isInputObjectType(type)) return any
  if (isEnumType(type)) return [...any, ...plain(['', 'x', '\0', 1])]
  return [...any, ...(kind ? BY_KIND[kind] : (BY_TYPE[type.name] ?? TEXTS))]
}

export const tooMany = (item: unknown): Nasty => ({
  is: 'too many items',
  value: Array(10_000).fill(item),
  refused: true,
})

/** Pages that are none, and pages that are. */
export const PAGES: readonly (readonly [args: Readonly<Record<string, unknown>>, refusedFor?: string])[] = [
  [{ first: -1 }, 'first'],
  [{ last: -1 }, 'last'],
  [{ first: -(2 ** 31) }, 'first'],
  [{ first: 1, last: 1 }, 'last'],
  [{ first: 1, before: 'own' }, 'before'],
  [{ last: 1, after: 'own' }, 'last'],
  [{ before: 'own', after: 'own' }, 'before'],
  [{ first: 0 }],
  [{ last: 0 }],
  [{ first: 1 }],
  [{ last: 1 }],
  [{ first: 2 ** 31 - 1 }],
  [{ last: 2 ** 31 - 1 }],
  [{ first: 1, after: 'own' }],
  [{ last: 1, before: 'own' }],
  [{ after: 'own' }],
  [{ before: 'own' }],
  [{ first: null, last: null, before: null, after: null }],
]
