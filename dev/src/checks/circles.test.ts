import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { ROOT } from '../root.ts'
import { circles } from './circles.ts'

/** Roots within which no two folders import each other, by whatever way. */
const ROOTS = ['gateway/src']

describe('no circle between the folders of', () => {
  it.each(ROOTS)('%s, each by itself', (root) => expect(circles(join(ROOT, root))).toEqual([]))
  it.each(ROOTS)('%s, with all that is in them', (root) => expect(circles(join(ROOT, root), 1)).toEqual([]))
})

describe('the control', () => {
  let folder: string
  afterEach(() => rmSync(folder, { recursive: true }))

  function write(files: Readonly<Record<string, string>>): string {
    folder = mkdtempSync(join(tmpdir(), 'circles-'))
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(join(folder, dirname(file)), { recursive: true })
      writeFileSync(join(folder, file), text)
    }
    return folder
  }

  it('finds two folders that import each other, by types too', () => {
    const root = write({
      'a/one.ts': "import { two } from '../b/two.ts'",
      'b/two.ts': 'export const two = 2',
      'b/three.ts': "import type { Four } from '../a/four.ts'",
      'a/four.ts': 'export type Four = 4',
    })
    expect(circles(root)).toEqual(['a/one.ts imports b/two.ts, b/three.ts imports a/four.ts'])
  })

  it('finds a circle of three, and one between a root and what is in it', () => {
    const root = write({
      'a/x.ts': "export * from '../b/x.ts'",
      'b/x.ts': "await import('../c/x.ts')",
      'c/x.ts': "import '../a/x.ts'",
      'main.ts': "import './d/x.ts'",
      'd/x.ts': "import { log } from '../log.ts'",
    })
    expect(circles(root)).toEqual([
      'a/x.ts imports b/x.ts, b/x.ts imports c/x.ts, c/x.ts imports a/x.ts',
      'd/x.ts imports log.ts, main.ts imports d/x.ts',
    ])
  })

  it('sees within features, or features as wholes', () => {
    const root = write({
      'a/graphql/x.ts': "import '../../b/domain/x.ts'",
      'b/graphql/x.ts': "import '../../a/domain/x.ts'",
    })
    expect(circles(root)).toEqual([])
    expect(circles(root, 1)).toEqual([
      'a/graphql/x.ts imports b/domain/x.ts, b/graphql/x.ts imports a/domain/x.ts',
    ])
  })

  it('takes no test for a part of a folder', () => {
    expect(circles(write({ 'a/x.test.ts': "import '../b/x.ts'", 'b/x.ts': "import '../a/y.ts'" }))).toEqual(
      [],
    )
  })
})
