import { expect, it } from 'vitest'
import { ROOT } from '../root.ts'
import { otherThanLocked, undeclared } from './declared.ts'
import { folderOfSources } from './folder-of-sources.ts'

it('each workspace declares the packages that it imports, for types and tests too', () => {
  expect(undeclared(ROOT)).toEqual([])
})

it('the lockfile has what each workspace declares', () => {
  expect(otherThanLocked(ROOT)).toEqual([])
})

it('the control: a package that is only another workspace’s is named, and a lock from before', () => {
  const part = { name: '@a/part', dependencies: { lent: '8' } }
  const lock = {
    packages: {
      '': {},
      part: { ...part, dependencies: {} },
      other: {},
      'node_modules/lent': {},
      'node_modules/@a/part': { link: true },
    },
  }
  using root = folderOfSources({
    'package.json': '{}',
    'package-lock.json': JSON.stringify(lock),
    'part/package.json': JSON.stringify(part),
    'part/src/part.ts': "import lent from 'lent'\nimport './beside.ts'",
    'other/package.json': '{}',
    'other/src/other.ts': "import type { Lent } from 'lent'\nimport '@a/part/door'\nimport 'node:fs'",
  })
  expect(undeclared(root.path)).toEqual(['other: @a/part', 'other: lent'])
  expect(otherThanLocked(root.path)).toEqual(['part'])
})
