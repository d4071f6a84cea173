import { describe, expect, it } from 'vitest'
import { findLosses } from './find-losses.ts'

const error = (message: string, ...path: (string | number)[]) => ({
  message,
  ...(path.length > 0 && { path }),
})
const summary = ({ lost, reported }: ReturnType<typeof findLosses>) => ({
  lost: lost.map(({ error: { message }, parts, isReported }) => [message, parts, isReported]),
  reported: reported.map(({ message }) => message),
})

describe('what is lost at the root, and why', () => {
  it('all that is open, for the first error without a place; further ones are reported', () => {
    const errors = [error('no'), error('nor this')]
    expect(summary(findLosses({ data: null, errors }, ['x', 'y'], false))).toEqual({
      lost: [['no', ['x', 'y'], false]],
      reported: ['nor this'],
    })
  })

  it('a field for its own error, rather than for one from within or for one without a place', () => {
    const errors = [error('down'), error('within', 'x', 'z'), error('at', 'x')]
    expect(summary(findLosses({ data: { x: null }, errors }, ['x', 'y'], false))).toEqual({
      lost: [
        ['at', ['x'], false],
        ['down', ['y'], false],
      ],
      reported: ['within'],
    })
  })

  it('a field for an error from within, which is reported there; what is beside it, when there are no data', () => {
    const within = [error('within', 'x', 'z')]
    expect(summary(findLosses({ data: null, errors: within }, ['x', 'y'], false))).toEqual({
      lost: [['within', ['x', 'y'], true]],
      reported: ['within'],
    })
    expect(
      summary(findLosses({ data: { x: null, y: null }, errors: within }, ['x', 'y'], false)).lost,
    ).toEqual([['within', ['x'], true]])
  })

  it('a field for the first of its errors, of those at it as of those from within', () => {
    const at = [error('within', 'x', 'z'), error('one', 'x'), error('other', 'x'), error('late', 'x', 'y')]
    expect(summary(findLosses({ data: {}, errors: at }, ['x'], false)).lost).toEqual([['one', ['x'], false]])
    const within = [error('one', 'x', 'z'), error('other', 'x', 'y')]
    expect(summary(findLosses({ data: {}, errors: within }, ['x'], false)).lost).toEqual([
      ['one', ['x'], true],
    ])
  })

  it('nothing: then every error is reported', () => {
    const errors = [error('hint'), error('at', 'x')]
    expect(summary(findLosses({ data: {}, errors }, [], false))).toEqual({
      lost: [],
      reported: ['hint', 'at'],
    })
  })
})

describe('which entities are lost, and why', () => {
  it('by their number; an error that has none is of all that are open', () => {
    const errors = [error('down', 'x'), error('one', '_entities', 1), error('in', '_entities', 2, 'must')]
    expect(summary(findLosses({ data: {}, errors }, [0, 1, 2], true))).toEqual({
      lost: [
        ['down', [0], false],
        ['one', [1], false],
        ['in', [2], true],
      ],
      reported: ['in'],
    })
  })

  it.each([[['x', 1]], [['_entities']], [['_entities', '1']], [[]]])(
    'all that are open for an error whose path names none: %j',
    (path) => {
      expect(summary(findLosses({ data: {}, errors: [error('no', ...path)] }, [0, 1], true)).lost).toEqual([
        ['no', [0, 1], false],
      ])
    },
  )

  it('one that the subgraph does not have is not lost', () => {
    const errors = [error('one', '_entities', 1)]
    expect(summary(findLosses({ data: {}, errors }, [0, 1], true)).lost).toEqual([['one', [1], false]])
  })
})
