import type { Grant } from '@kompetanse/schema/actor-token'
import { brandId } from '@kompetanse/schema/ids'
import { describe, expect, test } from 'vitest'
import { accepted, refused } from '@kompetanse/command/decision'
import type { Authority } from '../../authority/domain/authority.ts'
import type { IdentityRefusal } from '../../authority/domain/refusal.ts'
import { decideAgain, decideOpening, latestOfEach, MOST_OPEN } from './record-opening.ts'

const ADA = brandId<'Person'>('ada')
const trainee = { id: ADA, enterpriseId: brandId<'Enterprise'>('bergen'), regionCode: 'HELSE_VEST' } as const
const grant = (role: Grant['role'], scope: Partial<Grant> = {}): Grant => ({
  ...{ role, enterpriseId: null, regionCode: null },
  ...scope,
})
const authority = (...grants: Grant[]): Authority => ({
  personId: brandId('siv'),
  leadsAs: new Set(['siv'].map(brandId<'Person'>)),
  grants,
})
const WHY = 'Ada ringte: hun får ikke sendt til signering.'
const bergen = grant('LOCAL_ADMIN', { enterpriseId: brandId('bergen') })

describe('B32 who opens a record, and by which role', () => {
  test.each([
    ['an administrator of the enterprise', [bergen], 'LOCAL_ADMIN'],
    ['of another', [grant('LOCAL_ADMIN', { enterpriseId: brandId('oslo') })], null],
    ['of the region', [grant('REGIONAL_ADMIN', { regionCode: 'HELSE_VEST' })], 'REGIONAL_ADMIN'],
    ['of another region', [grant('REGIONAL_ADMIN', { regionCode: 'HELSE_NORD' })], null],
    ['support', [grant('SUPPORT')], 'SUPPORT'],
    ['the Directorate', [grant('DIRECTORATE')], 'DIRECTORATE'],
    ['who has several, by the narrowest', [grant('SUPPORT'), bergen], 'LOCAL_ADMIN'],
    ['who has none', [], null],
  ])('%s', (_who, grants, role) => {
    const decision = decideOpening({ trainee, reason: WHY }, authority(...grants))
    expect(decision).toEqual(role ? accepted({ role, reason: WHY }) : refused('NOT_PERMITTED'))
  })

  test('nobody opens their own', () => {
    const own = { ...authority(grant('SUPPORT')), personId: ADA }
    expect(decideOpening({ trainee, reason: WHY }, own)).toEqual(refused('NOT_PERMITTED'))
  })

  test.each([
    ['none', '', 'REASON_INVALID'],
    ['too short to be one', 'fordi jeg', 'REASON_INVALID'],
    ['too long', 'x'.repeat(501), 'TEXT_TOO_LONG'],
    ['of signs alone', '?'.repeat(12), 'REASON_INVALID'],
    ['of blanks between', `ja${' '.repeat(20)}ja`, 'REASON_INVALID'],
    ...['\u200d', '\u2800', '\u3164', '\u00ad', '\uffa0'].map(
      (sign) =>
        ['of what does not show', `ja${sign.repeat(12)}`, 'REASON_INVALID'] as [
          string,
          string,
          IdentityRefusal,
        ],
    ),
    ['with a national identity number', 'gjelder 01019012480, som ringte', 'NATIONAL_ID_FOUND'],
  ] satisfies [string, string, IdentityRefusal][])('a reason is asked for: %s', (_what, reason, code) => {
    expect(decideOpening({ trainee, reason }, authority(grant('SUPPORT')))).toEqual(refused(code))
  })
})

test.each(['ti tegn er', 'x'.repeat(500)])(
  'B32 a reason of ten signs, or of five hundred, is one: %s',
  (reason) => {
    expect(decideOpening({ trainee, reason }, authority(grant('SUPPORT'))).kind).toBe('accepted')
  },
)

describe('B32 what is open already', () => {
  const opening = (traineeId: string, minute: number) => ({
    traineeId: brandId<'Person'>(traineeId),
    until: new Date(minute * 60_000),
  })
  const full = Array.from({ length: MOST_OPEN }, (_, index) => opening(`trainee ${index}`, index))

  test('of each trainee the latest counts, in whatever order they come', () => {
    const [first, last, other] = [opening('ada', 1), opening('ada', 9), opening('bo', 5)]
    expect(latestOfEach([last, other, first])).toEqual([last, other])
    expect(latestOfEach([first, other, last])).toEqual([last, other])
  })

  test.each([
    ['nothing is open', [], accepted({ had: null })],
    ['another is', [opening('bo', 1)], accepted({ had: null })],
    ['it is itself', [opening('ada', 1), opening('bo', 1)], accepted({ had: opening('ada', 1) })],
    ['one less than the most', full.slice(1), accepted({ had: null })],
    ['as many as may be', full, refused('TOO_MANY_OPEN')],
    [
      'as many, and it is one of them',
      [...full.slice(1), opening('ada', 1)],
      accepted({ had: opening('ada', 1) }),
    ],
    ['one many times', Array.from({ length: 99 }, () => opening('bo', 1)), accepted({ had: null })],
  ])('%s', (_what, running, expected) => {
    expect(decideAgain(running, ADA)).toEqual(expected)
  })
})
