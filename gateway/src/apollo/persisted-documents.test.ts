import { expect, it } from 'vitest'
import { keepPersistedDocuments } from './persisted-documents.ts'

it('short documents do not add up without bound: the oldest is forgotten after two thousand', async () => {
  const { get, set } = keepPersistedDocuments(new Map())
  for (let each = 0; each < 2_000; each++) await set(`${each}`, '{ me }')
  expect(await get('0')).toBeUndefined()
  expect(await get('1999')).toBe('{ me }')
})

it('what is used is kept', async () => {
  const { get, set } = keepPersistedDocuments(new Map())
  await set('used', '{ me }')
  for (let each = 0; each < 4_000; each++) {
    await set(`${each}`, '{ me }')
    await get('used')
  }
  expect(await get('used')).toBe('{ me }')
})
