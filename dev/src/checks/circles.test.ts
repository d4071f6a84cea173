import { globSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SUBGRAPHS } from '../parts.ts'
import { ROOT } from '../root.ts'
import { circles } from './circles.ts'
import { folderOfSources } from './folder-of-sources.ts'

/** What several parts import. The registry of the graph has entry points of its own, and what all of it uses. */
const SHARED = [
  ...globSync('subgraphs/shared/*/src', { cwd: ROOT }).toSorted(),
  'schema/src/registry',
  'web/server',
  'dev/src',
]

/** All that is written here, part by part. */
const SOURCES = globSync(['*/src', 'web/server', 'dev/e2e', 'subgraphs/{*,shared/*}/src'], {
  cwd: ROOT,
}).toSorted()

const WEB = [
  { what: 'features and pages, all of each', depth: 1 },
  { what: 'the features', depth: 2 },
  { what: 'all folders', depth: Infinity },
]
const OF_THE_WEB = '**/*.{ts,svelte}'

describe('no circle', () => {
  it('between the parts of the contract', () => {
    expect(circles(join(ROOT, 'schema/src'), { rootFiles: true, depth: 1 })).toEqual([])
  })

  it('between the folders of the gateway, each by itself or with all that is in it', () => {
    const root = join(ROOT, 'gateway/src')
    expect(circles(root)).toEqual([])
    expect(circles(root, { depth: 1 })).toEqual([])
  })

  it.each(SUBGRAPHS)('between the features of %s, or between the folders of all of them', (name) => {
    const root = join(ROOT, 'subgraphs', name, 'src')
    expect(circles(root, { rootFiles: true, depth: 1 })).toEqual([])
    expect(circles(root, { rootFiles: true })).toEqual([])
  })

  it.each(SHARED)('between the folders of %s', (root) => {
    expect(circles(join(ROOT, root), { rootFiles: true })).toEqual([])
  })

  it.each(SOURCES)('between the files of %s', (root) => {
    expect(circles(join(ROOT, root), { pattern: OF_THE_WEB, files: true })).toEqual([])
  })

  it.each(WEB)('between $what of the web', ({ depth }) => {
    expect(circles(join(ROOT, 'web/src'), { pattern: OF_THE_WEB, rootFiles: true, depth })).toEqual([])
  })
})

describe('the control', () => {
  it('finds two folders that import each other, by types too', () => {
    using root = folderOfSources({
      'a/one.ts': "import { two } from '../b/two.ts'",
      'b/two.ts': 'export const two = 2',
      'b/three.ts': "import type { Four } from '../a/four.ts'",
      'a/four.ts': 'export type Four = 4',
    })
    expect(circles(root.path)).toEqual(['a/one.ts imports b/two.ts, b/three.ts imports a/four.ts'])
  })

  it('finds a circle of three, and one between a root and what is in it', () => {
    using root = folderOfSources({
      'a/x.ts': "export * from '../b/x.ts'",
      'b/x.ts': "await import('../c/x.ts')",
      'c/x.ts': "import '../a/x.ts'",
      'main.ts': "import './d/x.ts'",
      'd/x.ts': "import { log } from '../log.ts'",
    })
    expect(circles(root.path)).toEqual([
      'a/x.ts imports b/x.ts, b/x.ts imports c/x.ts, c/x.ts imports a/x.ts',
      'd/x.ts imports log.ts, main.ts imports d/x.ts',
    ])
  })

  it('finds two files of one folder', () => {
    using root = folderOfSources({
      'a/one.ts': "import { two } from './two.ts'",
      'a/two.ts': "import type { One } from './one.ts'",
    })
    expect(circles(root.path)).toEqual([])
    expect(circles(root.path, { files: true })).toEqual([
      'a/one.ts imports a/two.ts, a/two.ts imports a/one.ts',
    ])
  })

  it('sees within features, or features as wholes', () => {
    using root = folderOfSources({
      'a/graphql/x.ts': "import '../../b/domain/x.ts'",
      'b/graphql/x.ts': "import '../../a/domain/x.ts'",
    })
    expect(circles(root.path)).toEqual([])
    expect(circles(root.path, { depth: 1 })).toEqual([
      'a/graphql/x.ts imports b/domain/x.ts, b/graphql/x.ts imports a/domain/x.ts',
    ])
  })

  it('sees two features of the web, by a component and by `#lib`', () => {
    using root = folderOfSources({
      'lib/shell/Header.svelte': "<script>import Entry from '#lib/search/Entry.svelte'</script>",
      'lib/search/Entry.svelte': "<script>import Hits from './hits/Hits.svelte'</script>",
      'lib/search/hits/Hits.svelte': "<script>import { tabs } from '#lib/shell/tabs.ts'</script>",
      'lib/shell/tabs.ts': '',
    })
    expect(circles(root.path, { pattern: OF_THE_WEB, depth: 2 })).toEqual([
      'lib/search/hits/Hits.svelte imports lib/shell/tabs.ts, lib/shell/Header.svelte imports lib/search/Entry.svelte',
    ])
    expect(circles(root.path, { depth: 2 })).toEqual([])
  })

  it('takes no test for a part of a folder', () => {
    using root = folderOfSources({ 'a/x.test.ts': "import '../b/x.ts'", 'b/x.ts': "import '../a/y.ts'" })
    expect(circles(root.path)).toEqual([])
  })

  it('tells files of the root apart, where what begins the process and what all use are both there', () => {
    using root = folderOfSources({
      'main.ts': "import './a/x.ts'",
      'a/x.ts': "import { database } from '../database.ts'",
      'database.ts': '',
    })
    expect(circles(root.path)).toHaveLength(1)
    expect(circles(root.path, { rootFiles: true })).toEqual([])
  })
})
