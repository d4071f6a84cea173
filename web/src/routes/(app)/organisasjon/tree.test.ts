import { expect, test } from 'vitest'
import { branchesOf } from './tree.ts'

const unit = (id: string, parent?: string) => ({ id, parent: parent ? { id: parent } : null })

test('F027 a section is under its department, in the order given', () => {
  const [clinic, section, ward, other] = [
    unit('clinic'),
    unit('section', 'clinic'),
    unit('ward', 'section'),
    unit('other'),
  ]
  expect(branchesOf([ward, clinic, other, section])).toEqual([
    {
      unit: clinic,
      children: [{ unit: section, children: [{ unit: ward, children: [] }] }],
    },
    { unit: other, children: [] },
  ])
})

test('F027 a unit whose parent is not among them is at the top', () => {
  expect(branchesOf([unit('section', 'elsewhere')])).toEqual([
    { unit: unit('section', 'elsewhere'), children: [] },
  ])
})
