import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { allowedBy, linesOf, pathOf } from './addresses.ts'
import { isForTests } from './for-tests.ts'

const TABLE = [
  { path: '/files', methods: ['POST'] },
  { path: '/files/{id}', methods: ['GET', 'HEAD'] },
  { path: '/files/{id}', methods: ['GET', 'DELETE'] },
] as const
const linesAt = linesOf(TABLE)

test.each([
  ['/files', [0]],
  ['/files?name=x', [0]],
  ['/files/1', [1, 2]],
  ['/files/all?x', [1, 2]],
  ['/files/', []],
  ['/files/1/2', []],
  ['/Files', []],
  ['/files/../graphql', []],
  ['/{id}/files', []],
  ['//files', []],
  ['files', []],
  ['/', []],
  ['', []],
] as const)('%s leads to its lines alone, %j', (url, lines) => {
  expect(linesAt(pathOf(url))).toEqual(lines.map((line) => TABLE[line]))
})

test('each method is allowed once', () => expect(allowedBy(TABLE)).toBe('POST, GET, HEAD, DELETE'))

const ROOT = join(import.meta.dirname, '../..')
const READS = /\b(request|req|incoming)\??\.url\b|\burl\b[^()]*\}(: IncomingMessage| = request\b|, response)/
/** The dispatchers; what reads the rest of an address that has been found; upgrades, which have one address. */
const READERS = [
  'gateway/src/actor/proof/shown.ts',
  'gateway/src/http/dispatch.ts',
  'gateway/src/http/files-handler.ts',
  'gateway/src/http/receive.ts',
  'gateway/src/subscriptions/socket/socket-server.ts',
  'subgraphs/identity/src/for-gateway/for-gateway.ts',
  'subgraphs/progress/src/attachments/http/download.ts',
  'subgraphs/progress/src/attachments/http/upload.ts',
  'subgraphs/shared/graph/src/routes.ts',
  'subgraphs/shared/graph/src/subscriptions.ts',
]
test('nobody else looks at the address of a request, so none is answered beside the tables', () => {
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'gateway/src', 'subgraphs'], {
    ...{ cwd: ROOT, encoding: 'utf8' },
  })
  const readers = files
    .split('\n')
    .filter((file) => file.endsWith('.ts') && !isForTests(file))
    .filter((file) => READS.test(readFileSync(join(ROOT, file), 'utf8')))
  expect(readers.toSorted()).toEqual(READERS)
})
