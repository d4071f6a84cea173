import { dateColumn } from '@kompetanse/calendar/day'
import { granted, holds, rowsOf, somebody } from '@kompetanse/directory/testing-rows'
import type { Actor } from '@kompetanse/schema/actor-token'
import { expect, test } from 'vitest'
import { servingTrainee, visiblePeriod, visibleRemoved } from './visibility.ts'

const DAY = dateColumn('2026-09-15')
const { person, names, relate, standIn } = rowsOf()
person('Ada', { regionCode: 'HELSE_VEST' })
relate('LEADER', 'Ada', 'Liv')
relate('MENTOR', 'Ada', 'Kim')
relate('SUPERVISOR', 'Ada', 'Eva')
standIn('Sten', 'Liv')
standIn('lapsed', 'Liv', { to: '2026-09-14' })
standIn('deputy of Ola', 'Ola')

const period = (name: string, signer: string | null, removedAt: Date | null) => ({
  ...{ name, removedAt, trainee: person('Ada') },
  ...{ signerId: signer && person(signer).id, signer: signer && person(signer) },
})
const PERIODS = [period('stands', null, null), period('sent', 'Ola', null), period('removed', 'Ola', DAY)]
const machine = { kind: 'machine', regionCode: 'HELSE_VEST' } as const

/** Actor → whether they see Ada's service time, which periods of it, and which that were taken away. */
test.each<[string, Actor, boolean, string[], string[]]>([
  ['the trainee', somebody('Ada'), true, ['stands', 'sent'], ['removed']],
  ['the leader', somebody('Liv'), true, ['stands', 'sent'], ['removed']],
  ['the leader’s deputy', somebody('Sten'), true, ['stands', 'sent'], ['removed']],
  ['a deputy of before', somebody('lapsed'), false, [], []],
  ['who was asked to sign', somebody('Ola'), false, ['sent'], []],
  ['the deputy of who was asked', somebody('deputy of Ola'), false, ['sent'], []],
  ['the mentor', somebody('Kim'), false, [], []],
  ['the supervisor', somebody('Eva'), false, [], []],
  ['support', somebody('Kari', granted('SUPPORT')), false, [], []],
  ['the Directorate', somebody('Kari', granted('DIRECTORATE')), false, [], []],
  ['a machine of the region', somebody('', machine), false, [], []],
  ['a machine with the id of who was asked', somebody('Ola', machine), false, [], []],
  ['a machine with the trainee’s id', somebody('Ada', machine), false, [], []],
])('F139 absence tells of illness: %s', (_who, actor, serves, periods, removed) => {
  expect(names(servingTrainee(actor, DAY)).includes('Ada')).toBe(serves)
  const seen = (where: object) => PERIODS.filter((row) => holds(where, row)).map(({ name }) => name)
  expect([seen(visiblePeriod(actor, DAY)), seen(visibleRemoved(actor, DAY))]).toEqual([periods, removed])
})
