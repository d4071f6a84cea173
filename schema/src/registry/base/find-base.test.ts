import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { accepted, clone, graph, operations, published, withNote, withoutNote } from './testing.ts'

const BROKEN =
  "breaks operation Goal of client web: Goal.note: Field 'note' was removed from object type 'Goal'"

describe('a break that is published with its change is seen', () => {
  it('on a branch: compared with where it left the main branch', async () => {
    const here = published()
    here.git('checkout', '--quiet', '-b', 'change')
    here.publish(withoutNote, [], {})
    here.write('other.txt', 'more work')
    here.git('add', '--all')
    here.git('commit', '--quiet', '--message', 'more')
    expect((await here.check(withoutNote)).problems).toEqual([BROKEN])
  })

  it('in a clone: compared with where it left the main branch of the remote', async () => {
    const here = clone(published().root)
    here.publish(withoutNote, [], {})
    expect((await here.check(withoutNote)).problems).toEqual([BROKEN])
  })

  it('on the main branch: each publication is looked at again', async () => {
    const here = published()
    here.publish(withoutNote, [], {})
    here.publish(graph('title: String more: Int'), [], {})
    const inClone = clone(here.root)
    for (const each of [here, inClone]) {
      const { problems } = await each.check(graph('title: String more: Int'))
      expect(problems).toEqual([
        expect.stringMatching(/^breaks operation Goal .* \(published by [0-9a-f]{10} on 2026-05-01\)$/),
      ])
    }
  })

  it('on the main branch: brought in by a merge', async () => {
    const here = published()
    here.git('checkout', '--quiet', '-b', 'change')
    here.publish(withoutNote, [], {})
    here.git('checkout', '--quiet', 'main')
    here.git('merge', '--quiet', '--no-ff', '--message', 'merge', 'change')
    here.git('branch', '--delete', 'change')
    expect((await here.check(withoutNote)).problems).toHaveLength(1)
  })

  it('when the published state was taken away between', async () => {
    const here = published()
    here.git('rm', '--quiet', 'schema/api.graphql')
    here.git('commit', '--quiet', '--message', 'take away')
    here.publish(withoutNote, [], {})
    expect((await here.check(withoutNote)).problems).toHaveLength(1)
  })

  it('when the file of accepted breaks was taken away with it', async () => {
    const here = published()
    here.publish(withoutNote, [], {})
    here.git('rm', '--quiet', 'schema/accepted-breaks.json')
    here.git('commit', '--quiet', '--amend', '--message', 'hide')
    here.publish(graph('title: String more: Int'), [], {})
    expect((await here.check(graph('title: String more: Int'))).problems).toHaveLength(1)
  })

  it('when it was published where copies lay, an operation in a file of its own', async () => {
    const here = published()
    const [api, web] = ['type Query { goal: Goal } type Goal { id: ID! note: String }', operations.web.Goal]
    here.git('rm', '--quiet', '-r', 'schema/operations')
    here.write('schema/published/api.graphql', api)
    here.write('schema/published/operations/web/Goal.graphql', web)
    here.git('add', '--all')
    here.git('commit', '--quiet', '--message', 'as before')
    expect((await here.check(withoutNote)).problems).toEqual([BROKEN])
    here.publish(withoutNote, [], {})
    expect((await here.check(withoutNote)).problems).toHaveLength(1)
  })

  it('before it is committed at all', async () => {
    expect((await published().check(withoutNote)).problems).toEqual([BROKEN])
  })
})

describe('a break', () => {
  it('that was mended since is none', async () => {
    const here = published()
    here.publish(withoutNote, [], {})
    here.publish(withNote)
    expect((await here.check(withNote, { of: operations })).problems).toEqual([])
  })

  it('is none when the operation was taken out in an earlier publication', async () => {
    const here = published()
    here.publish(withNote, [], {})
    here.publish(withoutNote, [], {})
    expect(await here.check(withoutNote)).toEqual({ problems: [], warnings: [], notices: [] })
  })
})

describe('an accepted break', () => {
  it('passes, and is a warning with who, why and until when', async () => {
    const here = clone(published().root)
    const entries = [accepted('2026-06-30')]
    here.publish(withoutNote, entries, {})
    expect(await here.check(withoutNote, { entries })).toEqual({
      problems: [],
      warnings: [`${BROKEN} (accepted until 2026-06-30 by Kari Nordmann: the page is gone since May)`],
      notices: [],
    })
  })

  it('fails when the day is over, on the branch that brings it', async () => {
    const here = clone(published().root)
    const entries = [accepted('2026-05-31')]
    here.publish(withoutNote, entries, {})
    expect((await here.check(withoutNote, { entries })).problems).toEqual([
      BROKEN,
      expect.stringContaining('until 2026-05-31, which is over'),
    ])
  })

  it('of the main branch stays accepted by the entry in its commit, when the entry has been removed', async () => {
    const here = published()
    here.publish(withoutNote, [accepted('2026-05-31')], {})
    expect((await here.check(withoutNote, { today: '2027-01-01' })).problems).toEqual([])
  })

  it('of the main branch can be accepted afterwards', async () => {
    const here = published()
    here.publish(withoutNote, [], {})
    expect((await here.check(withoutNote, { entries: [accepted('2026-06-30')] })).problems).toEqual([])
  })

  it('of another field or client accepts nothing, and is noted', async () => {
    const here = clone(published().root)
    here.publish(withoutNote, [], {})
    const entries = [{ ...accepted('2026-06-30'), clients: ['phone'] }]
    const { problems, notices } = await here.check(withoutNote, { entries })
    expect(problems).toEqual([BROKEN])
    expect(notices).toEqual([
      expect.stringContaining('accepts a break of Goal.note for phone, and there is none'),
    ])
  })
})

describe('what is compared with can be named', () => {
  it('as a commit, and as a folder', async () => {
    const here = published()
    here.publish(withoutNote, [accepted('2026-05-31')], {})
    const { problems } = await here.check(withoutNote, { against: 'HEAD~1' })
    expect(problems).toEqual([BROKEN])
    expect((await here.check(withNote, { against: 'schema' })).problems).toEqual([])
    expect((await here.check(withoutNote, { against: 'nowhere' })).problems).toEqual([
      'nowhere is neither a folder nor a commit of this repository',
    ])
  })
})

describe('where there is nothing to compare with the check fails and says what to do', () => {
  it('a clone that was cut short', async () => {
    const here = published()
    here.publish(withoutNote, [], {})
    const cut = clone(here.root, '--depth', '1')
    expect((await cut.check(withoutNote)).problems).toEqual([
      expect.stringMatching(/history is cut short: .*git fetch --unshallow.*--against/),
    ])
    cut.git('fetch', '--quiet', '--unshallow')
    expect((await cut.check(withoutNote)).problems).toHaveLength(1)
  })

  it('a branch that has left the main branch before the history begins', async () => {
    const here = published()
    here.git('checkout', '--quiet', '-b', 'change')
    here.publish(withoutNote, [], {})
    const cut = clone(here.root, '--depth', '1', '--branch', 'change', '--no-single-branch')
    expect((await cut.check(withoutNote)).problems).toEqual([
      expect.stringContaining('git fetch --unshallow'),
    ])
  })

  it('no repository: compares with the files beside it, and warns', async () => {
    const here = published()
    rmSync(join(here.root, '.git'), { recursive: true })
    const { problems, warnings } = await here.check(withoutNote)
    expect(problems).toEqual([BROKEN])
    expect(warnings).toEqual([expect.stringContaining('this is no repository')])
  })
})
