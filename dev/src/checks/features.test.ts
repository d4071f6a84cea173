import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../root.ts'

const ROW = /^\| ([FB]\d{2,3}) +\|[^|]+\|([^|]+)\|$/gm
const rows = [...readFileSync(join(ROOT, 'docs/features.md'), 'utf8').matchAll(ROW)]

/** Whether a test below a folder names a function of the portal. */
const names = (folder: string, id: string) =>
  globSync('**/*.{test,spec}.ts', { cwd: join(ROOT, folder) }).some((file) =>
    new RegExp(`\\b${id}\\b`).test(readFileSync(join(ROOT, folder, file), 'utf8')),
  )

test('there are functions, each once', () => {
  expect(rows.length).toBeGreaterThan(100)
  expect(new Set(rows.map(([, id]) => id)).size).toBe(rows.length)
})

test('each function is proved where its row says', () => {
  const places = rows.flatMap(([, id = '', cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, folder = '']) => ({ id, folder })),
  )
  expect(places.length).toBeGreaterThan(rows.length)
  expect(places.filter(({ id, folder }) => !names(folder, id))).toEqual([])
})

test('control: a folder that proves something else is found', () => {
  expect(names('dev/e2e', 'F110')).toBe(true)
  expect(names('dev/e2e', 'F999')).toBe(false)
})
