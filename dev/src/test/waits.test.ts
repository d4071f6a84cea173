import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../root.ts'

const STORIES = join(ROOT, 'dev/e2e')

/** Silence of the network is neither when a page answers nor when it is done: too short on a busy machine, else too long. */
const blind = (text: string): boolean => /networkidle/.test(text)

test('a story waits for what it needs, and not for silence', () => {
  const stories = globSync('**/*.ts', { cwd: STORIES })
  expect(stories.length).toBeGreaterThan(20)
  expect(stories.filter((path) => blind(readFileSync(join(STORIES, path), 'utf8')))).toEqual([])
  expect(blind("await page.waitForLoadState('networkidle')")).toBe(true)
})
