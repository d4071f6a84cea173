import { join } from 'node:path'
import { expect, it } from 'vitest'
import { SUBGRAPHS } from '../parts.ts'
import { ROOT } from '../root.ts'
import { folderOfSources } from './folder-of-sources.ts'
import { insidesOfSubgraph, insidesOfWeb } from './insides.ts'

it.each(SUBGRAPHS)('no feature of %s imports the inside of another', (name) => {
  expect(insidesOfSubgraph(join(ROOT, 'subgraphs', name, 'src'))).toEqual([])
})

it('no feature and no page of the web imports the inside of another', () => {
  expect(insidesOfWeb(join(ROOT, 'web/src'))).toEqual([])
})

it('the control: of a feature of a subgraph, its layers are open, but what its commands are made of is not', () => {
  using root = folderOfSources({
    'goal/graphql/x.ts': [
      "import '../../plan/persistence/visible.ts'",
      "import '../../plan/persistence/save.ts'",
      "import type { Part } from '../../plan/content/part.ts'",
      "import '../../plan/sizes.ts'",
      "import '../persistence/save.ts'",
      "import type { Prisma } from '../../generated/db/client.ts'",
    ].join('\n'),
    'replays.ts': "import './plan/persistence/load.ts'",
  })
  expect(insidesOfSubgraph(root.path)).toEqual([
    'goal/graphql/x.ts imports plan/persistence/save.ts',
    'goal/graphql/x.ts imports plan/content/part.ts',
  ])
})

it('the control: of a feature of the web, what its index exports is open; of a page, its queue', () => {
  using root = folderOfSources({
    'lib/training/index.ts': "export { mark } from './mark.ts'",
    'lib/queue/Page.svelte':
      "import { mark } from '#lib/training/mark.ts'\nimport { lane } from '#lib/training/lane.ts'",
    'lib/queue/cache.ts': "import { counts } from '../training/cache.ts'",
    'lib/queue/pdf/x.ts': '',
    'routes/goal/+page.ts': [
      "import '#lib/queue/pdf/x.ts'",
      "import '#lib/queue/row.ts'",
      "import '../plan/queue.ts'",
      "import '../plan/queries.ts'",
      "import '../words.ts'",
    ].join('\n'),
  })
  expect(insidesOfWeb(root.path)).toEqual([
    'lib/queue/Page.svelte imports lib/training/lane.ts',
    'routes/goal/+page.ts imports lib/queue/pdf/x.ts',
    'routes/goal/+page.ts imports routes/plan/queries.ts',
  ])
})
