import { join } from 'node:path'
import { expect, it } from 'vitest'
import { SUBGRAPHS } from '../parts.ts'
import { ROOT } from '../root.ts'
import { folderOfSources } from './folder-of-sources.ts'
import { sourcesOf } from './imports.ts'
import { againstTheLayers, queriesInUseCases, withoutLayer } from './layers.ts'

it.each(SUBGRAPHS)('%s: graphql → use-cases → domain, use-cases → persistence', (name) => {
  expect(againstTheLayers(join(ROOT, 'subgraphs', name, 'src'))).toEqual([])
})

it.each(SUBGRAPHS)('%s: each file of a feature is in a layer', (name) => {
  expect(withoutLayer([...sourcesOf(join(ROOT, 'subgraphs', name, 'src')).keys()])).toEqual([])
})

it.each(SUBGRAPHS)('%s: no use case queries a table', (name) => {
  expect(queriesInUseCases(join(ROOT, 'subgraphs', name, 'src'))).toEqual([])
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

it('the control: a use case that queries is named, and not one that begins a transaction', () => {
  using root = folderOfSources({
    'goal/use-cases/commands.ts': 'database.$transaction((tx) => tx && files.storage.delete(id))',
    'goal/use-cases/end.ts': 'await database.$executeRaw`DELETE FROM goal`',
    'goal/use-cases/find.ts': 'const goals = await tx.goal.findMany({ where })',
    'goal/use-cases/lines.ts': 'await database.goal\n  .create({ data })',
    'goal/use-cases/lock.ts': 'await tx.$queryRaw<Row[]>`SELECT 1`',
    'goal/use-cases/find.int.test.ts': 'await database.goal.count()',
    'goal/persistence/load.ts': 'await tx.goal.findMany()',
  })
  expect(queriesInUseCases(root.path)).toEqual([
    'goal/use-cases/end.ts',
    'goal/use-cases/find.ts',
    'goal/use-cases/lines.ts',
    'goal/use-cases/lock.ts',
  ])
})
