import { readAcceptedBreaks, type AcceptedBreak } from './accepted-breaks.ts'
import { commitOf, filesAtCommit, linesOf, type Git } from './git.ts'
import {
  ACCEPTED_BREAKS,
  FORMER_PLACE,
  GRAPH,
  PUBLISHED,
  publishedOf,
  EVENT_FOLDERS,
  type PublishedState,
} from '../published-state.ts'

/** A commit of the main branch that published another graph, or other events. */
export interface Publication {
  readonly commit: string
  /** The day of the commit, `YYYY-MM-DD`. */
  readonly day: string
  readonly before: PublishedState
  /** Null when the commit took the published state away. */
  readonly after: PublishedState | null
  /** What the commit itself brought or found as accepted. */
  readonly accepted: readonly AcceptedBreak[]
}

/** How many publications of the main branch are looked at again. */
const LOOKS_BACK = 50

/** A commit's id as people write it. */
export const short = (commit: string): string => commit.slice(0, 10)

/** The published state in a commit; null when it has none. */
export function publishedAt(git: Git, commit: string): PublishedState | null {
  const filesBelow = (folder: string) => {
    const paths = PUBLISHED.map((path) => `${folder}/${path}`)
    const files = Object.entries(filesAtCommit(git, commit, paths))
    return Object.fromEntries(files.map(([path, text]) => [path.slice(folder.length + 1), text]))
  }
  return publishedOf(filesBelow(`schema/${FORMER_PLACE}`)) ?? publishedOf(filesBelow('schema'))
}

/** The commits of the main branch since breaks must be accepted by name, of those that changed what is published. */
function publishingCommits(git: Git): string[] {
  const log = ['log', '--first-parent', '--no-renames', '--format=%H']
  const introduced = linesOf(git([...log, '--diff-filter=A', '--', `schema/${ACCEPTED_BREAKS}`])).at(-1)
  if (!introduced) return []
  const range = commitOf(git, `${introduced}^`) ? `${introduced}^..HEAD` : 'HEAD'
  const graph = GRAPH.flatMap((path) => [`schema/${path}`, `schema/${FORMER_PLACE}/${path}`])
  const events = EVENT_FOLDERS.map((path) => `schema/${path}`)
  return linesOf(git([...log, `--max-count=${LOOKS_BACK}`, range, '--', ...graph, ...events]))
}

function publicationOf(git: Git, commit: string): Publication[] {
  const parent = commitOf(git, `${commit}^`)
  const before = parent && publishedAt(git, parent)
  if (!before) return []
  const accepted = git(['show', `${commit}:schema/${ACCEPTED_BREAKS}`])?.toString('utf8') ?? null
  return [
    {
      commit: short(commit),
      day: linesOf(git(['show', '--no-patch', '--format=%cs', commit]))[0] ?? '',
      before,
      after: publishedAt(git, commit),
      accepted: readAcceptedBreaks(accepted).entries,
    },
  ]
}

/** What the main branch has published, newest first: of what is checked out, the first parents. */
export const publicationsOf = (git: Git): Publication[] =>
  publishingCommits(git).flatMap((commit) => publicationOf(git, commit))
