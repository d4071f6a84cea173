import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { commitOf, gitIn, linesOf, type Git } from './git.ts'
import { publicationsOf, publishedAt, short, type Publication } from './publications.ts'
import { publishedOf, type PublishedState } from '../published-state.ts'
import { readFolder } from '../registry-files.ts'

/** What a check compares with. */
export interface Base {
  /** In words: which state, and why that. */
  readonly name: string
  /** Null before the first publication. */
  readonly published: PublishedState | null
  /** On the main branch itself: what was published there lately, newest first. */
  readonly publications: readonly Publication[]
  readonly warnings: readonly string[]
}

/** There is nothing to compare with; `problem` explains what to do. */
export interface NoBase {
  readonly problem: string
}

/** Where the main branch is, as the remote has it or, without one, as this repository has it. */
const MAIN = ['origin/main', 'main']
const HOW_TO_DEEPEN = 'fetch the rest of it (git fetch --unshallow) or name what to compare with (--against)'

const isShallow = (git: Git) => linesOf(git(['rev-parse', '--is-shallow-repository']))[0] === 'true'

function named(root: string, git: Git, against: string): Base | NoBase {
  const found = { name: against, publications: [], warnings: [] }
  const folder = resolve(root, against)
  if (existsSync(folder) && statSync(folder).isDirectory()) {
    const published = publishedOf(readFolder(folder))
    return published ? { ...found, published } : { problem: `${against} holds no api.graphql` }
  }
  const commit = commitOf(git, against)
  if (commit) return { ...found, name: `${against} (${short(commit)})`, published: publishedAt(git, commit) }
  const why = isShallow(git) ? `; the history here is cut short: ${HOW_TO_DEEPEN}` : ''
  return { problem: `${against} is neither a folder nor a commit of this repository${why}` }
}

function mergeBase(git: Git, main: string): Base | NoBase {
  const [commit] = linesOf(git(['merge-base', 'HEAD', main]))
  if (commit) {
    const name = `${short(commit)}, where this branch left ${main}`
    return { name, published: publishedAt(git, commit), publications: [], warnings: [] }
  }
  const why = isShallow(git) ? 'the history here is cut short' : 'they have no history in common'
  return { problem: `where this branch left ${main} cannot be found, ${why}: ${HOW_TO_DEEPEN}` }
}

function mainItself(git: Git, head: string): Base | NoBase {
  if (isShallow(git))
    return {
      problem: `what the main branch has published cannot be seen, its history is cut short: ${HOW_TO_DEEPEN}`,
    }
  const publications = publicationsOf(git)
  const count = publications.length
  const again = count > 0 ? `; each publication of the main branch with the one before, ${count} of them` : ''
  const name = `${short(head)}, the last commit${again}`
  return { name, published: publishedAt(git, head), publications, warnings: [] }
}

/**
 * What to compare the graph of a working copy with. A state that the change itself can write is no measure: so it is the
 * one that is named, else the one where the branch left the main branch, and on the main branch the last committed one,
 * with each publication there looked at again.
 */
export function findBase(root: string, against?: string): Base | NoBase {
  const git = gitIn(root)
  if (against !== undefined) return named(root, git, against)
  if (!existsSync(join(root, '.git')))
    return {
      name: 'the published files beside it',
      published: publishedOf(readFolder(join(root, 'schema'))),
      publications: [],
      warnings: ['this is no repository: a break that was published together with its change cannot be seen'],
    }
  const head = commitOf(git, 'HEAD')
  if (!head) return { problem: 'git cannot read this repository, or nothing is committed in it' }
  const main = MAIN.find((name) => commitOf(git, name))
  const isOnMain = !main || git(['merge-base', '--is-ancestor', 'HEAD', main]) !== null
  return isOnMain ? mainItself(git, head) : mergeBase(git, main)
}
