import { spawnSync } from 'node:child_process'
import { delimiter, dirname, join } from 'node:path'
import { ROOT } from './root.ts'

/** Runs tasks of the workspaces; what has not changed since last time comes from the cache. Throws when one fails. */
export function turbo(...args: string[]): void {
  const bin = join(ROOT, 'node_modules/.bin')
  const { status } = spawnSync(
    join(bin, 'turbo'),
    ['run', ...args, '--output-logs=errors-only', '--log-order=grouped'],
    {
      cwd: ROOT,
      env: {
        ...process.env,
        PATH: [dirname(process.execPath), bin, process.env['PATH']].join(delimiter),
        TURBO_TELEMETRY_DISABLED: '1',
        TURBO_NO_UPDATE_NOTIFIER: '1',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  if (status !== 0) throw new Error(`turbo run ${args.join(' ')} failed`)
}
