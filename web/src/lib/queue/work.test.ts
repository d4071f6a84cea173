import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Outcome } from '#lib/command/outcome.ts'
import { lost } from '#lib/command/testing.ts'
import { refusalWords } from '#lib/command/words.ts'
import type { BulkAnswer, QueueCommands, VersionedId } from './commands.ts'
import type { QueueRow } from './row.ts'
import { aRow, counts, idsOf } from './testing.ts'
import { QueueWork } from './work.svelte.ts'

const signed = (version: number): Outcome =>
  ({ __typename: 'SignActivitySuccess', activity: { id: '', version } }) as Outcome
const stale: Outcome = { __typename: 'StaleVersion', code: 'STALE_VERSION' }

/** A graph that answers by each row's id, and records its calls. */
const aGraph = (outcomes: Record<string, Outcome> = {}) => {
  const answer = ({ rows }: { rows: VersionedId[] }): Promise<BulkAnswer> =>
    Promise.resolve({
      __typename: 'SignActivitiesSuccess',
      counts: { __typename: 'SigningTabCounts', waiting: 7, rejected: 1, signed: 2 },
      rows: rows.map(({ id, expectedVersion }) => ({
        id,
        outcome: outcomes[id] ?? signed(expectedVersion + 1),
      })),
    })
  return {
    accept: vi.fn<QueueCommands['accept']>(answer),
    reject: vi.fn<QueueCommands['reject']>(answer),
    undo: vi.fn<NonNullable<QueueCommands['undo']>>(({ id, expectedVersion }) =>
      Promise.resolve(outcomes[`undo ${id}`] ?? signed(expectedVersion + 1)),
    ),
    lastStep: vi.fn<QueueCommands['lastStep']>(() =>
      Promise.resolve({ command: 'SIGN', by: 'Berit Aasen', at: '2026-10-15' }),
    ),
  }
}

const anOpenQueue = (
  commands: QueueCommands,
  rows: readonly QueueRow[] = ['a1', 'a2', 'b1'].map((id) => aRow(id)),
) => {
  const work = new QueueWork(commands)
  work.step({ type: 'read', tab: 'WAITING', rows, counts: counts(rows.length) })
  return work
}
const choose = (work: QueueWork, ...ids: string[]) => {
  for (const id of ids) work.step({ type: 'toggle', id })
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('accepting', () => {
  it('F110 signs the current row at the version that was seen, and the next is current', async () => {
    const graph = aGraph()
    const work = anOpenQueue(graph)
    work.comment = '  Godt utført  '
    await work.accept()
    expect(graph.accept).toHaveBeenCalledWith({
      rows: [{ id: 'a1', expectedVersion: 1 }],
      comment: 'Godt utført',
    })
    expect(idsOf(work.state.rows)).toEqual(['a2', 'b1'])
    expect(work.state).toMatchObject({ current: 'a2', counts: { WAITING: 7, REJECTED: 1, SIGNED: 2 } })
    expect(work).toMatchObject({ busy: false, comment: '', mode: 'idle' })
    expect(work.receipts.current).toMatchObject({ kind: 'accepted', count: 1 })
  })

  it('B01 signs all that are chosen in one call, and never one that cannot be', async () => {
    const graph = aGraph()
    const work = anOpenQueue(graph, [aRow('a1'), aRow('a2', { commands: ['REJECT'] }), aRow('b1')])
    choose(work, 'a1', 'a2', 'b1')
    await work.accept()
    expect(graph.accept.mock.calls.map(([{ rows }]) => rows.map(({ id }) => id))).toEqual([['a1', 'b1']])
  })

  it('B01 keeps what was not done in its place, with its reason and who was first', async () => {
    const graph = aGraph({ a2: stale, b1: { __typename: 'LearningActivityRefused', code: 'OWN_ACTIVITY' } })
    const work = anOpenQueue(graph)
    choose(work, 'a1', 'a2', 'b1')
    await work.accept()
    await vi.advanceTimersByTimeAsync(0)
    expect(idsOf(work.state.rows)).toEqual(['a2', 'b1'])
    expect(work.failures).toMatchObject([
      {
        row: { id: 'a2' },
        reason: refusalWords({ by: 'StaleVersion', code: 'STALE_VERSION' }),
        last: { by: 'Berit Aasen' },
      },
      { row: { id: 'b1' }, reason: refusalWords({ by: 'LearningActivityRefused', code: 'OWN_ACTIVITY' }) },
    ])
    expect(work.receipts.current).toMatchObject({ kind: 'accepted', count: 1, of: 3 })
  })

  it('is one command however often it is pressed, and its rows cannot be chosen meanwhile', async () => {
    const { promise, resolve } = Promise.withResolvers<BulkAnswer>()
    const graph = aGraph()
    graph.accept.mockReturnValueOnce(promise)
    const work = anOpenQueue(graph)
    const presses = [work.accept(), work.accept(), work.reject('skriv', [aRow('a2')])]
    await vi.advanceTimersByTimeAsync(0)
    expect(work.busy).toBe(true)
    choose(work, 'a1')
    expect(work.state.selected.size).toBe(0)
    resolve({ __typename: 'SignActivitiesSuccess', rows: [{ id: 'a1', outcome: signed(2) }] })
    await Promise.all(presses)
    expect(graph.accept).toHaveBeenCalledTimes(1)
    expect(graph.reject).not.toHaveBeenCalled()
  })

  it.each([
    ['a lost network', lost, 'UNREACHABLE'],
    ['too many rows', { __typename: 'BulkRefused', code: 'TOO_MANY_ROWS' }, 'TOO_MANY_ROWS'],
  ])(
    'F110 after %s nothing is signed, nothing typed is lost, and it can be tried again',
    async (_, answer, code) => {
      const graph = aGraph()
      graph.accept.mockResolvedValueOnce(answer)
      const work = anOpenQueue(graph)
      choose(work, 'a1', 'a2')
      work.comment = 'Godt'
      await work.accept()
      expect(work.problem).toBe(refusalWords({ by: answer.__typename, code }))
      expect(idsOf(work.state.rows)).toEqual(['a1', 'a2', 'b1'])
      expect([...work.state.selected]).toEqual(['a1', 'a2'])
      expect(work).toMatchObject({ busy: false, comment: 'Godt' })
      expect(work.state.pending.size).toBe(0)
      expect(work.receipts.current).toBeUndefined()
      await work.accept()
      expect(work.problem).toBeUndefined()
      expect(idsOf(work.state.rows)).toEqual(['b1'])
    },
  )

  it('leaves a row without an outcome in the answer in its place', async () => {
    const graph = aGraph()
    graph.accept.mockResolvedValueOnce({ __typename: 'SignActivitiesSuccess', rows: [] })
    const work = anOpenQueue(graph)
    await work.accept()
    expect(idsOf(work.state.rows)).toEqual(['a1', 'a2', 'b1'])
    expect([work.failures, work.receipts.current]).toEqual([[], undefined])
  })

  it('leaves alone what somebody else has settled meanwhile', async () => {
    const graph = aGraph()
    const work = anOpenQueue(graph)
    work.step({ type: 'event', event: { change: 'LEFT', id: 'a1', row: null, counts: counts(2) } })
    await work.accept()
    expect(graph.accept).not.toHaveBeenCalled()
  })
})

describe('rejecting', () => {
  it('F111 asks for a reason at the field, and sends nothing without it', async () => {
    const graph = aGraph()
    const work = anOpenQueue(graph)
    work.write('rejecting')
    await work.reject('Skriv en begrunnelse')
    expect(work.commentError).toBe('Skriv en begrunnelse')
    expect(graph.reject).not.toHaveBeenCalled()
    work.comment = 'Skjemaet mangler'
    await work.reject('Skriv en begrunnelse')
    expect(graph.reject).toHaveBeenCalledWith({
      rows: [{ id: 'a1', expectedVersion: 1 }],
      comment: 'Skjemaet mangler',
    })
    expect(work.receipts.current).toMatchObject({ kind: 'rejected', count: 1, undoable: [] })
  })
})

describe('taking back', () => {
  it('F113 within ten seconds puts each row back in its place, at its newest version', async () => {
    const graph = aGraph()
    const work = anOpenQueue(graph)
    choose(work, 'a1', 'b1')
    await work.accept()
    await work.undo()
    expect(graph.undo.mock.calls.map(([row]) => row)).toEqual([
      { id: 'a1', expectedVersion: 2 },
      { id: 'b1', expectedVersion: 2 },
    ])
    expect(work.state.rows.map(({ id, version }) => [id, version])).toEqual([
      ['a1', 3],
      ['a2', 1],
      ['b1', 3],
    ])
    expect(work.receipts.current).toMatchObject({ kind: 'undone', count: 2 })
  })

  it('F113 tells what could not be taken back', async () => {
    const work = anOpenQueue(aGraph({ 'undo b1': stale }))
    choose(work, 'a1', 'b1')
    await work.accept()
    await work.undo()
    expect(idsOf(work.state.rows)).toEqual(['a1', 'a2'])
    expect(idsOf(work.failures.map(({ row }) => row))).toEqual(['b1'])
  })

  it('F113 is offered for ten seconds', async () => {
    const graph = aGraph()
    const work = anOpenQueue(graph)
    await work.accept()
    vi.advanceTimersByTime(10_000)
    await work.undo()
    expect(graph.undo).not.toHaveBeenCalled()
  })

  it('F134 is not offered where a signature cannot be undone', async () => {
    const { undo: _, ...graph } = aGraph()
    const work = anOpenQueue(graph)
    await work.accept()
    expect(work.receipts.current?.undoable).toEqual([])
    await work.takeBack(aRow('a2', { commands: ['UNDO'] }))
    expect(work.receipts.current).toMatchObject({ kind: 'accepted' })
  })

  it('F113 is possible later too, from the tab where it is, with a comment', async () => {
    const graph = aGraph()
    const work = anOpenQueue(graph, [aRow('a1', { commands: ['UNDO'], version: 4 })])
    work.comment = 'Feil lege'
    await work.takeBack(aRow('a1', { commands: ['UNDO'], version: 4 }))
    expect(graph.undo).toHaveBeenCalledWith({ id: 'a1', expectedVersion: 4 }, 'Feil lege')
    expect(idsOf(work.state.rows)).toEqual([])
  })
})
