import { brandId } from '@kompetanse/schema/ids'
import { describe, expect, test } from 'vitest'
import { computeLedger } from './ledger.ts'
import { aPeriod, anAbsence, anInput, withRule } from './testing.ts'
import type { LedgerInput, ServicePeriod } from './types.ts'

const remarks = (periods: readonly Partial<ServicePeriod>[], about: Partial<LedgerInput> = {}) =>
  computeLedger(anInput(periods.map(aPeriod), about)).remarks.map((remark) => [
    ...[remark.code, remark.paragraph, remark.startsOn, remark.endsOn, remark.periodIds.join(' ')],
  ])

const HOSPITAL = {
  id: brandId<'ServicePeriod'>('h'),
  kind: 'PART_1_HOSPITAL',
  startsOn: '2022-01-01',
  endsOn: '2022-12-31',
} as const
const MUNICIPAL = {
  id: brandId<'ServicePeriod'>('m'),
  kind: 'PART_1_MUNICIPAL',
  startsOn: '2023-01-01',
  endsOn: '2023-06-30',
} as const
const PART_1 = [HOSPITAL, MUNICIPAL]
const EARLY = 'BEFORE_PART_1_FINISHED'

describe('B04 the order of the parts (§ 2, § 18)', () => {
  test('hospital, municipality, the rest: nothing to explain', () => {
    expect(remarks([...PART_1, { startsOn: '2023-07-01' }])).toEqual([])
  })

  test('a day of the municipality on the last day of the hospital is one too early; the next is not', () => {
    const half = { fte: 0.0001, endsOn: '2023-06-30' }
    const on = (startsOn: string) => remarks([HOSPITAL, { ...MUNICIPAL, ...half, startsOn }])
    expect(on('2023-01-01')).toEqual([])
    expect(on('2022-12-31')).toContainEqual([
      'MUNICIPAL_BEFORE_HOSPITAL',
      '2(2)',
      '2022-12-31',
      '2022-12-31',
      'm',
    ])
  })

  test('while the hospital lacks a day, all of the municipality is too early', () => {
    expect(remarks([{ ...HOSPITAL, endsOn: '2022-12-30' }, MUNICIPAL])).toEqual([
      ['MUNICIPAL_BEFORE_HOSPITAL', '2(2)', '2023-01-01', '2023-06-30', 'm'],
    ])
  })

  test('what is deducted has not been served', () => {
    const absences = [anAbsence({ startsOn: '2022-03-01', endsOn: '2022-03-13' })]
    expect(remarks([{ ...HOSPITAL, absences }, MUNICIPAL])).toEqual([
      ['MUNICIPAL_BEFORE_HOSPITAL', '2(2)', '2023-01-01', '2023-06-30', 'm'],
    ])
  })

  test.each([
    ['HOSPITAL', true],
    ['INSTITUTION', true],
    ['OPEN_UNSELECTED_PRACTICE', true],
    ['OTHER_GENERAL_PRACTICE', true],
    ['COMMUNITY_MEDICINE', true],
    ['OCCUPATIONAL_MEDICINE', true],
    ['OTHER_SPECIALITY', true],
    ['RESEARCH', false],
  ] as const)('%s before part 1 is finished has to be explained: %s', (kind, told) => {
    const early = { kind, startsOn: '2021-01-01', endsOn: '2021-12-31' } as const
    const expected = told ? [[EARLY, '18(1)', '2021-01-01', '2021-12-31', 'period']] : []
    expect(remarks([early, ...PART_1])).toEqual(expected)
  })

  test('until the day on which the later of the two parts is full', () => {
    const during = { startsOn: '2023-01-01', endsOn: '2023-12-31', fte: 0.0001 }
    // 181 days from 1 January are to 30 June.
    expect(remarks([HOSPITAL, { ...MUNICIPAL, fte: 0.9999 }, during], { asOf: '2023-12-31' })).toEqual([
      [EARLY, '18(1)', '2023-01-01', '2023-12-31', 'period'],
    ])
    const rules = withRule('OVERLAP_ABOVE_FULL_TIME', 2)
    expect(remarks([HOSPITAL, MUNICIPAL, during], { rules }).filter(([code]) => code === EARLY)).toEqual([
      [EARLY, '18(1)', '2023-01-01', '2023-06-30', 'period'],
    ])
  })
})

describe('F131 B04 more than full time is remarked on', () => {
  const OVER = 'OVERLAP_ABOVE_FULL_TIME'
  const month = (id: string, fte: number, about: Partial<ServicePeriod> = {}) => ({
    ...({
      id: brandId<'ServicePeriod'>(id),
      kind: 'PART_1_HOSPITAL',
      fte,
      startsOn: '2023-01-01',
      endsOn: '2023-01-31',
    } as const),
    ...about,
  })

  test.each([1, 2])('whether it is cut or not: %d', (reading) => {
    const about = { rules: withRule(OVER, reading) }
    expect(remarks([month('a', 1)], about)).toEqual([])
    expect(remarks([month('a', 0.5), month('b', 0.5)], about)).toEqual([])
    expect(remarks([month('a', 0.5), month('b', 0.5001)], about)).toEqual([
      [OVER, '31(2)', '2023-01-01', '2023-01-31', 'a b'],
    ])
  })

  test('days that follow each other are one remark of all that had part; others are another', () => {
    const periods = [
      month('a', 1),
      month('b', 0.5, { endsOn: '2023-01-10' }),
      month('c', 0.5, { startsOn: '2023-01-11', endsOn: '2023-01-15' }),
      month('d', 0.5, { startsOn: '2023-01-20' }),
    ]
    expect(remarks(periods)).toEqual([
      [OVER, '31(2)', '2023-01-01', '2023-01-15', 'a b c'],
      [OVER, '31(2)', '2023-01-20', '2023-01-31', 'a d'],
    ])
  })

  test('what does not count has no part in it', () => {
    const research = month('b', 1, { kind: 'RESEARCH' })
    expect(remarks([month('a', 1), research])).toEqual([])
    expect(remarks([month('a', 1), research, month('c', 0.5)])).toEqual([
      [OVER, '31(2)', '2023-01-01', '2023-01-31', 'a c'],
    ])
  })
})
