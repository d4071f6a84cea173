import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'graphql'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../../../..')
const subgraphs = join(root, 'schema/subgraphs')
const source = readFileSync(join(import.meta.dirname, 'refusal.ts'), 'utf8')

/** Every refusal code that the graph may answer with. */
const codes = readdirSync(subgraphs)
  .flatMap((file) => parse(readFileSync(join(subgraphs, file), 'utf8')).definitions)
  .flatMap((one) =>
    one.kind === 'EnumTypeDefinition' && one.name.value.endsWith('RefusalCode') ? (one.values ?? []) : [],
  )
  .map(({ name }) => name.value)

describe('refusals in words', () => {
  // That the key exists in every language, messages.test.ts sees to.
  it.each([...new Set(codes)])('%s has a text in every language', (code) => {
    const key = `refusal_${code.toLowerCase()}`
    expect(source).toContain(`${code}: m.${key},`)
    for (const locale of ['nb', 'nn', 'en']) {
      const file = join(root, 'web/messages', locale, 'refusal.json')
      expect(Object.keys(JSON.parse(readFileSync(file, 'utf8')) as object)).toContain(key)
    }
  })
})
