import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readAcceptedBreaks } from './accepted-breaks.ts'

const entry = { coordinate: 'Goal.note', clients: ['web'], who: 'Kari', why: 'gone', until: '2026-06-30' }
const problemsOf = (...entries: unknown[]) => readAcceptedBreaks(JSON.stringify(entries)).problems

it('an entry says what, whose, who, why and until when', () => {
  expect(readAcceptedBreaks(JSON.stringify([entry]))).toEqual({ entries: [entry], problems: [] })
})

it('an entry of several is one of each', () => {
  const several = { ...entry, coordinate: ['Goal.note', 'Goal.title'] }
  const { entries } = readAcceptedBreaks(JSON.stringify([several]))
  expect(entries).toEqual([entry, { ...entry, coordinate: 'Goal.title' }])
})

it.each([
  ['without a field', { ...entry, who: undefined }, '0.who'],
  ['with an empty one', { ...entry, why: ' ' }, '0.why'],
  ['of nothing', { ...entry, coordinate: [] }, '0.coordinate'],
  ['for no client', { ...entry, clients: [] }, '0.clients'],
  ['until no day', { ...entry, until: 'summer' }, '0.until'],
  ['until a day that no calendar has', { ...entry, until: '2026-02-30' }, '0.until'],
  ['until an instant', { ...entry, until: '2026-06-30T00:00:00.000Z' }, '0.until'],
  ['until a day in ten thousand years', { ...entry, until: '+012026-06-30' }, '0.until'],
  ['with a field that is not known', { ...entry, untill: '2026-06-30' }, '0.untill'],
])('an entry %s is a problem that names the place', (_name, wrong, place) => {
  expect(problemsOf(wrong)).toEqual([expect.stringContaining(`schema/accepted-breaks.json: ${place}: `)])
})

it('with one wrong entry none counts', () => {
  expect(readAcceptedBreaks(JSON.stringify([entry, {}])).entries).toEqual([])
})

it.each([
  [null, 'is missing'],
  ['[', 'is not JSON'],
  ['{}', 'file: '],
])('a file %j is a problem', (text, problem) => {
  expect(readAcceptedBreaks(text).problems).toEqual([expect.stringContaining(problem)])
})

it('the file of this repository is well formed', () => {
  const text = readFileSync(new URL('../../../accepted-breaks.json', import.meta.url), 'utf8')
  expect(readAcceptedBreaks(text).problems).toEqual([])
})
