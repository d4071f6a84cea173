import { join } from 'node:path'
import { expect, it } from 'vitest'
import { operationsOf } from '@kompetanse/schema/documents/read-documents'
import { ROOT } from '../root.ts'
import { documentsIn, queriesOutsideTheirPage, unusedDocuments } from './documents.ts'
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
