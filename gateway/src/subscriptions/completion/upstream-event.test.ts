import { expect, it } from 'vitest'
import { UNREADABLE } from '../../subgraph/read-errors.ts'
import type { UpstreamEvent } from '../upstream/sink.ts'
import { readEvent } from './upstream-event.ts'

const error = { message: 'no' }
const data = { tick: { n: 1 } }

it.each<[string, object, object]>([
  ['data', { data }, { data, cursor: null }],
  ['data and a position', { data, extensions: { cursor: '001' } }, { data, cursor: '001' }],
  ['a position that is no text', { data, extensions: { cursor: 1 } }, { data, cursor: null }],
  ['no position among what else is said', { data, extensions: {} }, { data, cursor: null }],
  ['null, which is told for an event without data', { data: null }, { data: null, cursor: null }],
  ['no data at all', { errors: [error] }, { data: undefined, errors: [error], cursor: null }],
  ['data and errors', { data, errors: [error] }, { data, errors: [error], cursor: null }],
  ['no errors in a list', { data, errors: [] }, { data, cursor: null }],
  ['null for errors', { data, errors: null }, { data, cursor: null }],
  ['a text', { data: 'x', errors: [error] }, { data: null, errors: [UNREADABLE], cursor: null }],
  ['a list', { data: [], extensions: { cursor: '2' } }, { data: null, errors: [UNREADABLE], cursor: '2' }],
])('B02 what a subgraph sends as an event: %s', (_what, sent, read) => {
  expect(readEvent(sent as UpstreamEvent)).toStrictEqual(read)
})
