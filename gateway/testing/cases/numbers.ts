import { scripted, type Kind } from './case.ts'

const BIG = '9007199254740993'
const LONG = '0.1000000000000000055511151231257827'
const me = (rest: string) => `{"data":{"me":{"__typename":"U","id":"1"${rest}}}}`

/** Compared as text: the numbers of JSON are not JavaScript's. */
export const numbers: Kind = {
  title: 'a number keeps its digits',
  subgraphs: [
    scripted(
      'a',
      'scalar Long type Query { me: U } type U @key(fields: "id") { id: ID! own: Long list: [Long] }',
      {
        list: me(`,"list":[${BIG},1,-${BIG}]`),
        '__typename id own': me(`,"own":${BIG}`),
        own: `{"data":{"me":{"id":"1","own":${BIG}}}}`,
        me: me(''),
      },
    ),
    scripted(
      'b',
      'scalar Long type U @key(fields: "id") { id: ID! big: Long deep: Long real: Float no: ID }',
      {
        big: `{"data":{"_entities":[{"big":${BIG}}]}}`,
        deep: `{"data":{"_entities":[{"deep":{"a":[${BIG},1e400]}}]}}`,
        real: '{"data":{"_entities":[{"real":0.5,"no":7}]}}',
      },
    ),
  ],
  cases: [
    { query: '{ me { id own } }', data: { me: { id: '1', own: Number(BIG) } }, text: `"own":${BIG}}` },
    {
      query: '{ me { big own } }',
      data: { me: { big: Number(BIG), own: Number(BIG) } },
      text: `{"big":${BIG},"own":${BIG}}`,
    },
    {
      query: '{ me { list big } }',
      data: { me: { list: [Number(BIG), 1, -Number(BIG)], big: Number(BIG) } },
      text: `[${BIG},1,-${BIG}]`,
    },
    {
      query: '{ me { deep } }',
      data: { me: { deep: { a: [Number(BIG), Infinity] } } },
      text: `[${BIG},1e400]`,
    },
    { query: '{ me { real no } }', data: { me: { real: 0.5, no: 7 } } },
  ],
}

const ONE = `type Query { long: Long real: Float id: ID int: Int vast: Float vaster: [Float] } scalar Long`
const notByApollo = 'Its executor handles only JavaScript numbers at the built-in types.'

/** What is beyond a double at the types of the specification. */
export const builtIn: Kind = {
  title: 'a number beyond a double at a built-in type',
  subgraphs: [
    scripted('a', ONE, {
      real: `{"data":{"real":${LONG}}}`,
      id: `{"data":{"id":${BIG}}}`,
      int: `{"data":{"int":${BIG}}}`,
      vaster: `{"data":{"vaster":[1e99,1e300,1e400,${'9'.repeat(400)}]}}`,
      vast: '{"data":{"vast":-1e400}}',
    }),
    { name: 'b', sdl: 'type Query { z: Int }', resolvers: { Query: { z: () => 1 } } },
  ],
  cases: [
    { query: '{ real z }', data: { real: 0.1, z: 1 }, text: '"real":0.1' },
    { query: '{ vast }', data: { vast: null }, unexplained: ['vast'] },
    { query: '{ vast z }', data: { vast: null, z: 1 }, unexplained: ['vast'] },
    {
      query: '{ vaster }',
      data: { vaster: [1e99, 1e300, null, null] },
      unexplained: ['vaster.2', 'vaster.3'],
    },
    { query: '{ int z }', data: { int: null, z: 1 }, unexplained: ['int'], notByApollo },
  ],
}
