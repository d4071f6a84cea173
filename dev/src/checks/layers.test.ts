import { join } from 'node:path'
import { expect, it } from 'vitest'
import { SUBGRAPHS } from '../parts.ts'
import { ROOT } from '../root.ts'
import { folderOfSources } from './folder-of-sources.ts'
import { sourcesOf } from './imports.ts'
import { againstTheLayers, withoutLayer } from './layers.ts'

it.each(SUBGRAPHS)('%s: graphql → use-cases → domain, use-cases → persistence', (name) => {
  expect(againstTheLayers(join(ROOT, 'subgraphs', name, 'src'))).toEqual([])
})

it.each(SUBGRAPHS)('%s: each file of a feature is in a layer', (name) => {
  expect(withoutLayer([...sourcesOf(join(ROOT, 'subgraphs', name, 'src')).keys()])).toEqual([])
})

it('the control: a file beside the layers of its feature is named', () => {
  const files = ['main.ts', 'graph/enums.ts', 'goal/domain/x.ts', 'goal/append.ts', 'directory/x.ts']
  expect(withoutLayer(files)).toEqual(['goal/append.ts'])
})

it('the control: an import against the direction is named, by types too', () => {
  using root = folderOfSources({
    'goal/graphql/x.ts': "import '../use-cases/x.ts'",
    'goal/use-cases/x.ts': "import '../persistence/x.ts'",
    'goal/persistence/x.ts': "import type { Goal } from '../../plan/graphql/Goal.ts'",
    'goal/domain/x.ts': "import { load } from '../persistence/x.ts'",
    'plan/persistence/y.ts': "import type { Order } from '../../graph/enums.ts'",
    'goal/persistence/x.test.ts': "import '../graphql/x.ts'",
  })
  expect(againstTheLayers(root.path)).toEqual([
    'goal/domain/x.ts imports goal/persistence/x.ts',
    'goal/persistence/x.ts imports plan/graphql/Goal.ts',
    'plan/persistence/y.ts imports graph/enums.ts',
  ])
})
