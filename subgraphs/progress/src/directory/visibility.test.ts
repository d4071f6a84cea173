import { dateColumn } from '@kompetanse/calendar/day'
import { granted, holds, rowsOf, somebody } from '@kompetanse/directory/testing-rows'
import type { Actor } from '@kompetanse/schema/actor-token'
import { expect, test } from 'vitest'
import { askedToApprove, askedToSign, visibleActivity, visibleGoal } from './visibility.ts'

const DAY = dateColumn('2026-09-15')
const { person, relate, standIn } = rowsOf()
person('Eva', { regionCode: 'HELSE_VEST' })
relate('LEADER', 'Ada', 'Liv')
standIn('Sten', 'Liv')
standIn('lapsed', 'Liv', { to: '2026-09-14' })

/** Each was sent to who is named, as an activity to be signed, as a goal to be approved. */
const sent = (name: string, trainee: string, to: string | null) => {
  const other = to === null ? null : person(to)
  const id = other?.id ?? null
  return { name, trainee: person(trainee), signerId: id, signer: other, approverId: id, approver: other }
}
const ROWS = [
  sent('of Ada, to nobody', 'Ada', null),
  sent('of Ada, to Ola', 'Ada', 'Ola'),
  sent('of Eva, to Liv', 'Eva', 'Liv'),
  sent('of Eva, to Ola', 'Eva', 'Ola'),
]
const [ada, adaOla, evaLiv, evaOla] = ROWS.map(({ name }) => name) as [string, string, string, string]
const machine = { kind: 'machine', regionCode: 'HELSE_VEST' } as const

/** Actor → what they see, and what of it since they were asked. */
test.each<[string, Actor, string[], string[]]>([
  ['the trainee', somebody('Ada'), [ada, adaOla], []],
  ['another trainee', somebody('Eva'), [evaLiv, evaOla], []],
  ['the leader', somebody('Liv'), [ada, adaOla, evaLiv], [evaLiv]],
  ['the leader’s deputy', somebody('Sten'), [ada, adaOla, evaLiv], [evaLiv]],
  ['a deputy of before', somebody('lapsed'), [], []],
  ['who was asked alone', somebody('Ola'), [adaOla, evaOla], [adaOla, evaOla]],
  ['who has nothing to do with it', somebody('Kari'), [], []],
  ['support', somebody('Kari', granted('SUPPORT')), [ada, adaOla, evaLiv, evaOla], []],
  ['a machine of the region', somebody('', machine), [evaLiv, evaOla], []],
  ['a machine with the id of who was asked', somebody('Ola', machine), [evaLiv, evaOla], []],
])('F012 activities and goals that are seen by %s', (_who, actor, seen, asked) => {
  const names = (where: object) => ROWS.filter((row) => holds(where, row)).map(({ name }) => name)
  expect([names(visibleActivity(actor, DAY)), names(visibleGoal(actor, DAY))]).toEqual([seen, seen])
  expect(names({ OR: askedToSign(actor, DAY) })).toEqual(asked)
  expect(names({ OR: askedToApprove(actor, DAY) })).toEqual(asked)
})

test('nothing is sent to a machine', () => {
  const actor = somebody('Ola', machine)
  expect([askedToSign(actor, DAY), askedToApprove(actor, DAY)]).toEqual([[], []])
})
