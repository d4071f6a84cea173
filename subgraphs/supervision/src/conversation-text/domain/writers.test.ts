import { brandId } from '@kompetanse/schema/ids'
import { expect, test } from 'vitest'
import { writersAfter } from './writers.ts'

const clients = (count: number) => Array.from({ length: count }, (_, at) => `${at + 10}`)
const all = (count: number) => Object.fromEntries(clients(count).map((client) => [client, 'ada']))

test.each([
  ['the first', {}, ['10'], { 10: 'ada' }],
  ['nothing new', { 10: 'mona' }, [], { 10: 'mona' }],
  ['beside the other', { 10: 'mona' }, ['11'], { 10: 'mona', 11: 'ada' }],
  ['from two windows', { 10: 'ada' }, ['10', '11'], { 10: 'ada', 11: 'ada' }],
  ['as the other', { 10: 'mona' }, ['10'], null],
  ['as the other and as oneself', { 10: 'mona' }, ['11', '10'], null],
  ['from twenty windows', {}, clients(20), all(20)],
  ['from more than anybody has', {}, clients(21), null],
])('F018 who writes %s', (_how, before, wrote, after) => {
  expect(writersAfter(before, wrote, brandId('ada'))).toEqual(after)
})
