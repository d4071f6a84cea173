import { describe, expect, it } from 'vitest'
import { replayedAnswer } from './replayed-answer.ts'

const row = (id: number) => ({ __typename: 'Row', id })
const error = (...path: (string | number)[]) => ({ message: 'no', path })
const asking = (...representations: unknown[]) => JSON.stringify({ n: 1, representations })

const fetched = {
  key: 'a',
  representations: [row(1), row(2), row(1), row(3)],
  errors: [error('_entities', 0, 'x'), error('_entities', 3), error('_entities')],
  data: () => ({ _entities: [{ x: null }, { x: 2 }, { x: 1 }, null] }),
}

describe('the replayed answer of a fetch', () => {
  it('is as it was for the same entities, and for a fetch of the root', () => {
    const same = { data: fetched.data(), errors: fetched.errors }
    expect(replayedAnswer(fetched, asking({ id: 1, __typename: 'Row' }, row(2), row(1), row(3)))).toEqual(
      same,
    )
    const root = { ...fetched, representations: [], data: () => ({ x: 1 }) }
    expect(replayedAnswer(root, '{"n":1}')).toEqual({ ...same, data: { x: 1 } })
  })

  it.each([
    ['fewer', [row(2), row(3)], [{ x: 2 }, null], [-1, 1]],
    ['the first alone', [row(1)], [{ x: null }], [0, -1]],
    ['equal ones', [row(1), row(1)], [{ x: null }, { x: 1 }], [0, -1]],
    ['none', [], [], [-1, -1]],
  ])('has the requested entities: %s', (_name, requested, entities, [x, all]) => {
    expect(replayedAnswer(fetched, asking(...requested))).toEqual({
      data: { _entities: entities },
      errors: [error('_entities', x ?? 0, 'x'), error('_entities', all ?? 0), error('_entities')],
    })
  })

  it.each([
    ['another', [row(4)]],
    ['more of one', [row(2), row(2)]],
    ['in another order', [row(3), row(2)]],
    ['with another input', [{ ...row(1), n: 1 }]],
  ])('is null when an entity was not fetched: %s', (_name, requested) => {
    expect(replayedAnswer(fetched, asking(...requested))).toBeNull()
  })

  it('is what it was where there are no data', () => {
    expect(replayedAnswer({ ...fetched, data: () => null }, asking(row(1)))?.data).toBeNull()
  })
})
