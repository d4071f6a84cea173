import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isProduction } from './production.ts'

test.each([
  [{}, true],
  [{ NODE_ENV: '' }, true],
  [{ NODE_ENV: 'production' }, true],
  [{ NODE_ENV: 'Development' }, true],
  [{ NODE_ENV: 'development' }, false],
  [{ NODE_ENV: 'test' }, false],
])('an environment of %j serves people: %s', (env, expected) => {
  expect(isProduction(env)).toBe(expected)
})

test('who says by hand that nobody is served need not name the environment, and may not contradict it', () => {
  expect(isProduction({}, 'development')).toBe(false)
  expect(isProduction({ NODE_ENV: 'production' }, 'development')).toBe(true)
})

const ROOT = join(import.meta.dirname, '../../..')
/** Who reads the variable for another reason, or sets it for a process that it starts. */
const SETS_IT = /NODE_ENV: '(production|development)'/

test('nobody else reads NODE_ENV: each reading would have its own idea of what is meant when it is missing', () => {
  const files = execFileSync('git', ['ls-files', '*.ts', '*.svelte', '*.js'], { cwd: ROOT, encoding: 'utf8' })
  const readers = files
    .split('\n')
    .filter((file) => file && !file.endsWith('.test.ts') && !file.startsWith('schema/src/process/production'))
    .filter((file) =>
      readFileSync(join(ROOT, file), 'utf8')
        .split('\n')
        .some((line) => line.includes('NODE_ENV') && !SETS_IT.test(line)),
    )
  expect(files.length).toBeGreaterThan(1_000)
  expect(readers).toEqual([])
})
