import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { findBase } from './find-base.ts'
import { filesAtCommit, gitIn } from './git.ts'
import { short } from './publications.ts'
import { accepted, clone, empty } from './testing.ts'

const api = (field: string) => ({ 'api.graphql': `type Query { ${field}: Int }\n` })
const NONE = { 'accepted-breaks.json': '[]' }
const UNSHALLOW = 'fetch the rest of it (git fetch --unshallow) or name what to compare with (--against)'

/** What is found, with the graphs alone. */
function found(root: string, against?: string) {
  const base = findBase(root, against)
  if ('problem' in base) return base
  const { published, publications, ...others } = base
  return {
    ...others,
    api: published?.api ?? null,
    publications: publications.map(({ before, after, ...each }) => ({
      ...{ before: before.api, after: after?.api ?? null },
      ...each,
    })),
  }
}
const [ONE, TWO] = [api('one')['api.graphql'], api('two')['api.graphql']]
const base = (name: string, text: string | null, warnings: string[] = []) => ({
  ...{ name, api: text, publications: [], warnings },
})

describe('on the main branch there is its last commit, and each publication', () => {
  it('since breaks are accepted by name, newest first, with what its commit accepts', () => {
    const here = empty()
    here.commit(api('none'))
    here.commit(api('zero'))
    here.commit({ ...NONE })
    here.commit({ ...api('one'), 'accepted-breaks.json': JSON.stringify([accepted('2026-05-31')]) })
    const first = here.git('rev-parse', 'HEAD').trim()
    here.commit({ 'other.txt': 'no publication' })
    here.git('rm', '--quiet', 'schema/accepted-breaks.json')
    here.commit({ 'contracts/region.graphql': 'type Query { one: Int }\n' })
    here.commit({ ...NONE })
    here.commit({ 'listeners/notification.json': '[]' })
    const last = here.commit(api('two'))
    const name = `${short(last)}, the last commit; each publication of the main branch with the one before, 4 of them`
    const all = found(here.root)
    expect(all).toMatchObject({ name, api: TWO, warnings: [] })
    const day = '2026-05-01'
    expect('publications' in all && all.publications).toMatchObject([
      { commit: short(last), before: ONE, after: TWO, accepted: [] },
      { before: ONE, after: ONE, day, accepted: [] },
      { before: ONE, after: ONE, day, accepted: [] },
      {
        commit: short(first),
        before: api('zero')['api.graphql'],
        after: ONE,
        day,
        accepted: [accepted('2026-05-31')],
      },
    ])
    expect(short(first)).toHaveLength(10)
  })

  it('also one that takes the graph away, and of the first commit none', () => {
    const here = empty()
    here.commit({ ...NONE, ...api('one') })
    here.git('rm', '--quiet', 'schema/api.graphql')
    here.commit({})
    const all = found(here.root)
    expect('publications' in all && all.publications).toMatchObject([{ before: ONE, after: null }])
  })

  it('none where breaks are not accepted by name yet', () => {
    const here = empty()
    here.commit(api('one'))
    const last = here.commit(api('two'))
    expect(found(here.root)).toEqual(base(`${short(last)}, the last commit`, TWO))
  })

  it('and where no branch is the main one, the one that is checked out is', () => {
    const here = empty('trunk')
    const last = here.commit(api('one'))
    expect(found(here.root)).toEqual(base(`${short(last)}, the last commit`, ONE))
  })

  it('but in a history that is cut short there is nothing', () => {
    const here = empty()
    here.commit(api('one'))
    here.commit(api('two'))
    const problem = `what the main branch has published cannot be seen, its history is cut short: ${UNSHALLOW}`
    expect(found(clone(here.root, '--depth', '1').root)).toEqual({ problem })
  })
})

describe('on another branch there is where it left the main one', () => {
  function left() {
    const here = empty()
    const at = here.commit(api('one'))
    here.git('checkout', '--quiet', '-b', 'change')
    here.commit(api('two'))
    return { ...here, at }
  }

  it('of this repository', () => {
    const { root, at } = left()
    expect(found(root)).toEqual(base(`${short(at)}, where this branch left main`, ONE))
  })

  it('of the remote, which may be further', () => {
    const { root, at } = left()
    const there = clone(root, '--branch', 'change')
    there.git('branch', '--quiet', 'main', 'HEAD')
    expect(found(there.root)).toEqual(base(`${short(at)}, where this branch left origin/main`, ONE))
  })

  it.each([
    [
      'they have no history in common',
      () => {
        const here = left()
        here.git('checkout', '--quiet', '--orphan', 'new')
        here.commit(api('three'))
        return [here.root, 'main'] as const
      },
    ],
    [
      'the history here is cut short',
      () => {
        const cut = clone(left().root, '--depth', '1', '--branch', 'change', '--no-single-branch')
        return [cut.root, 'origin/main'] as const
      },
    ],
  ])('but nothing where %s', (why, make) => {
    const [root, main] = make()
    const problem = `where this branch left ${main} cannot be found, ${why}: ${UNSHALLOW}`
    expect(found(root)).toEqual({ problem })
  })
})

describe('what is named', () => {
  it('is a folder or a commit, and nothing else is looked at', () => {
    const here = empty()
    const first = here.commit({ ...NONE, ...api('one'), 'empty/none.txt': '' })
    here.commit(api('two'))
    expect(found(here.root, 'schema')).toEqual(base('schema', TWO))
    expect(found(here.root, 'schema/empty')).toEqual({ problem: 'schema/empty holds no api.graphql' })
    expect(found(here.root, 'HEAD~1')).toEqual(base(`HEAD~1 (${short(first)})`, ONE))
    for (const other of ['schema/api.graphql', 'nowhere'])
      expect(found(here.root, other)).toEqual({
        problem: `${other} is neither a folder nor a commit of this repository`,
      })
    expect(found(clone(here.root, '--depth', '1').root, 'HEAD~1')).toEqual({
      problem: `HEAD~1 is neither a folder nor a commit of this repository; the history here is cut short: ${UNSHALLOW}`,
    })
  })
})

describe('without a commit', () => {
  it('of a repository there is nothing', () => {
    const problem = 'git cannot read this repository, or nothing is committed in it'
    expect(found(empty().root)).toEqual({ problem })
  })

  it('of no repository there are the files beside it, which the change may have written', () => {
    const here = empty()
    here.write('schema/api.graphql', ONE)
    rmSync(join(here.root, '.git'), { recursive: true })
    const warning =
      'this is no repository: a break that was published together with its change cannot be seen'
    expect(found(here.root)).toEqual(base('the published files beside it', ONE, [warning]))
    const bare = join(here.root, 'bare')
    mkdirSync(bare)
    expect(found(bare)).toEqual(base('the published files beside it', null, [warning]))
  })
})

describe('git', () => {
  it('is of the folder, whatever the surroundings name, and of who calls it', () => {
    const here = empty()
    here.commit(api('one'))
    here.write('.gitconfig', '[user]\n  name = Kari Nordmann\n')
    vi.stubEnv('GIT_DIR', join(here.root, 'nowhere'))
    vi.stubEnv('HOME', here.root)
    const answers = [
      ['rev-parse', '--is-inside-work-tree'],
      ['config', 'user.name'],
    ].map((args) => String(gitIn(here.root)(args)))
    vi.unstubAllEnvs()
    expect(answers).toEqual(['true\n', 'Kari Nordmann\n'])
  })

  it('gives texts as they are, whatever is in them and in their names', () => {
    const here = empty()
    const texts = { 'ø/å.graphql': 'æ\n\nø', 'b.graphql': '', 'c.graphql': '\n' }
    const commit = here.commit(texts)
    const named = Object.fromEntries(Object.entries(texts).map(([path, text]) => [`schema/${path}`, text]))
    expect(filesAtCommit(gitIn(here.root), commit, ['schema'])).toEqual(named)
    expect(filesAtCommit(gitIn(here.root), commit, ['nowhere'])).toEqual({})
  })

  it('fails where the contents were not fetched', () => {
    const lacking = (args: readonly string[]) =>
      args.includes('ls-tree') ? Buffer.from(`100644 blob ${'a'.repeat(40)}\tschema/api.graphql\n`) : null
    expect(() => filesAtCommit(lacking, 'abc', ['schema', 'other'])).toThrow(
      'git cannot read schema, other at abc',
    )
  })
})
