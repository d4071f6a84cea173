import { accepted, refused } from '@kompetanse/command/decision'
import type { Grant } from '@kompetanse/schema/actor-token'
import { expect, test } from 'vitest'
import { decideSubject, type Subject } from './subject.ts'

const actor = (...roles: Grant['role'][]) => ({
  grants: roles.map((role) => ({
    ...{ role, enterpriseId: null },
    regionCode: role === 'REGIONAL_ADMIN' ? ('HELSE_VEST' as const) : null,
  })),
})
const of = (ownerRegion: 'HELSE_VEST' | 'HELSE_NORD' | null) => ({
  edit: { kind: 'EDIT_ACTIVITY', activity: { ownerRegion } } satisfies Subject,
  retire: { kind: 'RETIRE_ACTIVITY', activity: { ownerRegion } } satisfies Subject,
})

// prettier-ignore
const TABLE = [
  //                                                plans  of the nation  of the own region  of another
  ['a region’s administrator', actor('REGIONAL_ADMIN'), true,  true,  false, true],
  ['the Directorate',          actor('DIRECTORATE'),    false, false, false, false],
  ['who is both',              actor('REGIONAL_ADMIN', 'DIRECTORATE'), false, false, false, false],
  ['a local administrator',    actor('LOCAL_ADMIN'),    false, false, false, false],
  ['support',                  actor('SUPPORT'),        false, false, false, false],
  ['nobody in particular',     actor(),                 false, false, false, false],
] as const

test.each(TABLE)('B32 what %s proposes', (_who, who, plans, national, own, other) => {
  const expected = (may: boolean) => (may ? accepted({}) : refused('NOT_PERMITTED'))
  expect(decideSubject({ kind: 'SET_TRACK_PLANS' }, who)).toEqual(expected(plans))
  for (const [region, may] of [
    [null, national] as const,
    ['HELSE_VEST', own] as const,
    ['HELSE_NORD', other] as const,
  ]) {
    expect(decideSubject(of(region).edit, who)).toEqual(expected(may))
    expect(decideSubject(of(region).retire, who)).toEqual(expected(may))
  }
})
