import { spawnSync } from 'node:child_process'

/** Asks a repository by git's own command. Null when git says no; else what it prints. */
export type Git = (args: readonly string[], input?: string) => Buffer | null

/** Git in a folder, whatever repository the caller's surroundings name. */
export function gitIn(root: string): Git {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')))
  return (args, input = '') => {
    const { status, stdout } = spawnSync('git', args, { cwd: root, env, input, maxBuffer: 2 ** 30 })
    return status === 0 ? stdout : null
  }
}

/** The lines of an answer; none when git says no. */
export const linesOf = (answer: Buffer | null): string[] =>
  answer === null ? [] : answer.toString('utf8').split('\n').filter(Boolean)

/** The commit that a name stands for, or null. */
export const commitOf = (git: Git, name: string): string | null =>
  linesOf(git(['rev-parse', '--verify', '--quiet', `${name}^{commit}`]))[0] ?? null

/** Path → text of every file below a folder at a commit. */
export function filesAtCommit(git: Git, commit: string, folder: string): Record<string, string> {
  const entries = linesOf(git(['-c', 'core.quotePath=false', 'ls-tree', '-r', commit, '--', folder])).map(
    (line) => {
      const [description = '', path = ''] = line.split('\t')
      return { path, blob: description.split(' ')[2] ?? '' }
    },
  )
  const blobs = git(['cat-file', '--batch'], entries.map(({ blob }) => `${blob}\n`).join(''))
  const files: Record<string, string> = {}
  let at = 0
  for (const { path } of blobs === null ? [] : entries) {
    // Each blob: `<id> blob <bytes>`, a newline, the bytes, a newline.
    const begin = blobs!.indexOf('\n', at) + 1
    const end = begin + Number(blobs!.toString('utf8', at, begin).split(' ')[2])
    files[path] = blobs!.toString('utf8', begin, end)
    at = end + 1
  }
  return files
}
