import { join } from 'node:path'
import { expect, it } from 'vitest'
import { SUBGRAPHS } from '../parts.ts'
import { ROOT } from '../root.ts'
import { folderOfSources } from './folder-of-sources.ts'
import { forTestsAlone } from './imports.ts'

it.each([...SUBGRAPHS.map((name) => `subgraphs/${name}/src`), 'gateway/src', 'web/server', 'web/src'])(
  '%s: what tests alone use is in a folder `testing`',
  (root) => {
    expect(forTestsAlone(join(ROOT, root))).toEqual([])
  },
)

it('the control: a file that only a test imports is named', () => {
  using root = folderOfSources({
    'main.ts': "import './used.ts'",
    'used.ts': '',
    'unused.ts': '',
    'testing/prepared.ts': '',
    'used.test.ts': "import './used.ts'; import { x } from './unused.ts'; import './testing/prepared.ts'",
  })
  expect(forTestsAlone(root.path)).toEqual(['unused.ts'])
})
