/** `npm test`: every check and every test. The last line is `N passed, N failed`. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { helpOf } from '@kompetanse/schema/process/help'
import { ROOT } from './root.ts'
import { endToEnd } from './test/end-to-end.ts'
import { printedSchema } from './test/printed-schema.ts'
import { check, runSteps } from './test/step.ts'
import { vitest } from './test/vitest.ts'

helpOf(import.meta)

mkdirSync(join(ROOT, 'test-results'), { recursive: true })

const { passed, failed } = await runSteps([
  check('generate', 'turbo', 'run', 'generate', '--output-logs=errors-only'),
  check('format', 'prettier', '--check', '--log-level', 'warn', '.'),
  check('lint', 'oxlint', '--deny-warnings'),
  check('unused code and dependencies', 'knip'),
  check('types', 'turbo', 'run', 'typecheck', '--output-logs=errors-only', '--concurrency=2'),
  check('migrations make the schema', 'node', 'subgraphs/shared/database/src/drift-check.ts'),
  printedSchema,
  check('schema: composes, and breaks nobody', 'npm', 'run', '--silent', 'schema:check'),
  // Some integration tests start the whole portal.
  check('web build', 'turbo', 'run', 'build', '--filter=@kompetanse/web', '--output-logs=errors-only'),
  vitest,
  check('tests notice when a decision changes', 'node', 'dev/src/mutate.ts', '--since', 'main'),
  endToEnd,
])

process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1
