import { buildSchema, GraphQLError } from 'graphql'
import { expect, it, vi } from 'vitest'
import type { Admission } from '../cost/admission.ts'
import { DEFAULT_LIMITS } from '../operation/limits.ts'
import { documentRules, type DocumentRules } from './document-rules.ts'

it('of who has as many waiting as may, a new text is not even looked at', async () => {
  const full = new GraphQLError('later')
  const pay = vi.fn<Admission['pay']>()
  const admit = vi.fn<Admission['admit']>()
  const spelling = vi.fn<DocumentRules['spelling']>()
  // Who reads the text asks for these.
  const limitRead = vi.fn<(limit: string) => void>()
  const limits = new Proxy(DEFAULT_LIMITS, {
    get: (of, limit, self) => {
      limitRead(String(limit))
      return Reflect.get(of, limit, self) as unknown
    },
  })
  const schema = buildSchema('type Query { a: Int }')
  const admission = { most: Infinity, full: () => full, pay, admit }
  const plugin = documentRules({ schema, limits, admission, spelling })
  const hooks = await plugin.requestDidStart?.({} as never)
  const request = { source: '{ a }', contextValue: { aside: {} } }
  await hooks?.didResolveSource?.(request as never)
  await expect(hooks?.didResolveOperation?.(request as never)).rejects.toBe(full)
  for (const each of [pay, admit, spelling, limitRead]) expect(each).not.toHaveBeenCalled()
})
