import type { Id } from '@kompetanse/schema/ids'
import SchemaBuilder, { type InputShapeFromFields } from '@pothos/core'
import { isInputObjectType } from 'graphql'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { builderOptions } from '../builder.ts'
import type { SharedSchemaTypes } from '../shared-builder.ts'

const { plugins, ...options } = builderOptions
const aBuilder = () => {
  const builder = new SchemaBuilder<SharedSchemaTypes>({
    ...options,
    // Without what needs a database.
    plugins: plugins.filter((plugin) => plugin !== 'prisma'),
  } as never)
  builder.queryType({ fields: (t) => ({ ok: t.boolean({ resolve: () => true }) }) })
  return builder
}
type InputBuilder = Parameters<Parameters<ReturnType<typeof aBuilder>['inputType']>[1]['fields']>[0]

const fields = (t: InputBuilder) => ({
  goalId: t.idOf('LearningGoal', { required: true, description: 'Of the trainee.' }),
  unitId: t.idOf('Unit'),
  traineeIds: t.idsOf('Person', { required: true }),
})

describe('an id of an input', () => {
  test('is an ID to a client', () => {
    const builder = aBuilder()
    builder.inputType('Things', { fields })
    const type = builder.toSchema().getType('Things')
    if (!isInputObjectType(type)) throw new Error('there is no such input')
    const { goalId, unitId, traineeIds } = type.getFields()
    expect([goalId, unitId, traineeIds].map((field) => String(field?.type))).toEqual(['ID!', 'ID', '[ID!]!'])
    expect(goalId?.description).toBe('Of the trainee.')
  })

  test('is the id of one kind of thing to who writes the resolver', () => {
    expectTypeOf<InputShapeFromFields<ReturnType<typeof fields>>>().toEqualTypeOf<{
      goalId: Id<'LearningGoal'>
      unitId?: Id<'Unit'> | null | undefined
      traineeIds: Id<'Person'>[]
    }>()
  })

  test('that does not say of what it is stops the schema', () => {
    const builder = aBuilder()
    builder.inputType('Things', { fields: (t) => ({ goalId: t.id({ required: true }) }) })
    expect(() => builder.toSchema()).toThrow('Things.goalId: of what is the id?')
  })
})
