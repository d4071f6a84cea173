import { spawnSync } from 'node:child_process'
import { ROOT } from '../root.ts'

/** The lines of a file, the first and the last. */
export interface Lines {
  readonly file: string
  readonly from: number
  readonly to: number
}

/** The lines that are new or others in the output of `git diff --unified=0`. */
export function changedLines(diff: string): Lines[] {
  let file = ''
  return diff.split('\n').flatMap((line) => {
    if (line.startsWith('+++ ')) file = line.replace(/^\+\+\+ (b\/)?/, '')
    const [, at, count = '1'] = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(line) ?? []
    const from = Number(at)
    return at === undefined || count === '0' ? [] : [{ file, from, to: from + Number(count) - 1 }]
  })
}

const git = (...args: string[]) => {
  const { status, stdout } = spawnSync('git', args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 28 })
  return status === 0 ? stdout.trim() : null
}

/** Where this left a branch, as the remote has it or else this repository; on that branch itself, the commit before. */
function baseOf(branch: string): string | null {
  const tip = git('rev-parse', '--verify', '--quiet', `origin/${branch}`) ?? branch
  const base = git('merge-base', 'HEAD', tip)
  return base === git('rev-parse', 'HEAD') ? git('rev-parse', '--verify', '--quiet', 'HEAD^') : base
}

/** The lines changed since this left a branch or a commit, uncommitted ones included; null when git fails. */
export function changedSince(branch: string): Lines[] | null {
  const base = baseOf(branch)
  if (!base) return null
  const diff = git('diff', '--unified=0', '--no-color', '--no-ext-diff', '--no-renames', base, '--', '*.ts')
  return diff === null ? null : changedLines(diff)
}
