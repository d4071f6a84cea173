import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { buildASTSchema, parse } from 'graphql'
import { describe, expect, test } from 'vitest'
import { idInputs, kindOf } from './id-kinds.ts'

const ROOT = join(import.meta.dirname, '../../../../..')
const files = globSync(join(ROOT, 'schema/subgraphs/*.graphql'))
const schemaOf = (text: string) => buildASTSchema(parse(text), { assumeValid: true, assumeValidSDL: true })

test('an id’s kind is in its name', () => {
  expect(
    ['presentTraineeIds', 'planTemplateId', 'templateId', 'trackCode', 'id', 'unitIds', 'somethingId'].map(
      kindOf,
    ),
  ).toEqual(['Person', 'Plan', 'AtHand', 'Plan', 'AtHand', 'Place', null])
})

test('an id of which nothing is known is told by its coordinate', () => {
  const schema = schemaOf(
    'type Query { a: Int } input Odd { somethingId: ID } type Mutation { do(input: Odd): Int }',
  )
  expect(idInputs(schema)).toEqual([{ coordinate: 'Odd.somethingId', kind: null }])
})

test('there are subgraphs to look at', () => expect(files.length).toBeGreaterThan(4))

describe.each(files.map((file) => [basename(file, '.graphql'), file]))('%s', (_name, file) => {
  const schema = schemaOf(readFileSync(file, 'utf8'))
  test('every id in an input has a kind', () => {
    expect(idInputs(schema).filter(({ kind }) => kind === null)).toEqual([])
  })
})
