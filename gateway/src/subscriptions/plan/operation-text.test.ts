import { expect, it } from 'vitest'
import type { SubscribePayload } from 'graphql-ws'
import { operationText } from './operation-text.ts'

const registered = new Map([['abc', 'subscription { tick }']])
const byHash = (sha256Hash: unknown) => ({ query: '', extensions: { persistedQuery: { sha256Hash } } })

it.each<[string, SubscribePayload, string]>([
  ['written', { query: '{ written }' }, '{ written }'],
  ['written, beside a hash', { ...byHash('abc'), query: '{ written }' }, '{ written }'],
  ['asked for by a hash', byHash('abc'), 'subscription { tick }'],
  ['nothing', { query: '' }, ''],
  ['nothing, with something else beside it', { query: '', extensions: {} }, ''],
  ['nothing, with null for a hash’s place', { query: '', extensions: { persistedQuery: null } }, ''],
])('B02 the text of what is %s', (_how, payload, text) => {
  expect(operationText(registered, payload)).toBe(text)
})

it.each([['of nobody'], [7], [null]])('B02 a hash %j is refused', (hash) => {
  expect(() => operationText(registered, byHash(hash))).toThrow('PersistedQueryNotFound')
})
