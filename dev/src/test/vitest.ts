import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../root.ts'
import { command, type Step } from './step.ts'

/** Unit tests, and integration tests against a throw-away PostgreSQL. */
export const vitest: Step = {
  name: 'unit and integration tests',
  run: async () => {
    const report = join(ROOT, 'test-results/vitest.json')
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const code = await command(['vitest', 'run', ...reporters], process.stdout.isTTY ? {} : { NO_COLOR: '1' })
    const result = JSON.parse(readFileSync(report, 'utf8')) as {
      numPassedTests: number
      numFailedTests: number
    }
    // A file that cannot even be loaded has no tests that could fail.
    const failed = code !== 0 ? Math.max(1, result.numFailedTests) : 0
    return { passed: result.numPassedTests, failed }
  },
}
