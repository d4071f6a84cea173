import { expect, it } from 'vitest'
import { ROOT } from '../root.ts'
import { folderOfSources } from './folder-of-sources.ts'
import { forTestsAlone } from './for-tests.ts'

it('what tests alone use, of any package, is in a folder `testing`', () => {
  expect(forTestsAlone(ROOT)).toEqual([])
})

it('the control: a file that only tests import is named, also one of a package that they import by its name', () => {
  using root = folderOfSources({
    'part/package.json': '{ "name": "@a/part", "exports": { "./*": "./src/*.ts" } }',
    'part/src/used.ts': '',
    'part/src/unused.ts': '',
    'main.ts': "import './beside.ts'\nimport '@a/part/used'",
    'beside.ts': '',
    'alone.ts': '',
    'testing/prepared.ts': '',
    'main.test.ts': `
      import './beside.ts'; import { x } from './alone.ts'; import './testing/prepared.ts'
      import '@a/part/used'; import '@a/part/unused'; import 'elsewhere'`,
  })
  expect(forTestsAlone(root.path)).toEqual(['alone.ts', 'part/src/unused.ts'])
})
