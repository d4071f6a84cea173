import { describe, expect, it } from 'vitest'
import { UNREADABLE } from '../../subgraph/read-errors.ts'
import { readMessage } from './read-message.ts'

const error = { message: 'no' }

describe('B02 what a subgraph says on its socket', () => {
  it.each<[string, unknown, unknown]>([
    ['an event', { data: { n: 1 } }, { data: { n: 1 } }],
    ['no event', 'text', { data: null, errors: [UNREADABLE] }],
    ['none at all', undefined, { data: null, errors: [UNREADABLE] }],
  ])('%s is read as an event', (_what, payload, read) => {
    expect(readMessage(JSON.stringify({ id: '1', type: 'next', payload }))).toEqual({
      ...{ id: '1', type: 'next', payload: read },
    })
  })

  it.each<[string, unknown, unknown]>([
    ['errors', [error], [error]],
    ['one error', error, [error]],
    ['no error', [], [UNREADABLE]],
    ['none at all', undefined, [UNREADABLE]],
  ])('%s is read as errors', (_what, payload, read) => {
    expect(readMessage(JSON.stringify({ id: '1', type: 'error', payload }))).toEqual({
      ...{ id: '1', type: 'error', payload: read },
    })
  })

  it('what belongs to no stream is read as it is', () => {
    expect(readMessage('{"type":"ping","payload":{"a":1}}')).toEqual({ type: 'ping', payload: { a: 1 } })
    expect(readMessage('{"type":"connection_ack"}')).toMatchObject({ type: 'connection_ack' })
  })

  it.each(['[]', '"text"', 'null', '{}', '{"type":"start"}', 'no JSON'])('%s is refused', (text) => {
    expect(() => readMessage(text)).toThrow(/./)
  })
})
