import { brandId } from '@kompetanse/schema/ids'
import { describe, expect, test } from 'vitest'
import { decideStatement, type Beside } from './decide.ts'
import type { Details } from './details.ts'
import { aStatement } from './testing.ts'

const KNOWN = new Map([[brandId<'Enterprise'>('haukeland'), 'Haukeland universitetssjukehus']])
const TODAY = '2026-10-15'

const decide = (about: Partial<Details> = {}, beside: Partial<Beside> = {}) =>
  decideStatement(aStatement(about), { others: [], enterprises: KNOWN, today: TODAY, ...beside })
const wrong = (about: Partial<Details>, beside: Partial<Beside> = {}) => {
  const decision = decide(about, beside)
  if (decision.kind === 'accepted') return null
  return decision.problems.map(({ code, part, index, day }) =>
    [code, part, index, day].filter((x) => x !== null).join(' '),
  )
}
const away = (share: number) => ({
  ...{ kind: 'SICKNESS' as const, startsOn: '2025-11-01', endsOn: '2025-11-02', share },
})
const gap = (reason: string) => ({ startsOn: '2025-11-01', endsOn: '2025-11-02', reason })

describe('F131 F139 what a trainee states', () => {
  test('is kept as it is', () => {
    expect(decide()).toEqual({ kind: 'accepted', stated: aStatement() })
  })

  test('takes the name of the enterprise that the portal knows, whatever was written', () => {
    const [enterpriseId, enterpriseName] = ['haukeland', 'Haukeland universitetssjukehus']
    for (const written of ['', 'Et annet sted'])
      expect(decide({ enterpriseId: brandId(enterpriseId), enterpriseName: written })).toMatchObject({
        stated: { enterpriseId, enterpriseName },
      })
  })

  test.each([
    [
      'an enterprise that the portal does not know',
      { enterpriseId: brandId<'Enterprise'>('x') },
      ['ENTERPRISE_UNKNOWN PERIOD'],
    ],
    ['no place', { enterpriseName: '' }, ['ENTERPRISE_MISSING PERIOD']],
    ['no position', { position: '' }, ['POSITION_MISSING PERIOD']],
    [
      'the second reason missing',
      { unsupervisedPeriods: [gap('Permisjon'), gap('')] },
      ['REASON_MISSING UNSUPERVISED 1'],
    ],
    [
      'the second absence of more than all of the position',
      { absences: [away(10_000), away(10_001)] },
      ['SHARE_OUT_OF_RANGE ABSENCE 1'],
    ],
    ['more than full time', { share: 10_001 }, ['SHARE_OUT_OF_RANGE PERIOD']],
    [
      'several at once',
      { position: '', endsOn: '2025-09-30' },
      ['POSITION_MISSING PERIOD', 'ENDS_BEFORE_START PERIOD'],
    ],
  ])('is refused: %s', (_what, about, problems) => {
    expect(wrong(about)).toEqual(problems)
  })

  test('above full time together is refused with its first day, until it is explained', () => {
    const others = [{ share: 1, startsOn: '2026-03-01', endsOn: null }]
    expect(wrong({}, { others })).toEqual(['OVERLAP_NOT_EXPLAINED PERIOD 2026-03-01'])
    expect(wrong({ overlapReason: 'Legevakt' }, { others })).toBeNull()
    // Positions are compared once their days can be.
    expect(wrong({ position: '' }, { others })).toEqual(['POSITION_MISSING PERIOD'])
  })

  test('begins today at the latest', () => {
    expect(wrong({ startsOn: TODAY, endsOn: null })).toBeNull()
    expect(wrong({ startsOn: '2026-10-16', endsOn: null })).toEqual(['STARTS_IN_FUTURE PERIOD'])
  })
})
