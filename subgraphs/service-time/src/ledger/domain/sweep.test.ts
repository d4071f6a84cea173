import { brandId } from '@kompetanse/schema/ids'
import { describe, expect, test } from 'vitest'
import { DEFAULT_RULES } from '../../rules/domain/default-rules.ts'
import type { ServiceTimeRule } from '../../rules/domain/rule.ts'
import {
  ABSENCE_KINDS,
  type AbsenceKind,
  PERIOD_KINDS,
  type PeriodKind,
} from '../../statement/domain/kinds.ts'
import { anAbsence, linesOfJanuary as lines, withRule } from './testing.ts'
import type { LedgerInput, ServicePeriod } from './types.ts'

const FULL = 'COUNTED_IN_FULL'

describe('B04 days that do not count, to the day', () => {
  test.each([
    ['2022-12-31', [['period', FULL, 1, 31, 31, 31]]],
    ['2023-01-01', [['period', FULL, 1, 31, 31, 31]]],
    [
      '2023-01-02',
      [
        ['period', 'BEFORE_LICENCE', 1, 1, 1, 0],
        ['period', FULL, 2, 31, 30, 30],
      ],
    ],
    [
      '2023-01-31',
      [
        ['period', 'BEFORE_LICENCE', 1, 30, 30, 0],
        ['period', FULL, 31, 31, 1, 1],
      ],
    ],
    ['2023-02-01', [['period', 'BEFORE_LICENCE', 1, 31, 31, 0]]],
  ])('licensed on %s', (licensedOn, expected) => {
    expect(lines([{}], { licensedOn })).toEqual(expected)
  })

  const unguided = (startsOn: string, endsOn: string) => ({
    unsupervisedPeriods: [{ id: brandId<'UnsupervisedPeriod'>('gap'), startsOn, endsOn }],
  })
  const NOBODY = 'UNSUPERVISED_NOT_COUNTED'

  test.each([
    [
      '2023-01-01',
      '2023-01-01',
      [
        [NOBODY, 1, 1],
        [FULL, 2, 31],
      ],
    ],
    [
      '2023-01-10',
      '2023-01-10',
      [
        [FULL, 1, 9],
        [NOBODY, 10, 10],
        [FULL, 11, 31],
      ],
    ],
    [
      '2023-01-31',
      '2023-01-31',
      [
        [FULL, 1, 30],
        [NOBODY, 31, 31],
      ],
    ],
    ['2023-01-01', '2023-01-31', [[NOBODY, 1, 31]]],
  ])('F139 without guidance from %s to %s', (startsOn, endsOn, expected) => {
    const told = (about: Partial<LedgerInput>) =>
      lines([unguided(startsOn, endsOn)], about).map(([, ...line]) => line.slice(0, 3))
    expect(told({})).toEqual(expected)
    expect(told({ rules: withRule('UNSUPERVISED_COUNTS', 1) })).toEqual([[FULL, 1, 31]])
  })

  test('a day is told by the first reason that there is', () => {
    const all = { confirmed: false, kind: 'RESEARCH', ...unguided('2023-01-01', '2023-01-31') } as const
    const effect = (about: Partial<ServicePeriod>, licensedOn: string | null) =>
      lines([{ ...all, ...about }], { licensedOn })[0]?.[1]
    expect(effect({}, '2023-02-01')).toBe('BEFORE_LICENCE')
    expect(effect({}, null)).toBe('NOT_CONFIRMED')
    expect(effect({ confirmed: true }, null)).toBe('KIND_NOT_COUNTED')
    expect(effect({ confirmed: true, kind: 'HOSPITAL' }, null)).toBe(NOBODY)
  })

  test.each(PERIOD_KINDS)('only research is no practical service: %s', (kind) => {
    const [effect, counted] = kind === 'RESEARCH' ? ['KIND_NOT_COUNTED', 0] : [FULL, 31]
    expect(lines([{ kind }])).toEqual([['period', effect, 1, 31, 31, counted]])
    expect(lines([{ kind }], { rules: withRule('RESEARCH_COUNTS', 1) })).toEqual([
      ['period', FULL, 1, 31, 31, 31],
    ])
  })
})

describe('B04 a least share of full time', () => {
  const least = (about: Partial<ServiceTimeRule> = {}): readonly ServiceTimeRule[] => [
    ...DEFAULT_RULES,
    {
      ...{ code: 'MINIMUM_FTE', value: 50, unit: 'PERCENT', kinds: ['HOSPITAL'], source: '' },
      ...{ validFrom: '2019-03-01', validTo: null, ...about },
    },
  ]
  const effects = (periods: readonly Partial<ServicePeriod>[], about: Partial<ServiceTimeRule> = {}) =>
    lines(periods, { rules: least(about) }).map(([id, effect, from, to]) => [id, effect, from, to])
  const PART = 'COUNTED_IN_PROPORTION'

  test('half is enough, a ten-thousandth less is not', () => {
    expect(effects([{ fte: 0.5 }])).toEqual([['period', PART, 1, 31]])
    expect(effects([{ fte: 0.4999 }])).toEqual([['period', 'BELOW_MINIMUM_FTE', 1, 31]])
  })

  test('it is of its kinds; of none, it is of all', () => {
    expect(effects([{ fte: 0.4, kind: 'INSTITUTION' }])).toEqual([['period', PART, 1, 31]])
    expect(effects([{ fte: 0.4, kind: 'INSTITUTION' }], { kinds: [] })).toEqual([
      ['period', 'BELOW_MINIMUM_FTE', 1, 31],
    ])
  })

  test('on the days served from its first to its last', () => {
    expect(effects([{ fte: 0.4 }], { validFrom: '2023-01-10', validTo: '2023-01-20' })).toEqual([
      ['period', PART, 1, 9],
      ['period', 'BELOW_MINIMUM_FTE', 10, 20],
      ['period', PART, 21, 31],
    ])
  })

  test('positions of the kind go together, but not with another kind or with what does not count', () => {
    const two = (about: Partial<ServicePeriod>) =>
      effects([{ fte: 0.3 }, { id: brandId<'ServicePeriod'>('two'), fte: 0.2, ...about }])
    expect(two({})).toEqual([
      ['period', PART, 1, 31],
      ['two', PART, 1, 31],
    ])
    expect(two({ kind: 'INSTITUTION' })[0]).toEqual(['period', 'BELOW_MINIMUM_FTE', 1, 31])
    expect(two({ confirmed: false })[0]).toEqual(['period', 'BELOW_MINIMUM_FTE', 1, 31])
  })
})

describe('B04 F139 what a day was spent on', () => {
  const part1: readonly PeriodKind[] = ['PART_1_HOSPITAL', 'PART_1_MUNICIPAL']
  const AWAY = 'ABSENCE_WITHIN_ALLOWANCE'
  const COUNTS: Readonly<Record<AbsenceKind, string>> = {
    HOLIDAY: 'HOLIDAY_COUNTED',
    TRANSFERRED_HOLIDAY: AWAY,
    COURSE: 'COURSE_COUNTED',
    SICKNESS: AWAY,
    PARENTAL_LEAVE: AWAY,
    COVID: AWAY,
    OTHER_LEAVE: AWAY,
  }
  const onTenth = (kind: AbsenceKind, about = {}) =>
    anAbsence({ kind, startsOn: '2023-01-10', endsOn: '2023-01-10', ...about })

  const kinds: readonly PeriodKind[] = ['PART_1_HOSPITAL', 'PART_1_MUNICIPAL', 'HOSPITAL', 'OTHER_SPECIALITY']
  test.each(kinds.flatMap((kind) => ABSENCE_KINDS.map((absence) => [kind, absence] as const)))(
    '%s: %s of one day',
    (kind, absence) => {
      const exempt = absence === 'COVID' && part1.includes(kind)
      const effect = exempt ? 'COVID_COUNTED' : COUNTS[absence]
      const absences = [onTenth(absence)]
      const whole = [
        ['period', FULL, 1, 9, 9, 9],
        ['period', effect, 10, 10, 1, 1],
        ['period', FULL, 11, 31, 21, 21],
      ]
      expect(lines([{ kind, absences }])).toEqual(whole)
      const strict = lines([{ kind, absences }], { rules: withRule('COVID_EXEMPT_IN_PART_1', 0) })
      expect(strict[1]?.[1]).toBe(COUNTS[absence])
    },
  )

  const first = [
    ['period', AWAY, 10, 10],
    ['period', 'COVID_COUNTED', 10, 10],
    ['period', 'COURSE_COUNTED', 10, 10],
    ['period', 'HOLIDAY_COUNTED', 10, 10],
  ]
  test.each([
    [0.3, [0.3, 0.3, 0.3, 0.1]],
    [0.4, [0.4, 0.4, 0.2]],
    [1, [1]],
  ])(
    'absence comes first, then covid, course, holiday, and together they are one day: %d each',
    (share, taken) => {
      const absences = (['HOLIDAY', 'COURSE', 'COVID', 'SICKNESS'] as const).map((kind) =>
        onTenth(kind, { id: brandId<'Absence'>(kind), share }),
      )
      const tenth = lines([{ kind: 'PART_1_HOSPITAL', absences }]).filter(
        ([, , from, to]) => from === 10 && to === 10,
      )
      expect(tenth).toEqual(taken.map((part, i) => [...(first[i] ?? []), part, part]))
    },
  )

  test('what is not away is at work', () => {
    const half = lines([{ fte: 0.5, absences: [onTenth('HOLIDAY', { share: 0.4 })] }])
    expect(half.filter(([, , from, to]) => from === 10 && to === 10)).toEqual([
      ['period', 'HOLIDAY_COUNTED', 10, 10, 0.4, 0.2],
      ['period', 'COUNTED_IN_PROPORTION', 10, 10, 0.6, 0.3],
    ])
  })
})

describe('B04 more than full time', () => {
  test('two that are full time together are not cut; a ten-thousandth more is', () => {
    const two = (fte: number) =>
      lines([{ fte: 0.5 }, { id: brandId<'ServicePeriod'>('two'), fte }]).map(([id, effect]) => [id, effect])
    expect(two(0.5)).toEqual([
      ['period', 'COUNTED_IN_PROPORTION'],
      ['two', 'COUNTED_IN_PROPORTION'],
    ])
    expect(two(0.5001).flat()).toContain('OVERLAP_NOT_COUNTED')
  })

  /** Reading 9. */
  const order: readonly PeriodKind[] = [
    ...(['PART_1_HOSPITAL', 'PART_1_MUNICIPAL', 'OPEN_UNSELECTED_PRACTICE', 'HOSPITAL'] as const),
    ...(['INSTITUTION', 'OTHER_GENERAL_PRACTICE', 'COMMUNITY_MEDICINE'] as const),
    ...(['OCCUPATIONAL_MEDICINE', 'RESEARCH', 'OTHER_SPECIALITY'] as const),
  ]
  const places = PERIOD_KINDS.slice(1).map((_, i) => order.slice(i, i + 2) as [PeriodKind, PeriodKind])
  test.each(places)('%s keeps its place before %s, whichever began first', (kept, cut) => {
    const rules = withRule('RESEARCH_COUNTS', 1)
    for (const [first, second] of [
      [kept, cut],
      [cut, kept],
    ] as const) {
      const two = [
        { id: brandId<'ServicePeriod'>(first), kind: first },
        { id: brandId<'ServicePeriod'>(second), kind: second, startsOn: '2023-01-02' },
      ]
      const told = lines(two, { rules })
      const both = told.filter(([, , , to]) => to === 31).map(([id, effect]) => [id, effect])
      expect(both).toContainEqual([kept, FULL])
      expect(both).toContainEqual([cut, 'OVERLAP_NOT_COUNTED'])
    }
  })

  test('of one kind, work keeps its place before absence', () => {
    const away = [anAbsence({ startsOn: '2023-01-01', endsOn: '2023-01-31' })]
    expect(
      lines([{ id: brandId<'ServicePeriod'>('a'), absences: away }, { id: brandId<'ServicePeriod'>('b') }]),
    ).toEqual([
      ['a', 'OVERLAP_NOT_COUNTED', 1, 31, 31, 0],
      ['b', FULL, 1, 31, 31, 31],
    ])
  })

  test('where the rule says so, both count', () => {
    expect(
      lines([{}, { id: brandId<'ServicePeriod'>('two') }], { rules: withRule('OVERLAP_ABOVE_FULL_TIME', 2) }),
    ).toEqual([
      ['period', FULL, 1, 31, 31, 31],
      ['two', FULL, 1, 31, 31, 31],
    ])
  })

  test('what does not count is told beside what is cut', () => {
    const others = [
      { id: brandId<'ServicePeriod'>('two') },
      { id: brandId<'ServicePeriod'>('study') },
    ] as const
    expect(
      lines([{ kind: 'OPEN_UNSELECTED_PRACTICE' }, others[0], { ...others[1], kind: 'RESEARCH' }]),
    ).toEqual([
      ['period', FULL, 1, 31, 31, 31],
      ['study', 'KIND_NOT_COUNTED', 1, 31, 31, 0],
      ['two', 'OVERLAP_NOT_COUNTED', 1, 31, 31, 0],
    ])
  })

  test('what does not count takes no place', () => {
    expect(
      lines([{ kind: 'PART_1_HOSPITAL', confirmed: false }, { id: brandId<'ServicePeriod'>('two') }])[1],
    ).toEqual(['two', FULL, 1, 31, 31, 31])
  })
})

describe('B04 F131 from the first day to the last that is asked about', () => {
  test.each([
    ['2022-12-31', []],
    ['2023-01-01', [['period', FULL, 1, 1, 1, 1]]],
    ['2023-01-31', [['period', FULL, 1, 31, 31, 31]]],
    ['2023-02-01', [['period', FULL, 1, 31, 31, 31]]],
  ])('as of %s', (asOf, expected) => {
    expect(lines([{}], { asOf })).toEqual(expected)
  })
})
