import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { checkRegistry } from '../check.ts'
import { compose, type Texts } from '../compose.ts'
import { NO_EVENTS, eventFiles, type PublishedEvents } from '../events/published-events.ts'
import { generatedFiles } from '../generated-files.ts'
import { readAcceptedBreaks } from './accepted-breaks.ts'
import { findBase } from './find-base.ts'

export const graph = (goal: string) => ({
  progress: `type Query { goal: Goal } type Goal { id: ID! ${goal} }`,
})
export const operations = { web: { Goal: 'query Goal { goal { id note } }\n' } }
export const withNote = graph('note: String')
export const withoutNote = graph('title: String')
/** An entry that accepts what the change from one to the other breaks. */
export const accepted = (until: string) => ({
  coordinate: 'Goal.note',
  clients: ['web'],
  who: 'Kari Nordmann',
  why: 'the page is gone since May',
  until,
})

type Sent = typeof operations | Record<string, never>

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'registry-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A repository in a folder, and what people do in it. */
function repository(root: string) {
  const git = (...args: string[]) => {
    const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false']
    const env = { PATH: process.env['PATH'], HOME: folder, GIT_COMMITTER_DATE: '2026-05-01T12:00:00Z' }
    return execFileSync('git', [...who, ...args], { cwd: root, env, encoding: 'utf8', stdio: 'pipe' })
  }
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  let events = NO_EVENTS
  const generated = (subgraphs: Texts, of: Sent) => {
    const composition = compose(subgraphs)
    if ('errors' in composition) throw new Error(composition.errors.join())
    return { ...generatedFiles(subgraphs, composition, of), ...eventFiles(events) }
  }
  return {
    git,
    write,
    /** From now on the code has these events. */
    setEvents(now: PublishedEvents) {
      events = now
    },
    /** Publishes a graph and commits that, with what is accepted beside it. */
    publish(subgraphs: Texts, entries: object[] = [], of: Sent = operations) {
      rmSync(join(root, 'schema'), { recursive: true, force: true })
      for (const [path, text] of Object.entries(generated(subgraphs, of))) write(`schema/${path}`, text)
      write('schema/accepted-breaks.json', JSON.stringify(entries))
      git('add', '--all')
      git('commit', '--quiet', '--message', 'publish')
    },
    /** The check of the working copy, whose code gives this graph. */
    check(
      subgraphs: Texts,
      {
        entries = [] as object[],
        today = '2026-06-01',
        against = undefined as string | undefined,
        of = {},
      } = {},
    ) {
      return checkRegistry({
        subgraphs,
        events,
        operations: of,
        committed: generated(subgraphs, of),
        base: findBase(root, against),
        acceptedBreaks: readAcceptedBreaks(JSON.stringify(entries)),
        today,
      })
    },
  }
}

/** A repository in which nothing is committed yet. */
export function empty(branch = 'main') {
  const root = join(folder, 'origin')
  mkdirSync(root)
  const { git, write } = repository(root)
  git('init', '--quiet', '--initial-branch', branch)
  return {
    ...{ root, git, write },
    /** Commits files below schema/; returns the commit. */
    commit(files: Texts) {
      for (const [path, text] of Object.entries(files)) write(`schema/${path}`, text)
      git('add', '--all')
      git('commit', '--quiet', '--allow-empty', '--message', 'commit')
      return git('rev-parse', 'HEAD').trim()
    },
  }
}

/** A repository whose main branch has published a graph with a note that the web reads. */
export function published() {
  const root = join(folder, 'origin')
  mkdirSync(root)
  const here = repository(root)
  here.git('init', '--quiet', '--initial-branch', 'main')
  here.publish(withNote)
  return { root, ...here }
}

export function clone(root: string, ...options: string[]) {
  const to = join(folder, 'clone')
  repository(folder).git('clone', '--quiet', ...options, `file://${root}`, to)
  return { root: to, ...repository(to) }
}
