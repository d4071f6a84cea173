import { spawn } from 'node:child_process'
import { delimiter, dirname, join } from 'node:path'
import { ROOT } from '../root.ts'

export interface Count {
  passed: number
  failed: number
}

/** A part of the whole test run; its name is what it protects. */
export interface Step {
  name: string
  run(): Promise<Count>
}

export const section = (title: string) =>
  process.stdout.write(`\n── ${title} ${'─'.repeat(Math.max(0, 76 - title.length))}\n`)

/** Runs a command with its output shown; resolves with its exit code. */
export function command(args: string[], env: Record<string, string> = {}): Promise<number> {
  const [program = '', ...rest] = args
  const child = spawn(program, rest, {
    cwd: ROOT,
    env: {
      ...process.env,
      PATH: [dirname(process.execPath), join(ROOT, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
      TURBO_TELEMETRY_DISABLED: '1',
      ...env,
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return new Promise((resolve) => {
    child.once('error', (error) => {
      process.stderr.write(`${error.message}\n`)
      resolve(1)
    })
    child.once('close', (code) => resolve(code ?? 1))
  })
}

/** A command that passes or fails as a whole, and counts as one. */
export const check = (name: string, ...args: string[]): Step => ({
  name,
  run: async () => ((await command(args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }),
})

/** Runs the steps in order, all of them, and prints how long each took. A step that throws is one failure. */
export async function runSteps(steps: readonly Step[]): Promise<Count> {
  const total = { passed: 0, failed: 0 }
  const failures: string[] = []
  for (const step of steps) {
    section(step.name)
    const began = Date.now()
    const { passed, failed } = await step.run().catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
      return { passed: 0, failed: 1 }
    })
    total.passed += passed
    total.failed += failed
    if (failed) failures.push(step.name)
    const seconds = ((Date.now() - began) / 1000).toFixed(1)
    process.stdout.write(`${step.name}: ${passed} passed, ${failed} failed, ${seconds} s\n`)
  }
  section('all')
  if (failures.length > 0) process.stdout.write(`failed: ${failures.join(', ')}\n`)
  return total
}
