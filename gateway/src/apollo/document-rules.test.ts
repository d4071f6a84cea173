import { buildSchema, GraphQLError } from 'graphql'
import { expect, it, vi } from 'vitest'
import { DEFAULT_LIMITS } from '../operation/limits.ts'
import { documentRules } from './document-rules.ts'

it('of who has as many waiting as may, a new text is not even looked at', async () => {
  const full = new GraphQLError('later')
  const [pay, admit, spelling] = [vi.fn(), vi.fn(), vi.fn()]
  const schema = buildSchema('type Query { a: Int }')
  const admission = { full: () => full, pay, admit }
  const plugin = documentRules({ schema, limits: DEFAULT_LIMITS, admission, spelling })
  const hooks = await plugin.requestDidStart?.({} as never)
  const request = { source: '{ a }', contextValue: { aside: {} } }
  await hooks?.didResolveSource?.(request as never)
  await expect(hooks?.didResolveOperation?.(request as never)).rejects.toBe(full)
  expect([pay, admit, spelling].flatMap(({ mock }) => mock.calls)).toEqual([])
})
