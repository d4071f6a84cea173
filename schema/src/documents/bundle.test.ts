import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse, print } from 'graphql'
import { describe, expect, it } from 'vitest'
import { readBundle, writeBundle } from './bundle.ts'
import { writeFormer } from './former.ts'
import { OPERATIONS_PATH, operationsOf, readRegistered } from './read-documents.ts'
import { documentHash, sentText } from './sent-document.ts'

const goal = parse(
  'query Goal { goal { ...Row } } fragment Row on Goal { id ...Note } fragment Note on Goal { note }',
)
const close = parse('mutation Close { close { ...Note } } fragment Note on Goal { note }')

describe('a bundle', () => {
  it('has each operation below its hash, by name, and what they share once', () => {
    expect(writeBundle([goal, close])).toBe(`# ${documentHash(close)}
mutation Close {
  close {
    ...Note
  }
}

# ${documentHash(goal)}
query Goal {
  goal {
    ...Row
  }
}

fragment Note on Goal {
  note
}

fragment Row on Goal {
  id
  ...Note
}
`)
  })

  it('gives each operation back with the fragments that it uses', () => {
    const read = readBundle(writeBundle([goal, close]))
    expect([...read].map(([name, document]) => [name, documentHash(document)])).toEqual([
      ['Close', documentHash(close)],
      ['Goal', documentHash(goal)],
    ])
    expect(print(read.get('Close') ?? goal)).not.toContain('Row')
  })

  it('never has two fragments of one name, nor an operation without one', () => {
    const other = parse('query Other { goal { ...Note } } fragment Note on Goal { id }')
    expect(() => writeBundle([goal, other])).toThrow('Two fragments are named Note')
    expect(() => readBundle('{ goal }')).toThrow('without a name')
  })
})

it('a hash is of what a client with a cache sends: its order and its typenames', () => {
  expect(sentText(goal)).toBe(
    'query Goal {\n  goal {\n    ...Row\n    __typename\n  }\n}\n' +
      'fragment Note on Goal {\n  note\n  __typename\n}\nfragment Row on Goal {\n  id\n  ...Note\n  __typename\n}',
  )
  expect(documentHash(goal)).toMatch(/^[0-9a-f]{64}$/)
})

describe.each(readdirSync(OPERATIONS_PATH).filter((file) => file.endsWith('.graphql')))(
  'committed %s',
  (file) => {
    const text = readFileSync(join(OPERATIONS_PATH, file), 'utf8')

    it('precedes each of its operations by the hash that requests it', () => {
      const documents = readBundle(text)
      expect(writeBundle(documents.values())).toBe(text)
      const hashes = text.match(/^# [0-9a-f]{64}$/gm)
      expect(hashes).toEqual([...documents.values()].map((document) => `# ${documentHash(document)}`))
      expect(operationsOf(file.replace('.graphql', '')).size).toBe(documents.size)
    })
  },
)

it('what a gateway answers is what clients send, and what they sent until lately', () => {
  const folder = mkdtempSync(join(tmpdir(), 'operations-'))
  mkdirSync(join(folder, 'former'))
  writeFileSync(join(folder, 'web.graphql'), writeBundle([goal, close]))
  expect(readRegistered(folder).map(documentHash)).toEqual([close, goal].map(documentHash))
  const before = parse('query Goal { goal { ...Note } } fragment Note on Goal { id }')
  const former = writeFormer([{ document: before, until: '2026-06-15' }])
  writeFileSync(join(folder, 'former', 'web.graphql'), former)
  expect(former).toMatch(/^# [0-9a-f]{64} until 2026-06-15\nquery Goal \{\n/)
  expect(readRegistered(folder).map(documentHash)).toEqual([close, goal, before].map(documentHash))
  rmSync(folder, { recursive: true })
})
