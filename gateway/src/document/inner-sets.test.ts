import { Kind, parse } from 'graphql'
import { expect, it } from 'vitest'
import { fragmentsOf } from './fragments-of.ts'
import { isSelected } from './inner-sets.ts'

const document = parse(`
  { rows { id ...Part ... on Row { box { x: width } } } __schema { types { name } } }
  fragment Part on Row { part { size } ...Part }`)
const [operation] = document.definitions
if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation')
const { selectionSet } = operation

it.each<[string, boolean]>([
  ['', true],
  ['rows', true],
  ['rows.0.id', true],
  ['rows.0.part.size', true],
  ['rows.1.box.x', true],
  ['rows.1.box.width', false],
  ['rows.0.part.weight', false],
  ['rows.0.part.size.more', false],
  ['others', false],
  ['__schema', true],
])('%s is selected: %s', (text, selected) => {
  const path = text === '' ? [] : text.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step))
  expect(isSelected(path, selectionSet, fragmentsOf(document))).toBe(selected)
})
