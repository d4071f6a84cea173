import { buildSchema, type GraphQLLeafType } from 'graphql'
import { describe, expect, it } from 'vitest'
import { PreciseNumber } from '../json/precise-number.ts'
import { leafCheck } from './leaf-check.ts'
import { Lost, type Loss } from './lost.ts'

const schema = buildSchema(
  'enum Mood { HAPPY SAD } scalar Json type Query { mood: Mood json: Json id: ID float: Float int: Int }',
)
const allows = (type: string) => leafCheck(schema.getType(type) as GraphQLLeafType)
const precise = (source: string) => new PreciseNumber(source)

describe('which values of a subgraph a leaf may be', () => {
  it.each<[string, unknown[], unknown[]]>([
    ['Boolean', [true, false], ['true', 1]],
    ['String', ['a', ''], [1, true, {}]],
    [
      'Float',
      [1, 1.5, ...['0.1000000000000000055511151231257827', '1e-400'].map(precise)],
      ['1.5', true, ...['1e400', '-1e400'].map(precise)],
    ],
    [
      'Int',
      [
        0,
        -1,
        2 ** 31,
        precise('1.0000000000000000'),
        precise('-2147483648.0000000000'),
        precise('2147483647.0000000000'),
      ],
      [
        ...[1.5, '1', true, 1e21, Infinity],
        ...[
          '1.5000000000000000001',
          '9007199254740993',
          '-2147483649.0000000000',
          '2147483648.0000000000',
        ].map(precise),
      ],
    ],
    [
      'ID',
      ['a', '', 5, -5, 0, precise('9007199254740993'), precise('-9007199254740993'), precise('0')],
      [...[1.5, true, {}, 1e21], ...['1.5', '-1.5', '01', '1e30', '9007199254740993.5'].map(precise)],
    ],
    ['Mood', ['HAPPY', 'SAD'], ['ANGRY', 'happy', 1, ['HAPPY']]],
    ['Json', ['a', 1, true, { a: [1] }, [null], precise('9007199254740993')], [new Lost({} as Loss)]],
  ])('%s', (type, those, others) => {
    expect(those.map(allows(type))).toEqual(those.map(() => true))
    expect(others.map(allows(type))).toEqual(others.map(() => false))
  })
})
