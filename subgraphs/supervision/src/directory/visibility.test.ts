import { dateColumn } from '@kompetanse/calendar/day'
import { granted, rowsOf, somebody } from '@kompetanse/directory/testing-rows'
import type { Actor } from '@kompetanse/schema/actor-token'
import { brandId } from '@kompetanse/schema/ids'
import { expect, test } from 'vitest'
import { followedTrainee } from './visibility.ts'

const DAY = dateColumn('2026-09-15')
const { person, names, relate, standIn } = rowsOf()
relate('LEADER', 'Ada', 'Liv')
relate('MENTOR', 'Ada', 'Kim')
relate('SUPERVISOR', 'Ada', 'Eva')
standIn('Sten', 'Liv')
person('Ada', { regionCode: 'HELSE_VEST', enterpriseId: brandId('bergen') })
const place = { regionCode: 'HELSE_VEST' as const, enterpriseId: brandId<'Enterprise'>('bergen') }

test.each<[string, Actor, boolean]>([
  ['the trainee', somebody('Ada'), true],
  ['the leader', somebody('Liv'), true],
  ['the leader’s deputy', somebody('Sten'), true],
  ['the mentor', somebody('Kim'), true],
  ['a supervisor', somebody('Eva'), false],
  ['an administrator there', somebody('Kari', granted('LOCAL_ADMIN', place)), true],
  [
    'an administrator elsewhere',
    somebody('Kari', granted('LOCAL_ADMIN', { enterpriseId: brandId('oslo') })),
    false,
  ],
  ['support', somebody('Kari', granted('SUPPORT')), true],
  ['the Directorate, which employs nobody', somebody('Kari', granted('DIRECTORATE')), false],
  ['a machine with the mentor’s id', somebody('Kim', { kind: 'machine', ...granted('SUPPORT') }), false],
])('F128 F130 whose supervision is followed: %s', (_who, actor, follows) => {
  expect(names(followedTrainee(actor, DAY)).includes('Ada')).toBe(follows)
})
