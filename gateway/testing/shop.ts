import type { SubgraphDefinition } from './subgraph-fixture.ts'

/** Two subgraphs with all that a planner fetches unseen: keys, nested ones, and inputs of `@requires` with arguments. */
const PER_METRE: Readonly<Record<string, number>> = { cm: 100, mm: 1000 }
const size = ({ unit }: { unit?: string | null }) => ({ w: PER_METRE[unit ?? ''] ?? 1, h: 2 })
const maker = { __typename: 'Maker', id: 'm1', name: 'Oslo', label: 'Co', land: { code: 'no' } }
const lamp = {
  __typename: 'Product',
  id: '1',
  label: 'Lamp',
  note: null,
  price: 0,
  weight: 3,
  maker,
  extra: { __c0: 1, deep: [{ __c0: 0 }] },
}
const chair = { ...lamp, id: '2', label: 'Chair', note: 'last one' }

const catalogue: SubgraphDefinition = {
  name: 'catalogue',
  sdl: `
    scalar JSON
    type Query { product: Product  products: [Product!]!  things: [Thing!]! }
    interface Thing { id: ID! }
    type Product implements Thing @key(fields: "id") {
      id: ID! label: String! @shareable note: String price: Int weight: Int extra: JSON maker: Maker
      size(unit: String): Size
    }
    type Maker implements Thing @key(fields: "id land { code }") { id: ID! name: String label: String land: Land! }
    type Land @shareable { code: String! name: String }
    type Size @shareable { w: Int h: Int }
  `,
  resolvers: {
    Query: { product: () => lamp, products: () => [lamp, chair], things: () => [lamp, maker] },
    Thing: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
    Product: { size: (_: unknown, args: { unit?: string }) => size(args) },
  },
}

interface Sized {
  readonly size: { readonly w: number; readonly h: number }
}

const store: SubgraphDefinition = {
  name: 'store',
  sdl: `
    type Product @key(fields: "id") {
      id: ID! stock(held: Int): Int! label: String @shareable
      price: Int @external weight: Int @external size(unit: String): Size @external
      cost: Int @requires(fields: "price weight")
      volume: Int @requires(fields: "size(unit: \\"cm\\") { w h }")
      width: Int @requires(fields: "size(unit: \\"mm\\") { w }")
    }
    type Maker @key(fields: "id land { code }") { id: ID! land: Land! works: Int }
    type Land @shareable { code: String! name: String }
    type Size @shareable { w: Int h: Int }
  `,
  resolvers: {
    Product: {
      __resolveReference: (reference: object) => reference,
      label: () => 'Lamp',
      stock: ({ id }: { id: string }, { held }: { held?: number }) => (id === '1' ? 4 - (held ?? 0) : 0),
      cost: ({ price, weight }: { price: number; weight: number }) => price * 10 + weight,
      volume: ({ size: { w, h } }: Sized) => w * h,
      width: ({ size: { w } }: Sized) => w,
    },
    Maker: {
      __resolveReference: (reference: object) => reference,
      works: ({ id, land }: typeof maker) => (id === 'm1' && land.code === 'no' ? 2 : null),
    },
  },
}

export const shop = [catalogue, store]
