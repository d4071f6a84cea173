import { brandId } from '@kompetanse/schema/ids'
import { describe, expect, test } from 'vitest'
import { computeLedger } from './ledger.ts'
import { aPeriod, anAbsence, anInput, linesOfJanuary as lines, withRule } from './testing.ts'
import type { Absence } from './types.ts'
import { toDays } from './units.ts'

describe('B04 the lines of an account', () => {
  test('lines go by the day on which the period began, then by day, then by id', () => {
    const periods = [
      { id: brandId<'ServicePeriod'>('b') },
      { id: brandId<'ServicePeriod'>('c'), startsOn: '2022-12-01', endsOn: '2022-12-31' },
      { id: brandId<'ServicePeriod'>('a') },
    ]
    const rules = withRule('OVERLAP_ABOVE_FULL_TIME', 2)
    for (const order of [periods, periods.toReversed()])
      expect(lines(order, { rules }).map(([id]) => id)).toEqual(['c', 'a', 'b'])
  })

  test('days that count alike are one line only where they follow each other, in one period', () => {
    const gone = anAbsence({ kind: 'HOLIDAY', startsOn: '2023-01-10', endsOn: '2023-01-10' })
    const next = { ...gone, id: brandId<'Absence'>('next'), startsOn: '2023-01-11', endsOn: '2023-01-11' }
    const told = computeLedger(anInput([aPeriod({ endsOn: '2023-01-31', absences: [gone, next] })])).confirmed
    expect(told.lines.map(({ absenceId, startsOn }) => [absenceId, startsOn.slice(8)])).toEqual([
      [null, '01'],
      ['absence', '10'],
      ['next', '11'],
      [null, '12'],
    ])
    expect(told.periods).toHaveLength(1)
  })

  test('days of one period are one line, whatever begins and ends beside them', () => {
    const beside = { fte: 0.5, kind: 'INSTITUTION', startsOn: '2023-01-10' } as const
    expect(
      lines([
        { fte: 0.5 },
        { ...beside, id: brandId<'ServicePeriod'>('first'), endsOn: '2023-01-15' },
        { ...beside, id: brandId<'ServicePeriod'>('second'), startsOn: '2023-01-16', endsOn: '2023-01-20' },
      ]),
    ).toEqual([
      ['period', 'COUNTED_IN_PROPORTION', 1, 31, 31, 15.5],
      ['first', 'COUNTED_IN_PROPORTION', 10, 15, 6, 3],
      ['second', 'COUNTED_IN_PROPORTION', 16, 20, 5, 2.5],
    ])
  })

  test.each([
    ['of one day, by their ids', '2023-01-10', ['a 0.6', 'b 0.4']],
    ['of a day and the day before, the one that was there', '2023-01-09', ['b 1.2', 'a 0.4']],
  ])('two take their part in the same order, however registered: %s', (_what, startsOn, expected) => {
    const tenth = { startsOn: '2023-01-10', endsOn: '2023-01-10', share: 0.6 }
    const a = anAbsence({ ...tenth, id: brandId('a') })
    const b = anAbsence({ ...tenth, id: brandId('b'), kind: 'PARENTAL_LEAVE', startsOn })
    const told = (absences: Absence[]) =>
      computeLedger(anInput([aPeriod({ absences })])).confirmed.lines.flatMap(({ absenceId, days }) =>
        absenceId === null ? [] : [`${absenceId} ${toDays(days)}`],
      )
    expect(told([a, b])).toEqual(expected)
    expect(told([b, a])).toEqual(expected)
  })
})
