import { join } from 'node:path'
import { expect, it } from 'vitest'
import { SUBGRAPHS } from '../parts.ts'
import { ROOT } from '../root.ts'
import { folderOfSources } from './folder-of-sources.ts'
import { againstTheLayers } from './layers.ts'

it.each(SUBGRAPHS)('%s: graphql → use-cases → domain, use-cases → persistence', (name) => {
  expect(againstTheLayers(join(ROOT, 'subgraphs', name, 'src'))).toEqual([])
})

it('the control: an import against the direction is named, by types too', () => {
  using root = folderOfSources({
    'goal/graphql/x.ts': "import '../use-cases/x.ts'",
    'goal/use-cases/x.ts': "import '../persistence/x.ts'",
    'goal/persistence/x.ts': "import type { Goal } from '../../plan/graphql/Goal.ts'",
    'goal/domain/x.ts': "import { load } from '../persistence/x.ts'",
    'goal/persistence/x.test.ts': "import '../graphql/x.ts'",
  })
  expect(againstTheLayers(root.path)).toEqual([
    'goal/domain/x.ts imports goal/persistence/x.ts',
    'goal/persistence/x.ts imports plan/graphql/Goal.ts',
  ])
})
