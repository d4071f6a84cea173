import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { operationsOf } from '@kompetanse/schema/documents/read-documents'
import { buildSchema, getNamedType, isEnumType, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../../../..')
const schema = buildSchema(readFileSync(join(root, 'schema/api.graphql'), 'utf8'))

/** Every refusal code that one of the pages may be answered with. */
function codes(): ReadonlySet<string> {
  const found = new Set<string>()
  for (const text of operationsOf('web').values()) {
    const info = new TypeInfo(schema)
    const Field = () => {
      const type = getNamedType(info.getType())
      if (isEnumType(type) && type.name.endsWith('RefusalCode'))
        for (const { name } of type.getValues()) found.add(name)
    }
    visit(parse(text), visitWithTypeInfo(info, { Field }))
  }
  return found
}

/** The tables of words: the common one, and those of pages whose refusals are their own. */
const tables = [
  'lib/training/refusal.ts',
  'lib/conversation/refusal.ts',
  'routes/(app)/tjenestetid/commands.ts',
  'routes/(app)/regler/words.ts',
].map((file) => readFileSync(join(root, 'web/src', file), 'utf8'))

describe('refusals in words', () => {
  // That the text exists in every language, messages.test.ts sees to.
  it.each([...codes()])('%s has a text', (code) => {
    expect(tables.some((table) => table.includes(`  ${code}: m.`))).toBe(true)
  })
})
