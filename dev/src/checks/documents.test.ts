import { join } from 'node:path'
import { expect, it } from 'vitest'
import { operationsOf } from '@kompetanse/schema/documents/read-documents'
import { ROOT } from '../root.ts'
import {
  documentsIn,
  documentsOutsideTheirFile,
  queriesOutsideTheirPage,
  unusedDocuments,
} from './documents.ts'
import { folderOfSources } from './folder-of-sources.ts'

const WEB = join(ROOT, 'web/src')

it('every operation of the web is found', () => {
  const operations = documentsIn(WEB).filter(({ kind }) => kind !== 'fragment')
  expect(operations).toHaveLength(operationsOf('web').size)
})

it('every document is imported, and every command is called', () => {
  expect(unusedDocuments(WEB)).toEqual([])
})

it('every query of a page is in its folder, or in that of the section that uses it', () => {
  expect(queriesOutsideTheirPage(WEB)).toEqual([])
})

it('every mutation is in a commands.ts, and nothing that is asked is', () => {
  expect(documentsOutsideTheirFile(WEB)).toEqual([])
})

const document = (name: string, text: string) => `export const ${name} = graphql(\`${text}\`)\n`

it('the control: a document that nobody imports, and a command that nobody calls, are named', () => {
  using root = folderOfSources({
    'routes/a/queries.ts': document('A', 'query A { a }') + document('B', 'query B { b }'),
    'routes/a/+page.ts': "import { A } from './queries.ts'\n// B is another's: await load(B)",
    'lib/c/commands.ts': `${document('C', 'mutation C { c }')}const own = commands({ c: C, d: C })`,
    'lib/c/C.svelte': 'own.c()',
  })
  expect(unusedDocuments(root.path)).toEqual(['B of routes/a/queries.ts', 'own.d'])
})

it('the control: a query away from the only page that asks for it is named', () => {
  using root = folderOfSources({
    'lib/c/queries.ts': document('A', 'query A { a }') + document('B', 'query B { b }'),
    'routes/(app)/a/+page.ts': "import { A, B } from '#lib/c/queries.ts'",
    'routes/(app)/b/+page.ts': "import { B } from '#lib/c/queries.ts'\nimport { D } from './queries.ts'",
    'routes/(app)/b/queries.ts': document('D', 'query D { d }') + document('E', 'query E { e }'),
    'routes/(app)/b/c/+page.ts': "import { D, E } from '../queries.ts'",
  })
  expect(queriesOutsideTheirPage(root.path)).toEqual([
    'A of lib/c/queries.ts is used only in routes/(app)/a',
    'E of routes/(app)/b/queries.ts is used only in routes/(app)/b/c',
  ])
})

it('the control: a mutation among queries, its commands, and what is asked among commands, are named', () => {
  const sender = (name: string) => `const { send } = commands({ send: ${name} })\n`
  using root = folderOfSources({
    'routes/a/queries.ts': document('A', 'query A { a }') + document('B', 'mutation B { b }') + sender('B'),
    'routes/a/commands.ts': document('C', 'mutation C { c }') + document('D', 'query D { d }') + sender('C'),
    'lib/c/commands.ts': document('E', 'fragment E on C { e }') + document('F', 'subscription F { f }'),
    'lib/c/C.svelte': document('G', '\n  mutation G { g }'),
  })
  expect(documentsOutsideTheirFile(root.path).sort()).toEqual([
    'commands({…}) of routes/a/queries.ts',
    'the mutation B of routes/a/queries.ts',
    'the mutation G of lib/c/C.svelte',
    'the query D of routes/a/commands.ts',
    'the subscription F of lib/c/commands.ts',
  ])
})
