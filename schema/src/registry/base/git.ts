import { spawnSync } from 'node:child_process'

/** Runs a git command in a repository. Null when git fails; else its output. */
export type Git = (args: readonly string[], input?: string) => Buffer | null

/** Git in a folder, whatever repository the caller's surroundings name. */
export function gitIn(root: string): Git {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')))
  return (args, input = '') => {
    const { status, stdout } = spawnSync('git', args, { cwd: root, env, input, maxBuffer: 2 ** 30 })
    return status === 0 ? stdout : null
  }
}

/** The lines of git's output; none when git fails. */
export const linesOf = (answer: Buffer | null): string[] =>
  answer === null ? [] : answer.toString('utf8').split('\n').filter(Boolean)

/** The commit of a name, or null. */
export const commitOf = (git: Git, name: string): string | null =>
  linesOf(git(['rev-parse', '--verify', '--quiet', `${name}^{commit}`]))[0] ?? null

/** The texts in an answer of `cat-file --batch`: each `<id> blob <bytes>`, a newline, the bytes, a newline. */
function blobsIn(answer: Buffer, count: number): string[] {
  let at = 0
  return Array.from({ length: count }, () => {
    const begin = answer.indexOf('\n', at) + 1
    const end = begin + Number(answer.toString('utf8', at, begin).split(' ')[2])
    at = end + 1
    return answer.toString('utf8', begin, end)
  })
}

/** Path → text of every file at or below some paths at a commit. Throws when the repository lacks the files' contents. */
export function filesAtCommit(git: Git, commit: string, paths: readonly string[]): Record<string, string> {
  const listing = linesOf(git(['-c', 'core.quotePath=false', 'ls-tree', '-r', commit, '--', ...paths]))
  const entries = listing.map((line) => {
    const [description = '', path = ''] = line.split('\t')
    return { path, blob: description.split(' ')[2] ?? '' }
  })
  const answer = git(['cat-file', '--batch'], entries.map(({ blob }) => `${blob}\n`).join(''))
  if (answer === null) throw new Error(`git cannot read ${paths.join(', ')} at ${commit}`)
  const texts = blobsIn(answer, entries.length)
  return Object.fromEntries(entries.map(({ path }, index) => [path, texts[index] ?? '']))
}
