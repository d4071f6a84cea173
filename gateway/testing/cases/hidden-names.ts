import type { Kind } from './case.ts'

const object = { id: 'new', legacyId: 'old', a: 'a' }
const list = [{ id: 'n1', legacyId: 'l1' }]

const overKeys: Kind = {
  title: 'an alias over a key',
  subgraphs: [
    {
      name: 'a',
      sdl: 'type Query { object: O list: [O!]! } type O @key(fields: "id") { id: ID! legacyId: ID a: String strict: Int! }',
      resolvers: { Query: { object: () => object, list: () => list } },
    },
    {
      name: 'b',
      sdl: 'type O @key(fields: "id") { id: ID! b: String }',
      resolvers: { O: { __resolveReference: ({ id }: { id: string }) => ({ id, b: `b-${id}` }) } },
    },
  ],
  cases: [
    { query: '{ object { id: legacyId a b } }', data: { object: { id: 'old', a: 'a', b: 'b-new' } } },
    { query: '{ object { id: b a } }', data: { object: { id: 'b-new', a: 'a' } } },
    { query: '{ list { id: a legacyId b } }', data: { list: [{ id: null, legacyId: 'l1', b: 'b-n1' }] } },
    // The place of an error, and of what is explained by it, is by the client's name.
    {
      query: '{ object { b id: strict } }',
      data: { object: null },
      errors: [['object.id', 'INTERNAL_SERVER_ERROR']],
    },
  ],
}

interface Reference {
  readonly price: number
  readonly weight: number
  readonly size: { readonly w: number; readonly h: number }
}

const sizeIn = ({ unit }: { unit?: string }) => ({ w: unit === 'cm' ? 100 : 1, h: 2 })

const overInputs: Kind = {
  title: 'an alias or an argument over an input of @requires',
  subgraphs: [
    {
      name: 'a',
      sdl: `type Query { p: P } type Size @shareable { w: Int h: Int }
        type P @key(fields: "id") { id: ID! price: Int weight: Int size(unit: String): Size }`,
      resolvers: {
        Query: { p: () => ({ id: '1', price: 0, weight: 3 }) },
        P: { size: (_: unknown, given: { unit?: string }) => sizeIn(given) },
      },
    },
    {
      name: 'b',
      sdl: `type Size @shareable { w: Int h: Int }
        type P @key(fields: "id") {
          id: ID! price: Int @external weight: Int @external size(unit: String): Size @external
          cost: Int @requires(fields: "price weight") area: Int @requires(fields: "size(unit: \\"cm\\") { w h }")
        }`,
      resolvers: {
        P: {
          __resolveReference: (reference: Reference) => reference,
          cost: ({ price, weight }: Reference) => price * 10 + weight,
          area: ({ size }: Reference) => size.w * size.h,
        },
      },
    },
  ],
  cases: [
    {
      query: '{ p { price: id weight: cost cost: weight } }',
      data: { p: { price: '1', weight: 3, cost: 3 } },
    },
    { query: '{ p { size { w } area } }', data: { p: { size: { w: 1 }, area: 200 } } },
    {
      query: '{ p { size(unit: "mm") { w h } area cost } }',
      data: { p: { size: { w: 1, h: 2 }, area: 200, cost: 3 } },
    },
  ],
}

export const hiddenNames: readonly Kind[] = [overKeys, overInputs]
