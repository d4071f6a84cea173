import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { installFolder } from '../install-folder.ts'
import { ROOT } from '../root.ts'
import type { Tried } from './mutants.ts'
import type { Target } from './targets.ts'

/** Stryker, tens of megabytes that only this needs: a folder with a lockfile of its own. */
const FOLDER = join(ROOT, 'dev/mutation')
const STRYKER = join(FOLDER, 'node_modules/@stryker-mutator')
const WORK = join(ROOT, 'test-results/mutation')

/** Texts and shapes are closed lists here: changed, they do not compile, which the compiler notices faster. */
const LEFT_TO_THE_COMPILER = ['StringLiteral', 'ObjectLiteral']
/** Not part of the copy in which the code is changed. */
const NOT_COPIED = ['.data', '.turbo', 'test-results', 'web/build', 'web/.svelte-kit', 'bench', 'docs']

export interface Outcome {
  readonly tried: readonly Tried[]
  /** How many there were to try. */
  readonly planned: number
  /** Whether it ran to its end; else the time was over, or Stryker failed. */
  readonly ended: 'done' | 'time is over' | 'failed'
}

const optionsFor = (mutate: readonly string[]) => ({
  testRunner: 'vitest',
  plugins: [join(STRYKER, 'vitest-runner/dist/src/index.js'), join(FOLDER, 'reporter.ts')],
  vitest: { configFile: 'dev/mutation/vitest.config.ts', related: false },
  mutate,
  mutator: { excludedMutations: LEFT_TO_THE_COMPILER },
  coverageAnalysis: 'perTest',
  concurrency: Number(process.env['MUTATION_WORKERS'] ?? 1),
  reporters: ['lines'],
  symlinkNodeModules: false,
  buildCommand: 'node dev/mutation/link-packages.ts',
  tempDirName: 'test-results/mutation/copy',
  ignorePatterns: NOT_COPIED,
  allowConsoleColors: false,
  logLevel: 'warn',
})

/** Changes what `mutate` names, files or `file:from-to`, one thing at a time; ends after `limit` milliseconds. */
export async function runStryker(target: Target, mutate: readonly string[], limit: number): Promise<Outcome> {
  installFolder(FOLDER, 'the mutation testing, which takes half a minute')
  rmSync(WORK, { recursive: true, force: true })
  mkdirSync(WORK, { recursive: true })
  const options = join(WORK, 'options.json')
  const results = join(WORK, 'results.ndjson')
  writeFileSync(options, JSON.stringify(optionsFor(mutate)))
  const child = spawn(process.execPath, [join(STRYKER, 'core/bin/stryker.js'), 'run', options], {
    cwd: ROOT,
    env: {
      ...process.env,
      MUTATION_ROOT: ROOT,
      MUTATION_RESULTS: results,
      MUTATION_TESTS: JSON.stringify({ project: target.project, include: target.tests }),
    },
    stdio: ['ignore', 'inherit', 'inherit'],
    // A group of its own, so that its workers end with it.
    detached: true,
  })
  const ended = await endOf(child, limit)
  return { ...read(results), ended }
}

function endOf(child: ReturnType<typeof spawn>, limit: number): Promise<Outcome['ended']> {
  const stop = () => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL')
  process.once('exit', stop)
  const { promise, resolve } = Promise.withResolvers<Outcome['ended']>()
  const timer = setTimeout(() => {
    resolve('time is over')
    stop()
  }, limit)
  child.once('error', () => resolve('failed'))
  child.once('close', (code) => {
    clearTimeout(timer)
    process.off('exit', stop)
    resolve(code === 0 ? 'done' : 'failed')
  })
  return promise
}

function read(file: string): Pick<Outcome, 'tried' | 'planned'> {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []
  const entries = lines.map((line) => JSON.parse(line) as { planned?: number; mutant?: Tried })
  return {
    tried: entries.flatMap(({ mutant }) => (mutant ? [mutant] : [])),
    planned: entries.find(({ planned }) => planned !== undefined)?.planned ?? 0,
  }
}
