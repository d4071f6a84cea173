import type { Kind } from './case.ts'

const P = { id: '1', price: 2, weight: 3, size: { w: 4, h: 5 } }
const SIZE = 'type Size @shareable { w: Int h: Int }'

interface Reference {
  readonly price?: number
  readonly weight?: number
  readonly size?: { readonly w: number; readonly h: number }
  readonly cost?: number
}

const subgraphs: Kind['subgraphs'] = [
  {
    name: 'a',
    sdl: `type Query { p: P } type P @key(fields: "id") { id: ID! price: Int weight: Int size: Size } ${SIZE}`,
    resolvers: { Query: { p: () => P } },
  },
  {
    name: 'b',
    sdl: `type P @key(fields: "id") { id: ID! price: Int @external weight: Int @external size: Size @external
      cost: Int @requires(fields: "price weight") area: Int @requires(fields: "size { w h }") } ${SIZE}`,
    resolvers: {
      P: {
        __resolveReference: (reference: Reference) => reference,
        cost: ({ price = NaN, weight = NaN }: Reference) => price * 10 + weight,
        area: ({ size = { w: NaN, h: NaN } }: Reference) => size.w * size.h,
      },
    },
  },
  {
    name: 'c',
    sdl: 'type P @key(fields: "id") { id: ID! cost: Int @external final: Int @requires(fields: "cost") }',
    resolvers: {
      P: {
        __resolveReference: (reference: Reference) => reference,
        final: ({ cost = NaN }: Reference) => cost + 1000,
      },
    },
  },
]

const COST = { cost: 23 }
const AREA = { area: 20 }
const FINAL = { final: 1023 }

/** Fields of `p` under `$a`, and what they give when it is true and when it is false. */
const TABLE: readonly [fields: string, whenTrue: object, whenFalse: object][] = [
  ['price @skip(if: $a) cost', COST, { price: 2, ...COST }],
  ['price @include(if: $a) cost', { price: 2, ...COST }, COST],
  ['size @skip(if: $a) { w } area', AREA, { size: { w: 4 }, ...AREA }],
  ['size { w @skip(if: $a) } area', { size: {}, ...AREA }, { size: { w: 4 }, ...AREA }],
  [
    'size @include(if: $a) { w } size @skip(if: $a) { h } area',
    { size: { w: 4 }, ...AREA },
    { size: { h: 5 }, ...AREA },
  ],
  ['cost @skip(if: $a) area', AREA, { ...COST, ...AREA }],
  ['cost area @include(if: $a)', { ...COST, ...AREA }, COST],
  ['... @skip(if: $a) { cost } area', AREA, { ...COST, ...AREA }],
  ['cost @skip(if: $a) final', FINAL, { ...COST, ...FINAL }],
  ['cost @include(if: $a) final', { ...COST, ...FINAL }, FINAL],
  ['final @include(if: $a) cost @skip(if: $a)', FINAL, COST],
  ['id @skip(if: $a) final', FINAL, { id: '1', ...FINAL }],
  ['cost @skip(if: $a) final @include(if: $a) area', { ...FINAL, ...AREA }, { ...COST, ...AREA }],
  ['cost @skip(if: $a) area @skip(if: $a)', {}, { ...COST, ...AREA }],
]

export const conditionalInputs: Kind = {
  title: '@requires is met whatever the conditions of other fields leave out',
  subgraphs,
  cases: TABLE.flatMap(([fields, whenTrue, whenFalse]) =>
    [true, false].map((a) => ({
      query: `query ($a: Boolean!) { p { ${fields} } }`,
      variables: { a },
      data: { p: a ? whenTrue : whenFalse },
    })),
  ),
}
