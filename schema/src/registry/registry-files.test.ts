import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  readAcceptedFile,
  readCommitted,
  readFolder,
  readOperations,
  readPrinted,
  restore,
  writeFiles,
} from './registry-files.ts'

let root: string
const at = (path: string) => join(root, path)
const write = (path: string, text: string) => {
  mkdirSync(dirname(at(path)), { recursive: true })
  writeFileSync(at(path), text)
}

const GENERATED = {
  'api.graphql': 'type Query { goal: Int }',
  'contracts/region.graphql': 'type Query { goal: Int }',
  'events/progress.json': '{}',
  'listeners/notification.json': '["progress.goal-changed"]',
  'operations/former/web.graphql': '',
  'operations/phone.graphql': 'query Call {\n  goal\n}\n',
  'operations/web.graphql': 'query Gone {\n  goal\n}\n',
  'published/operations/web/Old.graphql': 'query Old { goal }',
  'subgraphs/progress.graphql': 'type Query { goal: Int }',
  'supergraph.graphql': 'schema { query: Query }',
}
const OTHERS = { 'accepted-breaks.json': '[]', 'notes.md': '', 'src/own.graphql': '', 'other/a.json': '' }

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'registry-files-'))
  for (const [path, text] of Object.entries({ ...GENERATED, ...OTHERS })) write(`schema/${path}`, text)
  write('web/src/a/page.svelte', '<script>graphql(`query Page { ...F }`)</script>')
  write('web/src/b.ts', 'gql`fragment F on Query { goal }` gql`query First { goal }`')
  for (const path of ['b.test.ts', 'a/testing.ts', 'a/testing/graph.ts'])
    write(`web/src/${path}`, 'gql`query Tried { thing }`')
  write('web/src/notes.css', 'graphql(`query None { goal }`)')
})
afterEach(() => rmSync(root, { recursive: true }))

it('what is committed is what is generated, in the order of its paths', () => {
  expect(Object.entries(readCommitted(root))).toEqual(Object.entries(GENERATED))
})

it('of a folder all GraphQL and events are read', () => {
  expect(readFolder(at('schema'))).toEqual({ ...GENERATED, 'src/own.graphql': '' })
})

it('a subgraph is named by its file, and so is a listener', () => {
  expect(readPrinted(root)).toEqual({
    subgraphs: { progress: GENERATED['subgraphs/progress.graphql'] },
    listeners: { notification: ['progress.goal-changed'] },
  })
})

it('operations are those of our own sources as they are now, and of other clients as they are committed', () => {
  const operations = readOperations(root)
  expect(operations).toEqual({
    phone: { Call: 'query Call {\n  goal\n}\n' },
    web: {
      First: 'query First {\n  goal\n}\n',
      Page: 'query Page {\n  ...F\n}\n\nfragment F on Query {\n  goal\n}\n',
    },
  })
  // By the paths of their files.
  expect(Object.keys(operations['web'] ?? {})).toEqual(['Page', 'First'])
})

it('the file of accepted breaks may be missing', () => {
  expect(readAcceptedFile(root)).toBe('[]')
  rmSync(at('schema/accepted-breaks.json'))
  expect(readAcceptedFile(root)).toBeNull()
})

it('what is published is all that is left of what was generated, and what is the same is not written again', () => {
  const past = new Date('2026-01-01')
  utimesSync(at('schema/api.graphql'), past, past)
  const { 'api.graphql': api } = GENERATED
  const files = { 'api.graphql': api, 'supergraph.graphql': 'new', 'contracts/new/board.graphql': 'new' }
  const { 'api.graphql': _, 'supergraph.graphql': __, ...stale } = GENERATED
  expect(writeFiles(files, root)).toEqual(
    ['supergraph.graphql', 'contracts/new/board.graphql', ...Object.keys(stale)].map(
      (path) => `schema/${path}`,
    ),
  )
  for (const [path, text] of Object.entries({ ...files, ...OTHERS }))
    expect(readFileSync(at(`schema/${path}`), 'utf8')).toBe(text)
  expect(Object.keys(stale).filter((path) => existsSync(at(`schema/${path}`)))).toEqual([])
  expect(statSync(at('schema/api.graphql')).mtime).toEqual(past)
})

it('what was committed is put back as it was', () => {
  const committed = readCommitted(root)
  write('schema/api.graphql', 'printed')
  restore(committed, root)
  expect(readCommitted(root)).toEqual(committed)
})
